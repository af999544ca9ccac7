//! Which row of the policy table a write asks, and whose the thing is.

use jalon_domain::policy::Verb;
use jalon_domain::{Id, Kind, Lead};
use rusqlite::Connection;
use serde_json::Value;

use crate::journal::CREATE;
use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, CycleError, Trouble};

/// The row of the policy table for writing entities of a kind.
pub(crate) fn verb(kind: Kind) -> Verb {
    match kind {
        Kind::Workplan | Kind::Priority | Kind::Milestone => Verb::EditPlan,
        Kind::Progress => Verb::WriteProgress,
        Kind::Achievement | Kind::Challenge => Verb::WriteItem,
        Kind::Submission => Verb::ClearOrSubmit,
        Kind::Jurisdiction
        | Kind::Person
        | Kind::Meeting
        | Kind::Cycle
        | Kind::Event
        | Kind::Figure
        | Kind::Outcome
        | Kind::Resolution
        | Kind::Slide
        | Kind::Point
        | Kind::NextStep
        | Kind::Term => Verb::EditAround,
        Kind::Clearance => Verb::ClearOrSubmit,
        Kind::Approval => Verb::ApproveDeck,
        Kind::TabledDeck => Verb::ComposeDeck,
        Kind::Closing => Verb::ClosePlan,
        Kind::Issuance => Verb::IssueChallenges,
    }
}

/// Asks whether the entity, as it stands in this action, may be written.
pub(crate) fn ask_to_write(tx: &mut Tx<'_>, id: &Id) -> Result<(), ActError> {
    let kind = tx.row(id)?.kind;
    ask(tx, verb(kind), id)
}

/// Asks whether something may be done to the entity. A challenge speaks for each
/// government that it names or came from, so whoever may write their own only must
/// be of all of them. Where it is not known here of whom it is, they may not: another
/// store knows, and takes in what was done here as if it had been allowed.
pub(crate) fn ask(tx: &mut Tx<'_>, verb: Verb, id: &Id) -> Result<(), ActError> {
    let owners = owners(tx, id)?;
    if verb != Verb::WriteItem || owners.is_empty() {
        return tx.ask(verb, &owners);
    }
    owners.iter().try_for_each(|owner| tx.ask(verb, std::slice::from_ref(owner)))?;
    if tx.ask(verb, &[]).is_err() && tx.row(id)?.kind == Kind::Challenge && origins_hidden(tx.sql, id)? {
        return Err(CycleError::OriginsHidden(id.clone()).into());
    }
    Ok(())
}

/// Asks whether one of several versions of a field may be chosen, which `writes` would be the
/// right to write. Whoever may choose only in what is their own must be somebody who may write
/// that: a lead proposes a status, and so does not decide between those of two co-chairs.
pub(crate) fn ask_to_choose(tx: &mut Tx<'_>, id: &Id, writes: Verb) -> Result<(), ActError> {
    if tx.ask(Verb::Resolve, &[]).is_ok() {
        return Ok(());
    }
    ask(tx, Verb::Resolve, id)?;
    ask(tx, writes, id)
}

/// Whether a challenge may have come from governments of which this store does not know:
/// its origins, or whom it names, are withheld here, or the secretariat issued it anew, without its origins, in
/// place of what was not for this store to see.
fn origins_hidden(sql: &Connection, id: &Id) -> Result<bool, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM head JOIN withheld ON withheld.change = head.change
                        WHERE head.entity = ?1 AND head.field IN ('origins', 'jurisdictions'))
             OR EXISTS (SELECT 1 FROM head JOIN change ON change.id = head.change, json_each(change.bases) AS base
                        WHERE head.entity = ?1 AND head.field = ?2
                          AND NOT EXISTS (SELECT 1 FROM change AS before WHERE before.id = base.value))",
    )?;
    Ok(query.query_row([id.as_str(), CREATE], |row| row.get(0))?)
}

/// The jurisdictions that an entity belongs to: those who lead the priority today
/// for a progress note and for what stands under the priority, the jurisdiction of
/// an achievement or submission, the origins of a challenge and whom it names.
fn owners(tx: &mut Tx<'_>, id: &Id) -> Result<Vec<Id>, ActError> {
    let row = tx.row(id)?.clone();
    Ok(match row.kind {
        Kind::Priority => leads(tx, &row),
        Kind::Milestone => leads_of_priority(tx, &row)?,
        Kind::Progress => {
            let mut owners = leads_of_priority(tx, &row)?;
            if let Some(named) = id_in(row.value("jurisdiction")) {
                owners.retain(|owner| *owner == named);
            }
            owners
        }
        Kind::Achievement | Kind::Submission | Kind::Clearance => {
            id_in(row.value("jurisdiction")).into_iter().collect()
        }
        Kind::Challenge => {
            let lists = [row.value("origins"), row.value("jurisdictions")];
            lists.into_iter().filter_map(Value::as_array).flatten().filter_map(id_in).collect()
        }
        _ => Vec::new(),
    })
}

fn leads_of_priority(tx: &mut Tx<'_>, row: &Row) -> Result<Vec<Id>, ActError> {
    let Some(priority) = id_in(row.value("priority")) else { return Ok(Vec::new()) };
    match tx.row(&priority) {
        Ok(priority) => {
            let priority = priority.clone();
            Ok(leads(tx, &priority))
        }
        // The reference is looked at elsewhere, and refused there.
        Err(ActError::Unknown(_)) => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

fn leads(tx: &Tx<'_>, priority: &Row) -> Vec<Id> {
    let today = tx.context.today();
    let leads: Vec<Lead> = serde_json::from_value(priority.value("leads").clone()).unwrap_or_default();
    leads.into_iter().filter(|lead| lead.leads_on(today)).map(|lead| lead.jurisdiction).collect()
}

fn id_in(value: &Value) -> Option<Id> {
    value.as_str().and_then(Id::parse)
}
