//! The order in which people read a plan: that of the deck, with the milestones where
//! the board has them, and what all plans share after them.

use std::collections::BTreeSet;

use crate::entity::{Cycle, Workplan};
use crate::id::Id;
use crate::plan::{Plan, in_order};
use crate::registry::Kind;

/// An entity where a reader comes upon it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place<'p> {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: &'p Id,
    /// The workplan that it belongs to; `None` for what all plans share.
    pub workplan: Option<&'p Id>,
}

/// Every entity of a workplan, or of all of them, and what all share (jurisdictions,
/// people, the glossary), each once. Records are left out, and so are submissions: they
/// attest or hold no words to read.
pub fn in_reading_order<'p>(plan: &'p Plan, workplan: Option<&Id>) -> Vec<Place<'p>> {
    let mut reader = Reader { plan, places: Vec::new(), seen: BTreeSet::new(), within: None };
    for it in in_order(plan.workplans.values().filter(|it| workplan.is_none_or(|id| *id == it.id))) {
        reader.within = Some(&it.id);
        reader.workplan(it);
    }
    reader.within = None;
    in_order(plan.jurisdictions.values()).iter().for_each(|it| reader.come(Kind::Jurisdiction, &it.id));
    plan.people.keys().for_each(|id| reader.come(Kind::Person, id));
    plan.terms.keys().for_each(|id| reader.come(Kind::Term, id));
    if workplan.is_none() {
        reader.strays();
    }
    reader.places
}

struct Reader<'p> {
    plan: &'p Plan,
    places: Vec<Place<'p>>,
    seen: BTreeSet<&'p Id>,
    within: Option<&'p Id>,
}

impl<'p> Reader<'p> {
    fn come(&mut self, kind: Kind, id: &'p Id) {
        if self.seen.insert(id) {
            self.places.push(Place { kind, id, workplan: self.within });
        }
    }

    fn workplan(&mut self, it: &'p Workplan) {
        let plan = self.plan;
        self.come(Kind::Workplan, &it.id);
        let mut meetings: Vec<_> = plan.meetings.values().filter(|meet| meet.workplan == it.id).collect();
        meetings.sort_by_key(|meeting| (meeting.date, &meeting.id));
        let mut cycles: Vec<&'p Cycle> = Vec::new();
        for meeting in meetings {
            self.come(Kind::Meeting, &meeting.id);
            let of_it = plan.cycles.values().filter(|cycle| cycle.meeting == meeting.id);
            cycles.extend(of_it);
        }
        for cycle in &cycles {
            self.come(Kind::Cycle, &cycle.id);
        }
        for slide in in_order(plan.slides.values().filter(|slide| slide.workplan == it.id)) {
            self.come(Kind::Slide, &slide.id);
            self.points(&slide.id);
        }
        cycles.iter().for_each(|cycle| self.events(&cycle.id));
        self.priorities(&it.id, &cycles);
        cycles.iter().for_each(|cycle| self.reports(&cycle.id));
    }

    fn points(&mut self, owner: &Id) {
        self.plan.points_of(owner).into_iter().for_each(|point| self.come(Kind::Point, &point.id));
    }

    fn events(&mut self, cycle: &Id) {
        let plan = self.plan;
        for event in in_order(plan.events.values().filter(|it| it.cycle == *cycle)) {
            self.come(Kind::Event, &event.id);
            for it in in_order(plan.figures.values().filter(|it| it.event == event.id)) {
                self.come(Kind::Figure, &it.id);
            }
            self.points(&event.id);
            for outcome in in_order(plan.outcomes.values().filter(|it| it.event == event.id)) {
                self.come(Kind::Outcome, &outcome.id);
                self.points(&outcome.id);
                for it in in_order(plan.resolutions.values().filter(|it| it.outcome == outcome.id)) {
                    self.come(Kind::Resolution, &it.id);
                }
            }
        }
    }

    fn priorities(&mut self, workplan: &Id, cycles: &[&'p Cycle]) {
        let plan = self.plan;
        for priority in plan.priorities_of(workplan) {
            self.come(Kind::Priority, &priority.id);
            for cycle in cycles {
                let reported = |it: &&crate::Progress| it.priority == priority.id && it.cycle == cycle.id;
                for it in in_order(plan.progress.values().filter(reported)) {
                    self.come(Kind::Progress, &it.id);
                }
            }
            for milestone in plan.milestones_of(&priority.id) {
                self.come(Kind::Milestone, &milestone.id);
            }
        }
    }

    fn reports(&mut self, cycle: &Id) {
        let plan = self.plan;
        for it in in_order(plan.achievements.values().filter(|it| it.cycle == *cycle)) {
            self.come(Kind::Achievement, &it.id);
        }
        for it in in_order(plan.challenges.values().filter(|it| it.cycle == *cycle)) {
            self.come(Kind::Challenge, &it.id);
        }
        let steps = in_order(plan.next_steps.values().filter(|it| it.cycle == *cycle));
        for step in steps.iter().filter(|step| step.parent.is_none()) {
            self.come(Kind::NextStep, &step.id);
            for below in steps.iter().filter(|below| below.parent.as_ref() == Some(&step.id)) {
                self.come(Kind::NextStep, &below.id);
            }
        }
        steps.iter().for_each(|step| self.come(Kind::NextStep, &step.id));
    }

    /// What belongs to nothing that is still there.
    fn strays(&mut self) {
        let plan = self.plan;
        macro_rules! rest {
            ($($kind:ident in $list:ident),* $(,)?) => {
                $(plan.$list.keys().for_each(|id| self.come(Kind::$kind, id));)*
            };
        }
        rest!(
            Priority in priorities,
            Milestone in milestones,
            Meeting in meetings,
            Cycle in cycles,
            Progress in progress,
            Achievement in achievements,
            Challenge in challenges,
            Event in events,
            Figure in figures,
            Outcome in outcomes,
            Resolution in resolutions,
            Slide in slides,
            Point in points,
            NextStep in next_steps,
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn order(workplan: Option<&str>) -> Vec<String> {
        let text = json!({"en": "Text", "source": "en"});
        let step = |id: &str, position: &str, parent: Option<&str>| json!({"id": id, "cycle": "c", "position": position, "text": text, "parent": parent});
        let workplan_of = |id: &str, position: &str| {
            json!({"id": id, "position": position, "title": text, "group": text,
            "group_abbreviation": text, "languages": ["en", "fr"], "state": "open"})
        };
        let milestone = |id: &str, priority: &str, position: &str| {
            let status = json!({"completion": "NS", "outlook": "on_track"});
            json!({"id": id, "priority": priority, "position": position, "title": text, "status": status})
        };
        let plan: Plan = serde_json::from_value(json!({
            "workplans": {"v": workplan_of("v", "c"), "w": workplan_of("w", "b")},
            "priorities": {"p": {"id": "p", "workplan": "w", "position": "b", "title": text}},
            "milestones": {"m1": milestone("m1", "p", "c"), "m2": milestone("m2", "p", "b"),
                "stray": milestone("stray", "gone", "b")},
            "meetings": {"meet": {"id": "meet", "workplan": "w", "name": text, "date": "2019-09-25"}},
            "cycles": {"c": {"id": "c", "meeting": "meet", "state": "open"}},
            "next_steps": {"s1": step("s1", "b", None), "s2": step("s2", "c", None),
                "below": step("below", "d", Some("s1")), "lost": step("lost", "e", Some("gone"))},
            "terms": {"t": {"id": "t", "term": text}},
        }))
        .unwrap();
        let workplan = workplan.and_then(Id::parse);
        in_reading_order(&plan, workplan.as_ref()).iter().map(|place| place.id.to_string()).collect()
    }

    #[test]
    fn everything_is_read_once_and_what_belongs_to_nothing_comes_last() {
        let all = ["w", "meet", "c", "p", "m2", "m1", "s1", "below", "s2", "lost", "v", "t", "stray"];
        assert_eq!(order(None), all);
    }

    #[test]
    fn one_workplan_is_read_with_what_all_share() {
        assert_eq!(order(Some("v")), ["v", "t"]);
    }
}
