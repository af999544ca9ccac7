//! What all actions have in common: a name, and the heads that their form showed.

use super::{Action, ActionName, Bases};

/// What is made of the heads that an action's form showed, or of their absence.
macro_rules! shown_by {
    ($action:expr, $bases:ident => $some:expr, $none:expr) => {
        match $action {
            Action::SetMilestoneStatus { bases: $bases, .. }
            | Action::Edit { bases: $bases, .. }
            | Action::Delete { bases: $bases, .. }
            | Action::ApproveTranslation { bases: $bases, .. }
            | Action::Resolve { bases: $bases, .. }
            | Action::CloseCycle { bases: $bases, .. }
            | Action::ReopenCycle { bases: $bases, .. }
            | Action::SetSubmission { bases: $bases, .. }
            | Action::WithdrawClearance { bases: $bases, .. }
            | Action::AddLead { bases: $bases, .. }
            | Action::EndLead { bases: $bases, .. }
            | Action::ClosePlan { bases: $bases, .. }
            | Action::ReopenPlan { bases: $bases, .. } => $some,
            _ => $none,
        }
    };
}

impl Action {
    /// Whether an action goes by that name in an action line.
    pub fn is_name(name: &str) -> bool {
        ActionName::named(name).is_some_and(|name| !name.has_no_line())
    }

    /// The heads that the form showed; `None` for an action that has no form.
    pub fn bases(&self) -> Option<&Bases> {
        shown_by!(self, bases => Some(bases), None)
    }

    /// Says which heads the action is based on; nothing on an action without a form.
    pub fn set_bases(&mut self, heads: Bases) {
        shown_by!(self, bases => *bases = heads, ());
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
            Action::OpenCycle(_) => ActionName::OpenCycle,
            Action::CloseCycle { .. } => ActionName::CloseCycle,
            Action::ReopenCycle { .. } => ActionName::ReopenCycle,
            Action::SetSubmission { .. } => ActionName::SetSubmission,
            Action::ClearItem { .. } => ActionName::ClearItem,
            Action::WithdrawClearance { .. } => ActionName::WithdrawClearance,
            Action::MergeChallenges { .. } => ActionName::MergeChallenges,
            Action::IssueChallenges => ActionName::IssueChallenges,
            Action::CarryOver { .. } => ActionName::CarryOver,
            Action::AddLead { .. } => ActionName::AddLead,
            Action::EndLead { .. } => ActionName::EndLead,
            Action::ClosePlan { .. } => ActionName::ClosePlan,
            Action::ReopenPlan { .. } => ActionName::ReopenPlan,
            Action::ClonePlan { .. } => ActionName::ClonePlan,
            Action::Redact { .. } => ActionName::Redact,
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
