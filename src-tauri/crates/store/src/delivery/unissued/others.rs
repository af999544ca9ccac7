//! What another government's store shows, that has received everything from here.

use std::collections::BTreeSet;

use jalon_domain::{Id, Kind};
use rusqlite::Connection;
use serde_json::Value;

use super::is_open;
use crate::Trouble;
use crate::delivery::eyes::Eyes;
use crate::journal::row::Row;
use crate::journal::{CREATE, DELETED, TxnRow, read};

/// What of an entity the others are to have.
pub(super) enum Wanted {
    All,
    Only(&'static str),
    /// That it is attributed otherwise, and names nobody any more.
    Attribution,
    Nothing,
}

/// A store of another government that has received everything from here.
pub(super) struct Others<'e, 'a> {
    eyes: &'e Eyes<'a>,
    /// What it does not see.
    hidden: Vec<TxnRow>,
    names: BTreeSet<String>,
}

impl<'e, 'a> Others<'e, 'a> {
    pub(super) fn of(sql: &Connection, eyes: &'e Eyes<'a>) -> Result<Self, Trouble> {
        let mut hidden = eyes.concerned(sql)?;
        hidden.retain(|txn| eyes.must_not_meet(txn));
        let names = hidden.iter().map(|txn| txn.id.clone()).collect();
        Ok(Others { eyes, hidden, names })
    }

    /// The entities to which something was done that it does not see.
    pub(super) fn lacking(&self, sql: &Connection) -> Result<BTreeSet<Id>, Trouble> {
        let mut found = BTreeSet::new();
        for txn in &self.hidden {
            let changes = read::changes_of(sql, &txn.id)?;
            found.extend(changes.iter().filter_map(|change| Id::parse(&change.entity)));
        }
        // Whom one names that named nobody before was kept back until it is issued.
        found.extend(self.eyes.named().iter().cloned());
        Ok(found)
    }

    /// What of an entity is to be issued. The words of a challenge that is shown nowhere
    /// stay where they are; that it is shown no longer does not.
    pub(super) fn wanted(&self, sql: &Connection, row: &Row, merged: bool) -> Result<Wanted, Trouble> {
        let there = self.may_show(sql, row)?;
        if !row.is_live() {
            return Ok(if there { Wanted::Only(DELETED) } else { Wanted::Nothing });
        }
        if row.kind != Kind::Challenge {
            return Ok(Wanted::All);
        }
        let internal = row.value("attribution") == "internal";
        if internal && !self.replaces_shown(sql, row)? {
            return Ok(if there { Wanted::Attribution } else { Wanted::Nothing });
        }
        Ok(if merged { Wanted::Nothing } else { Wanted::All })
    }

    /// Whether a challenge stands for others that are shown elsewhere.
    fn replaces_shown(&self, sql: &Connection, row: &Row) -> Result<bool, Trouble> {
        let sources = row.value("merged_from").as_array().into_iter().flatten();
        for id in sources.filter_map(|id| Id::parse(id.as_str()?)) {
            let Some(source) = Row::read(sql, &id)? else { continue };
            if self.may_show(sql, &source)? {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Whether something is there, or may be: a challenge that was named was for everybody
    /// to see until it was not, whoever wrote it.
    fn may_show(&self, sql: &Connection, row: &Row) -> Result<bool, Trouble> {
        let mut named = sql.prepare_cached(
            "SELECT 1 FROM change WHERE entity = ?1 AND field = 'attribution' AND value = '\"named\"'",
        )?;
        let was_named = row.kind == Kind::Challenge && named.exists([row.id.as_str()])?;
        Ok(was_named || self.shows(sql, row, CREATE)? == [Value::Bool(true)])
    }

    /// Whether a field holds something else there than here; where several versions stand
    /// here, whether others are there. What is not here any more cannot be issued.
    pub(super) fn lacks(&self, sql: &Connection, row: &Row, field: &str) -> Result<bool, Trouble> {
        let heads = row.head_ids(field);
        let mut gone = sql.prepare_cached("SELECT 1 FROM change WHERE id = ?1 AND value IS NULL")?;
        for head in &heads {
            if gone.exists([head])? {
                return Ok(false);
            }
        }
        let shown = self.shows(sql, row, field)?;
        if is_open(row, field) {
            let here: Vec<&Value> = row.heads[field].iter().map(|head| &head.value).collect();
            let lacks_one = here.iter().any(|value| !shown.contains(value));
            return Ok(lacks_one || shown.iter().any(|there| !here.contains(&there)));
        }
        let here = row.value(field);
        if says_nothing(here) {
            // What stood there while it was for everybody to see, whom it named above all,
            // they hold until they are told otherwise. What is kept back today says nothing
            // of then, nor does who wrote it.
            return Ok(self.said(sql, row, field)?.iter().any(|said| !says_nothing(&said.value)));
        }
        Ok(shown.is_empty() || shown.iter().any(|there| there != here))
    }

    /// The values of a field's heads there, of which what is kept back today is null.
    fn shows(&self, sql: &Connection, row: &Row, field: &str) -> Result<Vec<Value>, Trouble> {
        let kept = |action: &str| self.eyes.keeps_back(action, row.kind, row.id.as_str(), field);
        let heads = self.said(sql, row, field)?.into_iter().filter(|said| !said.hidden);
        Ok(heads.map(|said| if kept(&said.action) { Value::Null } else { said.value }).collect())
    }

    /// Everything said of a field that nothing which others see came after.
    fn said(&self, sql: &Connection, row: &Row, field: &str) -> Result<Vec<Said>, Trouble> {
        let mut query = sql.prepare_cached(
            "SELECT change.id, change.txn, change.bases, change.value, txn.action
             FROM change JOIN txn ON txn.id = change.txn
             WHERE change.entity = ?1 AND change.field = ?2 ORDER BY change.id",
        )?;
        let mut rows = query.query([row.id.as_str(), field])?;
        let (mut all, mut replaced) = (Vec::new(), BTreeSet::new());
        while let Some(change) = rows.next()? {
            let hidden = self.names.contains(&change.get::<_, String>(1)?);
            if !hidden {
                replaced.extend(read::bases_in(&change.get::<_, String>(2)?)?);
            }
            let (value, action): (Option<String>, String) = (change.get(3)?, change.get(4)?);
            let value = value.and_then(|value| serde_json::from_str(&value).ok()).unwrap_or_default();
            all.push((change.get::<_, String>(0)?, Said { action, value, hidden }));
        }
        all.retain(|(id, _)| !replaced.contains(id));
        Ok(all.into_iter().map(|(_, said)| said).collect())
    }
}

/// What a change says of a field.
struct Said {
    /// By which action.
    action: String,
    value: Value,
    /// Whether others are not to see it today. They may have it from before.
    hidden: bool,
}

/// Whether a value is that there is nothing.
fn says_nothing(value: &Value) -> bool {
    value.is_null() || value.as_array().is_some_and(Vec::is_empty)
}
