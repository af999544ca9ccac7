//! Stamps: what a step was done for, so that it is skipped while nothing has changed.

use crate::{Result, place::Place};
use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hasher};
use std::path::{Path, PathBuf};

/// A file in `target/xtask` holding the hash of a step's inputs.
pub struct Stamp {
    path: PathBuf,
    inputs: String,
}

impl Stamp {
    /// The stamp `name` for the present content of `inputs` (files, or folders with all below
    /// them but `node_modules` and `dist`) and for `also`, such as a program's version.
    pub fn of(place: &Place, name: &str, inputs: &[PathBuf], also: &str) -> Result<Self> {
        let path = place.output("xtask")?.join(format!("{name}.stamp"));
        let inputs = hash(inputs, also)?;
        Ok(Self { path, inputs })
    }

    /// Whether the step was last done for these same inputs.
    pub fn holds(&self) -> bool {
        std::fs::read_to_string(&self.path).is_ok_and(|text| text == self.inputs)
    }

    /// Says that the step is now done for these inputs.
    pub fn set(&self) -> Result {
        std::fs::write(&self.path, &self.inputs)
            .map_err(|e| format!("cannot write {}: {e}", self.path.display()))
    }
}

/// A newer compiler may hash differently; then a step is done once more, which is harmless.
fn hash(inputs: &[PathBuf], also: &str) -> Result<String> {
    let mut files = BTreeSet::new();
    for input in inputs {
        collect(input, &mut files)?;
    }
    let mut hasher = DefaultHasher::new();
    let mut feed = |bytes: &[u8]| {
        hasher.write_usize(bytes.len());
        hasher.write(bytes);
    };
    feed(also.as_bytes());
    for file in files {
        let bytes = std::fs::read(&file).map_err(|e| format!("{}: {e}", file.display()))?;
        feed(file.to_string_lossy().as_bytes());
        feed(&bytes);
    }
    Ok(format!("{:016x}\n", hasher.finish()))
}

fn collect(path: &Path, files: &mut BTreeSet<PathBuf>) -> Result {
    if path.is_file() {
        files.insert(path.to_owned());
    } else if path.is_dir() {
        let failed = |e| format!("{}: {e}", path.display());
        for entry in std::fs::read_dir(path).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name();
            if name != "node_modules" && name != "dist" {
                collect(&entry.path(), files)?;
            }
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_follows_content_and_names_and_skips_what_is_built() {
        let folder = std::env::temp_dir().join(format!("jalon-stamp-{}", std::process::id()));
        let inputs = [folder.clone()];
        std::fs::create_dir_all(folder.join("src")).unwrap();
        std::fs::create_dir_all(folder.join("node_modules")).unwrap();
        std::fs::write(folder.join("src/a.ts"), "1").unwrap();
        let first = hash(&inputs, "v20").unwrap();

        std::fs::write(folder.join("node_modules/b.js"), "x").unwrap();
        assert_eq!(hash(&inputs, "v20").unwrap(), first);
        assert_ne!(hash(&inputs, "v22").unwrap(), first);

        std::fs::write(folder.join("src/a.ts"), "2").unwrap();
        assert_ne!(hash(&inputs, "v20").unwrap(), first);
        std::fs::write(folder.join("src/a.ts"), "1").unwrap();
        assert_eq!(hash(&inputs, "v20").unwrap(), first);
        std::fs::rename(folder.join("src/a.ts"), folder.join("src/c.ts")).unwrap();
        assert_ne!(hash(&inputs, "v20").unwrap(), first);
        std::fs::remove_dir_all(folder).unwrap();
    }
}
