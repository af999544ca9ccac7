//! How translations stand: stale when their source changes, approved as they stand, and in
//! the queue until then; wherever in an entity a text stands.

mod common;

use common::*;
use jalon_domain::{Actor, Lang, Role, Translation};
use jalon_store::{Context, ToTranslate};
use serde_json::{Value, json};

fn pair(en: &str, fr: &str, state: &str) -> Value {
    json!({"en": en, "fr": fr, "source": "en", "state": state})
}

fn at_risk(reason: Value) -> Value {
    json!({"completion": "LP", "outlook": "at_risk", "reason": reason})
}

/// A milestone with an approved reason and a date in words, an achievement with a link.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let status = at_risk(pair("Lost staff", "Perte de personnel", "approved"));
    desk.act(&co_chair(), set_status("m1", status)).unwrap();
    let due = json!({"words": pair("late fall", "fin de l’automne", "draft")});
    desk.act(&secretariat(), edit("m1", json!({"due": due}))).unwrap();
    let link = json!({"en": "https://example.org", "label": pair("Portal", "Portail", "draft")});
    let fields =
        json!({"cycle": "cy", "jurisdiction": "CA-ON", "text": text("Done", "Fait"), "links": [link]});
    desk.act(&secretariat(), json!({"action": "create", "kind": "achievement", "id": "a", "fields": fields}))
        .unwrap();
    desk
}

fn reason(desk: &Desk) -> Option<jalon_domain::Bilingual> {
    desk.store.plan().unwrap().milestones["m1"].status.reason.clone()
}

fn queue(desk: &Desk) -> Vec<ToTranslate> {
    desk.store.translations(None).unwrap()
}

/// How a text stands in the queue; `None` when it is not in it.
fn queued(desk: &Desk, id: &str, field: &str) -> Option<Translation> {
    let it = queue(desk).into_iter().find(|it| it.queued.id.as_str() == id && it.queued.field == field);
    it.map(|it| it.queued.state)
}

#[test]
fn rewording_a_source_makes_its_translation_stale_unless_the_same_action_says_more() {
    let check = |given: Value, holds: bool, expected: Translation| {
        let mut desk = desk();
        let mut action = set_status("m1", at_risk(given.clone()));
        action["holds"] = json!(holds);
        desk.act(&co_chair(), action).unwrap();
        assert_eq!(reason(&desk).unwrap().state, expected, "{given}");
        let mut desk = self::desk();
        let mut action = edit("m1", json!({"status": at_risk(given.clone())}));
        action["holds"] = json!(holds);
        desk.act(&co_chair(), action).unwrap();
        assert_eq!(reason(&desk).unwrap().state, expected, "edit {given}");
    };
    // A form gives back the state that it was shown; that approves nothing.
    check(pair("Lost two people", "Perte de personnel", "approved"), false, Translation::Stale);
    check(pair("Lost two people", "Perte de personnel", "draft"), false, Translation::Stale);
    check(pair("Lost two people", "Perte de personnel", "approved"), true, Translation::Draft);
    check(pair("Lost two people", "Deux départs", "draft"), false, Translation::Draft);
    // Who sets a status and says nothing of the translation keeps it; an edit says all that stands.
    for (action, expected) in [
        (set_status("m1", at_risk(json!({"en": "Lost two people", "source": "en"}))), Translation::Stale),
        (
            edit("m1", json!({"status": at_risk(json!({"en": "Lost two people", "source": "en"}))})),
            Translation::Missing,
        ),
    ] {
        let mut desk = desk();
        desk.act(&co_chair(), action).unwrap();
        assert_eq!(reason(&desk).unwrap().state, expected);
    }
    // A change around the text leaves it as it stood.
    let mut desk = desk();
    let mut off_track = at_risk(pair("Lost staff", "Perte de personnel", "draft"));
    off_track["outlook"] = json!("off_track");
    desk.act(&co_chair(), set_status("m1", off_track)).unwrap();
    assert_eq!(reason(&desk).unwrap().state, Translation::Approved);
}

#[test]
fn a_date_in_words_and_a_label_go_stale_too() {
    let mut desk = desk();
    let due = json!({"words": pair("early winter", "fin de l’automne", "draft")});
    let link = json!({"en": "https://example.org", "label": pair("Data portal", "Portail", "draft")});
    desk.act(&secretariat(), edit("m1", json!({"due": due}))).unwrap();
    desk.act(&secretariat(), edit("a", json!({"links": [link]}))).unwrap();
    assert_eq!(queued(&desk, "m1", "due.words"), Some(Translation::Stale));
    assert_eq!(queued(&desk, "a", "links[0].label"), Some(Translation::Stale));
    desk.act(&secretariat(), edit("m1", json!({"due.words.fr": "début de l’hiver"}))).unwrap();
    assert_eq!(queued(&desk, "m1", "due.words"), Some(Translation::Draft));
}

#[test]
fn a_translation_is_written_by_its_place_and_approved_by_its_place() {
    for (id, field) in
        [("m1", "title"), ("m1", "status.reason"), ("m1", "due.words"), ("a", "links[0].label")]
    {
        let mut desk = desk();
        let write = |text: &str| edit(id, json!({(format!("{field}.fr")): text}));
        // Not even the secretariat sets a status by itself; its words it may translate.
        desk.act(&secretariat(), write("Autrement dit")).unwrap();
        assert_eq!(queued(&desk, id, field), Some(Translation::Draft), "{field}");
        let approve =
            |bases: Value| json!({"action": "approve_translation", "id": id, "field": field, "bases": bases});
        let shown =
            queue(&desk).into_iter().find(|it| it.queued.field == field && it.queued.id.as_str() == id);
        let shown = json!(shown.unwrap().bases);
        assert_eq!(code(desk.act(&secretariat(), approve(json!({})))), "failure-store-bases-missing");
        assert_eq!(code(desk.act(&lead("CA-ON"), approve(shown.clone()))), "failure-denied-role");
        desk.act(&secretariat(), approve(shown.clone())).unwrap();
        assert_eq!(queued(&desk, id, field), None, "{field}");
        let again =
            if field == "title" { "failure-store-nothing-changes" } else { "failure-store-text-changed" };
        assert_eq!(code(desk.act(&co_chair(), approve(shown.clone()))), again, "{field}");
        desk.act(&secretariat(), write("Encore autrement")).unwrap();
        assert_eq!(queued(&desk, id, field), Some(Translation::Draft), "{field}: approved words only");
    }
}

#[test]
fn a_source_inside_a_status_is_the_co_chairs_and_a_translation_is_not() {
    let mut desk = desk();
    let english = || edit("m1", json!({"status.reason.en": "Elections"}));
    assert_eq!(code(desk.act(&lead("CA-ON"), english())), "failure-denied-role");
    assert!(desk.act(&secretariat(), english()).is_err());
    desk.act(&lead("CA-ON"), edit("m1", json!({"status.reason.fr": "Départs"}))).unwrap();
    assert_eq!(reason(&desk).unwrap().fr, "Départs");
    assert_eq!(
        code(desk.act(&lead("CA-QC"), edit("m1", json!({"status.reason.fr": "X"})))),
        "failure-denied-not-own"
    );
    desk.act(&co_chair(), english()).unwrap();
    assert_eq!(reason(&desk).unwrap().state, Translation::Stale);
    desk.act(&co_chair(), edit("m1", json!({"status.reason.en": "Vote", "status.reason.fr": "Scrutin"})))
        .unwrap();
    assert_eq!(reason(&desk).unwrap().state, Translation::Draft);
}

#[test]
fn a_stale_translation_can_be_said_to_hold_afterwards() {
    for (id, field, fr) in [("m1", "title", "Projet de norme"), ("m1", "status.reason", "Perte de personnel")]
    {
        let mut desk = desk();
        desk.act(&co_chair(), edit(id, json!({(format!("{field}.en")): "Other words"}))).unwrap();
        assert_eq!(queued(&desk, id, field), Some(Translation::Stale));
        let mut holds = edit(id, json!({(format!("{field}.fr")): fr}));
        assert_eq!(code(desk.act(&lead("CA-ON"), holds.clone())), "failure-store-nothing-changes");
        holds["holds"] = json!(true);
        desk.act(&lead("CA-ON"), holds).unwrap();
        assert_eq!(queued(&desk, id, field), Some(Translation::Draft));
    }
}

#[test]
fn an_answer_to_words_that_have_changed_since_is_kept_beside_what_came_between() {
    let mut desk = desk();
    let shown = queue(&desk).into_iter().find(|it| it.queued.field == "due.words").unwrap();
    let due = json!({"words": pair("spring", "printemps", "draft")});
    desk.act(&secretariat(), edit("m1", json!({"due": due}))).unwrap();
    let mut answer = edit("m1", json!({"due.words.fr": "tard à l’automne"}));
    answer["bases"] = json!(shown.bases);
    let changes = desk.act(&secretariat(), answer).unwrap();
    assert_eq!(changes.conflicts.len(), 1);
    let heads = &desk.store.heads(&id("m1")).unwrap()["due"];
    let mut french: Vec<&str> = heads.iter().filter_map(|head| head.value["words"]["fr"].as_str()).collect();
    french.sort_unstable();
    assert_eq!(french, ["printemps", "tard à l’automne"]);
}

#[test]
fn history_tells_a_translation_inside_a_status_for_what_it_is() {
    let mut desk = desk();
    desk.act(&secretariat(), edit("m1", json!({"status.reason.fr": "Départs"}))).unwrap();
    let (history, plan) = (desk.store.history(Some(&id("m1"))).unwrap(), desk.store.plan().unwrap());
    let told = |lang| jalon_store::tell(&history[0], jalon_words::Words::of(lang), &plan).what.join(" ");
    assert!(
        told(Lang::En).ends_with("Reason (French): from “Perte de personnel” to “Départs”"),
        "{}",
        told(Lang::En)
    );
    assert!(told(Lang::Fr).contains("Départs"), "{}", told(Lang::Fr));
}

#[test]
fn what_is_no_text_with_a_translation_is_refused() {
    let mut desk = desk();
    for name in
        ["status.reason", "status.reason.de", "status.fr", "links[0].label.fr", "due.words.fr.fr", "x[0].fr"]
    {
        let refused = code(desk.act(&co_chair(), edit("m1", json!({(name): "X"}))));
        assert_eq!(refused, "failure-store-no-such-field", "{name}");
    }
    let both = edit("m1", json!({"due.words.fr": "X", "due": "2019-Q4"}));
    assert_eq!(code(desk.act(&co_chair(), both)), "failure-store-whole-and-side");
    for field in ["status", "status.evidence[0].label", "due", "title.fr", "nothing"] {
        let action = json!({"action": "approve_translation", "id": "m1", "field": field, "bases": {}});
        assert_eq!(code(desk.act(&co_chair(), action)), "failure-store-no-such-field", "{field}");
    }
    let empty = edit("m1", json!({"status.reason.en": null, "status.reason.fr": null}));
    assert!(desk.act(&co_chair(), empty).is_err(), "a reason is not emptied by its sides");
}

#[test]
fn the_queue_is_in_the_order_in_which_a_plan_is_read() {
    let mut desk = desk();
    let term = json!({"action": "create", "kind": "term", "id": "t", "fields": {"term.en": "open data"}});
    desk.act(&secretariat(), term).unwrap();
    let told: Vec<String> =
        queue(&desk).iter().map(|it| format!("{} {}", it.queued.id, it.queued.field)).collect();
    let expected = [
        "w title",
        "w group",
        "w group_abbreviation",
        "meet name",
        "p1 title",
        "m1 title",
        "m1 due.words",
        "m2 title",
        "a text",
        "a links[0].label",
        "ch text",
        "n1 text",
        "t term",
    ];
    assert_eq!(told, expected);
    assert!(queue(&desk).iter().all(|it| it.queued.into_lang() == Lang::Fr));
    let reader = Context::new(Actor::new("R", Role::Reader, None), now());
    assert_eq!(code(desk.act(&reader, edit("t", json!({"term.fr": "X"})))), "failure-denied-role");
}

#[test]
fn an_approval_of_a_translation_is_taken_back_and_keeps_nothing_from_being_so() {
    let mut desk = desk();
    let states = |desk: &Desk| {
        let milestone = json!(desk.store.plan().unwrap().milestones["m1"]);
        [&milestone["title"]["state"], &milestone["due"]["words"]["state"]].map(Value::clone)
    };
    let first = desk.store.plan().unwrap();
    desk.act(&secretariat(), edit("m2", json!({"title.fr": "Mise en place"}))).unwrap();
    for field in ["title", "due.words"] {
        let approve = json!({"action": "approve_translation", "id": "m1", "field": field});
        desk.act(&secretariat(), approve).unwrap();
    }
    assert_eq!(states(&desk), ["approved", "approved"]);
    let last = desk.store.plan().unwrap();
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert_eq!(states(&desk), ["approved", "draft"]);
    for _ in 0..2 {
        desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    }
    assert_eq!(desk.store.plan().unwrap(), first);
    for _ in 0..3 {
        desk.act(&secretariat(), json!({"action": "redo"})).unwrap();
    }
    assert_eq!(desk.store.plan().unwrap(), last);
}
