//! The projection: one plain table per kind, generated from the registry, that can
//! be read without knowing the journal and rebuilt from it at any time.

pub(crate) mod columns;
pub(crate) mod compare;
pub(crate) mod entity;
mod fields;
pub(crate) mod read;
pub(crate) mod write;
