//! What the councils were told is complete and is not.

use jalon_domain::corrections::{self, Correction};
use jalon_domain::plan::in_order;
use jalon_domain::{Completion, Id, Plan, Status, TabledDeck, Vector};
use rusqlite::Connection;

use super::plan::plan_as_of;
use super::then::fold;
use crate::delivery::widened;
use crate::projection::read;
use crate::{Store, Trouble};

impl Store {
    /// The milestones that the deck tabled last for their workplan reported as
    /// complete, and that are not.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn corrections(&self) -> Result<Vec<Correction>, Trouble> {
        self.reading(corrections)
    }
}

/// Of the plan as it stands.
pub(crate) fn corrections(sql: &Connection) -> Result<Vec<Correction>, Trouble> {
    let any = "SELECT EXISTS (SELECT 1 FROM tabled_deck WHERE deleted = 0)";
    let any: bool = sql.query_row(any, [], |row| row.get(0))?;
    if any { in_plan(sql, &read::plan(sql)?, None) } else { Ok(Vec::new()) }
}

/// Whether the deck that was tabled last for its workplan reports a milestone as
/// complete.
pub(crate) fn reported_complete(sql: &Connection, milestone: &Id) -> Result<bool, Trouble> {
    let plan = read::plan(sql)?;
    let priority = plan.milestones.get(milestone).and_then(|it| plan.priorities.get(&it.priority));
    let decks = priority.map(|priority| plan.latest_tabled(&priority.workplan));
    for deck in decks.into_iter().flatten() {
        let status = fold(sql, &*widened(sql, &deck.at)?, milestone.as_str(), "status")?.value()?;
        let status: Option<Status> = serde_json::from_value(status).ok();
        if status.is_some_and(|status| status.completion == Completion::Complete) {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Of the plan as of a moment. A deck corrects what it shows otherwise, though that it was
/// tabled was written after the moment that it shows. `read`: the plan of a moment that was
/// read already, which mostly is that of the deck.
pub(super) fn at_moment(
    sql: &Connection,
    then: &Plan,
    deck: Option<&TabledDeck>,
    read: Option<(&Vector, &Plan)>,
) -> Result<Vec<Correction>, Trouble> {
    let Some(deck) = deck else { return in_plan(sql, then, read) };
    let mut known = then.clone();
    known.tabled_decks.insert(deck.id.clone(), deck.clone());
    in_plan(sql, &known, read)
}

/// Of a plan, by the decks that it knows of.
fn in_plan(sql: &Connection, now: &Plan, read: Option<(&Vector, &Plan)>) -> Result<Vec<Correction>, Trouble> {
    let mut found: Vec<Correction> = Vec::new();
    let workplans = in_order(now.workplans.values()).into_iter();
    // Of unlike decks under one number, either may be what the councils were told.
    for deck in workplans.flat_map(|workplan| now.latest_tabled(&workplan.id)) {
        let of_it = match read {
            Some((at, shown)) if *at == deck.at => corrections::corrections(deck, shown, now),
            _ => corrections::corrections(deck, &plan_as_of(sql, &deck.at)?, now),
        };
        let new: Vec<Correction> = of_it
            .into_iter()
            .filter(|it| !found.iter().any(|known| known.milestone == it.milestone))
            .collect();
        found.extend(new);
    }
    Ok(found)
}
