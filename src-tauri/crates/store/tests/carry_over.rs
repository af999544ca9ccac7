//! What is unfinished in a cycle goes into another: word for word, and only once.

mod common;

use common::*;
use jalon_domain::clearance::{self, Clearing};
use jalon_domain::{Id, Lang, lineage};
use jalon_store::{ActError, CarriedOver, Context};
use jalon_words::Words;
use serde_json::{Value, json};

fn create(kind: &str, entity: &str, fields: Value) -> Value {
    json!({"action": "create", "kind": kind, "id": entity, "fields": fields})
}

fn open_cycle() -> Value {
    json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "name": text("Councils", "Conseils"),
        "date": "2020-02-26"})
}

/// A desk with unfinished and finished things in cycle `cy`, and an empty cycle `cy2`.
fn to_carry() -> Desk {
    let mut desk = Desk::new();
    let made = [
        ("progress", "r1", json!({"priority": "p1", "milestone": "m1", "text": text("Drafted", "Rédigé")})),
        ("progress", "r2", json!({"priority": "p1", "text": text("Done", "Fait"), "done": true})),
        (
            "achievement",
            "a1",
            json!({"jurisdiction": "CA-ON", "text": text("Portal", "Portail"), "ongoing": true,
            "links": [{"en": "https://example.org"}]}),
        ),
        (
            "challenge",
            "h1",
            json!({"text": text("Law", "Droit"), "attribution": "named", "jurisdictions": ["CA-QC"]}),
        ),
        ("next_step", "n2", json!({"parent": "n1", "text": text("Book a room", ""), "when": "2019-Q4"})),
    ];
    for (kind, id, mut fields) in made {
        fields["cycle"] = json!("cy");
        desk.act(&secretariat(), create(kind, id, fields)).unwrap();
    }
    let approve = json!({"action": "approve_translation", "id": "a1", "field": "text"});
    desk.act(&secretariat(), approve).unwrap();
    desk.act(&secretariat(), open_cycle()).unwrap();
    desk
}

fn carry(desk: &mut Desk, context: &Context) -> Result<CarriedOver, ActError> {
    desk.store.carry_over(context, &id("cy"), &id("cy2"))
}

fn carried(entity: &str) -> Id {
    jalon_domain::carry::carried_id(&id(entity), &id("cy2"))
}

#[test]
fn what_is_unfinished_is_carried_over_word_for_word_and_only_once() {
    let mut desk = to_carry();
    let content = clearance::content(&desk.store.plan().unwrap(), &id("a1"));
    let clear = json!({"action": "clear_item", "item": "a1", "jurisdiction": "CA-ON", "content": content});
    desk.act(&lead("CA-ON"), clear).unwrap();
    let CarriedOver { done, left } = carry(&mut desk, &secretariat()).unwrap();
    assert_eq!((done.len(), left), (2, 0), "what holds origins is a transaction of its own");
    let plan = desk.store.plan().unwrap();
    let (achievement, before) = (&plan.achievements[&carried("a1")], &plan.achievements["a1"]);
    assert_eq!((&achievement.text, &achievement.links), (&before.text, &before.links));
    assert_eq!((achievement.cycle.as_str(), achievement.carried_from.as_ref()), ("cy2", Some(&id("a1"))));
    assert_eq!(plan.next_steps[&carried("n2")].parent, Some(carried("n1")));
    assert_eq!(plan.progress[&carried("r1")].milestone, Some(id("m1")));
    assert!(!plan.progress.contains_key(&carried("r2")));
    assert_eq!(plan.challenges[&carried("ch")].origins, [id("CA-ON")]);
    assert_eq!(lineage::lineage(&plan, &id("a1")).carried_to, [carried("a1")]);
    let open = clearance::clearances(&plan, &id("cy2"));
    assert!(open.iter().all(|it| it.state == Clearing::Missing), "clearances stay with their meeting");
    assert_eq!(open.len(), 2);
    assert!(matches!(carry(&mut desk, &secretariat()), Err(ActError::NothingChanges)));
}

#[test]
fn what_is_carried_over_travels_apart_from_what_tells_an_origin() {
    let mut desk = to_carry();
    carry(&mut desk, &secretariat()).unwrap();
    let history = desk.store.history(None).unwrap();
    let of = |n: usize| -> Vec<&str> { history[n].changes.iter().map(|it| it.field.as_str()).collect() };
    assert!(of(0).contains(&"origins") && !of(1).contains(&"origins"));
    let audience = |n: usize| serde_json::to_value(history[n].audience).unwrap();
    assert_eq!((audience(0), audience(1)), (json!("secretariat"), json!("all")));
    // Somebody who may not read origins carries the rest.
    let mut desk = to_carry();
    assert_eq!(carry(&mut desk, &co_chair()).unwrap().done.len(), 1);
    let plan = desk.store.plan().unwrap();
    assert!(plan.challenges.contains_key(&carried("h1")) && !plan.challenges.contains_key(&carried("ch")));
    let secret = json!({"action": "carry_over", "from": "cy", "to": "cy2", "confidential": true});
    assert_eq!(code(desk.act(&co_chair(), secret)), "failure-denied-role");
}

#[test]
fn what_was_deleted_there_stays_deleted_and_what_was_undone_comes_again() {
    let mut desk = to_carry();
    let over = || json!({"action": "carry_over", "from": "cy", "to": "cy2"});
    desk.act(&secretariat(), over()).unwrap();
    let first = desk.store.plan().unwrap();
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert!(desk.store.plan().unwrap().achievements.len() == 1);
    desk.act(&secretariat(), over()).unwrap();
    assert_eq!(desk.store.plan().unwrap(), first);
    for step in ["n2", "n1"] {
        desk.act(&secretariat(), json!({"action": "delete", "id": carried(step)})).unwrap();
    }
    let fields = json!({"cycle": "cy", "parent": "n1", "text": text("Late", "")});
    desk.act(&secretariat(), create("next_step", "n3", fields)).unwrap();
    desk.act(&secretariat(), over()).unwrap();
    let plan = desk.store.plan().unwrap();
    assert!(!plan.next_steps.contains_key(&carried("n1")));
    assert_eq!(plan.next_steps[&carried("n3")].parent, None);
}

#[test]
fn two_stores_that_carry_over_and_submit_alike_make_the_same_things() {
    let made = |jurisdiction: &str| {
        let mut desk = to_carry();
        desk.act(&secretariat(), json!({"action": "carry_over", "from": "cy", "to": "cy2"})).unwrap();
        let submit = json!({"action": "set_submission", "cycle": "cy", "jurisdiction": jurisdiction,
            "state": "submitted"});
        desk.act(&lead(jurisdiction), submit).unwrap();
        let plan = desk.store.plan().unwrap();
        let mut next: Vec<Value> = Vec::new();
        next.extend(plan.achievements.values().map(|it| json!(it)));
        next.extend(plan.next_steps.values().map(|it| json!(it)));
        next.extend(plan.submissions.values().map(|it| json!(it)));
        next
    };
    assert_eq!(made("CA-ON"), made("CA-ON"));
}

#[test]
fn a_cycle_is_not_carried_into_itself_a_closed_one_or_over_a_conflict() {
    let mut desk = to_carry();
    let over = |from: &str, to: &str| json!({"action": "carry_over", "from": from, "to": to});
    assert_eq!(code(desk.act(&secretariat(), over("cy", "cy"))), "failure-cycle-same-cycle");
    assert_eq!(code(desk.act(&secretariat(), over("cy", "m1"))), "failure-cycle-other-kind");
    let mut stale = edit("a1", json!({"text.en": "One"}));
    stale["bases"] = json!(desk.store.bases_for(&read(stale.clone())).unwrap());
    desk.act(&secretariat(), edit("a1", json!({"text.en": "Two"}))).unwrap();
    desk.act(&secretariat(), stale).unwrap();
    assert_eq!(code(desk.act(&secretariat(), over("cy", "cy2"))), "failure-store-conflict-to-copy");
    desk.act(&secretariat(), json!({"action": "close_cycle", "cycle": "cy2"})).unwrap();
    assert_eq!(code(desk.act(&secretariat(), over("cy", "cy2"))), "failure-cycle-closed");
}

#[test]
fn it_is_there_as_a_whole_or_not_at_all_and_the_refusal_says_what_stands_in_the_way() {
    let mut desk = to_carry();
    let mut stale = edit("ch", json!({"text.en": "One"}));
    stale["bases"] = json!(desk.store.bases_for(&read(stale.clone())).unwrap());
    desk.act(&secretariat(), edit("ch", json!({"text.en": "Two"}))).unwrap();
    desk.act(&secretariat(), stale).unwrap();
    let before = desk.store.plan().unwrap();
    let refused = carry(&mut desk, &secretariat()).unwrap_err().failure();
    assert_eq!(refused.code, "failure-store-conflict-to-copy");
    for (lang, said) in [(Lang::En, "Challenge ch"), (Lang::Fr, "Défi ch")] {
        let told = Words::of(lang).failure(&refused);
        assert!(told.starts_with(said), "{told}");
    }
    assert_eq!(desk.store.plan().unwrap(), before);
    let heads = desk.store.heads(&id("ch")).unwrap().remove("text.en").unwrap();
    let shown: Vec<String> = heads.into_iter().map(|head| head.change).collect();
    let resolve = json!({"action": "resolve", "id": "ch", "field": "text.en", "value": "One",
        "bases": {"text.en": shown}});
    desk.act(&secretariat(), resolve).unwrap();
    assert_eq!(carry(&mut desk, &secretariat()).unwrap().done.len(), 2);
}

#[test]
fn whoever_may_not_carry_all_of_it_is_told_how_much_is_left() {
    for context in [co_chair(), for_alberta()] {
        let mut desk = to_carry();
        // One that is named today and was not always.
        let named = json!({"text": text("Staff", ""), "attribution": "anonymous", "cycle": "cy"});
        desk.act(&secretariat(), create("challenge", "once", named)).unwrap();
        let names = json!({"attribution": "named", "jurisdictions": ["CA-QC"]});
        desk.act(&secretariat(), edit("once", names)).unwrap();
        let carried_over = carry(&mut desk, &context).unwrap();
        assert_eq!((carried_over.done.len(), carried_over.left), (1, 2));
        let plan = desk.store.plan().unwrap();
        let there: Vec<bool> =
            ["h1", "ch", "once"].map(|it| plan.challenges.contains_key(&carried(it))).to_vec();
        assert_eq!(there, [true, false, false]);
        // What somebody has deleted there does not come any more.
        let again = |desk: &mut Desk| carry(desk, &context).unwrap_err().failure();
        assert_eq!(again(&mut desk).code, "failure-cycle-left-to-carry");
        assert_eq!(carry(&mut desk, &secretariat()).unwrap().done.len(), 1);
        assert_eq!(again(&mut desk).code, "failure-store-nothing-changes");
        desk.act(&secretariat(), json!({"action": "delete", "id": carried("ch")})).unwrap();
        assert_eq!(again(&mut desk).code, "failure-store-nothing-changes");
        desk.act(&secretariat(), json!({"action": "delete", "id": carried("once")})).unwrap();
        assert_eq!(again(&mut desk).code, "failure-store-nothing-changes");
    }
}
