//! The numbered list of what makes a file of one version into one of the next.
//!
//! Journal rows are never migrated. The projection and the search index are not
//! migrated either: after a migration they are made anew from the journal.

use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite::backup::Backup;

use super::connect;
use crate::journal::chain;
use crate::journal::ids::{fresh, moment};
use crate::projection::{columns, compare};
use crate::transact::{Ending, in_one};
use crate::{OpenError, Trouble};

/// What each version changes about the journal's and this file's own tables; the
/// place in the list is the version before it.
const MIGRATIONS: &[&str] = &[
    include_str!("../schema.sql"),
    include_str!("../schema-2.sql"),
    include_str!("../schema-3.sql"),
    include_str!("../schema-4.sql"),
];

/// The version that this program makes.
pub(crate) const NEWEST: i64 = MIGRATIONS.len() as i64;

/// What an older version wrote, in the form of the newest one, in memory: the file stays
/// as it is. What is in that form already is given back.
pub(crate) fn in_newest_form(sql: Connection) -> Result<Connection, OpenError> {
    let version: i64 = sql.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    if version >= NEWEST {
        return Ok(sql);
    }
    let mut memory = connect::in_memory()?;
    Backup::new(&sql, &mut memory)?.run_to_completion(i32::MAX, Duration::ZERO, None)?;
    // Every version has had a device in it: none is made here, at no moment.
    migrate(&mut memory, version, DateTime::UNIX_EPOCH)?;
    Ok(memory)
}

/// Brings a file from a version to the newest one, or leaves it as it was.
pub(crate) fn migrate(sql: &mut Connection, from: i64, now: DateTime<Utc>) -> Result<(), OpenError> {
    let migrated = in_one(sql, Ending::Commit, |sql| -> Result<(), Trouble> {
        for migration in MIGRATIONS.iter().skip(usize::try_from(from).unwrap_or(0)) {
            sql.execute_batch(migration)?;
        }
        sql.execute(
            "INSERT INTO device (id, since) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM device)",
            [fresh(), moment(now)],
        )?;
        sql.execute_batch(&columns::drop_all())?;
        sql.execute_batch(&columns::create_all())?;
        let folded = chain::fold(sql)?;
        if !folded.damage.is_empty() {
            return Err(Trouble::Damaged(format!("{:?}", folded.damage)));
        }
        compare::rebuild(sql, &compare::expected(&folded))?;
        Ok(sql.execute_batch(&format!("PRAGMA user_version = {NEWEST}"))?)
    });
    Ok(migrated?)
}
