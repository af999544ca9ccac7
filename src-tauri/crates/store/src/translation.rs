//! What is done to translations.

mod approve;

pub(crate) use approve::approve;
