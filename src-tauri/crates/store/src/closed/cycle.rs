//! A closed reporting cycle, its meeting, and what is reported in it: what the councils
//! were told does not change in silence.

use std::collections::BTreeSet;

use jalon_domain::action::ActionName;
use jalon_domain::{Id, Kind, Vector};
use serde_json::json;

use super::{any_closed, parent_in};
use crate::journal::CLOSED;
use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, CycleError};

/// Refuses an action that has written to something of a closed cycle, and one that opens
/// it again and changes something in it at once. What is issued reads as it read before,
/// and an approval or a tabled deck only says something of what is shown.
pub(super) fn check(tx: &mut Tx<'_>) -> Result<(), ActError> {
    if tx.action() == ActionName::IssueChallenges || !any_closed(tx, Kind::Cycle)? {
        return Ok(());
    }
    for id in tx.touched() {
        let (row, before) = tx.states(&id)?;
        let cycles = match row.kind {
            Kind::Approval | Kind::TabledDeck => continue,
            Kind::Cycle if is_reopened_alone(tx, &row, &before) => continue,
            Kind::Cycle => vec![id],
            Kind::Meeting => closed_of(tx, &id)?,
            _ => {
                let mut above = Vec::new();
                // What is moved from one cycle to another is of both.
                for state in [&row, &before] {
                    above.extend(cycle_above(tx, state)?);
                }
                for source in &taken_off(&row) ^ &taken_off(&before) {
                    // What it names need not be here.
                    let source = match tx.row(&source) {
                        Ok(source) => source.clone(),
                        Err(ActError::Unknown(_)) => continue,
                        Err(error) => return Err(error),
                    };
                    above.extend(cycle_above(tx, &source)?);
                }
                above
            }
        };
        for cycle in cycles {
            if was_closed(tx, &cycle)? {
                return Err(CycleError::CycleClosed(cycle).into());
            }
        }
    }
    Ok(())
}

/// Pins a moment beside the state of each cycle that this action closes, by whatever verb:
/// what is not within it was written by somebody who did not know. It is the present one,
/// or that of the closing which an undo or redo brings back.
pub(crate) fn pin(tx: &mut Tx<'_>) -> Result<(), ActError> {
    for id in tx.touched() {
        if tx.row(&id)?.kind != Kind::Cycle {
            continue;
        }
        let (row, before) = tx.states(&id)?;
        if is_closed(&row) && row.head_ids("state") != before.head_ids("state") {
            let at = brought_back(tx, &id)?.map_or_else(|| tx.moment(), Ok)?;
            // Beside the state even where the same stands already: a closing without a
            // moment of its own calls nothing late.
            tx.put_anew(&id, CLOSED, json!(at))?;
        }
    }
    Ok(())
}

/// The moment of the closing that an undo or redo brings back, so that it calls late what
/// it called late before; of several together, what any of them knew. `None` where nothing
/// is brought back, or a version closed the cycle that pinned none.
///
/// Whoever closed it here knew what was written here, then and since: to a closed cycle
/// nothing is, and what was written while it was open comes under its closing again. This
/// action itself is of that.
fn brought_back(tx: &Tx<'_>, cycle: &Id) -> Result<Option<Vector>, ActError> {
    let mut query = tx.sql.prepare_cached(
        "SELECT pin.value, txn.device, txn.seq
         FROM change AS undone JOIN json_each(undone.bases) AS base
         JOIN change AS said ON said.id = base.value AND said.value = '\"closed\"'
         JOIN change AS pin ON pin.txn = said.txn AND pin.entity = said.entity AND pin.field = ?3
         JOIN txn ON txn.id = said.txn
         WHERE undone.txn = ?1 AND undone.entity = ?2 AND undone.field = 'state'",
    )?;
    let mut rows = query.query((&tx.undoes, cycle.as_str(), CLOSED))?;
    let (mut found, mut own) = (None::<Vector>, false);
    while let Some(row) = rows.next()? {
        let pin: Option<String> = row.get(0)?;
        let Some(pin) = pin.and_then(|pin| serde_json::from_str::<Vector>(&pin).ok()) else { continue };
        let (device, seq): (String, i64) = (row.get(1)?, row.get(2)?);
        // That of a closing from elsewhere, once brought back here, does not hold the place
        // where it was brought back: what was written here before is late still.
        own |= device == tx.device() && pin.includes(&device, seq);
        let all = found.get_or_insert_default();
        pin.devices().for_each(|(device, seq)| all.include(device, seq));
    }
    if let Some(all) = found.as_mut().filter(|_| own) {
        all.include(tx.device(), tx.place()?);
    }
    Ok(found)
}

/// Whether nothing is done to a cycle but to its state. A file says how everything in it
/// stood when it was written, so that none reopens a cycle: that is always meant.
fn is_reopened_alone(tx: &Tx<'_>, row: &Row, before: &Row) -> bool {
    let others = |row: &Row| {
        let heads = row.heads.iter().filter(|(field, _)| !["state", CLOSED].contains(&field.as_str()));
        heads.map(|(field, heads)| (field.clone(), heads.clone())).collect::<Vec<_>>()
    };
    tx.action() != ActionName::Import && others(row) == others(before)
}

/// Whether a cycle was closed before this action. What closed it and did something else
/// at once is taken back as a whole.
pub(crate) fn was_closed(tx: &mut Tx<'_>, cycle: &Id) -> Result<bool, ActError> {
    let (row, before) = tx.states(cycle)?;
    let taken_back = matches!(tx.action(), ActionName::Undo | ActionName::Redo) && !is_closed(&row);
    Ok(is_closed(&before) && !taken_back)
}

fn is_closed(row: &Row) -> bool {
    row.is_live() && row.value("state") == "closed"
}

/// The challenges that are shown no longer because this one was made of them.
fn taken_off(row: &Row) -> BTreeSet<Id> {
    let sources = row.value("merged_from").as_array().filter(|_| row.is_live());
    sources.into_iter().flatten().filter_map(|id| Id::parse(id.as_str()?)).collect()
}

/// The closed cycles of a meeting, as they stood before this action.
fn closed_of(tx: &Tx<'_>, meeting: &Id) -> Result<Vec<Id>, ActError> {
    let mut query = tx.sql.prepare_cached(
        "SELECT id FROM cycle WHERE meeting = ?1 AND state = 'closed' AND deleted = 0 ORDER BY id",
    )?;
    let ids = query.query_map([meeting.as_str()], |row| row.get::<_, String>(0))?;
    let ids: Vec<String> = ids.collect::<Result<_, _>>()?;
    Ok(ids.iter().filter_map(|id| Id::parse(id)).collect())
}

/// The cycle that an entity is reported in: its own, or that of what it is part of.
fn cycle_above(tx: &mut Tx<'_>, row: &Row) -> Result<Option<Id>, ActError> {
    let mut at = row.clone();
    loop {
        let own = at.value("cycle").as_str().and_then(Id::parse);
        let Some(above) = own.or_else(|| parent_in(&at)) else { return Ok(None) };
        at = match tx.row(&above) {
            Ok(row) if row.kind == Kind::Cycle => return Ok(Some(above)),
            // Nothing above these is of a cycle.
            Ok(row) if matches!(row.kind, Kind::Workplan | Kind::Priority | Kind::Meeting) => {
                return Ok(None);
            }
            Ok(row) => row.clone(),
            Err(ActError::Unknown(_)) => return Ok(None),
            Err(error) => return Err(error),
        };
    }
}
