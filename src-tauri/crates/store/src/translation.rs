//! What is done to translations.

mod approve;
mod queue;

pub(crate) use approve::approve;
pub use queue::ToTranslate;
