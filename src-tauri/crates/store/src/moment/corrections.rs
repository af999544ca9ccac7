//! What the councils were told is complete and is not.

use std::borrow::Cow;

use jalon_domain::corrections::{self, Correction};
use jalon_domain::plan::in_order;
use jalon_domain::{Completion, Id, Plan, Status, TabledDeck, Vector, lineage};
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

/// Whether a milestone was complete when the councils were told of it last: by the deck
/// tabled last for its workplan, or for one from which it was carried over.
pub(crate) fn reported_complete(sql: &Connection, milestone: &Id) -> Result<bool, Trouble> {
    let plan = read::plan(sql)?;
    let line = [milestone].into_iter().chain(lineage::ancestors(&lineage::carried(&plan), milestone));
    for id in line {
        let priority = plan.milestones.get(id).and_then(|it| plan.priorities.get(&it.priority));
        let mut reported = false;
        for deck in priority.map(|it| plan.latest_tabled(&it.workplan)).into_iter().flatten() {
            let status = fold(sql, &*widened(sql, &deck.at)?, id.as_str(), "status")?.value()?;
            let status: Option<Status> = serde_json::from_value(status).ok();
            if status.as_ref().is_some_and(|status| status.completion == Completion::Complete) {
                return Ok(true);
            }
            reported |= status.is_some();
        }
        if reported {
            break;
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
    let workplans = in_order(now.workplans.values()).into_iter();
    // Of unlike decks under one number, either may be what the councils were told.
    let decks: Vec<&TabledDeck> = workplans.flat_map(|workplan| now.latest_tabled(&workplan.id)).collect();
    let mut shown = Vec::with_capacity(decks.len());
    for deck in &decks {
        shown.push(match read {
            Some((at, plan)) if *at == deck.at => Cow::Borrowed(plan),
            _ => Cow::Owned(plan_as_of(sql, &deck.at)?),
        });
    }
    let decks: Vec<(&TabledDeck, &Plan)> = decks.into_iter().zip(shown.iter().map(AsRef::as_ref)).collect();
    Ok(corrections::corrections(&decks, now))
}
