//! What can be done when a store cannot be opened.

use std::path::Path;

use chrono::{DateTime, Utc};
use serde::Serialize;
use ts_rs::TS;

use crate::{Backups, OpenError, Store, Trouble};

/// A way out of a failure to open a store.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(tag = "way", rename_all = "snake_case")]
pub enum WayOut {
    /// Once the cause is gone, the same may work.
    TryAgain,
    /// The plan can be looked at, as far as it can be read.
    OpenReadOnly,
    /// The newest backup that is sound can take the file's place.
    RestoreBackup {
        /// Its name.
        name: String,
        /// When it was made.
        taken_at: DateTime<Utc>,
        /// How many transactions it holds.
        #[ts(type = "number")]
        transactions: usize,
    },
    /// What can be read can be written out.
    ExportReadable {
        /// How many transactions that are.
        #[ts(type = "number")]
        transactions: usize,
        /// How many more there are traces of.
        #[ts(type = "number")]
        lost: usize,
        /// How many files of tabled decks are lost.
        #[ts(type = "number")]
        files: usize,
    },
    /// Another place, or another file, can be chosen.
    ChooseOther,
    /// A new plan can be made there.
    CreatePlan,
    /// The plan is somewhere else now.
    OpenAt {
        /// Where.
        path: String,
    },
}

impl OpenError {
    /// What can be done about it, the most helpful first. Looks at the backups of the
    /// store at `path` and, where it is damaged, at what can be read of it.
    pub fn ways_out(&self, path: &Path) -> Vec<WayOut> {
        use WayOut::{ChooseOther, CreatePlan, OpenAt, OpenReadOnly, TryAgain};
        let restore = || newest_good(path);
        let with_backup = |ways: &[WayOut]| restore().into_iter().chain(ways.iter().cloned()).collect();
        match self {
            // A link that leads nowhere: nothing can be made in its place.
            OpenError::NotFound(_) if path.symlink_metadata().is_ok() => with_backup(&[ChooseOther]),
            OpenError::NotFound(_) => with_backup(&[CreatePlan, ChooseOther]),
            OpenError::Foreign(_) | OpenError::Unreadable(_) => with_backup(&[ChooseOther]),
            OpenError::Damaged { .. } | OpenError::Trouble(Trouble::Damaged(_)) => {
                restore().into_iter().chain(readable(path)).chain([ChooseOther]).collect()
            }
            OpenError::Trouble(Trouble::Io(_) | Trouble::Sqlite(_)) => with_backup(&[TryAgain, OpenReadOnly]),
            OpenError::Trouble(Trouble::Gone(_)) => {
                [TryAgain].into_iter().chain(restore()).chain([ChooseOther]).collect()
            }
            OpenError::Trouble(Trouble::Full) | OpenError::NoBackup(_) => vec![TryAgain, OpenReadOnly],
            OpenError::Trouble(Trouble::Busy | Trouble::Replaced(_)) => vec![TryAgain],
            OpenError::Trouble(Trouble::Unwritable(_)) | OpenError::Place { .. } => {
                vec![OpenReadOnly, ChooseOther]
            }
            OpenError::Moved { to, .. } => vec![OpenAt { path: to.to_string_lossy().into_owned() }],
            OpenError::Folder(_) | OpenError::NoFile(_) | OpenError::Exists(_) | OpenError::Newer { .. } => {
                vec![ChooseOther]
            }
            _ => Vec::new(),
        }
    }
}

fn newest_good(path: &Path) -> Option<WayOut> {
    let (backup, report) = Backups::of(path).newest_good().ok()??;
    let (name, taken_at) = (backup.name, backup.taken_at);
    Some(WayOut::RestoreBackup { name, taken_at, transactions: report.transactions })
}

fn readable(path: &Path) -> Vec<WayOut> {
    match Store::salvage(path) {
        Ok(found) => {
            let (transactions, lost, files) = (found.transactions, found.lost, found.lost_files.len());
            vec![WayOut::OpenReadOnly, WayOut::ExportReadable { transactions, lost, files }]
        }
        Err(_) => Vec::new(),
    }
}
