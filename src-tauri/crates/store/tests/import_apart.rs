//! A file that brings challenges which name nobody together with other things does not say
//! by these whose the challenges are.

mod common;
mod offices;

use common::*;
use jalon_domain::actor::OnBehalf;
use jalon_domain::problem::Objects;
use jalon_domain::{Actor, Kind, Role, Vector};
use jalon_store::{Context, Import, Receiver, Store};
use offices::{Stores, unissued};
use serde_json::{Value, json};

fn reader() -> Actor {
    Actor::new("R", Role::Reader, None)
}

fn challenge(entity: &str, attribution: &str, more: Value) -> (Kind, Value) {
    let mut object = json!({"id": entity, "cycle": "cy", "position": "c", "attribution": attribution, "text": text("Law", "")});
    object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    (Kind::Challenge, object)
}

fn achievement(entity: &str) -> (Kind, Value) {
    let fields = json!({"id": entity, "cycle": "cy", "jurisdiction": "CA-ON", "position": "b",
        "text": text("Portal", "")});
    (Kind::Achievement, fields)
}

/// What a lead brings in: one thing of its own, and what it says without its name.
fn file() -> Objects {
    let own = json!({"origins": ["CA-ON"]});
    objects(&[achievement("ach"), challenge("ch2", "anonymous", own)])
}

fn bring_in(store: &mut Store, who: &Context, file: &Objects) -> Import {
    store.import(who, file, false).unwrap()
}

/// Of each transaction, the newest first, the entities that it touched.
fn touched(store: &Store, reader: Option<&Actor>) -> Vec<Vec<String>> {
    let entries = store.history(None).unwrap().into_iter();
    let entries = entries.filter_map(|entry| match reader {
        Some(reader) => entry.for_reader(reader),
        None => Some(entry),
    });
    let ids = entries.map(|entry| {
        let mut ids: Vec<String> = entry.changes.iter().map(|change| change.id.to_string()).collect();
        ids.dedup();
        ids
    });
    ids.collect()
}

#[test]
fn challenges_that_name_nobody_come_in_apart_and_all_or_nothing() {
    let mut desk = Desk::new();
    let before = desk.store.plan().unwrap();
    let tried = desk.store.import(&lead("CA-ON"), &file(), true).unwrap();
    assert_eq!(desk.store.plan().unwrap(), before);
    let done = bring_in(&mut desk.store, &lead("CA-ON"), &file());
    let both = [(Kind::Achievement, id("ach")), (Kind::Challenge, id("ch2"))];
    assert_eq!((&done.created[..], done.edited.len(), done.unchanged), (&both[..], 0, 0));
    assert_eq!((tried.created, tried.changes), (done.created, None));
    assert_eq!(done.changes.unwrap().upserted.len(), 2);
    assert_eq!(touched(&desk.store, None)[..2], [["ch2"], ["ach"]]);
    let again = bring_in(&mut desk.store, &lead("CA-ON"), &file());
    assert_eq!((again.unchanged, again.changes), (2, None));

    let after = desk.store.plan().unwrap();
    // Each is taken back and done again by itself: the challenges were the latest.
    for left in [[true, false], [false, false]] {
        desk.act(&lead("CA-ON"), json!({"action": "undo"})).unwrap();
        let plan = desk.store.plan().unwrap();
        assert_eq!([plan.achievements.contains_key("ach"), plan.challenges.contains_key("ch2")], left);
    }
    assert_eq!(desk.store.plan().unwrap(), before);
    for _ in 0..2 {
        desk.act(&lead("CA-ON"), json!({"action": "redo"})).unwrap();
    }
    assert_eq!(desk.store.plan().unwrap(), after);

    // Where the second part is refused, the first is not there either.
    let mut wrong = file();
    wrong.get_mut(&Kind::Achievement).unwrap().get_mut(&id("ach")).unwrap()["text"] = text("Other", "");
    wrong.get_mut(&Kind::Challenge).unwrap().get_mut(&id("ch2")).unwrap()["cycle"] = json!("nowhere");
    desk.store.import(&lead("CA-ON"), &wrong, false).expect_err("a dangling cycle");
    assert_eq!(desk.store.plan().unwrap(), after);
    assert!(desk.store.check().unwrap().is_sound());
}

#[test]
fn what_comes_apart_is_what_names_nobody_here_or_in_the_file_or_came_from_such() {
    let named = || json!({"jurisdictions": ["CA-ON"]});
    let with = |mut object: Value, more: Value| {
        object.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        object
    };
    for (what, coming, is_apart) in [
        ("named", challenge("x", "named", named()), false),
        ("internal", challenge("x", "internal", json!({"origins": ["CA-ON"]})), true),
        ("with origins", challenge("x", "named", with(named(), json!({"origins": ["CA-ON"]}))), true),
        ("anonymous here", challenge("old", "named", named()), true),
        ("merged", challenge("x", "named", with(named(), json!({"merged_from": ["old"]}))), true),
        ("carried over", challenge("x", "named", with(named(), json!({"carried_from": "old"}))), true),
    ] {
        let mut desk = Desk::new();
        let old = objects(&[challenge("old", "anonymous", json!({"origins": ["CA-ON"]}))]);
        bring_in(&mut desk.store, &lead("CA-ON"), &old);
        bring_in(&mut desk.store, &lead("CA-ON"), &objects(&[achievement("ach"), coming]));
        assert_eq!(touched(&desk.store, None)[1] == ["ach"], is_apart, "{what}");
    }
    // The secretariat's own word tells nobody's: it is one action.
    let mut desk = Desk::new();
    bring_in(&mut desk.store, &secretariat(), &file());
    assert_eq!(touched(&desk.store, None)[0], ["ach", "ch2"]);
    let mut desk = Desk::new();
    bring_in(&mut desk.store, &Context { reason: Some("Ontario’s file".into()), ..secretariat() }, &file());
    assert_eq!(touched(&desk.store, None)[..2], [["ch2"], ["ach"]]);
}

#[test]
fn a_whole_plan_of_before_comes_into_an_empty_store_apart_too() {
    let mut closed = plan();
    closed.get_mut(&Kind::Workplan).unwrap().get_mut(&id("w")).unwrap()["state"] = json!("closed");
    let mut desk = offices::empty();
    let done = bring_in(&mut desk.store, &co_chair(), &closed);
    assert_eq!(done.created.len(), 8);
    assert_eq!(touched(&desk.store, None)[0], ["ch"]);
    assert_eq!(desk.store.plan().unwrap().workplans["w"].state, "closed");
}

#[test]
fn what_a_lead_brought_in_is_told_and_issued_without_what_came_with_it() {
    let mut all = Stores::new();
    bring_in(&mut all.ontario.store, &lead("CA-ON"), &file());
    all.round();
    assert_eq!(unissued(&all.secretariat), ["ch2"]);
    let told = touched(&all.secretariat.store, Some(&reader()));
    assert!(told.iter().any(|ids| *ids == ["ach"]), "{told:?}");
    assert!(!told.iter().flatten().any(|id| id == "ch2"), "{told:?}");
    all.issued();
    let sent = all.secretariat.store.outgoing(&Vector::default(), Receiver::Everybody, &secretariat().actor);
    let lines: Vec<String> = sent.unwrap().iter().map(|item| item.to_line()).collect();
    let names = |line: &&String, id: &str| line.contains(&format!("\"entity\":\"{id}\""));
    assert!(lines.iter().any(|line| names(&line, "ch2")) && lines.iter().any(|line| names(&line, "ach")));
    assert!(!lines.iter().any(|line| names(&line, "ch2") && names(&line, "ach")));
}

#[test]
fn history_does_not_put_the_parts_of_a_file_side_by_side_for_whoever_may_not_know() {
    let when = now().date_naive();
    let ontario = OnBehalf { role: Role::Lead, jurisdiction: id("CA-ON"), how: "e-mail".into(), when };
    for who in [lead("CA-ON"), Context { on_behalf: Some(ontario), ..secretariat() }] {
        let mut desk = Desk::new();
        let before = desk.store.history(None).unwrap().len();
        bring_in(&mut desk.store, &who, &file());
        let by = Context::new(who.actor.clone(), now());
        for what in ["undo", "undo", "redo", "redo"] {
            desk.act(&by, json!({"action": what})).unwrap();
        }
        let seen = |reader: &Actor| {
            let told = touched(&desk.store, Some(reader));
            told[..told.len() - before].to_vec()
        };
        for other in [reader(), co_chair().actor, lead("CA-QC").actor] {
            assert_eq!(seen(&other), [["ach"]; 3], "{other:?}");
            let of_challenge = desk.store.history(Some(&id("ch2"))).unwrap();
            assert_eq!(of_challenge.into_iter().find_map(|entry| entry.for_reader(&other)), None);
        }
        let both = [["ch2"], ["ach"], ["ach"], ["ch2"], ["ch2"], ["ach"]];
        assert_eq!(seen(&Actor::secretariat()), both);
    }
}

#[test]
fn taking_back_what_is_hidden_is_hidden_with_it_from_other_governments() {
    let when = now().date_naive();
    let ontario = OnBehalf { role: Role::Lead, jurisdiction: id("CA-ON"), how: "e-mail".into(), when };
    let mut all = Stores::new();
    let for_ontario = Context { on_behalf: Some(ontario), ..secretariat() };
    bring_in(&mut all.secretariat.store, &for_ontario, &file());
    for what in ["undo", "redo"] {
        all.secretariat.act(&secretariat(), json!({"action": what})).unwrap();
    }
    let sent = all.secretariat.store.outgoing(&Vector::default(), Receiver::Everybody, &secretariat().actor);
    let lines: Vec<String> = sent.unwrap().iter().map(|item| item.to_line()).collect();
    let said: Vec<&String> =
        lines.iter().filter(|line| line.contains("ch2") || line.contains("undoes")).collect();
    assert_eq!(said, Vec::<&String>::new());
    assert_eq!(unissued(&all.secretariat), ["ch2"]);
    all.issued();
    all.round();
    let there = |desk: &Desk| desk.store.plan().unwrap().challenges.contains_key("ch2");
    assert!(there(&all.alberta) && there(&all.ontario));
}

/// A cycle that is closed in the file, with what was reported in it.
fn closed_cycle() -> Objects {
    let of = |(kind, mut object): (Kind, Value)| {
        object["cycle"] = json!("cy2");
        (kind, object)
    };
    objects(&[
        (
            Kind::Meeting,
            json!({"id": "meet2", "workplan": "w", "name": text("Councils", "Conseils"), "date": "2019-03-20"}),
        ),
        (Kind::Cycle, json!({"id": "cy2", "meeting": "meet2", "state": "closed"})),
        of((Kind::NextStep, json!({"id": "next", "position": "b", "text": text("Meet", "")}))),
        of(challenge("ch2", "anonymous", json!({"origins": ["CA-AB"]}))),
    ])
}

#[test]
fn a_cycle_that_is_closed_in_the_file_is_closed_after_all_that_is_reported_in_it() {
    let mut desk = Desk::new();
    let before = desk.store.plan().unwrap();
    let parts = desk.store.history(None).unwrap().len();
    let tried = desk.store.import(&co_chair(), &closed_cycle(), true).unwrap();
    let done = bring_in(&mut desk.store, &co_chair(), &closed_cycle());
    assert_eq!((done.created.len(), done.edited.len(), done.unchanged), (4, 0, 0));
    assert_eq!((tried.created, tried.edited), (done.created, done.edited));
    let changes = done.changes.unwrap();
    assert_eq!((changes.upserted.len(), changes.conflicts.len()), (4, 0));
    assert!(changes.upserted.iter().all(|it| json!(it)["state"] != "open"), "as it stands in the end");
    let after = desk.store.plan().unwrap();
    assert_eq!((after.cycles["cy2"].state.as_str(), after.challenges.contains_key("ch2")), ("closed", true));
    let told = touched(&desk.store, None);
    assert_eq!(told.len(), parts + 3);
    assert_eq!((&told[0], &told[1]), (&vec!["cy2".to_owned()], &vec!["ch2".to_owned()]));
    assert!(desk.store.late_in_cycle(&id("cy2"), &Actor::secretariat()).unwrap().is_empty());
    let again = bring_in(&mut desk.store, &co_chair(), &closed_cycle());
    assert_eq!((again.unchanged, again.changes), (4, None));
    for _ in 0..3 {
        desk.act(&co_chair(), json!({"action": "undo"})).unwrap();
    }
    assert_eq!(desk.store.plan().unwrap(), before);
    for _ in 0..3 {
        desk.act(&co_chair(), json!({"action": "redo"})).unwrap();
    }
    assert_eq!(desk.store.plan().unwrap(), after);
    // Closed here already, it is reopened by whoever means that.
    let mut more = closed_cycle();
    let (kind, mut other) = challenge("ch3", "anonymous", json!({"origins": ["CA-AB"]}));
    other["cycle"] = json!("cy2");
    more.get_mut(&kind).unwrap().insert(id("ch3"), other);
    let refused = desk.store.import(&co_chair(), &more, false).map(drop).unwrap_err();
    assert_eq!(refused.failure().code, "failure-cycle-closed");
    assert_eq!(desk.store.plan().unwrap(), after);
    assert!(desk.store.check().unwrap().is_sound());
}
