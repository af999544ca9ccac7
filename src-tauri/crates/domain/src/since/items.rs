//! What has come and gone beside milestones.

use std::collections::{BTreeMap, BTreeSet};

use super::Difference;
use super::descent::Descent;
use crate::actor::Role;
use crate::id::Id;
use crate::lineage;
use crate::plan::Plan;
use crate::registry::Kind;

/// What was not there before, after it what was there and is not any more, and then the
/// challenges that were merged. What was carried over from something that was there is not new,
/// and what stands under something that has come or gone is not told besides. What was carried
/// over from something has not gone with it.
pub(super) fn come_and_gone(before: &Plan, after: &Plan, descent: &Descent<'_>) -> Vec<Difference> {
    let [was, is] = [before, after].map(|plan| Shown::of(plan, lineage::merged_into(plan)));
    // What was merged stands where it stood.
    let stays = Shown::of(after, BTreeMap::new());
    let mut new = is.missing_in(&was);
    let copied: BTreeSet<&Id> = new.iter().flat_map(|it| descent.before(it.id)).collect();
    new.retain(|it| !descent.before(it.id).into_iter().any(|from| was.shows(it.kind, from)));
    new.extend(around(after, before, descent));
    let mut gone = was.missing_in(&stays);
    gone.retain(|it| !copied.contains(it.id));
    gone.extend(around(before, after, descent));
    let new = tops(&new).map(|it| Difference::Added { kind: it.kind, id: it.id.clone() });
    let gone = tops(&gone).map(|it| Difference::Removed { kind: it.kind, id: it.id.clone() });
    // What one was merged into may have been merged further.
    let shown = |into: &Id| {
        let line = std::iter::successors(Some(into), |at| is.merged.get(*at).copied());
        line.last().cloned().unwrap_or_else(|| into.clone())
    };
    let known = |id: &Id| descent.stood(id, |id| was.shows(Kind::Challenge, id).then_some(())).is_some();
    let away = is.merged.iter().filter(|(from, _)| known(from) && after.challenges.contains_key(**from));
    let away = away.map(|(from, into)| Difference::Merged { challenge: (*from).clone(), into: shown(into) });
    new.chain(gone).chain(away).collect()
}

struct Item<'p> {
    kind: Kind,
    id: &'p Id,
    parent: Option<&'p Id>,
}

/// Those that stand under none of the others.
fn tops<'a, 'p>(items: &'a [Item<'p>]) -> impl Iterator<Item = &'a Item<'p>> {
    let ids: BTreeSet<&Id> = items.iter().map(|it| it.id).collect();
    items.iter().filter(move |it| it.parent.is_none_or(|parent| !ids.contains(parent)))
}

/// What is shown of a plan: the priorities and slides of its workplans, and what is reported in
/// their cycles.
struct Shown<'p> {
    plan: &'p Plan,
    cycles: BTreeSet<&'p Id>,
    merged: BTreeMap<&'p Id, &'p Id>,
}

/// Of each kind, when one is shown, and what it stands under.
macro_rules! shown {
    (of $of:ident: $($kind:ident in $list:ident: |$it:ident| $shown:expr, under $parent:expr;)*) => {
        impl<'p> Shown<'p> {
            /// What is shown and is not in another plan, kind after kind.
            fn missing_in(&self, other: &Shown<'_>) -> Vec<Item<'p>> {
                let mut found = Vec::new();
                $({
                    let there = |id: &Id| {
                        let $of = other;
                        other.plan.$list.get(id).is_some_and(|$it| $shown)
                    };
                    let $of = self;
                    for $it in self.plan.$list.values().filter(|it| !there(&it.id)) {
                        if $shown {
                            found.push(Item { kind: Kind::$kind, id: &$it.id, parent: $parent });
                        }
                    }
                })*
                found
            }

            /// Whether something is shown.
            fn shows(&self, kind: Kind, id: &Id) -> bool {
                let $of = self;
                match kind {
                    $(Kind::$kind => self.plan.$list.get(id).is_some_and(|$it| $shown),)*
                    _ => false,
                }
            }
        }
    };
}

shown! {
    of shown:
    Priority in priorities: |it| shown.has(&it.workplan), under None;
    Progress in progress: |it| shown.cycles.contains(&it.cycle), under None;
    Achievement in achievements: |it| shown.cycles.contains(&it.cycle), under None;
    Challenge in challenges: |it| shown.cycles.contains(&it.cycle) && !shown.merged.contains_key(&it.id), under None;
    NextStep in next_steps: |it| shown.cycles.contains(&it.cycle), under None;
    Event in events: |it| shown.cycles.contains(&it.cycle), under None;
    Slide in slides: |it| shown.has(&it.workplan), under None;
    Figure in figures: |it| shown.shows(Kind::Event, &it.event), under Some(&it.event);
    Outcome in outcomes: |it| shown.shows(Kind::Event, &it.event), under Some(&it.event);
    Resolution in resolutions: |it| shown.shows(Kind::Outcome, &it.outcome), under Some(&it.outcome);
    Point in points: |it| [Kind::Event, Kind::Outcome, Kind::Slide].iter().any(|kind| shown.shows(*kind, &it.owner)),
        under Some(&it.owner);
}

impl<'p> Shown<'p> {
    fn of(plan: &'p Plan, merged: BTreeMap<&'p Id, &'p Id>) -> Shown<'p> {
        let cycles = plan.cycles.values().filter(|cycle| {
            let meeting = plan.meetings.get(&cycle.meeting);
            meeting.is_some_and(|meeting| plan.workplans.contains_key(&meeting.workplan))
        });
        Shown { plan, cycles: cycles.map(|cycle| &cycle.id).collect(), merged }
    }

    fn has(&self, workplan: &Id) -> bool {
        self.plan.workplans.contains_key(workplan)
    }
}

/// What is in a plan and not in another, of what the reports stand in and name: workplans that
/// follow none, meetings and their cycles, those who chair the group, jurisdictions.
fn around<'p>(plan: &'p Plan, other: &Plan, descent: &Descent<'_>) -> Vec<Item<'p>> {
    let item = |kind, id, parent| Item { kind, id, parent };
    let stood = |id: &Id| descent.stood(id, |id| other.workplans.get(id)).is_some();
    let workplans = plan.workplans.keys().filter(|id| !stood(id));
    let meetings = plan.meetings.values().filter(|it| plan.workplans.contains_key(&it.workplan));
    let meetings = meetings.filter(|it| !other.meetings.contains_key(&it.id));
    let cycles = plan.cycles.values().filter(|it| plan.meetings.contains_key(&it.meeting));
    let cycles = cycles.filter(|it| !other.cycles.contains_key(&it.id));
    let chairs = |it: &&crate::Person| it.roles.iter().any(|held| held.role == Role::CoChair);
    let people = plan.people.values().filter(chairs).filter(|it| !other.people.contains_key(&it.id));
    // Every plan has its jurisdictions from the start: before that there was no plan.
    let begun = !other.jurisdictions.is_empty();
    let jurisdictions =
        plan.jurisdictions.keys().filter(|id| begun && !other.jurisdictions.contains_key(*id));
    let mut found: Vec<Item<'_>> = workplans.map(|id| item(Kind::Workplan, id, None)).collect();
    found.extend(meetings.map(|it| item(Kind::Meeting, &it.id, None)));
    found.extend(cycles.map(|it| item(Kind::Cycle, &it.id, Some(&it.meeting))));
    found.extend(people.map(|it| item(Kind::Person, &it.id, None)));
    found.extend(jurisdictions.map(|id| item(Kind::Jurisdiction, id, None)));
    found
}
