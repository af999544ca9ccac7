//! The backups of a store that moves. Until it has moved they bear names that nobody takes
//! for those of backups.

use std::fs;
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::disk;

/// How the names begin of those that wait for their own.
const WAITING: &str = ".jalon-moving-";

/// Whether anything is in a folder of backups that is finished.
pub(super) fn holds_any(folder: &Path) -> bool {
    names(folder).any(|name| !name.starts_with(disk::UNFINISHED))
}

/// Copies the backups, under names for waiting.
pub(super) fn copy(from: &Path, to: &Path) -> io::Result<()> {
    let entries = match fs::read_dir(from) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    disk::private_folder(to)?;
    for entry in entries {
        let entry = entry?;
        let name = entry.file_name();
        // What nobody has finished is nobody's backup.
        let finished = !name.to_string_lossy().starts_with(disk::UNFINISHED);
        if finished && entry.file_type()?.is_file() {
            let mut waiting = std::ffi::OsString::from(WAITING);
            waiting.push(&name);
            disk::copy_bytes(&entry.path(), &to.join(waiting))?;
        }
    }
    disk::sync_folder(to);
    Ok(())
}

/// Gives those that wait their names.
pub(super) fn give_names(folder: &Path) -> io::Result<()> {
    for name in names(folder) {
        if let Some(own) = name.strip_prefix(WAITING) {
            match fs::rename(folder.join(&name), folder.join(own)) {
                // Another process has done it meanwhile.
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                done => done?,
            }
        }
    }
    disk::sync_folder(folder);
    Ok(())
}

/// Takes away what a move has left that did not come to its moment.
pub(super) fn sweep(folder: &Path) -> io::Result<()> {
    disk::sweep_folder(folder)?;
    // One with backups in it is somebody's.
    let _ = fs::remove_dir(folder);
    Ok(())
}

/// Removes the backups that are in the new place too; others stay, and take room only.
pub(super) fn remove(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).into_iter().flatten().flatten() {
        let there = fs::metadata(to.join(entry.file_name())).map(|copy| copy.len());
        let unfinished = entry.file_name().to_string_lossy().starts_with(disk::UNFINISHED);
        if unfinished || there.ok() == entry.metadata().ok().map(|file| file.len()) {
            let _ = fs::remove_file(entry.path());
        }
    }
    let _ = fs::remove_dir(from);
}

/// The names in a folder. One that is no text is nothing of ours.
fn names(folder: &Path) -> impl Iterator<Item = String> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    entries.map(|entry| entry.file_name().to_string_lossy().into_owned())
}
