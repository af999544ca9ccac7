//! Nothing is told of something and of its copy too.

use std::collections::HashMap;

use super::Difference;
use super::descent::Descent;
use crate::id::Id;
use crate::plan::Plan;

/// Leaves out what is told of something where the same is told of what was carried over
/// from it; of the copy instead, as long as the first stands in the current workplan.
pub(super) fn once(mut found: Vec<Difference>, plan: &Plan, descent: &Descent<'_>) -> Vec<Difference> {
    if descent.is_empty() {
        return found;
    }
    let mut of: HashMap<&Id, Vec<usize>> = HashMap::new();
    for (place, difference) in found.iter().enumerate() {
        of.entry(difference.subject()).or_default().push(place);
    }
    let current = plan.current_workplan().map(|it| &it.id);
    let is_current = |id: &Id| {
        let priority = plan.milestones.get(id).map_or(id, |it| &it.priority);
        plan.priorities.get(priority).is_some_and(|it| Some(&it.workplan) == current)
    };
    let mut again = vec![false; found.len()];
    for (place, difference) in found.iter().enumerate() {
        for from in descent.before(difference.subject()) {
            for before in of.get(from).into_iter().flatten() {
                if difference.says_of_copy(&found[*before], descent) {
                    again[if is_current(from) { place } else { *before }] = true;
                }
            }
        }
    }
    let mut again = again.into_iter();
    found.retain(|_| again.next() != Some(true));
    found
}

impl Difference {
    /// What it is told of.
    fn subject(&self) -> &Id {
        use Difference::*;
        match self {
            Completed { milestone: id }
            | Slipped { milestone: id, .. }
            | Rescheduled { milestone: id, .. }
            | Moved { milestone: id, .. }
            | Regressed { milestone: id, .. }
            | New { milestone: id }
            | Dropped { milestone: id }
            | Restated { milestone: id, .. }
            | Evidence { milestone: id, .. }
            | Silent { milestone: id }
            | Merged { challenge: id, .. }
            | Leads { priority: id, .. }
            | Added { id, .. }
            | Removed { id, .. }
            | Date { id, .. }
            | Translation { id, .. }
            | Otherwise { id, .. }
            | Reordered { id, .. } => id,
        }
    }

    /// Whether it says of a copy what another one says of what that was copied from.
    fn says_of_copy(&self, other: &Difference, descent: &Descent<'_>) -> bool {
        use Difference::*;
        match (self, other) {
            (Completed { .. }, Completed { .. })
            | (New { .. }, New { .. })
            | (Dropped { .. }, Dropped { .. })
            | (Silent { .. }, Silent { .. })
            | (Added { .. }, Added { .. })
            | (Removed { .. }, Removed { .. })
            | (Reordered { .. }, Reordered { .. }) => true,
            (Slipped { before, after, .. }, Slipped { before: was, after: is, .. }) => {
                (before, after) == (was, is)
            }
            (Rescheduled { before, after, .. }, Rescheduled { before: was, after: is, .. }) => {
                (before, after) == (was, is)
            }
            (Moved { after, .. }, Moved { after: is, .. }) => descent.is_or_follows(after, is),
            (Regressed { before, after, .. }, Regressed { before: was, after: is, .. })
            | (Restated { before, after, .. }, Restated { before: was, after: is, .. })
            | (Evidence { before, after, .. }, Evidence { before: was, after: is, .. }) => {
                (before, after) == (was, is)
            }
            (Date { field, before, after, .. }, Date { field: same, before: was, after: is, .. }) => {
                (field, before, after) == (same, was, is)
            }
            (
                Translation { field, before, after, .. },
                Translation { field: same, before: was, after: is, .. },
            ) => (field, before, after) == (same, was, is),
            (
                Otherwise { field, lang, before, after, .. },
                Otherwise { field: same, lang: its, before: was, after: is, .. },
            ) => (field, lang, before, after) == (same, its, was, is),
            _ => false,
        }
    }
}
