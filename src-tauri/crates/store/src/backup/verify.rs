//! Looks into backups and checks them, without writing to them.

use std::path::Path;

use rusqlite::Connection;

use super::{Backup, Backups};
use crate::open::{connect, header, migrations};
use crate::{BackupError, CheckReport, OpenError, Trouble, check, disk};

/// An open backup, and the folder where it lies when it had to be copied.
pub(crate) struct Look {
    pub sql: Connection,
    _folder: Option<disk::Copied>,
}

impl Backups {
    /// Checks a backup as a whole, as a store is checked when it is opened.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn verify(&self, backup: &Backup) -> Result<CheckReport, BackupError> {
        let name = backup.name.clone();
        let damaged = |damage| BackupError::Damaged { name: name.clone(), damage };
        let report = look_into(&self.path(backup)).and_then(|look| Ok(check::check(&look.sql)?));
        match report {
            Ok(report) if report.is_sound() => Ok(report),
            Ok(report) => Err(damaged(report.damage)),
            Err(OpenError::Damaged { damage, .. }) => Err(damaged(damage)),
            Err(OpenError::Trouble(trouble)) if check::is_damage(&trouble) => {
                Err(damaged(vec![trouble.failure()]))
            }
            Err(error @ OpenError::Foreign(_)) => Err(damaged(vec![error.failure()])),
            Err(error) => Err(error.into()),
        }
    }

    /// The newest backup that is sound, and what a check of it found. A copy of a file
    /// that was replaced is none: it was replaced for a reason.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn newest_good(&self) -> Result<Option<(Backup, CheckReport)>, Trouble> {
        let candidates = self.list()?.into_iter().filter(|backup| backup.why != super::Why::BeforeRestore);
        let mut sound =
            candidates.filter_map(|backup| self.verify(&backup).ok().map(|report| (backup, report)));
        Ok(sound.next())
    }
}

/// Opens a file that nobody writes to, without leaving anything beside it. One of an
/// older version is read into memory and migrated there.
pub(crate) fn look_into(path: &Path) -> Result<Look, OpenError> {
    header::look(path)?;
    let log = connect::log(path);
    if !log.exists() {
        return Ok(Look { sql: migrations::in_newest_form(connect::unchanging(path)?)?, _folder: None });
    }
    let copying = |error: std::io::Error| OpenError::Trouble(disk::trouble(&error, path));
    let (folder, copy) = disk::copied_to_look(path).map_err(copying)?;
    Ok(Look { sql: migrations::in_newest_form(connect::read_only(&copy)?)?, _folder: Some(folder) })
}
