//! Compares what follows from the journal with what stands in the file: the heads,
//! the rows of the projection, the search index. The check and the rebuilding are
//! this one comparison.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::registry::KINDS;
use jalon_domain::{Failure, Kind};
use rusqlite::Connection;
use rusqlite::types::Value as SqlValue;

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
pub(crate) struct Expected {
    rows: Vec<(Row, i64)>,
    heads: BTreeSet<(String, String, String)>,
}

/// What should stand in the file, by the journal.
pub(crate) fn expected(folded: &Folded) -> Expected {
    let rows = folded.entities.iter().filter_map(|(id, entity)| Some((entity.row(id)?, entity.changed)));
    let heads = folded.entities.iter().flat_map(|(id, entity)| {
        entity.heads.iter().flat_map(move |(field, heads)| {
            heads.keys().map(move |change| (id.clone(), field.clone(), change.clone()))
        })
    });
    Expected { rows: rows.collect(), heads: heads.collect() }
}

/// Finds all differences.
pub(crate) fn compare(sql: &Connection, expected: &Expected) -> Result<Difference, Trouble> {
    let mut difference = Difference::default();
    let mut query = sql.prepare("SELECT entity, field, change FROM head")?;
    let heads = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let heads = heads.collect::<Result<BTreeSet<(String, String, String)>, _>>()?;
    for (entity, field, _) in heads.symmetric_difference(&expected.heads) {
        difference.heads.insert((entity.clone(), field.clone()));
    }
    let mut rows: BTreeMap<(Kind, String), Vec<SqlValue>> = BTreeMap::new();
    for (row, changed) in &expected.rows {
        rows.insert((row.kind, row.id.to_string()), write::values(row, *changed));
    }
    for def in KINDS {
        compare_table(sql, def.kind, &mut rows, &mut difference)?;
    }
    difference.rows.extend(rows.into_keys());
    difference.texts = search::compare(sql, expected.rows.iter().map(|(row, _)| row))?;
    Ok(difference)
}

fn compare_table(
    sql: &Connection,
    kind: Kind,
    expected: &mut BTreeMap<(Kind, String), Vec<SqlValue>>,
    difference: &mut Difference,
) -> Result<(), Trouble> {
    let table = columns::of(kind);
    let mut query = sql.prepare(&table.select)?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let values =
            (0..table.columns.len() + 3).map(|n| row.get(n)).collect::<Result<Vec<SqlValue>, _>>()?;
        let key = (kind, row.get(0)?);
        if expected.remove(&key).is_none_or(|expected| expected != values) {
            difference.rows.insert(key);
        }
    }
    Ok(())
}

/// Writes heads, rows and search index as they should be, within the caller's
/// transaction.
pub(crate) fn rebuild(sql: &Connection, expected: &Expected) -> Result<(), Trouble> {
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
