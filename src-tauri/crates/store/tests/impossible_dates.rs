//! A plan that would end before it begins, and those who would lead outside of it: refused
//! whichever way it comes, save from another store.

mod common;

use common::*;
use jalon_domain::problem::{ProblemKind, objects, problems};
use jalon_domain::{Actor, Kind, Lang, Vector};
use jalon_store::{Receiver, Store};
use jalon_words::Words;
use serde_json::{Value, json};

/// A desk whose plan has days.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.act(&secretariat(), edit("w", json!({"starts": "2018-09-04", "ends": "2020-03-31"}))).unwrap();
    desk
}

fn end_lead(to: &str) -> Value {
    json!({"action": "end_lead", "priority": "p1", "jurisdiction": "CA-ON", "to": to})
}

#[test]
fn impossible_dates_are_refused_in_words_by_every_verb() {
    let event = |starts: &str| json!({"cycle": "cy", "title": text("Summit", ""), "starts": starts, "ends": "2019-05-28"});
    let create = |fields: Value| json!({"action": "create", "kind": "event", "id": "ev", "fields": fields});
    let check = |action: Value, expected: &str| {
        let mut desk = desk();
        let before = desk.store.plan().unwrap();
        let failure = desk.act(&secretariat(), action.clone()).expect_err("a refusal").failure();
        assert!(format!("{failure:?}").contains(expected), "{action}: {failure:?}");
        assert_eq!(desk.store.plan().unwrap(), before);
        let told = Lang::BOTH.map(|lang| Words::of(lang).failure(&failure));
        assert!(told.iter().all(|told| told.ends_with('.') && !told.contains("problem-")), "{told:?}");
    };
    let clone = json!({"action": "clone_plan", "workplan": "w", "id": "w2", "title": text("Next", ""),
        "starts": "2021-04-01", "ends": "2020-03-31"});
    check(clone, "problem-ends-first");
    check(edit("w", json!({"starts": "2020-04-01"})), "problem-ends-first");
    check(edit("w", json!({"ends": "2018-01-01"})), "problem-ends-first");
    check(create(event("2019-05-29")), "problem-ends-first");
    check(create(event("2019-06")), "problem-ends-first");
    check(end_lead("1990-01-01"), "problem-lead-outside");
    let add = json!({"action": "add_lead", "priority": "p1", "jurisdiction": "CA-QC", "from": "2020-04-01"});
    check(add, "problem-lead-outside");
    let leads = json!([{"jurisdiction": "CA-ON", "to": "2018-09-03"}]);
    check(edit("p1", json!({"leads": leads})), "problem-lead-outside");
}

#[test]
fn a_plan_does_not_move_away_from_under_those_who_lead_nor_does_a_file_bring_that() {
    let mut desk = desk();
    desk.act(&secretariat(), end_lead("2019-01-31")).unwrap();
    let later = edit("w", json!({"starts": "2019-02-01"}));
    assert_eq!(code(desk.act(&secretariat(), later)), "failure-problem");
    for (kind, entity, field, value) in [
        (Kind::Workplan, "w", "starts", json!("2020-04-01")),
        (Kind::Priority, "p1", "leads", json!([{"jurisdiction": "CA-ON", "to": "1990-01-01"}])),
    ] {
        let mut file = objects(&desk.store.plan().unwrap());
        file.get_mut(&kind).unwrap().get_mut(&id(entity)).unwrap()[field] = value;
        let refused = desk.store.import(&secretariat(), &file, false).map(drop).expect_err("a refusal");
        assert_eq!(refused.failure().code, "failure-problem");
    }
}

#[test]
fn what_two_stores_made_impossible_together_is_a_problem_and_stands_in_no_ones_way() {
    let mut desk = Desk::new();
    let everything = |store: &Store| {
        store.outgoing(&Vector::default(), Receiver::Secretariat, &Actor::secretariat()).unwrap()
    };
    let mut other = Store::create(&desk.folder.path().join("other.jalon"), now()).unwrap();
    other.receive(now(), everything(&desk.store), false).unwrap();
    desk.act(&secretariat(), edit("w", json!({"starts": "2020-04-01"}))).unwrap();
    act(&mut other, &secretariat(), edit("w", json!({"ends": "2020-03-31"}))).unwrap();
    act(&mut other, &secretariat(), end_lead("2020-03-31")).unwrap();
    let received = desk.store.receive(now(), everything(&other), false).unwrap();
    assert_eq!(received.applied, 2);
    let mut found: Vec<_> = problems(&desk.store.plan().unwrap()).into_iter().map(|it| it.what).collect();
    found.retain(|what| matches!(what, ProblemKind::EndsFirst | ProblemKind::LeadOutside(0, _)));
    assert_eq!(found.len(), 2, "{found:?}");
    desk.act(&secretariat(), edit("w", json!({"title.fr": "Plan de travail"}))).unwrap();
}
