//! Ways around what the store promises, each of which somebody once found open.

mod common;

use common::*;
use jalon_domain::problem::{Objects, objects};
use jalon_domain::{Actor, Kind, Role};
use jalon_store::{Context, Store};
use serde_json::json;

#[test]
fn the_same_origins_are_told_to_nobody_by_an_import_that_would_change_nothing() {
    let mut desk = Desk::new();
    let reader = Context::new(Actor::new("R", Role::Reader, None), now());
    let mut guess = |origin: &str| {
        let mut file = Objects::new();
        let mut challenge = objects(&desk.store.plan().unwrap())[&Kind::Challenge][&id("ch")].clone();
        challenge["origins"] = json!([origin]);
        file.entry(Kind::Challenge).or_default().insert(id("ch"), challenge);
        [reader.clone(), co_chair(), lead("CA-PE")]
            .map(|who| desk.store.import(&who, &file, true).map(drop).unwrap_err().failure().code)
    };
    assert_eq!(guess("CA-ON"), guess("CA-NB"), "the right guess and a wrong one are answered alike");
}

#[test]
fn a_deletion_tells_nobody_of_a_reference_that_is_not_for_them() {
    let mut desk = Desk::new();
    let ask = |desk: &mut Desk, who: &Context, id: &str| {
        desk.act(who, json!({"action": "delete", "id": id})).map(drop).map_err(|error| error.failure())
    };
    desk.act(&secretariat(), json!({"action": "edit", "id": "ch", "fields": {"origins": ["CA-NB"]}}))
        .unwrap();
    let seen = ask(&mut desk, &secretariat(), "CA-NB").unwrap_err();
    assert_eq!(seen.code, "failure-store-referred", "the secretariat sees what stands in the way");
    assert_eq!(ask(&mut desk, &co_chair(), "CA-NB"), ask(&mut desk, &co_chair(), "CA-PE"));
}

#[test]
fn undo_brings_back_nothing_in_place_of_what_was_redacted() {
    let mut desk = Desk::new();
    let at_risk = |reason: &str| json!({"completion": "LP", "outlook": "at_risk", "reason": {"en": reason, "source": "en"}});
    desk.act(&co_chair(), set_status("m1", at_risk("A secret"))).unwrap();
    let first = desk.store.heads(&id("m1")).unwrap()["status"][0].change.clone();
    desk.act(&co_chair(), set_status("m1", at_risk("No secret"))).unwrap();
    let why = Context { reason: Some("personal information".into()), ..secretariat() };
    desk.store.redact(&why, &id("m1"), "status", &[first]).unwrap();
    let before = desk.store.plan().unwrap();
    let refused = desk.act(&co_chair(), json!({"action": "undo"})).unwrap_err();
    assert_eq!(refused.failure().code, "failure-store-cannot-be-undone");
    assert_eq!(desk.store.plan().unwrap(), before);
}

#[test]
fn a_submission_written_by_hand_keeps_to_its_cycle_and_stays_the_only_one() {
    let mut desk = Desk::new();
    let submit = |id: &str| {
        json!({"action": "create", "kind": "submission", "id": id,
            "fields": {"cycle": "cy", "jurisdiction": "CA-QC", "state": "submitted"}})
    };
    desk.act(&lead("CA-QC"), submit("one")).unwrap();
    let taken = desk.act(&lead("CA-QC"), submit("aaa")).unwrap_err();
    assert_eq!(taken.failure().code, "failure-store-taken");
    desk.act(&secretariat(), json!({"action": "edit", "id": "cy", "fields": {"state": "closed"}})).unwrap();
    let late = json!({"action": "edit", "id": "one", "fields": {"state": "outstanding"}});
    assert!(desk.act(&lead("CA-QC"), late).is_err(), "the cycle is closed");
}

#[test]
fn the_sample_is_taken_back_only_while_nothing_else_was_done() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("plan.jalon"), now()).unwrap();
    store.install_sample(&plan(), now()).unwrap();
    act(&mut store, &secretariat(), edit("m1", json!({"title.en": "Other words"}))).unwrap();
    let elsewhere = Context::new(Actor::new("Somebody", Role::CoChair, Some(id("CA"))), now());
    let refused = act(&mut store, &elsewhere, json!({"action": "undo"})).unwrap_err();
    assert_eq!(refused.failure().code, "failure-store-nothing-to-undo");
    assert!(!store.is_empty().unwrap());
}

#[test]
fn next_years_plan_is_current_only_once_this_years_is_closed() {
    let mut desk = Desk::new();
    let clone = json!({"action": "clone_plan", "workplan": "w", "id": "w2",
        "title": {"en": "Next year", "source": "en"}});
    desk.act(&secretariat(), clone).unwrap();
    let current = |desk: &Desk| desk.store.plan().unwrap().current_workplan().unwrap().id.clone();
    assert_eq!(current(&desk), id("w"));
    let lessons = json!({"p1": {"en": "Begin earlier", "source": "en"}});
    desk.act(&secretariat(), json!({"action": "close_plan", "workplan": "w", "lessons": lessons})).unwrap();
    assert_eq!(current(&desk), id("w2"));
}

#[test]
fn what_is_reported_in_a_cycle_of_a_closed_plan_is_of_it_whatever_priority_it_names() {
    let mut desk = Desk::new();
    let next =
        json!({"action": "clone_plan", "workplan": "w", "id": "next", "title": text("Next", "Suivant")});
    desk.act(&secretariat(), next).unwrap();
    desk.act(&secretariat(), json!({"action": "close_cycle", "cycle": "cy"})).unwrap();
    let lessons = json!({"p1": text("Begin earlier", "Commencer plus tôt")});
    desk.act(&secretariat(), json!({"action": "close_plan", "workplan": "w", "lessons": lessons})).unwrap();
    let plan = desk.store.plan().unwrap();
    let priority = plan.priorities_of(&id("next"))[0].id.clone();
    let fields = json!({"cycle": "cy", "priority": priority, "position": "z", "text": text("Done", "Fait")});
    let note = json!({"action": "create", "kind": "progress", "id": "late", "fields": fields});
    assert_eq!(code(desk.act(&secretariat(), note)), "failure-cycle-plan-closed");
    // Nobody may translate what is in it either, so nobody is asked to.
    let queued = |workplan: Option<&str>| {
        let queue = desk.store.translations(workplan.map(id).as_ref()).unwrap();
        queue.iter().any(|it| it.queued.id == id("p1"))
    };
    assert_eq!((queued(None), queued(Some("w"))), (false, true));
}
