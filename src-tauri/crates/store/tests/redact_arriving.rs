//! What arrives of what was redacted, when the journal of a restored plan does not say so:
//! before and after what it builds on, and where its values were kept back at first.

mod common;
mod met;
mod unheard;

use std::fs;

use common::*;
use jalon_domain::{Actor, Vector};
use jalon_store::{Item, Receiver, Why};
use met::{empty, everything, met, sound};
use serde_json::json;
use unheard::*;

#[test]
fn what_waits_holds_nothing_of_it_whether_it_came_before_or_after() {
    let (mut desk, other) = unheard(|_, _| {});
    let mut parts = new_of(&other, &desk);
    assert_eq!(parts.len(), 2);
    let first = parts.remove(0);
    let received = desk.store.receive(now(), parts.clone(), false).unwrap();
    assert_eq!((received.applied, received.waiting.len()), (0, 1));
    is_out(&desk);
    let received = desk.store.receive(now(), vec![first], false).unwrap();
    assert_eq!((received.applied, received.waiting.len()), (2, 0));
    is_out(&desk);
}

#[test]
fn what_waits_already_when_a_redaction_is_heard_of_is_cleaned() {
    let mut desk = Desk::new();
    desk.act(&co_chair(), edit("n1", json!({"text": text("Meet", "")}))).unwrap();
    let mut third = met(&desk);
    desk.act(&co_chair(), edit("n1", json!({"text": text(&format!("Ask {SECRET}"), "")}))).unwrap();
    desk.store.back_up(Why::ByHand, now()).unwrap();
    desk.act(&co_chair(), edit("n1", json!({"text": text(&format!("Tell {SECRET}"), "")}))).unwrap();
    let (early, late): (Vec<Item>, Vec<Item>) =
        new_of(&desk, &third).into_iter().partition(|item| item.to_line().contains("Ask"));
    redact(&mut desk, "n1", "text");
    third.store.receive(now(), late, false).unwrap();
    assert!(!holding(&third).is_empty(), "it waits");
    // What was done before in the restored store has another place in its own chain.
    let desk = restored(desk, |_, _| {});
    let (_, told): (Vec<Item>, Vec<Item>) =
        new_of(&desk, &third).into_iter().partition(|item| item.device() == early[0].device());
    let received = third.store.receive(now(), told, false).unwrap();
    assert_eq!(received.waiting.len(), 2, "{received:?}");
    is_out(&third);
    third.store.receive(now(), early, false).unwrap();
    is_out(&third);
}

#[test]
fn backups_know_a_redaction_too_that_the_store_only_heard_of() {
    let mut desk = Desk::new();
    write(&mut desk);
    let other = met(&desk);
    redact_all(&mut desk);
    let mut third = empty();
    third.store.back_up(Why::ByHand, now()).unwrap();
    third.store.receive(now(), everything(&desk.store), false).unwrap();
    let mut third = restored(third, |path, _| fs::write(path, "nothing that can be read").unwrap());
    third.store.receive(now(), everything(&other.store), false).unwrap();
    is_out(&third);
    assert!(third.store.plan().unwrap().next_steps.contains_key("n2"));
}

#[test]
fn a_value_that_was_kept_back_is_not_filled_in() {
    let mut desk = Desk::new();
    let fields = json!({"cycle": "cy", "text": text("Metadata", ""), "attribution": "anonymous",
        "origins": ["CA-QC"]});
    let create = json!({"action": "create", "kind": "challenge", "id": "c2", "fields": fields});
    desk.act(&secretariat(), create).unwrap();
    let mut other = empty();
    let for_everybody =
        desk.store.outgoing(&Vector::default(), Receiver::Everybody, &Actor::secretariat()).unwrap();
    other.store.receive(now(), for_everybody, false).unwrap();
    other.store.back_up(Why::ByHand, now()).unwrap();
    let all = everything(&desk.store);
    other.store.receive(now(), all.clone(), false).unwrap();
    assert_eq!(other.store.plan().unwrap().challenges["c2"].origins, [id("CA-QC")]);
    redact(&mut other, "c2", "origins");
    let mut other = restored(other, |_, _| {});
    let received = other.store.receive(now(), all, false).unwrap();
    let plan = other.store.plan().unwrap();
    assert_eq!(received.completed, 1, "the origins of another challenge");
    assert_eq!(plan.challenges["ch"].origins, [id("CA-ON")]);
    assert!(plan.challenges["c2"].origins.is_empty());
    sound(&other.store);
    // Whoever has it still hears of it, though it would not be told who restored the plan.
    exchange(&mut other, &mut desk);
    assert!(desk.store.plan().unwrap().challenges["c2"].origins.is_empty());
}
