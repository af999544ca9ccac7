//! The web UI: its packages, its build, its own checks and tests.

use crate::{Result, place::Place, process, stamp::Stamp, toolchain, version::Version};
use serde_json::Value;
use std::path::Path;
use std::time::Duration;

const LIMIT: Duration = Duration::from_secs(15 * 60);

/// Installs exactly the packages of the lock file, unless they are there already.
pub fn install(place: &Place) -> Result {
    let ui = place.ui();
    let wanted = read(&ui.join("package-lock.json"))?
        .ok_or("ui/package-lock.json is missing: it belongs in the repository")?;
    // npm writes this file last, so it also tells that the installation was whole.
    let there = read(&ui.join("node_modules/.package-lock.json"))?;
    if there.is_some_and(|there| is_installed(&wanted, &there)) {
        println!("ui/node_modules holds what the lock file asks for: npm ci skipped");
        return Ok(());
    }
    npm(place, &["ci", "--no-audit", "--no-fund"])
}

/// Builds `ui/dist`, unless nothing it is made of has changed.
pub fn build(place: &Place, node: Version) -> Result {
    let inputs = [place.ui(), place.root.join("src-tauri/crates/words/locales"), place.root.join("icons")];
    let stamp = Stamp::of(place, "ui-build", &inputs, &node.to_string())?;
    if stamp.holds() && place.ui().join("dist/index.html").is_file() {
        println!("ui/dist is up to date: npm run build skipped");
        return Ok(());
    }
    npm(place, &["run", "build"])?;
    // A build may write into its own sources (typed names of the words): stamp what is there now.
    Stamp::of(place, "ui-build", &inputs, &node.to_string())?.set()
}

/// Types, lint and formatting.
pub fn check(place: &Place) -> Result {
    npm(place, &["run", "check"])
}

/// The UI's unit tests.
pub fn test(place: &Place) -> Result {
    npm(place, &["test"])
}

fn npm(place: &Place, arguments: &[&str]) -> Result {
    let mut command = toolchain::npm();
    command.args(arguments).current_dir(place.ui());
    process::run(&mut command, LIMIT)
}

fn read(path: &Path) -> Result<Option<Value>> {
    let Ok(text) = std::fs::read_to_string(path) else {
        return Ok(None);
    };
    let value = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
    Ok(Some(value))
}

/// Whether npm's own record of what it installed (`there`) satisfies a lock file: nothing else,
/// nothing missing but optional packages, which are often another platform's.
fn is_installed(lock: &Value, there: &Value) -> bool {
    let (Some(wanted), Some(there)) = (lock["packages"].as_object(), there["packages"].as_object()) else {
        return false;
    };
    let same = |a: &Value, b: &Value| ["version", "resolved", "integrity"].iter().all(|key| a[key] == b[key]);
    there.iter().all(|(path, package)| wanted.get(path).is_some_and(|w| same(w, package)))
        && wanted
            .iter()
            .filter(|(path, package)| !path.is_empty() && package["optional"] != true)
            .all(|(path, _)| there.contains_key(path))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn lock() -> Value {
        json!({ "packages": {
            "": { "name": "ui" },
            "node_modules/svelte": { "version": "5.1.0", "integrity": "sha512-a" },
            "node_modules/esbuild-mac": { "version": "1.0.0", "optional": true },
        }})
    }

    fn check(there: Value, expected: bool) {
        let there = json!({ "packages": there });
        assert_eq!(is_installed(&lock(), &there), expected, "{there}");
    }

    #[test]
    fn packages_are_installed_when_they_are_those_of_the_lock_file() {
        let svelte = json!({ "version": "5.1.0", "integrity": "sha512-a" });
        check(json!({ "node_modules/svelte": svelte }), true);
        check(json!({}), false);
        check(json!({ "node_modules/svelte": { "version": "5.0.0" } }), false);
        check(json!({ "node_modules/svelte": svelte, "node_modules/old": {} }), false);
        assert!(!is_installed(&lock(), &json!({})));
    }
}
