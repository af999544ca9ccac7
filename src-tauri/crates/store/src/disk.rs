//! Files beside a store: made privately, made durable, given their names.

use std::fs::{self, DirBuilder, File, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

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

/// Where a link leads to; the path itself where nothing is.
pub(crate) fn real(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// An empty file in a folder, that nobody else may read; dropped, it is gone.
pub(crate) fn beside(folder: &Path) -> io::Result<TempPath> {
    Ok(tempfile::Builder::new().prefix(&format!("{UNFINISHED}new-")).tempfile_in(folder)?.into_temp_path())
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
