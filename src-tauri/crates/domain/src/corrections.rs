//! What was reported complete to the councils and is not: to be corrected.

use serde::Serialize;
use ts_rs::TS;

use crate::entity::{Meeting, Milestone, TabledDeck};
use crate::id::Id;
use crate::plan::Plan;
use crate::status::{Completion, Status};
use crate::text::Bilingual;

/// A milestone that was reported complete and is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Correction {
    /// The milestone.
    pub milestone: Id,
    /// The tabled deck that reported it.
    pub deck: Id,
    /// What it was called when it was reported.
    pub title: Bilingual,
    /// How it stands, with the reason that was given; absent when it is no longer in
    /// the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub status: Option<Status>,
}

/// The milestones that a tabled deck showed as complete and `now` does not, in the
/// deck's order. `tabled` is the plan as of that deck. An erratum, or the next deck,
/// tabled over how they stand by then, ends it.
pub fn corrections(deck: &TabledDeck, tabled: &Plan, now: &Plan) -> Vec<Correction> {
    let complete = |milestone: &Milestone| milestone.status.completion == Completion::Complete;
    let columns = tabled.workplan_of(deck).map(|workplan| tabled.columns(workplan)).unwrap_or_default();
    let reported = columns.into_iter().flat_map(|(_, milestones)| milestones);
    let wrong = reported.filter(|milestone| complete(milestone)).filter_map(|milestone| {
        let standing = now.milestones.get(&milestone.id);
        (!standing.is_some_and(complete)).then(|| Correction {
            milestone: milestone.id.clone(),
            deck: deck.id.clone(),
            title: milestone.title.clone(),
            status: standing.map(|it| it.status.clone()),
        })
    });
    wrong.collect()
}

impl Plan {
    /// The deck that was tabled last for a workplan: of its latest meeting, in its
    /// latest version; several where unlike ones bear that number.
    pub fn latest_tabled(&self, workplan: &Id) -> Vec<&TabledDeck> {
        let of_plan = self.tabled_decks.values().filter(|deck| self.workplan_of(deck) == Some(workplan));
        let day = |deck: &TabledDeck| Some(self.meeting_of(deck)?.date);
        let latest = of_plan.max_by_key(|deck| (day(deck), deck.version, &deck.id));
        latest.map(|deck| self.tabled_as(&deck.cycle, deck.version)).unwrap_or_default()
    }

    fn workplan_of(&self, deck: &TabledDeck) -> Option<&Id> {
        self.meeting_of(deck).map(|meeting| &meeting.workplan)
    }

    /// The meeting before which a deck was tabled.
    pub fn meeting_of(&self, deck: &TabledDeck) -> Option<&Meeting> {
        self.meetings.get(&self.cycles.get(&deck.cycle)?.meeting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn meeting(id: &str, workplan: &str, date: &str) -> Value {
        json!({"id": id, "workplan": workplan, "name": {"en": "Councils", "source": "en"}, "date": date})
    }

    fn cycle(id: &str, meeting: &str) -> Value {
        json!({"id": id, "meeting": meeting, "state": "open"})
    }

    fn deck(id: &str, cycle: &str, version: u32) -> TabledDeck {
        let deck = json!({"id": id, "cycle": cycle, "version": version, "tabled_on": "2019-09-25",
            "content": "", "at": {}, "files": []});
        serde_json::from_value(deck).unwrap()
    }

    fn plan(milestones: &[(&str, &str)]) -> Plan {
        let text = json!({"en": "T", "source": "en"});
        let mut plan = json!({
            "meetings": {"meet": meeting("meet", "w", "2019-09-25")},
            "cycles": {"cy": cycle("cy", "meet")},
            "priorities": {"p": {"id": "p", "workplan": "w", "position": "b", "title": text}},
            "milestones": {},
        });
        for (id, completion) in milestones {
            plan["milestones"][id] = json!({"id": id, "priority": "p", "position": id, "title": text,
                "status": {"completion": completion}});
        }
        serde_json::from_value(plan).unwrap()
    }

    #[test]
    fn what_was_reported_complete_and_is_not_is_to_be_corrected() {
        let tabled = plan(&[("b", "C"), ("c", "C"), ("d", "C"), ("e", "SP"), ("f", "C")]);
        let now = plan(&[("b", "C"), ("c", "SP"), ("e", "LP"), ("f", "NP"), ("g", "NS")]);
        let found = corrections(&deck("d1", "cy", 1), &tabled, &now);
        let told: Vec<(&str, Option<&str>)> = found
            .iter()
            .map(|it| (it.milestone.as_str(), it.status.as_ref().map(|status| status.completion.code())))
            .collect();
        assert_eq!(told, [("c", Some("SP")), ("d", None), ("f", Some("NP"))]);
        assert!(corrections(&deck("d1", "cy", 1), &tabled, &tabled).is_empty());
        assert!(corrections(&deck("d1", "other", 1), &tabled, &now).is_empty());
    }

    #[test]
    fn the_latest_deck_is_that_of_the_latest_meeting_in_its_latest_version() {
        let decks = [deck("d1", "c1", 3), deck("d2", "c2", 1), deck("d3", "c2", 2), deck("d4", "c3", 1)];
        let mut plan: Plan = serde_json::from_value(json!({
            "meetings": {"m1": meeting("m1", "w", "2019-02-20"), "m2": meeting("m2", "w", "2019-09-25"),
                "m3": meeting("m3", "v", "2020-02-20")},
            "cycles": {"c1": cycle("c1", "m1"), "c2": cycle("c2", "m2"), "c3": cycle("c3", "m3")},
        }))
        .unwrap();
        plan.tabled_decks = decks.into_iter().map(|deck| (deck.id.clone(), deck)).collect();
        let latest = |plan: &Plan, workplan| -> Vec<String> {
            let latest = plan.latest_tabled(&Id::parse(workplan).unwrap());
            latest.into_iter().map(|deck| deck.id.to_string()).collect()
        };
        assert_eq!(latest(&plan, "w"), ["d3"]);
        assert_eq!(latest(&plan, "v"), ["d4"]);
        assert_eq!(latest(&plan, "x"), Vec::<String>::new());
        let twin = TabledDeck { content: "other".into(), ..deck("d0", "c2", 2) };
        plan.tabled_decks.insert(twin.id.clone(), twin);
        assert_eq!(latest(&plan, "w"), ["d0", "d3"], "which of the two nobody has said");
    }
}
