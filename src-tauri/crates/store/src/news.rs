//! When milestones were last reported on.
//!
//! What is reported of a milestone is its status and when it is due. The day is the one on
//! which that was said, so that two stores with the same journal tell the same, whenever
//! each of them learnt of it. A clock that goes ahead decides nothing: what has arrived was
//! said by then. That a translation was written or approved, a thing was put in another
//! order, or something was taken back is no report.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Local, NaiveDate, Utc};
use jalon_domain::{Id, PlanDate, Status};
use rusqlite::{CachedStatement, Connection, OptionalExtension as _, Row as SqlRow};
use serde_json::Value;

use crate::told::source;
use crate::{Trouble, built_in, undo};

/// The fields that are reports.
pub(crate) const REPORTED: [&str; 2] = ["status", "due"];

/// When changes were made, as far as they report anything.
pub(crate) struct News<'s> {
    sql: &'s Connection,
    change: CachedStatement<'s>,
    last: BTreeMap<Id, NaiveDate>,
}

/// A change, as it is walked back over.
struct Said {
    field: String,
    value: Option<String>,
    bases: String,
    takes_back: bool,
    day: NaiveDate,
}

impl<'s> News<'s> {
    /// Of nothing yet.
    pub fn new(sql: &'s Connection) -> Result<News<'s>, Trouble> {
        let change = sql.prepare_cached(
            "SELECT change.field, change.value, change.bases, txn.undoes IS NOT NULL, txn.made_at,
                arrival.arrived_at, txn.action FROM change JOIN txn ON txn.id = change.txn
             JOIN arrival ON arrival.txn = txn.id WHERE change.id = ?1",
        )?;
        Ok(News { sql, change, last: BTreeMap::new() })
    }

    /// Of every milestone as it stands.
    pub fn now(sql: &'s Connection) -> Result<BTreeMap<Id, NaiveDate>, Trouble> {
        let mut news = News::new(sql)?;
        let mut heads = sql.prepare_cached(
            "SELECT head.entity, head.change FROM milestone AS it
             CROSS JOIN head ON head.entity = it.id AND head.field IN ('status', 'due')
             WHERE it.deleted = 0",
        )?;
        let mut rows = heads.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(id) = Id::parse(row.get_ref(0)?.as_str().map_err(damaged)?) {
                news.take(&id, row.get_ref(1)?.as_str().map_err(damaged)?)?;
            }
        }
        Ok(news.last)
    }

    /// Takes in one of the changes that stand in a field of a milestone.
    pub fn take(&mut self, id: &Id, head: &str) -> Result<(), Trouble> {
        if let Some(day) = self.said_on(head)? {
            let last = self.last.entry(id.clone()).or_insert(day);
            *last = day.max(*last);
        }
        Ok(())
    }

    /// The last day of each.
    pub fn into_days(self) -> BTreeMap<Id, NaiveDate> {
        self.last
    }

    /// The day on which what a change says was said first; `None` where it only takes back
    /// all that was ever said.
    fn said_on(&mut self, change: &str) -> Result<Option<NaiveDate>, Trouble> {
        let (mut at, mut been, mut day) = (change.to_owned(), BTreeSet::new(), None);
        while let Some(said) = self.read(&at)? {
            day = Some(said.day);
            let before = match said.takes_back {
                true => undo::before_undone(self.sql, &at)?,
                false => self.reworded(&said)?.map(Some),
            };
            match before {
                // What others sent may lead back to itself.
                Some(Some(before)) if been.insert(at) => at = before,
                Some(None) => return Ok(None),
                _ => break,
            }
        }
        Ok(day)
    }

    /// The change before that said the same but for a translation, if there is one.
    fn reworded(&mut self, said: &Said) -> Result<Option<String>, Trouble> {
        // Only what holds a text in two languages can say the same in other words.
        let Some(value) = said.value.as_deref().filter(|value| value.contains("\"source\"")) else {
            return Ok(None);
        };
        for base in serde_json::from_str::<Vec<String>>(&said.bases).unwrap_or_default() {
            let before = self.read(&base)?.filter(|before| before.field == said.field);
            if before.and_then(|before| before.value).is_some_and(|before| same(&said.field, &before, value))
            {
                return Ok(Some(base));
            }
        }
        Ok(None)
    }

    fn read(&mut self, change: &str) -> Result<Option<Said>, Trouble> {
        let said = |row: &SqlRow<'_>| {
            let (field, value, bases, takes_back) = (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
            let times: (String, String, String) = (row.get(4)?, row.get(5)?, row.get(6)?);
            Ok((field, value, bases, takes_back, times))
        };
        let found = self.change.query_row([change], said).optional()?;
        found
            .map(|(field, value, bases, takes_back, (made_at, arrived_at, action))| {
                let day = made_on(&made_at, &arrived_at, &action)?;
                Ok(Said { field, value, bases, takes_back, day })
            })
            .transpose()
    }
}

/// The day, where the user is, on which a transaction was made. What is built in bears a
/// time that stands for none: the sample says how things stood on a day of its own.
pub(crate) fn made_on(made_at: &str, arrived_at: &str, action: &str) -> Result<NaiveDate, Trouble> {
    let moment = |text: &str| -> Result<DateTime<Utc>, Trouble> {
        text.parse().map_err(|_| Trouble::Damaged(format!("time of a transaction: {text}")))
    };
    let built_in = made_at == built_in::MADE_AT && action == "install_sample";
    let made = if built_in { built_in::SAMPLE_AS_OF } else { made_at };
    Ok(moment(made)?.min(moment(arrived_at)?).with_timezone(&Local).date_naive())
}

/// Whether two values of a reported field say the same but for translations.
fn same(field: &str, before: &str, after: &str) -> bool {
    if field == "status" {
        let [before, after] = [before, after].map(|text| serde_json::from_str::<Status>(text).ok());
        return before.zip(after).is_some_and(|(before, after)| before.says_the_same(&after));
    }
    let date = |text: &str| match serde_json::from_str::<PlanDate>(text) {
        Ok(PlanDate::Words(words)) => source(Some(&words)).map(|(lang, words)| format!("{lang:?}: {words}")),
        _ => serde_json::from_str::<Value>(text).ok().map(|value| value.to_string()),
    };
    date(before) == date(after)
}

fn damaged(error: rusqlite::types::FromSqlError) -> Trouble {
    Trouble::Damaged(error.to_string())
}
