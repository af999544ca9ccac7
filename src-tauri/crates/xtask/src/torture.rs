//! `cargo xtask torture`: the proofs under faults of `tests/tests/faults`, at full size.

use crate::place::Place;
use crate::{Result, process, system};
use std::time::Duration;

const BUILD: Duration = Duration::from_secs(3600);
const TORTURE: Duration = Duration::from_secs(4 * 3600);

/// Builds the command line for release and runs every proof against it; each prints its seed
/// and what it found.
pub fn torture() -> Result {
    let place = Place::find()?;
    system::ensure(&[&system::FAULTS])?;
    let mut build = place.cargo(&["build", "--locked", "--release", "--workspace", "--bin", "jalon"]);
    process::run(&mut build, BUILD)?;
    // One after the other: they share the disk, and what they print stays together.
    let test = ["test", "--locked", "--workspace", "--test", "faults"];
    let mut test = place.cargo(&[&test[..], &["--", "--nocapture", "--test-threads=1"]].concat());
    test.env("JALON_CLI", place.program("release", "jalon")).env("JALON_TORTURE", "full");
    process::run(&mut test, BUILD + TORTURE)
}
