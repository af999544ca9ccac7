//! A store that is open.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use rusqlite::Connection;

use crate::open::identity::FileIdentity;
use crate::{Scrubbed, Trouble};

/// One open store file. Several may be open on the same file, in one process or in
/// several: each sees what the others have committed.
pub struct Store {
    pub(crate) sql: Connection,
    pub(crate) path: PathBuf,
    /// Which file stood at the path when it was opened.
    pub(crate) file: FileIdentity,
    pub(crate) mode: Mode,
    pub(crate) seen: Seen,
}

/// What may be done with an open store.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// Read and write.
    Full,
    /// Read, until verification has passed.
    Unverified,
    /// Read.
    ReadOnly,
}

/// Up to where this handle has told what happened.
#[derive(Debug, Default)]
pub(crate) struct Seen {
    /// SQLite's counter of other connections' commits, at the last look.
    pub data_version: i64,
    /// Everything up to here is known to whoever holds the handle.
    pub local_n: i64,
    /// Beyond it, what this handle wrote itself.
    pub own: BTreeSet<i64>,
    /// What became of the files around a redaction when the store was opened.
    pub cleaned: Option<Scrubbed>,
}

impl Store {
    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether actions are accepted: not when it was opened read-only, and not
    /// before it was verified.
    pub fn is_writable(&self) -> bool {
        self.mode == Mode::Full
    }

    /// Refuses where only looking was asked for.
    pub(crate) fn not_only_looked_at(&self) -> Result<(), Trouble> {
        if self.mode == Mode::ReadOnly { Err(Trouble::ReadOnly) } else { Ok(()) }
    }

    /// The file is still there, and it is the one that was opened.
    pub(crate) fn still_there(&self) -> Result<(), Trouble> {
        match FileIdentity::of(&self.path) {
            Ok(file) if file == self.file => Ok(()),
            Ok(_) => Err(Trouble::Replaced(self.path.clone())),
            Err(_) => Err(Trouble::Gone(self.path.clone())),
        }
    }
}
