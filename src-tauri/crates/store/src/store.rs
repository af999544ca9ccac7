//! A store that is open.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use jalon_domain::action::{ActionName, Bases};
use jalon_domain::actor::OnBehalf;
use jalon_domain::board::Surroundings;
use jalon_domain::problem::Objects;
use jalon_domain::{Action, Actor, Audience, Bilingual, Failure, Id, Kind, Lang, Plan};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::{ActError, Changes, Context, Import, OpenError, Trouble};

/// One open store file.
pub struct Store {
    path: PathBuf,
}

/// A current change of a field.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Head {
    /// The change.
    pub change: String,
    /// What it says the field holds.
    pub value: Value,
}

/// One transaction, for people.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryEntry {
    /// The transaction.
    pub txn: String,
    /// Its place in the order in which this store learnt of things, from 1.
    #[ts(type = "number")]
    pub local_n: i64,
    /// When it was made, by the clock of whoever made it.
    pub made_at: DateTime<Utc>,
    /// Who.
    pub actor: Actor,
    /// For whom.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<OnBehalf>,
    /// Why, in the actor's words.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What was done.
    pub action: ActionName,
    /// What an undo or redo took back or did again.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undoes: Option<ActionName>,
    /// Who may see it.
    pub audience: Audience,
    /// What changed.
    pub changes: Vec<HistoryChange>,
}

/// One change, for people.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryChange {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// What the entity is called now.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Bilingual>,
    /// The journal field: `status`, `title.fr`, `$create`.
    pub field: String,
    /// What it held before; null when it held nothing.
    pub before: Value,
    /// What it held afterwards.
    pub after: Value,
}

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Hit {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// The field, as plan JSON names it.
    pub field: String,
    /// The language of the text, where it has one.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// The text.
    pub text: String,
}

/// What a check of the whole file found.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct CheckReport {
    /// Transactions in the journal.
    pub transactions: usize,
    /// Changes in the journal.
    pub changes: usize,
    /// Entities that are not deleted.
    pub entities: usize,
    /// Fields with several heads: the entity and the journal field.
    pub conflicts: Vec<(Id, String)>,
    /// What is damaged; empty in a sound store.
    pub damage: Vec<Failure>,
}

impl Store {
    /// Makes a new store at `path`, with the built-in jurisdictions in it.
    ///
    /// # Errors
    /// When something is already there, or the folder cannot be written to.
    pub fn create(path: &Path, now: DateTime<Utc>) -> Result<Store, OpenError> {
        let _ = (path, now);
        unimplemented!()
    }

    /// Opens a store and verifies all of it.
    ///
    /// # Errors
    /// When it is missing, foreign, newer than this version, or damaged.
    pub fn open(path: &Path, now: DateTime<Utc>) -> Result<Store, OpenError> {
        let _ = (path, now);
        unimplemented!()
    }

    /// Opens a store for looking only; nothing on the disk is touched.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_read_only(path: &Path) -> Result<Store, OpenError> {
        let _ = path;
        unimplemented!()
    }

    /// Opens a store without verifying it: it can be looked at, and refuses to be
    /// written to until [`Store::verify`] has passed.
    ///
    /// # Errors
    /// As [`Store::open`], except for damage that only a full check finds.
    pub fn open_unverified(path: &Path, now: DateTime<Utc>) -> Result<Store, OpenError> {
        let _ = (path, now);
        unimplemented!()
    }

    /// Verifies the whole file and, when it is sound, allows writing.
    ///
    /// # Errors
    /// [`OpenError`] that names the damage.
    pub fn verify(&mut self) -> Result<CheckReport, OpenError> {
        unimplemented!()
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The plan as it stands.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plan(&self) -> Result<Plan, Trouble> {
        unimplemented!()
    }

    /// The plan as `reader` may see it: origins of challenges only for those whom
    /// the policy table allows.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plan_for(&self, reader: &Actor) -> Result<Plan, Trouble> {
        let _ = reader;
        unimplemented!()
    }

    /// Whether there is no workplan yet.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_empty(&self) -> Result<bool, Trouble> {
        unimplemented!()
    }

    /// The heads of an entity's journal fields.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn heads(&self, id: &Id) -> Result<BTreeMap<String, Vec<Head>>, Trouble> {
        let _ = id;
        unimplemented!()
    }

    /// The ids of the heads of every field of every entity.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn all_heads(&self) -> Result<BTreeMap<Id, BTreeMap<String, Vec<String>>>, Trouble> {
        unimplemented!()
    }

    /// The current heads of the fields that an action touches, for callers that
    /// had no form to show.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn bases_for(&self, action: &Action) -> Result<Bases, Trouble> {
        let _ = action;
        unimplemented!()
    }

    /// Does one action.
    ///
    /// # Errors
    /// Why it is refused; the store is then as it was.
    pub fn act(&mut self, context: &Context, action: &Action) -> Result<Changes, ActError> {
        let _ = (context, action);
        unimplemented!()
    }

    /// Brings entities in by their ids: creates and edits, never deletes; one
    /// transaction, which is rolled back when `dry_run` is set.
    ///
    /// # Errors
    /// What is wrong or not allowed; the store is then as it was.
    pub fn import(&mut self, context: &Context, objects: &Objects, dry_run: bool) -> Result<Import, ActError> {
        let _ = (context, objects, dry_run);
        unimplemented!()
    }

    /// Installs the sample plan, as the same transaction in every store.
    ///
    /// # Errors
    /// When there is a workplan already, or the sample was installed before.
    pub fn install_sample(&mut self, objects: &Objects, now: DateTime<Utc>) -> Result<Changes, ActError> {
        let _ = (objects, now);
        unimplemented!()
    }

    /// What other processes have written since this was last asked.
    ///
    /// # Errors
    /// When the file has gone, was replaced or cannot be read.
    pub fn changes_since_last_look(&mut self) -> Result<Vec<Changes>, Trouble> {
        unimplemented!()
    }

    /// History, newest first: of one entity, or of everything.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self, id: Option<&Id>) -> Result<Vec<HistoryEntry>, Trouble> {
        let _ = id;
        unimplemented!()
    }

    /// Texts that hold every word of `text` (as a prefix), best first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search(&self, text: &str) -> Result<Vec<Hit>, Trouble> {
        let _ = text;
        unimplemented!()
    }

    /// Checks the whole file: SQLite's own check, the chains of hashes, and the
    /// projection against the journal.
    ///
    /// # Errors
    /// When the file cannot be read at all; damage stands in the report.
    pub fn check(&self) -> Result<CheckReport, Trouble> {
        unimplemented!()
    }

    /// Writes the projection anew from the journal; how many rows were different.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn rebuild_projection(&mut self) -> Result<usize, Trouble> {
        unimplemented!()
    }

    /// What [`Action::Undo`] would take back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn undoable(&self, actor: &Actor) -> Result<Option<ActionName>, Trouble> {
        let _ = actor;
        unimplemented!()
    }

    /// What [`Action::Redo`] would do again.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn redoable(&self, actor: &Actor) -> Result<Option<ActionName>, Trouble> {
        let _ = actor;
        unimplemented!()
    }

    /// Who the user of this store says to be.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn identity(&self) -> Result<Option<Actor>, Trouble> {
        unimplemented!()
    }

    /// Keeps who the user says to be; on this machine only.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_identity(&mut self, actor: &Actor) -> Result<(), Trouble> {
        let _ = actor;
        unimplemented!()
    }

    /// A setting of this machine.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Trouble> {
        let _ = name;
        unimplemented!()
    }

    /// Keeps a setting of this machine; it is no part of the plan.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_setting(&mut self, name: &str, value: &str) -> Result<(), Trouble> {
        let _ = (name, value);
        unimplemented!()
    }

    /// What the board needs beside the plan.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn surroundings(&self, today: NaiveDate) -> Result<Surroundings, Trouble> {
        let _ = today;
        unimplemented!()
    }
}
