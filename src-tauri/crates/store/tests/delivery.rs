//! Between stores: what one lacks the other sends, in whatever order it comes.

mod common;
mod met;

use common::*;
use jalon_domain::{Actor, Vector};
use jalon_store::{Item, Need, Receiver, Store};
use met::{empty, everything, met, sound};
use serde_json::json;

/// Everything that a store holds, for everybody.
fn for_everybody(store: &Store) -> Vec<Item> {
    store.outgoing(&Vector::default(), Receiver::Everybody, &Actor::secretariat()).unwrap()
}

#[test]
fn what_one_store_sends_another_shows_and_a_second_time_nothing_happens() {
    let mut desk = Desk::new();
    desk.act(&co_chair(), set_status("m1", status("SP", "on_track"))).unwrap();
    let mut other = empty();
    let items = everything(&desk.store);
    let received = other.store.receive(now(), items.clone(), false).unwrap();
    assert_eq!((received.applied, received.known, received.newer), (2, 1, 0));
    let changes = received.changes.unwrap();
    assert!(changes.upserted.len() > 5);
    assert_eq!(other.store.plan().unwrap(), desk.store.plan().unwrap());
    assert_eq!(other.store.all_heads().unwrap(), desk.store.all_heads().unwrap());
    assert_eq!(everything(&other.store), items);
    sound(&other.store);
    let again = other.store.receive(now(), items, false).unwrap();
    assert_eq!((again.applied, again.known), (0, 3));
    assert!(again.changes.is_none());
    assert_eq!(other.store.search("litteratie", &Actor::secretariat()).unwrap().hits.len(), 1);
}

#[test]
fn a_line_reads_back_as_it_was_written_and_a_changed_one_is_refused() {
    let desk = Desk::new();
    for item in everything(&desk.store) {
        let line = item.to_line();
        assert_eq!(Item::from_line(&line).unwrap(), item);
        let changed = line.replacen("\"action\":\"", "\"action\":\"x", 1);
        assert_eq!(Item::from_line(&changed).unwrap_err().failure().code, "failure-item-changed");
    }
}

#[test]
fn what_comes_too_early_waits_by_name_across_restarts_and_is_applied_in_the_end() {
    let mut desk = Desk::new();
    let mut other = met(&desk);
    desk.act(&co_chair(), edit("m1", json!({"due": "2020"}))).unwrap();
    desk.act(&co_chair(), edit("m1", json!({"due": "2021"}))).unwrap();
    let mut items = everything(&desk.store);
    let last = items.iter().position(|item| item.seq() == 3).unwrap();
    let last = items.remove(last);
    let received = other.store.receive(now(), vec![last.clone()], false).unwrap();
    assert_eq!(received.applied, 0);
    let before = Need::Transaction { device: last.device().to_owned(), seq: 2 };
    assert_eq!(received.waiting[0].needs, before);
    let mut reopened = other.another();
    assert_eq!(reopened.waiting().unwrap(), received.waiting);
    let received = reopened.receive(now(), items, false).unwrap();
    assert_eq!((received.applied, received.waiting.len()), (2, 0));
    assert_eq!(reopened.plan().unwrap(), desk.store.plan().unwrap());
    sound(&reopened);
}

#[test]
fn two_edits_at_once_are_both_kept_in_both_stores() {
    let mut desk = Desk::new();
    let mut other = met(&desk);
    desk.act(&co_chair(), edit("m1", json!({"title.en": "Here"}))).unwrap();
    other.act(&secretariat(), edit("m1", json!({"title.en": "There"}))).unwrap();
    let received = other.store.receive(now(), everything(&desk.store), false).unwrap();
    assert_eq!(received.changes.unwrap().conflicts, [(id("m1"), "title.en".to_owned())]);
    desk.store.receive(now(), everything(&other.store), false).unwrap();
    assert_eq!(desk.store.heads(&id("m1")).unwrap(), other.store.heads(&id("m1")).unwrap());
    assert_eq!(desk.store.plan().unwrap(), other.store.plan().unwrap());
    sound(&desk.store);
    sound(&other.store);
}

#[test]
fn both_sides_of_a_text_may_be_emptied_at_once_and_the_plan_is_still_read() {
    let mut desk = Desk::new();
    let mut other = met(&desk);
    desk.act(&co_chair(), edit("m1", json!({"title": {"fr": "Projet de norme", "source": "fr"}}))).unwrap();
    other.act(&secretariat(), edit("m1", json!({"title.fr": null}))).unwrap();
    desk.store.receive(now(), everything(&other.store), false).unwrap();
    let plan = desk.store.plan().unwrap();
    assert!(plan.milestones["m1"].title.is_empty());
    let problems = jalon_domain::problem::problems(&plan);
    assert!(problems.iter().any(|problem| problem.id == id("m1") && problem.field == "title"));
    assert_eq!(desk.another().plan().unwrap(), plan);
    sound(&desk.store);
}

fn create(kind: &str, entity: &str, fields: serde_json::Value) -> serde_json::Value {
    json!({"action": "create", "kind": kind, "id": entity, "fields": fields})
}

fn nameless(origin: &str) -> serde_json::Value {
    json!({"cycle": "cy", "text": text("Metadata", ""), "attribution": "anonymous", "origins": [origin]})
}

#[test]
fn where_a_challenge_came_from_stays_here_and_comes_to_whoever_may_see_it() {
    let desk = Desk::new();
    let mut other = empty();
    let items = for_everybody(&desk.store);
    assert!(items.iter().all(|item| !item.is_stub() && !item.to_line().contains("[\\\"CA-ON\\\"]")));
    other.store.receive(now(), items, false).unwrap();
    let (theirs, ours) = (other.store.plan().unwrap(), desk.store.plan().unwrap());
    assert!(theirs.challenges["ch"].origins.is_empty());
    assert_eq!(theirs.challenges["ch"].text, ours.challenges["ch"].text);
    assert_eq!(other.store.all_heads().unwrap(), desk.store.all_heads().unwrap());
    sound(&other.store);
    let received = other.store.receive(now(), everything(&desk.store), false).unwrap();
    assert_eq!((received.applied, received.completed), (0, 1));
    assert_eq!(received.changes.unwrap().upserted.len(), 8);
    assert_eq!(other.store.plan().unwrap(), ours);
    sound(&other.store);
    assert_eq!(everything(&other.store), everything(&desk.store));
}

#[test]
fn a_stub_keeps_the_place_of_what_its_author_would_tell_and_the_whole_may_replace_it() {
    let mut desk = Desk::new();
    let quebec = lead("CA-QC");
    desk.act(&quebec, create("challenge", "c2", nameless("CA-QC"))).unwrap();
    desk.act(&quebec, edit("c2", json!({"text.en": "Metadata and IT"}))).unwrap();
    desk.act(&secretariat(), edit("c2", json!({"text.en": "Metadata, IT"}))).unwrap();
    desk.act(
        &secretariat(),
        create("challenge", "c3", {
            let mut carried = nameless("CA-QC");
            carried["carried_from"] = json!("c2");
            carried
        }),
    )
    .unwrap();
    let mut other = empty();
    let received = other.store.receive(now(), for_everybody(&desk.store), false).unwrap();
    assert!(received.waiting.is_empty() && received.refused.is_empty(), "{received:?}");
    assert_eq!(received.stubs, 2);
    let plan = other.store.plan().unwrap();
    assert!(!plan.challenges.contains_key("c2") && plan.challenges.contains_key("c3"));
    sound(&other.store);
    let mut third = empty();
    let received = third.store.receive(now(), everything(&other.store), false).unwrap();
    assert!(received.waiting.is_empty(), "what is hidden stays hidden from the next: {received:?}");
    sound(&third.store);
    for store in [&mut other.store, &mut third.store] {
        let received = store.receive(now(), everything(&desk.store), false).unwrap();
        assert_eq!(received.applied, 2);
        assert_eq!(store.plan().unwrap(), desk.store.plan().unwrap());
        assert_eq!(store.all_heads().unwrap(), desk.store.all_heads().unwrap());
        sound(store);
        assert_eq!(everything(store), everything(&desk.store));
    }
}

#[test]
fn a_lead_sends_the_secretariat_its_own_origins_and_nobody_else_s() {
    let mut desk = Desk::new();
    desk.act(&lead("CA-QC"), create("challenge", "c2", nameless("CA-QC"))).unwrap();
    desk.act(&lead("CA-ON"), create("challenge", "c3", nameless("CA-ON"))).unwrap();
    let items = desk.store.outgoing(&Vector::default(), Receiver::Secretariat, &lead("CA-QC").actor).unwrap();
    let mut other = empty();
    other.store.receive(now(), items, false).unwrap();
    let plan = other.store.plan().unwrap();
    assert_eq!(plan.challenges["c2"].origins, [id("CA-QC")]);
    assert!(!plan.challenges.contains_key("c3") && plan.challenges["ch"].origins.is_empty());
    sound(&other.store);
}

#[test]
fn what_is_redacted_here_is_gone_in_every_store_that_hears_of_it_and_does_not_come_back() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), edit("ch", json!({"text.en": "Zebra’s own words"}))).unwrap();
    let (mut other, mut third) = (empty(), empty());
    let before = for_everybody(&desk.store);
    other.store.receive(now(), before.clone(), false).unwrap();
    let why = jalon_store::Context { reason: Some("a person’s name".into()), ..secretariat() };
    desk.store.redact(&why, &id("ch"), "text", &[]).unwrap();
    let redacted = for_everybody(&desk.store);
    assert!(redacted.iter().all(|item| !item.is_stub() && !item.to_line().contains("Zebra")));
    other.store.receive(now(), redacted.clone(), false).unwrap();
    third.store.receive(now(), redacted, false).unwrap();
    for store in [&mut other.store, &mut third.store] {
        store.receive(now(), before.clone(), false).unwrap();
        assert_eq!(store.search("zebra", &Actor::secretariat()).unwrap().hits, []);
        assert!(everything(store).iter().all(|item| !item.to_line().contains("Zebra")));
        assert_eq!(
            store.plan().unwrap().challenges["ch"].text,
            desk.store.plan().unwrap().challenges["ch"].text
        );
        sound(store);
    }
}

#[test]
fn what_somebody_redacts_who_leads_as_well_is_gone_everywhere_too() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), edit("ch", json!({"text.en": "Zebra’s own words"}))).unwrap();
    let mut other = empty();
    other.store.receive(now(), for_everybody(&desk.store), false).unwrap();
    let roles = json!([{"role": "secretariat"}, {"role": "lead", "jurisdiction": "CA-YT"}]);
    let both = Actor::holding("B", serde_json::from_value(roles).unwrap());
    let both = jalon_store::Context::new(both, now());
    // What else this person writes to a challenge that names nobody stays with the secretariat.
    desk.act(&both, edit("ch", json!({"text.fr": "Le droit"}))).unwrap();
    let why = jalon_store::Context { reason: Some("a person’s name".into()), ..both };
    desk.store.redact(&why, &id("ch"), "text", &[]).unwrap();
    let redacted = for_everybody(&desk.store);
    assert_eq!(redacted.iter().filter(|item| item.is_stub()).count(), 1);
    other.store.receive(now(), redacted, false).unwrap();
    assert_eq!(other.store.search("zebra", &Actor::secretariat()).unwrap().hits, []);
    assert!(everything(&other.store).iter().all(|item| !item.to_line().contains("Zebra")));
    sound(&other.store);
}

#[test]
fn what_waits_for_what_is_kept_from_this_store_goes_in_once_that_is_said() {
    let mut desk = Desk::new();
    let mut lead = met(&desk);
    lead.act(&common::lead("CA-NU"), create("challenge", "money", nameless("CA-NU"))).unwrap();
    let nunavut = common::lead("CA-NU").actor;
    let sent = |receiver| lead.store.outgoing(&Vector::default(), receiver, &nunavut).unwrap();
    let mut other = met(&desk);
    other.store.receive(now(), sent(Receiver::Everybody), false).unwrap();
    desk.store.receive(now(), sent(Receiver::Secretariat), false).unwrap();
    desk.act(&secretariat(), edit("money", json!({"text.en": "Means"}))).unwrap();
    desk.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    // Told as if the other store had everything up to here, then what is for everybody.
    let through: Vector =
        everything(&other.store).iter().map(|item| (item.device().to_owned(), item.seq())).collect();
    let new = desk.store.outgoing(&through, Receiver::Secretariat, &Actor::secretariat()).unwrap();
    let received = other.store.receive(now(), new, false).unwrap();
    assert_eq!((received.applied, received.waiting.len()), (0, 2));
    let received = other.another().receive(now(), for_everybody(&desk.store), false).unwrap();
    assert_eq!((received.applied, received.waiting), (2, vec![]));
    let mut again = other.another();
    assert_eq!(again.plan().unwrap().milestones["m1"].due, desk.store.plan().unwrap().milestones["m1"].due);
    // The words come later all the same, and then both hold the same.
    let received = again.receive(now(), everything(&desk.store), false).unwrap();
    assert_eq!((received.applied, received.waiting), (1, vec![]));
    assert_eq!(again.plan().unwrap(), desk.store.plan().unwrap());
    sound(&again);
}
