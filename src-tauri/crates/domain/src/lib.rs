//! The nouns of a workplan and their rules.
//!
//! Deliberately absent: input and output, clocks, SQL, and words that a user
//! reads. Time and the actor are parameters; a rule that is broken comes back as
//! a typed value that the `words` crate puts into either language.

pub mod action;
pub mod actor;
pub mod approvals;
pub mod board;
pub mod carry;
pub mod clearance;
pub mod columns;
pub mod content;
pub mod corrections;
pub mod date;
pub mod digest;
pub mod entity;
pub mod failure;
pub mod id;
pub mod lang;
pub mod leads;
pub mod lineage;
pub mod link;
pub mod plan;
pub mod policy;
pub mod position;
pub mod problem;
pub mod reading;
pub mod registry;
pub mod reporting;
pub mod since;
pub mod spans;
pub mod status;
pub mod submission;
mod tabled;
pub mod text;
pub mod texts;
pub mod translations;
pub mod vector;

pub use action::Action;
pub use actor::{Actor, Role, RoleHeld};
pub use content::{Content, WordChange};
pub use date::PlanDate;
pub use entity::*;
pub use failure::Failure;
pub use id::Id;
pub use lang::Lang;
pub use leads::Lead;
pub use link::Link;
pub use plan::Plan;
pub use registry::{Audience, FieldDef, FieldType, Kind, KindDef};
pub use status::{Completion, Outlook, Status};
pub use text::{Bilingual, Mark, Translation};
pub use translations::Queued;
pub use vector::Vector;
