//! Redactions that others made, or that were made before a backup came back.

use std::collections::BTreeSet;

use rusqlite::Connection;
use serde_json::Value;

use super::destroyed::{kept, said_of};
use super::{blank, remember};
use crate::Trouble;
use crate::delivery::Item;
use crate::journal::REDACTED;

/// Takes out of what arrives the values that are known to be destroyed: they never stand
/// in the file.
pub(crate) fn refuse(sql: &Connection, items: &mut [Item]) -> Result<(), Trouble> {
    let mut known = kept(sql)?;
    let entities: BTreeSet<&str> = items.iter().flat_map(Item::entities).collect();
    known.extend(said_of(sql, entities)?);
    for item in items {
        item.redact(&known);
    }
    Ok(())
}

/// Destroys what redactions of these entities name of their own, within the caller's transaction:
/// the redaction may have come before what it names, or after it.
pub(crate) fn obey<'a>(sql: &Connection, entities: impl IntoIterator<Item = &'a str>) -> Result<(), Trouble> {
    let said = said_of(sql, entities)?;
    let kept = kept(sql)?;
    let named = said.ids(sql)?;
    // Of a redaction that this file has not heard of its backups are to know too, and what
    // waits may hold what it names.
    if blank(sql, &named)? > 0 || !kept.covers(&said) {
        remember(sql, &named)?;
    }
    let mut all = named;
    all.extend(kept.ids(sql)?);
    not_withheld(sql, &all)?;
    said.keep(sql)
}

/// Notes that these changes are without their values for good: nothing is kept back.
pub(super) fn not_withheld(sql: &Connection, changes: &BTreeSet<String>) -> Result<(), Trouble> {
    let mut delete = sql.prepare_cached("DELETE FROM withheld WHERE change = ?1")?;
    for change in changes {
        delete.execute([change])?;
    }
    Ok(())
}

/// Whether a change without a value was redacted, here or where it came from; if not, its
/// value was not for this store to see.
pub(crate) fn is_redacted(sql: &Connection, entity: &str, change: &str) -> Result<bool, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM change, json_each(change.value, '$.changes') AS named
                        WHERE entity = ?1 AND field = ?2 AND named.value = ?3)
             OR NOT EXISTS (SELECT 1 FROM withheld WHERE change = ?3)",
    )?;
    Ok(query.query_row([entity, REDACTED, change], |row| row.get(0))?)
}

/// The changes that a redaction names.
pub(crate) fn changes_named(value: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(value).unwrap_or_default();
    let ids = value["changes"].as_array().into_iter().flatten();
    ids.filter_map(|id| id.as_str().map(str::to_owned)).collect()
}

/// The changes that a redaction names which put in their place what should stand there
/// then, be it nothing. One that was only recorded again did not see what stood there.
pub(crate) fn changes_replaced(value: &str) -> Vec<String> {
    let read: Value = serde_json::from_str(value).unwrap_or_default();
    if read["again"] == Value::Bool(true) { Vec::new() } else { changes_named(value) }
}
