//! Connections with the settings that the store rests on.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::{OpenError, Trouble, disk, relocate, restore};

/// The first SQLite whose write-ahead log cannot be reset under a reader.
const OLDEST_SQLITE: i32 = 3_051_003;

/// How long a writer waits for another one.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens for reading and writing; the file must be there.
pub(crate) fn read_write(path: &Path) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let sql = Connection::open_with_flags(path, flags).map_err(|error| at(error, path))?;
    // Where it is refused, another file may have taken this one's place already, with a log
    // of its own beside it, under the same name: that would be moved into this one, and lost.
    sql.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    settle(&sql).map_err(|error| at(error, path))?;
    still_its_own(&sql, path)?;
    // With WAL and FULL, a commit that has returned survives a power cut, and no
    // power cut leaves the file corrupt.
    let mode: String =
        sql.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0)).map_err(|error| at(error, path))?;
    if mode != "wal" || sql.is_readonly(rusqlite::MAIN_DB)? {
        return Err(Trouble::Unwritable(path.to_owned()).into());
    }
    sql.execute_batch("PRAGMA synchronous = FULL; PRAGMA fullfsync = ON; PRAGMA checkpoint_fullfsync = ON;")?;
    sql.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
    Ok(sql)
}

/// Opens for reading. Where the folder cannot be written to, SQLite cannot make the
/// file that readers share, and needs to be told that nobody writes.
pub(crate) fn read_only(path: &Path) -> Result<Connection, OpenError> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let first = Connection::open_with_flags(path, flags).and_then(readable);
    match first {
        Ok(sql) => still_its_own(&sql, path).map(|()| sql),
        Err(_) if !has_log(path) => unchanging(path),
        Err(error) => Err(at(error, path)),
    }
}

/// Opens a file that nobody writes to for reading: nothing is made beside it.
pub(crate) fn unchanging(path: &Path) -> Result<Connection, OpenError> {
    glance(path).and_then(readable).map_err(|error| at(error, path))
}

/// The same without looking at more than is asked for.
pub(crate) fn glance(path: &Path) -> Result<Connection, rusqlite::Error> {
    let address = format!("file:{}?immutable=1", percent_encoded(path));
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_URI;
    Connection::open_with_flags(address, flags)
}

/// A store that is in no file.
pub(crate) fn in_memory() -> Result<Connection, OpenError> {
    let sql = Connection::open_in_memory()?;
    settle(&sql)?;
    Ok(sql)
}

/// Settles a connection and reads from it, which is when SQLite looks at the file.
fn readable(sql: Connection) -> Result<Connection, rusqlite::Error> {
    settle(&sql)?;
    sql.query_row("SELECT count(*) FROM txn", [], |row| row.get::<_, i64>(0))?;
    Ok(sql)
}

fn settle(sql: &Connection) -> Result<(), rusqlite::Error> {
    sql.busy_timeout(PATIENCE)?;
    sql.set_prepared_statement_cache_capacity(256);
    sql.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    // Without it, prepared statements are prepared again whenever a parameter that
    // the planner looked at changes: a fifth of the time of an action.
    sql.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    sql.execute_batch(
        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;",
    )
}

/// Reads from the file, which waits for whoever holds it, and looks whether another one
/// takes its place since.
fn still_its_own(sql: &Connection, path: &Path) -> Result<(), OpenError> {
    let read = sql.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0));
    read.map_err(|error| at(error, path))?;
    if restore::is_unfinished(path) || relocate::moved_to(path).is_some() {
        return Err(Trouble::Replaced(path.to_owned()).into());
    }
    Ok(())
}

/// Whether writes of a program that did not end well stand beside the file.
fn has_log(path: &Path) -> bool {
    std::fs::metadata(log(path)).is_ok_and(|log| log.len() > 0)
}

/// Where SQLite keeps a file's latest writes.
pub(crate) fn log(path: &Path) -> PathBuf {
    disk::with_suffix(path, "-wal")
}

/// The path as a part of a `file:` address, byte for byte.
fn percent_encoded(path: &Path) -> String {
    let bytes = path.as_os_str().as_encoded_bytes();
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte);
    let encode =
        |byte: &u8| if plain(*byte) { char::from(*byte).to_string() } else { format!("%{byte:02X}") };
    bytes.iter().map(encode).collect()
}

/// Of a file beside the store that it cannot make, SQLite does not say why.
fn at(error: rusqlite::Error, path: &Path) -> OpenError {
    match OpenError::from(error).at(path) {
        OpenError::Trouble(Trouble::Unwritable(_)) if no_room_beside(path) => Trouble::Full.into(),
        error => error,
    }
}

fn no_room_beside(path: &Path) -> bool {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let tried = tempfile::NamedTempFile::new_in(folder.unwrap_or(Path::new(".")));
    tried.is_err_and(|error| error.kind() == ErrorKind::StorageFull)
}

/// Refuses to work with an SQLite that is older than the first safe one.
pub(crate) fn assert_sqlite() -> Result<(), OpenError> {
    if rusqlite::version_number() < OLDEST_SQLITE {
        return Err(OpenError::OldSqlite(rusqlite::version().to_owned()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Store;

    #[test]
    fn what_is_refused_leaves_the_log_of_the_latest_writes_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let (written, path) = (folder.path().join("written.jalon"), folder.path().join("plan.jalon"));
        let store = Store::create(&written, chrono::DateTime::UNIX_EPOCH).unwrap();
        store.sql.execute("INSERT INTO setting (name, value) VALUES ('a', 'b')", []).unwrap();
        // As a program leaves them that is killed: the latest writes stand in the log only.
        std::fs::copy(&written, &path).unwrap();
        std::fs::copy(log(&written), log(&path)).unwrap();
        let stood = (std::fs::read(&path).unwrap(), std::fs::read(log(&path)).unwrap());
        std::fs::write(disk::with_suffix(&path, ".restoring"), "the new one").unwrap();
        assert!(matches!(read_write(&path), Err(OpenError::Trouble(Trouble::Replaced(_)))));
        assert_eq!((std::fs::read(&path).unwrap(), std::fs::read(log(&path)).unwrap()), stood);
    }
}
