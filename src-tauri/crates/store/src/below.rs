//! What stands below an entity, by the fields that name what something belongs to.

use std::collections::BTreeSet;

use jalon_domain::Id;
use jalon_domain::registry::KINDS;
use rusqlite::Connection;

use crate::Trouble;

/// An entity and everything below it, deleted or not; records too where they are
/// wanted.
pub(crate) fn below(sql: &Connection, id: &Id, records: bool) -> Result<BTreeSet<String>, Trouble> {
    all_below(sql, BTreeSet::from([id.to_string()]), records)
}

/// Several entities and everything below them.
pub(crate) fn all_below(
    sql: &Connection,
    mut found: BTreeSet<String>,
    records: bool,
) -> Result<BTreeSet<String>, Trouble> {
    // Parents stand before their children in the registry.
    for def in KINDS.iter().filter(|def| records || !def.record) {
        let Some(parent) = def.parent else { continue };
        let mut query = sql.prepare_cached(&format!("SELECT id, \"{parent}\" FROM {}", def.name))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            if row.get::<_, Option<String>>(1)?.is_some_and(|above| found.contains(&above)) {
                found.insert(row.get(0)?);
            }
        }
    }
    Ok(found)
}
