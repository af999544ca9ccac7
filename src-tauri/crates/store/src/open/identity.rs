//! Which file stands at a path, so that a file that was replaced is noticed.

use std::io;
use std::path::Path;

/// Tells two files at the same path apart. Where the system cannot say (elsewhere
/// than on Unix it does not let an open file be replaced), any file is the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FileIdentity {
    #[cfg(unix)]
    device_and_inode: (u64, u64),
}

impl FileIdentity {
    /// The identity of the file that stands at the path now.
    pub fn of(path: &Path) -> io::Result<FileIdentity> {
        let metadata = std::fs::metadata(path)?;
        Ok(FileIdentity::from_metadata(&metadata))
    }

    #[cfg(unix)]
    pub fn from_metadata(metadata: &std::fs::Metadata) -> FileIdentity {
        use std::os::unix::fs::MetadataExt as _;
        FileIdentity { device_and_inode: (metadata.dev(), metadata.ino()) }
    }

    #[cfg(not(unix))]
    pub fn from_metadata(_: &std::fs::Metadata) -> FileIdentity {
        FileIdentity {}
    }
}
