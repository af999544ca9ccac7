//! Makes a store file.

use std::io::ErrorKind;
use std::path::Path;

use chrono::{DateTime, Utc};
use rusqlite::Connection;

use super::{connect, header, migrations};
use crate::built_in::install_jurisdictions;
use crate::transact::{Ending, in_one};
use crate::{ActError, OpenError, Trouble, disk};

/// Makes the file beside its place, whole, and then gives it its name.
pub(crate) fn create(path: &Path, now: DateTime<Utc>) -> Result<(), OpenError> {
    if path.symlink_metadata().is_ok() {
        let folder = path.is_dir();
        let path = path.to_owned();
        return Err(if folder { OpenError::Folder(path) } else { OpenError::Exists(path) });
    }
    // The latest writes of a store that was taken away from here: SQLite would move
    // them into the new file, and they may be all that is left of them.
    let log = connect::log(path);
    if log.symlink_metadata().is_ok() {
        return Err(OpenError::Exists(log));
    }
    let folder = disk::folder_of(path);
    let trouble = |error: std::io::Error| OpenError::from(disk::trouble(&error, path));
    disk::make_folder(folder).map_err(trouble)?;
    let beside = disk::new_beside(path).map_err(trouble)?;
    fill(&beside, now)?;
    beside.persist_noclobber(path).map_err(|error| match error.error.kind() {
        ErrorKind::AlreadyExists => OpenError::Exists(path.to_owned()),
        _ => trouble(error.error),
    })?;
    disk::sync_folder(folder);
    Ok(())
}

/// Makes a store of an empty file, for which nobody else looks.
///
/// # Errors
/// When it cannot be written.
pub(crate) fn fill(path: &Path, now: DateTime<Utc>) -> Result<(), OpenError> {
    let mut sql = connect::read_write(path)?;
    let id = header::APPLICATION_ID;
    sql.execute_batch(&format!("PRAGMA application_id = {id}"))?;
    migrations::migrate(&mut sql, 0, now)?;
    let installed = in_one(&mut sql, Ending::Commit, |sql: &Connection| install_jurisdictions(sql, now));
    installed.map_err(|error| match error {
        ActError::Trouble(trouble) => trouble,
        other => Trouble::Damaged(other.to_string()),
    })?;
    // Closing moves everything from the log into the file that gets the name.
    sql.close().map_err(|(_, error)| error)?;
    Ok(())
}
