//! What is done about fields with several heads.

mod list;
mod resolve;

pub use list::{Dispute, DisputedVersion};
pub(crate) use resolve::resolve;
