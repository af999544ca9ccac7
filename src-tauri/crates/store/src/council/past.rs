//! What the deck of a cycle showed at an earlier moment.

use jalon_domain::content::{Content, content};
use jalon_domain::{Id, Vector};
use rusqlite::Connection;

use super::CouncilError;
use crate::{Trouble, moment};

/// How many of the latest actions are looked through for what somebody saw: what was
/// seen longer ago is not worth the time that looking for it takes.
const LATEST: i64 = 60;

/// What the deck of `cycle` showed at a moment; `None` when there was no such cycle.
pub(super) fn content_at(sql: &Connection, at: &Vector, cycle: &Id) -> Result<Option<Content>, Trouble> {
    Ok(content(&moment::plan_as_of(sql, at)?, cycle))
}

/// That the deck no longer shows what was `seen`, with the words that changed where it
/// is found out what that was: what a deck was approved or tabled as, or what it showed
/// before one of the latest actions.
pub(super) fn changed_since(sql: &Connection, seen: &str, shown: &Content) -> Result<CouncilError, Trouble> {
    for at in moments(sql, &shown.cycle)? {
        let was = content_at(sql, &at, &shown.cycle)?;
        if let Some(was) = was.filter(|was| was.hash() == seen) {
            return Ok(CouncilError::Changed(was.words_changed(shown)));
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
