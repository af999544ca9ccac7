//! Approves a deck for one chair of the group, and takes that back.

use jalon_domain::approvals::{Standing, approval_id, approvals, speaks_for};
use jalon_domain::content::content as shown_by;
use jalon_domain::policy::Verb;
use jalon_domain::{Id, Kind};
use serde_json::json;

use super::{CouncilError, past, write_record};
use crate::delivery::unseen;
use crate::journal::DELETED;
use crate::projection::read;
use crate::tx::Tx;
use crate::{ActError, answered, confidential, moment};

/// Approves what the deck of `cycle` shows, which must be what was seen: `content`.
pub(crate) fn approve(tx: &mut Tx<'_>, cycle: &Id, jurisdiction: &Id, content: &str) -> Result<(), ActError> {
    ask(tx, cycle, jurisdiction)?;
    sees_all(tx)?;
    let plan = read::plan(tx.sql)?;
    let shown = shown_by(&plan, cycle).ok_or_else(|| CouncilError::NothingToShow(cycle.clone()))?;
    if shown.hash() != content {
        return Err(past::changed_since(tx.sql, content, cycle, &plan, &tx.context.actor)?.into());
    }
    answered::check(tx, |then| shown_by(then, cycle).is_some_and(|then| then.hash() == content))?;
    let id = approval_id(cycle, jurisdiction);
    // Two heads, of two stores that met, are settled by approving once more.
    let disputed = |tx: &mut Tx<'_>| tx.row(&id).is_ok_and(|row| row.heads.values().any(|it| it.len() > 1));
    let held = approvals(&plan, cycle, tx.context.today());
    let held =
        held.iter().any(|it| &it.chair.jurisdiction == jurisdiction && it.standing == Standing::Approved);
    if held && !disputed(tx) {
        return Err(ActError::NothingChanges);
    }
    let fields = [
        ("cycle", json!(cycle)),
        ("jurisdiction", json!(jurisdiction)),
        ("content", json!(content)),
        ("at", json!(moment::present(tx.sql)?)),
    ];
    write_record(tx, Kind::Approval, &id, &fields)
}

/// Takes a chair's approval back, void or not.
pub(crate) fn withdraw(tx: &mut Tx<'_>, cycle: &Id, jurisdiction: &Id) -> Result<(), ActError> {
    ask(tx, cycle, jurisdiction)?;
    let id = approval_id(cycle, jurisdiction);
    match tx.live(&id) {
        Ok(_) => tx.put(&id, DELETED, json!(true)),
        Err(ActError::Unknown(_) | ActError::Deleted(_)) => {
            Err(CouncilError::NoApproval(jurisdiction.clone()).into())
        }
        Err(error) => Err(error),
    }
}

/// Whether nothing that the deck shows elsewhere is kept from whoever acts here. The
/// secretariat records what was answered, wherever that was seen.
fn sees_all(tx: &Tx<'_>) -> Result<(), ActError> {
    if confidential::reads_all(&tx.context.actor) {
        return Ok(());
    }
    match unseen(tx.sql)? {
        0 => Ok(()),
        count => Err(CouncilError::Withheld(count).into()),
    }
}

/// Whether whoever acts may speak for that chair.
fn ask(tx: &mut Tx<'_>, cycle: &Id, jurisdiction: &Id) -> Result<(), ActError> {
    tx.ask(Verb::ApproveDeck, std::slice::from_ref(jurisdiction))?;
    tx.live_of(Kind::Cycle, cycle)?;
    tx.live_of(Kind::Jurisdiction, jurisdiction)?;
    let (plan, context) = (read::plan(tx.sql)?, tx.context);
    let may = speaks_for(&plan, jurisdiction, &context.actor, context.on_behalf.as_ref(), context.today());
    may.map_err(|no| CouncilError::NotTheChair(no).into())
}
