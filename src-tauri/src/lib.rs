//! The desktop shell: one window, its commands, and what the system gives them.
//!
//! Thin on purpose. A command unpacks, calls [`session::Session`] and converts;
//! what the session does is done by the store, the deck and the words. Everything
//! but the window itself runs, and is tested, without a display.
//!
//! Deliberately absent: rules of the plan, words that a user reads, and any
//! permission for the page to reach files, a shell or the network.

pub mod arguments;
pub mod clock;
pub mod commands;
pub mod failure;
mod generated;
mod given;
pub mod session;
pub mod shell;
pub mod view;
mod watch;
mod window;

pub use window::run;
