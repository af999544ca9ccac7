//! When milestones were last reported on, and since when they have been complete.
//!
//! What is reported of a milestone is its status and when it is due. The day is the one on
//! which that was said, so that two stores with the same journal tell the same, whenever
//! each of them learnt of it. A clock that goes ahead decides nothing: what has arrived was
//! said by then. That a translation was written or approved, a thing was put in another
//! order, taken back, or taken along into the next plan, that one of several versions was
//! chosen, or that words were redacted is no report.

mod said;

use std::collections::BTreeMap;

use chrono::{DateTime, Local, NaiveDate, Utc};
use jalon_domain::Id;
use rusqlite::{CachedStatement, Connection};

use crate::{Trouble, built_in};

/// The fields that are reports.
pub(crate) const REPORTED: [&str; 2] = ["status", "due"];

/// When changes were made, as far as they report anything.
pub(crate) struct News<'s> {
    sql: &'s Connection,
    change: CachedStatement<'s>,
    last: BTreeMap<Id, NaiveDate>,
}

impl<'s> News<'s> {
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
}

/// The day, where the user is, on which a transaction was made. What is built in bears a
/// time that stands for none: the sample says how things stood on a day of its own.
fn made_on(made_at: &str, arrived_at: &str, action: &str) -> Result<NaiveDate, Trouble> {
    let moment = |text: &str| -> Result<DateTime<Utc>, Trouble> {
        text.parse().map_err(|_| Trouble::Damaged(format!("time of a transaction: {text}")))
    };
    let built_in = made_at == built_in::MADE_AT && action == "install_sample";
    let made = if built_in { built_in::SAMPLE_AS_OF } else { made_at };
    Ok(moment(made)?.min(moment(arrived_at)?).with_timezone(&Local).date_naive())
}

fn damaged(error: rusqlite::types::FromSqlError) -> Trouble {
    Trouble::Damaged(error.to_string())
}
