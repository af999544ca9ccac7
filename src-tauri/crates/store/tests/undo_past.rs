//! What cannot be taken back itself, and leaves what was done before it alone, keeps
//! nothing from being taken back.

mod common;

use common::*;
use jalon_domain::action::ActionName;
use jalon_domain::{Actor, Lang, Role};
use jalon_store::Context;
use jalon_words::Words;
use serde_json::{Value, json};

fn undo() -> Value {
    json!({"action": "undo"})
}

fn redo() -> Value {
    json!({"action": "redo"})
}

fn why() -> Context {
    Context { reason: Some("Personal".into()), ..secretariat() }
}

fn title(desk: &Desk, milestone: &str) -> String {
    desk.store.plan().unwrap().milestones[milestone].title.en.clone()
}

fn other_chair() -> Context {
    Context::new(Actor::new("D", Role::CoChair, Some(id("CA"))), now())
}

/// Leaves two versions of the other milestone's title, of which one is chosen.
fn choose(desk: &mut Desk, who: &Context) {
    let mut stale = edit("m2", json!({"title.en": "One"}));
    stale["bases"] = json!(desk.store.bases_for(&read(stale.clone())).unwrap());
    desk.act(&other_chair(), edit("m2", json!({"title.en": "Other"}))).unwrap();
    desk.act(&other_chair(), stale).unwrap();
    let mut resolve =
        json!({"action": "resolve", "id": "m2", "field": "title.en", "value": "One", "bases": {}});
    resolve["bases"] = json!(desk.store.bases_for(&read(resolve.clone())).unwrap());
    desk.act(who, resolve).unwrap();
}

#[test]
fn what_was_done_before_something_was_removed_for_good_is_taken_back() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), edit("m1", json!({"title.en": "Other words"}))).unwrap();
    desk.store.redact(&why(), &id("n1"), "text", &[]).unwrap();
    assert_eq!(desk.store.undoable(&secretariat().actor).unwrap(), Some(ActionName::Edit));
    desk.act(&secretariat(), undo()).unwrap();
    assert_eq!(title(&desk, "m1"), "Draft standard");
    assert_eq!(desk.store.plan().unwrap().next_steps["n1"].text.en, "[redacted]");
    desk.act(&secretariat(), redo()).unwrap();
    assert_eq!(title(&desk, "m1"), "Other words");
    assert!(desk.store.check().unwrap().is_sound());
}

#[test]
fn what_can_no_longer_be_done_again_is_not_said_to_be_undone() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), edit("m1", json!({"title.en": "Other words"}))).unwrap();
    desk.act(&secretariat(), undo()).unwrap();
    desk.act(&other_chair(), edit("m1", json!({"title.en": "Between"}))).unwrap();
    let refused = desk.act(&secretariat(), redo()).unwrap_err().failure();
    assert_eq!(refused.code, "failure-store-changed-since");
    let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).failure(&refused));
    assert!(en.ends_with("what you took back can no longer be done again."), "{en}");
    assert!(fr.ends_with("ce que vous avez annulé ne peut plus être rétabli."), "{fr}");
}

#[test]
fn what_was_itself_removed_for_good_stays_as_it_is() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), edit("m1", json!({"title.en": "A name", "title.fr": "Un nom"}))).unwrap();
    let named: Vec<String> =
        desk.store.heads(&id("m1")).unwrap()["title.en"].iter().map(|head| head.change.clone()).collect();
    desk.act(&co_chair(), edit("m1", json!({"title.en": "Draft"}))).unwrap();
    desk.act(&co_chair(), undo()).unwrap();
    desk.store.redact(&why(), &id("m1"), "title", &named).unwrap();
    let before = desk.store.plan().unwrap();
    assert_eq!(code(desk.act(&secretariat(), undo())), "failure-store-cannot-be-undone");
    assert_eq!(desk.store.plan().unwrap(), before);
    // With nothing else before it, there is the redaction alone.
    let mut desk = Desk::new();
    let who =
        Context { actor: jalon_domain::Actor::new("S", jalon_domain::Role::Secretariat, None), ..why() };
    desk.store.redact(&who, &id("n1"), "text", &[]).unwrap();
    assert_eq!(code(desk.act(&who, undo())), "failure-store-cannot-be-undone");
    assert_eq!(desk.store.undoable(&who.actor).unwrap(), None);
}

#[test]
fn what_was_removed_for_good_keeps_nothing_before_it_from_being_taken_back() {
    let mut desk = Desk::new();
    let who = Context { actor: Actor::new("E", Role::CoChair, Some(id("CA-AB"))), ..why() };
    desk.act(&who, edit("m2", json!({"title.en": "Other words"}))).unwrap();
    let old = title(&desk, "m1");
    desk.act(&who, edit("m1", json!({"title.en": "A name"}))).unwrap();
    // One that holds what is to be removed, one that would go back to it, and its undo.
    desk.act(&who, edit("m1", json!({"title.en": "Draft"}))).unwrap();
    desk.act(&who, undo()).unwrap();
    desk.store.redact(&why(), &id("m1"), "title", &[]).unwrap();
    assert_eq!(desk.store.redoable(&who.actor).unwrap(), None);
    assert_eq!(desk.store.undoable(&who.actor).unwrap(), Some(ActionName::Edit));
    desk.act(&who, undo()).unwrap();
    assert_ne!(title(&desk, "m2"), "Other words");
    assert_ne!(title(&desk, "m1"), old, "it was removed, and does not go back to what stood before");
    assert_eq!(desk.store.undoable(&who.actor).unwrap(), None);
    assert_eq!(code(desk.act(&who, undo())), "failure-store-cannot-be-undone");
    desk.act(&who, redo()).unwrap();
    assert_eq!(title(&desk, "m2"), "Other words");
    assert!(desk.store.check().unwrap().is_sound());
}

#[test]
fn a_choice_between_versions_keeps_only_what_it_was_about() {
    let mut desk = Desk::new();
    desk.act(&co_chair(), edit("m1", json!({"title.en": "Other words"}))).unwrap();
    choose(&mut desk, &co_chair());
    assert_eq!(desk.store.undoable(&co_chair().actor).unwrap(), Some(ActionName::Edit));
    desk.act(&co_chair(), undo()).unwrap();
    assert_eq!((title(&desk, "m1").as_str(), title(&desk, "m2").as_str()), ("Draft standard", "One"));
    desk.act(&co_chair(), redo()).unwrap();
    assert_eq!(title(&desk, "m1"), "Other words");
    // Both versions were the other chair's, who takes neither back: one was chosen.
    assert_eq!(code(desk.act(&other_chair(), undo())), "failure-store-changed-since");
    assert_eq!(title(&desk, "m2"), "One");
}
