//! Who leads the priorities that were there before.

use std::collections::BTreeMap;

use super::Difference;
use super::descent::Descent;
use super::years::Years;
use crate::id::Id;
use crate::leads::Lead;
use crate::plan::Plan;

/// Of the priorities of each workplan, in its order. What was said of leads before the plan
/// was followed by the next is told of the copy.
pub(super) fn leads(
    before: &Plan,
    after: &Plan,
    years: &Years<'_>,
    descent: &Descent<'_>,
) -> Vec<Difference> {
    let mut found = Vec::new();
    // By what they were, who leads now where that is told.
    let mut told: BTreeMap<&Id, Option<Vec<&Id>>> = BTreeMap::new();
    for workplan in years.iter() {
        for priority in after.priorities_of(&workplan.id) {
            let Some(old) = descent.stood(&priority.id, |id| before.priorities.get(id)) else { continue };
            let others = match old.id == priority.id {
                true => old.leads != priority.leads,
                // Into the plan that follows only those go who lead, and from its beginning on.
                false => whom(old.leads.iter().filter(|lead| lead.to.is_none())) != whom(&priority.leads),
            };
            let copy = told.get(&old.id).and_then(Option::as_ref);
            let again = copy.is_some_and(|told| !years.reports(workplan) || *told == whom(&priority.leads));
            told.entry(&old.id).or_insert_with(|| others.then(|| whom(&priority.leads)));
            if others && !again {
                found.push(Difference::Leads {
                    priority: priority.id.clone(),
                    before: old.leads.clone(),
                    after: priority.leads.clone(),
                });
            }
        }
    }
    found
}

fn whom<'l>(leads: impl IntoIterator<Item = &'l Lead>) -> Vec<&'l Id> {
    leads.into_iter().map(|lead| &lead.jurisdiction).collect()
}
