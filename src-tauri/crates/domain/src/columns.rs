//! The plan in columns, as people number it.

use std::collections::BTreeMap;

use crate::entity::{Milestone, Priority};
use crate::id::Id;
use crate::plan::{Plan, in_order};

impl Plan {
    /// The priorities of a workplan, each with its milestones, in order.
    pub fn columns(&self, workplan: &Id) -> Vec<(&Priority, Vec<&Milestone>)> {
        let mut milestones: BTreeMap<&Id, Vec<&Milestone>> = BTreeMap::new();
        for milestone in self.milestones.values() {
            milestones.entry(&milestone.priority).or_default().push(milestone);
        }
        let mut under = |priority: &Id| milestones.remove(priority).unwrap_or_default();
        let priorities = self.priorities_of(workplan).into_iter();
        priorities.map(|priority| (priority, in_order(under(&priority.id).into_iter()))).collect()
    }

    /// The numbers by which people see a workplan's priorities (`2`) and milestones
    /// (`2.1`): their places, which are nowhere written down.
    pub fn numbers(&self, workplan: &Id) -> BTreeMap<&Id, String> {
        let mut numbers = BTreeMap::new();
        for (n, (priority, milestones)) in (1..).zip(self.columns(workplan)) {
            numbers.insert(&priority.id, n.to_string());
            numbers.extend((1..).zip(milestones).map(|(m, milestone)| (&milestone.id, format!("{n}.{m}"))));
        }
        numbers
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_number_is_a_place_in_the_order_and_only_the_workplans_own_have_one() {
        let text = json!({"en": "T", "source": "en"});
        let status = json!({"completion": "NS", "outlook": "on_track"});
        let priority = |id: &str, workplan: &str, position: &str| {
            json!({"id": id, "workplan": workplan,
            "position": position, "title": text})
        };
        let milestone = |id: &str, priority: &str, position: &str| {
            json!({"id": id, "priority": priority,
            "position": position, "title": text, "status": status})
        };
        let plan: Plan = serde_json::from_value(json!({
            "priorities": {"a": priority("a", "w", "d"), "b": priority("b", "w", "c"), "x": priority("x", "v", "b")},
            "milestones": {"a1": milestone("a1", "a", "c"), "a2": milestone("a2", "a", "b"),
                "b1": milestone("b1", "b", "b"), "x1": milestone("x1", "x", "b")},
        }))
        .unwrap();
        let workplan = Id::parse("w").unwrap();
        let numbers = plan.numbers(&workplan);
        let told: Vec<(&str, &str)> =
            numbers.iter().map(|(id, number)| (id.as_str(), number.as_str())).collect();
        assert_eq!(told, [("a", "2"), ("a1", "2.2"), ("a2", "2.1"), ("b", "1"), ("b1", "1.1")]);
    }
}
