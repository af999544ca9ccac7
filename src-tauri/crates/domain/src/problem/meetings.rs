//! Meetings and reporting cycles that two stores made at once.

use std::collections::{BTreeMap, BTreeSet};

use super::{Problem, ProblemKind};
use crate::id::Id;
use crate::lang::Lang;
use crate::plan::Plan;
use crate::registry::Kind;
use crate::text::Bilingual;

/// Cycles of a meeting that has one with a lower id, and meetings of a workplan that has one
/// of that name, in either language, on the same day. Each may be half of what is reported.
///
/// Where decks were tabled for both, both stay on record, and neither can be taken away.
pub(super) fn twice(plan: &Plan) -> Vec<Problem> {
    let tabled: BTreeSet<&Id> = plan.tabled_decks.values().map(|it| &it.cycle).collect();
    let mut first: BTreeMap<&Id, &Id> = BTreeMap::new();
    let mut found = Vec::new();
    for cycle in plan.cycles.values() {
        let before = *first.entry(&cycle.meeting).or_insert(&cycle.id);
        if before != &cycle.id && !(tabled.contains(before) && tabled.contains(&cycle.id)) {
            let what = ProblemKind::CycleTwice(before.clone());
            found.push(Problem { kind: Kind::Cycle, id: cycle.id.clone(), field: "meeting", what });
        }
    }
    let told: BTreeSet<&Id> = tabled.iter().filter_map(|id| Some(&plan.cycles.get(*id)?.meeting)).collect();
    let mut met: BTreeMap<_, Vec<(&Id, [String; 2])>> = BTreeMap::new();
    for meeting in plan.meetings.values() {
        let (id, name) = (&meeting.id, folded(&meeting.name));
        let others = met.entry((&meeting.workplan, meeting.date)).or_default();
        let same = others.iter().find(|(_, other)| same_name(other, &name)).map(|(other, _)| *other);
        if let Some(other) = same.filter(|other| !(told.contains(other) && told.contains(id))) {
            let what = ProblemKind::MeetingTwice(other.clone(), meeting.workplan.clone());
            found.push(Problem { kind: Kind::Meeting, id: id.clone(), field: "name", what });
        }
        others.push((id, name));
    }
    found
}

/// A name as it is compared, in each language.
fn folded(name: &Bilingual) -> [String; 2] {
    Lang::BOTH.map(|lang| name.side(lang).trim().to_lowercase())
}

fn same_name(one: &[String; 2], other: &[String; 2]) -> bool {
    one.iter().zip(other).any(|(one, other)| !one.is_empty() && one == other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn found(plan: Value) -> Vec<(String, ProblemKind)> {
        let plan: Plan = serde_json::from_value(plan).unwrap();
        twice(&plan).into_iter().map(|problem| (problem.id.to_string(), problem.what)).collect()
    }

    fn meeting(id: &str, workplan: &str, en: &str, fr: &str, date: &str) -> Value {
        json!({"id": id, "workplan": workplan, "name": {"en": en, "fr": fr, "source": "en"}, "date": date})
    }

    fn other(id: &str) -> Id {
        Id::parse(id).unwrap()
    }

    #[test]
    fn a_second_cycle_of_a_meeting_is_told_with_the_first_unless_both_were_tabled() {
        let cycle = |id: &str, meeting: &str| json!({"id": id, "meeting": meeting, "state": "open"});
        let mut plan = json!({"cycles": {"a": cycle("a", "m"), "b": cycle("b", "m"), "c": cycle("c", "n")}});
        let expected = [("b".to_owned(), ProblemKind::CycleTwice(other("a")))];
        assert_eq!(found(plan.clone()), expected);
        for (deck, cycle) in [("d", "a"), ("e", "b")] {
            assert_eq!(found(plan.clone()), expected);
            plan["tabled_decks"][deck] = json!({"id": deck, "cycle": cycle, "version": 1, "content": "x",
                "tabled_on": "2019-09-25", "at": {}, "files": []});
        }
        assert!(found(plan).is_empty());
    }

    #[test]
    fn only_the_decks_that_it_concerns_are_kept_back() {
        let problem = |what| Problem { kind: Kind::Cycle, id: other("b"), field: "meeting", what };
        let cycle = problem(ProblemKind::CycleTwice(other("a")));
        let blocked = |id: &str| cycle.blocks(&other("w"), Some(&other(id)));
        assert_eq!(["a", "b", "c"].map(blocked), [true, true, false]);
        let meeting = problem(ProblemKind::MeetingTwice(other("a"), other("w")));
        assert!(meeting.blocks(&other("w"), None) && !meeting.blocks(&other("x"), None));
    }

    #[test]
    fn a_second_meeting_of_a_name_and_day_is_told_with_the_first() {
        let day = "2019-09-25";
        let plan = json!({"meetings": {
            "a": meeting("a", "w", "Joint Councils", "Conseils mixtes", day),
            "b": meeting("b", "w", "Joint councils ", "", day),
            "c": meeting("c", "w", "Joint Councils", "Conseils mixtes", "2020-02-26"),
            "d": meeting("d", "x", "Joint Councils", "Conseils mixtes", day),
            "e": meeting("e", "w", "Councils", "Conseils mixtes", day),
            "f": meeting("f", "w", "", "", day),
            "g": meeting("g", "w", "", "", day),
        }});
        let twice = |id: &str| (id.to_owned(), ProblemKind::MeetingTwice(other("a"), other("w")));
        assert_eq!(found(plan), [twice("b"), twice("e")]);
    }
}
