//! What a redaction answers: what is cleaned later, and where else the same words stand.

mod common;

use common::*;
use jalon_store::{Context, Store};
use serde_json::json;

const SECRET: &str = "Éloïse Bûcheron-Lefèvre";

/// A desk where the secret stands in a text and in a status.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let title = text(&format!("Talk to {SECRET}"), &format!("Parler à {SECRET}"));
    desk.act(&co_chair(), edit("n1", json!({"text": title}))).unwrap();
    let reason = text(&format!("{SECRET} is ill"), "");
    let status = json!({"completion": "LP", "outlook": "at_risk", "reason": reason});
    desk.act(&co_chair(), set_status("m1", status)).unwrap();
    desk
}

fn redact(desk: &mut Desk, id: &str, field: &str) -> jalon_store::Redacted {
    let context = Context { reason: Some("personal information".into()), ..secretariat() };
    desk.store.redact(&context, &common::id(id), field, &[]).unwrap()
}

/// Whether any of the store's files holds the secret as it stands.
fn holds_secret(desk: &Desk) -> bool {
    let files = ["plan.jalon", "plan.jalon-wal"].map(|name| std::fs::read(desk.folder.path().join(name)));
    let needle = SECRET.as_bytes();
    files.into_iter().flatten().any(|bytes| bytes.windows(needle.len()).any(|part| part == needle))
}

#[test]
fn while_another_program_reads_it_is_done_all_the_same_and_the_files_are_cleaned_later() {
    let mut desk = desk();
    let path = desk.path();
    let reader = rusqlite::Connection::open(&path).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM change;").unwrap();
    let done = redact(&mut desk, "n1", "text");
    assert!(done.scrubbed.later && holds_secret(&desk), "{:?}", done.scrubbed);
    assert_eq!(desk.store.plan().unwrap().next_steps["n1"].text.en, "[redacted]");
    drop(reader);
    let Desk { folder, store } = desk;
    drop(store);
    let mut desk = Desk { folder, store: Store::open(&path, now()).unwrap() };
    assert!(!redact(&mut desk, "m1", "status").scrubbed.later);
    assert!(!holds_secret(&desk));
}

#[test]
fn where_else_the_same_words_stand_or_stood_is_told_and_not_followed() {
    let mut desk = desk();
    let title = text(&format!("Talk to {SECRET}"), "Parler");
    desk.act(&secretariat(), edit("ch", json!({"text": title}))).unwrap();
    desk.act(&secretariat(), edit("ch", json!({"text": text("Talk", "Parler")}))).unwrap();
    let french = text("Implementation", &format!("Avec {}", SECRET.to_uppercase()));
    desk.act(&secretariat(), edit("m2", json!({"title": french}))).unwrap();
    let reason = text(&format!("{SECRET} is ill"), "");
    let status = json!({"completion": "LP", "outlook": "at_risk", "reason": reason});
    desk.act(&co_chair(), set_status("m2", status)).unwrap();
    desk.act(&secretariat(), edit("p1", json!({"title": text(SECRET, "Autre chose")}))).unwrap();
    let told = |done: jalon_store::Redacted| -> Vec<(String, String, bool)> {
        let told = |it: jalon_store::Elsewhere| (it.id.to_string(), it.field, it.now);
        done.elsewhere.into_iter().map(told).collect()
    };
    let place = |id: &str, field: &str, now| (id.to_owned(), field.to_owned(), now);
    let first = told(redact(&mut desk, "p1", "title.en"));
    let expected = [
        place("m1", "status.reason", true),
        place("m2", "status.reason", true),
        place("m2", "title.fr", true),
        place("n1", "text", true),
        place("ch", "text.en", false),
    ];
    for place in &expected {
        assert!(first.contains(place), "{place:?} is not among {first:?}");
    }
    assert_eq!(first.len(), expected.len(), "{first:?}");
    for (id, field, _) in first {
        redact(&mut desk, &id, &field);
    }
    assert!(!holds_secret(&desk));
}

#[test]
fn the_links_that_stay_when_a_reason_goes_are_sought_nowhere() {
    let mut desk = desk();
    let links = json!([{"en": "https://open.canada.ca/"}]);
    for milestone in ["m1", "m2"] {
        let status = json!({"completion": "C", "evidence": links.clone(), "reason": text(milestone, "")});
        desk.act(&co_chair(), set_status(milestone, status)).unwrap();
    }
    let places = |done: jalon_store::Redacted| -> Vec<String> {
        done.elsewhere.into_iter().map(|it| format!("{} {}", it.id, it.field)).collect()
    };
    assert_eq!(places(redact(&mut desk, "m1", "status.reason")), Vec::<String>::new());
    assert_eq!(places(redact(&mut desk, "m1", "status")), ["m2 status"]);
}
