//! What was written for a closed reporting cycle without knowing that it was closed.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::action::ActionName;
use jalon_domain::registry::KINDS;
use jalon_domain::{Id, Vector};
use rusqlite::Connection;

use crate::Trouble;
use crate::below::all_below;
use crate::delivery::widened;
use crate::journal::CLOSED;
use crate::stems::ids_in;

/// The late transactions of each closed cycle of which it is known when it was closed.
///
/// The moment stands in the journal beside the closing itself, so that every store which
/// has received the same tells the same, whichever of them heard of the closing first.
pub(super) fn late(sql: &Connection) -> Result<BTreeMap<Id, BTreeSet<String>>, Trouble> {
    let closings = closings(sql)?;
    let mut all: BTreeMap<Id, BTreeSet<String>> = BTreeMap::new();
    if closings.is_empty() {
        return Ok(all);
    }
    let mut cycles_of: BTreeMap<String, Vec<&Id>> = BTreeMap::new();
    for cycle in closings.keys() {
        for member in members(sql, cycle)? {
            cycles_of.entry(member).or_default().push(cycle);
        }
    }
    // What was moved out of a cycle was in it: what such a field held before counts too.
    // And what a challenge is merged from leaves the deck, and is back once that is gone.
    // Of the state of a cycle nothing is late: who did not know of a closing leaves another
    // version of it, and who brings one back knows of it.
    let mut query = sql.prepare_cached(&format!(
        "SELECT txn.id, txn.device, txn.seq, change.entity,
            CASE WHEN change.field IN ({ABOVE}, {SOURCES}) THEN
            (SELECT it.value FROM json_each(change.bases) AS base JOIN change AS it ON it.id = base.value
             WHERE it.field = change.field ORDER BY base.key LIMIT 1) END,
            CASE change.field WHEN {SOURCES} THEN change.value
            WHEN '$deleted' THEN (SELECT merged_from FROM challenge WHERE id = change.entity) END
         FROM change JOIN txn ON txn.id = change.txn WHERE txn.action NOT IN (?1, ?2, ?3)
            AND NOT (change.kind = 'cycle' AND change.field IN ('state', '{CLOSED}'))"
    ))?;
    // What must not be read any longer goes from a closed cycle too, and what is issued
    // reads as it read before.
    let kept = [ActionName::Redact, ActionName::Restore, ActionName::IssueChallenges].map(ActionName::code);
    let mut rows = query.query(kept)?;
    while let Some(row) = rows.next()? {
        let (device, seq): (String, i64) = (row.get(1)?, row.get(2)?);
        let mut touched: Vec<String> = vec![row.get(3)?];
        for column in [4, 5] {
            let value = row.get::<_, Option<String>>(column)?;
            let value = value.and_then(|value| serde_json::from_str(&value).ok()).unwrap_or_default();
            touched.extend(ids_in(&value).into_iter().map(|id| id.to_string()));
        }
        for touched in touched {
            for cycle in cycles_of.get(&touched).into_iter().flatten() {
                if !closings[*cycle].iter().any(|at| at.includes(&device, seq)) {
                    all.entry((*cycle).clone()).or_default().insert(row.get(0)?);
                }
            }
        }
    }
    Ok(all)
}

/// The fields by which something is of a cycle, or part of something that is.
const ABOVE: &str = "'cycle', 'event', 'outcome', 'owner'";

/// The field that names the challenges which one took off a deck. What something was
/// carried over from stays where it is.
const SOURCES: &str = "'merged_from'";

/// The moments at which the cycles that are closed were closed: those that stand beside
/// the states that stand. A closing by a version that pinned none has no moment.
fn closings(sql: &Connection) -> Result<BTreeMap<Id, Vec<Vector>>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT cycle.id, pin.value FROM cycle
         JOIN head ON head.entity = cycle.id AND head.field = 'state'
         JOIN change AS said ON said.id = head.change AND said.value = '\"closed\"'
         JOIN change AS pin ON pin.txn = said.txn AND pin.entity = cycle.id AND pin.field = ?1
         WHERE cycle.state = 'closed' AND cycle.deleted = 0",
    )?;
    let mut rows = query.query([CLOSED])?;
    let mut closings: BTreeMap<Id, Vec<Vector>> = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (cycle, at): (String, Option<String>) = (row.get(0)?, row.get(1)?);
        let at: Option<Vector> = at.and_then(|at| serde_json::from_str(&at).ok());
        if let Some((cycle, at)) = Id::parse(&cycle).zip(at) {
            closings.entry(cycle).or_default().push(widened(sql, &at)?.into_owned());
        }
    }
    Ok(closings)
}

/// A cycle, its meeting, and everything that is reported in it, deleted or not. Records
/// say what was attested, and change nothing of it.
fn members(sql: &Connection, cycle: &Id) -> Result<BTreeSet<String>, Trouble> {
    let mut found = BTreeSet::from([cycle.to_string()]);
    for def in KINDS.iter().filter(|def| !def.record && def.field("cycle").is_some()) {
        let mut query = sql.prepare_cached(&format!("SELECT id FROM {} WHERE cycle = ?1", def.name))?;
        for id in query.query_map([cycle.as_str()], |row| row.get::<_, String>(0))? {
            found.insert(id?);
        }
    }
    let mut found = all_below(sql, found, false)?;
    let mut meeting = sql.prepare_cached("SELECT meeting FROM cycle WHERE id = ?1")?;
    found.extend(meeting.query_row([cycle.as_str()], |row| row.get::<_, Option<String>>(0))?);
    Ok(found)
}
