//! What stands at another place.

use std::collections::BTreeMap;

use super::Difference;
use super::descent::Descent;
use crate::content::rising;
use crate::id::Id;
use crate::plan::{Ordered, Plan};
use crate::registry::Kind;

/// Something with its place among its siblings, as it is and as it was: order key and id.
type Place<'p> = (&'p Id, (&'p str, &'p Id), (&'p str, &'p Id));

/// What each kind stands under, in the order of plan JSON.
macro_rules! places {
    ($($kind:ident in $list:ident under $parents:expr;)*) => {
        /// What stands at another place among those that it stood with before, kind after
        /// kind. As few are told as can be: what was put first has moved, and not all of
        /// those that come after it now.
        pub(super) fn reordered(before: &Plan, after: &Plan, descent: &Descent<'_>) -> Vec<Difference> {
            let mut found = Vec::new();
            $({
                let stood = |it: &Id| descent.stood(it, |id| before.$list.get(id));
                let both = after.$list.values().filter_map(|it| Some((it, stood(&it.id)?)));
                let parents = $parents;
                let mut siblings: BTreeMap<_, Vec<Place<'_>>> = BTreeMap::new();
                // Mostly nothing has moved.
                if both.clone().any(|(it, old)| it.position != old.position) {
                    for (it, old) in both {
                        let copied = it.id != old.id;
                        let origin = after.$list.get(&old.id).filter(|_| copied);
                        // What a copy was made of stands beside it where it stood; what
                        // stands under another thing is told as that.
                        let beside = origin.is_some_and(|origin| parents(origin) == parents(it));
                        if !beside && (copied || parents(it) == parents(old)) {
                            siblings.entry(parents(it)).or_default().push((&it.id, it.order(), old.order()));
                        }
                    }
                }
                let moved = siblings.into_values().flat_map(moved);
                found.extend(moved.map(|id| Difference::Reordered { kind: Kind::$kind, id: id.clone() }));
            })*
            found
        }
    };
}

places! {
    Jurisdiction in jurisdictions under |_: &crate::Jurisdiction| [None::<Id>, None];
    Workplan in workplans under |_: &crate::Workplan| [None::<Id>, None];
    Priority in priorities under |it: &crate::Priority| [Some(it.workplan.clone()), None];
    Milestone in milestones under |it: &crate::Milestone| [Some(it.priority.clone()), None];
    Progress in progress under |it: &crate::Progress| [Some(it.priority.clone()), Some(it.cycle.clone())];
    Achievement in achievements under |it: &crate::Achievement| [Some(it.cycle.clone()), None];
    Challenge in challenges under |it: &crate::Challenge| [Some(it.cycle.clone()), None];
    Event in events under |it: &crate::Event| [Some(it.cycle.clone()), None];
    Figure in figures under |it: &crate::Figure| [Some(it.event.clone()), None];
    Outcome in outcomes under |it: &crate::Outcome| [Some(it.event.clone()), None];
    Resolution in resolutions under |it: &crate::Resolution| [Some(it.outcome.clone()), None];
    Slide in slides under |it: &crate::Slide| [Some(it.workplan.clone()), None];
    Point in points under |it: &crate::Point| [Some(it.owner.clone()), None];
    NextStep in next_steps under |it: &crate::NextStep| [Some(it.cycle.clone()), None];
}

/// Those of one parent that have moved, in the order in which they stand.
fn moved(mut siblings: Vec<Place<'_>>) -> Vec<&Id> {
    let mut before: Vec<_> = siblings.iter().map(|(id, _, old)| (*old, *id)).collect();
    before.sort_unstable();
    let ranks: BTreeMap<&Id, usize> = before.into_iter().enumerate().map(|(n, (_, id))| (id, n)).collect();
    siblings.sort_unstable_by_key(|(_, new, _)| *new);
    let places: Vec<usize> = siblings.iter().map(|(id, ..)| ranks[id]).collect();
    let kept = rising(&places);
    let gone = siblings.iter().enumerate().filter(|(n, _)| !kept.contains(n));
    gone.map(|(_, (id, ..))| *id).collect()
}
