//! Why a store cannot be opened or made.

use std::path::{Path, PathBuf};

use jalon_domain::Failure;

use crate::{NoPlace, Trouble, backup};

/// Why a store cannot be opened or made. The file is as it was.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is nothing at that place.
    #[error("not found: {0}")]
    NotFound(PathBuf),
    /// There is a folder at that place.
    #[error("a folder: {0}")]
    Folder(PathBuf),
    /// There is something at that place that is no file: a pipe, a device.
    #[error("no file: {0}")]
    NoFile(PathBuf),
    /// Something is already at the place where a store shall be made.
    #[error("exists: {0}")]
    Exists(PathBuf),
    /// It is a file of another kind.
    #[error("not a store: {0}")]
    Foreign(PathBuf),
    /// A newer version of this program made it.
    #[error("of version {found}, this program knows {known}: {path}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its version.
        found: i64,
        /// The newest version that this program knows.
        known: i64,
    },
    /// It is damaged; each damage in its own words.
    #[error("damaged: {path}: {damage:?}")]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What a check found.
        damage: Vec<Failure>,
    },
    /// The system does not let us read it.
    #[error("not readable: {0}")]
    Unreadable(PathBuf),
    /// The store was moved away from there.
    #[error("moved from {path} to {to}")]
    Moved {
        /// Where it was.
        path: PathBuf,
        /// Where it is now.
        to: PathBuf,
    },
    /// A store there would lose what is written to it.
    #[error("no place for a store: {path}: {refusal:?}")]
    Place {
        /// The file.
        path: PathBuf,
        /// What is wrong with its place.
        refusal: NoPlace,
    },
    /// The file is of an older version, and the backup that goes before its migration
    /// could not be made.
    #[error("no backup before the migration: {0}")]
    NoBackup(#[source] Trouble),
    /// The SQLite in this program is older than the first safe one.
    #[error("SQLite {0} is too old")]
    OldSqlite(String),
    /// See [`Trouble`].
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl OpenError {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        let path = |code: &str, path: &PathBuf| Failure::new(code).text("path", path.to_string_lossy());
        match self {
            OpenError::NotFound(at) => path("failure-store-not-found", at),
            OpenError::Folder(at) => path("failure-store-folder", at),
            OpenError::NoFile(at) => path("failure-store-no-file", at),
            OpenError::Exists(at) => path("failure-store-exists", at),
            OpenError::Foreign(at) => path("failure-store-foreign", at),
            OpenError::Newer { path: at, found, known } => {
                path("failure-store-newer", at).number("found", *found).number("known", *known)
            }
            OpenError::Damaged { path: at, damage } => {
                let count = i64::try_from(damage.len()).unwrap_or(i64::MAX);
                path("failure-store-damaged-file", at).number("count", count)
            }
            OpenError::Unreadable(at) => path("failure-store-unreadable", at),
            OpenError::Moved { path: from, to } => {
                path("failure-store-moved", from).text("to", to.to_string_lossy())
            }
            OpenError::NoBackup(trouble) => backup::not_made(trouble),
            OpenError::Place { refusal, .. } => refusal.failure(),
            OpenError::OldSqlite(version) => {
                Failure::new("failure-store-old-sqlite").text("version", version)
            }
            OpenError::Trouble(trouble) => trouble.failure(),
        }
    }

    /// The same, about the file at `path`: damage met while opening is damage of that file.
    pub(crate) fn at(self, path: &Path) -> Self {
        match self {
            OpenError::Trouble(trouble @ Trouble::Damaged(_)) => {
                OpenError::Damaged { path: path.to_owned(), damage: vec![trouble.failure()] }
            }
            OpenError::Trouble(trouble) => trouble.at(path).into(),
            error => error,
        }
    }
}

impl From<rusqlite::Error> for OpenError {
    fn from(error: rusqlite::Error) -> Self {
        OpenError::Trouble(error.into())
    }
}
