//! The store: one SQLite file that keeps a plan and everything that was ever done
//! to it.
//!
//! A user action is one transaction. It appends field-level changes to the
//! *journal* and brings the plain tables, the *projection*, up to date, in the
//! same commit. The projection can always be rebuilt from the journal; undo,
//! history and search have no other source.
//!
//! Deliberately absent: words that a user reads (`words/locales/*/store.ftl`),
//! reading of a clock (the moment is a parameter), and any way to write that does
//! not pass through `transact`.

mod changes;
mod context;
mod error;
mod store;

pub use changes::{Changes, Import};
pub use context::Context;
pub use error::{ActError, OpenError, Trouble};
pub use store::{CheckReport, Head, HistoryChange, HistoryEntry, Hit, Store};
