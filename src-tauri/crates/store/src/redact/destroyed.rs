//! What redactions destroyed, by the ids of the changes.
//!
//! The journal says it, from the redaction on. A backup of before has no redaction in its
//! journal, so a list beside the journal is written into it when it is cleaned, and goes
//! with it into a store that is restored from it: a value that comes later, out of a store
//! that has not heard of the redaction, is known there for what it is. The list holds no
//! word of what was destroyed.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::policy::{self, Verb};
use jalon_domain::{Id, Kind};
use rusqlite::{Connection, OptionalExtension as _, Row};
use serde::{Deserialize, Serialize};

use super::obey::changes_named;
use crate::journal::REDACTED;
use crate::salvage::both_ways;
use crate::{Trouble, history};

/// The setting that keeps the list.
const KEPT: &str = "redacted";

/// Changes that were destroyed, each with what it was a change of, by entity. It is a change
/// of one; what a redaction says of another's destroys nothing, and is in nobody's way.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Destroyed(BTreeMap<String, BTreeMap<String, Of>>);

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
        Destroyed::these(changes.iter().cloned(), &of)
    }

    fn these(changes: impl IntoIterator<Item = String>, of: &Of) -> Destroyed {
        let of = BTreeMap::from([(of.entity.clone(), of.clone())]);
        Destroyed(changes.into_iter().map(|change| (change, of.clone())).collect())
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The changes.
    pub fn changes(self) -> impl Iterator<Item = String> {
        self.0.into_keys()
    }

    /// The changes, without those that stand in a journal as another entity's.
    pub fn ids(&self, sql: &Connection) -> Result<BTreeSet<String>, Trouble> {
        let mut query = sql.prepare_cached("SELECT entity FROM change WHERE id = ?1")?;
        let mut ids = BTreeSet::new();
        for (change, of) in &self.0 {
            let entity: Option<String> = query.query_row([change], |row| row.get(0)).optional()?;
            if entity.is_none_or(|entity| of.contains_key(&entity)) {
                ids.insert(change.clone());
            }
        }
        Ok(ids)
    }

    /// Whether a change of an entity is among them.
    pub fn has(&self, change: &str, entity: &str) -> bool {
        self.0.get(change).is_some_and(|of| of.contains_key(entity))
    }

    /// The entities that they are of.
    pub fn entities(&self) -> BTreeSet<&str> {
        self.0.values().flat_map(BTreeMap::keys).map(String::as_str).collect()
    }

    /// Whether all of another list stands in this one.
    pub fn covers(&self, other: &Destroyed) -> bool {
        other.each().all(|(change, entity)| self.has(change, entity))
    }

    fn each(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().flat_map(|(change, of)| of.keys().map(move |it| (change.as_str(), it.as_str())))
    }

    /// The two together.
    pub fn extend(&mut self, other: Destroyed) {
        for (change, of) in other.0 {
            let known = self.0.entry(change).or_default();
            for (entity, of) in of {
                known.entry(entity).or_insert(of);
            }
        }
    }

    /// What of it does not stand in another list.
    pub fn without(mut self, other: &Destroyed) -> Destroyed {
        self.0.iter_mut().for_each(|(change, of)| of.retain(|entity, _| !other.has(change, entity)));
        self.0.retain(|_, of| !of.is_empty());
        self
    }

    /// The changes by what they are of.
    pub(super) fn by_field(self) -> BTreeMap<Of, Vec<String>> {
        let mut fields: BTreeMap<Of, Vec<String>> = BTreeMap::new();
        for (change, of) in self.0 {
            of.into_values().for_each(|of| fields.entry(of).or_default().push(change.clone()));
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
    fn said(Said { kind, entity, value, .. }: Said) -> Destroyed {
        let said: serde_json::Value = serde_json::from_str(&value).unwrap_or_default();
        let of = Of { kind, entity, field: said["field"].as_str().unwrap_or_default().to_owned() };
        Destroyed::these(changes_named(&value), &of)
    }

    fn all(many: impl IntoIterator<Item = Destroyed>) -> Destroyed {
        let mut all = Destroyed::default();
        many.into_iter().for_each(|one| all.extend(one));
        all
    }
}

/// A redaction in a journal.
struct Said {
    kind: String,
    entity: String,
    value: String,
    txn: String,
}

impl Said {
    /// Its columns.
    const COLUMNS: &str = "kind, entity, value, txn";

    fn read(row: &Row<'_>) -> rusqlite::Result<Said> {
        Ok(Said { kind: row.get(0)?, entity: row.get(1)?, value: row.get(2)?, txn: row.get(3)? })
    }

    /// Whether whoever made it may redact.
    fn is_allowed(&self, sql: &Connection) -> Result<bool, Trouble> {
        let mut query = sql.prepare_cached("SELECT actor, on_behalf_of FROM txn WHERE id = ?1")?;
        let by = query.query_row([&self.txn], |row| Ok((row.get(0)?, row.get(1)?)));
        let (actor, on_behalf): (String, Option<String>) = by?;
        Ok(may_redact(&actor, on_behalf.as_deref()))
    }
}

/// Whether the table lets somebody redact; the program itself records redactions again.
fn may_redact(actor: &str, on_behalf: Option<&str>) -> bool {
    let Some(actor) = history::actor(actor) else { return false };
    let by_itself = actor.name.is_empty() && actor.roles.is_empty();
    let on_behalf = on_behalf.and_then(|text| serde_json::from_str(text).ok());
    by_itself || policy::may(Verb::Redact, &actor, on_behalf.as_ref(), &[]).is_ok()
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
    let mut query = sql.prepare_cached(&format!(
        "SELECT {} FROM change WHERE entity = ?1 AND field = ?2 AND value IS NOT NULL",
        Said::COLUMNS
    ))?;
    let mut all = Destroyed::default();
    for entity in entities {
        let said = query.query_map([entity, REDACTED], Said::read)?;
        for said in said.collect::<Result<Vec<Said>, _>>()? {
            if said.is_allowed(sql)? {
                all.extend(Destroyed::said(said));
            }
        }
    }
    Ok(all)
}

/// Everything that a file knows to be destroyed, as far as it can be read: the file may be
/// damaged, or of any version.
pub(crate) fn gathered(sql: &Connection) -> Destroyed {
    let mut all = Destroyed::default();
    for order in ["txn, n", "entity, field"] {
        let query = format!(
            "SELECT {} FROM change WHERE field = '{REDACTED}' AND value IS NOT NULL ORDER BY {order}",
            Said::COLUMNS
        );
        let mut said: Vec<Said> = both_ways(sql, &query, Said::read);
        // Where it cannot be read who made it, it counts: it may be the only one that says so.
        said.retain(|said| said.is_allowed(sql).unwrap_or(true));
        all.extend(Destroyed::all(said.into_iter().map(Destroyed::said)));
    }
    let query = format!("SELECT value FROM setting WHERE name = '{KEPT}' ORDER BY name");
    let kept: Vec<String> = both_ways(sql, &query, |row| row.get(0));
    all.extend(Destroyed::all(kept.iter().filter_map(|list| serde_json::from_str(list).ok())));
    all
}
