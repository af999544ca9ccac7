//! When milestones were last reported on: the same day in every store.

mod common;
mod met;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use common::*;
use jalon_domain::problem::Objects;
use jalon_domain::since::Difference;
use jalon_domain::{Id, Kind};
use jalon_store::{Changes, Context, Store};
use met::{empty, everything, met, sound};
use serde_json::{Value, json};

fn on(day: &str) -> DateTime<Utc> {
    at(&format!("{day}T12:00:00Z"))
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn reported(store: &Store) -> BTreeMap<Id, NaiveDate> {
    let found = store.surroundings(now().date_naive()).expect("readable").reported_on;
    let then = store.surroundings_as_of(&store.vector().expect("a vector"), now().date_naive());
    assert_eq!(then.expect("readable").reported_on, found, "as of now");
    found
}

fn act(desk: &mut Desk, when: &str, context: Context, action: Value) -> Changes {
    desk.act(&Context { now: on(when), ..context }, action).expect("done")
}

#[test]
fn two_stores_with_the_same_journal_tell_the_same_whenever_they_met() {
    let mut desk = Desk::new();
    let first = act(&mut desk, "2019-09-12", co_chair(), set_status("m1", status("SP", "on_track"))).txn;
    let complete = json!({"completion": "C", "evidence": [{"en": "https://example.org/"}]});
    act(&mut desk, "2019-09-13", co_chair(), set_status("m2", complete));
    let mut other = empty();
    other.store.receive(on("2019-11-30"), everything(&desk.store), false).expect("received");
    sound(&other.store);
    let expected = BTreeMap::from([(id("m1"), day("2019-09-12")), (id("m2"), day("2019-09-13"))]);
    assert_eq!((reported(&desk.store), reported(&other.store)), (expected.clone(), expected));
    for store in [&desk.store, &other.store] {
        let [from, to] =
            [first.as_str(), "now"].map(|it| store.moment(it, on("2019-12-01")).expect("a moment"));
        let since = store.since(&from, &to, &secretariat().actor).expect("readable");
        assert!(since.differences.contains(&Difference::Completed { milestone: id("m2") }));
        assert_eq!(since.completed_on[&id("m2")], day("2019-09-13"));
    }
}

#[test]
fn a_clock_that_goes_ahead_decides_nothing() {
    let mut desk = Desk::new();
    act(&mut desk, "2031-01-01", co_chair(), set_status("m1", status("SP", "on_track")));
    assert_eq!(reported(&met(&desk).store)[&id("m1")], now().date_naive());
}

#[test]
fn what_is_no_report_leaves_the_day_as_it_is() {
    let mut desk = Desk::new();
    let reason = json!({"en": "Staff left", "source": "en", "state": "missing"});
    let at_risk = json!({"completion": "LP", "outlook": "at_risk", "reason": reason});
    act(&mut desk, "2019-09-11", co_chair(), set_status("m1", at_risk));
    let mut check = |when: &str, context: Context, action: Value, expected: &str| {
        let told = action.to_string();
        act(&mut desk, when, context, action);
        assert_eq!(reported(&desk.store)[&id("m1")], day(expected), "{told}");
    };
    let undo = || json!({"action": "undo"});
    check("2019-09-12", secretariat(), edit("m1", json!({"status.reason.fr": "Des départs"})), "2019-09-11");
    let approve = json!({"action": "approve_translation", "id": "m1", "field": "status.reason"});
    check("2019-09-13", secretariat(), approve, "2019-09-11");
    check("2019-09-14", co_chair(), edit("m1", json!({"position": "zz"})), "2019-09-11");
    check("2019-09-15", co_chair(), edit("m1", json!({"title.en": "Standard"})), "2019-09-11");
    check("2019-09-16", co_chair(), edit("m1", json!({"due": "2020-Q1"})), "2019-09-16");
    check("2019-09-17", co_chair(), undo(), "2019-09-11");
    check("2019-09-18", co_chair(), json!({"action": "redo"}), "2019-09-16");
    let reworded = json!({"en": "Many left", "source": "en", "state": "missing"});
    let reworded = json!({"completion": "LP", "outlook": "at_risk", "reason": reworded});
    check("2019-09-19", co_chair(), set_status("m1", reworded), "2019-09-19");
    check("2019-09-20", co_chair(), undo(), "2019-09-16");
}

/// Takes in all that another store holds.
fn receive(into: &mut Desk, from: &Desk, when: &str) {
    into.store.receive(on(when), everything(&from.store), false).expect("received");
}

fn complete() -> Value {
    json!({"completion": "C", "evidence": [{"en": "https://example.org/"}]})
}

/// Chooses a status of a milestone, in place of all that stand there.
fn choose(desk: &mut Desk, when: &str, milestone: &str, value: Value) {
    let heads = desk.store.heads(&id(milestone)).expect("readable").remove("status").expect("heads");
    assert!(heads.len() > 1, "a conflict");
    let shown: Vec<String> = heads.into_iter().map(|head| head.change).collect();
    let choice = json!({"action": "resolve", "id": milestone, "field": "status", "value": value,
        "bases": {"status": shown}});
    act(desk, when, co_chair(), choice);
}

/// The day on which a milestone is told to have been completed, since a moment.
fn completed_on(store: &Store, from: &str, milestone: &str) -> NaiveDate {
    let [from, to] = [from, "now"].map(|it| store.moment(it, on("2020-12-01")).expect("a moment"));
    let since = store.since(&from, &to, &secretariat().actor).expect("readable");
    assert!(since.differences.contains(&Difference::Completed { milestone: id(milestone) }));
    since.completed_on[&id(milestone)]
}

#[test]
fn two_stores_tell_the_day_of_the_version_that_was_chosen() {
    let mut desk = Desk::new();
    let start = desk.store.history(None).expect("readable")[0].txn.clone();
    let mut other = met(&desk);
    act(&mut desk, "2019-09-12", co_chair(), set_status("m1", complete()));
    act(&mut other, "2019-09-14", co_chair(), set_status("m1", status("SP", "on_track")));
    receive(&mut other, &desk, "2019-09-15");
    receive(&mut desk, &other, "2019-09-16");
    choose(&mut desk, "2019-10-20", "m1", complete());
    receive(&mut other, &desk, "2019-10-21");
    for store in [&desk.store, &other.store] {
        assert_eq!(completed_on(store, &start, "m1"), day("2019-09-12"));
        assert_eq!(reported(store)[&id("m1")], day("2019-09-12"));
    }
}

#[test]
fn something_else_that_is_said_in_place_of_all_versions_is_said_on_that_day() {
    let mut desk = Desk::new();
    let mut other = met(&desk);
    act(&mut desk, "2019-09-12", co_chair(), set_status("m1", status("LP", "on_hold")));
    act(&mut other, "2019-09-14", co_chair(), set_status("m1", status("SP", "on_track")));
    receive(&mut desk, &other, "2019-09-16");
    choose(&mut desk, "2019-10-20", "m1", status("NS", "on_track"));
    assert_eq!(reported(&desk.store)[&id("m1")], day("2019-10-20"));
}

#[test]
fn what_was_taken_back_and_done_again_was_completed_when_it_first_was() {
    let mut desk = Desk::new();
    let start = desk.store.history(None).expect("readable")[0].txn.clone();
    act(&mut desk, "2019-10-15", co_chair(), set_status("m1", complete()));
    act(&mut desk, "2019-12-20", co_chair(), json!({"action": "undo"}));
    act(&mut desk, "2019-12-20", co_chair(), json!({"action": "redo"}));
    assert_eq!(completed_on(&desk.store, &start, "m1"), day("2019-10-15"));
    let other = json!({"completion": "C", "evidence": [{"en": "https://example.org/other"}]});
    act(&mut desk, "2019-12-21", co_chair(), set_status("m1", other));
    assert_eq!(completed_on(&desk.store, &start, "m1"), day("2019-10-15"), "other evidence");
    let reason = json!({"en": "Withdrawn", "source": "en", "state": "missing"});
    let withdrawn = json!({"completion": "SP", "outlook": "on_track", "reason": reason});
    act(&mut desk, "2019-12-22", co_chair(), set_status("m1", withdrawn));
    act(&mut desk, "2019-12-23", co_chair(), set_status("m1", complete()));
    assert_eq!(completed_on(&desk.store, &start, "m1"), day("2019-12-23"), "complete anew");
}

#[test]
fn words_that_were_redacted_are_no_report() {
    let mut desk = Desk::new();
    let start = desk.store.history(None).expect("readable")[0].txn.clone();
    let reason = json!({"en": "Somebody is ill", "source": "en", "state": "missing"});
    let at_risk = json!({"completion": "LP", "outlook": "at_risk", "reason": reason});
    act(&mut desk, "2019-09-11", co_chair(), set_status("m1", at_risk));
    let done = json!({"completion": "C", "evidence": [{"en": "https://example.org/"}], "reason": reason});
    act(&mut desk, "2019-09-12", co_chair(), set_status("m2", done));
    let context = Context { now: on("2019-11-01"), reason: Some("personal".into()), ..secretariat() };
    for milestone in ["m1", "m2"] {
        desk.store.redact(&context, &id(milestone), "status.reason", &[]).expect("redacted");
    }
    let found = reported(&desk.store);
    assert_eq!((found[&id("m1")], found[&id("m2")]), (day("2019-09-11"), day("2019-09-12")));
    assert_eq!(completed_on(&desk.store, &start, "m2"), day("2019-09-12"));
}

#[test]
fn what_was_taken_along_into_the_next_plan_was_reported_when_it_last_was_in_the_one_before() {
    let mut desk = Desk::new();
    act(&mut desk, "2019-09-12", co_chair(), set_status("m1", status("NS", "on_track")));
    act(&mut desk, "2019-09-13", co_chair(), set_status("m1", status("SP", "on_track")));
    act(&mut desk, "2019-09-14", co_chair(), edit("m2", json!({"due": "2020-Q2"})));
    let clone =
        json!({"action": "clone_plan", "workplan": "w", "id": "w2", "title": text("Next", "Suivant")});
    act(&mut desk, "2019-12-01", secretariat(), clone);
    let plan = desk.store.plan().expect("readable");
    let copy = |of: &str| {
        let copies = plan.milestones.values();
        copies.filter(|it| it.carried_from == Some(id(of))).map(|it| it.id.clone()).next().expect("a copy")
    };
    // What is said in the plan before from then on is not said of the copy.
    act(&mut desk, "2019-12-02", co_chair(), set_status("m1", status("LP", "on_hold")));
    let found = reported(&desk.store);
    assert_eq!((found[&copy("m1")], found[&copy("m2")]), (day("2019-09-13"), day("2019-09-14")));
    assert_eq!(found[&id("m1")], day("2019-12-02"));
}

#[test]
fn what_came_complete_was_completed_on_no_day_that_is_known() {
    let mut desk = Desk::new();
    let start = desk.store.history(None).expect("readable")[0].txn.clone();
    let came = json!({"id": "m9", "priority": "p1", "position": "z", "title": text("Survey", "Sondage"),
        "due": "2019-06-30", "status": complete()});
    let plan = Objects::from([(Kind::Milestone, [(id("m9"), came)].into())]);
    desk.store.import(&Context { now: on("2019-11-01"), ..co_chair() }, &plan, false).expect("imported");
    let [from, to] = [&*start, "now"].map(|it| desk.store.moment(it, on("2019-11-02")).expect("a moment"));
    let since = desk.store.since(&from, &to, &secretariat().actor).expect("readable");
    assert!(since.differences.contains(&Difference::Completed { milestone: id("m9") }));
    assert_eq!(since.completed_on.get(&id("m9")), None, "nobody said since when");
}
