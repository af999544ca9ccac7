//! The names under which actions stand in the journal, one line each.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Everything that is said of each name in turn, written once: its code in the journal
/// and (with hyphens) in the key of its words, and whether undo takes it back. What
/// others rely on, and what is already an answer to a conflict, stays.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident = $code:literal, $undo:ident;)*) => {
        /// The names under which actions stand in the journal.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
        #[serde(rename_all = "snake_case")]
        pub enum ActionName {
            $($(#[$doc])* $name,)*
        }

        impl ActionName {
            /// All of them.
            pub const ALL: &[ActionName] = &[$(ActionName::$name),*];

            /// The code in the journal, and (with hyphens) the key of its words.
            pub fn code(self) -> &'static str {
                match self {
                    $(ActionName::$name => $code,)*
                }
            }

            /// Whether such an action can be taken back.
            pub fn can_be_undone(self) -> bool {
                const UNDONE: bool = true;
                const STAYS: bool = false;
                match self {
                    $(ActionName::$name => $undo,)*
                }
            }
        }
    };
}

names! {
    /// The built-in jurisdictions.
    InstallJurisdictions = "install_jurisdictions", STAYS;
    /// The sample plan.
    InstallSample = "install_sample", UNDONE;
    /// A plan file came in.
    Import = "import", UNDONE;
    /// See [`super::Action::Create`].
    Create = "create", UNDONE;
    /// See [`super::Action::Edit`].
    Edit = "edit", UNDONE;
    /// See [`super::Action::Delete`].
    Delete = "delete", UNDONE;
    /// See [`super::Action::SetMilestoneStatus`].
    SetMilestoneStatus = "set_milestone_status", UNDONE;
    /// See [`super::Action::ApproveTranslation`].
    ApproveTranslation = "approve_translation", UNDONE;
    /// See [`super::Action::Resolve`].
    Resolve = "resolve", STAYS;
    /// See [`super::Action::OpenCycle`].
    OpenCycle = "open_cycle", UNDONE;
    /// See [`super::Action::CloseCycle`].
    CloseCycle = "close_cycle", UNDONE;
    /// See [`super::Action::ReopenCycle`].
    ReopenCycle = "reopen_cycle", UNDONE;
    /// See [`super::Action::SetSubmission`].
    SetSubmission = "set_submission", UNDONE;
    /// See [`super::Action::ClearItem`].
    ClearItem = "clear_item", STAYS;
    /// See [`super::Action::WithdrawClearance`].
    WithdrawClearance = "withdraw_clearance", STAYS;
    /// See [`super::Action::MergeChallenges`].
    MergeChallenges = "merge_challenges", UNDONE;
    /// See [`super::Action::IssueChallenges`].
    IssueChallenges = "issue_challenges", STAYS;
    /// See [`super::Action::CarryOver`].
    CarryOver = "carry_over", UNDONE;
    /// See [`super::Action::AddLead`].
    AddLead = "add_lead", UNDONE;
    /// See [`super::Action::EndLead`].
    EndLead = "end_lead", UNDONE;
    /// See [`super::Action::ClosePlan`].
    ClosePlan = "close_plan", STAYS;
    /// See [`super::Action::ReopenPlan`].
    ReopenPlan = "reopen_plan", STAYS;
    /// See [`super::Action::ClonePlan`].
    ClonePlan = "clone_plan", UNDONE;
    /// See [`super::Action::ApproveDeck`].
    ApproveDeck = "approve_deck", STAYS;
    /// See [`super::Action::WithdrawApproval`].
    WithdrawApproval = "withdraw_approval", STAYS;
    /// A deck was tabled before the councils.
    TableDeck = "table_deck", STAYS;
    /// See [`super::Action::Undo`].
    Undo = "undo", STAYS;
    /// See [`super::Action::Redo`].
    Redo = "redo", UNDONE;
    /// What only a newer version of this program does, and this one keeps as it is.
    Newer = "newer", STAYS;
    /// See [`super::Action::Redact`].
    Redact = "redact", STAYS;
    /// A backup took the store's place; it touches nothing of the plan.
    Restore = "restore", STAYS;
}

impl ActionName {
    /// The action of that code.
    pub fn named(code: &str) -> Option<ActionName> {
        ActionName::ALL.iter().copied().find(|name| name.code() == code)
    }

    /// Whether it only says something of the plan (an approval, a clearance), which is void
    /// by itself when what it is about changes. It cannot be taken back by undo, and
    /// keeps nothing else from being taken back.
    pub fn attests(self) -> bool {
        use ActionName::{ApproveDeck, ClearItem, WithdrawApproval, WithdrawClearance};
        matches!(self, ApproveDeck | WithdrawApproval | ClearItem | WithdrawClearance)
    }

    /// Whether undo passes over it to what was done before it: it cannot be taken back, and
    /// stands in the way of nothing but what it touched itself, of which undo asks anyway.
    pub fn is_passed_over(self) -> bool {
        self.attests() || matches!(self, ActionName::Resolve | ActionName::Redact)
    }

    /// Whether it is done by a call of its own, and stands in no action line.
    pub fn has_no_line(self) -> bool {
        use ActionName::{Import, InstallJurisdictions, InstallSample, Newer, Restore, TableDeck};
        matches!(self, InstallJurisdictions | InstallSample | Import | TableDeck | Newer | Restore)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_name_in_the_journal_is_the_one_that_serde_writes() {
        for name in ActionName::ALL {
            assert_eq!(serde_json::to_value(name).unwrap(), name.code());
        }
    }
}
