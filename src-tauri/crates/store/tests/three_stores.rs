//! Three stores that share no network: whatever each does, and in whatever order and
//! however often what they did reaches the others, they end as one, and nothing that
//! anybody wrote is lost.

mod common;
mod three;

use common::*;
use jalon_domain::problem::ProblemKind;
use jalon_store::{Reissue, RenewError, Store};
use proptest::prelude::*;
use serde_json::{Value, json};
use three::{End, Three};

/// Lets each store do its part, and brings the parts together in every order.
fn check(parts: &[(usize, &jalon_store::Context, Value)]) -> End {
    let mut three = Three::new();
    for (store, context, action) in parts {
        let done = act(three.store(*store), context, action.clone());
        done.unwrap_or_else(|error| panic!("{action}: {error}"));
    }
    three.every_interleaving()
}

fn create(kind: &str, entity: &str, fields: Value) -> Value {
    json!({"action": "create", "kind": kind, "id": entity, "fields": fields})
}

fn delete(entity: &str) -> Value {
    json!({"action": "delete", "id": entity})
}

fn has_problem(end: &End, entity: &str, what: impl Fn(&ProblemKind) -> bool) {
    let found = end.problems.iter().any(|problem| problem.id == id(entity) && what(&problem.what));
    assert!(found, "{:?}", end.problems);
}

#[test]
fn three_who_write_the_same_field_at_once_are_all_kept() {
    let end = check(&[
        (0, &co_chair(), edit("m1", json!({"title.en": "A"}))),
        (0, &co_chair(), edit("m1", json!({"title.en": "AA"}))),
        (1, &secretariat(), edit("m1", json!({"title.en": "B"}))),
        (2, &secretariat(), edit("m1", json!({"title.en": "C", "title.fr": "c"}))),
    ]);
    assert_eq!(end.heads[&id("m1")]["title.en"].len(), 3);
    assert_eq!(end.disputed(), ["m1 title.en"]);
}

#[test]
fn those_who_write_the_same_words_at_once_agree() {
    let due = || edit("m1", json!({"due": "2020"}));
    let end = check(&[(0, &co_chair(), due()), (1, &secretariat(), due()), (2, &secretariat(), due())]);
    assert_eq!(end.heads[&id("m1")]["due"].len(), 3);
    assert!(end.disputes.is_empty());
}

#[test]
fn work_on_what_somebody_else_deletes_is_told_of() {
    let end = check(&[
        (0, &co_chair(), delete("m1")),
        (1, &co_chair(), set_status("m1", status("SP", "on_track"))),
        (2, &secretariat(), edit("m2", json!({"due": "2020"}))),
        (2, &secretariat(), delete("m2")),
    ]);
    assert!(end.plan.milestones.is_empty());
    assert_eq!(end.disputed(), ["m1 $deleted"], "who deletes what they wrote themselves knew of it");
    assert_eq!(end.disputes[0].versions.len(), 2);
}

#[test]
fn work_and_its_deletion_are_chosen_between_in_any_store() {
    for (side, delete_it) in [(0, true), (1, true), (2, true), (0, false), (1, false), (2, false)] {
        let mut three = Three::new();
        act(three.store(0), &co_chair(), edit("m1", json!({"title.fr": "Norme"}))).unwrap();
        act(three.store(1), &co_chair(), delete("m1")).unwrap();
        three.meet();
        let disputes = three.store(side).disputes(&jalon_domain::Actor::secretariat()).unwrap();
        let mut chosen: Vec<&Value> = disputes[0].versions.iter().map(|version| &version.value).collect();
        chosen.sort_by_key(|value| value.as_bool());
        assert_eq!(chosen, [&json!(false), &json!(true)], "both can be chosen");
        let heads = three.store(side).heads(&id("m1")).unwrap().remove("$deleted").unwrap();
        let heads: Vec<String> = heads.into_iter().map(|head| head.change).collect();
        let choose = json!({"action": "resolve", "id": "m1", "field": "$deleted", "value": delete_it,
            "bases": {"$deleted": heads}});
        act(three.store(side), &co_chair(), choose.clone()).unwrap_or_else(|error| panic!("{side}: {error}"));
        assert_eq!(code(act(three.store(side), &co_chair(), choose)), "failure-store-other-heads");
        let end = three.every_interleaving();
        assert!(end.disputes.is_empty(), "{:?}", end.disputes);
        assert_eq!(end.plan.milestones.contains_key("m1"), !delete_it);
    }
}

#[test]
fn a_child_of_a_deleted_parent_is_a_problem_of_the_plan() {
    let under = json!({"cycle": "cy", "parent": "n1", "text": text("Below", "")});
    let end = check(&[
        (0, &secretariat(), delete("n1")),
        (1, &secretariat(), create("next_step", "n2", under)),
        (1, &secretariat(), edit("n2", json!({"text.en": "Below that"}))),
        (2, &secretariat(), edit("n1", json!({"text.fr": "Se réunir"}))),
    ]);
    has_problem(&end, "n2", |what| matches!(what, ProblemKind::Dangling(_, above) if *above == id("n1")));
    assert_eq!(end.disputed(), ["n1 $deleted"]);
}

#[test]
fn two_submissions_of_one_government_are_a_problem_of_the_plan() {
    let submission = |state: &str| json!({"cycle": "cy", "jurisdiction": "CA-QC", "state": state});
    let end = check(&[
        (0, &lead("CA-QC"), create("submission", "s1", submission("submitted"))),
        (1, &lead("CA-QC"), create("submission", "s2", submission("nothing_to_report"))),
        (2, &lead("CA-ON"), edit("ch", json!({"text.fr": "Moyens"}))),
    ]);
    assert!(
        end.problems.iter().any(|problem| [id("s1"), id("s2")].contains(&problem.id)),
        "{:?}",
        end.problems
    );
}

#[test]
fn a_challenge_that_becomes_anonymous_while_another_store_names_governments_is_a_problem() {
    // The head with the lowest id is the one that is shown.
    let shows_names = |three: &mut Three| {
        let mut head = |n| three.store(n).heads(&id("ch")).unwrap()["jurisdictions"][0].change.clone();
        head(1) < head(0)
    };
    let three = loop {
        let mut three = Three::new();
        let named = edit("ch", json!({"attribution": "named", "origins": null, "jurisdictions": ["CA-QC"]}));
        act(three.store(0), &secretariat(), named).unwrap();
        three.meet();
        let nameless = edit("ch", json!({"attribution": "anonymous", "jurisdictions": null}));
        act(three.store(0), &secretariat(), nameless).unwrap();
        act(three.store(1), &secretariat(), edit("ch", json!({"jurisdictions": ["CA-ON"]}))).unwrap();
        act(three.store(2), &secretariat(), edit("ch", json!({"text.en": "Means"}))).unwrap();
        if shows_names(&mut three) {
            break three;
        }
    };
    let end = three.every_interleaving();
    has_problem(&end, "ch", |what| *what == ProblemKind::Named);
}

#[test]
fn one_id_made_in_two_stores_is_one_thing_with_both_versions() {
    let step = |text_en: &str| create("next_step", "n9", json!({"cycle": "cy", "text": text(text_en, "")}));
    let end = check(&[
        (0, &secretariat(), step("One")),
        (1, &secretariat(), step("Two")),
        (2, &secretariat(), create("event", "n9", json!({"cycle": "cy", "title": text("Three", "")}))),
    ]);
    let kinds = [end.plan.next_steps.contains_key("n9"), end.plan.events.contains_key("n9")];
    assert_ne!(kinds[0], kinds[1], "it is of one kind");
    assert_eq!(end.heads[&id("n9")]["$create"].len(), 3);
}

#[test]
fn what_is_taken_back_while_others_build_on_it_is_settled_by_a_person() {
    let end = check(&[
        (0, &co_chair(), edit("m1", json!({"due": "2020"}))),
        (0, &co_chair(), json!({"action": "undo"})),
        (0, &co_chair(), json!({"action": "redo"})),
        (1, &co_chair(), edit("m1", json!({"due": "2021"}))),
    ]);
    assert_eq!(end.disputed(), ["m1 due"]);
}

#[test]
fn two_who_settle_the_same_conflict_at_once_leave_one_between_them() {
    let mut three = Three::new();
    for (store, due) in [(0, "2020"), (1, "2021")] {
        act(three.store(store), &co_chair(), edit("m1", json!({"due": due}))).unwrap();
    }
    three.meet();
    for (store, due) in [(0, "2020"), (1, "2021")] {
        let resolve = resolving(three.store(store), "m1", "due", json!(due));
        act(three.store(store), &co_chair(), resolve).unwrap();
    }
    let end = three.every_interleaving();
    assert_eq!(end.heads[&id("m1")]["due"].len(), 2);
    assert_eq!(end.disputed(), ["m1 due"]);
}

/// What may happen in or between the stores.
#[derive(Debug, Clone)]
enum Step {
    /// A store does something.
    Act(usize, usize, Value),
    /// Somebody chooses a version of the first thing that is disputed in a store.
    Resolve(usize, usize),
    /// One transaction of a store reaches another.
    Deliver {
        from: usize,
        to: usize,
        which: prop::sample::Index,
    },
    /// A store is closed, and opened again.
    Reopen(usize),
    /// A store takes a new device.
    Renew(usize),
    Reissue(usize, i64),
}

fn actions() -> impl Strategy<Value = Value> {
    let entity = || prop::sample::select(vec!["m1", "m2", "n1", "ch", "new-0", "new-1"]);
    let words = prop::sample::select(vec!["", "A", "B", "Mise en œuvre"]);
    let field = prop::sample::select(vec!["title.en", "title.fr", "text.en", "text.fr"]);
    let made = json!({"priority": "p1", "title": text("New", ""), "status": status("NS", "on_track")});
    let below = json!({"cycle": "cy", "parent": "n1", "text": text("Below", "")});
    let sent = json!({"cycle": "cy", "jurisdiction": "CA-QC", "state": "submitted"});
    prop_oneof![
        6 => (entity(), field, words).prop_map(|(entity, field, words)| edit(entity, json!({field: words}))),
        2 => (entity(), prop::sample::select(vec!["NS", "LP", "SP"]))
            .prop_map(|(entity, completion)| set_status(entity, status(completion, "on_track"))),
        2 => entity().prop_map(delete),
        2 => prop::sample::select(vec![
            create("milestone", "new-0", made),
            create("next_step", "new-1", below),
            create("submission", "new-2", sent),
        ]),
        1 => prop::sample::select(vec![
            edit("ch", json!({"attribution": "named", "origins": null, "jurisdictions": ["CA-ON"]})),
            edit("ch", json!({"attribution": "anonymous", "jurisdictions": null})),
        ]),
        1 => Just(json!({"action": "close_cycle", "cycle": "cy"})),
        2 => Just(json!({"action": "reopen_cycle", "cycle": "cy"})),
        1 => Just(json!({"action": "undo"})),
        1 => Just(json!({"action": "redo"})),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        8 => (0..3_usize, 0..3_usize, actions()).prop_map(|(store, who, action)| Step::Act(store, who, action)),
        2 => (0..3_usize, 0..2_usize).prop_map(|(store, version)| Step::Resolve(store, version)),
        10 => (0..3_usize, 0..3_usize, any::<prop::sample::Index>())
            .prop_map(|(from, to, which)| Step::Deliver { from, to, which }),
        1 => (0..3_usize).prop_map(Step::Reopen),
        1 => (0..3_usize).prop_map(Step::Renew),
        1 => (0..3_usize, 1..6_i64).prop_map(|(store, seq)| Step::Reissue(store, seq)),
    ];
    prop::collection::vec(step, 1..30)
}

fn reissue(store: &mut Store, seq: i64) {
    let from = Reissue { device: store.device().unwrap(), seq, pinned: true };
    match store.reissue(now(), &from) {
        Ok(_) | Err(RenewError::NothingThere { .. }) => {}
        Err(error) => panic!("{error}"),
    }
}

fn resolve(store: &mut Store, version: usize) {
    let Some(dispute) = store.disputes(&secretariat().actor).unwrap().into_iter().next() else { return };
    let Some(version) = dispute.versions.get(version) else { return };
    let action = resolving(store, dispute.id.as_str(), &dispute.field, version.value.clone());
    refused_or_done(act(store, &secretariat(), action));
}

/// The choice of a value by somebody who saw all versions.
fn resolving(store: &Store, entity: &str, field: &str, value: Value) -> Value {
    let heads = store.heads(&id(entity)).unwrap().remove(field).unwrap_or_default();
    let shown: Vec<String> = heads.into_iter().map(|head| head.change).collect();
    json!({"action": "resolve", "id": entity, "field": field, "value": value, "bases": {field: shown}})
}

/// A refusal is an answer; trouble with the file is not.
fn refused_or_done<T>(done: Result<T, jalon_store::ActError>) {
    if let Err(jalon_store::ActError::Trouble(trouble)) = done {
        panic!("{trouble}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_three_stores_do_they_end_as_one(steps in steps()) {
        let mut three = Three::new();
        let people = [secretariat(), co_chair(), lead("CA-ON")];
        for step in steps {
            match step {
                Step::Act(store, who, action) => refused_or_done(act(three.store(store), &people[who], action)),
                Step::Resolve(store, version) => resolve(three.store(store), version),
                Step::Deliver { from, to, which } => three.deliver_one(from, to, which),
                Step::Reopen(store) => three.reopen(store),
                Step::Renew(store) => drop(three.store(store).renew_device(now()).unwrap()),
                Step::Reissue(store, seq) => reissue(three.store(store), seq),
            }
        }
        three.meet();
        three.end();
    }
}
