//! A plan's year: it is closed, opened again, and followed by the next one.

mod clone;
mod close;
mod reopen;

pub(crate) use clone::clone;
pub(crate) use close::close;
pub(crate) use reopen::reopen;
