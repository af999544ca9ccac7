//! Files beside a store: made privately, made durable, given their names.

use std::fs::{self, DirBuilder, DirEntry, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

use sha2::{Digest as _, Sha256};
use tempfile::{TempDir, TempPath};

use crate::Trouble;

/// How the names of files begin that are not finished.
pub(crate) const UNFINISHED: &str = ".jalon-";

/// The folder that a file is in.
pub(crate) fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// The path with something added to its last name.
pub(crate) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut longer = path.as_os_str().to_owned();
    longer.push(suffix);
    longer.into()
}

/// Where a link leads to, also where nothing is there any more: a plan that was moved, or
/// lost, left its note and its backups beside it. The path itself where nothing ever was.
pub(crate) fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| end_of_links(path))
}

fn end_of_links(path: &Path) -> PathBuf {
    let mut end = path.to_owned();
    // Links may lead in a circle; Linux follows no more than these either.
    for _ in 0..40 {
        let Ok(next) = end.read_link() else { break };
        end = folder_of(&end).join(next);
    }
    let folder = folder_of(&end).canonicalize();
    match (folder, end.file_name()) {
        (Ok(folder), Some(name)) if end != path => folder.join(name),
        _ => path.to_owned(),
    }
}

/// An empty file in a folder of a store's own, that nobody else may read; dropped, it is
/// gone.
pub(crate) fn new_in(folder: &Path) -> io::Result<TempPath> {
    Ok(tempfile::Builder::new().prefix(&format!("{UNFINISHED}new-")).tempfile_in(folder)?.into_temp_path())
}

/// The same beside a store, where others may stand: its name tells of which it is.
pub(crate) fn new_beside(store: &Path) -> io::Result<TempPath> {
    let folder = folder_of(store);
    Ok(tempfile::Builder::new().prefix(&new_of(store)).tempfile_in(folder)?.into_temp_path())
}

/// A copy of a file, and of the log of its latest writes, in a folder that goes when it is
/// dropped. It is beside the file, where what is left of it is found again; where nothing
/// can be written there, it is where the system keeps what is temporary.
pub(crate) fn copied_to_look(path: &Path) -> io::Result<(Copied, PathBuf)> {
    let copied = |folder: TempDir| {
        let folder = Copied(folder.keep());
        let copy = folder.0.join("copy.jalon");
        copy_bytes(path, &copy)?;
        let log = |path: &Path| with_suffix(path, "-wal");
        if log(path).exists() {
            copy_bytes(&log(path), &log(&copy))?;
        }
        Ok((folder, copy))
    };
    let beside = tempfile::Builder::new().prefix(&new_of(path)).tempdir_in(folder_of(path));
    beside.and_then(copied).or_else(|_| tempfile::tempdir().and_then(copied))
}

/// A folder with a copy in it; dropped, it is gone.
pub(crate) struct Copied(PathBuf);

impl Drop for Copied {
    fn drop(&mut self) {
        // What cannot be removed now is left over, and is removed as such.
        for entry in fs::read_dir(&self.0).into_iter().flatten().flatten() {
            let _ = fs::remove_file(entry.path());
        }
        let _ = fs::remove_dir(&self.0);
    }
}

/// How the names begin of what is not finished of one of the stores in a folder.
fn new_of(store: &Path) -> String {
    let name = store.file_name().unwrap_or_default();
    let digest = Sha256::digest(name.as_encoded_bytes());
    let tag: String = digest.iter().take(4).map(|byte| format!("{byte:02x}")).collect();
    format!("{UNFINISHED}new-{tag}-")
}

/// Removes what programs that were killed have left beside a store, if it has lain there
/// for so long: it may hold anything that the store or a backup has held.
pub(crate) fn sweep(store: &Path, longer_than: Duration) -> io::Result<()> {
    let store = real(store);
    let begins = new_of(&store);
    sweep_in(folder_of(&store), |entry| {
        let old = || {
            let changed = entry.metadata().and_then(|entry| entry.modified());
            changed.is_ok_and(|changed| changed.elapsed().is_ok_and(|age| age >= longer_than))
        };
        entry.file_name().to_string_lossy().starts_with(&begins) && (longer_than.is_zero() || old())
    })
}

/// Removes all that is not finished in a folder of a store's own.
pub(crate) fn sweep_folder(folder: &Path) -> io::Result<()> {
    sweep_in(folder, |entry| entry.file_name().to_string_lossy().starts_with(UNFINISHED))
}

/// Removes what is left over in a folder; one that cannot be listed holds nothing.
fn sweep_in(folder: &Path, left: impl Fn(&DirEntry) -> bool) -> io::Result<()> {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten().filter(left) {
        let removed = match entry.file_type()?.is_dir() {
            true => fs::remove_dir_all(entry.path()),
            false => fs::remove_file(entry.path()),
        };
        match removed {
            // Whoever made it has just finished, or another one sweeps.
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            done => done?,
        }
    }
    Ok(())
}

/// Makes a folder, with those above it, if it is not there; it lasts through a power cut.
pub(crate) fn make_folder(path: &Path) -> io::Result<()> {
    make_lasting(path, &DirBuilder::new())
}

/// The same with one that nobody else may look into.
pub(crate) fn private_folder(path: &Path) -> io::Result<()> {
    #[cfg(unix)]
    let builder = {
        use std::os::unix::fs::DirBuilderExt as _;
        let mut builder = DirBuilder::new();
        builder.mode(0o700);
        builder
    };
    #[cfg(not(unix))]
    let builder = DirBuilder::new();
    make_lasting(path, &builder)
}

/// What is synced in a folder is lost with the folder's own name.
fn make_lasting(path: &Path, builder: &DirBuilder) -> io::Result<()> {
    let missing = |path: &&Path| !path.as_os_str().is_empty() && !path.exists();
    let made: Vec<&Path> = path.ancestors().take_while(missing).collect();
    for folder in made.into_iter().rev() {
        match builder.create(folder) {
            // Another process has made it meanwhile.
            Err(error) if error.kind() == ErrorKind::AlreadyExists && folder.is_dir() => {}
            done => done?,
        }
        sync_folder(folder_of(folder));
    }
    Ok(())
}

/// Copies a file's bytes into another, which is private, and makes them durable.
pub(crate) fn copy_bytes(from: &Path, to: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let mut to = options.open(to)?;
    io::copy(&mut File::open(from)?, &mut to)?;
    to.sync_all()
}

/// Makes a file's bytes last through a power cut.
pub(crate) fn sync_file(path: &Path) -> io::Result<()> {
    OpenOptions::new().write(true).open(path)?.sync_all()
}

/// Makes the names in a folder last through a power cut; a system that cannot sync a
/// folder keeps names by other means.
pub(crate) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Removes a file that may not be there.
pub(crate) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

/// What the system said about a file, as trouble.
pub(crate) fn trouble(error: &io::Error, path: &Path) -> Trouble {
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Trouble::Full,
        // A file where a folder is needed is already there, or is no folder.
        ErrorKind::PermissionDenied
        | ErrorKind::ReadOnlyFilesystem
        | ErrorKind::AlreadyExists
        | ErrorKind::NotADirectory => Trouble::Unwritable(path.to_owned()),
        _ => Trouble::Io(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use chrono::DateTime;

    use super::*;
    use crate::{Backups, Store, redact};

    /// As a program that was killed leaves it.
    fn left(file: TempPath) -> PathBuf {
        fs::write(&file, "a whole copy").unwrap();
        file.keep().unwrap()
    }

    #[test]
    fn what_a_killed_program_left_goes_with_a_redaction_and_what_is_of_another_store_stays() {
        let folder = tempfile::tempdir().unwrap();
        let (ours, theirs) = (folder.path().join("plan.jalon"), folder.path().join("other.jalon"));
        let mut store = Store::create(&ours, DateTime::UNIX_EPOCH).unwrap();
        let backups = Backups::of(&ours).folder();
        private_folder(&backups).unwrap();
        let file = left(new_beside(&ours).unwrap());
        let in_backups = left(new_in(&backups).unwrap());
        let (folder_of_copy, copy) = copied_to_look(&ours).unwrap();
        std::mem::forget(folder_of_copy);
        let copy = folder_of(&copy).to_owned();
        let other = left(new_beside(&theirs).unwrap());
        assert!(copy.starts_with(folder.path()) && copy.join("copy.jalon-wal").exists());
        redact::remember(&store.sql, &BTreeSet::from(["a-change".to_owned()])).unwrap();
        store.scrub().unwrap();
        assert!(!file.exists() && !in_backups.exists() && !copy.exists());
        assert!(other.exists());
    }

    #[test]
    fn what_has_lain_there_for_long_goes_when_the_store_is_opened() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.jalon");
        drop(Store::create(&path, DateTime::UNIX_EPOCH).unwrap());
        let [old, new] = [(); 2].map(|()| left(new_beside(&path).unwrap()));
        let hours_ago = std::time::SystemTime::now() - Duration::from_secs(7200);
        File::options().write(true).open(&old).unwrap().set_modified(hours_ago).unwrap();
        drop(Store::open(&path, DateTime::UNIX_EPOCH).unwrap());
        assert!(!old.exists(), "nobody works on it any more");
        assert!(new.exists(), "somebody may be working on it");
    }
}
