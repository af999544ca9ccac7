//! `cargo xtask torture`: the proofs under faults of `tests/tests/faults`, at full size.

use crate::place::Place;
use crate::{Result, process, system};
use std::time::Duration;

const BUILD: Duration = Duration::from_secs(3600);
const TORTURE: Duration = Duration::from_secs(4 * 3600);

/// Builds the command line for release and runs every proof against it; each prints its seed
/// and what it found, and the table at the end has all that was found.
pub fn torture() -> Result {
    let place = Place::find()?;
    system::ensure(&[&system::FAULTS])?;
    let mut build = place.cargo(&["build", "--locked", "--release", "--workspace", "--bin", "jalon"]);
    process::run(&mut build, BUILD)?;
    let faults = prove(&place, &["--package", "jalon-tests", "--test", "faults", "--test", "released"])?;
    let random = prove(&place, &["--package", "jalon-store", "--test", "random"])?;
    println!("\n=== what was seen");
    for line in faults.lines().chain(random.lines()).filter_map(seen) {
        println!("{line}");
    }
    Ok(())
}

/// Runs these tests at full size; what they printed. One after the other: they share the disk,
/// and what they print stays together.
fn prove(place: &Place, which: &[&str]) -> Result<String> {
    let test = ["test", "--locked", "--release"];
    let mut test = place.cargo(&[&test[..], which, &["--", "--nocapture", "--test-threads=1"]].concat());
    test.env("JALON_CLI", place.program("release", "jalon")).env("JALON_TORTURE", "full");
    let (status, output) = process::tee(&mut test, BUILD + TORTURE)?;
    if status.success() { Ok(output) } else { Err(format!("a proof failed ({status})")) }
}

/// A line of the table: what a proof found. Which seed it had stands further up.
fn seen(line: &str) -> Option<&str> {
    line.strip_prefix("seen: ")
}
