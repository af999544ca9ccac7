//! What the councils were told is complete and is not.

use jalon_domain::Plan;
use jalon_domain::corrections::{self, Correction};
use jalon_domain::plan::in_order;
use rusqlite::Connection;

use super::plan::plan_as_of;
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
    if any { in_plan(sql, &read::plan(sql)?) } else { Ok(Vec::new()) }
}

/// Of a plan, by the decks that it knows of.
pub(super) fn in_plan(sql: &Connection, now: &Plan) -> Result<Vec<Correction>, Trouble> {
    let mut found = Vec::new();
    let workplans = in_order(now.workplans.values()).into_iter();
    for deck in workplans.filter_map(|workplan| now.latest_tabled(&workplan.id)) {
        found.extend(corrections::corrections(deck, &plan_as_of(sql, &deck.at)?, now));
    }
    Ok(found)
}
