//! Which challenges are nameless, and which clearances are of them.

use std::borrow::Borrow;
use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::{Actor, Id, lineage};
use rusqlite::Connection;

use super::reads_all;
use crate::Trouble;
use crate::stems::ids_in;

/// The nameless challenges, and the clearances of them; deleted ones included.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Nameless {
    challenges: BTreeSet<Id>,
    /// With whose word each is, as far as it is known.
    clearances: BTreeMap<Id, Option<Id>>,
}

impl Nameless {
    /// Reads them.
    pub fn read(sql: &Connection) -> Result<Nameless, Trouble> {
        let challenges = challenges(sql)?;
        let mut clearances = BTreeMap::new();
        let mut query = sql.prepare_cached("SELECT id, item, jurisdiction FROM clearance")?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            let [id, item, jurisdiction] = [0, 1, 2].map(|column| row.get::<_, Option<String>>(column));
            let read = |text: Option<String>| text.and_then(|text| Id::parse(&text));
            let (id, item, jurisdiction) = (read(id?), read(item?), read(jurisdiction?));
            // What does not say of what it is might be of any.
            if item.is_none_or(|item| challenges.contains(&item)) {
                clearances.extend(id.map(|id| (id, jurisdiction)));
            }
        }
        Ok(Nameless { challenges, clearances })
    }

    /// Whether it is one of them.
    pub fn contains<Q: Ord + ?Sized>(&self, id: &Q) -> bool
    where
        Id: Borrow<Q>,
    {
        self.challenges.contains(id) || self.clearances.contains_key(id)
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.challenges.is_empty() && self.clearances.is_empty()
    }

    /// The challenges.
    pub fn challenges(&self) -> &BTreeSet<Id> {
        &self.challenges
    }

    /// The clearances.
    pub fn clearances(&self) -> impl Iterator<Item = &Id> {
        self.clearances.keys()
    }

    /// Takes over one of another's, if it is one.
    pub fn note(&mut self, other: &Nameless, id: &Id) {
        self.challenges.extend(other.challenges.get(id).cloned());
        self.clearances.extend(other.clearances.get_key_value(id).map(|(id, of)| (id.clone(), of.clone())));
    }

    /// Whether it is something of which `reader` may not even learn that it is there.
    pub fn hides(&self, id: &Id, reader: &Actor) -> bool {
        let hidden = |of: &Option<Id>| !of.as_ref().is_some_and(|of| knows_word(reader, of));
        self.clearances.get(id).is_some_and(hidden) && !reads_all(reader)
    }

    /// Whether `reader` may not learn if an item was cleared for a jurisdiction.
    pub fn hides_word(&self, item: &Id, jurisdiction: &Id, reader: &Actor) -> bool {
        self.challenges.contains(item) && !knows_word(reader, jurisdiction)
    }

    /// Everything of which `reader` may not even learn that it is there.
    pub fn hidden_from(&self, reader: &Actor) -> BTreeSet<Id> {
        self.clearances.keys().filter(|id| self.hides(id, reader)).cloned().collect()
    }
}

/// Whether `reader` may learn what a jurisdiction has cleared of what is nameless.
fn knows_word(reader: &Actor, jurisdiction: &Id) -> bool {
    reads_all(reader) || reader.belongs_to(jurisdiction)
}

/// The nameless challenges, deleted ones included.
fn challenges(sql: &Connection) -> Result<BTreeSet<Id>, Trouble> {
    // A redacted attribution has no value, and counts as not named; so does one that is not
    // here, since it was not for this store to see.
    let mut query = sql.prepare_cached(
        "SELECT id FROM challenge WHERE EXISTS (
             SELECT 1 FROM change WHERE entity = challenge.id AND field = 'attribution'
             AND (value IS NOT '\"named\"' OR EXISTS (
                 SELECT 1 FROM json_each(change.bases) AS base
                 WHERE NOT EXISTS (SELECT 1 FROM change AS before WHERE before.id = base.value))))",
    )?;
    let mut rows = query.query([])?;
    let mut found = BTreeSet::new();
    while let Some(row) = rows.next()? {
        found.extend(Id::parse(&row.get::<_, String>(0)?));
    }
    let stems = stems(sql)?;
    found.extend(stems.iter().filter(|(_, sources)| sources.is_none()).map(|(id, _)| id.clone()));
    loop {
        let before = found.len();
        for (id, sources) in &stems {
            if sources.iter().flatten().any(|source| found.contains(source)) {
                found.insert(id.clone());
            }
        }
        if found.len() == before {
            return Ok(found);
        }
    }
}

/// A challenge, and what it says that it became of.
type Stem = (Id, Option<Vec<Id>>);

/// What challenges say, or ever said, that they became of; `None` where that is not known,
/// since it was redacted or is not for this store to see. What the plan shows of it today
/// is not enough: by whom it was said stands in the journal for good.
fn stems(sql: &Connection) -> Result<Vec<Stem>, Trouble> {
    // A cross join asks the index for each of the few challenges, whatever the planner knows.
    let mut query = sql.prepare_cached(
        "SELECT challenge.id, change.value FROM challenge CROSS JOIN change ON change.entity = challenge.id
         WHERE change.field = ?1 AND change.value IS NOT 'null'",
    )?;
    let mut found = Vec::new();
    for field in lineage::FIELDS {
        let mut rows = query.query([field])?;
        while let Some(row) = rows.next()? {
            let (id, value): (String, Option<String>) = (row.get(0)?, row.get(1)?);
            let sources = value.map(|value| ids_in(&serde_json::from_str(&value).unwrap_or_default()));
            found.extend(Id::parse(&id).map(|id| (id, sources)));
        }
    }
    Ok(found)
}
