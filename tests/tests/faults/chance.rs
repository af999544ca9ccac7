//! How often, and by which chance.

use std::time::{SystemTime, UNIX_EPOCH};

use fastrand::Rng;
use jalon_tests::{Outcome, seen};

/// Whether the proofs run at full size: `JALON_TORTURE` is `full`.
pub fn full_size() -> bool {
    std::env::var_os("JALON_TORTURE").is_some_and(|size| size == "full")
}

/// How many rounds a proof takes.
pub fn rounds(small: usize, full: usize) -> usize {
    if full_size() { full } else { small }
}

/// Runs a proof by a chance of its own, and tells what it found. `cargo test` shows
/// the seed when the proof fails.
#[expect(clippy::print_stdout, reason = "the seed of a failure is a result")]
pub fn seeded(name: &str, proof: impl FnOnce(&mut Rng) -> Outcome<String>) -> Outcome {
    let seed = match std::env::var("JALON_SEED") {
        Ok(seed) => seed.parse()?,
        Err(_) => u64::from(SystemTime::now().duration_since(UNIX_EPOCH)?.subsec_nanos()),
    };
    println!("{name}: JALON_SEED={seed} repeats it");
    seen(name, &proof(&mut Rng::with_seed(seed))?);
    Ok(())
}
