//! Walks back from a change to the one that said first what it says.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use jalon_domain::action::ActionName;
use jalon_domain::{Completion, PlanDate, Status};
use rusqlite::Connection;
use serde_json::Value;

use super::{News, damaged, made_on};
use crate::changes::read_action;
use crate::journal::CREATE;
use crate::journal::read::bases_in;
use crate::told::source;
use crate::{Trouble, redact, undo};

/// A change, as it is walked back over.
struct Said {
    entity: String,
    field: String,
    value: Option<String>,
    bases: String,
    takes_back: bool,
    action: ActionName,
    day: NaiveDate,
}

impl<'s> News<'s> {
    /// Of nothing yet.
    pub fn new(sql: &'s Connection) -> Result<News<'s>, Trouble> {
        let change = sql.prepare_cached(
            "SELECT change.entity, change.field, change.value, change.bases, txn.undoes IS NOT NULL, txn.action,
                txn.made_at, arrival.arrived_at
             FROM change JOIN txn ON txn.id = change.txn JOIN arrival ON arrival.txn = txn.id
             WHERE change.id = ?1",
        )?;
        Ok(News { sql, change, last: Default::default() })
    }

    /// The day on which what a change says was said first; `None` where it only takes back
    /// all that was ever said.
    pub(super) fn said_on(&mut self, change: &str) -> Result<Option<NaiveDate>, Trouble> {
        let (mut at, mut been, mut day) = (change.to_owned(), BTreeSet::new(), None);
        while let Some(said) = self.read(&at)? {
            day = Some(said.day);
            match self.before(&at, &said)? {
                // What others sent may lead back to itself.
                Some(Some(before)) if been.insert(at) => at = before,
                Some(None) => return Ok(None),
                _ => break,
            }
        }
        Ok(day)
    }

    /// The day since which a milestone whose status stands as this change says has been
    /// complete; `None` where it is not, and where it was complete when it was first recorded:
    /// nobody says since when. Neither that it was said again with other words or addresses nor
    /// the order in which stores heard of it is of any account.
    pub fn complete_since(&mut self, head: &str) -> Result<Option<NaiveDate>, Trouble> {
        let (mut open, mut been, mut day) = (Vec::new(), BTreeSet::new(), None::<NaiveDate>);
        open.extend(self.complete(head)?.map(|said| (head.to_owned(), said)));
        while let Some((at, said)) = open.pop() {
            let before = match self.before(&at, &said)? {
                Some(before) => before.into_iter().collect(),
                None => bases_in(&said.bases)?,
            };
            let mut said_before = false;
            for change in before {
                if let Some(said) = self.complete(&change)? {
                    said_before = true;
                    if been.insert(change.clone()) {
                        open.push((change, said));
                    }
                }
            }
            if !said_before {
                if self.came_with_it(&at)? {
                    return Ok(None);
                }
                day = Some(day.map_or(said.day, |day| day.min(said.day)));
            }
        }
        Ok(day)
    }

    /// Whether what a change wrote to was created together with it.
    fn came_with_it(&self, change: &str) -> Result<bool, Trouble> {
        let mut query = self.sql.prepare_cached(
            "SELECT 1 FROM change AS said JOIN change AS made ON made.txn = said.txn
             WHERE said.id = ?1 AND made.entity = said.entity AND made.field = ?2",
        )?;
        Ok(query.exists([change, CREATE])?)
    }

    /// A change, if it is one of a status that is complete.
    fn complete(&mut self, change: &str) -> Result<Option<Said>, Trouble> {
        let Some(said) = self.read(change)?.filter(|said| said.field == "status") else { return Ok(None) };
        let status =
            self.stood(change, &said)?.and_then(|status| serde_json::from_str::<Status>(&status).ok());
        Ok(status.is_some_and(|status| status.completion == Completion::Complete).then_some(said))
    }

    /// The change before that said the same, of one that says nothing of its own: it takes
    /// something back or does it again, redacts words, chooses between versions, begins the
    /// next plan, or writes a translation. `Some(None)` where that goes back to nothing.
    fn before(&mut self, at: &str, said: &Said) -> Result<Option<Option<String>>, Trouble> {
        if said.takes_back {
            return undo::before_undone(self.sql, at);
        }
        let before = match said.action {
            // What stands in for something takes the place of that alone.
            ActionName::Redact | ActionName::Restore => bases_in(&said.bases)?.into_iter().next(),
            ActionName::Resolve => self.chosen(at, said)?,
            ActionName::ClonePlan => self.copied(at, said)?,
            _ => self.reworded(said)?,
        };
        Ok(before.map(Some))
    }

    /// The version that was chosen; `None` where something else was said instead.
    fn chosen(&mut self, at: &str, said: &Said) -> Result<Option<String>, Trouble> {
        let Some(value) = self.stood(at, said)? else { return Ok(None) };
        for base in bases_in(&said.bases)? {
            let Some(before) = self.read(&base)?.filter(|before| before.field == said.field) else {
                continue;
            };
            if self.stood(&base, &before)?.is_some_and(|before| same(&said.field, &before, &value)) {
                return Ok(Some(base));
            }
        }
        Ok(None)
    }

    /// What stood, when a plan was followed, in the milestone that was taken along: the last
    /// change by then that says what the copy says.
    fn copied(&mut self, at: &str, said: &Said) -> Result<Option<String>, Trouble> {
        let mut query = self.sql.prepare_cached(
            "SELECT before.id, before.value
             FROM change AS copy
             CROSS JOIN txn AS made ON made.id = copy.txn
             CROSS JOIN change AS origin ON origin.entity = copy.entity AND origin.field = 'carried_from'
                AND origin.txn = copy.txn AND origin.value IS NOT NULL
             CROSS JOIN change AS before ON before.entity = json_extract(origin.value, '$')
                AND before.field = copy.field
             CROSS JOIN txn ON txn.id = before.txn
             WHERE copy.id = ?1 AND txn.made_at <= made.made_at
             ORDER BY txn.made_at DESC, before.id DESC",
        )?;
        let mut rows = query.query([at])?;
        while let Some(row) = rows.next()? {
            let value = row.get_ref(1)?.as_str_or_null().map_err(damaged)?;
            // Of what was redacted nobody can say that it was another.
            let compared = said.value.as_deref().zip(value);
            if compared.is_none_or(|(copy, value)| copy == value || same(&said.field, value, copy)) {
                return Ok(Some(row.get(0)?));
            }
        }
        Ok(None)
    }

    /// The change before that said the same but for a translation, if there is one.
    fn reworded(&mut self, said: &Said) -> Result<Option<String>, Trouble> {
        // Only what holds a text in two languages can say the same in other words.
        let Some(value) = said.value.as_deref().filter(|value| value.contains("\"source\"")) else {
            return Ok(None);
        };
        for base in bases_in(&said.bases)? {
            let before = self.read(&base)?.filter(|before| before.field == said.field);
            if before.and_then(|before| before.value).is_some_and(|before| same(&said.field, &before, value))
            {
                return Ok(Some(base));
            }
        }
        Ok(None)
    }

    /// What a change says; of what was redacted, what is known of it.
    fn stood(&self, change: &str, said: &Said) -> Result<Option<String>, Trouble> {
        match &said.value {
            Some(value) => Ok(Some(value.clone())),
            None => redact::stood_there(self.sql, &said.entity, &said.field, change),
        }
    }

    fn read(&mut self, change: &str) -> Result<Option<Said>, Trouble> {
        let mut rows = self.change.query([change])?;
        let Some(row) = rows.next()? else { return Ok(None) };
        let text = |column: usize| row.get_ref(column)?.as_str().map_err(damaged);
        Ok(Some(Said {
            entity: row.get(0)?,
            field: row.get(1)?,
            value: row.get(2)?,
            bases: row.get(3)?,
            takes_back: row.get(4)?,
            action: read_action(text(5)?),
            day: made_on(text(6)?, text(7)?, text(5)?)?,
        }))
    }
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
