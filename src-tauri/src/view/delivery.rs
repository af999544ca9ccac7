//! What came of a package, and what is disputed, as the window shows it.

use jalon_domain::{Bilingual, Failure, Id, Kind, Plan};
use jalon_store::{Dispute, Renewed, Scrubbed, Waiting};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::{HistoryLine, Patch, history_line};

/// A package that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Sent {
    /// Its file.
    pub path: String,
    /// How many transactions it holds.
    pub transactions: usize,
    /// How many of them only keep their places, their content being for others.
    pub stubs: usize,
    /// How many files of tabled decks go with them.
    pub files: usize,
}

/// What came of taking a package in.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Reception {
    /// How many transactions were taken in.
    pub applied: usize,
    /// Of how many that were here something was withheld that has come now.
    pub completed: usize,
    /// How many were here already.
    pub known: usize,
    /// How many places are kept whose content is not for this store to see.
    pub stubs: usize,
    /// How many changes only a newer version can show.
    pub newer: usize,
    /// How many files of tabled decks came with it.
    pub files: usize,
    /// Everything that waits now.
    pub waiting: Vec<Waiting>,
    /// Whom to ask for what that waits for.
    pub asks: Vec<Failure>,
    /// What was refused, and the way out.
    pub refused: Vec<Failure>,
    /// The new device of this file, when another file writes as the one it had.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renewed: Option<Renewed>,
    /// What refers now to something that was deleted and did not before, with the ways out.
    pub orphans: Vec<Failure>,
    /// The fields that have several versions now, or would have: the entity and the journal
    /// field, `$deleted` for what somebody deleted and somebody else worked on.
    pub conflicts: Vec<(Id, String)>,
    /// What was written for a closed plan or cycle without knowing that it was closed, as
    /// far as that is known only now.
    pub late: Vec<Failure>,
    /// What became of the files around the plan, where a redaction came with it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scrubbed: Option<Scrubbed>,
    /// What changed in the plan; absent when nothing did, or when it was only tried.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub patch: Option<Patch>,
}

/// What has come and waits for something that has not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Waits {
    /// By device and place.
    pub waiting: Vec<Waiting>,
    /// Whom to ask for what it waits for.
    pub asks: Vec<Failure>,
}

/// A field of which several versions stand.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Disputed {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// What it is called.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Bilingual>,
    /// The journal field; `$deleted` when somebody worked on what somebody deleted.
    pub field: String,
    /// The versions, the one that is shown first.
    pub versions: Vec<DisputedVersionLine>,
}

/// One of several versions, in words.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct DisputedVersionLine {
    /// The change that says so.
    pub change: String,
    /// What the field holds when it is chosen.
    #[ts(type = "unknown")]
    pub value: Value,
    /// Who said so, when, what and why.
    pub said: HistoryLine,
}

/// A dispute in words; the plan says how jurisdictions are called.
pub fn disputed(dispute: Dispute, plan: &Plan) -> Disputed {
    let line = |version: jalon_store::DisputedVersion| DisputedVersionLine {
        said: history_line(&version.entry, plan),
        change: version.change,
        value: version.value,
    };
    Disputed {
        kind: dispute.kind,
        id: dispute.id,
        title: dispute.title,
        field: dispute.field,
        versions: dispute.versions.into_iter().map(line).collect(),
    }
}
