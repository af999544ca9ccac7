//! Backups: whole copies of a store in a folder beside it, each a store of its own.
//!
//! One is made when the newest is older than a day and the plan has changed, before
//! every migration, import and package, before a restoration (of what stood there), and by hand.
//! A copy is made under another name, checked as a whole, made durable and only then
//! named; so whatever bears a backup's name was once whole. Old ones go by a rule
//! ([`rotation`]).
//!
//! Deliberately absent: other disks and other machines. A backup beside the store saves
//! from mistakes and damage, not from fire.

mod error;
mod lost;
mod name;
mod rotation;
mod take;
mod verify;

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::{Trouble, disk};

pub use error::BackupError;
pub(crate) use error::not_made;
pub use lost::Lost;
pub use rotation::rotation;
pub(crate) use take::{before, before_restore, whole_copy};
pub(crate) use verify::{Look, look_into};

/// Why a backup was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// A day had passed.
    Scheduled,
    /// A newer version was about to change the file's form.
    BeforeMigration,
    /// A plan file was about to come in.
    BeforeImport,
    /// A package was about to come in.
    BeforePackage,
    /// Another backup was about to take the store's place: what stood there.
    BeforeRestore,
    /// Somebody asked for it.
    ByHand,
}

impl Why {
    /// All of them.
    pub const ALL: [Why; 6] = [
        Why::Scheduled,
        Why::BeforeMigration,
        Why::BeforeImport,
        Why::BeforePackage,
        Why::BeforeRestore,
        Why::ByHand,
    ];

    /// How it stands in the name of a file and in the key of its words.
    pub fn code(self) -> &'static str {
        match self {
            Why::Scheduled => "scheduled",
            Why::BeforeMigration => "before-migration",
            Why::BeforeImport => "before-import",
            Why::BeforePackage => "before-package",
            Why::BeforeRestore => "before-restore",
            Why::ByHand => "by-hand",
        }
    }
}

/// One backup, as its name tells of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Backup {
    /// The name of its file.
    pub name: String,
    /// When it was made.
    pub taken_at: DateTime<Utc>,
    /// Which one of those of that second, from 1.
    pub serial: u32,
    /// Why it was made.
    pub why: Why,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub bytes: u64,
}

/// The backups of one store. The store itself may be damaged or gone.
#[derive(Debug, Clone)]
pub struct Backups {
    store: PathBuf,
}

impl Backups {
    /// Those of the store at `path`; of the one that a link there leads to.
    pub fn of(path: &Path) -> Backups {
        Backups { store: disk::real(path) }
    }

    /// The store that they are of.
    pub(crate) fn store(&self) -> &Path {
        &self.store
    }

    /// The folder that they are in: `plan.jalon.backups` beside `plan.jalon`.
    pub fn folder(&self) -> PathBuf {
        disk::with_suffix(&self.store, ".backups")
    }

    /// Where a backup is.
    pub fn path(&self, backup: &Backup) -> PathBuf {
        self.folder().join(&backup.name)
    }

    /// All of them, the newest first. Files that are not named like backups are none.
    ///
    /// # Errors
    /// When the folder cannot be read; one that is not there holds none.
    pub fn list(&self) -> Result<Vec<Backup>, Trouble> {
        let folder = self.folder();
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Vec::new()),
            Err(error) => return Err(Trouble::Io(error.to_string())),
        };
        let mut backups: Vec<Backup> = entries
            .flatten()
            .filter_map(|entry| {
                let bytes = entry.metadata().ok().filter(std::fs::Metadata::is_file)?.len();
                name::read(entry.file_name().to_str()?, bytes)
            })
            .collect();
        backups.sort_by(|a, b| (b.taken_at, b.serial, &b.name).cmp(&(a.taken_at, a.serial, &a.name)));
        Ok(backups)
    }

    /// The backup of that name; the newest one for `None`.
    ///
    /// # Errors
    /// [`BackupError::NoSuch`].
    pub fn named(&self, name: Option<&str>) -> Result<Backup, BackupError> {
        let found = self.list()?.into_iter().find(|backup| name.is_none_or(|name| backup.name == name));
        found.ok_or_else(|| BackupError::NoSuch(name.unwrap_or_default().to_owned()))
    }
}
