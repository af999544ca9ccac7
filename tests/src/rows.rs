//! Reading a store with bare SQLite: the floor that the benches measure against.

use std::path::Path;

use jalon_domain::registry::KINDS;
use rusqlite::Connection;

/// Opens the file as a store does, and nothing more.
///
/// # Errors
/// It is no SQLite file.
pub fn open(path: &Path) -> rusqlite::Result<Connection> {
    let sql = Connection::open(path)?;
    sql.execute_batch("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL")?;
    Ok(sql)
}

/// Reads every column of every row that opening a store looks at; how many rows.
///
/// # Errors
/// It is no store.
pub fn all_rows(sql: &Connection) -> rusqlite::Result<usize> {
    let journal = ["arrival", "txn", "change", "head", "search"];
    let mut rows = 0;
    for table in journal.into_iter().chain(KINDS.iter().map(|def| def.name)) {
        rows += rows_of(sql, table)?;
    }
    Ok(rows)
}

/// Reads every column of every row of a table; how many rows.
///
/// # Errors
/// There is no such table.
pub fn rows_of(sql: &Connection, table: &str) -> rusqlite::Result<usize> {
    let mut query = sql.prepare(&format!("SELECT * FROM {table}"))?;
    let columns = query.column_count();
    let mut found = query.query([])?;
    let mut rows = 0;
    while let Some(row) = found.next()? {
        for column in 0..columns {
            std::hint::black_box(row.get_ref(column)?);
        }
        rows += 1;
    }
    Ok(rows)
}
