//! What stood at a moment, out of the journal.
//!
//! Two ways lead there, and the shorter one is taken: folding the changes inside the
//! moment from the beginning, or going back from the present over those that are not
//! inside. Either reads each change once. Hashes are not looked at: opening a store
//! has verified them.

use std::collections::HashMap;

use jalon_domain::{Kind, Vector};
use rusqlite::{CachedStatement, Connection, OptionalExtension as _, Row as SqlRow};

use super::by_entity::ByEntity;
use super::field::{Field, each_id};
use super::vector::present;
use crate::delivery::widened;
use crate::journal::CREATE;
use crate::journal::ids::holds_time;
use crate::{Trouble, redact};

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
        let at = &*widened(sql, at)?;
        let inside: i64 = now.devices().map(|(device, end)| end.min(at.seq(device))).sum();
        let outside = now.devices().map(|(_, end)| end).sum::<i64>() - inside;
        let mut then = match inside < outside {
            true => from_the_start(sql, at, &now)?,
            false => back_from_now(sql, at, &now)?,
        };
        let known = redact::known_fields();
        for (entity, fields) in then.fields.each_mut() {
            for (name, field) in fields.iter_mut().filter(|(name, _)| known.contains(&name.as_str())) {
                field.fill(|change| redact::stood_there(sql, entity, name, change))?;
            }
        }
        Ok(then)
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
enum Later {
    /// None so far.
    #[default]
    Nothing,
    /// Each is based on the one before it alone: what the first is based on, if on
    /// anything, and the last.
    Chain(Option<String>, String),
    /// Several wrote to it at once, or it was decided between what they wrote.
    Branched,
}

impl Later {
    /// Takes in the next change outside, in whatever order they come: what came after one that
    /// is not taken in yet follows no chain.
    fn take(&mut self, change: &str, bases: &str) -> Result<(), Trouble> {
        let (mut base, mut count) = (None, 0);
        each_id(bases, |id| {
            base = Some(id);
            count += 1;
        })?;
        match self {
            Later::Nothing if count < 2 => *self = Later::Chain(base.map(str::to_owned), change.to_owned()),
            Later::Chain(_, last) if count == 1 && base == Some(last.as_str()) => {
                // Thousands come by: the same piece of memory is written over.
                last.clear();
                last.push_str(change);
            }
            _ => *self = Later::Branched,
        }
        Ok(())
    }
}

/// A change inside the moment stood unless another inside it is based on it. So what
/// stood in a field is among its heads of now and the bases of the changes outside.
fn back_from_now(sql: &Connection, at: &Vector, now: &Vector) -> Result<Then, Trouble> {
    let mut later = ByEntity::<Later>::default();
    let spans = now.devices().map(|(device, end)| (device, at.first_outside(device), end));
    let outside = txns(sql, spans, |device, seq| !at.includes(device, seq))?;
    each_change(sql, &outside, |row| {
        later.entry(text(row, 1)?, text(row, 2)?).take(text(row, 3)?, text(row, 4)?)
    })?;
    let mut then = Then::new(true);
    let mut heads = sql.prepare_cached("SELECT field, change FROM head WHERE entity = ?1")?;
    let mut by = sql.prepare_cached("SELECT value FROM change WHERE id = ?1 AND field = ?2")?;
    for (entity, mut fields) in later.into_entities() {
        let mut rows = heads.query([&entity])?;
        while let Some(row) = rows.next()? {
            let (name, head) = (text(row, 0)?, text(row, 1)?);
            if let Some((_, later)) = fields.iter_mut().find(|(known, _)| known == name)
                && !matches!(later, Later::Chain(_, last) if last == head)
            {
                // Another one stands beside the end of the chain.
                *later = Later::Branched;
            }
        }
        let mut stood = Vec::with_capacity(fields.len());
        let mut twofold = false;
        for (name, later) in fields {
            let field = match later {
                Later::Chain(None, _) => Field::default(),
                Later::Chain(Some(base), _) => said(&mut by, base, &name)?,
                // All that was said of it is looked at.
                Later::Nothing | Later::Branched => fold(sql, at, &entity, &name)?,
            };
            twofold |= name == CREATE && field.is_set();
            stood.push((name, field));
        }
        if twofold {
            // It was created here and, as something else perhaps, elsewhere.
            fold_entity(sql, at, &entity, &mut then)?;
        } else {
            then.fields.keep(entity, stood);
        }
    }
    Ok(then)
}

/// A field that stood as one change left it; empty when that is a change of another
/// field, as a deletion is based on what stands in all of them.
fn said(query: &mut CachedStatement<'_>, change: String, name: &str) -> Result<Field, Trouble> {
    let value: Option<Option<String>> =
        query.query_row([change.as_str(), name], |row| row.get(0)).optional()?;
    Ok(value.map(|value| Field::of(change, value)).unwrap_or_default())
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
