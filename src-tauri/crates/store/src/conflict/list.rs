//! What somebody must choose between, and who said what.

use jalon_domain::{Actor, Bilingual, Id, Kind};
use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::confidential::Nameless;
use crate::journal::DELETED;
use crate::journal::row::Row;
use crate::projection::read::conflicts;
use crate::{HistoryEntry, Store, Trouble, history, title};

/// A field of which several versions stand.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Dispute {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// What the entity is called.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Bilingual>,
    /// The journal field. `$deleted`: what somebody deleted, somebody else has worked
    /// on at the same time.
    pub field: String,
    /// The versions, the one that is shown first.
    pub versions: Vec<DisputedVersion>,
}

/// One of several versions.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DisputedVersion {
    /// The change that says so.
    pub change: String,
    /// What the field holds when this version is chosen.
    #[ts(type = "unknown")]
    pub value: Value,
    /// Who said so, when and why.
    pub entry: HistoryEntry,
}

impl Store {
    /// Everything that somebody must choose between, as far as `reader` may see it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn disputes(&self, reader: &Actor) -> Result<Vec<Dispute>, Trouble> {
        self.reading(|sql| {
            let nameless = Nameless::read(sql)?;
            let mut found = Vec::new();
            for (id, field) in conflicts(sql)?.into_iter().filter(|(id, _)| !nameless.hides(id, reader)) {
                let Some(row) = Row::read(sql, &id)? else { continue };
                let versions = versions(sql, &row, &field, reader)?;
                let (kind, title) = (row.kind, title::title(sql, &id)?);
                found.push(Dispute { kind, id, title, field, versions });
            }
            Ok(found)
        })
    }
}

fn versions(
    sql: &Connection,
    row: &Row,
    field: &str,
    reader: &Actor,
) -> Result<Vec<DisputedVersion>, Trouble> {
    let mut versions = Vec::new();
    let mut add = |field: &str, change: &str, value: Option<Value>| -> Result<(), Trouble> {
        let entry = history::of_change(sql, &row.id, field, change)?;
        if let Some(entry) = entry.and_then(|entry| entry.into_version(reader)) {
            // The entry's value is what the reader may see of it.
            let seen = entry.changes.first().map(|change| change.after.clone());
            let value = value.or(seen).unwrap_or_default();
            versions.push(DisputedVersion { change: change.to_owned(), value, entry });
        }
        Ok(())
    };
    for head in row.heads.get(field).into_iter().flatten() {
        add(field, &head.change, None)?;
    }
    if field == DELETED {
        for (field, head) in row.written_unseen() {
            // Whoever chooses what was written keeps the thing that it was written to.
            add(field, &head.change, Some(Value::Bool(false)))?;
        }
    }
    Ok(versions)
}
