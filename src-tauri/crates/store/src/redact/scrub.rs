//! Cleans the files around a redaction: pages of the store's file that are free now, the
//! search index with the words that it has dropped, the log, what waits, the backups.
//!
//! Which changes it is about is remembered in the file from the redaction on, so that a
//! cleaning that was interrupted is done again. Every backup learns what was destroyed, also
//! one that never held it: what is restored from it must refuse it.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _};

use super::destroyed::{Destroyed, gathered};
use super::left::{remember_left, still_left};
use super::obey::not_withheld;
use super::{Scrubbed, assert_gone, blank, figures, still_held};
use crate::backup::{Look, look_into, whole_copy};
use crate::delivery::Item;
use crate::journal::chain;
use crate::open::connect;
use crate::projection::compare;
use crate::transact::{Ending, in_one};
use crate::{Backup, Backups, OpenError, Store, Trouble, check, disk};

/// The setting that names the changes.
const PENDING: &str = "redacting";

/// Remembers that files are to be cleaned of these changes.
pub(crate) fn remember(sql: &Connection, changes: &BTreeSet<String>) -> Result<(), Trouble> {
    let mut all = pending(sql)?;
    all.extend(changes.iter().cloned());
    let value = serde_json::json!(all).to_string();
    sql.execute(
        "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [PENDING, &value],
    )?;
    Ok(())
}

/// Whether files are still to be cleaned.
pub(crate) fn is_pending(sql: &Connection) -> Result<bool, Trouble> {
    Ok(!pending(sql)?.is_empty())
}

fn pending(sql: &Connection) -> Result<BTreeSet<String>, Trouble> {
    let mut query = sql.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
    let value: Option<String> = query.query_row([PENDING], |row| row.get(0)).optional()?;
    Ok(value.and_then(|value| serde_json::from_str(&value).ok()).unwrap_or_default())
}

/// The same of a file that may be damaged.
pub(super) fn pending_in(sql: &Connection) -> BTreeSet<String> {
    pending(sql).unwrap_or_default()
}

impl Store {
    /// Cleans the store's file and the backups of what redactions destroyed, if that is
    /// still to be done.
    ///
    /// # Errors
    /// When a file cannot be written, or another program reads at that moment; it is
    /// then done when the store is next opened.
    pub fn scrub(&mut self) -> Result<Scrubbed, Trouble> {
        if !self.reading(is_pending)? {
            return Ok(Scrubbed::default());
        }
        let destroyed = self.reading(|sql| Ok(gathered(sql)))?;
        let mut changes = self.reading(pending)?;
        let own = self.reading(|sql| destroyed.ids(sql))?;
        changes.retain(|change| own.contains(change));
        self.writing(Ending::Commit, |sql| -> Result<(), Trouble> {
            clean_waiting(sql, &destroyed)?;
            rebuild_index(sql)
        })?;
        self.reading(|sql| assert_gone(sql, &changes))?;
        let backups = Backups::of(&self.path);
        let mut scrubbed = clean_backups(&backups, &changes, &destroyed)?;
        self.still_there()?;
        rewrite(&self.sql)?;
        scrubbed.kept_files = self.names_of_kept()?;
        self.writing(Ending::Commit, |sql| -> Result<(), Trouble> {
            sql.execute("DELETE FROM setting WHERE name = ?1", [PENDING])?;
            remember_left(sql, &still_left(sql, &backups, &scrubbed))
        })?;
        Ok(scrubbed)
    }
}

impl Store {
    /// The names of the files of tabled decks.
    pub(super) fn names_of_kept(&self) -> Result<Vec<String>, Trouble> {
        let files = self.plan()?.tabled_decks.into_values().flat_map(|deck| deck.files);
        Ok(files.map(|file| file.name).collect())
    }
}

/// The index keeps words that it has dropped until parts of it are merged.
fn rebuild_index(sql: &Connection) -> Result<(), Trouble> {
    Ok(sql.execute_batch("INSERT INTO search (search) VALUES ('rebuild')")?)
}

/// Writes the whole file anew, and empties the log.
fn rewrite(sql: &Connection) -> Result<(), Trouble> {
    sql.execute_batch("VACUUM")?;
    let busy: i64 = sql.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))?;
    if busy == 0 { Ok(()) } else { Err(Trouble::Busy) }
}

/// What has come and waits for what it builds on stands in a table of its own.
fn clean_waiting(sql: &Connection, destroyed: &Destroyed) -> Result<(), Trouble> {
    let mut query = sql.prepare("SELECT device, seq, item FROM waiting")?;
    let all = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let all: Vec<(String, i64, String)> = all.collect::<Result<_, _>>()?;
    for (device, seq, line) in all {
        let Ok(mut item) = Item::from_line(&line) else { continue };
        if item.redact(destroyed) {
            sql.execute(
                "UPDATE waiting SET item = ?3 WHERE device = ?1 AND seq = ?2",
                rusqlite::params![device, seq, item.to_line()],
            )?;
        }
    }
    Ok(())
}

fn clean_backups(
    backups: &Backups,
    changes: &BTreeSet<String>,
    destroyed: &Destroyed,
) -> Result<Scrubbed, Trouble> {
    let mut scrubbed = Scrubbed::default();
    let folder = backups.folder();
    // What a program that was killed has left there is no backup, and may hold anything.
    let swept = disk::sweep_folder(&folder).and_then(|()| disk::sweep(backups.store(), Duration::ZERO));
    swept.map_err(|error| disk::trouble(&error, &folder))?;
    for backup in backups.list()? {
        match clean_backup(backups, &backup, changes, destroyed) {
            Ok(true) => scrubbed.backups.push(backup.name),
            Ok(false) => {}
            Err(OpenError::Trouble(Trouble::NotRedacted(_))) => scrubbed.left.push(backup.name),
            Err(OpenError::Trouble(trouble)) if !check::is_damage(&trouble) => return Err(trouble),
            Err(_) => scrubbed.left.push(backup.name),
        }
    }
    Ok(scrubbed)
}

/// Writes a backup anew without these changes, where it holds any, or with what it does not
/// know to be destroyed; whether it held any.
fn clean_backup(
    backups: &Backups,
    backup: &Backup,
    changes: &BTreeSet<String>,
    destroyed: &Destroyed,
) -> Result<bool, OpenError> {
    let path = backups.path(backup);
    let look = look_into(&path)?;
    let holds = holds_any(&look.sql, changes)?;
    if !holds && gathered(&look.sql).covers(destroyed) {
        return Ok(false);
    }
    let is_damage = |error: &OpenError| !matches!(error, OpenError::Trouble(it) if !check::is_damage(it));
    match write_anew(backups, &path, look, destroyed) {
        // It holds nothing of it, and nothing can be restored from it.
        Err(error) if !holds && is_damage(&error) => Ok(false),
        done => done.map(|()| holds),
    }
}

/// Writes a backup anew, cleaned, under its own name.
fn write_anew(backups: &Backups, path: &Path, look: Look, destroyed: &Destroyed) -> Result<(), OpenError> {
    let failed = |error: std::io::Error| OpenError::from(disk::trouble(&error, path));
    let new = whole_copy(&look.sql, disk::new_in(&backups.folder()).map_err(failed)?)?;
    drop(look);
    let mut sql = connect::read_write(&new)?;
    clean(&mut sql, destroyed)?;
    sql.close().map_err(|(_, error)| error)?;
    let report = check::check(&look_into(&new)?.sql)?;
    if !report.is_sound() {
        return Err(OpenError::Damaged { path: path.to_owned(), damage: report.damage });
    }
    disk::sync_file(&new).map_err(failed)?;
    new.persist(path).map_err(|error| failed(error.error))?;
    // The copy of a file that was replaced has its log beside it; it is in the new one.
    disk::remove(&connect::log(path)).map_err(failed)?;
    disk::sync_folder(disk::folder_of(path));
    Ok(())
}

/// Destroys in a file that nobody else has open what is known to be destroyed, leaves
/// nothing of it in it, and has the file know it.
pub(super) fn clean(sql: &mut Connection, destroyed: &Destroyed) -> Result<(), Trouble> {
    let changes = destroyed.ids(sql)?;
    in_one(sql, Ending::Commit, |sql| -> Result<(), Trouble> {
        destroyed.clone().keep(sql)?;
        figures::keep(sql, &changes)?;
        blank(sql, &changes)?;
        assert_gone(sql, &changes)?;
        not_withheld(sql, &changes)?;
        clean_waiting(sql, destroyed)?;
        compare::rebuild(sql, &compare::expected(&chain::fold(sql)?))?;
        rebuild_index(sql)
    })?;
    rewrite(sql)
}

fn holds_any(sql: &Connection, changes: &BTreeSet<String>) -> Result<bool, Trouble> {
    let mut query = sql.prepare_cached("SELECT 1 FROM change WHERE id = ?1")?;
    for change in changes {
        if query.exists([change])? {
            return Ok(true);
        }
    }
    // An index that lacks a row would leave what it says.
    if !still_held(sql, changes)?.is_empty() {
        return Ok(true);
    }
    let waits = "SELECT EXISTS (SELECT 1 FROM waiting)";
    Ok(sql.query_row(waits, [], |row| row.get(0))?)
}
