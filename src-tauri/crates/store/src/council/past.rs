//! What the deck of a cycle showed at an earlier moment.

use jalon_domain::content::content;
use jalon_domain::{Actor, Id, Plan, Vector, WordChange};
use rusqlite::Connection;

use super::CouncilError;
use crate::{Trouble, confidential, moment};

/// How many of the latest actions are looked through for what somebody saw: what was
/// seen longer ago is not worth the time that looking for it takes.
const LATEST: i64 = 60;

/// The words by which a deck shows something else in one plan than in another.
pub(super) struct Changed {
    /// Hash of what it showed in the first.
    pub was: String,
    /// Those of which a reader may know.
    pub told: Vec<WordChange>,
    /// Whether there are others.
    pub hidden: bool,
}

/// What the deck of `cycle` shows otherwise in one plan than in another, as `reader` may
/// see it: whom a challenge named that is not named any more is not told. `None` when one
/// of them has no such cycle.
pub(super) fn changed(
    sql: &Connection,
    cycle: [&Id; 2],
    plans: [Plan; 2],
    reader: &Actor,
) -> Result<Option<Changed>, Trouble> {
    let between = |plans: &[Plan; 2]| content(&plans[0], cycle[0]).zip(content(&plans[1], cycle[1]));
    let Some((was, is)) = between(&plans) else { return Ok(None) };
    let [before, after] = plans.map(|plan| confidential::plan_for(sql, plan, reader));
    let seen = between(&[before?, after?]).map(|(was, is)| was.words_changed(&is));
    let told = seen.unwrap_or_default();
    Ok(Some(Changed { hidden: was.words_changed(&is) != told, was: was.hash(), told }))
}

/// That the deck of `plan` no longer shows what was `seen`, with the words that changed
/// where it is found out what that was: what a deck was approved or tabled as, or what it
/// showed before one of the latest actions.
pub(super) fn changed_since(
    sql: &Connection,
    seen: &str,
    cycle: &Id,
    plan: &Plan,
    reader: &Actor,
) -> Result<CouncilError, Trouble> {
    for at in moments(sql, cycle)? {
        let then = moment::plan_as_of(sql, &at)?;
        if content(&then, cycle).is_some_and(|was| was.hash() == seen) {
            let changed = changed(sql, [cycle; 2], [then, plan.clone()], reader)?;
            return Ok(CouncilError::Changed(changed.map(|it| it.told).unwrap_or_default()));
        }
    }
    Ok(CouncilError::Unseen)
}

fn moments(sql: &Connection, cycle: &Id) -> Result<Vec<Vector>, Trouble> {
    let plan = crate::projection::read::plan(sql)?;
    let approved = plan.approvals.values().filter(|it| &it.cycle == cycle).map(|it| it.at.clone());
    let tabled = plan.tabled_decks.values().filter(|it| &it.cycle == cycle).map(|it| it.at.clone());
    let mut moments: Vec<Vector> = approved.chain(tabled).collect();
    let last: i64 = sql.query_row("SELECT coalesce(max(local_n), 0) FROM arrival", [], |row| row.get(0))?;
    for place in (1..last).rev().take(usize::try_from(LATEST).unwrap_or(0)) {
        moments.push(moment::up_to(sql, place)?);
    }
    Ok(moments)
}
