//! What became of milestones, in whichever workplan they stand.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::Difference;
use super::descent::Descent;
use super::fields;
use super::years::Years;
use crate::entity::Milestone;
use crate::id::Id;
use crate::plan::{Plan, in_order};
use crate::status::Completion;

/// What became of all of them, and then those that have gone.
///
/// Of one that was taken along into the next plan mostly the copy is told; of what it was
/// copied from only what cannot be said of the copy.
pub(super) fn became(
    [before, after]: [&Plan; 2],
    [was, is]: [&Years<'_>; 2],
    descent: &Descent<'_>,
    found: &mut Vec<Difference>,
) {
    let mut under: HashMap<&Id, Vec<&Milestone>> = HashMap::new();
    for milestone in after.milestones.values() {
        under.entry(&milestone.priority).or_default().push(milestone);
    }
    let taken: HashSet<&Id> = after.milestones.values().filter_map(|it| it.carried_from.as_ref()).collect();
    // By what they were, where what is told of them stands.
    let mut told: HashMap<&Id, Range<usize>> = HashMap::new();
    // Copies of which nothing was said, though something was of what they were copied from.
    let mut spoken: HashSet<usize> = HashSet::new();
    for workplan in is.iter() {
        let reports = is.reports(workplan);
        let over = is.is_over(&workplan.id) && !was.is_over(&workplan.id);
        let left = |old: &Milestone, new: &Milestone| {
            over && is_open(old) && is_open(new) && !taken.contains(&new.id)
        };
        for priority in after.priorities_of(&workplan.id) {
            let column = under.remove(&priority.id).unwrap_or_default();
            for milestone in in_order(column.into_iter()) {
                let old = descent.stood(&milestone.id, |id| before.milestones.get(id));
                let line = old.map_or_else(|| descent.first(&milestone.id), |old| &old.id);
                let start = found.len();
                match (old, told.get(line)) {
                    (None, _) => came(milestone, found),
                    // Still open, it was not taken along.
                    (Some(old), None) if left(old, milestone) => {
                        found.push(Difference::Dropped { milestone: milestone.id.clone() });
                    }
                    (Some(old), None) => {
                        compare(old, milestone, descent, found);
                        let silent = found.last().is_some_and(is_silent);
                        if silent && found.len() > start && !reports {
                            found.pop();
                        }
                    }
                    (Some(old), Some(copy)) => {
                        let mut also = Vec::new();
                        compare(old, milestone, descent, &mut also);
                        let of_copy = &found[copy.clone()];
                        // What the copy says came later, unless this was finished since.
                        let passed = |it: &Difference| {
                            let open = !reports && is_open(milestone);
                            let later =
                                |other: &Difference| !is_silent(other) && concern(other) == concern(it);
                            open && of_copy.iter().any(later)
                        };
                        also.retain(|it| !is_silent(it) && !passed(it));
                        if is_open(milestone) && !also.is_empty() && of_copy.iter().any(is_silent) {
                            // Something was said, of what is told of as the copy from here on.
                            spoken.insert(copy.start);
                        }
                        found.extend(also);
                    }
                }
                told.entry(line).or_insert(start..found.len());
            }
        }
    }
    let mut place = 0..;
    found.retain(|it| !place.next().is_some_and(|place| spoken.contains(&place) && is_silent(it)));
    let gone = |old: &Milestone| !told.contains_key(&old.id);
    if before.milestones.values().any(gone) {
        let columns = was.iter().flat_map(|workplan| before.columns(&workplan.id));
        let gone = columns.flat_map(|(_, column)| column).filter(|old| gone(old));
        found.extend(gone.map(|old| Difference::Dropped { milestone: old.id.clone() }));
    }
}

fn is_open(milestone: &Milestone) -> bool {
    milestone.status.completion.is_open()
}

fn is_silent(it: &Difference) -> bool {
    matches!(it, Difference::Silent { .. })
}

/// What a difference of a milestone is about: how it stands, what shows that, when it is due,
/// or where it stands.
fn concern(it: &Difference) -> u8 {
    match it {
        Difference::Evidence { .. } => 1,
        Difference::Slipped { .. } | Difference::Rescheduled { .. } => 2,
        Difference::Moved { .. } => 3,
        _ => 0,
    }
}

/// One that was not there before.
fn came(new: &Milestone, found: &mut Vec<Difference>) {
    found.push(Difference::New { milestone: new.id.clone() });
    if new.status.completion == Completion::Complete {
        found.push(Difference::Completed { milestone: new.id.clone() });
    }
}

/// One that was there before, or was carried over from what was.
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
    let other = new.status.evidence != old.status.evidence;
    if other && new.status.evidence_since(&old.status).iter().any(|addresses| !addresses.is_empty()) {
        let (before, after) = (old.status.clone(), new.status.clone());
        found.push(Difference::Evidence { milestone: milestone(), before, after });
    }
    found.extend(date(old, new));
    if !descent.is_or_follows(&new.priority, &old.priority) {
        let (before, after) = (old.priority.clone(), new.priority.clone());
        found.push(Difference::Moved { milestone: milestone(), before, after });
    }
    if after.is_open() && found.len() == told && old.status.says_the_same(&new.status) {
        found.push(Difference::Silent { milestone: milestone() });
    }
}

fn date(old: &Milestone, new: &Milestone) -> Option<Difference> {
    if old.due == new.due {
        return None;
    }
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
