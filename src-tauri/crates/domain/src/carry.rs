//! What is carried over: from one reporting cycle into the next, and from one plan into
//! the next. Decided here as a list of copies; the store writes them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::entity::{Challenge, Cycle, Milestone, Priority};
use crate::id::Id;
use crate::leads;
use crate::lineage;
use crate::plan::{Ordered, Plan, in_order};
use crate::registry::Kind;

/// One thing that is carried over.
#[derive(Debug, Clone, PartialEq)]
pub struct Copy {
    /// Its kind.
    pub kind: Kind,
    /// What is copied.
    pub source: Id,
    /// The copy's id: the same in every store that carries the same thing to the same place.
    pub id: Id,
    /// Fields that do not hold what they hold in the source; null for those that are
    /// left behind.
    pub fields: BTreeMap<&'static str, Value>,
}

impl Copy {
    fn of(kind: Kind, source: &Id, to: &Id) -> Copy {
        let fields = match kind.def().field("carried_from") {
            Some(_) => BTreeMap::from([("carried_from", json!(source))]),
            None => BTreeMap::new(),
        };
        Copy { kind, source: source.clone(), id: carried_id(source, to), fields }
    }

    fn with(mut self, field: &'static str, value: Value) -> Copy {
        self.fields.insert(field, value);
        self
    }
}

/// The id of what is carried over from `source` to a cycle or plan.
pub fn carried_id(source: &Id, to: &Id) -> Id {
    Id::derived("carried", &[source, to])
}

/// What is carried over from one cycle into another: progress that is not done,
/// achievements in progress, challenges that are not resolved, next steps that are open.
/// What stands in the other cycle already, directly or over cycles in between, is left
/// out; so is progress on a priority that the other cycle's plan does not have, and a
/// challenge that was merged into another one.
///
/// With `confidential`, only the challenges that name nobody or whose origins are kept for
/// the secretariat's eyes; without, everything else. They travel apart: who wrote to such
/// a challenge may be for the secretariat's eyes too. `nameless` are those that once named
/// nobody, and count among them.
pub fn over(plan: &Plan, from: &Cycle, to: &Cycle, nameless: &BTreeSet<Id>, confidential: bool) -> Vec<Copy> {
    let there = there(plan, &to.id);
    let is_new = |id: &Id| !there.contains(id);
    let copy = |kind, id: &Id| Copy::of(kind, id, &to.id).with("cycle", json!(to.id));
    let challenges = challenges(plan, from, to, &there);
    let challenges = challenges.into_iter().filter(|(it, joined)| {
        let secret = it.attribution != "named" || !it.origins.is_empty();
        let joins = |id: &Id| nameless.contains(id);
        (secret || joins(&it.id) || joined.iter().any(|id| joins(id))) == confidential
    });
    let challenges = challenges.map(|(it, joined)| {
        let sources = if joined.is_empty() { Value::Null } else { json!(joined) };
        copy(Kind::Challenge, &it.id).with("merged_from", sources)
    });
    if confidential {
        return challenges.collect();
    }
    let places = Places::of(plan, from, to);
    let unfinished = plan.progress.values().filter(|it| it.cycle == from.id && !it.done && is_new(&it.id));
    let progress = in_order(unfinished).into_iter().filter_map(|it| {
        let priority = places.of_priority(&it.priority)?;
        let milestone = it.milestone.as_ref().and_then(|id| places.of_milestone(id));
        let copy = copy(Kind::Progress, &it.id).with("priority", json!(priority));
        Some(copy.with("milestone", milestone.map_or(Value::Null, |id| json!(id))))
    });
    let ongoing = plan.achievements.values().filter(|it| it.cycle == from.id && it.ongoing && is_new(&it.id));
    let achievements = in_order(ongoing).into_iter().map(|it| copy(Kind::Achievement, &it.id));
    progress.chain(achievements).chain(challenges).chain(next_steps(plan, from, to, &there)).collect()
}

/// The challenges that come along, each with what its copy is merged from. The sources stay
/// where they are; but where somebody who did not know of the merge has carried them over,
/// their copies would tell the same twice.
fn challenges<'p>(
    plan: &'p Plan,
    from: &Cycle,
    to: &Cycle,
    there: &BTreeSet<Id>,
) -> Vec<(&'p Challenge, Vec<&'p Id>)> {
    let merged = lineage::merged(plan);
    let carried = lineage::carried(plan);
    let open = plan.challenges.values().filter(|it| it.cycle == from.id && !it.done);
    let comes = open.filter(|it| !there.contains(&it.id) && !merged.contains(&it.id));
    let standing = in_order(plan.challenges.values().filter(|it| it.cycle == to.id));
    let joined = |challenge: &Challenge| -> Vec<&'p Id> {
        let sources = lineage::sources(plan, &challenge.id);
        let copies = standing.iter().map(|it| &it.id).filter(|id| !merged.contains(id));
        copies.filter(|id| lineage::ancestors(&carried, id).iter().any(|it| sources.contains(it))).collect()
    };
    in_order(comes).into_iter().map(|it| (it, joined(it))).collect()
}

/// What already stands in a cycle: each thing's whole line of descent.
fn there(plan: &Plan, cycle: &Id) -> BTreeSet<Id> {
    let carried = lineage::carried(plan);
    let progress = plan.progress.values().filter(|it| &it.cycle == cycle).map(|it| &it.id);
    let achievements = plan.achievements.values().filter(|it| &it.cycle == cycle).map(|it| &it.id);
    let challenges = plan.challenges.values().filter(|it| &it.cycle == cycle).map(|it| &it.id);
    let steps = plan.next_steps.values().filter(|it| &it.cycle == cycle).map(|it| &it.id);
    let all = progress.chain(achievements).chain(challenges).chain(steps);
    all.flat_map(|id| lineage::ancestors(&carried, id)).cloned().collect()
}

/// The open next steps, each under its nearest parent that comes along or came before.
fn next_steps(plan: &Plan, from: &Cycle, to: &Cycle, there: &BTreeSet<Id>) -> Vec<Copy> {
    let own = in_order(plan.next_steps.values().filter(|it| it.cycle == from.id));
    let comes = |id: &Id| {
        let step = plan.next_steps.get(id).filter(|step| step.cycle == from.id && !step.done);
        step.is_some() && !there.contains(id)
    };
    let parent = |id: &Id| {
        let mut seen = BTreeSet::new();
        let mut at = plan.next_steps.get(id)?.parent.as_ref();
        while let Some(above) = at.filter(|above| seen.insert(*above)) {
            if comes(above) {
                return Some(carried_id(above, &to.id));
            }
            let before = plan
                .next_steps
                .values()
                .find(|step| step.cycle == to.id && step.carried_from.as_ref() == Some(above));
            if let Some(before) = before {
                return Some(before.id.clone());
            }
            at = plan.next_steps.get(above)?.parent.as_ref();
        }
        None
    };
    let copy = |id: &Id| {
        let copy = Copy::of(Kind::NextStep, id, &to.id).with("cycle", json!(to.id));
        copy.with("parent", parent(id).map_or(Value::Null, |id| json!(id)))
    };
    own.into_iter().filter(|step| comes(&step.id)).map(|step| copy(&step.id)).collect()
}

/// Where priorities and milestones of one cycle's plan stand in the plan of another.
struct Places<'p> {
    plan: &'p Plan,
    same_plan: bool,
    to: Option<&'p Id>,
    carried: BTreeMap<&'p Id, &'p Id>,
}

impl<'p> Places<'p> {
    fn of(plan: &'p Plan, from: &Cycle, to: &Cycle) -> Places<'p> {
        let workplan = |cycle: &Cycle| plan.meetings.get(&cycle.meeting).map(|meeting| &meeting.workplan);
        Places {
            plan,
            same_plan: workplan(from) == workplan(to),
            to: workplan(to),
            carried: lineage::carried(plan),
        }
    }

    fn of_priority(&self, id: &'p Id) -> Option<&'p Id> {
        let own = |it: &&Priority| Some(&it.workplan) == self.to;
        let follows = |it: &&Priority| lineage::ancestors(&self.carried, &it.id).contains(&id);
        if self.same_plan {
            return Some(id);
        }
        in_order(self.plan.priorities.values().filter(own).filter(follows)).first().map(|it| &it.id)
    }

    fn of_milestone(&self, id: &'p Id) -> Option<&'p Id> {
        let own = |it: &&Milestone| {
            let priority = self.plan.priorities.get(&it.priority);
            priority.is_some_and(|priority| Some(&priority.workplan) == self.to)
        };
        let follows = |it: &&Milestone| lineage::ancestors(&self.carried, &it.id).contains(&id);
        if self.same_plan {
            return Some(id);
        }
        in_order(self.plan.milestones.values().filter(own).filter(follows)).first().map(|it| &it.id)
    }
}

/// What the next plan, `to`, takes over from a plan: its priorities with those who still
/// lead on `day` or later, its narrative slides with their points, and the milestones
/// that are still open, with their status and their first due date.
pub fn into_next_plan(plan: &Plan, from: &Id, to: &Id, day: NaiveDate) -> Vec<Copy> {
    let mut copies = Vec::new();
    for priority in plan.priorities_of(from) {
        let copy = Copy::of(Kind::Priority, &priority.id, to);
        let leads = leads::from_day_on(&priority.leads, day);
        let id = copy.id.clone();
        copies
            .push(copy.with("workplan", json!(to)).with("leads", json!(leads)).with("lessons", Value::Null));
        let open = plan.milestones_of(&priority.id).into_iter().filter(|it| it.status.completion.is_open());
        copies.extend(open.map(|it| Copy::of(Kind::Milestone, &it.id, to).with("priority", json!(id))));
    }
    for slide in in_order(plan.slides.values().filter(|it| &it.workplan == from)) {
        let copy = Copy::of(Kind::Slide, &slide.id, to);
        let id = copy.id.clone();
        copies.push(copy.with("workplan", json!(to)));
        let points = plan.points_of(&slide.id).into_iter();
        copies.extend(points.map(|it| Copy::of(Kind::Point, it.order().1, to).with("owner", json!(id))));
    }
    copies
}

#[cfg(test)]
mod tests;
