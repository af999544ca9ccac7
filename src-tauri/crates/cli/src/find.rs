//! Finds what a user names: by the number that the board shows, or by its id.

use jalon_domain::{Id, Milestone, Plan};

/// The milestone that goes by that number (`2.1`) or id, with its number. One that
/// stands outside the current workplan has no number; its id stands in for it.
pub fn milestone<'p>(plan: &'p Plan, said: &str) -> Option<(String, &'p Milestone)> {
    let all = numbered(plan);
    let numbered =
        all.into_iter().find(|(number, milestone)| number == said || milestone.id.as_str() == said);
    numbered.or_else(|| {
        let milestone = plan.milestones.get(said)?;
        Some((milestone.id.to_string(), milestone))
    })
}

/// The entity that goes by that id, or the milestone or priority by that number.
pub fn id(plan: &Plan, said: &str) -> Option<Id> {
    if let Some((_, milestone)) = milestone(plan, said) {
        return Some(milestone.id.clone());
    }
    let place = said.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let priorities =
        plan.current_workplan().map(|plan_of| plan.priorities_of(&plan_of.id)).unwrap_or_default();
    match place.and_then(|place| priorities.get(place).copied()) {
        Some(priority) => Some(priority.id.clone()),
        None => Id::parse(said),
    }
}

fn numbered(plan: &Plan) -> Vec<(String, &Milestone)> {
    let Some(workplan) = plan.current_workplan() else { return Vec::new() };
    let mut all = Vec::new();
    for (place, priority) in plan.priorities_of(&workplan.id).into_iter().enumerate() {
        let number = |(n, milestone)| (format!("{}.{}", place + 1, n + 1), milestone);
        all.extend(plan.milestones_of(&priority.id).into_iter().enumerate().map(number));
    }
    all
}
