//! Two secretariats that have not met table a first version of one deck each: both stay on
//! record, it is told, and their number means neither.

mod common;
mod met;

use common::*;
use jalon_domain::problem::{Problem, ProblemKind};
use jalon_domain::{Actor, Bilingual, Id, Lang};
use jalon_store::{ActError, Changes, Store, Tabling};
use jalon_words::{Words, faults};
use met::{everything, met, sound};
use serde_json::json;

const NAME: &str = "deck.pptx";

fn shown(desk: &Desk) -> String {
    let found =
        desk.store.approvals(Some(&id("cy")), now().date_naive(), &Actor::secretariat()).expect("readable");
    found.expect("a cycle").content
}

fn approve(desk: &mut Desk) {
    let content = shown(desk);
    let action =
        json!({"action": "approve_deck", "cycle": "cy", "jurisdiction": "CA-AB", "content": content});
    desk.store.act(&co_chair(), &read(action)).expect("approved");
}

/// Two desks that hold the same approved plan.
fn desks() -> [Desk; 2] {
    let mut here = Desk::new();
    let fields = json!({"name": "Ada", "roles": [{"role": "co_chair", "jurisdiction": "CA-AB"}]});
    let person = json!({"action": "create", "kind": "person", "id": "ada", "fields": fields});
    here.act(&secretariat(), person).expect("a person");
    approve(&mut here);
    let there = met(&here);
    [here, there]
}

fn table(desk: &mut Desk, of: Option<&Id>, bytes: &[u8]) -> Result<Changes, ActError> {
    let tabling = Tabling {
        cycle: id("cy"),
        content: shown(desk),
        tabled_on: now().date_naive(),
        erratum_of: of.cloned(),
        note: of.map(|_| Bilingual::from_source(Lang::En, "This one stands")),
    };
    desk.store.table(&secretariat(), &tabling, &[(NAME, bytes)])
}

fn last(desk: &Desk) -> Vec<Id> {
    desk.store.last_tabled(&id("cy")).expect("readable").into_iter().map(|it| it.id).collect()
}

fn meet(desks: &mut [Desk; 2]) {
    let [here, there] = desks;
    here.store.receive(now(), everything(&there.store), false).expect("received");
    there.store.receive(now(), everything(&here.store), false).expect("received");
}

fn twice(store: &Store) -> Vec<Problem> {
    let found = store.problems().expect("readable").into_iter();
    found.filter(|it| matches!(it.what, ProblemKind::TabledTwice(_))).collect()
}

#[test]
fn unlike_decks_under_one_number_are_a_problem_until_an_erratum_settles_it() {
    let mut desks = desks();
    table(&mut desks[0], None, b"PK here").expect("tabled");
    table(&mut desks[1], None, b"PK there").expect("tabled");
    assert!(desks.iter().all(|desk| twice(&desk.store).is_empty()), "neither has heard of the other");
    meet(&mut desks);
    let both = last(&desks[0]);
    assert_eq!((both.len(), last(&desks[1])), (2, both.clone()));
    for desk in &desks {
        sound(&desk.store);
        let [problem] = &twice(&desk.store)[..] else { panic!("one problem") };
        assert_eq!((&problem.id, problem.field), (&both[1], "version"));
        assert_eq!(problem.what, ProblemKind::TabledTwice(vec![both[0].clone()]));
        assert!(!problem.blocks(&id("w"), Some(&id("cy"))), "the erratum that settles it is a final deck");
        let told = Lang::BOTH.map(|lang| Words::of(lang).failure(&faults::problem(problem)));
        assert!(told.iter().all(|it| it.contains(both[0].as_str()) && it.contains("jalon erratum --of")));
        assert_ne!(told[0], told[1]);
    }
    let here = desks[0].store.kept_files().expect("readable").remove(0).digest;
    let decks = desks[0].store.tabled_decks(None).expect("readable");
    let own = decks.iter().find(|it| it.files[0].digest == here).expect("its own").id.clone();
    assert_eq!(code(table(&mut desks[0], Some(&own), b"PK here")), "failure-council-nothing-to-correct");
    let other = both.iter().find(|it| **it != own).expect("the other").clone();
    table(&mut desks[0], Some(&other), b"PK here").expect("the own one stands, so the other is corrected");
    meet(&mut desks);
    for desk in &desks {
        assert!(twice(&desk.store).is_empty());
        let last = desk.store.last_tabled(&id("cy")).expect("readable");
        let [erratum] = &last[..] else { panic!("{last:?}") };
        assert_eq!((erratum.version, erratum.erratum_of.as_ref()), (2, Some(&other)));
    }
}

#[test]
fn an_erratum_by_somebody_who_had_not_heard_of_the_other_deck_settles_nothing() {
    let mut desks = desks();
    table(&mut desks[0], None, b"PK here").expect("tabled");
    table(&mut desks[1], None, b"PK there").expect("tabled");
    let first = last(&desks[1]).remove(0);
    table(&mut desks[1], Some(&first), b"PK there, corrected").expect("corrected");
    meet(&mut desks);
    assert_eq!(twice(&desks[0].store).len(), 1);
    let second = last(&desks[0]);
    assert_eq!(second.len(), 1, "what was tabled last is no question");
    table(&mut desks[0], Some(&second[0]), b"PK both").expect("the next free number");
    assert!(twice(&desks[0].store).is_empty());
    let numbers = desks[0].store.tabled_decks(None).expect("readable").into_iter().map(|it| it.version);
    assert_eq!(numbers.collect::<Vec<_>>(), [1, 1, 2, 3]);
}

#[test]
fn alike_decks_under_one_number_are_no_problem() {
    let mut desks = desks();
    table(&mut desks[0], None, b"PK").expect("tabled");
    table(&mut desks[1], None, b"PK").expect("tabled");
    meet(&mut desks);
    assert!(twice(&desks[0].store).is_empty());
    assert_eq!(desks[0].store.tabled_decks(None).expect("readable").len(), 2, "each is on record");
    assert_eq!(last(&desks[0]).len(), 1);
    assert!(desks[0].store.moment("tabled", now()).is_ok());
}

#[test]
fn the_deck_of_the_next_meeting_settles_it_too() {
    let mut desks = desks();
    table(&mut desks[0], None, b"PK here").expect("tabled");
    table(&mut desks[1], None, b"PK there").expect("tabled");
    meet(&mut desks);
    let [here, _] = &mut desks;
    let open = json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "name": text("Next", "Suite"),
        "date": "2019-10-25", "opens": "2019-09-01"});
    here.act(&secretariat(), open).expect("opened");
    let found =
        here.store.approvals(Some(&id("cy2")), now().date_naive(), &Actor::secretariat()).expect("readable");
    let content = found.expect("a cycle").content;
    let action =
        json!({"action": "approve_deck", "cycle": "cy2", "jurisdiction": "CA-AB", "content": content});
    here.store.act(&co_chair(), &read(action)).expect("approved");
    assert_eq!(twice(&here.store).len(), 1);
    let tabled_on = now().date_naive();
    let tabling = Tabling { cycle: id("cy2"), content, tabled_on, erratum_of: None, note: None };
    here.store.table(&secretariat(), &tabling, &[(NAME, b"PK next")]).expect("tabled");
    assert!(twice(&here.store).is_empty());
}

#[test]
fn what_was_tabled_last_is_no_moment_while_two_decks_are_and_each_says_who_recorded_it() {
    let mut desks = desks();
    let complete = json!({"completion": "C", "evidence": [{"en": "https://example.org/"}]});
    desks[1].act(&co_chair(), set_status("m1", complete)).expect("complete");
    approve(&mut desks[1]);
    table(&mut desks[0], None, b"PK here").expect("tabled");
    table(&mut desks[1], None, b"PK there").expect("tabled");
    let why = json!({"completion": "SP", "outlook": "on_track", "reason": text("Withdrawn", "")});
    desks[1].act(&co_chair(), set_status("m1", why)).expect("taken back");
    meet(&mut desks);
    let [here, _] = &desks;
    let refused = here.store.moment("tabled", now()).expect_err("two").failure();
    assert_eq!(refused.code, "failure-council-several");
    for lang in Lang::BOTH {
        let told = Words::of(lang).failure(&refused);
        assert!(last(here).iter().all(|id| told.contains(id.as_str())), "{told}");
    }
    for named in last(here) {
        assert!(here.store.moment(named.as_str(), now()).is_ok());
    }
    let owed = here.store.corrections().expect("readable");
    assert_eq!(owed.len(), 1, "one of them reported it as complete");
    let versions = here.store.tabled_versions(Some(&id("cy"))).expect("readable");
    for version in &versions {
        assert!(version.recorded_by.as_ref().is_some_and(|it| *it == secretariat().actor));
        assert_eq!(version.recorded_at, Some(now()));
        assert_eq!(version.namesakes.len(), 1);
    }
}
