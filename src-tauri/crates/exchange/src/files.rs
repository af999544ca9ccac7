//! Files written whole: beside their place first, then renamed. Several belong
//! together and come all or not at all.
//!
//! What no program can promise: a power cut between the two renames of a pair
//! leaves the first file new and the second old, each of them whole.

mod error;
mod open_elsewhere;

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::{Builder, TempPath};

pub use error::FileError;

/// Writes one file whole, in place of what stood there.
///
/// # Errors
/// See [`FileError`]; what stood there is as it was, and nothing is left beside it.
pub fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    write_together(&[(path, bytes)])
}

/// Writes two files, both or neither.
///
/// # Errors
/// See [`FileError`]; what stood in both places is as it was.
pub fn write_pair(first: (&Path, &[u8]), second: (&Path, &[u8])) -> Result<(), FileError> {
    write_together(&[first, second])
}

/// Writes files, all or none.
///
/// # Errors
/// See [`FileError`]; what stood in all their places is as it was.
pub fn write_together(files: &[(&Path, &[u8])]) -> Result<(), FileError> {
    write_over(files, Over::Anything)
}

/// What files may be written over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Over {
    /// Whatever stands there: somebody was asked.
    #[default]
    Anything,
    /// The same bytes only: what somebody has written, or worked on since, is not lost.
    TheSame,
}

impl Over {
    /// Whatever stands there, where somebody said so; else the same bytes only.
    pub fn replacing(said: bool) -> Over {
        if said { Over::Anything } else { Over::TheSame }
    }
}

/// Writes files, all or none, over what may be written over.
///
/// # Errors
/// See [`FileError`]; what stood in all their places is as it was.
pub fn write_over(files: &[(&Path, &[u8])], over: Over) -> Result<(), FileError> {
    let mut staged = Vec::new();
    for (path, bytes) in files {
        let one = Staged::beside(path, bytes)?;
        if staged.iter().any(|other: &Staged| other.target == one.target) {
            return Err(FileError::SamePlace(one.target));
        }
        staged.push(one);
    }
    if over == Over::TheSame {
        // All of them: whoever is asked whether they may go is asked once, and of each.
        let is_other = |(one, (_, bytes)): &(&Staged, &(&Path, &[u8]))| {
            one.target.symlink_metadata().is_ok() && fs::read(&one.target).ok().as_deref() != Some(*bytes)
        };
        let taken = staged.iter().zip(files).filter(is_other).map(|(one, _)| one.target.clone());
        let taken: Vec<PathBuf> = taken.collect();
        if !taken.is_empty() {
            return Err(FileError::Taken(taken));
        }
    }
    let mut placed: Vec<Placed> = Vec::new();
    for one in staged {
        match one.place() {
            Ok(done) => placed.push(done),
            Err(error) => return Err(take_back(placed, error)),
        }
    }
    for done in &placed {
        // The files stand; a folder that cannot be synced must not be told as if they did not.
        let _ = sync_folder(&done.folder);
    }
    Ok(())
}

/// A file written beside its place; dropped, it is gone.
struct Staged {
    file: TempPath,
    target: PathBuf,
    folder: PathBuf,
}

/// A file in its place, and what stood there before; dropped, that is gone.
struct Placed {
    target: PathBuf,
    folder: PathBuf,
    before: Option<TempPath>,
}

impl Staged {
    fn beside(path: &Path, bytes: &[u8]) -> Result<Staged, FileError> {
        // A link stays a link: what it leads to is written.
        let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        if target.is_dir() {
            return Err(FileError::IsFolder(target));
        }
        if fs::metadata(path).is_ok_and(|known| !known.is_file()) {
            // A pipe would be waited for until somebody reads it, and then replaced by a file.
            return Err(FileError::NoFile(path.to_owned()));
        }
        let Some(name) = target.file_name() else { return Err(FileError::IsFolder(target)) };
        let folder = match target.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
            _ => PathBuf::from("."),
        };
        if !folder.is_dir() {
            return Err(FileError::FolderMissing(folder));
        }
        if is_store(&target) {
            return Err(FileError::IsStore(target));
        }
        if let Some(lock) = open_elsewhere::owner_file(&folder, name) {
            return Err(FileError::OpenElsewhere { file: target, lock: Some(lock) });
        }
        let fail = |error| FileError::from_io(&target, &folder, error);
        let file = write_beside(&folder, &target, bytes).map_err(fail)?;
        Ok(Staged { file, folder, target })
    }

    fn place(self) -> Result<Placed, FileError> {
        let Staged { file, target, folder } = self;
        let fail = |error| FileError::from_renaming(&target, &folder, error);
        let before = keep(&folder, &target).map_err(fail)?;
        file.persist(&target).map_err(|error| fail(error.error))?;
        Ok(Placed { target, folder, before })
    }
}

/// Whether a plan's own file stands there, or the log of its latest changes: nothing
/// that is written out may take their place.
fn is_store(path: &Path) -> bool {
    let begins = |path: &Path| {
        let mut first = [0; 16];
        let read = File::open(path).and_then(|mut file| file.read_exact(&mut first));
        read.is_ok() && &first == b"SQLite format 3\0"
    };
    let log_of = path.to_str().and_then(|text| text.strip_suffix("-wal").or(text.strip_suffix("-shm")));
    begins(path) || log_of.is_some_and(|store| begins(Path::new(store)))
}

fn beside(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".jalon-").suffix(".tmp");
    #[cfg(unix)]
    {
        // As any new file: the umask decides, not the privacy of temporary files.
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

fn write_beside(folder: &Path, target: &Path, bytes: &[u8]) -> io::Result<TempPath> {
    let mut file = beside(folder)?;
    file.write_all(bytes)?;
    if let Ok(known) = fs::metadata(target) {
        file.as_file().set_permissions(known.permissions())?;
    }
    file.as_file().sync_all()?;
    Ok(file.into_temp_path())
}

/// Keeps what stands in a place under another name beside it, by a second link to
/// the same file where the file system has links, else by a copy. The place is
/// never empty in between.
fn keep(folder: &Path, target: &Path) -> io::Result<Option<TempPath>> {
    if !target.exists() {
        return Ok(None);
    }
    let name = beside(folder)?.into_temp_path();
    fs::remove_file(&name)?;
    if fs::hard_link(target, &name).is_err() {
        fs::copy(target, &name)?;
    }
    Ok(Some(name))
}

/// Puts back what stood in each place before.
fn take_back(placed: Vec<Placed>, error: FileError) -> FileError {
    for done in placed.into_iter().rev() {
        let put_back = match done.before {
            None => fs::remove_file(&done.target),
            Some(before) => before.persist(&done.target).map_err(|failed| {
                // Better a file under a strange name than none.
                let _ = failed.path.keep();
                failed.error
            }),
        };
        if let Err(cause) = put_back {
            return FileError::NotPutBack { file: done.target, cause };
        }
        let _ = sync_folder(&done.folder);
    }
    error
}

/// Makes renames in a folder last through a power cut. Windows has no such call.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// A name for messages; bytes that are no text are shown as such.
fn shown(name: &OsStr) -> String {
    name.to_string_lossy().into_owned()
}
