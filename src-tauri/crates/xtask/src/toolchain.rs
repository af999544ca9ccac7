//! Rust, its components, and Node: present, and new enough.

use crate::{Result, place, process, version::Version};
use std::process::Command;
use std::time::Duration;

const NODE: Version = Version(20, 19, 0);
const LIMIT: Duration = Duration::from_secs(60);

/// Checks Rust and Node, saying what was found. Returns Node's version.
pub fn ensure() -> Result<Version> {
    let mut rustc = Command::new("rustc");
    rustc.arg("--version");
    let rust = found("Rust", rustc, "rustup: https://rustup.rs")?;
    let mut command = place::cargo();
    command.args(["metadata", "--no-deps", "--format-version", "1"]);
    let metadata = process::capture(&mut command, LIMIT)?;
    let metadata: serde_json::Value = serde_json::from_str(&metadata).map_err(|e| e.to_string())?;
    let wanted = metadata["packages"][0]["rust_version"].as_str();
    if let Some(wanted) = wanted.and_then(Version::find) {
        at_least("Rust", rust, wanted, "run: rustup update")?;
    }

    let mut node = Command::new("node");
    node.arg("--version");
    let node = found("Node", node, "https://nodejs.org (20.19 or later)")?;
    at_least("Node", node, NODE, "see https://nodejs.org")?;
    let mut version = npm();
    version.arg("--version");
    found("npm", version, "it comes with Node: https://nodejs.org")?;
    println!("Rust {rust}, Node {node}");
    Ok(node)
}

/// Checks rustfmt and clippy, which a minimal installation of Rust leaves out; rustup adds them.
pub fn components() -> Result {
    for (component, tool) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        let has = || process::capture(place::cargo().args([tool, "--version"]), LIMIT);
        if has().is_ok() {
            continue;
        }
        let mut rustup = Command::new("rustup");
        rustup.args(["component", "add", component]);
        process::run(&mut rustup, LIMIT * 10)
            .map_err(|e| format!("{component} is missing and rustup could not add it: {e}"))?;
        has()?;
    }
    Ok(())
}

/// The npm of this platform.
pub fn npm() -> Command {
    Command::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
}

fn found(name: &str, mut command: Command, source: &str) -> Result<Version> {
    let text = process::capture(&mut command, LIMIT)
        .map_err(|e| format!("{name} was not found ({e}). Get it from {source}"))?;
    Version::find(&text).ok_or_else(|| format!("{name} says its version is {:?}", text.trim()))
}

fn at_least(name: &str, found: Version, wanted: Version, how: &str) -> Result {
    if found >= wanted {
        return Ok(());
    }
    Err(format!("{name} {found} is too old: {wanted} or later is needed; {how}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_too_old_is_refused_with_what_to_do() {
        assert_eq!(at_least("Node", Version(20, 19, 0), NODE, "x"), Ok(()));
        let error = at_least("Node", Version(18, 20, 4), NODE, "see nodejs.org").unwrap_err();
        assert_eq!(error, "Node 18.20.4 is too old: 20.19.0 or later is needed; see nodejs.org");
    }
}
