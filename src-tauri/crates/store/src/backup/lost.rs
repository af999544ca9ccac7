//! Whether a backup holds what the store does not: the write-ahead log was
//! removed, or an older copy of the file was put in its place. What is left verifies, so
//! only something outside of the file can tell.
//!
//! Every backup is asked, and not the newest alone: the one that goes before an import is
//! made of the file as it is, and lacks what the file lacks. Of each only the end of one
//! chain is looked at.

use jalon_domain::Failure;
use rusqlite::Connection;

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
        let verb = format!("backup restore {}", self.backup);
        let failure = Failure::new("failure-store-behind").number("count", count).text("name", &self.backup);
        failure.way_out(verb)
    }
}

impl Backups {
    /// Which backup holds the most of what the store itself wrote and does not hold any
    /// more; the newest of several. What cannot be read is passed over. A store that was
    /// restored, or has taken a new device since, is another one on purpose.
    ///
    /// # Errors
    /// When the store or the folder cannot be read.
    pub fn lost(&self) -> Result<Option<Lost>, OpenError> {
        let all = self.list()?;
        if all.is_empty() {
            return Ok(None);
        }
        let sql = connect::read_only(self.store())?;
        let device = device::current(&sql)?;
        let mut most: Option<Lost> = None;
        for backup in all.into_iter().filter(|backup| backup.why != Why::BeforeRestore) {
            let lost = connect::glance(&self.path(&backup))
                .ok()
                .and_then(|backup| lacking(&backup, &sql, &device).ok())
                .unwrap_or_default();
            if lost > most.as_ref().map_or(0, |most| most.transactions) {
                most = Some(Lost { backup: backup.name, transactions: lost });
            }
        }
        Ok(most)
    }
}

/// How many transactions of the device that a store is only the backup holds, if it was
/// that device when the backup was made.
fn lacking(backup: &Connection, store: &Connection, device: &str) -> Result<usize, Trouble> {
    if device::current(backup)? == device { missing(backup, store, device) } else { Ok(0) }
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
