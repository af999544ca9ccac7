//! Stores as released versions of the program left them: `released/version-N.zip`
//! holds, of schema version N, a plan's file, its export and its history as that
//! version told them.
//!
//! A newly released version is one more file, and one more number in [`VERSIONS`].

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::Outcome;
use crate::programs::root;

/// The schema versions that were ever released.
pub const VERSIONS: [u32; 3] = [1, 2, 3];

/// What a released version left, in a folder that goes when this does.
pub struct Released {
    folder: TempDir,
    /// The plan, as `jalon export --confidential` wrote it.
    pub plan: Value,
    /// Everything that was done, as `jalon history --json` told it.
    pub history: Value,
}

impl Released {
    /// Takes out what that version left.
    ///
    /// # Errors
    /// It is not there.
    pub fn unpack(version: u32) -> Outcome<Released> {
        let packed = root().join(format!("tests/released/version-{version}.zip"));
        let folder = tempfile::tempdir()?;
        zip::ZipArchive::new(fs::File::open(packed)?)?.extract(folder.path())?;
        let json =
            |name| -> Outcome<Value> { Ok(serde_json::from_slice(&fs::read(folder.path().join(name))?)?) };
        Ok(Released { plan: json("plan.json")?, history: json("history.json")?, folder })
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The plan's file.
    pub fn store(&self) -> PathBuf {
        self.folder.path().join("plan.jalon")
    }
}
