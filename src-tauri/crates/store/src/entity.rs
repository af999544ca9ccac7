//! What can be done to an entity of any kind.

mod baseline;
mod create;
mod delete;
mod edit;
mod exact;
mod given;

pub(crate) use baseline::{BASELINE, keep_baseline};
pub(crate) use create::create;
pub(crate) use delete::delete;
pub(crate) use edit::edit;
pub(crate) use exact::{check_complete, write_exactly};
