//! When something was written that is hidden from others tells in whose chain it stands,
//! between neighbours that they may see: nothing that reaches them says it.

mod common;
mod offices;

use std::collections::BTreeSet;

use chrono::{DateTime, TimeDelta, Utc};
use common::*;
use jalon_domain::{Actor, Vector};
use jalon_store::{Context, Receiver};
use offices::{Stores, issue};
use serde_json::{Value, json};
use uuid::Uuid;

/// Ontario's lead, so many days later.
fn ontario(days: i64) -> Context {
    Context { now: now() + TimeDelta::days(days), ..lead("CA-ON") }
}

/// What a UUID's first digits say when they are read as a time.
fn time_in(id: Uuid) -> Option<DateTime<Utc>> {
    let millis = id.as_bytes()[..6].iter().fold(0, |millis, byte| millis << 8 | i64::from(*byte));
    DateTime::from_timestamp_millis(millis)
}

#[test]
fn no_id_that_reaches_everybody_says_when_what_is_hidden_from_them_was_written() {
    let mut all = Stores::new();
    let challenge = json!({"action": "create", "kind": "challenge", "fields": {"cycle": "cy",
        "text": text("Law", "Droit"), "attribution": "anonymous", "origins": ["CA-ON"]}});
    let done = |day: i64| {
        json!({"action": "create", "kind": "achievement", "fields": {"cycle": "cy", "jurisdiction": "CA-ON",
            "text": text(&format!("Done on day {day}"), "Fait")}})
    };
    all.ontario.act(&ontario(1), done(1)).unwrap();
    let made = all.ontario.act(&ontario(2), challenge).unwrap();
    all.ontario.act(&ontario(3), done(3)).unwrap();
    let id = made.heads.keys().next().unwrap().to_string();
    all.ontario.act(&ontario(4), edit(&id, json!({"text.en": "Privacy law"}))).unwrap();
    all.ontario.act(&ontario(5), done(5)).unwrap();
    all.round();
    all.secretariat.act(&Context { now: ontario(9).now, ..secretariat() }, issue()).unwrap();
    all.round();

    let sent =
        all.alberta.store.outgoing(&Vector::default(), Receiver::Everybody, &co_chair().actor).unwrap();
    let stubs = sent.iter().filter(|item| item.is_stub()).count();
    assert_eq!(stubs, 2, "the lead's two places are there, and nothing in them");
    let sent: Vec<String> = sent.iter().map(|item| item.to_line()).collect();
    let sent = sent.join("\n");
    let parts = sent.split(|c: char| !c.is_ascii_hexdigit() && c != '-');
    let named: BTreeSet<Uuid> = parts.filter_map(|part| part.parse().ok()).collect();
    // What others get to see is named after what they do not.
    let hidden = all.secretariat.store.history(Some(&common::id(&id))).unwrap();
    let bases: Vec<Value> = sent.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let bases = bases.iter().flat_map(|line: &Value| line["txn"]["changes"].as_array().into_iter().flatten());
    let bases: Vec<&str> =
        bases.filter(|it| it["entity"] == json!(id)).map(|it| it["bases"].as_str().unwrap()).collect();
    assert!(
        named.contains(&id.parse().unwrap()) && bases.iter().any(|bases| bases.contains(',')),
        "{bases:?}"
    );
    assert_eq!(hidden.len(), 3);
    for entry in &hidden {
        let near = named.iter().find(|id| {
            let time = time_in(**id);
            time.is_some_and(|time| (time - entry.made_at).abs() < TimeDelta::days(1))
        });
        assert_eq!(near, None, "written at {}", entry.made_at);
    }
    assert_eq!(all.alberta.store.disputes(&Actor::secretariat()).unwrap(), []);
}
