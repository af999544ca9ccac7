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

mod act;
mod act_error;
mod answered;
mod backup;
mod bases;
mod below;
mod bilingual;
mod built_in;
mod challenge;
mod changes;
mod check;
mod clearance;
mod closed;
mod confidential;
mod conflict;
mod context;
mod copy;
mod council;
mod cycle;
mod cycle_error;
mod dates;
mod delivery;
mod disk;
mod entity;
mod fields;
mod glossary;
mod history;
mod import;
mod journal;
mod lead;
mod look;
mod milestone;
mod moment;
mod nested;
mod news;
mod open;
mod open_error;
mod orphans;
mod outstanding;
mod permission;
mod place;
mod problems;
mod projection;
mod queries;
mod redact;
mod references;
mod relocate;
mod restore;
mod salvage;
mod search;
mod settings;
mod shown;
mod stems;
mod store;
mod submission;
mod term;
mod title;
mod told;
mod transact;
mod translation;
mod trouble;
mod tx;
mod undo;
mod ways_out;
mod workplan;

pub use act_error::{ActError, FieldError};
pub use backup::{Backup, BackupError, Backups, Lost, Why, rotation};
pub use changes::{Changes, Import};
pub use check::CheckReport;
pub use conflict::{Dispute, DisputedVersion};
pub use context::Context;
pub use council::{
    Approvals, ChairApproval, CouncilError, FileDifference, Kept, LARGEST_FILE, TabledDifference,
    TabledVersion, Tabling,
};
pub use cycle::CarriedOver;
pub use cycle_error::CycleError;
pub use delivery::{
    Item, ItemFault, Late, Need, Parcel, Received, Receiver, Refusal, Refused, Reissue, RenewError, Renewed,
    Unissued, Waiting, asks,
};
pub use history::{HistoryChange, HistoryEntry, HistoryPage, HistoryTold};
pub use moment::{
    Moment, MomentError, MomentName, Since, SinceGroup, ToldDifference, tell_correction, tell_since,
};
pub use open_error::OpenError;
pub use outstanding::{LeftOpen, Outstanding};
pub use place::{Facts, Mount, NoPlace, Platform, Product, classify};
pub use queries::Head;
pub use redact::{Elsewhere, Redacted, Scrubbed};
pub use relocate::{relocate, whereabouts};
pub use salvage::Salvaged;
pub use search::{Found, Hit};
pub use store::Store;
pub use term::Term;
pub use told::{Teller, ToldEntry, tell};
pub use translation::ToTranslate;
pub use trouble::Trouble;
pub use ways_out::WayOut;
