//! What can be asked of a store.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use jalon_domain::board::Surroundings;
use jalon_domain::{Actor, Id, Plan};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::journal::row::Row;
use crate::projection::read;
use crate::search::{self, Hit};
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
    /// the policy table allows. A challenge that is not named names nobody else either.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plan_for(&self, reader: &Actor) -> Result<Plan, Trouble> {
        Ok(confidential::plan_for(self.plan()?, reader))
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
            let nameless = confidential::nameless(sql)?.contains(id);
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
    pub fn search(&self, text: &str, reader: &Actor) -> Result<Vec<Hit>, Trouble> {
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
