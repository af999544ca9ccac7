//! What is different between two moments of a plan.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::date::PlanDate;
use crate::entity::Milestone;
use crate::id::Id;
use crate::leads::Lead;
use crate::plan::Plan;
use crate::registry::Kind;
use crate::status::{Completion, Status};
use crate::text::Bilingual;

/// One difference. A milestone may have several: it may slip and regress at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "difference", rename_all = "snake_case")]
pub enum Difference {
    /// It is complete and was not.
    Completed {
        /// The milestone.
        milestone: Id,
    },
    /// It is due later than it was.
    Slipped {
        /// The milestone.
        milestone: Id,
        /// When it was due.
        before: PlanDate,
        /// When it is due.
        after: PlanDate,
    },
    /// It is due at another time, and not later: earlier, or then where it had no date,
    /// no date, or one in words.
    Rescheduled {
        /// The milestone.
        milestone: Id,
        /// When it was due.
        before: Option<PlanDate>,
        /// When it is due.
        after: Option<PlanDate>,
    },
    /// It stands under another priority.
    Moved {
        /// The milestone.
        milestone: Id,
        /// Where it stood.
        before: Id,
        /// Where it stands.
        after: Id,
    },
    /// Its completion went down. From complete, anything else is down.
    Regressed {
        /// The milestone.
        milestone: Id,
        /// Where it stood.
        before: Completion,
        /// Where it stands.
        after: Completion,
    },
    /// It was not there before.
    New {
        /// The milestone.
        milestone: Id,
    },
    /// It is no longer in the workplan, or no longer pursued.
    Dropped {
        /// The milestone.
        milestone: Id,
    },
    /// Its completion or outlook is another, in none of the ways above: work went on, it
    /// is taken up again, or it looks better or worse.
    Restated {
        /// The milestone.
        milestone: Id,
        /// How it stood.
        before: Status,
        /// How it stands.
        after: Status,
    },
    /// It is open, and nothing of its status, date or place is different.
    Silent {
        /// The milestone.
        milestone: Id,
    },
    /// Something else that the councils are told of was not there before: a priority, or
    /// what is reported in a cycle. What was carried over from what was there is not new.
    Added {
        /// Its kind.
        kind: Kind,
        /// The entity.
        id: Id,
    },
    /// It was there before and is not any more.
    Removed {
        /// Its kind.
        kind: Kind,
        /// The entity.
        id: Id,
    },
    /// Others lead a priority that was there before, or in another order, or at other
    /// times.
    Leads {
        /// The priority.
        priority: Id,
        /// Who led.
        before: Vec<Lead>,
        /// Who leads.
        after: Vec<Lead>,
    },
    /// Another date of anything but a milestone that was there before: the day of a
    /// meeting, when something is due in a cycle, when an event is.
    Date {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// The field, as plan JSON names it.
        field: String,
        /// What it said.
        before: Option<PlanDate>,
        /// What it says.
        after: Option<PlanDate>,
    },
    /// A bilingual text of anything in the plan that was there before: a side of it
    /// reads differently.
    Translation {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// The field, as plan JSON names it.
        field: String,
        /// How it read; both sides empty when there was none.
        before: Bilingual,
        /// How it reads; both sides empty when there is none.
        after: Bilingual,
    },
}

/// What is different in `after`: the milestones of its current workplan in the order
/// of the board, those that have gone from it, what else has come and gone, the leads of
/// its priorities, then other dates and texts in the order of plan JSON. Where `after` has no workplan, all of those of
/// `before` have gone.
pub fn since(before: &Plan, after: &Plan) -> Vec<Difference> {
    let workplan = after.current_workplan().or_else(|| before.current_workplan());
    let Some(workplan) = workplan.map(|it| &it.id) else { return fields::differing(before, after) };
    let earlier = earlier(before, after, workplan);
    let mut found = Vec::new();
    let now = milestones(after, workplan);
    for milestone in &now {
        match stood(&before.milestones, &milestone.id, milestone.carried_from.as_ref()) {
            Some(old) => compare(old, milestone, after, &mut found),
            None => found.push(Difference::New { milestone: milestone.id.clone() }),
        }
    }
    let ids = now.iter().flat_map(|milestone| [Some(&milestone.id), milestone.carried_from.as_ref()]);
    let now: BTreeSet<&Id> = ids.flatten().collect();
    // What was done with in the plan before is not taken along.
    let dropped = |old: &&Milestone| earlier == workplan || old.status.completion.is_open();
    let gone = milestones(before, earlier).into_iter().filter(|old| !now.contains(&old.id)).filter(dropped);
    found.extend(gone.map(|old| Difference::Dropped { milestone: old.id.clone() }));
    found.extend(items::come_and_gone(before, after, earlier, workplan));
    found.extend(leads(before, after, workplan));
    found.extend(fields::differing(before, after));
    found
}

/// The workplan that stood in `before`: this one, or the one that it follows.
fn earlier<'p>(before: &Plan, after: &'p Plan, workplan: &'p Id) -> &'p Id {
    let (mut at, mut been) = (workplan, BTreeSet::new());
    while !before.workplans.contains_key(at) && been.insert(at) {
        match after.workplans.get(at).and_then(|plan| plan.carried_from.as_ref()) {
            Some(from) => at = from,
            None => return workplan,
        }
    }
    at
}

/// What something was before: itself, or what it was carried over from.
fn stood<'p, T>(before: &'p BTreeMap<Id, T>, id: &Id, carried_from: Option<&Id>) -> Option<&'p T> {
    before.get(id).or_else(|| before.get(carried_from?))
}

fn milestones<'p>(plan: &'p Plan, workplan: &Id) -> Vec<&'p Milestone> {
    plan.columns(workplan).into_iter().flat_map(|(_, milestones)| milestones).collect()
}

fn compare(old: &Milestone, new: &Milestone, plan: &Plan, found: &mut Vec<Difference>) {
    let milestone = || new.id.clone();
    let (before, after) = (old.status.completion, new.status.completion);
    let told = found.len();
    if after != before {
        if after == Completion::Complete {
            found.push(Difference::Completed { milestone: milestone() });
        }
        // What was given up and is taken up again has not gone back.
        let down = after < before && before != Completion::NotPursued;
        if down || before == Completion::Complete {
            found.push(Difference::Regressed { milestone: milestone(), before, after });
        }
        if after == Completion::NotPursued {
            found.push(Difference::Dropped { milestone: milestone() });
        }
    }
    let moved = (before, old.status.outlook) != (after, new.status.outlook);
    if moved && found.len() == told {
        let (before, after) = (old.status.clone(), new.status.clone());
        found.push(Difference::Restated { milestone: milestone(), before, after });
    }
    found.extend(date(old, new));
    let followed = plan.priorities.get(&new.priority).and_then(|priority| priority.carried_from.as_ref());
    if old.priority != new.priority && followed != Some(&old.priority) {
        let (before, after) = (old.priority.clone(), new.priority.clone());
        found.push(Difference::Moved { milestone: milestone(), before, after });
    }
    if after.is_open() && old.status == new.status && found.len() == told {
        found.push(Difference::Silent { milestone: milestone() });
    }
}

fn date(old: &Milestone, new: &Milestone) -> Option<Difference> {
    let (milestone, before, after) = (new.id.clone(), old.due.clone(), new.due.clone());
    if let (Some(was), Some(is)) = (&before, &after)
        // Words are neither earlier nor later than anything.
        && let (Some(was_end), Some(is_end)) = (was.ends_on(), is.ends_on())
    {
        if is_end > was_end {
            return Some(Difference::Slipped { milestone, before: was.clone(), after: is.clone() });
        }
        if is_end == was_end {
            // The last day of the quarter and the quarter.
            return None;
        }
    }
    (!fields::same_date(&before, &after)).then_some(Difference::Rescheduled { milestone, before, after })
}

/// Of the priorities of a workplan, in its order.
fn leads(before: &Plan, after: &Plan, workplan: &Id) -> Vec<Difference> {
    let changed = after.priorities_of(workplan).into_iter().filter_map(|priority| {
        if let Some(old) = before.priorities.get(&priority.id) {
            return (old.leads != priority.leads).then_some((old, priority));
        }
        // Into the plan that follows only those go who lead, and from its beginning on.
        let old = before.priorities.get(priority.carried_from.as_ref()?)?;
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

mod fields;
mod items;
#[cfg(test)]
mod tests;
