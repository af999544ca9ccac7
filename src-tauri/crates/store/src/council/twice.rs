//! Decks that stores which had not met tabled under one number, and whether anybody who
//! knew of them all has corrected one since.

use jalon_domain::problem::{Problem, ProblemKind};
use jalon_domain::{Id, Kind, Plan, TabledDeck};
use rusqlite::{Connection, OptionalExtension as _};

use crate::Trouble;
use crate::delivery::widened;
use crate::projection::read;

/// Of unlike decks that bear one number, a problem on the last with the others, until an
/// erratum, or the deck of a later meeting, was tabled where all of them were known:
/// whoever corrects one without having heard of the other has not said which stands.
pub(crate) fn tabled_twice(sql: &Connection) -> Result<Vec<Problem>, Trouble> {
    let any = "SELECT EXISTS (SELECT 1 FROM tabled_deck WHERE deleted = 0
               GROUP BY cycle, version HAVING count(*) > 1)";
    if !sql.query_row(any, [], |row| row.get(0))? {
        return Ok(Vec::new());
    }
    let plan = read::plan(sql)?;
    let mut found = Vec::new();
    for deck in plan.tabled_decks.values() {
        let unlike = plan.tabled_as(&deck.cycle, deck.version);
        let [others @ .., last] = unlike.as_slice() else { continue };
        if last.id == deck.id && !others.is_empty() && !settled(sql, &plan, &unlike)? {
            let others = others.iter().map(|it| it.id.clone()).collect();
            let what = ProblemKind::TabledTwice(others);
            found.push(Problem { kind: Kind::TabledDeck, id: deck.id.clone(), field: "version", what });
        }
    }
    Ok(found)
}

/// Whether a later version, or that of a later meeting, was tabled over a moment that
/// holds all of these.
fn settled(sql: &Connection, plan: &Plan, decks: &[&TabledDeck]) -> Result<bool, Trouble> {
    let Some(first) = decks.first() else { return Ok(true) };
    let mut places = Vec::new();
    for deck in decks {
        places.push(place(sql, &deck.id)?);
    }
    let knows = |erratum: &TabledDeck| -> Result<bool, Trouble> {
        let at = widened(sql, &erratum.at)?;
        Ok(places.iter().all(|place| place.as_ref().is_some_and(|(device, seq)| at.includes(device, *seq))))
    };
    let day = |deck: &TabledDeck| plan.meeting_of(deck).map(|meeting| meeting.date);
    let later = |it: &&TabledDeck| match it.cycle == first.cycle {
        true => it.version > first.version,
        false => day(it) > day(first),
    };
    for erratum in plan.tabled_decks.values().filter(later) {
        if knows(erratum)? {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The place in the journal at which a deck was tabled.
fn place(sql: &Connection, deck: &Id) -> Result<Option<(String, i64)>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT txn.device, txn.seq FROM change JOIN txn ON txn.id = change.txn
         WHERE change.entity = ?1 AND change.field = 'version' ORDER BY txn.made_at, txn.id LIMIT 1",
    )?;
    Ok(query.query_row([deck.as_str()], |row| Ok((row.get(0)?, row.get(1)?))).optional()?)
}
