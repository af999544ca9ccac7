//! A closed reporting cycle: what the councils were told of it changes only after it was
//! reopened.

mod common;

use common::*;
use jalon_domain::{Actor, Vector, clearance};
use jalon_store::{Item, Receiver, Store};
use serde_json::{Value, json};

fn create(kind: &str, entity: &str, fields: Value) -> Value {
    json!({"action": "create", "kind": kind, "id": entity, "fields": fields})
}

fn achievement(entity: &str) -> Value {
    let fields =
        json!({"cycle": "cy", "jurisdiction": "CA-ON", "text": text("Portal", "Portail"), "ongoing": true});
    create("achievement", entity, fields)
}

/// A desk whose cycle holds something of each kind.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let progress = json!({"cycle": "cy", "priority": "p1", "text": text("Half done", "")});
    for action in [
        achievement("a1"),
        create("progress", "g1", progress),
        create("event", "ev", json!({"cycle": "cy", "title": text("Summit", "Sommet")})),
        create("outcome", "out", json!({"event": "ev", "title": text("Results", "")})),
        create("point", "pt", json!({"owner": "out", "text": text("First", "")})),
        json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "name": text("C", "C"), "date": "2020-02-26"}),
    ] {
        desk.act(&secretariat(), action).unwrap();
    }
    desk
}

fn close() -> Value {
    json!({"action": "close_cycle", "cycle": "cy"})
}

fn reopen() -> Value {
    edit("cy", json!({"state": "open"}))
}

#[test]
fn nothing_of_a_closed_cycle_is_written_before_it_is_reopened() {
    let mut desk = desk();
    let content = clearance::content(&desk.store.plan().unwrap(), &id("a1")).unwrap();
    desk.act(&secretariat(), close()).unwrap();
    let challenge = |cycle: &str| json!({"cycle": cycle, "text": text("Law", ""), "attribution": "internal"});
    let actions = [
        achievement("a2"),
        create("challenge", "h2", challenge("cy")),
        create("progress", "g2", json!({"cycle": "cy", "priority": "p1", "text": text("Done", "")})),
        create("next_step", "n2", json!({"cycle": "cy", "parent": "n1", "text": text("Then", "")})),
        create("figure", "f1", json!({"event": "ev", "value": 3, "label": text("People", "")})),
        create("point", "pt2", json!({"owner": "ev", "text": text("Second", "")})),
        edit("a1", json!({"text.en": "Other words"})),
        edit("a1", json!({"cycle": "cy2"})),
        edit("ch", json!({"done": true})),
        edit("g1", json!({"text.fr": "À moitié"})),
        edit("pt", json!({"text.en": "Other words"})),
        json!({"action": "approve_translation", "id": "a1", "field": "text"}),
        json!({"action": "delete", "id": "n1"}),
        json!({"action": "delete", "id": "pt"}),
        json!({"action": "clear_item", "item": "a1", "jurisdiction": "CA-ON", "content": content}),
        json!({"action": "set_submission", "cycle": "cy", "jurisdiction": "CA-ON", "state": "submitted"}),
    ];
    for action in actions {
        let by = match action["action"].as_str() {
            Some("clear_item" | "set_submission") => lead("CA-ON"),
            _ => secretariat(),
        };
        let before = desk.store.plan().unwrap();
        assert_eq!(code(desk.act(&by, action.clone())), "failure-cycle-closed", "{action}");
        assert_eq!(desk.store.plan().unwrap(), before);
        desk.act(&secretariat(), reopen()).unwrap();
        desk.act(&by, action.clone()).unwrap_or_else(|error| panic!("{action}: {error}"));
        desk = self::desk();
        desk.act(&secretariat(), close()).unwrap();
    }
}

#[test]
fn what_a_closed_cycle_is_read_for_goes_on() {
    let mut desk = desk();
    let unissued =
        json!({"cycle": "cy", "text": text("Law", ""), "attribution": "anonymous", "origins": ["CA-ON"]});
    desk.act(&lead("CA-ON"), create("challenge", "h1", unissued)).unwrap();
    desk.act(&secretariat(), close()).unwrap();
    desk.act(&co_chair(), set_status("m1", status("SP", "on_track"))).unwrap();
    desk.act(&secretariat(), create("next_step", "n2", json!({"cycle": "cy2", "text": text("Next", "")})))
        .unwrap();
    desk.store.carry_over(&secretariat(), &id("cy"), &id("cy2")).unwrap();
    desk.act(&secretariat(), json!({"action": "issue_challenges"})).unwrap();
    let redact = json!({"action": "redact", "id": "n1", "field": "text", "changes": []});
    let why = jalon_store::Context { reason: Some("Personal".into()), ..secretariat() };
    desk.act(&why, redact).unwrap();
}

#[test]
fn closing_is_taken_back_before_what_went_before_it() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), achievement("a1")).unwrap();
    desk.act(&co_chair(), close()).unwrap();
    let undo = || json!({"action": "undo"});
    assert_eq!(code(desk.act(&secretariat(), undo())), "failure-cycle-closed");
    desk.act(&co_chair(), undo()).unwrap();
    desk.act(&secretariat(), undo()).unwrap();
    assert!(desk.store.plan().unwrap().achievements.is_empty());
}

#[test]
fn what_arrives_for_a_closed_cycle_is_taken_in() {
    let mut desk = Desk::new();
    let everything = |store: &Store| -> Vec<Item> {
        store.outgoing(&Vector::default(), Receiver::Secretariat, &Actor::secretariat()).unwrap()
    };
    let mut other = Store::create(&desk.folder.path().join("other.jalon"), now()).unwrap();
    other.receive(now(), everything(&desk.store), false).unwrap();
    desk.act(&secretariat(), close()).unwrap();
    act(&mut other, &secretariat(), achievement("a1")).unwrap();
    let received = desk.store.receive(now(), everything(&other), false).unwrap();
    assert_eq!((received.applied, received.refused.len()), (1, 0));
    assert!(desk.store.plan().unwrap().achievements.contains_key("a1"));
    assert!(desk.store.check().unwrap().is_sound());
}
