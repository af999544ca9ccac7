//! Moments of the journal: naming them, the plan as it stood at one, and what is
//! different between two.
//!
//! A moment is a [`jalon_domain::Vector`], how far each device's chain had come. The
//! time of day is only one way to name one, through what had arrived here by then.

mod around;
mod by_entity;
mod corrections;
mod field;
mod group;
mod named;
mod plan;
mod since;
mod then;
mod told;
mod vector;

pub(crate) use corrections::{corrections, reported_complete};
pub use group::SinceGroup;
pub use named::{Moment, MomentError, MomentName};
pub(crate) use plan::plan_as_of;
pub use since::Since;
pub use told::{ToldDifference, tell_correction, tell_since};
pub(crate) use vector::{at_time, present, up_to};

#[cfg(test)]
mod reported;
#[cfg(test)]
mod tests;
