//! Which of one's own actions is the latest.

use std::collections::BTreeSet;

use jalon_domain::Actor;
use jalon_domain::action::ActionName;
use jalon_domain::policy::{self, Verb};
use rusqlite::Connection;

use crate::Trouble;
use crate::changes::read_action;

/// Whose actions are looked at.
pub(super) struct Own<'a> {
    pub device: String,
    pub actor: &'a Actor,
}

/// What a walk back through one's own transactions shall do next.
enum Step {
    On,
    Found,
    Stop,
}

/// Walks back through one's own transactions: id, action and what it undoes.
fn walk(
    sql: &Connection,
    own: &Own<'_>,
    mut step: impl FnMut(&str, ActionName, Option<String>) -> Step,
) -> Result<Option<(String, ActionName)>, Trouble> {
    let edits_plan = policy::may(Verb::EditPlan, own.actor, None, &[]).is_ok();
    let actor = serde_json::to_string(own.actor).unwrap_or_default();
    let mut query = sql.prepare_cached(
        "SELECT txn.id, txn.action, txn.undoes FROM arrival JOIN txn ON txn.id = arrival.txn
         WHERE (txn.device = ?1 AND txn.actor = ?2)
            OR (?3 AND txn.action = 'install_sample' AND NOT EXISTS (
                SELECT 1 FROM txn WHERE action NOT IN
                ('install_jurisdictions', 'install_sample', 'undo', 'redo')))
         ORDER BY arrival.local_n DESC",
    )?;
    let mut rows = query.query((&own.device, &actor, edits_plan))?;
    while let Some(row) = rows.next()? {
        let (id, action): (String, String) = (row.get(0)?, row.get(1)?);
        let action = read_action(&action);
        match step(&id, action, row.get(2)?) {
            Step::On => {}
            Step::Found => return Ok(Some((id, action))),
            Step::Stop => break,
        }
    }
    Ok(None)
}

/// One's own latest action that is not taken back. What cannot be taken back and leaves
/// what was done before it alone is passed over, unless there is nothing else: what was
/// only attested of the plan, a choice between versions, a redaction.
pub(super) fn latest_done(sql: &Connection, own: &Own<'_>) -> Result<Option<(String, ActionName)>, Trouble> {
    let (mut undone, mut passed) = (BTreeSet::new(), None);
    let found = walk(sql, own, |id, action, undoes| match action {
        _ if undone.contains(id) && action != ActionName::Undo => Step::On,
        ActionName::Undo => {
            undone.extend(undoes);
            Step::On
        }
        _ if action.is_passed_over() => {
            passed.get_or_insert_with(|| (id.to_owned(), action));
            Step::On
        }
        _ => Step::Found,
    })?;
    Ok(found.or(passed))
}

/// The undo that a redo would take back: the latest one that is still in force, with
/// nothing new done since.
pub(super) fn latest_undone(sql: &Connection, own: &Own<'_>) -> Result<Option<String>, Trouble> {
    let mut redone = BTreeSet::new();
    let found = walk(sql, own, |id, action, undoes| match action {
        ActionName::Redo => {
            redone.extend(undoes);
            Step::On
        }
        ActionName::Undo if redone.contains(id) => Step::On,
        ActionName::Undo => Step::Found,
        _ if action.is_passed_over() => Step::On,
        _ => Step::Stop,
    })?;
    Ok(found.map(|(id, _)| id))
}
