//! What can be done to an entity of any kind.

mod create;
mod delete;
mod edit;
mod exact;
mod given;

pub(crate) use create::create;
pub(crate) use delete::delete;
pub(crate) use edit::edit;
pub(crate) use exact::{check_complete, write_exactly};
