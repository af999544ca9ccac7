//! Why a package is not written or not taken in.

use std::path::PathBuf;

use jalon_domain::Failure;
use jalon_store::{BackupError, ItemFault, Trouble};

use crate::files::FileError;
use crate::load::LoadError;

/// Why a package is not written or not taken in. The store is as it was.
#[derive(Debug, thiserror::Error)]
pub enum PackageError {
    /// The file cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The file cannot be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The backup that goes before it could not be made, so it was not begun.
    #[error(transparent)]
    Backup(#[from] BackupError),
    /// It is no package.
    #[error("no package: {0}")]
    Foreign(PathBuf),
    /// A newer version wrote it.
    #[error("{path} is of form {found}")]
    Newer {
        /// The file.
        path: PathBuf,
        /// The form it is in.
        found: u32,
        /// The newest that this version knows.
        known: u32,
    },
    /// Something is wrong with a line, counted from 1.
    #[error("line {line}: {fault:?}")]
    Line {
        /// Its number.
        line: usize,
        /// What is wrong.
        fault: LineFault,
    },
    /// It was cut short.
    #[error("{found} of {said} transactions")]
    Short {
        /// How many it says that it holds.
        said: usize,
        /// How many it holds.
        found: usize,
    },
    /// It holds more than it says.
    #[error("more than {said} transactions")]
    Count {
        /// How many it says that it holds.
        said: usize,
    },
    /// It says that it holds more than any package may.
    #[error("{said} transactions")]
    TooMany {
        /// How many it says that it holds.
        said: usize,
        /// The most there may be.
        limit: usize,
    },
    /// It is larger than any package may be.
    #[error("larger than {megabytes} MB")]
    TooLarge {
        /// The most there may be.
        megabytes: u64,
    },
    /// The store cannot be read or written.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

/// What is wrong with a line of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LineFault {
    /// It is longer than this many bytes.
    TooLong(u64),
    /// It is not UTF-8.
    NotUtf8,
    /// See [`ItemFault`].
    Item(ItemFault),
}

impl PackageError {
    /// For the user.
    pub fn failure(&self) -> Failure {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        match self {
            PackageError::Load(error) => error.failure(),
            PackageError::File(error) => error.failure(),
            PackageError::Backup(error) => error.failure(),
            PackageError::Trouble(trouble) => trouble.failure(),
            PackageError::Foreign(path) => {
                Failure::new("failure-package-foreign").text("path", path.to_string_lossy())
            }
            PackageError::Newer { path, found, known } => Failure::new("failure-package-newer")
                .text("path", path.to_string_lossy())
                .number("found", i64::from(*found))
                .number("known", i64::from(*known)),
            PackageError::Line { line, fault } => fault.failure().number("line", number(*line)),
            PackageError::Short { said, found } => Failure::new("failure-package-short")
                .number("said", number(*said))
                .number("found", number(*found)),
            PackageError::Count { said } => {
                Failure::new("failure-package-count").number("said", number(*said))
            }
            PackageError::TooMany { said, limit } => Failure::new("failure-package-too-many")
                .number("said", number(*said))
                .number("limit", number(*limit)),
            PackageError::TooLarge { megabytes } => {
                Failure::new("failure-package-too-large").number("megabytes", megabytes.cast_signed())
            }
        }
    }
}

impl LineFault {
    fn failure(self) -> Failure {
        match self {
            LineFault::TooLong(limit) => {
                Failure::new("failure-package-line-too-long").number("limit", limit.cast_signed())
            }
            LineFault::NotUtf8 => Failure::new("failure-package-line-not-utf8"),
            LineFault::Item(fault) => {
                let what = fault.failure();
                let mut failure = Failure::new("failure-package-line").message("fault", what.code);
                failure.args.extend(what.args);
                failure
            }
        }
    }
}
