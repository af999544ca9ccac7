//! Files that could not be cleaned of what was redacted.
//!
//! Whoever redacts is told of them. Of a redaction that came in a package, or was finished when
//! the plan was next opened, nobody would be: so their names stay in the plan's file, and a
//! check says them until they are gone.

use std::collections::BTreeSet;
use std::path::PathBuf;

use jalon_domain::Failure;
use rusqlite::Connection;
use serde_json::json;

use super::{Scrubbed, is_pending};
use crate::open::connect;
use crate::{Backups, Store, Trouble, settings};

/// The setting that names the backups.
const LEFT: &str = "not_cleaned";

impl Scrubbed {
    /// What the user is told of what is left: a line each.
    pub fn told(&self) -> Vec<Failure> {
        let named = |code: &'static str, names: &[String]| {
            names.iter().map(|name| Failure::new(code).text("name", name)).collect::<Vec<_>>()
        };
        let later = self.later.then(|| Failure::new("redaction-later"));
        let kept = named("redaction-kept-file", &self.kept_files);
        later.into_iter().chain(named("redaction-left", &self.left)).chain(kept).collect()
    }
}

impl Store {
    /// Cleans the files after the fact of what redactions destroyed, if that is still to be
    /// done; `None` when nothing is.
    ///
    /// # Errors
    /// [`Trouble::NotRedacted`]. What cannot be cleaned now, since another program reads or a
    /// file cannot be written, is cleaned when the store is next opened, and is no error.
    pub(crate) fn clean_up(&mut self) -> Result<Option<Scrubbed>, Trouble> {
        if !self.reading(is_pending)? {
            return Ok(None);
        }
        match self.scrub() {
            Ok(scrubbed) => Ok(Some(scrubbed)),
            Err(left @ Trouble::NotRedacted(_)) => Err(left),
            Err(_) => {
                let kept_files = self.names_of_kept()?;
                Ok(Some(Scrubbed { later: true, kept_files, ..Scrubbed::default() }))
            }
        }
    }

    /// What became of the files when a cleaning was finished as this store was opened; said
    /// once.
    pub fn cleaned_on_opening(&mut self) -> Option<Scrubbed> {
        self.seen.cleaned.take()
    }

    /// What may still hold what redactions destroyed: files that are to be cleaned yet, and
    /// those that never can be and are still there.
    pub(crate) fn not_cleaned(&self) -> Result<Vec<Failure>, Trouble> {
        let (pending, left) = self.reading(|sql| Ok((is_pending(sql)?, left_in(sql))))?;
        let backups = Backups::of(&self.path);
        let later = pending.then(|| Failure::new("failure-check-redaction-later"));
        let about =
            |path: PathBuf| Failure::new("failure-check-redaction-left").text("path", path.to_string_lossy());
        Ok(later.into_iter().chain(files_of(&backups, &left).into_iter().map(about)).collect())
    }
}

/// The names of backups that could not be cleaned, as a file that may be damaged knows them.
pub(super) fn left_in(sql: &Connection) -> BTreeSet<String> {
    let names = settings::get(sql, LEFT).ok().flatten();
    names.and_then(|names| serde_json::from_str(&names).ok()).unwrap_or_default()
}

/// Remembers these, and no others.
pub(super) fn remember_left(sql: &Connection, names: &BTreeSet<String>) -> Result<(), Trouble> {
    if *names == left_in(sql) { Ok(()) } else { settings::set(sql, LEFT, &json!(names).to_string()) }
}

/// What is left after a cleaning, with what was left before: until it is gone, or was cleaned
/// after all.
pub(super) fn still_left(sql: &Connection, backups: &Backups, scrubbed: &Scrubbed) -> BTreeSet<String> {
    let mut left = left_in(sql);
    left.extend(scrubbed.left.iter().cloned());
    left.retain(|name| {
        !scrubbed.backups.contains(name) && !files_of(backups, &BTreeSet::from([name.clone()])).is_empty()
    });
    left
}

/// The files of these backups that are there: the copy of a file that was replaced has its log
/// beside it, which may hold as much.
fn files_of(backups: &Backups, names: &BTreeSet<String>) -> Vec<PathBuf> {
    let paths = names.iter().map(|name| backups.folder().join(name));
    let all = paths.flat_map(|path| [connect::log(&path), path]);
    all.filter(|path| path.symlink_metadata().is_ok()).collect()
}
