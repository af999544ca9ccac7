//! That a move has begun, and where to: kept beside the old file, so that what it leaves
//! in the new place when it fails or is killed is found again, with whatever stands in it.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{backups, from_bytes, to_bytes, unnamed, write_whole};
use crate::{Backups, disk};

/// A move that has begun. Dropped before it has come to its moment, what it made goes.
pub(super) struct Begun {
    from: PathBuf,
    has_moved: bool,
}

impl Begun {
    /// Notes it beside the old file.
    pub fn note(from: &Path, to: &Path) -> io::Result<Begun> {
        write_whole(from, &path(from), &to_bytes(to)?)?;
        Ok(Begun { from: from.to_owned(), has_moved: false })
    }

    /// From now on what it made counts.
    pub fn has_moved(mut self) {
        self.has_moved = true;
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if !self.has_moved {
            // What cannot be taken away now is taken away at the next start.
            let _ = sweep(&self.from);
        }
    }
}

/// Where that is noted.
pub(super) fn path(from: &Path) -> PathBuf {
    disk::with_suffix(from, ".moving-to")
}

/// Takes away what a move of this store has left that did not come to its moment. For
/// whoever holds the store, or has it open: nobody is moving it then.
pub(crate) fn sweep(from: &Path) -> io::Result<()> {
    let from = disk::real(from);
    let Ok(bytes) = fs::read(path(&from)) else { return Ok(()) };
    let to = from_bytes(&bytes);
    // Where another store stands now, what is unfinished is that one's.
    if let Some(to) = to.filter(|to| !to.as_os_str().is_empty() && !to.exists()) {
        let folder = disk::folder_of(&to);
        if !folder.exists() {
            // On a disk that is not there now, perhaps.
            return Ok(());
        }
        disk::remove(&unnamed(&to))?;
        backups::sweep(&Backups::of(&to).folder())?;
        disk::sweep(&to, Duration::ZERO)?;
        disk::sync_folder(folder);
    }
    disk::remove(&path(&from))
}
