//! Opening and making store files.

pub(crate) mod connect;
pub(crate) mod create;
pub(crate) mod header;
pub(crate) mod identity;
pub(crate) mod lock;
pub(crate) mod migrations;

use std::path::Path;
use std::time::Duration;

use chrono::{DateTime, Utc};
use rusqlite::Connection;
use rusqlite::config::DbConfig;

use crate::look::data_version;
use crate::store::{Mode, Seen};
use crate::{OpenError, Store, Trouble, Why, backup, disk, place, relocate, restore};
use identity::FileIdentity;

/// How long what is not finished lies beside a store before nobody works on it any more.
const LEFT_OVER: Duration = Duration::from_secs(3600);

impl Store {
    /// Makes a new store at `path`, with the built-in jurisdictions in it. Killed in
    /// the middle, it leaves nothing at `path`: the file is made beside and then
    /// given its name.
    ///
    /// # Errors
    /// When something is already there, or the folder cannot be written to.
    pub fn create(path: &Path, now: DateTime<Utc>) -> Result<Store, OpenError> {
        connect::assert_sqlite()?;
        place::check(path)?;
        relocate::follow(path)?;
        restore::finish(path)?;
        create::create(path, now)?;
        Store::open(path, now)
    }

    /// Opens a store and verifies all of it.
    ///
    /// # Errors
    /// When it is missing, foreign, newer than this version, or damaged.
    pub fn open(path: &Path, now: DateTime<Utc>) -> Result<Store, OpenError> {
        let mut store = Store::open_unverified(path, now)?;
        store.verify()?;
        Ok(store)
    }

    /// Opens a store for looking only, and verifies all of it. The plan's file is
    /// not written to.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_read_only(path: &Path) -> Result<Store, OpenError> {
        let mut store = Store::read_only(path).map_err(|error| error.at(path))?;
        store.verify()?;
        Ok(store)
    }

    /// Opens a store without verifying all of it, so that a window can show it at
    /// once: it refuses to be written to until [`Store::verify`] has passed.
    ///
    /// # Errors
    /// As [`Store::open`], except for damage that only a full check finds.
    pub fn open_unverified(path: &Path, now: DateTime<Utc>) -> Result<Store, OpenError> {
        Store::unverified(path, now).map_err(|error| error.at(path))
    }

    fn read_only(path: &Path) -> Result<Store, OpenError> {
        connect::assert_sqlite()?;
        relocate::follow(path)?;
        restore::finish(path)?;
        let file = header::look(path)?;
        let sql = connect::read_only(path)?;
        header::version(&sql, path)?;
        Store::over(migrations::in_newest_form(sql)?, path, file, Mode::ReadOnly)
    }

    fn unverified(path: &Path, now: DateTime<Utc>) -> Result<Store, OpenError> {
        connect::assert_sqlite()?;
        relocate::follow(path)?;
        restore::finish(path)?;
        let file = header::look(path)?;
        place::check(path)?;
        let mut sql = connect::read_write(path)?;
        // A log that another file left beside this one would be moved into it for good.
        sql.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
        let version = header::version(&sql, path)?;
        if version < migrations::NEWEST {
            backup::before(&sql, path, Why::BeforeMigration, now).map_err(|trouble| match trouble {
                // Of what is damaged no backup is made, and it is told for what it is.
                Trouble::Damaged(_) => OpenError::Trouble(trouble),
                trouble => OpenError::NoBackup(trouble),
            })?;
            migrations::migrate(&mut sql, version, now)?;
        }
        Store::over(sql, path, file, Mode::Unverified)
    }

    pub(crate) fn over(
        sql: Connection,
        path: &Path,
        file: FileIdentity,
        mode: Mode,
    ) -> Result<Store, OpenError> {
        // SQLite has opened whatever stood there a moment later than we looked.
        if FileIdentity::of(path).ok().as_ref() != Some(&file) {
            return Err(Trouble::Replaced(path.to_owned()).into());
        }
        let local_n = sql.query_row("SELECT coalesce(max(local_n), 0) FROM arrival", [], |row| row.get(0))?;
        let seen = Seen { data_version: data_version(&sql)?, local_n, ..Seen::default() };
        Ok(Store { sql, path: path.to_owned(), file, mode, seen })
    }

    /// Allows writing, where only the verification stood in the way.
    pub(crate) fn verified(&mut self) -> Result<(), Trouble> {
        if self.mode == Mode::Unverified {
            self.sql.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, false)?;
            self.mode = Mode::Full;
            // What cannot be taken away now is taken away the next time.
            let _ = relocate::sweep(&self.path);
            let _ = disk::sweep(&self.path, LEFT_OVER);
            // What cannot be cleaned now is cleaned the next time, and a check says so until then.
            self.seen.cleaned = self.clean_up().ok().flatten();
        }
        Ok(())
    }
}
