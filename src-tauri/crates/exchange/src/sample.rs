//! The sample: the real plan of 2018-2019 as it was reported in September 2019,
//! with milestones that are invented for illustration.

use jalon_domain::problem::Objects;

use crate::read::read;

/// The sample as a plan file.
pub const SAMPLE: &str = include_str!("../sample/plan.json");

/// The sample's entities, jurisdictions included.
pub fn sample() -> Objects {
    // The file is part of the program, and a test reads it.
    read(SAMPLE.as_bytes(), &Objects::new()).unwrap_or_default()
}
