//! What arrives for a plan after it was closed is kept and shown, told of, and keeps the
//! plan's deck from going final until somebody has looked at it.

mod common;

use common::*;
use jalon_domain::problem::ProblemKind;
use jalon_domain::{Actor, Lang, Vector};
use jalon_store::{Receiver, Store};
use jalon_words::{Words, faults};
use serde_json::json;

/// A store whose plan is closed, and another one that did not hear of it.
fn two() -> (Desk, Store) {
    let mut desk = Desk::new();
    let mut other = Store::create(&desk.folder.path().join("other.jalon"), now()).unwrap();
    pass(&desk.store, &mut other);
    close(&mut desk);
    (desk, other)
}

fn close(desk: &mut Desk) {
    let lessons = match desk.store.plan().unwrap().priorities["p1"].lessons {
        Some(_) => json!({}),
        None => json!({"p1": text("Begin earlier", "")}),
    };
    desk.act(&co_chair(), json!({"action": "close_plan", "workplan": "w", "lessons": lessons})).unwrap();
}

fn pass(from: &Store, to: &mut Store) {
    let all = from.outgoing(&Vector::default(), Receiver::Secretariat, &Actor::secretariat()).unwrap();
    to.receive(now(), all, false).unwrap();
}

fn late(store: &Store) -> usize {
    store.late_changes(&id("w"), &Actor::secretariat()).unwrap().len()
}

#[test]
fn it_is_listed_by_name_until_the_plan_is_reopened_and_closed_with_it() {
    let (mut desk, mut other) = two();
    assert_eq!((late(&desk.store), desk.store.problems().unwrap()), (0, vec![]));
    act(&mut other, &co_chair(), edit("m1", json!({"title.en": "Other words"}))).unwrap();
    act(&mut other, &co_chair(), edit("m2", json!({"due": "2020"}))).unwrap();
    pass(&other, &mut desk.store);
    let told = desk.store.late_changes(&id("w"), &Actor::secretariat()).unwrap();
    assert_eq!(told.len(), 2);
    assert_eq!(told[1].changes[0].after, "Other words");
    let problems = desk.store.problems().unwrap();
    assert_eq!((problems.len(), problems[0].id.as_str(), problems[0].field), (1, "w", "state"));
    assert_eq!(problems[0].what, ProblemKind::Late(2));
    for (lang, said) in [(Lang::En, "arrived after it was closed"), (Lang::Fr, "arrivées après sa fermeture")]
    {
        let line = Words::of(lang).failure(&faults::problem(&problems[0]));
        assert!(line.contains("2 ") && line.contains(said), "{line}");
    }
    assert!(problems[0].blocks(&id("w")) && !problems[0].blocks(&id("w2")), "next year's deck goes on");
    let reopen = json!({"action": "reopen_plan", "workplan": "w", "reason": "Late figures"});
    desk.act(&co_chair(), reopen).unwrap();
    assert_eq!((late(&desk.store), desk.store.problems().unwrap()), (0, vec![]));
    close(&mut desk);
    assert_eq!(late(&desk.store), 0, "whoever closed it anew knew of them");
}

#[test]
fn a_redaction_after_the_closing_is_nothing_that_came_late() {
    let (mut desk, _) = two();
    let context = jalon_store::Context { reason: Some("personal".into()), ..secretariat() };
    desk.store.redact(&context, &id("m1"), "title", &[]).unwrap();
    assert_eq!((late(&desk.store), desk.store.problems().unwrap()), (0, vec![]));
}

#[test]
fn who_wrote_late_to_a_challenge_that_names_nobody_is_not_told() {
    let (mut desk, mut other) = two();
    act(&mut other, &lead("CA-ON"), edit("ch", json!({"text.en": "Other resources"}))).unwrap();
    pass(&other, &mut desk.store);
    let seen = |reader: &Actor| desk.store.late_changes(&id("w"), reader).unwrap().remove(0).actor.is_some();
    assert!(seen(&Actor::secretariat()));
    assert!(!seen(&lead("CA-QC").actor) && !seen(&co_chair().actor));
}
