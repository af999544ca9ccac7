//! The lines of a package, each within its limit and all within theirs, whatever the
//! file says of itself.

use std::fs::File;
use std::io::{BufRead as _, BufReader, Read as _, Take};
use std::path::{Path, PathBuf};

use super::error::{LineFault, PackageError};
use crate::load::LoadError;

/// The most bytes on a line: a plan file comes in as one transaction.
const MAX_LINE: u64 = 256 * 1024 * 1024;

/// The most bytes in a package.
const MAX_BYTES: u64 = 1024 * 1024 * 1024;

/// A package that is being read.
pub(super) struct Lines {
    path: PathBuf,
    file: Take<BufReader<File>>,
    bytes: Vec<u8>,
    number: usize,
    read: u64,
    max_line: u64,
}

impl Lines {
    /// Opens a file.
    pub fn open(path: &Path) -> Result<Lines, PackageError> {
        let fail = |error| LoadError::from_io(path, error);
        let file = File::open(path).map_err(fail)?;
        if file.metadata().map_err(fail)?.is_dir() {
            return Err(LoadError::IsFolder(path.to_owned()).into());
        }
        let file = BufReader::new(file).take(0);
        Ok(Lines { path: path.to_owned(), file, bytes: Vec::new(), number: 0, read: 0, max_line: MAX_LINE })
    }

    /// The file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The next line, without its end; `None` after the last one.
    pub fn next(&mut self) -> Result<Option<&str>, PackageError> {
        self.bytes.clear();
        self.number += 1;
        self.file.set_limit(self.max_line + 1);
        let read = self.file.read_until(b'\n', &mut self.bytes);
        let read = read.map_err(|error| LoadError::from_io(&self.path, error))? as u64;
        self.read += read;
        if self.read > MAX_BYTES {
            return Err(PackageError::TooLarge { megabytes: MAX_BYTES >> 20 });
        }
        if read == 0 {
            return Ok(None);
        }
        if self.bytes.last() == Some(&b'\n') {
            self.bytes.pop();
        } else if read > self.max_line {
            return Err(self.wrong(LineFault::TooLong(self.max_line)));
        }
        match std::str::from_utf8(&self.bytes) {
            Ok(line) => Ok(Some(line)),
            Err(_) => Err(PackageError::Line { line: self.number, fault: LineFault::NotUtf8 }),
        }
    }

    /// What is wrong with the line that was read last.
    pub fn wrong(&self, fault: LineFault) -> PackageError {
        PackageError::Line { line: self.number, fault }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_beyond_the_limit_is_refused_by_its_number_without_being_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("package");
        std::fs::write(&path, format!("first\n{}\n", "x".repeat(5000))).unwrap();
        let mut lines = Lines { max_line: 100, ..Lines::open(&path).unwrap() };
        assert_eq!(lines.next().unwrap(), Some("first"));
        let refused = lines.next().unwrap_err();
        assert!(matches!(refused, PackageError::Line { line: 2, fault: LineFault::TooLong(100) }));
        assert!(lines.bytes.len() < 200);
    }
}
