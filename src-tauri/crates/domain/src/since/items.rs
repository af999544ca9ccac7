//! What has come and gone beside milestones.

use std::collections::BTreeSet;

use super::Difference;
use super::descent::Descent;
use crate::actor::Role;
use crate::id::Id;
use crate::lineage;
use crate::plan::Plan;
use crate::registry::Kind;

/// What was not there before, after it what was there and is not any more, and then the
/// challenges that were merged. What was carried over from something that was there is not new,
/// and what stands under something that has come or gone is not told besides.
/// Between a plan and the one that follows it, what stays in the first has not gone.
pub(super) fn come_and_gone(
    before: &Plan,
    after: &Plan,
    [earlier, workplan]: [&Id; 2],
    descent: &Descent<'_>,
) -> Vec<Difference> {
    let merged = [before, after].map(lineage::merged_into);
    let [mut was, mut is] = [all(before, earlier), all(after, workplan)];
    was.retain(|it| !merged[0].contains_key(it.id));
    is.retain(|it| !merged[1].contains_key(it.id));
    let [there, here] = [&was, &is].map(|all| all.iter().map(|it| it.id).collect::<BTreeSet<&Id>>());
    let known = |id: &Id| descent.stood(id, |id| there.contains(id).then_some(())).is_some();
    let left: BTreeSet<&Id> = all(after, earlier).iter().map(|it| it.id).collect();
    let mut new: Vec<Item<'_>> = is.into_iter().filter(|it| !known(it.id)).collect();
    let mut gone: Vec<Item<'_>> =
        was.into_iter().filter(|it| !here.contains(it.id) && !left.contains(it.id)).collect();
    new.extend(around(after, before, workplan, descent));
    gone.extend(around(before, after, earlier, descent));
    let new = tops(&new).map(|it| Difference::Added { kind: it.kind, id: it.id.clone() });
    let gone = tops(&gone).map(|it| Difference::Removed { kind: it.kind, id: it.id.clone() });
    // What one was merged into may have been merged further.
    let shown = |into: &Id| {
        let line = std::iter::successors(Some(into), |at| merged[1].get(*at).copied());
        line.last().cloned().unwrap_or_else(|| into.clone())
    };
    let away = merged[1].iter().filter(|(from, _)| known(from) && after.challenges.contains_key(**from));
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

/// The priorities of a workplan, what is reported in its cycles, and its slides, kind after
/// kind.
fn all<'p>(plan: &'p Plan, workplan: &Id) -> Vec<Item<'p>> {
    let of_plan = plan.cycles.values().filter(|cycle| {
        let meeting = plan.meetings.get(&cycle.meeting);
        meeting.is_some_and(|meeting| &meeting.workplan == workplan)
    });
    let cycles: BTreeSet<&Id> = of_plan.map(|cycle| &cycle.id).collect();
    let in_plan = |cycle: &Id| cycles.contains(cycle);
    let mut found = Vec::new();
    macro_rules! of_cycles {
        ($($kind:ident in $list:ident),* $(,)?) => {
            $(for it in plan.$list.values().filter(|it| in_plan(&it.cycle)) {
                found.push(Item { kind: Kind::$kind, id: &it.id, parent: None });
            })*
        };
    }
    for it in plan.priorities.values().filter(|it| &it.workplan == workplan) {
        found.push(Item { kind: Kind::Priority, id: &it.id, parent: None });
    }
    of_cycles!(
        Progress in progress,
        Achievement in achievements,
        Challenge in challenges,
        NextStep in next_steps,
        Event in events,
    );
    for it in plan.slides.values().filter(|it| &it.workplan == workplan) {
        found.push(Item { kind: Kind::Slide, id: &it.id, parent: None });
    }
    let mut owners: BTreeSet<&Id> = found.iter().map(|it| it.id).collect();
    macro_rules! below {
        ($($kind:ident in $list:ident under $parent:ident),* $(,)?) => {
            $(for it in plan.$list.values().filter(|it| owners.contains(&it.$parent)) {
                found.push(Item { kind: Kind::$kind, id: &it.id, parent: Some(&it.$parent) });
            }
            owners.extend(found.iter().map(|it| it.id));)*
        };
    }
    below!(
        Figure in figures under event,
        Outcome in outcomes under event,
        Resolution in resolutions under outcome,
        Point in points under owner,
    );
    found
}

/// What is in a plan and not in another, of what the reports stand in and name: a workplan that
/// follows none, meetings of the workplan and their cycles, those who chair the group,
/// jurisdictions.
fn around<'p>(plan: &'p Plan, other: &Plan, workplan: &Id, descent: &Descent<'_>) -> Vec<Item<'p>> {
    let item = |kind, id, parent| Item { kind, id, parent };
    let meetings = plan.meetings.values().filter(|it| &it.workplan == workplan);
    let of_plan: BTreeSet<&Id> = meetings.map(|it| &it.id).collect();
    let meetings = of_plan.iter().filter(|id| !other.meetings.contains_key(**id));
    let cycles = plan.cycles.values().filter(|it| of_plan.contains(&it.meeting));
    let cycles = cycles.filter(|it| !other.cycles.contains_key(&it.id));
    let chairs = |it: &&crate::Person| it.roles.iter().any(|held| held.role == Role::CoChair);
    let people = plan.people.values().filter(chairs).filter(|it| !other.people.contains_key(&it.id));
    // Every plan has its jurisdictions from the start: before that there was no plan.
    let begun = !other.jurisdictions.is_empty();
    let jurisdictions =
        plan.jurisdictions.keys().filter(|id| begun && !other.jurisdictions.contains_key(*id));
    let stood = |id: &Id| descent.stood(id, |id| other.workplans.get(id)).is_some();
    let workplans = plan.workplans.keys().filter(|id| !stood(id));
    let mut found: Vec<Item<'_>> = workplans.map(|id| item(Kind::Workplan, id, None)).collect();
    found.extend(meetings.map(|id| item(Kind::Meeting, id, None)));
    found.extend(cycles.map(|it| item(Kind::Cycle, &it.id, Some(&it.meeting))));
    found.extend(people.map(|it| item(Kind::Person, &it.id, None)));
    found.extend(jurisdictions.map(|id| item(Kind::Jurisdiction, id, None)));
    found
}
