//! What is different between two moments.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use jalon_domain::corrections::Correction;
use jalon_domain::since::{Difference, since};
use jalon_domain::{Actor, Id, Plan};
use rusqlite::Connection;

use super::named::{Moment, MomentError};
use super::then::Then;
use super::{corrections, plan};
use crate::news::News;
use crate::{Store, Trouble, confidential};

/// What is different between two moments.
#[derive(Debug, Clone, PartialEq)]
pub struct Since {
    /// The plan at the first.
    pub before: Plan,
    /// The plan at the second.
    pub after: Plan,
    /// The day of the second.
    pub day: NaiveDate,
    /// What is different, in the order of [`since`].
    pub differences: Vec<Difference>,
    /// The days on which milestones that were completed were marked so, by when that was said.
    pub completed_on: BTreeMap<Id, NaiveDate>,
    /// What was reported complete by then and was not any more.
    pub corrections: Vec<Correction>,
}

impl Store {
    /// What is different at `to` from what stood at `from`, as `reader` may see it.
    ///
    /// # Errors
    /// `to` comes before `from`, or the file cannot be read.
    pub fn since(&self, from: &Moment, to: &Moment, reader: &Actor) -> Result<Since, MomentError> {
        self.since_of(None, from, to, reader)
    }

    /// The same of one workplan and those that it follows; of the current one and of whatever
    /// else there is where none is named.
    ///
    /// # Errors
    /// As [`Store::since`].
    pub fn since_of(
        &self,
        workplan: Option<&Id>,
        from: &Moment,
        to: &Moment,
        reader: &Actor,
    ) -> Result<Since, MomentError> {
        if to.is_before(from) {
            // What was taken back would be told as done, and what is new as dropped.
            return Err(MomentError::Reversed);
        }
        let found = self.reading(|sql| {
            let then = Then::read(sql, &to.at)?;
            let [before, after] = plan::plans(sql, [&Then::read(sql, &from.at)?, &then])?;
            let read = Some((&from.at, &before));
            let mut corrections = corrections::at_moment(sql, &after, to.deck.as_ref(), read)?;
            let [mut before, mut after] = confidential::plans_for(sql, [before, after], reader)?;
            if let Some(workplan) = workplan {
                let mut line = before.line_of(workplan);
                line.extend(after.line_of(workplan));
                (before, after) = (before.about(workplan, &line), after.about(workplan, &line));
                let known = |id: &Id| before.milestones.contains_key(id) || after.milestones.contains_key(id);
                corrections.retain(|it| known(&it.milestone));
            }
            let differences = since(&before, &after);
            let (mut news, mut completed_on) = (News::new(sql)?, BTreeMap::new());
            for difference in &differences {
                if let Difference::Completed { milestone } = difference
                    && let Some(status) = status_of(sql, &then, milestone)?
                {
                    let day = news.complete_since(&status)?;
                    completed_on.extend(day.map(|day| (milestone.clone(), day)));
                }
            }
            Ok(Since { before, after, day: to.day, differences, completed_on, corrections })
        });
        Ok(found?)
    }
}

/// The change that says how a milestone stood at a moment.
fn status_of(sql: &Connection, then: &Then, milestone: &Id) -> Result<Option<String>, Trouble> {
    let mut fields = then.fields.of(milestone.as_str()).unwrap_or_default().iter();
    if let Some((_, field)) = fields.find(|(name, _)| name == "status") {
        return Ok(field.changes().min().map(str::to_owned));
    }
    if !then.from_now {
        return Ok(None);
    }
    let mut head =
        sql.prepare_cached("SELECT min(change) FROM head WHERE entity = ?1 AND field = 'status'")?;
    Ok(head.query_row([milestone.as_str()], |row| row.get(0))?)
}
