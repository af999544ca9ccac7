//! A closed reporting cycle: what the councils were told of it changes only after it was
//! reopened.

mod common;

use common::{Desk, act, co_chair, code, edit, id, lead, now, secretariat, set_status, status, text};
use jalon_domain::problem::{Objects, objects};
use jalon_domain::{Actor, Kind, Lang, Role, Vector, clearance};
use jalon_store::{Item, Receiver, Store};
use jalon_words::Words;
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
    json!({"action": "reopen_cycle", "cycle": "cy"})
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
fn a_closed_cycle_and_its_meeting_keep_their_names_and_dates_until_it_is_reopened() {
    let mut desk = desk();
    let next = desk.store.plan().unwrap().cycles["cy2"].meeting.clone();
    let other = create("cycle", "cy3", json!({"meeting": "meet", "state": "open"}));
    desk.act(&secretariat(), other).unwrap();
    desk.act(&secretariat(), close()).unwrap();
    let all = [
        edit("cy", json!({"opens": "2019-07-30"})),
        edit("cy", json!({"submissions_due": "2019-08-15"})),
        edit("cy", json!({"approvals_due": "2019-09-11", "state": "open"})),
        edit("cy", json!({"meeting": next})),
        edit("meet", json!({"name.en": "Joint Councils"})),
        edit("meet", json!({"name.fr": "Conseils mixtes"})),
        edit("meet", json!({"date": "2019-09-26"})),
        edit("meet", json!({"place": text("Ottawa", "Ottawa")})),
        json!({"action": "approve_translation", "id": "meet", "field": "name"}),
        json!({"action": "delete", "id": "cy"}),
        json!({"action": "delete", "id": "meet"}),
    ];
    let before = desk.store.plan().unwrap();
    for action in &all {
        // What others still refer to is not deleted anyway.
        let deletes = action["action"] == "delete";
        let expected = if deletes { "failure-store-referred" } else { "failure-cycle-closed" };
        assert_eq!(code(desk.act(&secretariat(), action.clone())), expected, "{action}");
        assert_eq!(desk.store.plan().unwrap(), before);
    }
    desk.act(&secretariat(), edit("cy3", json!({"opens": "2019-07-30"}))).unwrap();
    desk.act(&secretariat(), reopen()).unwrap();
    for action in &all[4..9] {
        desk.act(&secretariat(), action.clone()).unwrap_or_else(|error| panic!("{action}: {error}"));
    }
    desk.act(&secretariat(), edit("cy", json!({"opens": "2019-07-30"}))).unwrap();
}

#[test]
fn an_empty_closed_cycle_and_its_meeting_are_not_deleted() {
    let mut desk = desk();
    let next = desk.store.plan().unwrap().cycles["cy2"].meeting.clone();
    let delete = |id: &str| json!({"action": "delete", "id": id});
    desk.act(&secretariat(), json!({"action": "close_cycle", "cycle": "cy2"})).unwrap();
    assert_eq!(code(desk.act(&secretariat(), delete("cy2"))), "failure-cycle-closed");
    desk.act(&secretariat(), edit("cy2", json!({"state": "open"}))).unwrap();
    desk.act(&secretariat(), delete("cy2")).unwrap();
    desk.act(&secretariat(), delete(next.as_str())).unwrap();
}

#[test]
fn a_plan_file_reopens_no_cycle_and_changes_nothing_in_a_closed_one() {
    let mut desk = desk();
    let open = objects(&desk.store.plan().unwrap());
    let mut closing = open.clone();
    closing.get_mut(&Kind::Cycle).unwrap().get_mut("cy").unwrap()["state"] = json!("closed");
    closing.get_mut(&Kind::Meeting).unwrap().get_mut("meet").unwrap()["date"] = json!("2019-09-24");
    let files = |mut file: Objects| {
        file.retain(|kind, _| [Kind::Cycle, Kind::Meeting, Kind::Achievement].contains(kind));
        file
    };
    // What closes a cycle may bring in what else the file says of it, and is taken back whole.
    desk.store.import(&secretariat(), &files(closing.clone()), false).unwrap();
    assert_eq!(desk.store.plan().unwrap().cycles["cy"].state, "closed");
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert_eq!(objects(&desk.store.plan().unwrap()), open);
    desk.act(&secretariat(), json!({"action": "redo"})).unwrap();
    assert_eq!(objects(&desk.store.plan().unwrap()), closing);

    let mut reworded = closing.clone();
    reworded.get_mut(&Kind::Achievement).unwrap().get_mut("a1").unwrap()["text"]["en"] = json!("Other");
    let mut dated = closing.clone();
    dated.get_mut(&Kind::Cycle).unwrap().get_mut("cy").unwrap()["opens"] = json!("2019-07-01");
    let mut renamed = closing.clone();
    renamed.get_mut(&Kind::Meeting).unwrap().get_mut("meet").unwrap()["name"]["en"] = json!("Other");
    let opened = |mut file: Objects| {
        file.get_mut(&Kind::Cycle).unwrap().get_mut("cy").unwrap()["state"] = json!("open");
        file
    };
    let both = |file: &Objects| [file.clone(), opened(file.clone())];
    let refused = [both(&reworded), both(&dated), both(&renamed)].concat();
    for file in refused.into_iter().chain([opened(closing.clone())]) {
        let failure = desk.store.import(&secretariat(), &files(file), false).map(drop).unwrap_err().failure();
        assert_eq!(failure.code, "failure-cycle-closed");
        let told = Lang::BOTH.map(|lang| Words::of(lang).failure(&failure));
        assert!(told.iter().all(|told| told.contains("jalon cycle reopen cy")), "{told:?}");
        assert_eq!(objects(&desk.store.plan().unwrap()), closing);
    }
    assert_eq!(desk.store.import(&secretariat(), &files(closing), false).unwrap().edited, []);
    desk.act(&secretariat(), reopen()).unwrap();
    desk.store.import(&secretariat(), &files(reworded), false).unwrap();
}

#[test]
fn undo_and_redo_reach_into_no_closed_cycle() {
    let mut desk = Desk::new();
    let take = |action: &str| json!({"action": action});
    desk.act(&co_chair(), edit("meet", json!({"date": "2019-09-26"}))).unwrap();
    desk.act(&secretariat(), edit("cy", json!({"opens": "2019-07-30"}))).unwrap();
    desk.act(&secretariat(), close()).unwrap();
    assert_eq!(code(desk.act(&co_chair(), take("undo"))), "failure-cycle-closed");
    desk.act(&secretariat(), take("undo")).unwrap();
    desk.act(&secretariat(), take("undo")).unwrap();
    desk.act(&co_chair(), take("undo")).unwrap();
    let as_given = objects(&desk.store.plan().unwrap());
    assert_eq!(as_given, objects(&Desk::new().store.plan().unwrap()));
    let chair_closes = edit("cy", json!({"state": "closed", "approvals_due": "2019-09-11"}));
    let for_herself = jalon_store::Context::new(Actor::new("D", Role::CoChair, Some(id("CA"))), now());
    desk.act(&for_herself, chair_closes).unwrap();
    assert_eq!(code(desk.act(&co_chair(), take("redo"))), "failure-cycle-closed");
    assert_eq!(code(desk.act(&secretariat(), take("redo"))), "failure-cycle-closed");
    desk.act(&for_herself, take("undo")).unwrap();
    assert_eq!(objects(&desk.store.plan().unwrap()), as_given);
    desk.act(&co_chair(), take("redo")).unwrap();
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
