//! Reads a file that somebody names, within the limit for plan files.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _};
use std::path::{Path, PathBuf};

use jalon_domain::Failure;

use crate::plan_file::MAX_BYTES;

/// Why a file cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// There is none.
    #[error("no file {0}")]
    Missing(PathBuf),
    /// It is a folder.
    #[error("a folder: {0}")]
    IsFolder(PathBuf),
    /// Its permissions forbid it.
    #[error("not readable: {0}")]
    Forbidden(PathBuf),
    /// It is larger than [`MAX_BYTES`].
    #[error("too large: {0}")]
    TooLarge(PathBuf),
    /// The system says otherwise.
    #[error("cannot read {0}: {1}")]
    Io(PathBuf, io::Error),
}

impl LoadError {
    /// What the system said when `path` was opened or read.
    pub fn from_io(path: &Path, error: io::Error) -> LoadError {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => LoadError::Missing(path.to_owned()),
            ErrorKind::IsADirectory => LoadError::IsFolder(path.to_owned()),
            // Windows forbids to open a folder as a file.
            ErrorKind::PermissionDenied if path.is_dir() => LoadError::IsFolder(path.to_owned()),
            ErrorKind::PermissionDenied => LoadError::Forbidden(path.to_owned()),
            _ => LoadError::Io(path.to_owned(), error),
        }
    }

    /// For the user.
    pub fn failure(&self) -> Failure {
        let (code, path) = match self {
            LoadError::Missing(path) => ("failure-load-missing", path),
            LoadError::IsFolder(path) => ("failure-load-is-folder", path),
            LoadError::Forbidden(path) => ("failure-load-forbidden", path),
            LoadError::TooLarge(_) => {
                return Failure::new("failure-import-too-large")
                    .number("megabytes", (MAX_BYTES >> 20).cast_signed());
            }
            LoadError::Io(path, error) => {
                let failure = Failure::new("failure-load-io").text("detail", error.to_string());
                return failure.text("path", path.to_string_lossy());
            }
        };
        Failure::new(code).text("path", path.to_string_lossy())
    }
}

/// The bytes of a file, at most [`MAX_BYTES`] of them.
///
/// # Errors
/// See [`LoadError`].
pub fn load(path: &Path) -> Result<Vec<u8>, LoadError> {
    let fail = |error| LoadError::from_io(path, error);
    let mut bytes = Vec::new();
    // One byte more than is allowed tells a file that is too large, whatever its
    // declared size: a pipe declares none.
    let mut file = File::open(path).map_err(fail)?.take(MAX_BYTES + 1);
    file.read_to_end(&mut bytes).map_err(fail)?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > MAX_BYTES) {
        return Err(LoadError::TooLarge(path.to_owned()));
    }
    Ok(bytes)
}
