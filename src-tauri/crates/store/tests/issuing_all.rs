//! What is said to be issued is: whom a challenge no longer names, and what is in a closed
//! plan.

mod common;
mod offices;

use common::*;
use jalon_domain::{Actor, Lang, Vector};
use jalon_store::Receiver;
use jalon_words::Words;
use offices::{Stores, empty, hash, issue, send};
use serde_json::{Value, json};

fn create(attribution: &str, more: Value) -> Value {
    let mut fields = json!({"cycle": "cy", "text": text("Law", "Droit"), "attribution": attribution,
        "origins": ["CA-ON"]});
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({"action": "create", "kind": "challenge", "id": "ch2", "fields": fields})
}

#[test]
fn whom_it_named_while_it_was_named_is_taken_back_with_its_mark() {
    let marks = [("anonymous", json!([])), ("anonymous", Value::Null), ("internal", json!([]))];
    // Whoever wrote it: what its lead did is hidden today, and was not when it was read.
    for ((mark, nobody), by_lead) in marks.iter().flat_map(|it| [(it, false), (it, true)]) {
        let mut all = Stores::new();
        let mut named = create("named", json!({"jurisdictions": ["CA-ON"]}));
        named["fields"].as_object_mut().unwrap().remove("origins");
        if by_lead {
            all.lead_does(named);
        } else {
            all.secretariat.act(&secretariat(), named).unwrap();
            all.round();
        }
        assert_eq!(all.alberta.store.plan().unwrap().challenges["ch2"].jurisdictions, [id("CA-ON")]);
        all.lead_does(edit(
            "ch2",
            json!({"attribution": mark, "jurisdictions": nobody, "origins": ["CA-ON"]}),
        ));
        all.issued();
        for desk in [&all.alberta, &all.ontario, &all.secretariat] {
            let shown = &desk.store.plan().unwrap().challenges["ch2"];
            assert_eq!((shown.attribution.as_str(), shown.jurisdictions.len()), (*mark, 0));
            assert_eq!(desk.store.problems().unwrap(), []);
        }
        let sent =
            all.secretariat.store.outgoing(&Vector::default(), Receiver::Everybody, &Actor::secretariat());
        let sent = sent.unwrap();
        let issued = sent.iter().map(|item| item.to_line()).find(|line| line.contains("issue_challenges"));
        assert!(!issued.unwrap().contains("CA-ON"), "that it names nobody any more is all that goes out");
    }
}

#[test]
fn nothing_is_said_to_be_issued_while_words_in_a_closed_plan_are_not() {
    let mut all = Stores::new();
    all.lead_does(create("anonymous", json!({})));
    let close = |lessons: Value| json!({"action": "close_plan", "workplan": "w", "lessons": lessons});
    let lessons = json!({"p1": text("Begin earlier", "Commencer plus tôt")});
    all.secretariat.act(&secretariat(), close(lessons)).unwrap();
    let refused = all.secretariat.act(&secretariat(), issue()).expect_err("a refusal").failure();
    assert_eq!(refused.code, "failure-cycle-issued-in-closed");
    for lang in Lang::BOTH {
        let said = Words::of(lang).failure(&refused);
        assert!(said.contains("ch2") && said.contains("(w)") && said.contains("jalon plan reopen"), "{said}");
    }
    all.round();
    assert_eq!(all.alberta.store.unseen().unwrap(), 1);
    let reopen = json!({"action": "reopen_plan", "workplan": "w", "reason": "A challenge"});
    all.secretariat.act(&secretariat(), reopen).unwrap();
    all.issued();
    all.secretariat.act(&secretariat(), close(json!({}))).unwrap();
    all.agree();
    assert_eq!(code(all.secretariat.act(&secretariat(), issue())), "failure-store-nothing-changes");
}

#[test]
fn what_its_lead_took_back_before_it_was_issued_is_gone_where_it_was_heard() {
    let withdrawn = |desk: &Desk| {
        let shown = desk.store.plan().unwrap().challenges.get("ch2").cloned();
        shown.is_none_or(|it| it.attribution == "internal" && it.jurisdictions.is_empty())
    };
    let back = edit("ch2", json!({"attribution": "internal", "jurisdictions": [], "origins": ["CA-ON"]}));
    for taken_back in [back, json!({"action": "delete", "id": "ch2"})] {
        let mut all = Stores::new();
        let mut named = create("named", json!({"jurisdictions": ["CA-ON"]}));
        named["fields"].as_object_mut().unwrap().remove("origins");
        all.lead_does(named);
        let unnamed = json!({"attribution": "anonymous", "jurisdictions": [], "origins": ["CA-ON"]});
        all.lead_does(edit("ch2", unnamed));
        all.lead_does(taken_back);
        all.secretariat.act(&secretariat(), issue()).unwrap();
        all.round();
        // Who comes later has heard none of it.
        let mut late = empty();
        send(&all.secretariat, &mut late, Receiver::Everybody, &Actor::secretariat());
        for desk in [&all.alberta, &all.ontario, &all.secretariat, &late] {
            assert!(withdrawn(desk), "{:?}", desk.store.plan().unwrap().challenges.get("ch2"));
            assert_eq!(desk.store.problems().unwrap(), []);
            assert_eq!(hash(desk), hash(&all.secretariat));
        }
        assert_eq!(code(all.secretariat.act(&secretariat(), issue())), "failure-store-nothing-changes");
    }
}
