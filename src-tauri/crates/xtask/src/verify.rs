//! `cargo verify`: sets up what tests need and runs every check there is, the quick ones first.

use crate::display::Display;
use crate::place::Place;
use crate::python::{self, Venv};
use crate::steps::Steps;
use crate::{Result, decks, lint, process, suite, system, toolchain, ui};
use std::collections::BTreeSet;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

/// Cold on two cores each of these takes under twenty minutes.
const BUILD: Duration = Duration::from_secs(45 * 60);
const TESTS: Duration = Duration::from_secs(30 * 60);

/// Everything, in order; the first failure ends it.
pub fn verify() -> Result {
    let place = Place::find()?;
    let steps = &mut Steps::default();
    let node = steps.run("Rust and Node", || {
        toolchain::components()?;
        toolchain::ensure()
    })?;
    steps.run("system packages", || {
        use system::{BUILD, DECKS, DISPLAY, DRIVER, FAULTS};
        system::ensure(&[&BUILD, &DISPLAY, &DRIVER, &DECKS, &FAULTS])
    })?;
    let venv = steps.run("Python environment", || python::ensure(&place))?;

    steps.run("rustfmt", || cargo(&place, &["fmt", "--all", "--check"]))?;
    steps.run("UI packages", || ui::install(&place))?;
    steps.run("rules of the house", || lint::check(&place))?;
    // The shell embeds the built UI: clippy cannot even read it without one.
    steps.run("UI build", || ui::build(&place, node))?;
    steps.run("UI types, lint, formatting", || ui::check(&place))?;
    steps.run("UI tests", || ui::test(&place))?;

    steps.run("clippy", || {
        let arguments = ["clippy", "--locked", "--workspace", "--all-targets"];
        cargo(&place, &[&arguments[..], &["--", "-D", "warnings"]].concat())
    })?;
    // Programs and tests in one go: with the same features nothing is compiled twice.
    steps.run("build", || {
        cargo(&place, &["build", "--locked", "--workspace", "--bins", "--examples", "--tests"])
    })?;
    let ran = steps.run("Rust tests and the real window", || tests(&place, &venv))?;
    steps.run("decks", || decks::check(&place, &venv))?;

    suite::print(&ran);
    steps.summary();
    println!("\nverified");
    Ok(())
}

/// All Rust tests, under a display of their own, with the programs that they drive.
fn tests(place: &Place, venv: &Venv) -> Result<Vec<suite::Ran>> {
    let display = Display::start(place)?;
    let mut command = place.cargo(&["test", "--locked", "--workspace", "--no-fail-fast"]);
    display.lend(&mut command);
    lend_programs(&mut command, place, "debug", venv);
    let (status, output) = process::tee(&mut command, TESTS)?;
    let ran = suite::read(&output);
    if !status.success() {
        return Err(format!("cargo test failed ({status})"));
    }
    suite::judge(&ran, &expected(&place.root.join("tests/tests"))?)?;
    Ok(ran)
}

/// Tells tests and benches where the programs are that they drive, and the bare window that the
/// benches measure against.
pub fn lend_programs(command: &mut Command, place: &Place, profile: &str, venv: &Venv) {
    command.env("JALON_APP", place.program(profile, "jalon-app"));
    command.env("JALON_BARE", place.program(&format!("{profile}/examples"), "bare"));
    command.env("JALON_CLI", place.program(profile, "jalon"));
    command.env("JALON_PYTHON", venv.python());
}

/// The test programs of the `tests` package as cargo names them: each must have run.
fn expected(folder: &Path) -> Result<BTreeSet<String>> {
    let entries = std::fs::read_dir(folder).map_err(|e| format!("{}: {e}", folder.display()))?;
    let names = entries.flatten().map(|e| e.file_name().to_string_lossy().into_owned());
    let sources = names.filter(|name| name.ends_with(".rs"));
    Ok(sources.map(|name| format!("tests/{name}")).collect())
}

fn cargo(place: &Place, arguments: &[&str]) -> Result {
    process::run(&mut place.cargo(arguments), BUILD)
}
