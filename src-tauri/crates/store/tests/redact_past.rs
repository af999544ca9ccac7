//! What past moments show of what was redacted since.

mod common;

use common::*;
use jalon_domain::Vector;
use jalon_store::{Context, Receiver, Store};
use serde_json::json;

#[test]
fn what_stood_before_keeps_its_figures_and_says_that_words_were_redacted() {
    let mut desk = Desk::new();
    let status = |completion: &str, outlook: &str| {
        let reason = json!({"en": "Jane Roe is ill", "source": "en", "state": "missing"});
        json!({"completion": completion, "outlook": outlook, "reason": reason})
    };
    let mut moments = Vec::new();
    for (completion, outlook, due) in [("LP", "at_risk", "2020-Q1"), ("SP", "off_track", "2020-Q2")] {
        desk.act(&co_chair(), set_status("m1", status(completion, outlook))).unwrap();
        desk.act(&co_chair(), edit("m1", json!({"due": due}))).unwrap();
        moments.push(desk.store.vector().unwrap());
    }
    desk.act(
        &co_chair(),
        set_status("m1", json!({"completion": "C", "evidence": [{"en": "https://example.org"}]})),
    )
    .unwrap();
    moments.push(desk.store.vector().unwrap());
    let why = Context { reason: Some("Personal information".into()), ..secretariat() };
    for field in ["status.reason", "due"] {
        desk.store.redact(&why, &id("m1"), field, &[]).unwrap();
    }
    // Much that came later changes from which side the past is read.
    let check = |store: &Store| {
        let told: Vec<String> = moments
            .iter()
            .map(|at| {
                let plan = store.plan_as_of(at).unwrap();
                let milestone = &plan.milestones["m1"];
                let reason = milestone.status.reason.as_ref().map_or("", |reason| reason.fr.as_str());
                let due = json!(milestone.due);
                format!("{:?} {reason} {}", milestone.status.completion, due["words"]["en"])
            })
            .collect();
        let gone = r#""[redacted]""#;
        let expected = ["LimitedProgress [caviardé]", "SubstantialProgress [caviardé]", "Complete "];
        assert_eq!(told, expected.map(|stood| format!("{stood} {gone}")));
    };
    check(&desk.store);
    for n in 0..40 {
        desk.act(&secretariat(), edit("m2", json!({"title.en": format!("Title {n}")}))).unwrap();
    }
    check(&desk.store);
    let items = desk.store.outgoing(&Vector::default(), Receiver::Secretariat, &secretariat().actor).unwrap();
    assert!(!items.iter().any(|item| item.to_line().contains("Jane")));
    let folder = tempfile::tempdir().unwrap();
    let mut other = Store::create(&folder.path().join("plan.jalon"), now()).unwrap();
    other.receive(now(), items, false).unwrap();
    check(&other);
}

#[test]
fn a_meeting_whose_former_day_was_redacted_is_in_the_past_with_all_that_was_reported() {
    let mut desk = Desk::new();
    let before = desk.store.vector().unwrap();
    let then = desk.store.plan_as_of(&before).unwrap();
    desk.act(&secretariat(), edit("meet", json!({"date": "2019-09-26"}))).unwrap();
    let why = Context { reason: Some("Personal information".into()), ..secretariat() };
    desk.store.redact(&why, &id("meet"), "date", &[]).unwrap();
    for more in 0..60 {
        let plan = desk.store.plan_as_of(&before).unwrap();
        // The day of now stands there: without any, the meeting would not.
        assert_eq!(plan.meetings["meet"].date.to_string(), "2019-09-26");
        assert_eq!((plan.cycles, plan.challenges), (then.cycles.clone(), then.challenges.clone()));
        let title = format!("Title {more}");
        desk.act(&secretariat(), edit("m2", json!({"title.en": title}))).unwrap();
    }
    let now_stands = desk.store.plan().unwrap();
    assert_eq!(now_stands.meetings["meet"].date.to_string(), "2019-09-26");
}
