//! What stood before for what stands now: itself, or the nearest that it was carried over
//! from, over however many cycles and plans that was.

use std::collections::BTreeMap;

use crate::carry::carried_id;
use crate::id::Id;
use crate::lineage;
use crate::plan::Plan;

/// Where the things of two plans come from.
pub(super) struct Descent<'p> {
    carried: BTreeMap<&'p Id, &'p Id>,
}

impl<'p> Descent<'p> {
    /// What the later plan says of where things come from.
    pub fn of(before: &'p Plan, after: &'p Plan) -> Descent<'p> {
        let mut carried = lineage::carried(after);
        // Slides and their points do not say what they were copied from. Their ids do.
        for next in after.workplans.values() {
            let Some(from) = &next.carried_from else { continue };
            for plan in [before, after] {
                for slide in plan.slides.values().filter(|it| &it.workplan == from) {
                    let copy = after.slides.get_key_value(&carried_id(&slide.id, &next.id));
                    carried.extend(copy.map(|(copy, _)| (copy, &slide.id)));
                    for point in plan.points_of(&slide.id) {
                        let copy = after.points.get_key_value(&carried_id(&point.id, &next.id));
                        carried.extend(copy.map(|(copy, _)| (copy, &point.id)));
                    }
                }
            }
        }
        Descent { carried }
    }

    /// What something was in `there`: itself, or else the nearest that it was carried over
    /// from.
    pub fn stood<T>(&self, id: &Id, there: impl Fn(&Id) -> Option<T>) -> Option<T> {
        there(id).or_else(|| self.before(id).into_iter().find_map(there))
    }

    /// Whether something is, or was carried over from, another.
    pub fn is_or_follows(&self, id: &Id, earlier: &Id) -> bool {
        id == earlier || self.before(id).contains(&earlier)
    }

    /// The first that something was carried over from, as far as that is known.
    pub fn first(&self, id: &'p Id) -> &'p Id {
        self.before(id).last().unwrap_or(&id)
    }

    /// What something was carried over from, the nearest first.
    pub fn before(&self, id: &Id) -> Vec<&'p Id> {
        if self.carried.contains_key(id) { lineage::ancestors(&self.carried, id) } else { Vec::new() }
    }

    /// Whether nothing was carried over.
    pub fn is_empty(&self) -> bool {
        self.carried.is_empty()
    }
}
