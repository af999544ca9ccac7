//! Makes backups.

use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Connection, OptionalExtension as _};
use tempfile::TempPath;

use super::name::{self, name};
use super::{Backup, Backups, Why, rotation, verify};
use crate::journal::ids::moment;
use crate::open::connect;
use crate::{BackupError, OpenError, Store, Trouble, check, disk};

impl Store {
    /// Makes a backup of what stands now.
    ///
    /// # Errors
    /// When the store was opened to look at only (what is salvaged of a damaged file stands in
    /// none), it cannot be written, or what came out of it is not sound; there is no backup then.
    pub fn back_up(&self, why: Why, now: DateTime<Utc>) -> Result<Backup, BackupError> {
        self.not_only_looked_at()?;
        Ok(take(&self.sql, &Backups::of(&self.path), why, now)?)
    }

    /// Makes the backup that goes before something that could go wrong; none of a store
    /// that nobody has worked in yet.
    ///
    /// # Errors
    /// [`BackupError::First`]: what it goes before is then not begun. Nor is it where the store
    /// was opened to look at only.
    pub fn back_up_before(&self, why: Why, now: DateTime<Utc>) -> Result<(), BackupError> {
        self.not_only_looked_at()?;
        before(&self.sql, &self.path, why, now).map_err(BackupError::First)
    }
}

impl Backups {
    /// Makes the backup of a day, if it is due: the newest is older than that, and the
    /// plan has changed since. Does not get into the way of whoever has the store open.
    ///
    /// # Errors
    /// As [`Store::back_up`].
    pub fn make_if_due(&self, now: DateTime<Utc>) -> Result<Option<Backup>, BackupError> {
        let newest = self.list()?.into_iter().find(|backup| backup.taken_at <= now);
        if newest.as_ref().is_some_and(|newest| now - newest.taken_at < TimeDelta::days(1)) {
            return Ok(None);
        }
        let sql = connect::read_only(&self.store)?;
        if !changed_since(&sql, newest.as_ref())? {
            return Ok(None);
        }
        Ok(Some(take(&sql, self, Why::Scheduled, now)?))
    }
}

/// Makes the backup that goes before something that could go wrong; none of a store
/// that nobody has worked in yet.
pub(crate) fn before(sql: &Connection, store: &Path, why: Why, now: DateTime<Utc>) -> Result<(), Trouble> {
    if changed_since(sql, None)? {
        take(sql, &Backups::of(store), why, now)?;
    }
    Ok(())
}

/// Whether anybody has worked in a store since a backup; since it was made, without one.
fn changed_since(sql: &Connection, backup: Option<&Backup>) -> Result<bool, Trouble> {
    let latest = "SELECT max(arrival.arrived_at) FROM arrival JOIN txn ON txn.id = arrival.txn
                  WHERE txn.device NOT LIKE 'builtin-%'";
    let latest: Option<String> = sql.query_row(latest, [], |row| row.get(0)).optional()?.flatten();
    let backup = backup.map(|backup| moment(backup.taken_at)).unwrap_or_default();
    Ok(latest.is_some_and(|latest| latest >= backup))
}

fn take(sql: &Connection, backups: &Backups, why: Why, now: DateTime<Utc>) -> Result<Backup, Trouble> {
    let folder = backups.folder();
    disk::private_folder(&folder).map_err(|error| disk::trouble(&error, &folder))?;
    let copy = whole_copy(sql, disk::new_in(&folder).map_err(|error| disk::trouble(&error, &folder))?)?;
    let report = check::check(&verify::look_into(&copy).map_err(trouble)?.sql)?;
    if !report.is_sound() {
        return Err(Trouble::Damaged(format!("{:?}", report.damage)));
    }
    let backup = give_name(copy, backups, why, now)?;
    rotate(backups, now)?;
    Ok(backup)
}

/// Makes of an empty file a durable copy of an open store; dropped, it is gone.
pub(crate) fn whole_copy(sql: &Connection, copy: TempPath) -> Result<TempPath, Trouble> {
    let folder = &disk::folder_of(&copy).to_owned();
    let failed = |error: std::io::Error| disk::trouble(&error, folder);
    let vacuum = |name: &str| -> Result<(), Trouble> {
        sql.execute("VACUUM INTO ?1", [name]).map(drop).map_err(|error| Trouble::from(error).at(folder))
    };
    match copy.to_str() {
        Some(name) => vacuum(name)?,
        // SQLite takes only text for a name here.
        None => {
            let elsewhere = tempfile::NamedTempFile::new().map_err(failed)?.into_temp_path();
            vacuum(&elsewhere.to_string_lossy())?;
            disk::copy_bytes(&elsewhere, &copy).map_err(failed)?;
        }
    }
    disk::sync_file(&copy).map_err(failed)?;
    Ok(copy)
}

fn give_name(mut copy: TempPath, backups: &Backups, why: Why, now: DateTime<Utc>) -> Result<Backup, Trouble> {
    let folder = backups.folder();
    let failed = |error: &std::io::Error| disk::trouble(error, &folder);
    let bytes = std::fs::metadata(&copy).map_err(|error| failed(&error))?.len();
    for serial in next_serial(backups, now)?.. {
        let name = name(now, serial, why);
        match copy.persist_noclobber(folder.join(&name)) {
            Ok(()) => {
                disk::sync_folder(&folder);
                return name::read(&name, bytes).ok_or_else(|| Trouble::Io(name));
            }
            // Another process has made one in the same second.
            Err(taken) if taken.error.kind() == std::io::ErrorKind::AlreadyExists => copy = taken.path,
            Err(other) => return Err(failed(&other.error)),
        }
    }
    Err(Trouble::Unwritable(folder))
}

fn next_serial(backups: &Backups, now: DateTime<Utc>) -> Result<u32, Trouble> {
    let all = backups.list()?;
    let same = all.iter().filter(|backup| backup.taken_at.timestamp() == now.timestamp());
    Ok(same.map(|backup| backup.serial).max().unwrap_or(0).saturating_add(1))
}

fn rotate(backups: &Backups, now: DateTime<Utc>) -> Result<(), Trouble> {
    for name in rotation(&backups.list()?, now) {
        // One that cannot be removed takes room, and no more.
        let path = backups.folder().join(name);
        let _ = std::fs::remove_file(connect::log(&path));
        let _ = std::fs::remove_file(path);
    }
    Ok(())
}

/// Keeps what stands in a store's place before another file takes it: a copy through the
/// connection that holds it, or, where none can be made, its bytes.
pub(crate) fn before_restore(
    backups: &Backups,
    held: Option<&Connection>,
    now: DateTime<Utc>,
) -> Result<(), Trouble> {
    let copied = held.map(|sql| take(sql, backups, Why::BeforeRestore, now));
    match copied {
        Some(Ok(_)) => Ok(()),
        Some(Err(Trouble::Full)) => Err(Trouble::Full),
        _ if backups.store.exists() || connect::log(&backups.store).exists() => keep_bytes(backups, now),
        _ => Ok(()),
    }
}

/// Keeps a file as it is, byte for byte, with the log of its latest writes beside it.
fn keep_bytes(backups: &Backups, now: DateTime<Utc>) -> Result<(), Trouble> {
    let folder = backups.folder();
    let failed = |error: std::io::Error| disk::trouble(&error, &folder);
    disk::private_folder(&folder).map_err(failed)?;
    let log = connect::log(&backups.store);
    let copy = disk::new_in(&folder).map_err(failed)?;
    if backups.store.exists() {
        disk::copy_bytes(&backups.store, &copy).map_err(failed)?;
    }
    // The log gets its name first: without it, the file could be taken for all there is.
    let serial = next_serial(backups, now)?;
    if log.exists() {
        let of_log = folder.join(name(now, serial, Why::BeforeRestore));
        disk::copy_bytes(&log, &connect::log(&of_log)).map_err(failed)?;
    }
    give_name(copy, backups, Why::BeforeRestore, now)?;
    Ok(())
}

fn trouble(error: OpenError) -> Trouble {
    match error {
        OpenError::Trouble(trouble) => trouble,
        other => Trouble::Damaged(other.to_string()),
    }
}
