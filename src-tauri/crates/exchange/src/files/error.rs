//! Why a file cannot be written, for the user.

use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use jalon_domain::Failure;

use super::shown;

/// Windows says that another program uses the file, or a part of it.
const SHARING_VIOLATION: i32 = 32;
const LOCK_VIOLATION: i32 = 33;

/// Why a file cannot be written. What stood in its place is as it was.
#[derive(Debug, thiserror::Error)]
pub enum FileError {
    /// There is no such folder.
    #[error("no folder {0}")]
    FolderMissing(PathBuf),
    /// Nothing may be written in the folder.
    #[error("folder not writable: {0}")]
    Unwritable(PathBuf),
    /// No room is left.
    #[error("disk full: {0}")]
    DiskFull(PathBuf),
    /// Another program has the file open; the owner file that says so, if one does.
    #[error("open elsewhere: {file}")]
    OpenElsewhere {
        /// The file.
        file: PathBuf,
        /// The owner file beside it.
        lock: Option<PathBuf>,
    },
    /// The path is that of a folder.
    #[error("a folder: {0}")]
    IsFolder(PathBuf),
    /// What stands there is no file: a pipe, a terminal, a device.
    #[error("no file: {0}")]
    NoFile(PathBuf),
    /// The file of a plan stands there.
    #[error("a store: {0}")]
    IsStore(PathBuf),
    /// Other files stand there that may not be written over: all of them.
    #[error("taken: {0:?}")]
    Taken(Vec<PathBuf>),
    /// The file system does not take this name.
    #[error("bad name: {0}")]
    BadName(PathBuf),
    /// Two files would go to the same place.
    #[error("twice the same place: {0}")]
    SamePlace(PathBuf),
    /// The second file of a pair failed, and then the first could not be put back
    /// as it was. What stood there is beside it in a file that begins with `.jalon-`.
    #[error("not put back: {file}: {cause}")]
    NotPutBack {
        /// The first file.
        file: PathBuf,
        /// Why not.
        cause: io::Error,
    },
    /// The system says otherwise.
    #[error("cannot write {0}: {1}")]
    Io(PathBuf, io::Error),
}

impl FileError {
    pub(super) fn from_io(target: &Path, folder: &Path, error: io::Error) -> FileError {
        let in_use =
            cfg!(windows) && matches!(error.raw_os_error(), Some(SHARING_VIOLATION | LOCK_VIOLATION));
        if in_use {
            return FileError::OpenElsewhere { file: target.to_owned(), lock: None };
        }
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => FileError::FolderMissing(folder.to_owned()),
            ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                FileError::Unwritable(folder.to_owned())
            }
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded => FileError::DiskFull(folder.to_owned()),
            ErrorKind::IsADirectory => FileError::IsFolder(target.to_owned()),
            ErrorKind::InvalidFilename => FileError::BadName(target.to_owned()),
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => {
                FileError::OpenElsewhere { file: target.to_owned(), lock: None }
            }
            _ => FileError::Io(target.to_owned(), error),
        }
    }

    /// The folder took the file beside; that the file itself cannot be replaced is,
    /// on Windows, how a program that has it open shows.
    pub(super) fn from_renaming(target: &Path, folder: &Path, error: io::Error) -> FileError {
        if cfg!(windows) && error.kind() == ErrorKind::PermissionDenied && target.is_file() {
            return FileError::OpenElsewhere { file: target.to_owned(), lock: None };
        }
        FileError::from_io(target, folder, error)
    }

    /// For the user.
    pub fn failure(&self) -> Failure {
        let about = |code: &str, path: &Path| Failure::new(code).text("path", path.to_string_lossy());
        match self {
            FileError::FolderMissing(folder) => about("failure-file-folder-missing", folder),
            FileError::Unwritable(folder) => about("failure-file-unwritable", folder),
            FileError::DiskFull(folder) => about("failure-file-disk-full", folder),
            FileError::OpenElsewhere { file, lock: Some(lock) } => {
                let lock = lock.file_name().map(shown).unwrap_or_default();
                about("failure-file-owned-elsewhere", file).text("lock", lock)
            }
            FileError::OpenElsewhere { file, lock: None } => about("failure-file-open-elsewhere", file),
            FileError::IsFolder(path) => about("failure-file-is-folder", path),
            FileError::NoFile(path) => about("failure-file-no-file", path),
            FileError::IsStore(path) => about("failure-file-is-store", path),
            FileError::Taken(paths) => {
                let shown: Vec<_> = paths.iter().map(|path| path.to_string_lossy()).collect();
                Failure::new("failure-file-taken")
                    .text("path", shown.join(", "))
                    .number("count", i64::try_from(paths.len()).unwrap_or(i64::MAX))
            }
            FileError::BadName(path) => about("failure-file-bad-name", path),
            FileError::SamePlace(path) => about("failure-file-same-place", path),
            FileError::NotPutBack { file, cause } => {
                about("failure-file-not-put-back", file).text("detail", cause.to_string())
            }
            FileError::Io(path, cause) => about("failure-file-io", path).text("detail", cause.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_system_says_becomes_what_the_user_can_act_on() {
        let code = |kind: ErrorKind| {
            FileError::from_io(Path::new("/a/b"), Path::new("/a"), kind.into()).failure().code
        };
        assert_eq!(code(ErrorKind::StorageFull), "failure-file-disk-full");
        assert_eq!(code(ErrorKind::QuotaExceeded), "failure-file-disk-full");
        assert_eq!(code(ErrorKind::PermissionDenied), "failure-file-unwritable");
        assert_eq!(code(ErrorKind::ReadOnlyFilesystem), "failure-file-unwritable");
        assert_eq!(code(ErrorKind::ResourceBusy), "failure-file-open-elsewhere");
        assert_eq!(code(ErrorKind::TimedOut), "failure-file-io");
    }
}
