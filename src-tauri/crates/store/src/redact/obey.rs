//! Redactions that others made.

use std::collections::BTreeSet;

use jalon_domain::Id;
use rusqlite::Connection;
use serde_json::Value;

use super::{blank, remember};
use crate::Trouble;
use crate::journal::REDACTED;

/// Destroys what redactions of these entities name, within the caller's transaction:
/// the redaction may have come before what it names, or after it.
pub(crate) fn obey<'a>(sql: &Connection, entities: impl IntoIterator<Item = &'a Id>) -> Result<(), Trouble> {
    let mut query = sql
        .prepare_cached("SELECT value FROM change WHERE entity = ?1 AND field = ?2 AND value IS NOT NULL")?;
    let mut named = BTreeSet::new();
    for entity in entities {
        let values = query.query_map([entity.as_str(), REDACTED], |row| row.get::<_, String>(0))?;
        for value in values {
            named.extend(changes_named(&value?));
        }
    }
    if blank(sql, &named)? > 0 {
        remember(sql, &named)?;
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

pub(crate) fn changes_named(value: &str) -> Vec<String> {
    let value: Value = serde_json::from_str(value).unwrap_or_default();
    let ids = value["changes"].as_array().into_iter().flatten();
    ids.filter_map(|id| id.as_str().map(str::to_owned)).collect()
}
