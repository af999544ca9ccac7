//! What has come and gone beside milestones.

use std::collections::BTreeSet;

use super::Difference;
use crate::id::Id;
use crate::plan::Plan;
use crate::registry::Kind;

/// What was not there before, and after it what was there and is not any more. What was
/// carried over from something that was there is not new.
/// Between a plan and the one that follows it, what stays in the first has not gone.
pub(super) fn come_and_gone(before: &Plan, after: &Plan, earlier: &Id, workplan: &Id) -> Vec<Difference> {
    let (was, is) = (all(before, earlier), all(after, workplan));
    let [there, here] = [&was, &is].map(|all| all.iter().map(|it| it.id).collect::<BTreeSet<&Id>>());
    let known = |it: &Item<'_>| [Some(it.id), it.carried_from].iter().flatten().any(|id| there.contains(id));
    let new = is.iter().filter(|it| !known(it));
    let left: BTreeSet<&Id> = all(after, earlier).iter().map(|it| it.id).collect();
    let gone = was.iter().filter(|it| !here.contains(it.id) && !left.contains(it.id));
    let new = new.map(|it| Difference::Added { kind: it.kind, id: it.id.clone() });
    new.chain(gone.map(|it| Difference::Removed { kind: it.kind, id: it.id.clone() })).collect()
}

struct Item<'p> {
    kind: Kind,
    id: &'p Id,
    carried_from: Option<&'p Id>,
}

/// The priorities of a workplan and what is reported in its cycles, kind after kind.
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
