//! Backups, and what came of a redaction.

use chrono::Local;
use jalon_store::{Backup, Elsewhere, Scrubbed};
use serde::Serialize;
use ts_rs::TS;

use super::{Pair, Patch};

/// A backup, with its moment and its reason in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct BackupLine {
    /// The backup.
    pub backup: Backup,
    /// When it was made.
    pub when: Pair,
    /// Why.
    pub why: Pair,
}

/// What came of a redaction.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Redaction {
    /// What it changed.
    pub patch: Patch,
    /// What became of the backups, and what a person still has to look at.
    pub scrubbed: Scrubbed,
    /// Where else the same words stand or stood.
    pub elsewhere: Vec<Elsewhere>,
}

/// A backup in words.
pub(crate) fn backup_line(backup: Backup) -> BackupLine {
    let at = backup.taken_at.with_timezone(&Local);
    let when = Pair::of(|words| {
        let args = [("day", words.day(at.date_naive()).into()), ("time", words.time(at.time()).into())];
        words.format(jalon_words::key::SHELL_MOMENT, &args)
    });
    BackupLine { when, why: Pair::of(|words| words.code("backup-why", backup.why.code())), backup }
}
