//! Puts a backup in a store's place.
//!
//! Two things could go wrong on the way. The log of the old file's latest writes bears
//! a name and no mark of its file: left beside the new one, SQLite would write it in.
//! And whoever has the old file open would go on in a file that has no name any more.
//! So the new file is first made whole under a name of its own, which is the moment at
//! which the restoration has happened ([`unfinished`]): from then on nobody opens the
//! old one, and whoever comes next takes its log away, and then gives the new one its
//! name, as often as it takes. Killed before that moment, the old file stands as it
//! was, with its log; killed after it, the new one.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use jalon_domain::action::ActionName;
use rusqlite::Connection;
use tempfile::TempPath;

use crate::backup::{before_restore, look_into, whole_copy};
use crate::journal::ids::{fresh, moment};
use crate::open::identity::FileIdentity;
use crate::open::{connect, header, lock};
use crate::store::Mode;
use crate::transact::{Ending, in_one};
use crate::{
    ActError, Backup, BackupError, Backups, Context, OpenError, Store, Trouble, disk, place, redact,
};

impl Backups {
    /// Puts a backup in the store's place, as a new device, and records that in it with
    /// who did it and when. What stood there is kept as a backup first, damaged or not.
    ///
    /// Asks no role: somebody whose file is damaged must be able to go on, and nothing
    /// of the plan is decided by it.
    ///
    /// # Errors
    /// When the backup is not sound, another program has the store open, or there is no
    /// room. The store is as it was.
    pub fn restore(&self, backup: &Backup, context: &Context) -> Result<(), BackupError> {
        connect::assert_sqlite()?;
        place::check(self.store())?;
        finish(self.store())?;
        header::no_other_than_a_file(self.store())?;
        self.verify(backup)?;
        let held = lock::hold(self.store())?;
        // From here on nobody redacts anything in what is replaced.
        let carried = redact::Carried::gather(self, held.as_ref());
        let new = self.build(backup, context, &carried)?;
        before_restore(self, held.as_ref(), context.now).map_err(BackupError::First)?;
        let failed = |error: std::io::Error| disk::trouble(&error, self.store());
        new.persist_noclobber(unfinished(self.store())).map_err(|error| failed(error.error))?;
        disk::sync_folder(disk::folder_of(self.store()));
        drop(held);
        Ok(finish(self.store())?)
    }

    /// The new file, whole and durable, under a name that goes when it is not used.
    fn build(
        &self,
        backup: &Backup,
        context: &Context,
        carried: &redact::Carried,
    ) -> Result<TempPath, BackupError> {
        let new = disk::new_beside(self.store()).map_err(|error| disk::trouble(&error, self.store()))?;
        let new = whole_copy(&look_into(&self.path(backup))?.sql, new)?;
        let mut sql = connect::read_write(&new)?;
        let identity = FileIdentity::of(&new).map_err(|error| disk::trouble(&error, &new))?;
        in_one(&mut sql, Ending::Commit, |sql| take_new_device(sql, context.now))?;
        carried.put_into(&mut sql)?;
        // First in the new chain: what stands in for it may build on what others lack.
        in_one(&mut sql, Ending::Commit, |sql| redact::again(sql, context.now))?;
        let mut store = Store::over(sql, &new, identity, Mode::Full)?;
        let context = Context { reason: Some(backup.name.clone()), on_behalf: None, ..context.clone() };
        store
            .transact(ActionName::Restore, &context, redact::stand_in_for_gone)
            .map_err(ActError::into_trouble)?;
        // Closing moves everything from the log into the file.
        store.sql.close().map_err(|(_, error)| Trouble::from(error))?;
        disk::sync_file(&new).map_err(|error| disk::trouble(&error, &new))?;
        Ok(new)
    }
}

/// A device of its own for a file that goes another way from here than its like. What
/// stands in it keeps its place in the old chain: the rest of that may come back from
/// other stores.
fn take_new_device(sql: &Connection, now: DateTime<Utc>) -> Result<(), Trouble> {
    sql.execute("INSERT INTO device (id, since) VALUES (?1, ?2)", [&fresh(), &moment(now)])?;
    Ok(())
}

/// The name under which a file waits that shall take a store's place.
fn unfinished(store: &Path) -> PathBuf {
    disk::with_suffix(store, ".restoring")
}

/// Whether a restoration has happened that is not finished: the file that still bears
/// the store's name is the old one.
pub(crate) fn is_unfinished(path: &Path) -> bool {
    unfinished(&disk::real(path)).symlink_metadata().is_ok()
}

/// Finishes a restoration that was interrupted, if there is one.
///
/// # Errors
/// When somebody has the old file open, or the files cannot be renamed.
pub(crate) fn finish(path: &Path) -> Result<(), OpenError> {
    if !is_unfinished(path) {
        return Ok(());
    }
    let store = disk::real(path);
    // Whoever waits for this lock looks for the new file before anything else.
    drop(lock::hold(&store)?);
    let failed = |error: std::io::Error| disk::trouble(&error, &store);
    for beside in ["-wal", "-shm", "-journal"] {
        disk::remove(&disk::with_suffix(&store, beside)).map_err(failed)?;
    }
    disk::sync_folder(disk::folder_of(&store));
    match std::fs::rename(unfinished(&store), &store) {
        // Another process has done it meanwhile.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
        done => done.map_err(failed)?,
    }
    disk::sync_folder(disk::folder_of(&store));
    Ok(())
}
