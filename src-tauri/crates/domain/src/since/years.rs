//! The workplans, in the order in which what they hold is told.

use std::collections::BTreeSet;

use crate::entity::Workplan;
use crate::id::Id;
use crate::lineage;
use crate::plan::{Plan, in_order};

/// The workplans of a plan.
pub(super) struct Years<'p> {
    order: Vec<&'p Workplan>,
    followed: BTreeSet<&'p Id>,
}

impl<'p> Years<'p> {
    /// Of a plan: the current one first, and each before those that it follows.
    pub fn of(plan: &'p Plan) -> Years<'p> {
        let carried =
            plan.workplans.values().filter_map(|it| Some((&it.id, it.carried_from.as_ref()?))).collect();
        let current = plan.current_workplan().map(|it| &it.id);
        let mut order: Vec<&Workplan> = in_order(plan.workplans.values()).into_iter().rev().collect();
        let after = |it: &&Workplan| lineage::ancestors(&carried, &it.id).len();
        order.sort_by_key(|it| (Some(&it.id) != current, std::cmp::Reverse(after(it))));
        Years { order, followed: carried.into_values().collect() }
    }

    /// In that order.
    pub fn iter(&self) -> impl Iterator<Item = &'p Workplan> + '_ {
        self.order.iter().copied()
    }

    /// Whether one still reports: it is open, or the current one.
    pub fn reports(&self, workplan: &Workplan) -> bool {
        workplan.state == "open" || self.order.first().is_some_and(|current| current.id == workplan.id)
    }

    /// Whether one is closed, and another follows it.
    pub fn is_over(&self, workplan: &Id) -> bool {
        let of_id = self.order.iter().find(|it| it.id == *workplan);
        of_id.is_some_and(|it| it.state != "open" && self.followed.contains(workplan))
    }
}
