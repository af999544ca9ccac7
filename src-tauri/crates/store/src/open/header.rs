//! Whether a file is a store, before SQLite touches it: the first hundred bytes say
//! what it is and of which version.

use std::fs::File;
use std::io::{ErrorKind, Read as _};
use std::path::Path;

use rusqlite::Connection;
use rusqlite::config::DbConfig;

use super::identity::FileIdentity;
use super::migrations::NEWEST;
use crate::{OpenError, Trouble};

/// What stands in a store's header as its application: `JALN`.
pub(crate) const APPLICATION_ID: i32 = 0x4A41_4C4E;

/// Refuses what is there and is no file: a folder, or a pipe, from which reading may wait for
/// ever.
///
/// # Errors
/// What it is.
pub(crate) fn no_other_than_a_file(path: &Path) -> Result<(), OpenError> {
    match std::fs::metadata(path) {
        Ok(there) if there.is_dir() => Err(OpenError::Folder(path.to_owned())),
        Ok(there) if !there.is_file() => Err(OpenError::NoFile(path.to_owned())),
        _ => Ok(()),
    }
}

/// Looks at the file without changing anything.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn look(path: &Path) -> Result<FileIdentity, OpenError> {
    let wrong = |error: std::io::Error| match error.kind() {
        ErrorKind::NotFound | ErrorKind::NotADirectory => OpenError::NotFound(path.to_owned()),
        ErrorKind::IsADirectory => OpenError::Folder(path.to_owned()),
        ErrorKind::PermissionDenied => OpenError::Unreadable(path.to_owned()),
        _ => OpenError::Trouble(Trouble::Io(error.to_string())),
    };
    no_other_than_a_file(path)?;
    let mut file = File::open(path).map_err(wrong)?;
    let metadata = file.metadata().map_err(wrong)?;
    let mut header = Vec::new();
    file.by_ref().take(100).read_to_end(&mut header).map_err(wrong)?;
    let number =
        |at: usize| header.get(at..at + 4).and_then(|four| four.try_into().ok()).map(i32::from_be_bytes);
    let foreign = || OpenError::Foreign(path.to_owned());
    if !header.starts_with(b"SQLite format 3\0") || number(68) != Some(APPLICATION_ID) {
        return Err(foreign());
    }
    let version = number(60).map(i64::from).ok_or_else(foreign)?;
    known(version, path)?;
    Ok(FileIdentity::from_metadata(&metadata))
}

/// The version of an open file; it may be newer than its first page says, while a
/// newer program's last writes still stand in the file beside it.
pub(crate) fn version(sql: &Connection, path: &Path) -> Result<i64, OpenError> {
    let version = sql.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if known(version, path).is_err() {
        // Closing would move those writes into the file: it is not ours to touch.
        sql.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    }
    known(version, path)?;
    Ok(version)
}

fn known(version: i64, path: &Path) -> Result<(), OpenError> {
    if version > NEWEST {
        return Err(OpenError::Newer { path: path.to_owned(), found: version, known: NEWEST });
    }
    Ok(())
}
