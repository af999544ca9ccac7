//! What an action is refused for, and that a refusal changes nothing.

mod common;

use common::*;
use jalon_domain::{Kind, Lang};
use jalon_store::Context;
use jalon_words::Words;
use serde_json::{Value, json};

fn create(kind: &str, fields: Value) -> Value {
    json!({"action": "create", "kind": kind, "id": "new", "fields": fields})
}

fn achievement(jurisdiction: &str) -> Value {
    let fields = json!({"cycle": "cy", "jurisdiction": jurisdiction, "text": text("Portal", "Portail")});
    create("achievement", fields)
}

fn challenge(origins: &[&str]) -> Value {
    let fields =
        json!({"cycle": "cy", "text": text("Law", "Droit"), "attribution": "anonymous", "origins": origins});
    create("challenge", fields)
}

fn progress() -> Value {
    create("progress", json!({"priority": "p1", "cycle": "cy", "text": text("Drafted", "Rédigé")}))
}

#[test]
fn every_verb_asks_the_policy_table() {
    let sp = || set_status("m1", status("SP", "on_track"));
    let approve = || json!({"action": "approve_translation", "id": "m1", "field": "title"});
    let approved = json!({"text": {"en": "A", "fr": "B", "source": "en", "state": "approved"}});
    let mut self_approved = achievement("CA-ON");
    self_approved["fields"]["text"] = approved["text"].clone();
    let cases: Vec<(Context, Value, Result<(), &str>)> = vec![
        (secretariat(), sp(), Err("needs-on-behalf")),
        (for_alberta(), sp(), Ok(())),
        (co_chair(), sp(), Ok(())),
        (lead("CA-ON"), sp(), Err("role")),
        (secretariat(), edit("m1", json!({"status": status("SP", "on_track")})), Err("needs-on-behalf")),
        (lead("CA-ON"), edit("p1", json!({"title.en": "Skills"})), Err("role")),
        (lead("CA-ON"), edit("p1", json!({"title.fr": "Compétences"})), Ok(())),
        (lead("CA-QC"), edit("m1", json!({"title.fr": "Norme"})), Err("not-own")),
        (lead("CA-ON"), progress(), Ok(())),
        (lead("CA-QC"), progress(), Err("not-own")),
        (lead("CA-ON"), achievement("CA-ON"), Ok(())),
        (lead("CA-ON"), achievement("CA-QC"), Err("not-own")),
        (co_chair(), achievement("CA-ON"), Err("not-own")),
        (secretariat(), achievement("CA-ON"), Ok(())),
        (lead("CA-ON"), self_approved, Err("role")),
        (lead("CA-ON"), challenge(&["CA-ON"]), Ok(())),
        (lead("CA-ON"), challenge(&["CA-QC"]), Err("not-own")),
        (lead("CA-QC"), edit("ch", json!({"origins": ["CA-QC"]})), Err("not-own")),
        (lead("CA-ON"), edit("ch", json!({"origins": ["CA-QC"]})), Err("not-own")),
        (lead("CA-ON"), approve(), Err("role")),
        (co_chair(), approve(), Ok(())),
        (lead("CA-ON"), json!({"action": "delete", "id": "n1"}), Err("role")),
        (for_alberta(), json!({"action": "delete", "id": "n1"}), Ok(())),
        (
            Context { on_behalf: for_alberta().on_behalf, ..lead("CA-ON") },
            sp(),
            Err("may-not-act-for-others"),
        ),
    ];
    for (n, (context, action, expected)) in cases.into_iter().enumerate() {
        let mut desk = Desk::new();
        let before = desk.store.plan().unwrap();
        let done = desk.act(&context, action.clone());
        match expected {
            Ok(()) => drop(done.unwrap_or_else(|error| panic!("case {n}: {error}: {action}"))),
            Err(why) => {
                assert_eq!(code(done), format!("failure-denied-{why}"), "case {n}: {action}");
                assert_eq!(desk.store.plan().unwrap(), before);
            }
        }
    }
}

#[test]
fn what_breaks_a_rule_is_refused_and_named_in_both_languages() {
    let mut unsaid = for_alberta();
    unsaid.on_behalf.as_mut().unwrap().how = " ".into();
    let complete = json!({"completion": "C"});
    let loops = edit("n1", json!({"parent": "n1"}));
    let twice = json!({"leads": [{"jurisdiction": "CA-ON"}, {"jurisdiction": "CA-ON"}]});
    let backwards = json!({"leads": [{"jurisdiction": "CA-ON", "from": "2019-02-01", "to": "2019-01-01"}]});
    let cases: Vec<(Context, Value, &str)> = vec![
        (co_chair(), set_status("m1", complete), "failure-status-needs-evidence"),
        (co_chair(), set_status("m1", status("LP", "at_risk")), "failure-status-needs-reason"),
        (co_chair(), set_status("m1", status("LP", "on_track")), "failure-store-nothing-changes"),
        (co_chair(), set_status("none", status("SP", "on_track")), "failure-store-unknown"),
        (co_chair(), set_status("p1", status("SP", "on_track")), "failure-store-no-such-field"),
        (unsaid, set_status("m1", status("SP", "on_track")), "failure-store-behalf-without-how"),
        (co_chair(), edit("p1", twice), "failure-leads-twice"),
        (co_chair(), edit("p1", backwards), "failure-leads-from-after-to"),
        (co_chair(), edit("p1", json!({"leads": [{"jurisdiction": "XX"}]})), "failure-problem"),
        (co_chair(), edit("m1", json!({"priority": "w"})), "failure-problem"),
        (co_chair(), edit("m1", json!({"title": null})), "failure-problem"),
        (co_chair(), edit("m1", json!({"title.en": ""})), "failure-value"),
        (co_chair(), edit("m1", json!({"title.en": 3})), "failure-value"),
        (co_chair(), edit("m1", json!({"title.de": "Norm"})), "failure-store-no-such-field"),
        (co_chair(), edit("m1", json!({"titel": "Norm"})), "failure-store-no-such-field"),
        (co_chair(), edit("m1", json!({"due": "2019-13"})), "failure-value"),
        (secretariat(), loops, "failure-problem"),
        (
            secretariat(),
            create("milestone", json!({"priority": "p1", "title": text("A", "B")})),
            "failure-problem",
        ),
        (
            secretariat(),
            json!({"action": "create", "kind": "person", "id": "m1", "fields": {"name": "A"}}),
            "failure-store-taken",
        ),
        (secretariat(), json!({"action": "delete", "id": "p1"}), "failure-store-referred"),
        (secretariat(), json!({"action": "delete", "id": "CA-ON"}), "failure-store-referred"),
        (
            secretariat(),
            json!({"action": "approve_translation", "id": "n1", "field": "text"}),
            "failure-store-no-translation",
        ),
        (secretariat(), json!({"action": "undo"}), "failure-store-nothing-to-undo"),
    ];
    for (n, (context, action, expected)) in cases.into_iter().enumerate() {
        let mut desk = Desk::new();
        if action["action"] == "undo" {
            desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
        }
        let before = desk.store.plan().unwrap();
        let refused = desk.act(&context, action.clone()).expect_err(&format!("case {n}: {action}")).failure();
        assert_eq!(refused.code, expected, "case {n}: {action}");
        for lang in Lang::BOTH {
            let words = Words::of(lang).failure(&refused);
            assert!(!words.contains(expected) && words.ends_with('.'), "case {n}: {words}");
        }
        assert_eq!(desk.store.plan().unwrap(), before);
    }
}

#[test]
fn what_was_complete_goes_back_only_with_a_new_reason() {
    let mut desk = Desk::new();
    let complete = json!({"completion": "C", "evidence": [{"en": "https://example.org"}]});
    desk.act(&co_chair(), set_status("m1", complete)).unwrap();
    let mut back = status("SP", "on_track");
    let refused = desk.act(&co_chair(), set_status("m1", back.clone()));
    assert_eq!(code(refused), "failure-status-regression-needs-reason");
    back["reason"] = text("Withdrawn", "Retiré");
    desk.act(&co_chair(), set_status("m1", back)).unwrap();
    assert_eq!(
        desk.store.search("retire", &jalon_domain::Actor::secretariat()).unwrap().hits.len(),
        1,
        "a reason can be found"
    );
}

#[test]
fn a_deleted_entity_is_not_edited_and_its_id_stays_taken() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), json!({"action": "delete", "id": "n1"})).unwrap();
    assert_eq!(code(desk.act(&secretariat(), edit("n1", json!({"when": "2020"})))), "failure-store-deleted");
    let again = json!({"action": "create", "kind": "next_step", "id": "n1",
        "fields": {"cycle": "cy", "text": text("A", "B")}});
    assert_eq!(code(desk.act(&secretariat(), again)), "failure-store-taken");
}

#[test]
fn a_plan_file_comes_in_once_and_changes_nothing_the_second_time() {
    let mut desk = Desk::new();
    let import = |desk: &mut Desk, objects: &jalon_domain::problem::Objects, dry| {
        desk.store.import(&secretariat(), objects, dry).unwrap()
    };
    let again = import(&mut desk, &plan(), false);
    assert_eq!((again.created.len(), again.edited.len(), again.unchanged), (0, 0, 8));
    assert!(again.changes.is_none());

    let mut other = plan();
    other.get_mut(&Kind::Milestone).unwrap().get_mut(&id("m1")).unwrap()["due"] = json!("2020-Q1");
    other
        .get_mut(&Kind::Challenge)
        .unwrap()
        .get_mut(&id("ch"))
        .unwrap()
        .as_object_mut()
        .unwrap()
        .remove("origins");
    let step = json!({"id": "n2", "cycle": "cy", "parent": "n1", "position": "b", "text": text("A", "B")});
    other.get_mut(&Kind::NextStep).unwrap().insert(id("n2"), step);
    let before = desk.store.plan().unwrap();
    let tried = import(&mut desk, &other, true);
    assert_eq!((tried.created.len(), tried.edited.len(), tried.unchanged), (1, 1, 7));
    assert_eq!(desk.store.plan().unwrap(), before);
    let done = import(&mut desk, &other, false);
    assert_eq!(done.changes.unwrap().upserted.len(), 2);
    let plan = desk.store.plan().unwrap();
    assert_eq!(plan.challenges["ch"].origins.len(), 1, "a file without origins takes none away");
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert_eq!(desk.store.plan().unwrap(), before);
}

#[test]
fn a_plan_file_that_is_wrong_somewhere_comes_in_nowhere() {
    let mut desk = Desk::new();
    let before = desk.store.plan().unwrap();
    let mut other = plan();
    other.get_mut(&Kind::Milestone).unwrap().get_mut(&id("m1")).unwrap()["due"] = json!("2020-Q1");
    other.get_mut(&Kind::NextStep).unwrap().get_mut(&id("n1")).unwrap()["parent"] = json!("nobody");
    let refused = desk.store.import(&secretariat(), &other, false).expect_err("a dangling parent");
    assert_eq!(refused.failure().code, "failure-problem");
    let mut other = plan();
    other.get_mut(&Kind::Milestone).unwrap().get_mut(&id("m1")).unwrap()["status"] = status("SP", "on_track");
    let refused = desk.store.import(&secretariat(), &other, false).expect_err("a status on nobody's behalf");
    assert_eq!(refused.failure().code, "failure-denied-needs-on-behalf");
    assert_eq!(desk.store.plan().unwrap(), before);
}

#[test]
fn the_sample_goes_into_an_empty_store_once_and_is_the_same_everywhere() {
    let folder = tempfile::tempdir().unwrap();
    let hashes: Vec<Vec<jalon_store::HistoryEntry>> = ["a", "b"]
        .iter()
        .map(|name| {
            let mut store = jalon_store::Store::create(&folder.path().join(name), now()).unwrap();
            assert!(store.is_empty().unwrap());
            store.install_sample(&plan(), now()).unwrap();
            let again = store.install_sample(&plan(), now()).expect_err("twice");
            assert_eq!(again.failure().code, "failure-store-sample-before");
            assert_eq!(store.undoable(&lead("CA-ON").actor).unwrap(), None);
            store.history(None).unwrap()
        })
        .collect();
    assert_eq!(hashes[0], hashes[1]);
    let mut desk = Desk::new();
    let refused = desk.store.install_sample(&plan(), now()).expect_err("not empty");
    assert_eq!(refused.failure().code, "failure-store-not-empty");
}
