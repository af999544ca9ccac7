//! One struct per kind: what a row of the projection and an object of plan JSON
//! hold, typed. The fields are those of the registry; a test compares them.

mod cycle;
mod event;
mod people;
mod record;
mod term;
mod workplan;

pub use cycle::{Achievement, Challenge, Cycle, Meeting, NextStep, Progress, Submission};
pub use event::{Event, Figure, Outcome, Point, Resolution, Slide};
pub use people::{Jurisdiction, Person};
pub use record::{Approval, Clearance, Closing, Issuance, KeptFile, TabledDeck};
pub use term::Term;
pub use workplan::{Milestone, Priority, Workplan};
