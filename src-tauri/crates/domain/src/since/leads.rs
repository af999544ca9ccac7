//! Who leads the priorities that were there before.

use super::Difference;
use super::descent::Descent;
use crate::id::Id;
use crate::leads::Lead;
use crate::plan::Plan;

/// Of the priorities of a workplan, in its order.
pub(super) fn leads(before: &Plan, after: &Plan, workplan: &Id, descent: &Descent<'_>) -> Vec<Difference> {
    let changed = after.priorities_of(workplan).into_iter().filter_map(|priority| {
        if let Some(old) = before.priorities.get(&priority.id) {
            return (old.leads != priority.leads).then_some((old, priority));
        }
        // Into the plan that follows only those go who lead, and from its beginning on.
        let old = descent.stood(&priority.id, |id| before.priorities.get(id))?;
        let whom = |leads: &[Lead]| leads.iter().map(|lead| lead.jurisdiction.clone()).collect::<Vec<_>>();
        let ended = |lead: &Lead| lead.to.is_some();
        let led: Vec<Lead> = old.leads.iter().filter(|lead| !ended(lead)).cloned().collect();
        (whom(&led) != whom(&priority.leads)).then_some((old, priority))
    });
    let told = changed.map(|(old, new)| Difference::Leads {
        priority: new.id.clone(),
        before: old.leads.clone(),
        after: new.leads.clone(),
    });
    told.collect()
}
