//! Trouble with the file or the disk, whatever one was about to do.

use std::path::PathBuf;

use jalon_domain::Failure;
use rusqlite::ErrorCode;
use rusqlite::ffi::{SQLITE_IOERR_SHMSIZE, SQLITE_IOERR_SHORT_READ};

/// The file or the disk did not do what was asked of it. Whatever was being
/// written is not there, or is there as a whole where the trouble says that this is
/// unsure; everything before it is.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The disk is full.
    #[error("the disk is full")]
    Full,
    /// The file or its folder may not be written to.
    #[error("not writable: {0}")]
    Unwritable(PathBuf),
    /// Another program holds the file for longer than one can wait.
    #[error("the file is in use")]
    Busy,
    /// What was read does not fit together.
    #[error("damaged: {0}")]
    Damaged(String),
    /// The file is no longer where it was opened.
    #[error("the file has gone: {0}")]
    Gone(PathBuf),
    /// Another file stands where this one was opened.
    #[error("the file was replaced: {0}")]
    Replaced(PathBuf),
    /// The store was opened for looking only.
    #[error("opened read-only")]
    ReadOnly,
    /// The store was opened unverified, and verification has not passed yet.
    #[error("not verified yet")]
    Unverified,
    /// That many changes still held what was to be destroyed, as a walk through the whole
    /// journal found after the fact.
    #[error("{0} changes are not redacted")]
    NotRedacted(usize),
    /// Reading or writing failed.
    #[error("input or output: {0}")]
    Io(String),
    /// The disk took an action and did not confirm that it will last: it is there as a
    /// whole or not at all, and which of them shows only when the file is opened again.
    #[error("not confirmed: {0}")]
    Unsure(String),
    /// Anything else that SQLite reports.
    #[error("SQLite: {0}")]
    Sqlite(rusqlite::Error),
}

impl From<rusqlite::Error> for Trouble {
    fn from(error: rusqlite::Error) -> Self {
        match &error {
            rusqlite::Error::SqliteFailure(failure, message) => {
                let detail = message.clone().unwrap_or_else(|| failure.to_string());
                match failure.code {
                    ErrorCode::DiskFull => Trouble::Full,
                    // The file that readers share could not grow.
                    _ if failure.extended_code == SQLITE_IOERR_SHMSIZE => Trouble::Full,
                    // The file ends before what it says that it holds.
                    _ if failure.extended_code == SQLITE_IOERR_SHORT_READ => Trouble::Damaged(detail),
                    ErrorCode::ReadOnly | ErrorCode::PermissionDenied | ErrorCode::CannotOpen => {
                        Trouble::Unwritable(PathBuf::new())
                    }
                    ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked => Trouble::Busy,
                    ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => Trouble::Damaged(detail),
                    ErrorCode::SystemIoFailure => Trouble::Io(detail),
                    _ => Trouble::Sqlite(error),
                }
            }
            // A column that does not hold what was written into it.
            rusqlite::Error::FromSqlConversionFailure(..)
            | rusqlite::Error::InvalidColumnType(..)
            | rusqlite::Error::IntegralValueOutOfRange(..)
            | rusqlite::Error::Utf8Error(..) => Trouble::Damaged(error.to_string()),
            _ => Trouble::Sqlite(error),
        }
    }
}

impl Trouble {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        let path = |code: &str, path: &PathBuf| Failure::new(code).text("path", path.to_string_lossy());
        match self {
            Trouble::Full => Failure::new("failure-store-full"),
            Trouble::Unwritable(at) => path("failure-store-unwritable", at),
            Trouble::Busy => Failure::new("failure-store-busy"),
            Trouble::Damaged(detail) if detail.is_empty() => Failure::new("failure-store-damaged-all"),
            Trouble::Damaged(detail) => Failure::new("failure-store-damaged").text("detail", detail),
            Trouble::Gone(at) => path("failure-store-gone", at),
            Trouble::Replaced(at) => path("failure-store-replaced", at),
            Trouble::ReadOnly => Failure::new("failure-store-read-only"),
            Trouble::Unverified => Failure::new("failure-store-unverified"),
            Trouble::NotRedacted(left) => Failure::new("failure-store-not-redacted")
                .number("count", i64::try_from(*left).unwrap_or(i64::MAX)),
            Trouble::Io(detail) => Failure::new("failure-store-io").text("detail", detail),
            Trouble::Unsure(detail) => Failure::new("failure-store-unsure").text("detail", detail),
            Trouble::Sqlite(error) => Failure::new("failure-store-sqlite").text("detail", error.to_string()),
        }
    }

    /// The same, met when all was written and only its end was still to come.
    pub(crate) fn at_commit(self) -> Self {
        match self {
            Trouble::Io(detail) => Trouble::Unsure(detail),
            trouble => trouble,
        }
    }

    /// The same, about the file at `path` where that was not known.
    pub(crate) fn at(self, path: &std::path::Path) -> Self {
        match self {
            Trouble::Unwritable(at) if at.as_os_str().is_empty() => Trouble::Unwritable(path.to_owned()),
            trouble => trouble,
        }
    }
}
