//! `cargo xtask bench`: builds for release and runs the benches of `tests/benches`.
//!
//! They print ratios for people to judge; nothing here fails because a machine is slow.

use crate::display::Display;
use crate::place::Place;
use crate::{Result, process, python, system, toolchain, ui, verify};
use std::path::Path;
use std::time::Duration;

const BUILD: Duration = Duration::from_secs(3600);
const BENCH: Duration = Duration::from_secs(1200);

/// Runs all benches, or the one named.
pub fn bench(only: Option<&str>) -> Result {
    let place = Place::find()?;
    let names = names(&place.root.join("tests/benches"), only)?;
    let node = toolchain::ensure()?;
    system::ensure(&[&system::BUILD, &system::DISPLAY, &system::DRIVER, &system::DECKS])?;
    let venv = python::ensure(&place)?;
    ui::install(&place)?;
    ui::build(&place, node)?;
    // Both programs, and the bare window that start-up is measured against.
    let mut build = place.cargo(&["build", "--locked", "--release", "--workspace", "--bins", "--examples"]);
    process::run(&mut build, BUILD)?;

    let display = Display::start(&place)?;
    for name in names {
        println!("\n=== bench {name}");
        let mut command = place.cargo(&["bench", "--locked", "--workspace", "--bench", &name]);
        display.lend(&mut command);
        verify::lend_programs(&mut command, &place, "release", &venv);
        process::run(&mut command, BENCH + BUILD)?;
    }
    Ok(())
}

/// The benches in a folder, sorted: `NAME.rs`, or `NAME/main.rs`.
fn names(folder: &Path, only: Option<&str>) -> Result<Vec<String>> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let mut names: Vec<String> = entries
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|end| end == "rs") || path.join("main.rs").is_file())
        .filter_map(|path| Some(path.file_stem()?.to_str()?.to_owned()))
        .collect();
    names.sort();
    if let Some(only) = only {
        if !names.iter().any(|name| name == only) {
            return Err(format!("there is no bench {only}; there are: {}", names.join(", ")));
        }
        names.retain(|name| name == only);
    }
    Ok(names)
}
