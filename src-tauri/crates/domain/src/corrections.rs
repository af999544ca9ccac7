//! What was reported complete to the councils and is not: to be corrected.

use std::collections::BTreeMap;

use serde::Serialize;
use ts_rs::TS;

use crate::entity::{Meeting, Milestone, TabledDeck};
use crate::id::Id;
use crate::lineage;
use crate::plan::Plan;
use crate::status::{Completion, Status};
use crate::text::Bilingual;

/// A milestone that was reported complete and is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Correction {
    /// The milestone; of one that was carried over, the last that it was carried over to.
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

/// The milestones that tabled decks showed as complete and `now` does not, in the order of
/// the decks. `decks` are those that were tabled last for their workplans, each with the plan
/// as of it. An erratum, or the next deck, tabled over how they stand by then, ends it; so
/// does the deck of a plan that follows, to which the councils look from then on.
///
/// A milestone that was carried over is judged, and named, by what became of it: the
/// last that it was carried over to. It is complete where it or any of these is.
pub fn corrections(decks: &[(&TabledDeck, &Plan)], now: &Plan) -> Vec<Correction> {
    let carried = lineage::carried(now);
    let mut found: Vec<Correction> = Vec::new();
    for (deck, tabled) in decks {
        let columns = tabled.workplan_of(deck).map(|workplan| tabled.columns(workplan)).unwrap_or_default();
        let reported = columns.into_iter().flat_map(|(_, milestones)| milestones);
        let later: Vec<&Plan> = decks
            .iter()
            .filter(|(other, shown)| now.follows(deck, other, shown, &carried))
            .map(|(_, shown)| *shown)
            .collect();
        // Most of them are as they were reported.
        let stands = |it: &Milestone| now.milestones.get(&it.id).is_some_and(is_complete);
        for milestone in reported.filter(|it| is_complete(it) && !stands(it)) {
            let line: Vec<&Id> =
                std::iter::once(&milestone.id).chain(lineage::descendants(&carried, &milestone.id)).collect();
            let complete =
                |plan: &Plan| line.iter().filter_map(|id| plan.milestones.get(*id)).any(is_complete);
            if complete(now) || later.iter().any(|shown| !complete(shown)) {
                continue;
            }
            let standing = line.iter().rev().find_map(|id| now.milestones.get(*id));
            let id = standing.map_or(&milestone.id, |it| &it.id);
            if found.iter().any(|known| &known.milestone == id) {
                continue;
            }
            found.push(Correction {
                milestone: id.clone(),
                deck: deck.id.clone(),
                title: milestone.title.clone(),
                status: standing.map(|it| it.status.clone()),
            });
        }
    }
    found
}

fn is_complete(milestone: &Milestone) -> bool {
    milestone.status.completion == Completion::Complete
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

    /// Whether `other`, which shows `shown`, is a later deck than `deck`, of a plan that
    /// follows that one's: of a later meeting, or tabled by somebody who knew of it.
    fn follows(
        &self,
        deck: &TabledDeck,
        other: &TabledDeck,
        shown: &Plan,
        carried: &BTreeMap<&Id, &Id>,
    ) -> bool {
        let (Some(own), Some(next)) = (self.workplan_of(deck), self.workplan_of(other)) else { return false };
        let day = |deck| self.meeting_of(deck).map(|meeting| meeting.date);
        let later = || day(other) > day(deck) || shown.tabled_decks.contains_key(&deck.id);
        lineage::ancestors(carried, next).contains(&own) && later()
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
        let found = corrections(&[(&deck("d1", "cy", 1), &tabled)], &now);
        let told: Vec<(&str, Option<&str>)> = found
            .iter()
            .map(|it| (it.milestone.as_str(), it.status.as_ref().map(|status| status.completion.code())))
            .collect();
        assert_eq!(told, [("c", Some("SP")), ("d", None), ("f", Some("NP"))]);
        assert!(corrections(&[(&deck("d1", "cy", 1), &tabled)], &tabled).is_empty());
        assert!(corrections(&[(&deck("d1", "other", 1), &tabled)], &now).is_empty());
    }

    #[test]
    fn what_was_carried_over_is_judged_by_what_became_of_it_until_a_later_deck_of_its_plan() {
        let next = |plan: &Plan, status: &str, date: &str| -> Plan {
            let mut it = serde_json::to_value(plan).unwrap();
            let text = json!({"en": "T", "source": "en"});
            for (id, from) in [("w", None), ("w2", Some("w"))] {
                it["workplans"][id] = json!({"id": id, "position": "b", "title": text, "group": text,
                    "group_abbreviation": text, "languages": ["en"], "state": "open", "carried_from": from});
            }
            it["priorities"]["p2"] =
                json!({"id": "p2", "workplan": "w2", "position": "b", "title": text, "carried_from": "p"});
            it["milestones"]["b2"] = json!({"id": "b2", "priority": "p2", "position": "b", "title": text,
                "status": {"completion": status}, "carried_from": "b"});
            it["meetings"]["meet2"] = meeting("meet2", "w2", date);
            it["cycles"]["cy2"] = cycle("cy2", "meet2");
            serde_json::from_value(it).unwrap()
        };
        let told = |decks: &[(&TabledDeck, &Plan)], now: &Plan| -> Vec<String> {
            corrections(decks, now).iter().map(|it| it.milestone.to_string()).collect()
        };
        let (first, second) = (deck("d1", "cy", 1), deck("d2", "cy2", 1));
        let tabled = plan(&[("b", "C")]);
        let withdrawn = plan(&[("b", "SP")]);
        let carried = next(&withdrawn, "SP", "2020-02-26");
        let one = [(&first, &tabled)];
        assert_eq!(told(&one, &carried), ["b2"]);
        assert_eq!(told(&one, &next(&withdrawn, "C", "2020-02-26")), [""; 0], "complete, as was reported");
        // It was carried over before it was completed, and nobody took that back.
        assert_eq!(told(&one, &next(&tabled, "SP", "2020-02-26")), [""; 0]);
        let both = [(&first, &tabled), (&second, &carried)];
        assert_eq!(told(&both, &carried), [""; 0], "the councils were shown how it stands");
        // A deck that still showed it as complete corrects nothing.
        let unaware = next(&tabled, "SP", "2020-02-26");
        assert_eq!(told(&[(&first, &tabled), (&second, &unaware)], &carried), ["b2"]);
        // Nor does one of an earlier meeting, unless whoever tabled it knew of the other.
        let mut early = next(&withdrawn, "SP", "2019-02-26");
        assert_eq!(told(&[(&first, &tabled), (&second, &early)], &early), ["b2"]);
        early.tabled_decks.insert(first.id.clone(), first.clone());
        assert_eq!(told(&[(&first, &tabled), (&second, &early)], &early), [""; 0]);
        // What the second deck reported is its own, and is told once.
        let completed = next(&withdrawn, "C", "2020-02-26");
        assert_eq!(told(&[(&first, &tabled), (&second, &completed)], &carried), ["b2"]);
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
