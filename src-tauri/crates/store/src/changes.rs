//! What an action changed: what the window applies to the plan that it shows.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use jalon_domain::action::ActionName;
use jalon_domain::plan::Entity;
use jalon_domain::{Actor, Id, Kind};
use serde::Serialize;
use ts_rs::TS;

/// The outcome of one transaction.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Changes {
    /// The transaction.
    pub txn: String,
    /// What was done.
    pub action: ActionName,
    /// Who did it.
    pub actor: Actor,
    /// When, by the clock of whoever did it.
    pub made_at: DateTime<Utc>,
    /// Entities that are new or different, as they now stand.
    pub upserted: Vec<Entity>,
    /// Entities that are no longer there.
    pub removed: Vec<(Kind, Id)>,
    /// For every entity touched: the heads of all its journal fields.
    pub heads: BTreeMap<Id, BTreeMap<String, Vec<String>>>,
    /// Fields touched that now have several heads: the entity and the journal field.
    pub conflicts: Vec<(Id, String)>,
}

/// What a plan file that came in changed, or would change.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Import {
    /// Entities that were not there.
    pub created: usize,
    /// Entities that were different.
    pub edited: usize,
    /// Entities that were the same.
    pub unchanged: usize,
    /// The transaction; `None` when nothing changed, or when it was only tried.
    pub changes: Option<Changes>,
}
