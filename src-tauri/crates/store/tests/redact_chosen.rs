//! A redaction chooses between no versions, and is no work on what was deleted.

mod common;
mod met;

use common::*;
use jalon_domain::Actor;
use jalon_store::Context;
use met::{met, sound};
use serde_json::{Value, json};

fn because() -> Context {
    Context { reason: Some("personal information".into()), ..secretariat() }
}

fn stale(desk: &Desk, mut action: Value) -> Value {
    action["bases"] = json!({});
    action["bases"] = json!(desk.store.bases_for(&read(action.clone())).unwrap());
    action
}

/// Two people did this to the same thing at once; the change that each made of a field,
/// in the order in which they did it.
fn at_once(
    desk: &mut Desk,
    [first, second]: [(Context, Value); 2],
    entity: &str,
    field: &str,
) -> [String; 2] {
    let late = stale(desk, second.1);
    desk.act(&first.0, first.1).unwrap();
    let before = desk.store.heads(&id(entity)).unwrap()[field][0].change.clone();
    desk.act(&second.0, late).unwrap();
    let heads = desk.store.heads(&id(entity)).unwrap().remove(field).unwrap();
    assert_eq!(heads.len(), 2, "{heads:?}");
    let after = heads.iter().find(|head| head.change != before).unwrap().change.clone();
    [before, after]
}

fn values(desk: &Desk, entity: &str, field: &str) -> Vec<Value> {
    let heads = desk.store.heads(&id(entity)).unwrap().remove(field).unwrap();
    heads.into_iter().map(|head| head.value).collect()
}

fn open(desk: &Desk) -> Vec<(String, String)> {
    let conflicts = desk.store.check().unwrap().conflicts;
    conflicts.iter().map(|(id, field)| (id.to_string(), field.clone())).collect()
}

fn choose(desk: &mut Desk, entity: &str, field: &str, value: &Value) {
    let resolve = json!({"action": "resolve", "id": entity, "field": field, "value": value});
    let resolve = stale(desk, resolve);
    desk.act(&secretariat(), resolve).unwrap();
    assert_eq!(open(desk), []);
}

fn with_reason(completion: &str, outlook: &str, reason: &str) -> Value {
    let mut status = status(completion, outlook);
    status["reason"] = text(reason, "");
    status
}

#[test]
fn each_version_of_a_status_keeps_its_figures_and_a_person_chooses() {
    let theirs = (co_chair(), set_status("m1", with_reason("SP", "on_track", "Jane Doe said so")));
    let ours = (for_alberta(), set_status("m1", with_reason("LP", "off_track", "No staff")));
    for (n, actions) in [[theirs.clone(), ours.clone()], [ours, theirs]].into_iter().enumerate() {
        for (chosen, all) in [("SP", false), ("LP", false), ("SP", true)] {
            let mut desk = Desk::new();
            let changes = at_once(&mut desk, actions.clone(), "m1", "status");
            let named = if all { Vec::new() } else { vec![changes[n].clone()] };
            let done = desk.store.redact(&because(), &id("m1"), "status.reason", &named).unwrap();
            assert_eq!(done.changes.conflicts, [(id("m1"), "status".to_owned())]);
            assert_eq!(open(&desk), [("m1".to_owned(), "status".to_owned())]);
            let mut told: Vec<(Value, Value, Value)> = values(&desk, "m1", "status")
                .into_iter()
                .map(|it| (it["completion"].clone(), it["outlook"].clone(), it["reason"]["en"].clone()))
                .collect();
            told.sort_by_key(|it| it.0.to_string());
            let kept = if all { "[redacted]" } else { "No staff" };
            let expected = [
                (json!("LP"), json!("off_track"), json!(kept)),
                (json!("SP"), json!("on_track"), json!("[redacted]")),
            ];
            assert_eq!(told, expected);
            assert_eq!(desk.store.problems().unwrap(), []);
            // In a store that hears of it, too.
            let other = met(&desk);
            sound(&other.store);
            assert_eq!(other.store.all_heads().unwrap(), desk.store.all_heads().unwrap());
            assert_eq!(open(&other), open(&desk));
            let value = values(&desk, "m1", "status").into_iter().find(|it| it["completion"] == chosen);
            choose(&mut desk, "m1", "status", &value.unwrap());
            assert_eq!(desk.store.plan().unwrap().milestones["m1"].status.completion.code(), chosen);
        }
    }
}

#[test]
fn a_version_of_a_text_or_a_date_that_is_left_stays_and_the_other_can_be_chosen_too() {
    let words = |en: &str| edit("n1", json!({"text.en": en}));
    let when = |day: &str| edit("n1", json!({"when": day}));
    let sides = [
        ("text.en", words("Ask Jane Doe"), words("Ask around"), json!("Ask around"), json!("[redacted]")),
        {
            let said =
                json!({"words": {"en": "[redacted]", "fr": "[caviardé]", "source": "en", "state": "draft"}});
            ("when", when("2019-11-02"), when("2020"), json!({"year": 2020}), said)
        },
    ];
    for (field, theirs, ours, left, stands) in sides {
        for turned in [false, true] {
            let mut actions = [(co_chair(), theirs.clone()), (secretariat(), ours.clone())];
            if turned {
                actions.reverse();
            }
            for keeps in [false, true] {
                let mut desk = Desk::new();
                let changes = at_once(&mut desk, actions.clone(), "n1", field);
                let kept = values(&desk, "n1", field);
                let named = [changes[usize::from(turned)].clone()];
                desk.store.redact(&because(), &id("n1"), field, &named).unwrap();
                let now = values(&desk, "n1", field);
                assert!(now.contains(&stands) && now.iter().any(|it| kept.contains(it)), "{now:?} {left}");
                assert_eq!(open(&desk), [("n1".to_owned(), field.to_owned())]);
                let value = now.into_iter().find(|it| (*it == stands) != keeps).unwrap();
                choose(&mut desk, "n1", field, &value);
                assert_eq!(values(&desk, "n1", field), [value]);
            }
        }
    }
}

#[test]
fn all_versions_of_a_text_that_cannot_be_missing_end_as_words_that_say_so() {
    let mut desk = Desk::new();
    let words = |en: &str| edit("n1", json!({"text.en": en}));
    let actions = [(co_chair(), words("Ask Jane Doe")), (secretariat(), words("Ask Jane"))];
    at_once(&mut desk, actions, "n1", "text.en");
    desk.store.redact(&because(), &id("n1"), "text", &[]).unwrap();
    assert_eq!(open(&desk), [], "they say the same");
    let text = desk.store.plan().unwrap().next_steps["n1"].text.clone();
    assert_eq!((text.en.as_str(), text.fr.as_str()), ("[redacted]", "[caviardé]"));
}

#[test]
fn what_is_redacted_in_something_deleted_is_no_work_on_it() {
    let mut desk = Desk::new();
    let lost = with_reason("LP", "at_risk", "Jane Doe is ill");
    desk.act(&co_chair(), set_status("m1", lost)).unwrap();
    for entity in ["n1", "m1"] {
        desk.act(&co_chair(), json!({"action": "delete", "id": entity})).unwrap();
    }
    let done = desk.store.redact(&because(), &id("n1"), "text", &[]).unwrap();
    assert_eq!(done.changes.conflicts, []);
    desk.store.redact(&because(), &id("m1"), "status", &[]).unwrap();
    for store in [&desk, &met(&desk)] {
        assert_eq!(open(store), []);
        assert_eq!(store.store.disputes(&Actor::secretariat()).unwrap(), []);
    }
    // Brought back, it says what became of its words, and is what it was.
    for _ in 0..2 {
        desk.act(&co_chair(), json!({"action": "undo"})).unwrap();
    }
    let plan = desk.store.plan().unwrap();
    assert_eq!(plan.next_steps["n1"].text.en, "[redacted]");
    assert_eq!(plan.milestones["m1"].status.completion.code(), "LP");
    assert_eq!(desk.store.problems().unwrap(), []);
}

#[test]
fn a_redaction_here_and_a_deletion_elsewhere_are_no_conflict() {
    for (entity, field) in [("n1", "text"), ("m1", "status"), ("m1", "title")] {
        let mut here = Desk::new();
        let late = with_reason("LP", "at_risk", "Jane Doe is ill");
        here.act(&co_chair(), set_status("m1", late)).unwrap();
        let mut there = met(&here);
        here.store.redact(&because(), &id(entity), field, &[]).unwrap();
        there.act(&co_chair(), json!({"action": "delete", "id": entity})).unwrap();
        for _ in 0..2 {
            there.store.receive(now(), met::everything(&here.store), false).unwrap();
            here.store.receive(now(), met::everything(&there.store), false).unwrap();
        }
        for desk in [&here, &there] {
            assert_eq!(open(desk), [], "{entity} {field}");
            assert_eq!(desk.store.disputes(&Actor::secretariat()).unwrap(), []);
        }
        assert_eq!(here.store.plan().unwrap(), there.store.plan().unwrap());
        // What somebody else writes there still is.
        let mut third = met(&there);
        there.act(&secretariat(), edit("m2", json!({"due": "2021"}))).unwrap();
        third.act(&co_chair(), json!({"action": "delete", "id": "m2"})).unwrap();
        third.store.receive(now(), met::everything(&there.store), false).unwrap();
        assert_eq!(open(&third), [("m2".to_owned(), "$deleted".to_owned())]);
    }
}
