//! A transaction that a renewed device issued anew after a copy had sent it has two places,
//! and is one thing by either of them.

mod common;
mod met;
mod three;

use common::*;
use jalon_domain::content::content;
use jalon_domain::{Actor, Vector};
use jalon_store::{Receiver, Store};
use met::{copied, empty, met, sound};
use serde_json::{Value, json};
use three::Three;

fn create(kind: &str, entity: &str, fields: Value) -> Value {
    json!({"action": "create", "kind": kind, "id": entity, "fields": fields})
}

/// A plan of which one store was copied: the copy has sent what the original issues anew,
/// so that it has two places.
fn copied_and_renewed() -> Three {
    let mut three = Three::new();
    let step = json!({"cycle": "cy", "text": text("Meet in spring", "")});
    act(three.store(0), &secretariat(), create("next_step", "n9", step)).unwrap();
    act(three.store(0), &secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    three.copy(0, 2);
    three.deliver(2, 1);
    assert_eq!(three.store(0).renew_device(now()).unwrap().reissued, 2);
    three
}

#[test]
fn what_has_two_places_is_within_what_was_pinned_by_either_of_them() {
    let lessons = json!({"p1": text("Begin earlier", "Commencer plus tôt")});
    let close_plan = json!({"action": "close_plan", "workplan": "w", "lessons": lessons});
    let approved = |store: &Store| {
        let plan = store.plan().unwrap();
        let content = content(&plan, &id("cy")).unwrap().hash();
        json!({"action": "approve_deck", "cycle": "cy", "jurisdiction": "CA-AB", "content": content})
    };
    for closer in [0, 1, 2] {
        for pin in [json!({"action": "close_cycle", "cycle": "cy"}), close_plan.clone(), Value::Null] {
            let mut three = copied_and_renewed();
            let pin = if pin.is_null() { approved(three.store(closer)) } else { pin };
            act(three.store(closer), &co_chair(), pin).unwrap();
            three.meet();
            let end = three.end();
            assert!(end.late.values().all(|late| late.is_empty()), "{:?}", end.late);
            for then in end.pinned.values() {
                assert!(then.next_steps.contains_key("n9"), "it was told");
            }
            assert_eq!(end.unseen, 0);
        }
    }
}

#[test]
fn what_came_in_another_place_is_here_already_whoever_brings_it() {
    let mut three = copied_and_renewed();
    act(three.store(0), &co_chair(), json!({"action": "close_cycle", "cycle": "cy"})).unwrap();
    let received = three.deliver(0, 1);
    assert_eq!((received.applied, received.stubs, received.late), (1, 0, vec![]));
    // The third has only what the second passes on, and the copy brings nothing more.
    let received = three.deliver(1, 2);
    assert_eq!((received.applied, received.stubs, received.late), (1, 0, vec![]));
    let received = three.deliver(2, 0);
    assert_eq!((received.applied, received.stubs), (0, 0));
    let end = three.end();
    assert!(end.late.values().all(|late| late.is_empty()), "{:?}", end.late);
    // It stays so where the file is opened again.
    (0..3).for_each(|n| three.reopen(n));
    assert_eq!(three.end(), end);
}

#[test]
fn an_anonymous_challenge_that_has_two_places_is_issued_in_both() {
    for late in [false, true] {
        let mut ours = Desk::new();
        let (mut theirs, mut chairs) = (met(&ours), empty());
        let submit = json!({"action": "create", "kind": "challenge", "id": "money",
            "fields": {"cycle": "cy", "text": text("Money", "Argent"), "attribution": "anonymous",
                "origins": ["CA-NU"]}});
        theirs.act(&lead("CA-NU"), submit).unwrap();
        let copy = copied(&theirs);
        let nunavut = lead("CA-NU").actor;
        let sent = |store: &Store, receiver| store.outgoing(&Vector::default(), receiver, &nunavut).unwrap();
        assert_eq!(theirs.store.renew_device(now()).unwrap().reissued, 1);
        ours.store.receive(now(), sent(&copy, Receiver::Secretariat), false).unwrap();
        chairs.store.receive(now(), sent(&copy, Receiver::Everybody), false).unwrap();
        let anew = sent(&theirs.store, Receiver::Secretariat);
        let issue = json!({"action": "issue_challenges"});
        if late {
            ours.act(&secretariat(), issue.clone()).unwrap();
        }
        let received = ours.store.receive(now(), anew, false).unwrap();
        assert_eq!((received.applied, received.stubs), (0, 0), "it is here, in another place");
        ours.act(&secretariat(), issue.clone()).unwrap();
        assert_eq!(code(ours.act(&secretariat(), issue)), "failure-store-nothing-changes");
        let out =
            ours.store.outgoing(&Vector::default(), Receiver::Everybody, &Actor::secretariat()).unwrap();
        assert_eq!(out.iter().filter(|item| item.is_stub()).count(), 2);
        chairs.store.receive(now(), out, false).unwrap();
        assert_eq!((ours.store.unseen().unwrap(), chairs.store.unseen().unwrap()), (0, 0));
        assert!(chairs.store.plan().unwrap().challenges.contains_key("money"));
        sound(&chairs.store);
        sound(&ours.store);
    }
}
