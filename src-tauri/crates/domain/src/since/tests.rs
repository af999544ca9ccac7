//! What is told between two moments.

use super::*;
use crate::Completion;
use crate::registry::KINDS;
use serde_json::{Value, json};

mod facts;
mod line;
mod years;

fn plan(milestones: &[Value]) -> Plan {
    let text = json!({"en": "Plan", "source": "en"});
    let mut plan = json!({
        "workplans": {"w": {"id": "w", "position": "b", "title": text, "group": text,
            "group_abbreviation": text, "languages": ["en"], "state": "open"}},
        "priorities": {"p": {"id": "p", "workplan": "w", "position": "b", "title": text}},
        "milestones": {},
    });
    for milestone in milestones {
        plan["milestones"][milestone["id"].as_str().unwrap()] = milestone.clone();
    }
    serde_json::from_value(plan).unwrap()
}

fn milestone(completion: &str, due: &str) -> Value {
    let mut milestone = json!({"id": "m", "priority": "p", "position": "b",
        "title": {"en": "Draft", "source": "en"}, "status": {"completion": completion}});
    if !due.is_empty() {
        milestone["due"] = json!(due);
    }
    milestone
}

fn found(before: &Plan, after: &Plan) -> Vec<String> {
    let name = |it: &Difference| serde_json::to_value(it).unwrap()["difference"].as_str().unwrap().to_owned();
    since(before, after).iter().map(name).collect()
}

#[test]
fn each_difference_of_a_milestone_is_told() {
    type At = (&'static str, &'static str);
    let cases: [(At, At, &[&str]); 19] = [
        (("LP", ""), ("LP", ""), &["silent"]),
        (("C", ""), ("C", ""), &[]),
        (("NP", ""), ("NP", ""), &[]),
        (("NS", ""), ("LP", ""), &["restated"]),
        (("SP", ""), ("C", ""), &["completed"]),
        (("NP", ""), ("C", ""), &["completed"]),
        (("SP", ""), ("LP", ""), &["regressed"]),
        (("C", ""), ("SP", ""), &["regressed"]),
        (("C", ""), ("NP", ""), &["regressed", "dropped"]),
        (("LP", ""), ("NP", ""), &["dropped"]),
        (("NP", ""), ("NS", ""), &["restated"]),
        (("NS", "2019-Q3"), ("LP", "2019-Q4"), &["restated", "slipped"]),
        (("NS", "2019-Q3"), ("NS", "2019-Q4"), &["slipped"]),
        (("NS", "2019-12-31"), ("LP", "2019-Q4"), &["restated", "rescheduled"]),
        (("NS", "2019-12-31"), ("NS", "2019-Q4"), &["rescheduled"]),
        (("NS", "2019-Q4"), ("NS", "2019-Q3"), &["rescheduled"]),
        (("NS", "2019-Q4"), ("NS", ""), &["rescheduled"]),
        (("C", ""), ("C", "2019-Q4"), &["rescheduled"]),
        (("SP", "2019"), ("LP", "2020"), &["regressed", "slipped"]),
    ];
    for (before, after, expected) in cases {
        let [old, new] = [before, after].map(|(completion, due)| plan(&[milestone(completion, due)]));
        assert_eq!(found(&old, &new), expected, "{before:?} {after:?}");
    }
}

#[test]
fn what_comes_is_new_and_what_goes_is_dropped() {
    let (none, one) = (plan(&[]), plan(&[milestone("C", "")]));
    assert_eq!(found(&none, &one), ["new", "completed"]);
    assert_eq!(found(&one, &none), ["dropped"]);
    assert_eq!(found(&one, &Plan::default()), ["dropped", "removed", "removed"]);
    assert_eq!(found(&Plan::default(), &one), ["new", "completed", "added", "added"]);
    assert!(found(&Plan::default(), &Plan::default()).is_empty());
}

#[test]
fn a_text_of_which_a_side_reads_differently_is_told_once() {
    let old = plan(&[milestone("C", "")]);
    let mut after = milestone("C", "");
    after["title"] = json!({"en": "Draft", "fr": "Projet", "source": "en", "state": "draft"});
    after["description"] = json!({"en": "Words", "source": "en"});
    let told = since(&old, &plan(&[after.clone()]));
    let fields: Vec<&str> = told
        .iter()
        .map(|it| match it {
            Difference::Translation { field, .. } => field.as_str(),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(fields, ["title", "description"]);
    // The state alone is no difference of words.
    let new = plan(&[after.clone()]);
    after["title"]["state"] = json!("approved");
    assert!(since(&new, &plan(&[after])).is_empty());
}

#[test]
fn every_kind_stands_in_a_plan_under_the_name_of_its_list() {
    let plan = serde_json::to_value(Plan::default()).unwrap();
    for def in KINDS {
        assert!(plan[def.plural].is_object(), "{}", def.name);
    }
}

#[test]
fn other_leads_of_a_priority_are_told_in_the_groups_own_order() {
    let led = |leads: Value| {
        let mut plan = serde_json::to_value(plan(&[])).unwrap();
        plan["priorities"]["p"]["leads"] = leads;
        serde_json::from_value::<Plan>(plan).unwrap()
    };
    let one = led(json!([{"jurisdiction": "CA-ON"}, {"jurisdiction": "CA-QC"}]));
    let other = led(json!([{"jurisdiction": "CA-QC"}, {"jurisdiction": "CA-ON", "to": "2019-06-30"}]));
    let told = since(&one, &other);
    let [Difference::Leads { priority, before, after }] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((priority.as_str(), before.len(), after[0].jurisdiction.as_str()), ("p", 2, "CA-QC"));
    assert!(since(&one, &one).is_empty());
}

#[test]
fn another_outlook_is_told_and_another_reason_alone_is_another_text() {
    let with = |outlook: &str, why: &str| {
        let mut milestone = milestone("LP", "");
        milestone["status"]["outlook"] = json!(outlook);
        milestone["status"]["reason"] = json!({"en": why, "source": "en"});
        plan(&[milestone])
    };
    assert_eq!(found(&with("on_track", ""), &with("at_risk", "Elections")), ["restated"]);
    assert_eq!(found(&with("at_risk", "Elections"), &with("at_risk", "Budget")), ["translation"]);
}

#[test]
fn how_a_milestone_looks_that_went_back_is_told_with_it() {
    let mut after = milestone("SP", "");
    after["status"]["outlook"] = json!("off_track");
    let told = since(&plan(&[milestone("C", "")]), &plan(&[after]));
    let [Difference::Regressed { before, after, .. }] = told.as_slice() else { panic!("{told:?}") };
    assert_eq!((before.completion, before.outlook), (Completion::Complete, None));
    assert_eq!(
        (after.completion, after.outlook),
        (Completion::SubstantialProgress, Some(crate::Outlook::OffTrack))
    );
}

#[test]
fn other_evidence_is_told_and_a_translation_is_still_silence() {
    let with = |completion: &str, address: &str, fr: &str| {
        let mut milestone = milestone(completion, "");
        milestone["status"]["evidence"] =
            json!([{"en": address, "label": {"en": "Page", "fr": fr, "source": "en"}}]);
        plan(&[milestone])
    };
    assert_eq!(found(&with("C", "https://a.example", ""), &with("C", "https://b.example", "")), ["evidence"]);
    assert_eq!(found(&with("C", "https://a.example", ""), &with("C", "https://a.example", "Page")), [""; 0]);
    let (one, other) = (with("LP", "https://a.example", ""), with("LP", "https://a.example", "Page"));
    assert_eq!(found(&one, &other), ["silent"]);
    let (one, other) = (with("SP", "https://a.example", ""), with("C", "https://b.example", ""));
    assert_eq!(found(&one, &other), ["completed", "evidence"]);
}

#[test]
fn what_is_reported_beside_milestones_comes_and_goes_too() {
    let with = |change: fn(&mut Value)| {
        let mut it = serde_json::to_value(plan(&[])).unwrap();
        it["meetings"] = json!({"t": {"id": "t", "workplan": "w", "name": {"en": "Councils", "source": "en"}, "date": "2019-09-25"}});
        it["cycles"] = json!({"c": {"id": "c", "meeting": "t", "state": "open"},
            "d": {"id": "d", "meeting": "t", "state": "open"}});
        let step = json!({"id": "n", "cycle": "c", "position": "b", "text": {"en": "Meet", "source": "en"}});
        it["next_steps"] = json!({"n": step});
        change(&mut it);
        serde_json::from_value::<Plan>(it).unwrap()
    };
    let as_it_was = with(|_| {});
    assert_eq!(found(&as_it_was, &with(|it| it["next_steps"] = json!({}))), ["removed"]);
    assert_eq!(found(&with(|it| it["next_steps"] = json!({})), &as_it_was), ["added"]);
    let carried = with(|it| {
        it["next_steps"]["m"] = it["next_steps"]["n"].clone();
        it["next_steps"]["m"]["id"] = json!("m");
        it["next_steps"]["m"]["cycle"] = json!("d");
        it["next_steps"]["m"]["carried_from"] = json!("n");
    });
    assert_eq!(found(&as_it_was, &carried), [""; 0]);
    let priority = |it: &mut Value| {
        it["priorities"]["q"] = it["priorities"]["p"].clone();
        it["priorities"]["q"]["id"] = json!("q");
        it["milestones"]["m"] = milestone("C", "");
        it["milestones"]["m"]["priority"] = json!("q");
    };
    let before = with(|it| it["milestones"]["m"] = milestone("C", ""));
    assert_eq!(found(&before, &with(priority)), ["moved", "added"]);
}

#[test]
fn a_moved_meeting_and_what_is_due_in_its_cycle_are_told() {
    let with = |date: &str, name: &str, due: Value, state: &str| {
        let mut it = serde_json::to_value(plan(&[])).unwrap();
        let name = json!({"en": name, "source": "en"});
        it["meetings"] = json!({"t": {"id": "t", "workplan": "w", "name": name, "date": date}});
        it["cycles"] = json!({"c": {"id": "c", "meeting": "t", "state": "open"}});
        if !due.is_null() {
            it["cycles"]["c"]["submissions_due"] = due;
        }
        let text = json!({"en": "Talk", "source": "en"});
        let words =
            json!({"words": {"en": "late fall", "fr": "fin de l’automne", "source": "en", "state": state}});
        it["next_steps"] =
            json!({"n": {"id": "n", "cycle": "c", "position": "b", "text": text, "when": words}});
        serde_json::from_value::<Plan>(it).unwrap()
    };
    let before = with("2019-09-25", "Councils", json!("2019-08-14"), "draft");
    // That the translation of a date in words was approved moves nothing.
    assert!(since(&before, &with("2019-09-25", "Councils", json!("2019-08-14"), "approved")).is_empty());
    let told = since(&before, &with("2019-10-09", "Joint Councils", Value::Null, "draft"));
    let [Difference::Date { kind: Kind::Meeting, field, before: was, after: is, .. }, cycle, name] =
        told.as_slice()
    else {
        panic!("{told:?}")
    };
    assert_eq!(
        (field.as_str(), was, is),
        ("date", &PlanDate::parse("2019-09-25"), &PlanDate::parse("2019-10-09"))
    );
    let due = Difference::Date {
        kind: Kind::Cycle,
        id: Id::parse("c").unwrap(),
        field: "submissions_due".into(),
        before: PlanDate::parse("2019-08-14"),
        after: None,
    };
    assert_eq!(cycle, &due);
    assert!(matches!(name, Difference::Translation { kind: Kind::Meeting, .. }), "{name:?}");
}

#[test]
fn between_a_plan_and_the_one_that_follows_it_what_was_carried_over_is_told_as_what_it_was() {
    let with = |change: &dyn Fn(&mut Value)| {
        let mut it = json!(plan(&[milestone("LP", "2019-Q3")]));
        it["milestones"]["done"] = milestone("C", "");
        it["milestones"]["done"]["id"] = json!("done");
        it["milestones"]["left"] = milestone("NS", "");
        it["milestones"]["left"]["id"] = json!("left");
        it["priorities"]["p"]["leads"] =
            json!([{"jurisdiction": "CA-ON", "to": "2019-06-30"}, {"jurisdiction": "CA-QC"}]);
        change(&mut it);
        serde_json::from_value::<Plan>(it).unwrap()
    };
    let followed = |change: &dyn Fn(&mut Value)| {
        with(&|it| {
            for (list, old, new) in
                [("workplans", "w", "w2"), ("priorities", "p", "p2"), ("milestones", "m", "m2")]
            {
                it[list][new] = it[list][old].clone();
                it[list][new]["id"] = json!(new);
                it[list][new]["carried_from"] = json!(old);
            }
            it["workplans"]["w"]["state"] = json!("closed");
            it["priorities"]["p2"]["workplan"] = json!("w2");
            it["priorities"]["p2"]["leads"] = json!([{"jurisdiction": "CA-QC", "from": "2020-04-01"}]);
            it["milestones"]["m2"]["priority"] = json!("p2");
            change(it);
        })
    };
    let before = with(&|_| {});
    // Of what was open, the one that nobody took along is told.
    assert_eq!(found(&before, &followed(&|_| {})), ["silent", "dropped", "otherwise"]);
    let moved = followed(&|it| {
        it["milestones"]["m2"]["status"]["completion"] = json!("C");
        it["milestones"]["m2"]["due"] = json!("2019-Q4");
        it["priorities"]["p2"]["leads"] = json!([{"jurisdiction": "CA-AB"}]);
    });
    assert_eq!(found(&before, &moved), ["completed", "slipped", "dropped", "leads", "otherwise"]);
    let new = followed(&|it| it["milestones"]["m2"]["carried_from"] = Value::Null);
    assert_eq!(found(&before, &new), ["new", "dropped", "dropped", "otherwise"]);
    // What came about before the plan was closed is told, and not that it was left behind.
    let finished = followed(&|it| {
        it["milestones"]["left"]["status"]["completion"] = json!("C");
        it["milestones"]["done"]["status"]["completion"] = json!("SP");
    });
    assert_eq!(found(&before, &finished), ["silent", "regressed", "completed", "otherwise"]);
}
