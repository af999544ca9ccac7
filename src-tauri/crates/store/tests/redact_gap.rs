//! Who leads and who holds a role: redacted, they are missing, and not nobody.

mod common;
mod met;

use common::*;
use jalon_domain::Actor;
use jalon_domain::problem::ProblemKind;
use jalon_store::Context;
use met::{everything, met};
use serde_json::{Value, json};

fn redact(desk: &mut Desk, entity: &str, field: &str) {
    let context = Context { reason: Some("personal information".into()), ..secretariat() };
    desk.store.redact(&context, &id(entity), field, &[]).unwrap();
}

/// A desk with a co-chair on record, whose approval is missing.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let roles = json!([{"role": "co_chair", "jurisdiction": "CA-AB"}]);
    let fields = json!({"name": "Ana", "roles": roles});
    desk.act(&co_chair(), json!({"action": "create", "kind": "person", "id": "ana", "fields": fields}))
        .unwrap();
    desk
}

fn problems(desk: &Desk) -> Vec<(String, &'static str)> {
    let all = desk.store.hidden_problems().unwrap().into_iter();
    let gone = all.filter(|it| it.what == ProblemKind::Redacted);
    gone.map(|it| (it.id.to_string(), it.field)).collect()
}

#[test]
fn a_list_of_leads_or_roles_that_was_redacted_is_a_problem_until_it_is_written_anew() {
    for (entity, field, anew) in [
        ("p1", "leads", json!([{"jurisdiction": "CA-QC"}])),
        ("p1", "leads", json!([])),
        ("ana", "roles", json!([{"role": "co_chair", "jurisdiction": "CA-AB"}])),
        ("ana", "roles", json!([])),
    ] {
        let mut here = desk();
        let mut there = met(&here);
        assert_eq!(problems(&here), []);
        redact(&mut here, entity, field);
        there.store.receive(now(), everything(&here.store), false).unwrap();
        for desk in [&here, &there] {
            assert_eq!(problems(desk), [(entity.to_owned(), field)], "no approval fewer without a word");
        }
        let fields = Value::Object([(field.to_owned(), anew.clone())].into_iter().collect());
        here.act(&secretariat(), edit(entity, fields.clone())).unwrap();
        assert_eq!(problems(&here), [], "{field} {anew}");
        assert_eq!(code(here.act(&secretariat(), edit(entity, fields))), "failure-store-nothing-changes");
        there.store.receive(now(), everything(&here.store), false).unwrap();
        assert_eq!(problems(&there), []);
        assert_eq!(there.store.disputes(&Actor::secretariat()).unwrap(), []);
    }
}

#[test]
fn no_plan_takes_along_that_nobody_leads_where_the_leads_were_redacted() {
    let mut desk = desk();
    redact(&mut desk, "p1", "leads");
    let title = json!({"en": "Next", "source": "en", "state": "missing"});
    let next = json!({"action": "clone_plan", "workplan": "w", "id": "w2", "title": title});
    let refused = desk.act(&secretariat(), next.clone()).expect_err("a refusal").failure();
    assert!(format!("{refused:?}").contains("problem-redacted"), "{refused:?}");
    assert!(!desk.store.plan().unwrap().workplans.contains_key("w2"));
    desk.act(&secretariat(), edit("p1", json!({"leads": []}))).unwrap();
    desk.act(&secretariat(), next).unwrap();
}
