//! What redactions destroyed, by the ids of the changes.
//!
//! The journal says it, from the redaction on. A backup of before has no redaction in its
//! journal, so a list beside the journal is written into it when it is cleaned, and goes
//! with it into a store that is restored from it: a value that comes later, out of a store
//! that has not heard of the redaction, is known there for what it is. The list holds no
//! word of what was destroyed.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::{Id, Kind};
use rusqlite::{Connection, OptionalExtension as _};
use serde::{Deserialize, Serialize};

use super::obey::changes_named;
use crate::Trouble;
use crate::journal::REDACTED;
use crate::salvage::both_ways;

/// The setting that keeps the list.
const KEPT: &str = "redacted";

/// Changes that were destroyed, each with what it was a change of.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Destroyed(BTreeMap<String, Of>);

/// What a redaction was of.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct Of {
    pub kind: String,
    pub entity: String,
    /// As the redaction named it: one side of a text, or the whole of it.
    pub field: String,
}

impl Destroyed {
    /// By one redaction.
    pub fn of(kind: Kind, id: &Id, field: &str, changes: &BTreeSet<String>) -> Destroyed {
        let of = Of { kind: kind.def().name.to_owned(), entity: id.to_string(), field: field.to_owned() };
        Destroyed(changes.iter().map(|change| (change.clone(), of.clone())).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The changes.
    pub fn ids(&self) -> BTreeSet<String> {
        self.0.keys().cloned().collect()
    }

    /// The entities that they are of.
    pub fn entities(&self) -> BTreeSet<&str> {
        self.0.values().map(|of| of.entity.as_str()).collect()
    }

    /// Whether all of another list stands in this one.
    pub fn covers(&self, other: &Destroyed) -> bool {
        other.0.keys().all(|change| self.0.contains_key(change))
    }

    /// The two together.
    pub fn extend(&mut self, other: Destroyed) {
        for (change, of) in other.0 {
            self.0.entry(change).or_insert(of);
        }
    }

    /// What of it does not stand in another list.
    pub fn without(mut self, other: &Destroyed) -> Destroyed {
        self.0.retain(|change, _| !other.0.contains_key(change));
        self
    }

    /// The changes by what they are of.
    pub(super) fn by_field(self) -> BTreeMap<Of, Vec<String>> {
        let mut fields: BTreeMap<Of, Vec<String>> = BTreeMap::new();
        for (change, of) in self.0 {
            fields.entry(of).or_default().push(change);
        }
        fields
    }

    /// Puts it into the list that a file keeps.
    pub fn keep(self, sql: &Connection) -> Result<(), Trouble> {
        let mut all = kept(sql)?;
        if all.covers(&self) {
            return Ok(());
        }
        all.extend(self);
        let value = serde_json::json!(all).to_string();
        sql.execute(
            "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
            [KEPT, &value],
        )?;
        Ok(())
    }

    /// What a change of `$redacted` says.
    fn said((kind, entity, value): (String, String, String)) -> Destroyed {
        let said: serde_json::Value = serde_json::from_str(&value).unwrap_or_default();
        let of = Of { kind, entity, field: said["field"].as_str().unwrap_or_default().to_owned() };
        Destroyed(changes_named(&value).into_iter().map(|change| (change, of.clone())).collect())
    }

    fn all(many: impl IntoIterator<Item = Destroyed>) -> Destroyed {
        let mut all = Destroyed::default();
        many.into_iter().for_each(|one| all.extend(one));
        all
    }
}

/// The list that a file keeps.
pub(crate) fn kept(sql: &Connection) -> Result<Destroyed, Trouble> {
    let mut query = sql.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
    let value: Option<String> = query.query_row([KEPT], |row| row.get(0)).optional()?;
    Ok(value.and_then(|value| serde_json::from_str(&value).ok()).unwrap_or_default())
}

/// What the redactions of these entities in a journal destroyed.
pub(super) fn said_of<'a>(
    sql: &Connection,
    entities: impl IntoIterator<Item = &'a str>,
) -> Result<Destroyed, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT kind, entity, value FROM change WHERE entity = ?1 AND field = ?2 AND value IS NOT NULL",
    )?;
    let mut all = Destroyed::default();
    for entity in entities {
        let said = query.query_map([entity, REDACTED], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
        said.into_iter().try_for_each(|said| said.map(|said| all.extend(Destroyed::said(said))))?;
    }
    Ok(all)
}

/// Everything that a file knows to be destroyed, as far as it can be read: the file may be
/// damaged, or of any version.
pub(crate) fn gathered(sql: &Connection) -> Destroyed {
    let mut all = Destroyed::default();
    for order in ["txn, n", "entity, field"] {
        let query = format!(
            "SELECT kind, entity, value FROM change WHERE field = '{REDACTED}' AND value IS NOT NULL ORDER BY {order}"
        );
        let said: Vec<_> = both_ways(sql, &query, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        all.extend(Destroyed::all(said.into_iter().map(Destroyed::said)));
    }
    let query = format!("SELECT value FROM setting WHERE name = '{KEPT}' ORDER BY name");
    let kept: Vec<String> = both_ways(sql, &query, |row| row.get(0));
    all.extend(Destroyed::all(kept.iter().filter_map(|list| serde_json::from_str(list).ok())));
    all
}
