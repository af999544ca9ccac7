//! What stood at a moment, out of the journal.
//!
//! Two ways lead there, and the shorter one is taken: folding the changes inside the
//! moment from the beginning, or going back from the present over those that are not
//! inside. Either reads each change once. Hashes are not looked at: opening a store
//! has verified them.

use std::collections::{HashMap, HashSet};

use jalon_domain::{Kind, Vector};
use rusqlite::{Connection, OptionalExtension as _, Row as SqlRow};

use super::by_entity::ByEntity;
use super::field::{Field, ids};
use super::vector::present;
use crate::Trouble;
use crate::journal::CREATE;
use crate::journal::ids::holds_time;

/// What stood at a moment.
pub(super) struct Then {
    /// Whether everything else stood as it stands now; otherwise there was nothing else.
    pub from_now: bool,
    /// Fields that the journal was read for.
    pub fields: ByEntity<Field>,
    /// The entities of which all fields were read, with the change that created them
    /// and what it made of them.
    pub whole: HashMap<String, (String, Option<Kind>)>,
}

impl Then {
    /// Reads the journal.
    pub fn read(sql: &Connection, at: &Vector) -> Result<Then, Trouble> {
        let now = present(sql)?;
        let inside: i64 = now.devices().map(|(device, end)| end.min(at.seq(device))).sum();
        let outside = now.devices().map(|(_, end)| end).sum::<i64>() - inside;
        if inside < outside { from_the_start(sql, at, &now) } else { back_from_now(sql, at, &now) }
    }

    fn new(from_now: bool) -> Then {
        Then { from_now, fields: ByEntity::default(), whole: HashMap::new() }
    }

    /// Takes in a row of [`each_change`].
    fn take(&mut self, row: &SqlRow<'_>) -> Result<(), Trouble> {
        let (entity, name, change) = (text(row, 1)?, text(row, 2)?, text(row, 3)?);
        let value = row.get_ref(5)?.as_str_or_null().map_err(damaged)?;
        self.fields.entry(entity, name).take(change, text(row, 4)?, value)?;
        // Two stores may have given one id to two things: the lowest id tells, as it
        // does for what stands now.
        if name == CREATE && self.whole.get(entity).is_none_or(|(before, _)| change < before.as_str()) {
            self.whole.insert(entity.to_owned(), (change.to_owned(), Kind::named(text(row, 6)?)));
        }
        Ok(())
    }
}

fn from_the_start(sql: &Connection, at: &Vector, now: &Vector) -> Result<Then, Trouble> {
    let mut then = Then::new(false);
    let spans = now.devices().map(|(device, end)| (device, 1, end.min(at.seq(device))));
    let inside = txns(sql, spans, |device, seq| at.includes(device, seq))?;
    each_change(sql, &inside, |row| then.take(row))?;
    Ok(then)
}

/// What the changes outside the moment say of one field.
#[derive(Default)]
struct Later {
    changes: Vec<String>,
    /// Changes that these were based on, but for what was seen to be one of them.
    bases: Vec<String>,
    /// How many heads it has now, and whether any of them is inside.
    heads: usize,
    inside: bool,
}

/// A change inside the moment stood unless another inside it is based on it. So what
/// stood in a field is among its heads of now and the bases of the changes outside.
fn back_from_now(sql: &Connection, at: &Vector, now: &Vector) -> Result<Then, Trouble> {
    let mut later = ByEntity::<Later>::default();
    let spans = now.devices().map(|(device, end)| (device, at.first_outside(device), end));
    let outside = txns(sql, spans, |device, seq| !at.includes(device, seq))?;
    each_change(sql, &outside, |row| {
        let field = later.entry(text(row, 1)?, text(row, 2)?);
        for base in ids(text(row, 4)?)? {
            // The latest first: a change is mostly based on the one before it.
            if !field.changes.iter().rev().any(|change| change == base) {
                field.bases.push(base.to_owned());
            }
        }
        field.changes.push(text(row, 3)?.to_owned());
        Ok(())
    })?;
    let mut then = Then::new(true);
    if later.is_empty() {
        return Ok(then);
    }
    let mut heads = sql.prepare_cached("SELECT entity, field, change FROM head")?;
    let mut heads = heads.query([])?;
    while let Some(row) = heads.next()? {
        if let Some(field) = later.get_mut(text(row, 0)?, text(row, 1)?) {
            let head = text(row, 2)?;
            field.heads += 1;
            field.inside |= !field.changes.iter().rev().any(|change| change == head);
        }
    }
    let mut twofold = Vec::new();
    for (entity, name, later) in later.into_each() {
        let outside: HashSet<&String> = later.changes.iter().collect();
        let bases: HashSet<&String> = later.bases.iter().filter(|base| !outside.contains(base)).collect();
        let stood = if later.heads == 1 && !later.inside && bases.len() <= 1 {
            bases.into_iter().next().map_or(Ok(Field::default()), |base| said(sql, base, &name))?
        } else {
            // Several wrote to it at once: all that was said of it is looked at.
            fold(sql, at, &entity, &name)?
        };
        if name == CREATE && stood.is_set() {
            twofold.push(entity.clone());
        }
        *then.fields.entry(&entity, &name) = stood;
    }
    for entity in twofold {
        // It was created here and, as something else perhaps, elsewhere.
        then.fields.forget(&entity);
        fold_entity(sql, at, &entity, &mut then)?;
    }
    Ok(then)
}

/// A field that stood as one change left it; empty when that is a change of another
/// field, as a deletion is based on what stands in all of them.
fn said(sql: &Connection, change: &str, name: &str) -> Result<Field, Trouble> {
    let mut value = sql.prepare_cached("SELECT value FROM change WHERE id = ?1 AND field = ?2")?;
    let value: Option<Option<String>> = value.query_row([change, name], |row| row.get(0)).optional()?;
    Ok(value.map(|value| Field::of(change.to_owned(), value)).unwrap_or_default())
}

/// A field, from all of its changes inside the moment.
pub(super) fn fold(sql: &Connection, at: &Vector, entity: &str, name: &str) -> Result<Field, Trouble> {
    let mut field = Field::default();
    let mut query = sql.prepare_cached(
        "SELECT txn.device, txn.seq, change.id, change.bases, change.value
         FROM change JOIN txn ON txn.id = change.txn WHERE change.entity = ?1 AND change.field = ?2",
    )?;
    let mut rows = query.query([entity, name])?;
    while let Some(row) = rows.next()? {
        if at.includes(text(row, 0)?, row.get(1)?) {
            field.take(text(row, 2)?, text(row, 3)?, row.get_ref(4)?.as_str_or_null().map_err(damaged)?)?;
        }
    }
    Ok(field)
}

/// All fields of an entity, from all of its changes inside the moment.
fn fold_entity(sql: &Connection, at: &Vector, entity: &str, then: &mut Then) -> Result<(), Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT txn.id, change.entity, change.field, change.id, change.bases, change.value, change.kind,
            txn.device, txn.seq
         FROM change JOIN txn ON txn.id = change.txn WHERE change.entity = ?1",
    )?;
    let mut rows = query.query([entity])?;
    while let Some(row) = rows.next()? {
        if at.includes(text(row, 7)?, row.get(8)?) {
            then.take(row)?;
        }
    }
    Ok(())
}

/// The ids, sorted, of those transactions that are wanted within spans of devices' chains.
fn txns<'v>(
    sql: &Connection,
    spans: impl Iterator<Item = (&'v str, i64, i64)>,
    wanted: impl Fn(&str, i64) -> bool,
) -> Result<Vec<String>, Trouble> {
    let mut query =
        sql.prepare_cached("SELECT id, seq FROM txn WHERE device = ?1 AND seq BETWEEN ?2 AND ?3")?;
    let mut found = Vec::new();
    for span in spans.filter(|(_, first, last)| first <= last) {
        let mut rows = query.query(span)?;
        while let Some(row) = rows.next()? {
            if wanted(span.0, row.get(1)?) {
                found.push(row.get(0)?);
            }
        }
    }
    found.sort_unstable();
    Ok(found)
}

/// Hands over the changes of these transactions: txn, entity, field, id, bases, value, kind.
/// Walking over the part of the table that they stand in takes less time than looking each
/// up: ids that hold a time mostly follow each other as time does. Those that hold none
/// stand anywhere, and are looked up.
fn each_change(
    sql: &Connection,
    txns: &[String],
    mut hand_over: impl FnMut(&SqlRow<'_>) -> Result<(), Trouble>,
) -> Result<(), Trouble> {
    const COLUMNS: &str = "SELECT txn, entity, field, id, bases, value, kind FROM change";
    let (timed, others): (Vec<&String>, Vec<&String>) = txns.iter().partition(|txn| holds_time(txn));
    let mut query = sql.prepare_cached(&format!("{COLUMNS} WHERE txn = ?1"))?;
    for txn in others {
        let mut rows = query.query([txn])?;
        while let Some(row) = rows.next()? {
            hand_over(row)?;
        }
    }
    let Some((first, last)) = timed.first().zip(timed.last()) else { return Ok(()) };
    let mut query = sql.prepare_cached(&format!("{COLUMNS} WHERE txn BETWEEN ?1 AND ?2 ORDER BY txn, n"))?;
    let mut rows = query.query([first, last])?;
    let mut wanted = timed.iter().peekable();
    while let Some(row) = rows.next()? {
        let txn = text(row, 0)?;
        while wanted.next_if(|wanted| wanted.as_str() < txn).is_some() {}
        if wanted.peek().is_some_and(|wanted| wanted.as_str() == txn) {
            hand_over(row)?;
        }
    }
    Ok(())
}

pub(super) fn text<'r>(row: &'r SqlRow<'_>, column: usize) -> Result<&'r str, Trouble> {
    row.get_ref(column)?.as_str().map_err(damaged)
}

fn damaged(error: rusqlite::types::FromSqlError) -> Trouble {
    Trouble::Damaged(error.to_string())
}
