//! What is different between two moments.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use jalon_domain::corrections::Correction;
use jalon_domain::since::{Difference, since};
use jalon_domain::{Actor, Completion, Id, Plan, Status, Vector};
use rusqlite::Connection;

use super::named::{Moment, MomentError};
use super::then::{Then, text};
use super::{corrections, plan};
use crate::delivery::widened;
use crate::news::made_on;
use crate::{Store, Trouble, confidential, redact};

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
    /// The days on which milestones that were completed were marked so.
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
            let [before, after] = [from, to].map(|moment| plan::plan(sql, &Then::read(sql, &moment.at)?));
            let (before, after) = (before?, after?);
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
            let mut completed_on = BTreeMap::new();
            let until = widened(sql, &to.at)?;
            for difference in &differences {
                if let Difference::Completed { milestone } = difference {
                    completed_on
                        .extend(completed(sql, milestone, &until)?.map(|day| (milestone.clone(), day)));
                }
            }
            Ok(Since { before, after, day: to.day, differences, completed_on, corrections })
        });
        Ok(found?)
    }
}

/// The day on which a milestone was marked complete, the last time that it was not.
fn completed(sql: &Connection, milestone: &Id, at: &Vector) -> Result<Option<NaiveDate>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT txn.device, txn.seq, arrival.arrived_at, change.value, change.id, txn.made_at, txn.action
         FROM change
         JOIN txn ON txn.id = change.txn JOIN arrival ON arrival.txn = txn.id
         WHERE change.entity = ?1 AND change.field = 'status' ORDER BY arrival.local_n",
    )?;
    let mut rows = query.query([milestone.as_str()])?;
    let mut day = None;
    while let Some(row) = rows.next()? {
        if !at.includes(text(row, 0)?, row.get(1)?) {
            continue;
        }
        // Of what was redacted, the figures are told.
        let status: Option<String> = match row.get(3)? {
            None => redact::stood_there(sql, milestone.as_str(), "status", text(row, 4)?)?,
            status => status,
        };
        let status: Option<Status> = status.and_then(|status| serde_json::from_str(&status).ok());
        let complete = status.is_some_and(|status| status.completion == Completion::Complete);
        day = match (complete, day) {
            (false, _) => None,
            (true, None) => Some(made_on(text(row, 5)?, text(row, 2)?, text(row, 6)?)?),
            (true, day) => day,
        };
    }
    Ok(day)
}
