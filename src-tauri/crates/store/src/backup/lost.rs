//! Whether the newest backup holds what the store does not: the write-ahead log was
//! removed, or an older copy of the file was put in its place. What is left verifies, so
//! only something outside of the file can tell.

use jalon_domain::Failure;
use rusqlite::Connection;

use super::verify::look_into;
use super::{Backups, Why};
use crate::delivery::device;
use crate::open::connect;
use crate::{OpenError, Trouble};

/// What a backup holds and the store has lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lost {
    /// The backup.
    pub backup: String,
    /// How many of the store's own transactions only the backup holds.
    pub transactions: usize,
}

impl Lost {
    /// What the user is told, with the way out.
    pub fn failure(&self) -> Failure {
        let count = i64::try_from(self.transactions).unwrap_or(i64::MAX);
        Failure::new("failure-store-behind").number("count", count).text("name", &self.backup)
    }
}

impl Backups {
    /// What the newest backup that can be read holds of what the store itself wrote, and
    /// the store does not. A store that was restored, or has taken a new device since, is
    /// another one on purpose.
    ///
    /// # Errors
    /// When the store or the folder cannot be read.
    pub fn lost(&self) -> Result<Option<Lost>, OpenError> {
        let mut candidates = self.list()?.into_iter().filter(|backup| backup.why != Why::BeforeRestore);
        let looked = candidates.find_map(|backup| Some((look_into(&self.path(&backup)).ok()?, backup)));
        let Some((look, backup)) = looked else { return Ok(None) };
        let sql = connect::read_only(self.store())?;
        let device = device::current(&look.sql)?;
        if device::current(&sql)? != device {
            return Ok(None);
        }
        let transactions = missing(&look.sql, &sql, &device)?;
        Ok((transactions > 0).then_some(Lost { backup: backup.name, transactions }))
    }
}

/// How many transactions at the end of a device's chain only the backup holds.
fn missing(backup: &Connection, store: &Connection, device: &str) -> Result<usize, Trouble> {
    let mut own = backup.prepare("SELECT id FROM txn WHERE device = ?1 ORDER BY seq DESC")?;
    let mut rows = own.query([device])?;
    let mut held = store.prepare("SELECT 1 FROM txn WHERE id = ?1")?;
    let mut count = 0;
    while let Some(row) = rows.next()? {
        if held.exists([row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?])? {
            break;
        }
        count += 1;
    }
    Ok(count)
}
