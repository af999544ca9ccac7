//! Moves a store, with its backups, to another place, on another disk too.
//!
//! The new file is made whole beside its place first, and the backups are copied, under
//! names that are none of backups yet. Then a
//! note is written beside the old file that says where the plan is now, and that is the
//! moment at which it has moved: from then on nobody opens the old file, and whoever
//! comes next gives the new ones their names and takes the old ones away. Killed before
//! that moment, the old file stands, and what is in the new place is taken away by
//! whoever opens it, or moves it, next ([`begun`]); killed after it,
//! the next start finds the new one. The note stays, for whoever looks in the old place.

mod backups;
mod begun;

use std::fs;
#[cfg(not(unix))]
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;

use crate::backup::{look_into, whole_copy};
use crate::open::{connect, header, lock};
use crate::{Backups, OpenError, Store, Trouble, check, disk, place, restore};

pub(crate) use begun::sweep;

/// Moves the store at `from` to `to`: a file's path, or that of a folder, which is there
/// or is named with a separator at its end. Gives where it is now.
///
/// # Errors
/// When it is damaged, another program has it open, something is at the new place
/// already, or that is no place for a store. The store is where it was.
pub fn relocate(from: &Path, to: &Path) -> Result<PathBuf, OpenError> {
    connect::assert_sqlite()?;
    let now_at = whereabouts(from)?;
    if now_at != from {
        // Asked again, after it was killed just before it could say so.
        let there = disk::real(&asked_for(&disk::real(from), to)) == disk::real(&now_at);
        return if there { Ok(now_at) } else { Err(OpenError::Moved { path: from.to_owned(), to: now_at }) };
    }
    restore::finish(from)?;
    header::look(from)?;
    let from = disk::real(from);
    let to = target(&from, to)?;
    let folder = disk::folder_of(&to).to_owned();
    let failed = |error: std::io::Error| OpenError::from(disk::trouble(&error, &to));
    disk::make_folder(&folder).map_err(failed)?;
    let held = match lock::hold(&from)? {
        Some(held) => held,
        // What cannot be held says why when it is opened.
        None => {
            return Err(Store::open_read_only(&from)
                .err()
                .unwrap_or_else(|| Trouble::Unwritable(from).into()));
        }
    };
    sweep(&from).and_then(|()| disk::sweep(&from, Duration::ZERO)).map_err(failed)?;
    let begun = begun::Begun::note(&from, &to).map_err(|error| disk::trouble(&error, &from))?;
    let copy = whole_copy(&held, disk::new_beside(&to).map_err(failed)?)
        .map_err(|trouble| OpenError::from(trouble).at(&from))?;
    let report = check::check(&look_into(&copy)?.sql)?;
    if !report.is_sound() {
        return Err(OpenError::Damaged { path: from, damage: report.damage });
    }
    backups::copy(&Backups::of(&from).folder(), &Backups::of(&to).folder()).map_err(failed)?;
    let waiting = unnamed(&to);
    disk::remove(&waiting).map_err(failed)?;
    copy.persist_noclobber(&waiting).map_err(|error| failed(error.error))?;
    disk::sync_folder(&folder);
    let note = Note { latest: latest(&held)?, to: to.clone() };
    note.leave(&from).map_err(|error| disk::trouble(&error, &from))?;
    begun.has_moved();
    drop(held);
    finish(&from, &note)?;
    Ok(to)
}

/// Where the store that was at `path` is now; `path` itself, where it was not moved. A
/// move that was interrupted is finished.
///
/// # Errors
/// When it cannot be finished.
pub fn whereabouts(path: &Path) -> Result<PathBuf, OpenError> {
    let mut at = path.to_owned();
    // A circle of notes ends somewhere too.
    for _ in 0..16 {
        let real = disk::real(&at);
        let Some(note) = Note::read(&real) else { break };
        if !real.exists() {
            clear(&real, &note.to)?;
        } else if !finish(&real, &note)? {
            break;
        }
        at = note.to;
    }
    Ok(at)
}

/// Refuses a path from which the store was moved away.
pub(crate) fn follow(path: &Path) -> Result<(), OpenError> {
    let to = whereabouts(path)?;
    if to == path { Ok(()) } else { Err(OpenError::Moved { path: path.to_owned(), to }) }
}

/// Where the note beside a path says that its store is.
pub(crate) fn moved_to(path: &Path) -> Option<PathBuf> {
    Note::read(&disk::real(path)).map(|note| note.to)
}

/// What stands in the note: the latest transaction of the store that was moved, by which
/// it is told from any other file, and where it is now.
struct Note {
    latest: String,
    to: PathBuf,
}

impl Note {
    fn read(store: &Path) -> Option<Note> {
        let bytes = fs::read(note(store)).ok()?;
        let end = bytes.iter().position(|byte| *byte == b'\n')?;
        let (latest, to) = bytes.split_at(end);
        let to = from_bytes(&to[1..]).filter(|to| !to.as_os_str().is_empty())?;
        Some(Note { latest: String::from_utf8_lossy(latest).into_owned(), to })
    }

    /// Writes the note whole.
    fn leave(&self, from: &Path) -> std::io::Result<()> {
        write_whole(from, &note(from), &[self.latest.as_bytes(), b"\n", &to_bytes(&self.to)?].concat())
    }
}

/// Writes a small file beside a store that is there whole or not at all, also after a power cut.
fn write_whole(store: &Path, path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let file = disk::new_beside(store)?;
    fs::write(&file, bytes)?;
    disk::sync_file(&file)?;
    file.persist(path).map_err(|error| error.error)?;
    disk::sync_folder(disk::folder_of(path));
    Ok(())
}

fn latest(sql: &Connection) -> Result<String, Trouble> {
    Ok(sql.query_row("SELECT txn FROM arrival ORDER BY local_n DESC LIMIT 1", [], |row| row.get(0))?)
}

/// The file that is asked for by its path or by that of a folder.
fn asked_for(from: &Path, to: &Path) -> PathBuf {
    let named_as_folder = to.to_string_lossy().ends_with(std::path::is_separator);
    let mut to = std::path::absolute(to).unwrap_or_else(|_| to.to_owned());
    if to.is_dir() || named_as_folder {
        to.push(from.file_name().unwrap_or_default());
    }
    to
}

/// The file that will be made: refused where something is already.
fn target(from: &Path, to: &Path) -> Result<PathBuf, OpenError> {
    let to = asked_for(from, to);
    let folder = Backups::of(&to).folder();
    let used = backups::holds_any(&folder);
    // A note that leads to the very store that comes back goes when it is there.
    let stale = (!to.exists() && whereabouts(&to)? == from).then(|| note(&to));
    let in_the_way = [to.clone(), connect::log(&to), note(&to)]
        .into_iter()
        .find(|path| path.symlink_metadata().is_ok() && Some(path) != stale.as_ref());
    if let Some(path) = in_the_way.or(used.then_some(folder)) {
        return Err(OpenError::Exists(path));
    }
    place::check(&to)?;
    Ok(to)
}

/// Where the note stands that says where a store is now.
fn note(store: &Path) -> PathBuf {
    disk::with_suffix(store, ".moved")
}

/// The name under which the new file waits for its own.
fn unnamed(to: &Path) -> PathBuf {
    disk::with_suffix(to, ".moving")
}

/// Gives the new file its name and takes the old one away, as far as that is not done.
/// `false` when the file in the old place is not the one that was moved: somebody has put
/// another one there, which counts, and the note goes.
fn finish(from: &Path, noted: &Note) -> Result<bool, OpenError> {
    let failed = |error: std::io::Error| OpenError::from(disk::trouble(&error, from));
    let to = &noted.to;
    let waiting = unnamed(to);
    if waiting.exists() && !to.exists() {
        // The store comes back to where it once was, and is no longer to be sought from there.
        disk::remove(&note(to)).map_err(failed)?;
        backups::give_names(&Backups::of(to).folder()).map_err(failed)?;
        fs::rename(&waiting, to).map_err(failed)?;
        disk::sync_folder(disk::folder_of(to));
    }
    let moved = || OpenError::Moved { path: from.to_owned(), to: to.clone() };
    // On a disk that is not there now, perhaps. The old file is not taken away before the
    // new one has been seen, and what is to go with it.
    let new = header::look(to).and_then(|_| connect::read_only(to)).map_err(|_| moved())?;
    if latest(&look_into(from)?.sql)? != noted.latest {
        disk::remove(&note(from)).map_err(failed)?;
        return Ok(false);
    }
    if !new.prepare("SELECT 1 FROM txn WHERE id = ?1")?.exists([&noted.latest])? {
        return Err(moved());
    }
    drop((new, lock::hold(from)?));
    // The file goes first, for good: without its log it would be an older plan than the
    // one that was moved, and taken for another one.
    disk::remove(from).map_err(failed)?;
    disk::sync_folder(disk::folder_of(from));
    clear(from, to)?;
    Ok(true)
}

/// Takes away what was beside a file that has moved, as far as it is in the new place.
fn clear(from: &Path, to: &Path) -> Result<(), OpenError> {
    if to.exists() {
        for path in ["-wal", "-shm", "-journal"].map(|suffix| disk::with_suffix(from, suffix)) {
            disk::remove(&path).map_err(|error| disk::trouble(&error, from))?;
        }
        backups::remove(&Backups::of(from).folder(), &Backups::of(to).folder());
        let begun = disk::remove(&begun::path(from)).and_then(|()| disk::sweep(from, Duration::ZERO));
        begun.map_err(|error| disk::trouble(&error, from))?;
        disk::sync_folder(disk::folder_of(from));
    }
    Ok(())
}

#[cfg(unix)]
fn to_bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    use std::os::unix::ffi::OsStrExt as _;
    Ok(path.as_os_str().as_bytes().to_vec())
}

#[cfg(unix)]
fn from_bytes(bytes: &[u8]) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStrExt as _;
    Some(PathBuf::from(std::ffi::OsStr::from_bytes(bytes)))
}

/// A name that is no text cannot be noted down.
#[cfg(not(unix))]
fn to_bytes(path: &Path) -> std::io::Result<Vec<u8>> {
    path.to_str().map(|text| text.as_bytes().to_vec()).ok_or_else(|| ErrorKind::InvalidFilename.into())
}

#[cfg(not(unix))]
fn from_bytes(bytes: &[u8]) -> Option<PathBuf> {
    String::from_utf8(bytes.to_vec()).ok().map(PathBuf::from)
}
