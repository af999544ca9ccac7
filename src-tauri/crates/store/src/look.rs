//! What other processes have written to the same file.

use jalon_domain::Id;
use rusqlite::Connection;

use crate::changes::{self, Changes};
use crate::journal::read::{self, TXN};
use crate::journal::row::Row;
use crate::{Store, Trouble};

impl Store {
    /// What others have written since this handle was opened or last asked, in the
    /// order in which it arrived; entities as they stand now. Cheap when nothing
    /// happened: SQLite counts the commits of others.
    ///
    /// # Errors
    /// When the file has gone, was replaced, or cannot be read.
    pub fn changes_since_last_look(&mut self) -> Result<Vec<Changes>, Trouble> {
        self.still_there()?;
        let data_version = data_version(&self.sql)?;
        if data_version == self.seen.data_version {
            return Ok(Vec::new());
        }
        let seen = &self.seen;
        let (last, found) = self.reading(|sql| {
            let mut found = Vec::new();
            let mut last = seen.local_n;
            let mut query = sql.prepare_cached(&format!(
                "SELECT {TXN}, arrival.local_n FROM arrival JOIN txn ON txn.id = arrival.txn
                 WHERE arrival.local_n > ?1 ORDER BY arrival.local_n"
            ))?;
            let mut rows = query.query([seen.local_n])?;
            while let Some(row) = rows.next()? {
                last = row.get(read::TXN_COLUMNS)?;
                if !seen.own.contains(&last) {
                    found.push(changes_of(sql, &read::txn(row)?)?);
                }
            }
            Ok((last, found))
        })?;
        self.seen.data_version = data_version;
        self.seen.local_n = last;
        self.seen.own.retain(|n| *n > last);
        Ok(found)
    }
}

fn changes_of(sql: &Connection, txn: &crate::journal::TxnRow) -> Result<Changes, Trouble> {
    let written = read::changes_of(sql, &txn.id)?;
    let mut ids: Vec<Id> = written.iter().filter_map(|change| Id::parse(&change.entity)).collect();
    ids.sort();
    ids.dedup();
    let rows = ids.iter().map(|id| Row::read(sql, id)).collect::<Result<Vec<_>, _>>()?;
    let fields = written.iter().map(|change| (change.entity.as_str(), change.field.as_str()));
    changes::of(txn, rows.iter().flatten(), fields)
}

/// A number that differs after another connection has committed.
pub(crate) fn data_version(sql: &Connection) -> Result<i64, Trouble> {
    Ok(sql.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?)
}
