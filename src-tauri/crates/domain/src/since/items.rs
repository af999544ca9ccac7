//! What has come and gone beside milestones.

use std::collections::BTreeSet;

use super::Difference;
use crate::id::Id;
use crate::plan::Plan;
use crate::registry::Kind;

/// What was not there before; what was carried over from something that was is not new.
pub(super) fn added(before: &Plan, after: &Plan, workplan: &Id) -> Vec<Difference> {
    let there: BTreeSet<&Id> = all(before, workplan).into_iter().map(|it| it.id).collect();
    let known = |it: &Item<'_>| [Some(it.id), it.carried_from].iter().flatten().any(|id| there.contains(id));
    let new = all(after, workplan).into_iter().filter(|it| !known(it));
    new.map(|it| Difference::Added { kind: it.kind, id: it.id.clone() }).collect()
}

/// What was there before and is not any more.
pub(super) fn removed(before: &Plan, after: &Plan, workplan: &Id) -> Vec<Difference> {
    let there: BTreeSet<&Id> = all(after, workplan).into_iter().map(|it| it.id).collect();
    let gone = all(before, workplan).into_iter().filter(|it| !there.contains(it.id));
    gone.map(|it| Difference::Removed { kind: it.kind, id: it.id.clone() }).collect()
}

struct Item<'p> {
    kind: Kind,
    id: &'p Id,
    carried_from: Option<&'p Id>,
}

/// The priorities of a workplan and what is reported in its cycles, kind after kind.
fn all<'p>(plan: &'p Plan, workplan: &Id) -> Vec<Item<'p>> {
    let in_plan = |cycle: &Id| {
        let meeting = plan.cycles.get(cycle).and_then(|it| plan.meetings.get(&it.meeting));
        meeting.is_some_and(|meeting| &meeting.workplan == workplan)
    };
    let mut found = Vec::new();
    macro_rules! of_cycles {
        ($($kind:ident in $list:ident),* $(,)?) => {
            $(for it in plan.$list.values().filter(|it| in_plan(&it.cycle)) {
                found.push(Item { kind: Kind::$kind, id: &it.id, carried_from: it.carried_from.as_ref() });
            })*
        };
    }
    for it in plan.priorities.values().filter(|it| &it.workplan == workplan) {
        found.push(Item { kind: Kind::Priority, id: &it.id, carried_from: it.carried_from.as_ref() });
    }
    of_cycles!(
        Progress in progress,
        Achievement in achievements,
        Challenge in challenges,
        NextStep in next_steps,
    );
    for it in plan.events.values().filter(|it| in_plan(&it.cycle)) {
        found.push(Item { kind: Kind::Event, id: &it.id, carried_from: None });
    }
    found
}
