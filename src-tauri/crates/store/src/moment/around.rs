//! What the board needs beside the plan, as of a moment.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use jalon_domain::board::Surroundings;
use jalon_domain::{Id, TabledDeck, Vector};
use rusqlite::Connection;

use super::field::Field;
use super::named::Moment;
use super::then::{Then, text};
use super::{corrections, plan};
use crate::delivery::widened;
use crate::journal::DELETED;
use crate::journal::row::{Row, can_be_open};
use crate::news::{News, REPORTED};
use crate::projection::read::conflicts;
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
                reported_on: reported_on(sql, &then)?,
                conflicted: conflicted(sql, at, &then)?,
                to_correct: to_correct.into_iter().map(|it| it.milestone).collect(),
            })
        })
    }
}

/// When each milestone was last reported on.
fn reported_on(sql: &Connection, then: &Then) -> Result<BTreeMap<Id, NaiveDate>, Trouble> {
    let mut news = News::new(sql)?;
    let mut heads = sql.prepare_cached("SELECT change FROM head WHERE entity = ?1 AND field = ?2")?;
    let mut query = sql.prepare_cached("SELECT id FROM milestone")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let Some(id) = Id::parse(text(row, 0)?) else { continue };
        let fields = then.fields.of(id.as_str()).unwrap_or_default();
        for name in REPORTED {
            if let Some((_, field)) = fields.iter().find(|(known, _)| known == name) {
                field.changes().try_for_each(|change| news.take(&id, change))?;
            } else if then.from_now {
                let mut rows = heads.query([id.as_str(), name])?;
                while let Some(row) = rows.next()? {
                    news.take(&id, text(row, 0)?)?;
                }
            }
        }
    }
    Ok(news.into_days())
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
