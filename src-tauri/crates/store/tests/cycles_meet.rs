//! Two stores that went through the same cycle apart agree when they meet.

mod common;

use common::*;
use jalon_domain::problem::problems;
use jalon_domain::{Actor, Vector, clearance, lineage};
use jalon_store::{Item, Receiver, Store};
use serde_json::json;

fn everything(store: &Store) -> Vec<Item> {
    store.outgoing(&Vector::default(), Receiver::Secretariat, &Actor::secretariat()).unwrap()
}

/// A desk with an achievement in progress and a cycle to carry it over into.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let item =
        json!({"cycle": "cy", "jurisdiction": "CA-ON", "text": text("Portal", "Portail"), "ongoing": true});
    let create = json!({"action": "create", "kind": "achievement", "id": "a1", "fields": item});
    desk.act(&secretariat(), create).unwrap();
    let open = json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "name": text("C", "C"), "date": "2020-02-26"});
    desk.act(&secretariat(), open).unwrap();
    desk
}

#[test]
fn what_two_stores_recorded_alike_is_one_thing_and_no_conflict() {
    let mut here = desk();
    let folder = tempfile::tempdir().unwrap();
    let mut there = Store::create(&folder.path().join("plan.jalon"), now()).unwrap();
    there.receive(now(), everything(&here.store), false).unwrap();
    let content = clearance::content(&here.store.plan().unwrap(), &id("a1")).unwrap();
    for store in [&mut here.store, &mut there] {
        for (context, action) in [
            (
                lead("CA-ON"),
                json!({"action": "set_submission", "cycle": "cy", "jurisdiction": "CA-ON", "state": "submitted"}),
            ),
            (
                lead("CA-ON"),
                json!({"action": "clear_item", "item": "a1", "jurisdiction": "CA-ON", "content": content}),
            ),
            (secretariat(), edit("m1", json!({"due": "2020-Q2"}))),
        ] {
            act(store, &context, action).unwrap();
        }
        store.carry_over(&secretariat(), &id("cy"), &id("cy2")).unwrap();
        let close =
            json!({"action": "close_plan", "workplan": "w", "lessons": {"p1": text("Begin earlier", "")}});
        act(store, &secretariat(), close).unwrap();
    }
    here.store.receive(now(), everything(&there), false).unwrap();
    there.receive(now(), everything(&here.store), false).unwrap();
    let plan = here.store.plan().unwrap();
    assert_eq!(there.plan().unwrap(), plan);
    assert_eq!(there.all_heads().unwrap(), here.store.all_heads().unwrap());
    for store in [&here.store, &there] {
        let report = store.check().unwrap();
        assert!(report.is_sound(), "{:?}", report.damage);
        assert!(report.conflicts.is_empty(), "{:?}", report.conflicts);
    }
    assert_eq!((plan.submissions.len(), plan.clearances.len(), plan.achievements.len()), (1, 1, 2));
    assert_eq!(json!(plan.milestones["m1"].baseline_due), json!("2019-Q4"));
    assert_eq!(
        (plan.workplans["w"].state.as_str(), plan.closings.len()),
        ("closed", 2),
        "each closing is on record"
    );
    assert!(problems(&plan).is_empty(), "{:?}", problems(&plan));
    // What they agree on goes on as one field.
    let reopen = json!({"action": "reopen_plan", "workplan": "w", "reason": "Late figures"});
    act(&mut there, &secretariat(), reopen).unwrap();
    let again = json!({"action": "set_submission", "cycle": "cy", "jurisdiction": "CA-ON", "state": "draft"});
    act(&mut there, &lead("CA-ON"), again).unwrap();
    assert!(there.check().unwrap().conflicts.is_empty());
    assert_eq!(there.plan().unwrap().submissions.values().next().unwrap().state, "draft");
}

#[test]
fn what_arrives_for_a_closed_plan_is_never_refused() {
    let mut here = desk();
    let folder = tempfile::tempdir().unwrap();
    let mut there = Store::create(&folder.path().join("plan.jalon"), now()).unwrap();
    there.receive(now(), everything(&here.store), false).unwrap();
    let close =
        json!({"action": "close_plan", "workplan": "w", "lessons": {"p1": text("Begin earlier", "")}});
    act(&mut here.store, &secretariat(), close).unwrap();
    act(&mut there, &co_chair(), set_status("m1", status("SP", "on_track"))).unwrap();
    let received = here.store.receive(now(), everything(&there), false).unwrap();
    assert_eq!((received.applied, received.refused.len()), (1, 0));
    let plan = here.store.plan().unwrap();
    let closing = plan.closings.values().next().unwrap();
    assert!(!there.vector().unwrap().is_within(&closing.at), "it is told from what stood at the closing");
    assert!(here.store.check().unwrap().is_sound());
}

#[test]
fn what_one_store_merged_and_another_carried_over_is_told_once_in_the_next_cycle() {
    let mut here = desk();
    for challenge in ["a", "b"] {
        let fields = json!({"cycle": "cy", "text": text(challenge, ""), "attribution": "named", "jurisdictions": ["CA-ON"]});
        let create = json!({"action": "create", "kind": "challenge", "id": challenge, "fields": fields});
        here.act(&secretariat(), create).unwrap();
    }
    let folder = tempfile::tempdir().unwrap();
    let mut there = Store::create(&folder.path().join("plan.jalon"), now()).unwrap();
    there.receive(now(), everything(&here.store), false).unwrap();
    let merge = json!({"action": "merge_challenges", "id": "ab", "challenges": ["a", "b"],
        "attribution": "named", "text": text("a and b", "")});
    here.act(&secretariat(), merge).unwrap();
    there.carry_over(&secretariat(), &id("cy"), &id("cy2")).unwrap();
    here.store.receive(now(), everything(&there), false).unwrap();
    here.store.carry_over(&secretariat(), &id("cy"), &id("cy2")).unwrap();
    let plan = here.store.plan().unwrap();
    let merged = lineage::merged(&plan);
    let told = plan.challenges.values().filter(|it| it.cycle == id("cy2") && !merged.contains(&it.id));
    let told: Vec<&str> = told.map(|it| it.text.en.as_str()).filter(|text| *text != "Resources").collect();
    assert_eq!(told, ["a and b"]);
    assert!(problems(&plan).is_empty(), "{:?}", problems(&plan));
}
