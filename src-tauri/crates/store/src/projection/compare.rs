//! Compares what follows from the journal with what stands in the file: the heads,
//! the rows of the projection, the search index. The check and the rebuilding are
//! this one comparison.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::registry::KINDS;
use jalon_domain::{Failure, Id, Kind};
use rusqlite::Connection;

use super::{columns, write};
use crate::act_error::kind_key;
use crate::journal::chain::Folded;
use crate::journal::row::Row;
use crate::{Trouble, search};

/// What differs.
#[derive(Default)]
pub(crate) struct Difference {
    /// Heads that should or should not be there: entity and field.
    heads: BTreeSet<(String, String)>,
    /// Rows that differ or are too few or too many.
    rows: BTreeSet<(Kind, String)>,
    /// Texts of the search index that differ.
    texts: BTreeSet<i64>,
}

impl Difference {
    fn head(&mut self, (entity, field, _): (&str, &str, &str)) {
        self.heads.insert((entity.to_owned(), field.to_owned()));
    }

    /// How many differences there are.
    pub fn len(&self) -> usize {
        self.heads.len() + self.rows.len() + self.texts.len()
    }

    /// Each of them as a failure.
    pub fn failures(&self) -> Vec<Failure> {
        let heads = self.heads.iter().map(|(entity, field)| {
            Failure::new("failure-store-damage-head").text("id", entity).text("field", field)
        });
        let rows = self.rows.iter().map(|(kind, id)| {
            Failure::new("failure-store-damage-row").message("kind", kind_key(*kind)).text("id", id)
        });
        let texts = (!self.texts.is_empty()).then(|| {
            let texts = i64::try_from(self.texts.len()).unwrap_or(i64::MAX);
            Failure::new("failure-store-damage-search").number("texts", texts)
        });
        heads.chain(rows).chain(texts).collect()
    }
}

/// What should stand in the file.
pub(crate) struct Expected<'a> {
    rows: Vec<(Row, i64)>,
    /// Entity, field and change, in their order.
    heads: Vec<(&'a str, &'a str, &'a str)>,
    /// What entities of the journal go by that is no identifier. They are not shown; an
    /// earlier version may have left rows of them, which nothing reads.
    not_shown: BTreeSet<&'a str>,
}

/// What should stand in the file, by the journal.
pub(crate) fn expected(folded: &Folded) -> Expected<'_> {
    let rows = folded.entities.iter().filter_map(|(id, entity)| Some((entity.row(id)?, entity.changed)));
    let heads = folded
        .entities
        .iter()
        .flat_map(|(id, entity)| entity.heads().map(move |(field, change)| (id.as_str(), field, change)));
    let not_shown = folded.entities.keys().map(String::as_str).filter(|id| Id::parse(id).is_none());
    Expected { rows: rows.collect(), heads: heads.collect(), not_shown: not_shown.collect() }
}

impl Expected<'_> {
    /// How many entities are not deleted.
    pub fn live(&self) -> usize {
        self.rows.iter().filter(|(row, _)| row.is_live()).count()
    }
}

/// Finds all differences.
pub(crate) fn compare(sql: &Connection, expected: &Expected<'_>) -> Result<Difference, Trouble> {
    let mut difference = Difference::default();
    compare_heads(sql, expected, &mut difference)?;
    for def in KINDS {
        compare_table(sql, def.kind, expected, &mut difference)?;
    }
    difference.texts = search::compare(sql, expected.rows.iter().map(|(row, _)| row), &expected.not_shown)?;
    Ok(difference)
}

/// Walks through what should be there and what is there side by side; both stand in
/// the same order.
fn compare_heads(
    sql: &Connection,
    expected: &Expected<'_>,
    difference: &mut Difference,
) -> Result<(), Trouble> {
    let mut query = sql.prepare("SELECT entity, field, change FROM head ORDER BY entity, field, change")?;
    let mut rows = query.query([])?;
    let mut left = expected.heads.iter().copied().peekable();
    while let Some(row) = rows.next()? {
        let text = |column| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_str()?);
        let found = (text(0)?, text(1)?, text(2)?);
        while let Some(missing) = left.next_if(|head| *head < found) {
            difference.head(missing);
        }
        if left.next_if(|head| *head == found).is_none() {
            difference.head(found);
        }
    }
    left.for_each(|missing| difference.head(missing));
    Ok(())
}

fn compare_table(
    sql: &Connection,
    kind: Kind,
    expected: &Expected<'_>,
    difference: &mut Difference,
) -> Result<(), Trouble> {
    let table = columns::of(kind);
    let of_kind = expected.rows.iter().filter(|(row, _)| row.kind == kind);
    let mut left: BTreeMap<&str, &(Row, i64)> = of_kind.map(|it| (it.0.id.as_str(), it)).collect();
    let mut query = sql.prepare(&table.select)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let id = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        let same = left.remove(id).is_some_and(|(expected, changed)| {
            let values = write::values(expected, *changed);
            let stands = |n| row.get_ref(n).ok();
            values.iter().enumerate().all(|(n, value)| stands(n) == Some(value.into()))
        });
        if !same && !expected.not_shown.contains(id) {
            difference.rows.insert((kind, id.to_owned()));
        }
    }
    difference.rows.extend(left.into_keys().map(|id| (kind, id.to_owned())));
    Ok(())
}

/// Writes heads, rows and search index as they should be, within the caller's
/// transaction.
pub(crate) fn rebuild(sql: &Connection, expected: &Expected<'_>) -> Result<(), Trouble> {
    sql.execute_batch("DELETE FROM head")?;
    let mut head = sql.prepare("INSERT INTO head (entity, field, change) VALUES (?1, ?2, ?3)")?;
    for (entity, field, change) in &expected.heads {
        head.execute([entity, field, change])?;
    }
    for def in KINDS.iter().rev() {
        sql.execute_batch(&format!("DELETE FROM {}", def.name))?;
    }
    for (row, changed) in &expected.rows {
        write::write(sql, row, *changed)?;
    }
    search::rebuild(sql, expected.rows.iter().map(|(row, _)| row))
}
