//! The licences of everything that ships: the crates of both programs, and the npm packages
//! that end up in the window.

use super::{Source, spdx};
use crate::{Result, place::Place, process};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};
use std::time::Duration;

/// Licences that ask for no more than their text and the authors' names.
const ALLOWED: &[&str] = &[
    "0BSD",
    "Apache-2.0",
    "Apache-2.0 WITH LLVM-exception",
    "BSD-2-Clause",
    "BSD-3-Clause",
    "BSL-1.0",
    "CC0-1.0",
    "ISC",
    "MIT",
    "OFL-1.1",
    "Unicode-3.0",
    "Unlicense",
    "Zlib",
];

/// MPL-2.0 asks that changes to these files be published. We change none, and Tauri itself
/// brings them: there is no shell without them.
const MPL: &[(&str, &str)] = &[
    ("cssparser", "tauri-utils reads HTML with it"),
    ("cssparser-macros", "part of cssparser"),
    ("dtoa-short", "part of cssparser"),
    ("selectors", "tauri-utils reads HTML with it"),
    ("option-ext", "dirs, by which Tauri finds the user's folders"),
];

/// Packages whose manifest names no licence, with the one that their LICENSE file gives.
const UNSTATED: &[(&str, &str)] = &[("svelte-toolbelt", "MIT")];

/// What ships is reached from here.
const PROGRAMS: [&str; 2] = ["jalon-app", "jalon-cli"];

/// Crates that ship, or build what ships, under a licence that is not allowed. Packages of
/// tests only are exempt.
pub fn crates(place: &Place) -> Result<Vec<String>> {
    let mut command = place.cargo(&["metadata", "--locked", "--format-version", "1"]);
    command.args(["--filter-platform", "x86_64-unknown-linux-gnu"]);
    let text = process::capture(&mut command, Duration::from_secs(600))?;
    let metadata: Value = serde_json::from_str(&text).map_err(|e| e.to_string())?;
    judge(&metadata)
}

fn judge(metadata: &Value) -> Result<Vec<String>> {
    let shipped = shipped(metadata);
    if shipped.is_empty() {
        return Err(format!("cargo metadata does not know {}", PROGRAMS.join(" or ")));
    }
    let mut breaches = Vec::new();
    for package in items(&metadata["packages"]) {
        let name = text(package, "name");
        if shipped.contains(text(package, "id")) {
            let licence = text(package, "license");
            if !allowed(name, licence) {
                let version = text(package, "version");
                breaches.push(format!("crate {name} {version}: licence {licence:?} not allowed"));
            }
        }
    }
    Ok(breaches)
}

/// The ids of the programs and of all that they need to run or to be built.
fn shipped(metadata: &Value) -> BTreeSet<&str> {
    let nodes: HashMap<&str, &Value> =
        items(&metadata["resolve"]["nodes"]).iter().map(|node| (text(node, "id"), node)).collect();
    let packages = items(&metadata["packages"]).iter();
    let programs = packages.filter(|package| PROGRAMS.contains(&text(package, "name")));
    let mut next: Vec<&str> = programs.map(|package| text(package, "id")).collect();
    let mut seen = BTreeSet::new();
    while let Some(id) = next.pop() {
        if !seen.insert(id) {
            continue;
        }
        for dependency in nodes.get(id).map_or(&[][..], |node| items(&node["deps"])) {
            let kinds = items(&dependency["dep_kinds"]);
            if kinds.iter().any(|kind| kind["kind"] != "dev") {
                next.push(text(dependency, "pkg"));
            }
        }
    }
    seen
}

/// npm packages that are not for development only, under a licence that is not allowed.
pub fn npm(files: &[Source]) -> Result<Vec<String>> {
    let Some(lock) = files.iter().find(|file| file.path == "ui/package-lock.json") else {
        return Err("ui/package-lock.json is missing".into());
    };
    let lock: Value = serde_json::from_str(&lock.text).map_err(|e| format!("{}: {e}", lock.path))?;
    let packages = lock["packages"].as_object();
    let packages = packages.ok_or("ui/package-lock.json lists no packages")?;
    let shipped = packages.iter().filter(|(path, package)| !path.is_empty() && package["dev"] != true);
    let mut breaches = Vec::new();
    for (path, package) in shipped {
        let name = path.rsplit("node_modules/").next().unwrap_or(path);
        let licence = text(package, "license");
        if !allowed(name, licence) {
            let version = text(package, "version");
            breaches.push(format!("npm {name} {version}: licence {licence:?} not allowed"));
        }
    }
    Ok(breaches)
}

fn allowed(name: &str, licence: &str) -> bool {
    let unstated = UNSTATED.iter().find(|(n, _)| *n == name && licence.is_empty());
    let licence = unstated.map_or(licence, |(_, given)| given);
    spdx::allowed(licence, &|id| {
        ALLOWED.contains(&id) || (id == "MPL-2.0" && MPL.iter().any(|(n, _)| *n == name))
    })
}

fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn package(name: &str, licence: &str) -> Value {
        json!({ "id": name, "name": name, "version": "1.0.0", "license": licence })
    }

    fn dependency(name: &str, kind: Value) -> Value {
        json!({ "pkg": name, "dep_kinds": [{ "kind": kind }] })
    }

    #[test]
    fn only_what_ships_is_judged_at_any_depth() {
        let metadata = json!({
            "packages": [
                package("jalon-app", "MIT"), package("deep", "GPL-3.0-only"),
                package("middle", "MIT"), package("tests-only", "GPL-3.0-only"),
                package("selectors", "MPL-2.0"), package("other", "MPL-2.0"),
            ],
            "resolve": { "nodes": [
                { "id": "jalon-app", "deps": [
                    dependency("middle", Value::Null),
                    dependency("tests-only", json!("dev")),
                    dependency("selectors", json!("build")),
                    dependency("other", Value::Null),
                ]},
                { "id": "middle", "deps": [dependency("deep", Value::Null)] },
            ]},
        });
        let breaches = judge(&metadata).unwrap();
        let names: Vec<_> = breaches.iter().map(|b| b.split(' ').nth(1).unwrap()).collect();
        assert_eq!(names, ["deep", "other"]);
        assert!(judge(&json!({})).is_err());
    }

    #[test]
    fn npm_packages_for_development_are_exempt() {
        let text = json!({ "packages": {
            "": {},
            "node_modules/a": { "version": "1.0.0", "license": "MIT" },
            "node_modules/a/node_modules/b": { "version": "2.0.0", "license": "GPL-3.0" },
            "node_modules/c": { "license": "MPL-2.0", "dev": true },
        }});
        let lock = Source { path: "ui/package-lock.json".into(), text: text.to_string() };
        let breaches = npm(&[lock]).unwrap();
        assert_eq!(breaches, ["npm b 2.0.0: licence \"GPL-3.0\" not allowed"]);
        assert!(npm(&[]).is_err());
    }
}
