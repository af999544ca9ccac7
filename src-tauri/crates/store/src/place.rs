//! Where a store may stand: on a disk of this machine, in a folder that nothing else
//! rewrites.
//!
//! SQLite's log needs locks and shared memory that network drives do not give, and a
//! program that synchronises a folder copies the file and its log apart from each
//! other, or puts an older one back. Both lose what was written, silently; so such
//! places are refused beforehand, with the reason.
//!
//! Deciding is pure ([`classify`]) and takes what the machine says as data
//! ([`Facts`]). Only Linux could be tried; what Windows and macOS say is written down
//! in the tests as their documentation has it.

mod classify;
mod facts;
mod mounts;
mod products;

use std::path::{Path, PathBuf};

use crate::OpenError;

pub use classify::{Facts, Mount, NoPlace, Platform, classify};
pub use products::Product;

/// Refuses a place for a store that is to be written to.
///
/// # Errors
/// [`OpenError::Place`] with the reason.
pub(crate) fn check(path: &Path) -> Result<(), OpenError> {
    let said = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    // A link in a harmless folder may lead into one that is not, and the other way round.
    for path in [resolved(&said), said] {
        let facts = Facts::of_this_machine(&path);
        if let Err(refusal) = classify(&path.to_string_lossy(), &facts) {
            return Err(OpenError::Place { path, refusal });
        }
    }
    Ok(())
}

/// The path without links, as far as it leads to something.
fn resolved(path: &Path) -> PathBuf {
    let there = path.ancestors().find_map(|part| Some((part, part.canonicalize().ok()?)));
    match there {
        Some((part, real)) => match path.strip_prefix(part) {
            Ok(rest) if rest.as_os_str().is_empty() => real,
            Ok(rest) => real.join(rest),
            Err(_) => real,
        },
        None => path.to_owned(),
    }
}
