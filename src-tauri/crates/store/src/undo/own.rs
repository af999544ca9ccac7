//! Which of one's own actions is the latest.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::action::ActionName;
use jalon_domain::policy::{self, Denied, Verb};
use jalon_domain::{Actor, Id, Kind};
use rusqlite::Connection;

use crate::changes::read_action;
use crate::journal::ChangeRow;
use crate::tx::Tx;
use crate::{ActError, Trouble, permission};

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

/// One of one's own transactions.
struct Done<'a> {
    id: &'a str,
    action: ActionName,
    undoes: Option<String>,
    /// Whether what it said, or what stood before it, was redacted: there is nothing to go
    /// back to, and from there nothing to come back to.
    gone: bool,
}

/// Walks back through one's own transactions.
fn walk(
    sql: &Connection,
    own: &Own<'_>,
    mut step: impl FnMut(Done<'_>) -> Step,
) -> Result<Option<(String, ActionName)>, Trouble> {
    let edits_plan = policy::may(Verb::EditPlan, own.actor, None, &[]).is_ok();
    // Roles begin and end; what somebody did before stays their own.
    let mut known: BTreeMap<String, bool> = BTreeMap::new();
    let mut query = sql.prepare_cached(
        "SELECT txn.id, txn.action, txn.undoes, txn.device = ?1, txn.actor, EXISTS (
             SELECT 1 FROM change WHERE change.txn = txn.id
             AND (change.value IS NULL AND change.value_hash IS NOT NULL OR EXISTS (
                 SELECT 1 FROM json_each(change.bases) AS base JOIN change AS before ON before.id = base.value
                 WHERE (before.entity, before.field) = (change.entity, change.field)
                 AND before.value IS NULL AND before.value_hash IS NOT NULL)))
         FROM arrival JOIN txn ON txn.id = arrival.txn
         WHERE txn.device = ?1
            OR (?2 AND txn.action = 'install_sample' AND NOT EXISTS (
                SELECT 1 FROM txn WHERE action NOT IN
                ('install_jurisdictions', 'install_sample', 'undo', 'redo')))
         ORDER BY arrival.local_n DESC",
    )?;
    let mut rows = query.query((&own.device, edits_plan))?;
    while let Some(row) = rows.next()? {
        // The sample is whose it may be.
        if row.get(3)? {
            let actor = row.get_ref(4)?.as_str().map_err(rusqlite::Error::from)?;
            let mine = known.get(actor).copied().unwrap_or_else(|| {
                let author: Option<Actor> = serde_json::from_str(actor).ok();
                author.is_some_and(|author| author.is(own.actor))
            });
            if !known.contains_key(actor) {
                known.insert(actor.to_owned(), mine);
            }
            if !mine {
                continue;
            }
        }
        let (id, action): (String, String) = (row.get(0)?, row.get(1)?);
        let action = read_action(&action);
        match step(Done { id: &id, action, undoes: row.get(2)?, gone: row.get(5)? }) {
            Step::On => {}
            Step::Found => return Ok(Some((id, action))),
            Step::Stop => break,
        }
    }
    Ok(None)
}

/// One's own latest action that is not taken back. What cannot be taken back and leaves
/// what was done before it alone is passed over, unless there is nothing else: what was
/// only attested of the plan, a choice between versions, a redaction and what was redacted.
pub(super) fn latest_done(sql: &Connection, own: &Own<'_>) -> Result<Option<(String, ActionName)>, Trouble> {
    let (mut undone, mut passed) = (BTreeSet::new(), None);
    let found = walk(sql, own, |done| match done.action {
        action if undone.contains(done.id) && action != ActionName::Undo => Step::On,
        ActionName::Undo => {
            undone.extend(done.undoes);
            Step::On
        }
        action if done.gone || action.is_passed_over() => {
            // That it is gone is why it cannot be taken back, whatever it was.
            let why = if done.gone { ActionName::Redact } else { action };
            passed.get_or_insert_with(|| (done.id.to_owned(), why));
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
    let found = walk(sql, own, |done| match done.action {
        ActionName::Redo => {
            redone.extend(done.undoes);
            Step::On
        }
        ActionName::Undo if done.gone || redone.contains(done.id) => Step::On,
        ActionName::Undo => Step::Found,
        action if action.is_passed_over() => Step::On,
        _ => Step::Stop,
    })?;
    Ok(found.map(|(id, _)| id))
}

/// Whoever has lost a role with which something was done takes back only what the roles
/// that are left allow. For whom it was recorded then is on record already.
pub(super) fn is_still_allowed(tx: &mut Tx<'_>, txn: &str, changes: &[ChangeRow]) -> Result<(), ActError> {
    let mut query = tx.sql.prepare_cached("SELECT actor FROM txn WHERE id = ?1")?;
    let author: String = query.query_row([txn], |row| row.get(0))?;
    let author: Option<Actor> = serde_json::from_str(&author).ok();
    if author.is_some_and(|author| author.roles.iter().all(|held| tx.context.actor.still_holds(held))) {
        return Ok(());
    }
    for change in changes {
        let Some(id) = Id::parse(&change.entity) else { continue };
        let kind = tx.row(&id)?.kind;
        let status = kind == Kind::Milestone && change.field.starts_with("status");
        let verb = if status { Verb::SetMilestoneStatus } else { permission::verb(kind) };
        match permission::ask(tx, verb, &id) {
            Err(ActError::Denied(Denied::NeedsOnBehalf)) => {}
            asked => asked?,
        }
    }
    Ok(())
}
