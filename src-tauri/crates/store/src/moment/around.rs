//! What the board needs beside the plan, as of a moment.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use jalon_domain::board::Surroundings;
use jalon_domain::registry::KINDS;
use jalon_domain::{Id, TabledDeck, Vector};
use rusqlite::Connection;

use super::field::Field;
use super::named::Moment;
use super::then::{Then, text};
use super::{corrections, plan};
use crate::delivery::widened;
use crate::journal::DELETED;
use crate::journal::row::{Row, can_be_open};
use crate::projection::read::{arrived_on, conflicts};
use crate::{Store, Trouble};

impl Store {
    /// What the board needs beside the plan as of a moment, on that moment's day. As
    /// of the present it is [`Store::surroundings`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn surroundings_as_of(&self, at: &Vector, day: NaiveDate) -> Result<Surroundings, Trouble> {
        self.around(at, day, None)
    }

    /// The same of a moment that was named: as of a tabled deck, what that deck corrects is
    /// corrected.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn surroundings_at(&self, moment: &Moment) -> Result<Surroundings, Trouble> {
        self.around(&moment.at, moment.day, moment.deck.as_ref())
    }

    fn around(
        &self,
        at: &Vector,
        day: NaiveDate,
        deck: Option<&TabledDeck>,
    ) -> Result<Surroundings, Trouble> {
        self.reading(|sql| {
            let at = &*widened(sql, at)?;
            let then = Then::read(sql, at)?;
            let to_correct = corrections::at_moment(sql, &plan::plan(sql, &then)?, deck, None)?;
            Ok(Surroundings {
                today: day,
                last_change: last_change(sql, at)?,
                conflicted: conflicted(sql, at, &then)?,
                to_correct: to_correct.into_iter().map(|it| it.milestone).collect(),
            })
        })
    }
}

fn last_change(sql: &Connection, at: &Vector) -> Result<BTreeMap<Id, NaiveDate>, Trouble> {
    let mut last = BTreeMap::new();
    let mut earlier = sql.prepare_cached(
        "SELECT arrival.arrived_at, txn.device, txn.seq FROM change JOIN txn ON txn.id = change.txn
         JOIN arrival ON arrival.txn = txn.id WHERE change.entity = ?1 ORDER BY arrival.local_n DESC",
    )?;
    for def in KINDS {
        let mut query = sql.prepare_cached(&format!(
            "SELECT arrival.arrived_at, txn.device, txn.seq, it.id FROM {} AS it
             JOIN arrival ON arrival.local_n = it.changed JOIN txn ON txn.id = arrival.txn",
            def.name
        ))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let id = text(row, 3)?;
            let mut day = inside(row, at)?;
            if day.is_none() {
                let mut rows = earlier.query([id])?;
                while let (None, Some(row)) = (day, rows.next()?) {
                    day = inside(row, at)?;
                }
            }
            last.extend(Id::parse(id).zip(day));
        }
    }
    Ok(last)
}

/// The day on which a transaction arrived, if it is inside the moment.
fn inside(row: &rusqlite::Row<'_>, at: &Vector) -> Result<Option<NaiveDate>, Trouble> {
    let inside = at.includes(text(row, 1)?, row.get(2)?);
    inside.then(|| arrived_on(text(row, 0)?)).transpose()
}

/// What waited for somebody to choose. Only where somebody wrote since, and where that
/// can matter, the entity is read as it stood: it may have been deleted since, or not yet.
fn conflicted(sql: &Connection, at: &Vector, then: &Then) -> Result<BTreeSet<Id>, Trouble> {
    let mut open = BTreeSet::new();
    if then.from_now {
        open.extend(conflicts(sql)?.into_iter().map(|(id, _)| id));
    }
    for (entity, fields) in then.fields.entities() {
        let Some(id) = Id::parse(entity) else { continue };
        let decides = |name: &str, field: &Field| name == DELETED || can_be_open(name) && field.is_disputed();
        if open.remove(&id) || fields.iter().any(|(name, field)| decides(name, field)) {
            let stood = Row::read_as_of(sql, &id, at)?;
            if stood.is_some_and(|row| row.heads.keys().any(|field| row.is_open(field))) {
                open.insert(id);
            }
        }
    }
    Ok(open)
}
