//! The plan as it is looked at for one of its reporting cycles.

use std::collections::BTreeSet;

use crate::id::Id;
use crate::lineage;
use crate::plan::Plan;

impl Plan {
    /// The plan as if that cycle were the one that is being prepared, and the workplan of
    /// its meeting the current one; `None` where there is no such cycle. To be looked at: it
    /// says of other cycles and workplans that they are closed.
    #[must_use]
    pub fn preparing(mut self, cycle: &Id) -> Option<Plan> {
        let meeting = &self.cycles.get(cycle)?.meeting;
        let workplan = self.meetings.get(meeting)?.workplan.clone();
        let state = |wanted: bool| if wanted { "open" } else { "closed" }.to_owned();
        self.workplans.get(&workplan)?;
        self.workplans.values_mut().for_each(|it| it.state = state(it.id == workplan));
        self.cycles.values_mut().for_each(|it| it.state = state(it.id == *cycle));
        Some(self)
    }

    /// A workplan, and those that it follows.
    pub fn line_of(&self, workplan: &Id) -> BTreeSet<Id> {
        let carried = lineage::carried(self);
        lineage::ancestors(&carried, workplan).into_iter().chain([workplan]).cloned().collect()
    }

    /// Only what is of one workplan and of those that it follows, its [line](Plan::line_of), as
    /// if it were the current one. A plan that is older than that workplan does not know the
    /// line. To be looked at, as [`Plan::preparing`] is.
    #[must_use]
    pub fn about(mut self, workplan: &Id, line: &BTreeSet<Id>) -> Plan {
        self.workplans.retain(|id, _| line.contains(id));
        self.workplans.values_mut().for_each(|it| {
            it.state = if it.id == *workplan { "open" } else { "closed" }.to_owned();
        });
        let plans = line;
        self.priorities.retain(|_, it| plans.contains(&it.workplan));
        self.meetings.retain(|_, it| plans.contains(&it.workplan));
        self.slides.retain(|_, it| plans.contains(&it.workplan));
        let (priorities, meetings) = (&self.priorities, &self.meetings);
        self.milestones.retain(|_, it| priorities.contains_key(&it.priority));
        self.cycles.retain(|_, it| meetings.contains_key(&it.meeting));
        let cycles = &self.cycles;
        self.submissions.retain(|_, it| cycles.contains_key(&it.cycle));
        self.progress.retain(|_, it| cycles.contains_key(&it.cycle));
        self.achievements.retain(|_, it| cycles.contains_key(&it.cycle));
        self.challenges.retain(|_, it| cycles.contains_key(&it.cycle));
        self.next_steps.retain(|_, it| cycles.contains_key(&it.cycle));
        self.events.retain(|_, it| cycles.contains_key(&it.cycle));
        let events = &self.events;
        self.figures.retain(|_, it| events.contains_key(&it.event));
        self.outcomes.retain(|_, it| events.contains_key(&it.event));
        let owners = (&self.events, &self.outcomes, &self.slides);
        self.points.retain(|_, it| {
            owners.0.contains_key(&it.owner)
                || owners.1.contains_key(&it.owner)
                || owners.2.contains_key(&it.owner)
        });
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_cycle_that_is_named_is_the_one_that_is_prepared() {
        let name = json!({"en": "A", "fr": "", "source": "en", "state": "missing"});
        let meeting = |id: &str, workplan: &str, date: &str| json!({"id": id, "workplan": workplan, "name": name, "date": date});
        let cycle = |id: &str, meeting: &str| json!({"id": id, "meeting": meeting, "state": "open"});
        let workplan = |id: &str, position: &str| {
            json!({"id": id, "position": position, "title": name, "group": name,
                "group_abbreviation": name, "languages": ["en"], "state": "open"})
        };
        let plan: Plan = serde_json::from_value(json!({
            "workplans": {"v": workplan("v", "a0V"), "w": workplan("w", "a1V")},
            "meetings": {"m": meeting("m", "w", "2019-09-25"), "n": meeting("n", "w", "2020-02-26")},
            "cycles": {"c": cycle("c", "m"), "d": cycle("d", "n")},
        }))
        .unwrap();
        let id = |text: &str| Id::parse(text).unwrap();
        for cycle in ["c", "d"] {
            let seen = plan.clone().preparing(&id(cycle)).unwrap();
            assert_eq!(seen.current_workplan().unwrap().id, id("w"));
            assert_eq!(seen.current_cycle(&id("w")).unwrap().1.id, id(cycle));
        }
        assert_eq!(plan.clone().preparing(&id("gone")), None);
        let about = |plan: &Plan, workplan: &str| {
            let workplan = id(workplan);
            plan.clone().about(&workplan, &plan.line_of(&workplan))
        };
        let seen = about(&plan, "v");
        assert_eq!((seen.workplans.len(), seen.meetings.len(), seen.cycles.len()), (1, 0, 0));
        let seen = about(&plan, "w");
        assert_eq!((seen.workplans.len(), seen.cycles.len()), (1, 2));
        assert_eq!(seen.current_workplan().unwrap().id, id("w"));
        // Of a plan that follows, what stood when it had not begun is that of the plan before.
        let mut next = plan.clone();
        let mut following = next.workplans["w"].clone();
        (following.id, following.carried_from) = (id("x"), Some(id("w")));
        next.workplans.insert(id("x"), following);
        let seen = plan.about(&id("x"), &next.line_of(&id("x")));
        assert_eq!((seen.workplans.len(), seen.cycles.len()), (1, 2));
    }
}
