//! Plans coming in and going out: plan JSON, decks, and files written whole or not at
//! all; and what the machine says to the command line and the window alike.
//!
//! Plan JSON is the content of a plan and nothing else: no journal, no time of
//! export. What comes in is checked whole before anything is done with it, and
//! every fault is named with its place.
//!
//! Deliberately absent: words (`words/locales/*/exchange.ftl`) and what slides look
//! like (`jalon-deck`).

pub mod decks;
pub mod fault;
pub mod files;
pub mod host;
pub mod load;
pub mod name;
pub mod package;
pub mod plan_file;
pub mod read;
pub mod readable;
pub mod sample;
pub mod schema;
pub mod tabling;
pub mod transfer;
pub mod write;

pub use decks::{
    DeckRequest, ExportError, WrittenDeck, deck_name, export_decks, export_drafts_as_of, prepared,
};
pub use fault::{ImportFault, What};
pub use files::{FileError, Over, write_over, write_pair, write_together, write_whole};
pub use load::{LoadError, load};
pub use name::deck_file_name;
pub use package::{PackageError, Reached, WrittenPackage, package_through, read_package, write_package};
pub use read::read;
pub use readable::write_readable;
pub use sample::sample;
pub use schema::{action_schema, schema};
pub use tabling::{TableError, TableRequest, TabledNow, table_files, table_final, write_tabled};
pub use transfer::{ImportError, export_plan, export_plan_as_of, export_plan_by, import_plan};
pub use write::write;
