//! What somebody who writes packages by hand can send, each with the hash that it should
//! have: it is refused in words, or taken in, and the file opens either way.

mod common;
mod forged;

use common::*;
use forged::{change, line};
use jalon_domain::Lang;
use jalon_store::{Item, Received, Refusal};
use jalon_words::Words;
use serde_json::{Value, json};

/// A transaction of a person without roles.
fn transaction(id: &str, changes: Value) -> Value {
    json!({"id": id, "action": "edit", "actor": r#"{"name":"X","roles":[]}"#, "audience": "all",
        "schema_v": 1, "made_at": "2019-09-01T12:00:00.000Z", "changes": changes})
}

fn receive(desk: &mut Desk, lines: &[&String]) -> Received {
    let items = lines.iter().map(|line| Item::from_line(line).unwrap()).collect();
    let received = desk.store.receive(now(), items, false).unwrap();
    let report = desk.another().check().unwrap();
    assert!(report.is_sound(), "{:?}", report.damage);
    received
}

/// A person of that name.
fn person(name: &str) -> Value {
    let name = json!(name).to_string();
    json!([change("e1", "person", "px", "$create", "true"), change("e2", "person", "px", "name", &name)])
}

#[test]
fn one_id_for_two_transactions_is_told_wherever_they_differ() {
    let first = line("a", transaction("t1", person("One")));
    let check = |other: Value| {
        let mut desk = Desk::new();
        receive(&mut desk, &[&first]);
        let received = receive(&mut desk, &[&line("b", other)]);
        assert_eq!((received.applied, received.known), (0, 0));
        assert_eq!(received.refused[0].why, Refusal::Taken("t1".into()));
        for lang in Lang::BOTH {
            assert!(Words::of(lang).failure(&received.refused[0].failure()).contains("t1"));
        }
        assert_eq!(desk.store.plan().unwrap().people["px"].name, "One");
    };
    check(transaction("t1", person("Two")));
    for (part, value) in [("reason", "none"), ("action", "delete"), ("undoes", "t0"), ("on_behalf_of", "{}")]
    {
        let mut other = transaction("t1", person("One"));
        other[part] = json!(value);
        check(other);
    }
    // The same in another chain is known.
    let mut desk = Desk::new();
    let received = receive(&mut desk, &[&first, &line("b", transaction("t1", person("One")))]);
    assert_eq!((received.applied, received.refused), (1, vec![]));
}
