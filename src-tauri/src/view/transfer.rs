//! What came of a plan file, and of a check.

use jalon_domain::{Failure, Id, Kind};
use jalon_store::HistoryChange;
use serde::Serialize;
use ts_rs::TS;

use super::Patch;

/// What bringing a plan file in did, or would do.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Imported {
    /// Entities that were not there, in the order of plan JSON.
    pub created: Vec<(Kind, Id)>,
    /// Entities that were different, in the order of plan JSON.
    pub edited: Vec<(Kind, Id)>,
    /// What changes in those that were different, as far as the user may see it.
    pub differences: Vec<HistoryChange>,
    /// How many entities were the same.
    pub unchanged: usize,
    /// What changed in the plan; absent when nothing did, or when it was only tried.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patch: Option<Patch>,
}

/// What a check of the whole file and of the plan found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Checked {
    /// How many transactions were verified.
    pub transactions: usize,
    /// How many entities there are.
    pub entities: usize,
    /// Everything that is damaged, lost or to be settled; nothing when all is well.
    pub found: Vec<Failure>,
}
