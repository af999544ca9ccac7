//! The rules of the house that a program can check by reading files.

mod licences;
mod locales;
mod packages;
mod sources;
mod spdx;

use crate::{Result, place::Place, process};
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

/// A file of the repository: its path from the root, with `/`, and its text.
struct Source {
    path: String,
    text: String,
}

/// `cargo xtask lint`.
pub fn only() -> Result {
    check(&Place::find()?)
}

/// Every rule; all breaches are named, not only the first.
pub fn check(place: &Place) -> Result {
    let files = files(place)?;
    let mut breaches = locales::check(&files);
    breaches.extend(sources::check(&files));
    breaches.extend(licences::crates(place)?);
    breaches.extend(licences::npm(&files)?);
    breaches.extend(packages::check(&files)?);
    if breaches.is_empty() {
        println!("{} files keep the rules of the house", files.len());
        return Ok(());
    }
    for breach in &breaches {
        println!("  {breach}");
    }
    Err(format!("{} breaches of the rules of the house, listed above", breaches.len()))
}

/// The text files that git knows or would add. Pictures and fonts are left out.
fn files(place: &Place) -> Result<Vec<Source>> {
    let mut command = Command::new("git");
    command.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    command.current_dir(&place.root);
    let names = process::capture(&mut command, Duration::from_secs(60))?;
    let mut files = Vec::new();
    for path in names.split('\0').filter(|name| !name.is_empty()) {
        let full: PathBuf = place.root.join(path);
        // Deleted but not yet committed, or a link to a folder: nothing to read.
        if !full.is_file() {
            continue;
        }
        let bytes = std::fs::read(&full).map_err(|e| format!("{path}: {e}"))?;
        if let Ok(text) = String::from_utf8(bytes) {
            files.push(Source { path: path.to_owned(), text });
        }
    }
    files.sort_by(|a, b| a.path.cmp(&b.path));
    files.dedup_by(|a, b| a.path == b.path);
    Ok(files)
}
