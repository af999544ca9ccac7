//! A redacted date is shown as no other one, and is a problem until it is written anew.

mod common;

use common::*;
use jalon_domain::PlanDate;
use jalon_domain::problem::ProblemKind;
use jalon_store::{Context, Store};
use serde_json::{Value, json};

fn redact(desk: &mut Desk, entity: &str, field: &str) {
    let why = Context { reason: Some("Personal information".into()), ..secretariat() };
    desk.store
        .redact(&why, &id(entity), field, &[])
        .unwrap_or_else(|error| panic!("{entity} {field}: {error}"));
}

fn redacted(store: &Store) -> Vec<(String, &'static str)> {
    let found = store.problems().unwrap().into_iter();
    found.filter(|it| it.what == ProblemKind::Redacted).map(|it| (it.id.to_string(), it.field)).collect()
}

fn words(store: &Store, milestone: &str) -> String {
    match store.plan().unwrap().milestones[milestone].due.clone() {
        Some(PlanDate::Words(words)) => words.en,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_redacted_due_date_is_not_shown_as_the_first_one() {
    let mut desk = Desk::new();
    desk.act(&co_chair(), edit("m1", json!({"due": "2020-Q2"}))).unwrap();
    desk.act(&co_chair(), edit("m2", json!({"due": "2020-Q1"}))).unwrap();
    redact(&mut desk, "m1", "due");
    redact(&mut desk, "m2", "due");
    assert_eq!([words(&desk.store, "m1"), words(&desk.store, "m2")], ["[redacted]", "[redacted]"]);
    let both = [("m1".to_owned(), "due"), ("m2".to_owned(), "due")];
    assert_eq!(redacted(&desk.store), both);
    assert!(desk.another().check().unwrap().is_sound());
    for milestone in ["m1", "m2"] {
        desk.act(&co_chair(), edit(milestone, json!({"due": "2020-Q3"}))).unwrap();
    }
    assert_eq!(redacted(&desk.store), []);
    let plan = desk.store.plan().unwrap();
    let first = |milestone: &str| plan.milestones[milestone].baseline_due.clone();
    assert_eq!([first("m1"), first("m2")], [PlanDate::parse("2019-Q4"), None], "no date that is none");
}

#[test]
fn what_was_emptied_before_stays_empty() {
    let mut desk = Desk::new();
    desk.act(&co_chair(), edit("m1", json!({"due": Value::Null}))).unwrap();
    redact(&mut desk, "m1", "due");
    assert_eq!(desk.store.plan().unwrap().milestones["m1"].due, None);
    assert_eq!(redacted(&desk.store), []);
}

#[test]
fn a_day_that_was_redacted_is_named_until_it_is_written_anew() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), edit("w", json!({"ends": "2020-03-31"}))).unwrap();
    for (entity, field) in [("w", "ends"), ("meet", "date")] {
        redact(&mut desk, entity, field);
        assert_eq!(redacted(&desk.store), [(entity.to_owned(), field)]);
        assert!(desk.another().check().unwrap().is_sound());
        desk.act(&secretariat(), edit(entity, json!({field: "2020-02-26"}))).unwrap();
        assert_eq!(redacted(&desk.store), []);
    }
    assert!(desk.store.plan().unwrap().meetings.contains_key("meet"));
}
