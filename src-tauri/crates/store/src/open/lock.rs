//! Holds a store's file against everybody else.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::Trouble;

/// How long others are waited for.
const PATIENCE: Duration = Duration::from_secs(2);

/// A connection that holds a file until it is dropped; nobody else has it open then, and
/// nobody can open it. `None` where no file is, or one that is too damaged to be held:
/// nobody can work in that.
///
/// # Errors
/// [`Trouble::Busy`] while anybody has it open.
pub(crate) fn hold(path: &Path) -> Result<Option<Connection>, Trouble> {
    if !path.exists() {
        return Ok(None);
    }
    match held(path) {
        Ok(held) => Ok(Some(held)),
        Err(error) => match Trouble::from(error) {
            Trouble::Busy => Err(Trouble::Busy),
            Trouble::Full => Err(Trouble::Full),
            _ => Ok(None),
        },
    }
}

fn held(path: &Path) -> Result<Connection, rusqlite::Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let sql = Connection::open_with_flags(path, flags)?;
    sql.busy_timeout(PATIENCE)?;
    // What stands in the log stays there: the file is left as it is.
    sql.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    sql.execute_batch(
        "PRAGMA temp_store = MEMORY; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT;",
    )?;
    Ok(sql)
}
