//! That a challenge was merged or carried over from one that names nobody is told only to
//! those who may know where that came from, also once it says so no more.

mod common;
mod offices;

use common::*;
use jalon_domain::content::content;
use jalon_domain::{Actor, Role, Vector};
use jalon_store::{Context, HistoryPage, Receiver, Store};
use offices::{Stores, send, unissued};
use serde_json::{Value, json};

fn challenge(entity: &str, more: Value) -> Value {
    let mut given = json!({"cycle": "cy", "text": text(entity, "Défi"), "attribution": "named",
        "jurisdictions": ["CA-ON"]});
    given.as_object_mut().unwrap().extend(fields(more));
    json!({"action": "create", "kind": "challenge", "id": entity, "fields": given})
}

fn nameless(entity: &str) -> Value {
    challenge(entity, json!({"attribution": "anonymous", "jurisdictions": null, "origins": ["CA-ON"]}))
}

fn reader() -> Actor {
    Actor::new("R", Role::Reader, None)
}

fn stale(desk: &Desk, mut action: Value) -> Value {
    action["bases"] = json!({});
    action["bases"] = json!(desk.store.bases_for(&read(action.clone())).unwrap());
    action
}

/// Nobody else learns from a store who said that the named one became of the other.
fn is_not_told(store: &Store, sender: &Actor, way: &str) {
    for reader in [&reader(), &co_chair().actor, &lead("CA-QC").actor] {
        let page = HistoryPage { of: Some(&id("n")), reader: Some(reader), ..Default::default() };
        let entries = store.history_page(&page).unwrap();
        assert!(entries.iter().all(|entry| entry.actor.is_none()), "{way}: {entries:?}");
    }
    for item in store.outgoing(&Vector::default(), Receiver::Everybody, sender).unwrap() {
        let line = item.to_line();
        let tells = ["\"n\"", "hushed"].iter().any(|it| line.contains(it));
        assert!(!tells || !line.contains("CA-ON"), "{way}: {line}");
    }
}

/// A lead's store with a nameless challenge and a named one.
fn spoken_up() -> Stores {
    let mut all = Stores::new();
    for action in [nameless("hushed"), challenge("n", json!({})), challenge("o", json!({}))] {
        all.ontario.act(&lead("CA-ON"), action).unwrap();
    }
    all
}

fn from_hushed() -> Value {
    edit("n", json!({"merged_from": ["hushed"]}))
}

#[test]
fn a_source_that_is_taken_back_was_named_all_the_same() {
    let back = json!({"action": "undo"});
    let emptied = edit("n", json!({"merged_from": []}));
    for (way, action) in [("undone", back), ("emptied", emptied)] {
        let mut all = spoken_up();
        let ontario = lead("CA-ON");
        all.ontario.act(&ontario, from_hushed()).unwrap();
        is_not_told(&all.ontario.store, &ontario.actor, "as it stands");
        all.ontario.act(&ontario, action).unwrap();
        is_not_told(&all.ontario.store, &ontario.actor, way);
        all.round();
        is_not_told(&all.secretariat.store, &Actor::secretariat(), way);
        all.issued_all();
    }
}

#[test]
fn nor_is_it_told_once_the_secretariat_empties_or_redacts_it_or_where_another_version_is_shown() {
    let because = Context { reason: Some("privacy".into()), ..secretariat() };
    type Way = fn(&mut Stores, &Context);
    let ways: [(&str, Way); 2] = [
        ("emptied", |all, _| {
            let emptied = edit("n", json!({"merged_from": []}));
            all.secretariat.act(&secretariat(), emptied).map(drop).unwrap();
        }),
        ("redacted", |all, because| {
            all.secretariat.store.redact(because, &id("n"), "merged_from", &[]).map(drop).unwrap();
        }),
    ];
    for (way, done) in ways {
        let mut all = spoken_up();
        all.lead_does(from_hushed());
        done(&mut all, &because);
        is_not_told(&all.secretariat.store, &Actor::secretariat(), way);
        all.round();
        is_not_told(&all.ontario.store, &lead("CA-ON").actor, way);
    }
    // Which of two versions is shown follows from their ids, and those are random.
    let shown_otherwise = (0..40).find_map(|_| {
        let mut all = spoken_up();
        let late = stale(&all.ontario, from_hushed());
        all.ontario.act(&lead("CA-ON"), edit("n", json!({"merged_from": ["o"]}))).unwrap();
        all.ontario.act(&lead("CA-ON"), late).unwrap();
        let shown = all.ontario.store.plan().unwrap().challenges["n"].merged_from == [id("o")];
        shown.then_some(all)
    });
    let all = shown_otherwise.expect("one time in two");
    is_not_told(&all.ontario.store, &lead("CA-ON").actor, "another head");
}

#[test]
fn what_was_carried_over_from_a_nameless_one_says_no_more_than_that_does() {
    for action in
        [challenge("n2", json!({"carried_from": "hushed"})), edit("n", json!({"carried_from": "hushed"}))]
    {
        let mut all = spoken_up();
        all.ontario.act(&lead("CA-ON"), action.clone()).unwrap();
        let carried = action["id"].as_str().unwrap().to_owned();
        let page = |reader: &Actor| {
            let of = id(&carried);
            let page = HistoryPage { of: Some(&of), reader: Some(reader), ..Default::default() };
            all.ontario.store.history_page(&page).unwrap().len()
        };
        assert_eq!(page(&reader()), 0);
        assert!(page(&lead("CA-ON").actor) > 0);
        let out = all
            .ontario
            .store
            .outgoing(&Vector::default(), Receiver::Everybody, &lead("CA-ON").actor)
            .unwrap();
        assert!(out.iter().all(|item| !item.to_line().contains("hushed")));
    }
}

#[test]
fn carried_over_by_name_it_stays_as_open_as_it_was_and_once_nameless_it_is_issued_anew() {
    let mut all = Stores::new();
    all.lead_does(nameless("once"));
    all.secretariat
        .act(&secretariat(), edit("once", json!({"attribution": "named", "jurisdictions": ["CA-ON"]})))
        .unwrap();
    let quebec = json!({"jurisdictions": ["CA-QC"]});
    all.secretariat.act(&secretariat(), challenge("open", quebec)).unwrap();
    let cycle = json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "date": "2020-02-26",
        "name": text("Next", "Prochaine")});
    all.secretariat.act(&secretariat(), cycle).unwrap();
    all.secretariat.act(&secretariat(), offices::issue()).unwrap();
    all.round();
    // The co-chair carries what is everybody's; it goes everywhere as it stands.
    let carried_over = all.alberta.store.carry_over(&co_chair(), &id("cy"), &id("cy2")).unwrap();
    assert_eq!((carried_over.done.len(), carried_over.left), (1, 2));
    all.round();
    let carried = |entity: &str| jalon_domain::carry::carried_id(&id(entity), &id("cy2"));
    for desk in [&all.secretariat, &all.ontario, &all.alberta] {
        let copy = &desk.store.plan_for(&reader()).unwrap().challenges[&carried("open")];
        assert_eq!((copy.attribution.as_str(), &copy.jurisdictions), ("named", &vec![id("CA-QC")]));
        let of = carried("open");
        let page = HistoryPage { of: Some(&of), reader: Some(&reader()), ..Default::default() };
        let entries = desk.store.history_page(&page).unwrap();
        assert_eq!(entries[0].actor, Some(co_chair().actor));
        assert_eq!(desk.store.unseen().unwrap(), 0);
    }
    // The secretariat carries the rest: its decks name whom they name, and so do the others'
    // once that is issued.
    all.secretariat.store.carry_over(&secretariat(), &id("cy"), &id("cy2")).unwrap();
    assert_eq!(unissued(&all.secretariat), [carried("once").to_string()]);
    let Stores { secretariat: ours, alberta, .. } = &mut all;
    send(ours, alberta, Receiver::Everybody, &Actor::secretariat());
    assert!(alberta.store.plan().unwrap().challenges[&carried("once")].jurisdictions.is_empty());
    all.issued_all();
    for desk in [&all.secretariat, &all.ontario, &all.alberta] {
        let copy = &desk.store.plan_for(&reader()).unwrap().challenges[&carried("once")];
        assert_eq!((copy.attribution.as_str(), &copy.jurisdictions), ("named", &vec![id("CA-ON")]));
    }
    let of = |desk: &Desk| content(&desk.store.plan_for(&reader()).unwrap(), &id("cy2")).unwrap().hash();
    assert_eq!(of(&all.alberta), of(&all.secretariat));
    assert_eq!(of(&all.ontario), of(&all.secretariat));
}

impl Stores {
    /// The secretariat issues, everybody reads it, and nothing is left.
    fn issued_all(&mut self) {
        self.secretariat.act(&secretariat(), offices::issue()).unwrap();
        self.round();
        assert_eq!(unissued(&self.secretariat), Vec::<String>::new());
        assert_eq!(self.alberta.store.unseen().unwrap(), 0);
    }
}
