//! What somebody who writes packages by hand can send, each with the hash that it should
//! have: it is refused in words, or taken in, and the file opens either way.

mod common;
mod forged;

use std::time::{Duration, Instant};

use common::*;
use forged::{change, line, line_after};
use jalon_domain::problem::ProblemKind;
use jalon_domain::{Actor, Lang, Vector};
use jalon_store::{Context, Item, ItemFault, LARGEST_FILE, Parcel, Received, Receiver, Refusal};
use jalon_words::{Words, faults};
use serde_json::{Value, json};

/// A transaction of a person without roles.
fn transaction(id: &str, changes: Value) -> Value {
    json!({"id": id, "action": "edit", "actor": r#"{"name":"X","roles":[]}"#, "audience": "all",
        "schema_v": 1, "made_at": "2019-09-01T12:00:00.000Z", "changes": changes})
}

fn receive(desk: &mut Desk, lines: &[&String]) -> Received {
    let items = lines.iter().map(|line| Item::from_line(line).unwrap()).collect();
    let received = desk.store.receive(now(), items, false).unwrap();
    let report = desk.another().check().unwrap();
    assert!(report.is_sound(), "{:?}", report.damage);
    received
}

/// What a change with these bases says of the person.
fn said(id: &str, field: &str, bases: &[&str]) -> Value {
    let mut said = change(id, "person", "px", field, "\"Quoted\"");
    said["bases"] = json!(json!(bases).to_string());
    said
}

/// A person of that name.
fn person(name: &str) -> Value {
    let name = json!(name).to_string();
    json!([change("e1", "person", "px", "$create", "true"), change("e2", "person", "px", "name", &name)])
}

#[test]
fn one_id_for_two_transactions_is_told_wherever_they_differ() {
    let first = line("a", transaction("t1", person("One")));
    let check = |other: Value| {
        let mut desk = Desk::new();
        receive(&mut desk, &[&first]);
        let received = receive(&mut desk, &[&line("b", other)]);
        assert_eq!((received.applied, received.known), (0, 0));
        assert_eq!(received.refused[0].why, Refusal::Taken("t1".into()));
        for lang in Lang::BOTH {
            assert!(Words::of(lang).failure(&received.refused[0].failure()).contains("t1"));
        }
        assert_eq!(desk.store.plan().unwrap().people["px"].name, "One");
    };
    check(transaction("t1", person("Two")));
    for (part, value) in [("reason", "none"), ("action", "delete"), ("undoes", "t0"), ("on_behalf_of", "{}")]
    {
        let mut other = transaction("t1", person("One"));
        other[part] = json!(value);
        check(other);
    }
    // The same in another chain is known.
    let mut desk = Desk::new();
    let received = receive(&mut desk, &[&first, &line("b", transaction("t1", person("One")))]);
    assert_eq!((received.applied, received.refused), (1, vec![]));
}

#[test]
fn what_takes_itself_back_is_refused_and_what_two_take_back_of_each_other_ends_every_walk() {
    let undo = |id: &str, undoes: &str, changes: Value| {
        let mut undo = transaction(id, changes);
        undo.as_object_mut().unwrap().extend(fields(json!({"action": "undo", "undoes": undoes})));
        undo
    };
    let own = Item::from_line(&line("a", undo("t1", "t1", person("One")))).unwrap_err().failure();
    assert!(Words::of(Lang::En).failure(&own).contains("(undoes)"), "{own:?}");

    // One edits the name, which has a change to go back to, and one adds an address.
    for (field, edited) in [("name", true), ("email", false)] {
        let mut desk = Desk::new();
        let make = json!({"action": "create", "kind": "person", "id": "px", "fields": {"name": "N"}});
        desk.act(&secretariat(), make).unwrap();
        if edited {
            desk.act(&secretariat(), edit("px", json!({"name": "O"}))).unwrap();
        }
        let heads = desk.store.heads(&id("px")).unwrap();
        let head = heads.get(field).map(|heads| heads[0].change.as_str());
        let before: Vec<&str> = ["c1"].into_iter().chain(head).collect();
        let lines = [
            line("a", undo("t1", "t2", json!([said("c1", "mood", &[]), said("c2", field, &before)]))),
            line("b", undo("t2", "t1", json!([said("c3", field, &["c2"]), said("c4", "mood", &["c1"])]))),
        ];
        receive(&mut desk, &lines.each_ref());
        let told = desk.store.history(None).unwrap();
        assert!(told.iter().take(2).all(|entry| entry.undoes.is_none()), "{told:?}");
        let refused = code(desk.act(&secretariat(), json!({"action": "undo"})));
        assert_eq!(refused, "failure-store-changed-since");
    }
}

#[test]
fn what_is_based_on_itself_is_refused_and_a_circle_leaves_no_text_behind() {
    for changes in
        [json!([said("c1", "name", &["c1"])]), json!([said("c1", "name", &["c2"]), said("c2", "email", &[])])]
    {
        let fault = Item::from_line(&line("a", transaction("t1", changes))).unwrap_err();
        assert!(Words::of(Lang::En).failure(&fault.failure()).contains("(bases)"), "{fault:?}");
    }
    let earlier = json!([said("c1", "name", &[]), said("c2", "name", &["c1"])]);
    Item::from_line(&line("a", transaction("t1", earlier))).unwrap();

    // Two that replace each other, where the first says that the other is not to be seen.
    let mut desk = Desk::new();
    receive(&mut desk, &[&line("p", transaction("t0", person("One")))]);
    let mut first: Value =
        serde_json::from_str(&line("a", transaction("t1", json!([said("c1", "name", &["e2", "c2"])]))))
            .unwrap();
    first["hidden"] = json!(["c2"]);
    receive(&mut desk, &[&first.to_string()]);
    let found = |desk: &Desk| desk.store.search("quoted", &Actor::secretariat()).unwrap().hits.len();
    assert_eq!(found(&desk), 1);
    receive(&mut desk, &[&line("b", transaction("t2", json!([said("c2", "name", &["c1"])])))]);
    assert_eq!(found(&desk), 0);
}

#[test]
fn what_was_tabled_here_and_comes_back_without_its_bytes_is_a_problem_and_no_damage() {
    let mut desk = Desk::new();
    let items =
        desk.store.outgoing(&Vector::default(), Receiver::Secretariat, &Actor::secretariat()).unwrap();
    let device = desk.store.device().unwrap();
    let last = items.iter().filter(|item| item.device() == device).max_by_key(|item| item.seq()).unwrap();
    let hash = serde_json::from_str::<Value>(&last.to_line()).unwrap()["hash"].clone();
    let parcel = Parcel::new(b"PK".to_vec());
    let digest = serde_json::from_str::<Value>(&parcel.to_line()).unwrap()["file"].clone();
    let files = json!([{"name": "deck.pptx", "digest": digest, "size": 2}]).to_string();
    let record = json!([
        change("f1", "tabled_deck", "td", "$create", "true"),
        change("f2", "tabled_deck", "td", "files", &files),
    ]);
    let tabled = line_after(&device, last.seq(), &hash, transaction("t1", record));
    assert!(receive(&mut desk, &[&tabled]).renewed.is_some());
    let missing = |desk: &Desk| {
        let problems = desk.store.hidden_problems().unwrap();
        problems
            .into_iter()
            .find(|it| matches!(&it.what, ProblemKind::FileToCome(name) if name == "deck.pptx"))
    };
    let problem = missing(&desk).unwrap();
    assert!(!problem.blocks(&id("w"), Some(&id("cy"))));
    for lang in Lang::BOTH {
        assert!(Words::of(lang).failure(&faults::problem(&problem)).contains("deck.pptx"));
    }
    let again = vec![Item::from_line(&tabled).unwrap()];
    desk.store.receive_with_files(now(), again, &[parcel], false).unwrap();
    assert_eq!(missing(&desk), None);
}

#[test]
fn a_redaction_destroys_what_is_of_its_own_and_only_where_whoever_made_it_may_redact() {
    let redact = |entity: &str, changes: &[&str]| {
        let value = json!({"field": "name", "changes": changes}).to_string();
        change(&format!("r-{entity}"), "person", entity, "$redacted", &value)
    };
    let one = line("p", transaction("t0", person("One")));
    let other = |redacted: Value| {
        let mut changes = person("Other");
        for change in changes.as_array_mut().unwrap() {
            let id = format!("o{}", change["id"].as_str().unwrap());
            change.as_object_mut().unwrap().extend(fields(json!({"id": id, "entity": "py"})));
        }
        changes.as_array_mut().unwrap().push(redacted);
        let mut redaction = transaction("t1", changes);
        redaction["actor"] = json!(json!(secretariat().actor).to_string());
        line("q", redaction)
    };
    let names = |desk: &Desk| {
        let people = desk.store.plan().unwrap().people;
        ["px", "py"].map(|id| people.get(id).map(|it| it.name.clone()).unwrap_or_default())
    };
    // Of another entity, whichever comes first.
    let others = other(redact("py", &["e2", "oe2"]));
    for order in [[&one, &others], [&others, &one]] {
        let mut desk = Desk::new();
        order.iter().for_each(|line| drop(receive(&mut desk, &[line])));
        assert_eq!(names(&desk), ["One", ""]);
        assert_eq!(desk.store.search("one", &Actor::secretariat()).unwrap().hits.len(), 1);
        // Whoever may redact it still can.
        let why = Context { reason: Some("private".into()), ..secretariat() };
        desk.store.redact(&why, &id("px"), "name", &[]).unwrap();
        receive(&mut desk, &[&one]);
        assert_eq!(names(&desk)[0], "[redacted] / [caviardé]");
        assert!(desk.another().check().unwrap().is_sound());
    }
    // By somebody without a role for it; that it was asked for stays.
    let mut desk = Desk::new();
    let asked = line("q", transaction("t1", json!([redact("px", &["e2"])])));
    receive(&mut desk, &[&one, &asked]);
    assert_eq!(names(&desk)[0], "One");
    assert!(desk.store.heads(&id("px")).unwrap().contains_key("$redacted"));
}

#[test]
fn many_changes_of_one_field_are_taken_in_as_fast_as_they_are_many() {
    let many = 8_000;
    let mut changes = person("One");
    let names = (0..many).map(|n| said(&format!("n{n:05}"), "name", &[]));
    changes.as_array_mut().unwrap().extend(names);
    let item = Item::from_line(&line("a", transaction("t1", changes))).unwrap();
    let mut desk = Desk::new();
    let begun = Instant::now();
    assert_eq!(desk.store.receive(now(), vec![item], false).unwrap().applied, 1);
    // Asking of each all the others takes a minute or two.
    assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    assert_eq!(desk.store.heads(&id("px")).unwrap()["name"].len(), many + 1);
}

#[test]
fn for_whom_somebody_acted_in_a_newer_form_is_no_damage_to_an_undo() {
    let mut desk = Desk::new();
    let make = json!({"action": "create", "kind": "person", "id": "px", "fields": {"name": "N"}});
    desk.act(&secretariat(), make).unwrap();
    let head = desk.store.heads(&id("px")).unwrap()["name"][0].change.clone();
    let mut newer = transaction("t1", json!([said("c1", "name", &[&head])]));
    newer["on_behalf_of"] = json!(r#"{"role":"observer","jurisdiction":"CA-AB"}"#);
    receive(&mut desk, &[&line("a", newer)]);
    assert_eq!(code(desk.act(&secretariat(), json!({"action": "undo"}))), "failure-store-changed-since");
}

#[test]
fn what_calls_a_part_of_a_closed_plan_something_else_does_not_open_it() {
    let mut desk = Desk::new();
    let closing = json!({"action": "close_plan", "workplan": "w", "lessons": {"p1": text("Begin", "")}});
    desk.act(&secretariat(), closing).unwrap();
    let claims = json!([change("zz", "person", "meet", "$create", "true")]);
    receive(&mut desk, &[&line("a", transaction("0", claims))]);
    let refused = code(desk.act(&co_chair(), edit("n1", json!({"text.en": "Meet soon"}))));
    assert!(refused.ends_with("plan-closed"), "{refused}");
}

#[test]
fn a_file_that_is_larger_than_any_that_is_tabled_is_refused() {
    let bytes = "0".repeat((LARGEST_FILE as usize + 1) * 2);
    let line = format!("{{\"file\":\"{}\",\"bytes\":\"{bytes}\"}}", "0".repeat(64));
    assert_eq!(Parcel::from_line(&line), Err(ItemFault::Malformed("size")));
}
