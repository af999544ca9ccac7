//! What is written under something that somebody else deletes meanwhile is told of, with the
//! ways out, when the two meet, by the plan's problems and by whatever keeps its deck back.

mod common;

use common::*;
use jalon_domain::problem::{Problem, ProblemKind};
use jalon_domain::{Actor, Lang, Vector};
use jalon_store::{Received, Receiver, Store};
use jalon_words::{Words, faults};
use serde_json::json;

fn pass(from: &Store, to: &mut Store, dry_run: bool) -> Received {
    let all = from.outgoing(&Vector::default(), Receiver::Secretariat, &Actor::secretariat()).unwrap();
    to.receive(now(), all, dry_run).unwrap()
}

fn said(received: &Received) -> Vec<[String; 2]> {
    received.orphans.iter().map(|it| Lang::BOTH.map(|lang| Words::of(lang).failure(it))).collect()
}

/// Two stores that have not met since one deleted a priority with all that was in it, and the
/// other put a milestone into it.
fn two() -> (Desk, Store) {
    let mut desk = Desk::new();
    let mut other = Store::create(&desk.folder.path().join("other.jalon"), now()).unwrap();
    pass(&desk.store, &mut other, false);
    for gone in ["m1", "m2", "p1"] {
        desk.act(&co_chair(), json!({"action": "delete", "id": gone})).unwrap();
    }
    let fields = json!({"priority": "p1", "position": "z", "title": text("New thing", "Nouveauté"),
        "status": {"completion": "NS", "outlook": "on_track"}});
    let new = json!({"action": "create", "kind": "milestone", "id": "new", "fields": fields});
    act(&mut other, &co_chair(), new).unwrap();
    (desk, other)
}

#[test]
fn what_was_put_into_what_is_gone_is_told_of_by_both_stores_once_each() {
    let (mut desk, mut other) = two();
    let english = "Milestone new, Priority: “New thing” belongs to “Literacy” (p1), which was deleted: no board and no deck shows it. Move it elsewhere or delete it, or have whoever deleted p1 undo that.";
    let french = "« Nouveauté » se trouve sous « Littératie » (p1), élément qui a été supprimé : ";
    let tried = pass(&other, &mut desk.store, true);
    assert_eq!(desk.store.problems().unwrap(), [], "it was only tried");
    let (here, there) = (pass(&other, &mut desk.store, false), pass(&desk.store, &mut other, false));
    for received in [tried, here, there] {
        let [[en, fr]] = &said(&received)[..] else { panic!("{:?}", received.orphans) };
        assert_eq!(en, english);
        assert!(fr.replace('\u{a0}', " ").contains(french), "{fr}");
        assert!(received.conflicts.is_empty());
    }
    // Said when it becomes so, and not again with whatever else comes.
    act(&mut other, &co_chair(), edit("new", json!({"title.en": "A new thing"}))).unwrap();
    assert_eq!(pass(&other, &mut desk.store, false).orphans, []);
    for store in [&desk.store, &other] {
        let [problem] = &store.problems().unwrap()[..] else { panic!("once, and in no other words") };
        assert!(Words::of(Lang::En).failure(&faults::problem(problem)).contains("“A new thing” belongs to"));
        assert!(problem.blocks(&id("w"), Some(&id("cy"))));
        assert_eq!(store.hidden_problems().unwrap(), std::slice::from_ref(problem));
    }
}

#[test]
fn each_way_out_that_is_named_leads_out() {
    let undo = |store: &mut Store| {
        act(store, &co_chair(), json!({"action": "undo"})).unwrap();
    };
    let delete = |store: &mut Store| {
        act(store, &co_chair(), json!({"action": "delete", "id": "new"})).unwrap();
    };
    let elsewhere = |store: &mut Store| {
        let fields = json!({"workplan": "w", "position": "y", "title": text("Other", "Autre")});
        let other = json!({"action": "create", "kind": "priority", "id": "p2", "fields": fields});
        act(store, &co_chair(), other).unwrap();
        act(store, &co_chair(), edit("new", json!({"priority": "p2"}))).unwrap();
    };
    for (n, way) in [&undo as &dyn Fn(&mut Store), &delete, &elsewhere].into_iter().enumerate() {
        let (mut desk, mut other) = two();
        pass(&other, &mut desk.store, false);
        pass(&desk.store, &mut other, false);
        // Whoever deleted takes that back; the rest anybody may do.
        let (by, to) = if n == 0 { (&mut desk.store, &mut other) } else { (&mut other, &mut desk.store) };
        way(by);
        assert_eq!(by.problems().unwrap(), [], "way {n}");
        assert_eq!(pass(by, to, false).orphans, [], "way {n}");
        assert_eq!(to.problems().unwrap(), [], "way {n}");
    }
}

#[test]
fn what_only_names_what_is_gone_is_told_of_in_words_of_its_own() {
    let mut desk = Desk::new();
    let mut other = Store::create(&desk.folder.path().join("other.jalon"), now()).unwrap();
    pass(&desk.store, &mut other, false);
    desk.act(&secretariat(), json!({"action": "delete", "id": "n1"})).unwrap();
    let fields = json!({"cycle": "cy", "parent": "n1", "position": "z", "text": text("Below", "")});
    let below = json!({"action": "create", "kind": "next_step", "id": "n2", "fields": fields});
    act(&mut other, &secretariat(), below).unwrap();
    let received = pass(&desk.store, &mut other, false);
    let [[en, _]] = &said(&received)[..] else { panic!("{:?}", received.orphans) };
    assert!(en.contains("“Below” refers to “") && en.contains("Name another one there or none"), "{en}");
    let gone = |it: &Problem| matches!(&it.what, ProblemKind::Deleted(gone) if gone.id == id("n1"));
    assert!(other.problems().unwrap().iter().any(gone));
}

#[test]
fn versions_that_would_stand_beside_each_other_are_told_of_when_it_is_only_tried() {
    let mut desk = Desk::new();
    let mut other = Store::create(&desk.folder.path().join("other.jalon"), now()).unwrap();
    pass(&desk.store, &mut other, false);
    desk.act(&co_chair(), edit("m1", json!({"title.en": "Here", "due": "2020"}))).unwrap();
    act(&mut other, &co_chair(), edit("m1", json!({"title.en": "There"}))).unwrap();
    act(&mut other, &co_chair(), json!({"action": "delete", "id": "m2"})).unwrap();
    desk.act(&co_chair(), edit("m2", json!({"due": "2020"}))).unwrap();
    let tried = pass(&other, &mut desk.store, true);
    let both = [(id("m1"), "title.en".to_owned()), (id("m2"), "$deleted".to_owned())];
    assert_eq!((tried.conflicts.as_slice(), tried.changes), (&both[..], None));
    let read = pass(&other, &mut desk.store, false);
    assert_eq!(read.conflicts, both);
    assert_eq!(read.changes.unwrap().conflicts, both);
    assert!(pass(&other, &mut desk.store, true).conflicts.is_empty(), "nothing of it is new");
}
