//! What can be done to a plan. One exhaustive enum: it is what `jalon apply`
//! reads, what a verb is called with, and (by its name) what history and undo
//! show.

mod name;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::id::Id;
use crate::registry::Kind;
use crate::status::Status;

pub use name::ActionName;

/// The heads that a form showed: for each journal field (`status`, `title.fr`) the
/// ids of the changes that were current. Passed in by whoever asks; never filled
/// in by the store, or a stale form could not be told from a fresh one.
pub type Bases = BTreeMap<String, Vec<String>>;

/// One action of a user, written as one transaction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "action", rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// Sets a milestone's completion, outlook, reason and evidence.
    SetMilestoneStatus {
        /// The milestone.
        milestone: Id,
        /// Its new status.
        status: Status,
        /// Heads of `status` that the form showed.
        #[serde(default)]
        bases: Bases,
    },
    /// Creates an entity.
    Create {
        /// Its kind.
        #[schemars(with = "String")]
        kind: Kind,
        /// Its id; a new one is made when it is absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        id: Option<Id>,
        /// Its fields, as plan JSON writes them.
        #[ts(type = "Record<string, unknown>")]
        fields: Map<String, Value>,
    },
    /// Changes fields of an entity.
    Edit {
        /// The entity.
        id: Id,
        /// The fields that change, as plan JSON writes them. One side of a
        /// bilingual text is written alone as `title.fr`; `null` clears.
        #[ts(type = "Record<string, unknown>")]
        fields: Map<String, Value>,
        /// Heads of those fields that the form showed.
        #[serde(default)]
        bases: Bases,
        /// The source text changed, and its translation still holds.
        #[serde(default)]
        holds: bool,
    },
    /// Deletes an entity. Its history stays.
    Delete {
        /// The entity.
        id: Id,
        /// Heads of `$deleted` that the form showed.
        #[serde(default)]
        bases: Bases,
    },
    /// Approves the translation of one text as it stands.
    ApproveTranslation {
        /// The entity.
        id: Id,
        /// The bilingual field (`title`).
        field: String,
        /// Heads of both sides and of the mark that the form showed.
        #[serde(default)]
        bases: Bases,
    },
    /// Chooses what a field with several heads shall hold.
    Resolve {
        /// The entity.
        id: Id,
        /// The journal field (`status`, `title.fr`).
        field: String,
        /// What it shall hold.
        #[ts(type = "unknown")]
        value: Value,
        /// All heads that were chosen between.
        bases: Bases,
    },
    /// Approves what the council deck of a cycle shows, for one chair of the group.
    ApproveDeck {
        /// The cycle.
        cycle: Id,
        /// The jurisdiction whose chair it is.
        jurisdiction: Id,
        /// Hash of what was seen. Nobody approves what they have not seen, so another
        /// content than the present one is refused.
        content: String,
    },
    /// Takes such an approval back.
    WithdrawApproval {
        /// The cycle.
        cycle: Id,
        /// The jurisdiction whose chair it is.
        jurisdiction: Id,
    },
    /// Takes back one's own latest action on this device.
    Undo,
    /// Does again what was last taken back.
    Redo,
}

impl Action {
    /// Whether an action goes by that name in an action line.
    pub fn is_name(name: &str) -> bool {
        ActionName::named(name).is_some_and(|name| !name.has_no_line())
    }

    /// The heads that the form showed; `None` for an action that has no form.
    pub fn bases(&self) -> Option<&Bases> {
        match self {
            Action::SetMilestoneStatus { bases, .. }
            | Action::Edit { bases, .. }
            | Action::Delete { bases, .. }
            | Action::ApproveTranslation { bases, .. }
            | Action::Resolve { bases, .. } => Some(bases),
            Action::Create { .. }
            | Action::ApproveDeck { .. }
            | Action::WithdrawApproval { .. }
            | Action::Undo
            | Action::Redo => None,
        }
    }

    /// Says which heads the action is based on; nothing on an action without a form.
    pub fn set_bases(&mut self, heads: Bases) {
        match self {
            Action::SetMilestoneStatus { bases, .. }
            | Action::Edit { bases, .. }
            | Action::Delete { bases, .. }
            | Action::ApproveTranslation { bases, .. }
            | Action::Resolve { bases, .. } => *bases = heads,
            Action::Create { .. }
            | Action::ApproveDeck { .. }
            | Action::WithdrawApproval { .. }
            | Action::Undo
            | Action::Redo => {}
        }
    }

    /// Its name in the journal.
    pub fn name(&self) -> ActionName {
        match self {
            Action::SetMilestoneStatus { .. } => ActionName::SetMilestoneStatus,
            Action::Create { .. } => ActionName::Create,
            Action::Edit { .. } => ActionName::Edit,
            Action::Delete { .. } => ActionName::Delete,
            Action::ApproveTranslation { .. } => ActionName::ApproveTranslation,
            Action::Resolve { .. } => ActionName::Resolve,
            Action::ApproveDeck { .. } => ActionName::ApproveDeck,
            Action::WithdrawApproval { .. } => ActionName::WithdrawApproval,
            Action::Undo => ActionName::Undo,
            Action::Redo => ActionName::Redo,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_action_line_reads_back_as_it_was_written() {
        let line = r#"{"action":"set_milestone_status","milestone":"milestone-2-1","status":{"completion":"SP","outlook":"on_track"},"bases":{"status":["x"]}}"#;
        let action: Action = serde_json::from_str(line).unwrap();
        assert_eq!(serde_json::to_string(&action).unwrap(), line);
        assert_eq!(action.name().code(), "set_milestone_status");
    }
}
