//! Every word that a user reads, in English and Canadian French.
//!
//! The sentences are in `locales/{en-CA,fr-CA}/*.ftl`, which the window reads too;
//! numbers, dates, lists, sorting and folding have their one implementation here.
//! The build fails when one locale lacks a key or a variable of the other.
//!
//! Deliberately absent: the content of plans, and any clock.

mod collation;
pub mod council;
mod dates;
mod facts;
pub mod faults;
mod fold;
mod jurisdictions;
mod keys;
mod lists;
mod names;
mod number;
pub mod proofread;
pub mod seek;
mod statuses;
mod times;
pub mod typography;
mod words;

pub use collation::compare;
pub use fold::fold;
pub use jurisdictions::jurisdiction;
pub use keys::{Key, Value, key};
pub use lists::{Ordinal, Stretch, stretches};
pub use statuses::{completion_named, outlook_named};
pub use typography::typography_faults;
pub use words::Words;
