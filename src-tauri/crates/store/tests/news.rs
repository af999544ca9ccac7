//! When milestones were last reported on: the same day in every store.

mod common;
mod met;

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use common::*;
use jalon_domain::Id;
use jalon_domain::since::Difference;
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
