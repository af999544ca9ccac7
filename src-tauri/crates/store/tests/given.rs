//! What was typed is kept or refused, never passed over.

mod common;

use common::*;
use jalon_domain::{Kind, Lang};
use jalon_words::Words;
use serde_json::{Value, json};

fn create(fields: Value) -> Value {
    let mut all = json!({"cycle": "cy", "jurisdiction": "CA-ON"});
    all.as_object_mut().unwrap().extend(self::fields(fields));
    json!({"action": "create", "kind": "achievement", "id": "new", "fields": all})
}

#[test]
fn a_text_given_twice_or_a_side_that_is_no_text_is_refused_by_both_verbs() {
    let cases = [
        (json!({"text": text("Whole", ""), "text.fr": "Côté"}), "failure-store-whole-and-side"),
        (json!({"text": text("Whole", ""), "text.en": "Side"}), "failure-store-whole-and-side"),
        (json!({"text": null, "text.fr": "Côté"}), "failure-store-whole-and-side"),
        (json!({"text.en": "Text", "text.fr": 123}), "failure-value"),
        (json!({"text.en": "Text", "text.fr": ["a"]}), "failure-value"),
        (json!({"text.en": "Text", "text.de": "Text"}), "failure-store-no-such-field"),
        (json!({"text.en": "Text", "jurisdiction.en": "CA-ON"}), "failure-store-no-such-field"),
        (json!({"text.en": "N\u{0}L"}), "failure-value"),
        (json!({"text": text("A", "B\u{1b}")}), "failure-value"),
        (
            json!({"text.en": "A", "links": [{"en": "https://example.org", "label": text("\u{ffff}", "")}]}),
            "failure-value",
        ),
    ];
    let mut desk = Desk::new();
    let here = json!({"text": text("Here", "Ici")});
    let mut standing = create(here);
    standing["id"] = json!("a1");
    desk.act(&secretariat(), standing).unwrap();
    let before = desk.store.plan().unwrap();
    for (fields, expected) in cases {
        assert_eq!(code(desk.act(&secretariat(), create(fields.clone()))), expected, "create {fields}");
        assert_eq!(code(desk.act(&secretariat(), edit("a1", fields.clone()))), expected, "edit {fields}");
        assert_eq!(desk.store.plan().unwrap(), before);
    }
}

#[test]
fn sides_that_are_given_alone_make_a_text_whose_source_is_the_first_that_holds_something() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), create(json!({"text.en": null, "text.fr": "Portail"}))).unwrap();
    let made = desk.store.plan().unwrap().achievements["new"].text.clone();
    assert_eq!((made.source, made.en.as_str(), made.fr.as_str()), (Lang::Fr, "", "Portail"));
    let refused = desk.act(&secretariat(), edit("new", json!({"text.fr": "\u{7}"})));
    assert_eq!(code(refused), "failure-value");
}

#[test]
fn a_file_and_a_choice_between_versions_bring_in_no_character_that_a_deck_cannot_hold() {
    let mut desk = Desk::new();
    let mut other = plan();
    other.get_mut(&Kind::NextStep).unwrap().get_mut(&id("n1")).unwrap()["text"] = text("Meet\u{1f}", "");
    let refused = desk.store.import(&secretariat(), &other, false).expect_err("a control character");
    let words = Words::of(Lang::En).failure(&refused.failure());
    assert_eq!(words, "Text: character number 5 is U+001F, which no text may hold. Take it out.");

    let mut typed = edit("m1", json!({"title.fr": "Norme"}));
    typed["bases"] = json!(desk.store.bases_for(&read(typed.clone())).unwrap());
    desk.act(&secretariat(), edit("m1", json!({"title.fr": "Projet"}))).unwrap();
    desk.act(&secretariat(), typed).unwrap();
    let mut chosen =
        json!({"action": "resolve", "id": "m1", "field": "title.fr", "value": "No\u{0}rme", "bases": {}});
    chosen["bases"] = json!(desk.store.bases_for(&read(chosen.clone())).unwrap());
    assert_eq!(code(desk.act(&secretariat(), chosen)), "failure-value");
}

#[test]
fn behind_a_sibling_that_leaves_no_room_nothing_is_said_to_be_missing() {
    let mut desk = Desk::new();
    let last = json!({"position": "z".repeat(64)});
    desk.act(&secretariat(), edit("n1", last)).unwrap();
    let step = |fields: Value| {
        let mut all = json!({"cycle": "cy", "text": text("Next", "")});
        all.as_object_mut().unwrap().extend(self::fields(fields));
        json!({"action": "create", "kind": "next_step", "id": "n2", "fields": all})
    };
    assert_eq!(code(desk.act(&secretariat(), step(json!({})))), "failure-store-no-room");
    desk.act(&secretariat(), step(json!({"position": "b"}))).unwrap();
    desk.act(&secretariat(), json!({"action": "delete", "id": "n1"})).unwrap();
    let mut third = step(json!({}));
    third["id"] = json!("n3");
    desk.act(&secretariat(), third).unwrap();
    assert_eq!(desk.store.plan().unwrap().next_steps["n3"].position, "c", "what is deleted takes no room");
}
