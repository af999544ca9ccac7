//! What can be asked of a store.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use jalon_domain::board::Surroundings;
use jalon_domain::clearance::{ToClear, clearances};
use jalon_domain::{Actor, Id, Plan};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::confidential::Nameless;
use crate::journal::row::Row;
use crate::projection::read;
use crate::search::{self, Found};
use crate::{Store, Trouble, confidential};

/// A current change of a field.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Head {
    /// The change.
    pub change: String,
    /// What it says the field holds.
    pub value: Value,
}

impl Store {
    /// The plan as it stands, everything in it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plan(&self) -> Result<Plan, Trouble> {
        self.reading(read::plan)
    }

    /// The plan as `reader` may see it: of the origins of a challenge, only those that
    /// the policy table allows. A challenge that is not named names nobody else either,
    /// and who cleared what is not named, or was not always, is left out.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plan_for(&self, reader: &Actor) -> Result<Plan, Trouble> {
        self.reading(|sql| confidential::plan_for(sql, read::plan(sql)?, reader))
    }

    /// Whether there is no workplan yet.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_empty(&self) -> Result<bool, Trouble> {
        self.reading(|sql| {
            let any = "SELECT NOT EXISTS (SELECT 1 FROM workplan WHERE deleted = 0)";
            Ok(sql.query_row(any, [], |row| row.get(0))?)
        })
    }

    /// The heads of an entity's journal fields; several for a field that is in
    /// conflict, the one that is shown first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn heads(&self, id: &Id) -> Result<BTreeMap<String, Vec<Head>>, Trouble> {
        self.reading(|sql| Ok(Row::read(sql, id)?.map(|row| row.heads).unwrap_or_default()))
    }

    /// The same as `reader` may see it; see [`Store::plan_for`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn heads_for(&self, id: &Id, reader: &Actor) -> Result<BTreeMap<String, Vec<Head>>, Trouble> {
        self.reading(|sql| {
            let Some(mut row) = Row::read(sql, id)? else { return Ok(BTreeMap::new()) };
            let nameless = Nameless::read(sql)?;
            if nameless.hides(id, reader) {
                return Ok(BTreeMap::new());
            }
            let nameless = nameless.contains(id);
            for (field, heads) in &mut row.heads {
                if confidential::tells_origin(row.kind, field, nameless) {
                    heads.retain_mut(|head| {
                        head.value = confidential::left_for(reader, &head.value);
                        head.value.as_array().is_some_and(|left| !left.is_empty())
                    });
                }
            }
            row.heads.retain(|_, heads| !heads.is_empty());
            Ok(row.heads)
        })
    }

    /// Everything of which `reader` may not even learn that it is there: who cleared a
    /// challenge that does not, or did not always, name anybody.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hidden_from(&self, reader: &Actor) -> Result<BTreeSet<Id>, Trouble> {
        self.reading(|sql| Ok(Nameless::read(sql)?.hidden_from(reader)))
    }

    /// What jurisdictions are to clear in a cycle and what they have cleared, as far as
    /// `reader` may know; in the order of [`clearances`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn clearances(&self, cycle: &Id, reader: &Actor) -> Result<Vec<ToClear>, Trouble> {
        self.reading(|sql| {
            let nameless = Nameless::read(sql)?;
            let mut all = clearances(&read::plan(sql)?, cycle);
            all.retain(|it| !nameless.hides_word(&it.item, &it.jurisdiction, reader));
            Ok(all)
        })
    }

    /// Whether `reader` may learn if an item was cleared for a jurisdiction.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn knows_word(&self, item: &Id, jurisdiction: &Id, reader: &Actor) -> Result<bool, Trouble> {
        self.reading(|sql| Ok(!Nameless::read(sql)?.hides_word(item, jurisdiction, reader)))
    }

    /// The ids of the heads of every field of every entity, deleted ones included.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn all_heads(&self) -> Result<BTreeMap<Id, BTreeMap<String, Vec<String>>>, Trouble> {
        self.reading(|sql| {
            let mut query =
                sql.prepare_cached("SELECT entity, field, change FROM head ORDER BY entity, field, change")?;
            let mut rows = query.query([])?;
            let mut all: BTreeMap<Id, BTreeMap<String, Vec<String>>> = BTreeMap::new();
            while let Some(row) = rows.next()? {
                let Some(id) = Id::parse(&row.get::<_, String>(0)?) else { continue };
                all.entry(id).or_default().entry(row.get(1)?).or_default().push(row.get(2)?);
            }
            Ok(all)
        })
    }

    /// Texts that hold every word of `text` as the beginning of a word, 100 at most, as
    /// `reader` may see them: the priority or milestone of that number, then titles and
    /// names, then everything else, best first. Case, accents, ligatures and the form of
    /// apostrophes do not matter; what is deleted is not found.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search(&self, text: &str, reader: &Actor) -> Result<Found, Trouble> {
        self.reading(|sql| search::find(sql, text, reader))
    }

    /// What the board needs beside the plan.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn surroundings(&self, today: NaiveDate) -> Result<Surroundings, Trouble> {
        self.reading(|sql| read::surroundings(sql, today))
    }
}
