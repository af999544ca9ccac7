//! A redacted date is shown as no other one, and is a problem until it is written anew.

mod common;

use common::*;
use jalon_domain::PlanDate;
use jalon_domain::problem::ProblemKind;
use jalon_store::{ActError, Backups, Context, Store, Why};
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
    redact(&mut desk, "w", "ends");
    assert_eq!(redacted(&desk.store), [("w".to_owned(), "ends")]);
    assert!(desk.another().check().unwrap().is_sound());
    desk.act(&secretariat(), edit("w", json!({"ends": "2020-02-26"}))).unwrap();
    assert_eq!(redacted(&desk.store), []);
}

#[test]
fn the_day_of_a_meeting_goes_once_there_is_another() {
    let mut desk = Desk::new();
    let why = Context { reason: Some("Personal information".into()), ..secretariat() };
    let changes = |desk: &Desk| {
        let all = desk.store.history(Some(&id("meet"))).unwrap().into_iter().flat_map(|it| it.changes);
        all.filter(|it| it.field == "date").map(|it| it.redacted).collect::<Vec<bool>>()
    };
    let code = |done: Result<jalon_store::Redacted, ActError>| done.unwrap_err().failure().code;
    let first = desk.store.heads(&id("meet")).unwrap()["date"][0].change.clone();
    // Without a day nothing of the meeting could be shown.
    for named in [vec![], vec![first.clone()]] {
        let refused = desk.store.redact(&why, &id("meet"), "date", &named);
        assert_eq!(code(refused), "failure-store-day-needed");
    }
    desk.act(&secretariat(), edit("meet", json!({"date": "2019-10-09"}))).unwrap();
    redact(&mut desk, "meet", "date");
    assert_eq!(changes(&desk), [false, true]);
    assert_eq!(desk.store.plan().unwrap().meetings["meet"].date.to_string(), "2019-10-09");
    assert_eq!((desk.store.problems().unwrap(), redacted(&desk.store)), (vec![], vec![]));
    assert!(desk.another().check().unwrap().is_sound());
    let undone = desk.act(&secretariat(), json!({"action": "undo"}));
    assert_eq!(common::code(undone), "failure-store-cannot-be-undone");

    // By its name, too.
    let second = desk.store.heads(&id("meet")).unwrap()["date"][0].change.clone();
    desk.act(&secretariat(), edit("meet", json!({"date": "2019-10-16"}))).unwrap();
    desk.store.redact(&why, &id("meet"), "date", &[second]).unwrap();
    assert_eq!(changes(&desk), [false, true, true]);

    // What is deleted is shown nowhere, and keeps nothing.
    let alone = json!({"workplan": "w", "name": text("Call", ""), "date": "2020-05-06"});
    desk.act(&secretariat(), json!({"action": "create", "kind": "meeting", "id": "call", "fields": alone}))
        .unwrap();
    desk.act(&secretariat(), json!({"action": "delete", "id": "call"})).unwrap();
    redact(&mut desk, "call", "date");
}

#[test]
fn a_meeting_that_a_cleaned_backup_has_without_its_day_is_not_called_missing() {
    let mut desk = Desk::new();
    let backup = desk.store.back_up(Why::ByHand, now()).unwrap();
    desk.act(&secretariat(), edit("meet", json!({"date": "2019-10-09"}))).unwrap();
    redact(&mut desk, "meet", "date");
    let path = desk.path();
    let Desk { folder: _folder, store } = desk;
    drop(store);
    Backups::of(&path).restore(&backup, &secretariat()).unwrap();
    let mut store = Store::open(&path, now()).unwrap();
    let found = store.problems().unwrap();
    let told: Vec<(&str, &str)> = found.iter().map(|it| (it.id.as_str(), it.field)).collect();
    assert_eq!(told, [("meet", "date")], "{found:?}");
    act(&mut store, &secretariat(), edit("meet", json!({"date": "2019-10-16"}))).unwrap();
    assert_eq!(store.problems().unwrap(), []);
}
