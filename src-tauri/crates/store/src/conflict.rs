//! What is done about fields with several heads.

mod resolve;

pub(crate) use resolve::resolve;
