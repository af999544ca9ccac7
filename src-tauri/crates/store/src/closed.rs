//! A closed plan, and a closed reporting cycle: nothing of it is written until it is
//! reopened. What arrives from other stores is never refused, so only actions ask here.

mod cycle;

pub(crate) use cycle::{pin, was_closed};

use jalon_domain::action::ActionName;
use jalon_domain::{Id, Kind};
use rusqlite::OptionalExtension as _;

use crate::journal::row::{Row, kind_of};
use crate::tx::Tx;
use crate::{ActError, CycleError};

/// Refuses an action that has written to something of a closed plan or cycle.
pub(crate) fn check(tx: &mut Tx<'_>) -> Result<(), ActError> {
    // What must not be read any longer does not wait until a plan is reopened, nor does
    // what a restored backup shows in place of it.
    // Nor was anything closed here of what comes in as the record of another store.
    if matches!(tx.action(), ActionName::Redact | ActionName::Restore) || tx.record {
        return Ok(());
    }
    check_plans(tx)?;
    cycle::check(tx)
}

fn check_plans(tx: &mut Tx<'_>) -> Result<(), ActError> {
    if tx.action() == ActionName::ReopenPlan || !any_closed(tx, Kind::Workplan)? {
        return Ok(());
    }
    for id in tx.touched() {
        let (row, before) = tx.states(&id)?;
        // What is moved from one plan to another is of both, and so is what is reported in
        // a cycle of one of them on a priority of the other.
        for state in [&row, &before] {
            for above in [parent_in(state), cycle_in(state)] {
                if let Some(plan) = workplan_above(tx, state, above)?
                    && stays_closed(tx, &plan)?
                {
                    return Err(CycleError::PlanClosed(plan).into());
                }
            }
        }
    }
    Ok(())
}

fn any_closed(tx: &Tx<'_>, kind: Kind) -> Result<bool, ActError> {
    let table = kind.def().name;
    let any = format!("SELECT EXISTS (SELECT 1 FROM {table} WHERE state = 'closed' AND deleted = 0)");
    Ok(tx.sql.prepare_cached(&any)?.query_row([], |row| row.get(0))?)
}

/// Whether a plan was closed before this action, and is still there after it.
fn stays_closed(tx: &mut Tx<'_>, plan: &Id) -> Result<bool, ActError> {
    let (row, before) = tx.states(plan)?;
    Ok(row.is_live() && before.is_live() && before.value("state") == "closed")
}

/// The plan that an entity belongs to, by what stands above it; `None` for what is of no
/// plan.
fn workplan_above(tx: &mut Tx<'_>, row: &Row, above: Option<Id>) -> Result<Option<Id>, ActError> {
    let (mut kind, mut id, mut parent) = (row.kind, row.id.clone(), above);
    while kind != Kind::Workplan {
        let Some(above) = parent else { return Ok(None) };
        let Some(found) = kind_and_parent(tx, &above)? else { return Ok(None) };
        (kind, parent, id) = (found.0, found.1, above);
    }
    Ok(Some(id))
}

fn parent_in(row: &Row) -> Option<Id> {
    row.value(row.kind.def().parent?).as_str().and_then(Id::parse)
}

/// The cycle in which something is reported. A record attests, and closes with nothing.
fn cycle_in(row: &Row) -> Option<Id> {
    row.value("cycle").as_str().and_then(Id::parse).filter(|_| !row.kind.def().record)
}

/// The kind of an entity and its parent; from the projection, where this action has not
/// looked at it yet.
fn kind_and_parent(tx: &mut Tx<'_>, id: &Id) -> Result<Option<(Kind, Option<Id>)>, ActError> {
    if tx.has_read(id) {
        let row = tx.row(id)?;
        return Ok(Some((row.kind, parent_in(row))));
    }
    let Some(kind) = kind_of(tx.sql, id)? else { return Ok(None) };
    let Some(parent) = kind.def().parent else { return Ok(Some((kind, None))) };
    let query = format!("SELECT \"{parent}\" FROM {} WHERE id = ?1", kind.def().name);
    let parent: Option<Option<String>> =
        tx.sql.prepare_cached(&query)?.query_row([id.as_str()], |row| row.get(0)).optional()?;
    Ok(Some((kind, parent.flatten().as_deref().and_then(Id::parse))))
}
