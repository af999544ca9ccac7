//! What is different between two moments of a plan.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use crate::date::PlanDate;
use crate::entity::Milestone;
use crate::id::Id;
use crate::lang::Lang;
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
    /// It is due at another time, and not later: earlier, newly, no longer, or in words.
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
        /// How it stood.
        before: Status,
        /// How it stands.
        after: Status,
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
    /// Other addresses show how it stands.
    Evidence {
        /// The milestone.
        milestone: Id,
        /// How it stood.
        before: Status,
        /// How it stands.
        after: Status,
    },
    /// It is open; but for translations its status, its date and its place are the same.
    Silent {
        /// The milestone.
        milestone: Id,
    },
    /// Something else that the councils are told of was not there before: a priority, what
    /// is reported in a cycle, a slide, a meeting. What was carried over from what was there is not new.
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
    /// A challenge that was there before left the deck: another one says what it said.
    Merged {
        /// The challenge that was merged.
        challenge: Id,
        /// The one that is shown in its place.
        into: Id,
    },
    /// Others lead a priority that was there before, or in another order, or at other times.
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
    /// A bilingual text of anything that was there before: a side of it reads differently.
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
    /// Any other fact of what was there before: a number, a mark, links, whose it is.
    Otherwise {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// The field, as plan JSON names it.
        field: String,
        /// The language whose deck says it otherwise; absent for a fact of both.
        #[serde(skip_serializing_if = "Option::is_none")]
        lang: Option<Lang>,
        /// What it said, as plan JSON writes it; of links, what [`crate::content::Said`] does.
        before: Value,
        /// What it says.
        after: Value,
    },
    /// It stands at another place among those that it stood with before.
    Reordered {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
    },
}

/// What is different in `after`: the milestones of its current workplan in the order
/// of the board, those that have gone from it, what else has come and gone, the leads of
/// its priorities, then other dates, texts and facts in the order of plan JSON, and what stands at
/// another place. Where `after` has no workplan, all of those of `before` have gone.
///
/// What was carried over is compared with what it was carried over from, over however many
/// cycles and plans.
pub fn since(before: &Plan, after: &Plan) -> Vec<Difference> {
    let descent = Descent::of(before, after);
    let mut found = Vec::new();
    let workplan = after.current_workplan().or_else(|| before.current_workplan());
    if let Some(workplan) = workplan.map(|it| &it.id) {
        let earlier = earlier(before, after, workplan);
        let now = milestones(after, workplan);
        let mut known = BTreeSet::new();
        for milestone in now {
            match descent.stood(&milestone.id, |id| before.milestones.get(id)) {
                Some(old) => {
                    known.insert(&old.id);
                    compare(old, milestone, &descent, &mut found);
                }
                None => found.push(Difference::New { milestone: milestone.id.clone() }),
            }
        }
        for old in milestones(before, earlier).into_iter().filter(|old| !known.contains(&old.id)) {
            match descent.became(&old.id, |id| after.milestones.get(id)) {
                // What is done with is not taken along: how that came about is told instead.
                Some(new) if earlier != workplan && !(is_open(old) && is_open(new)) => {
                    compare(old, new, &descent, &mut found);
                }
                None if earlier != workplan && !is_open(old) => {}
                _ => found.push(Difference::Dropped { milestone: old.id.clone() }),
            }
        }
        found.extend(items::come_and_gone(before, after, [earlier, workplan], &descent));
        found.extend(leads::leads(before, after, workplan, &descent));
    }
    found.extend(fields::differing(before, after, &descent));
    found.extend(order::reordered(before, after, &descent));
    found
}

fn is_open(milestone: &Milestone) -> bool {
    milestone.status.completion.is_open()
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

fn milestones<'p>(plan: &'p Plan, workplan: &Id) -> Vec<&'p Milestone> {
    plan.columns(workplan).into_iter().flat_map(|(_, milestones)| milestones).collect()
}

fn compare(old: &Milestone, new: &Milestone, descent: &Descent<'_>, found: &mut Vec<Difference>) {
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
            let (before, after) = (old.status.clone(), new.status.clone());
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
    if new.status.evidence_since(&old.status).iter().any(|addresses| !addresses.is_empty()) {
        let (before, after) = (old.status.clone(), new.status.clone());
        found.push(Difference::Evidence { milestone: milestone(), before, after });
    }
    found.extend(date(old, new));
    if !descent.is_or_follows(&new.priority, &old.priority) {
        let (before, after) = (old.priority.clone(), new.priority.clone());
        found.push(Difference::Moved { milestone: milestone(), before, after });
    }
    if after.is_open() && old.status.says_the_same(&new.status) && found.len() == told {
        found.push(Difference::Silent { milestone: milestone() });
    }
}

fn date(old: &Milestone, new: &Milestone) -> Option<Difference> {
    let (milestone, before, after) = (new.id.clone(), old.due.clone(), new.due.clone());
    if let (Some(was), Some(is)) = (&before, &after)
        // Words are neither earlier nor later than anything.
        && let (Some(was_end), Some(is_end)) = (was.ends_on(), is.ends_on())
        && is_end > was_end
    {
        return Some(Difference::Slipped { milestone, before: was.clone(), after: is.clone() });
    }
    (!fields::same_date(&before, &after)).then_some(Difference::Rescheduled { milestone, before, after })
}

mod descent;
mod fields;
mod items;
mod leads;
mod order;
#[cfg(test)]
mod tests;

use descent::Descent;
