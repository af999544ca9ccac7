//! The plan as it stood.

mod common;

use chrono::{DateTime, TimeDelta, Utc};
use common::*;
use jalon_domain::board::{Surroundings, board};
use jalon_domain::{Actor, Plan, Role, Vector};
use jalon_store::Context;
use proptest::prelude::*;
use serde_json::{Value, json};

/// Somebody, twenty hours later each time.
fn at_turn(context: Context, turn: usize) -> Context {
    Context { now: time_of(turn), ..context }
}

fn time_of(turn: usize) -> DateTime<Utc> {
    now() + TimeDelta::hours(20 * i64::try_from(turn).expect("few turns"))
}

fn complete() -> Value {
    json!({"completion": "C", "evidence": [{"en": "https://example.org/"}]})
}

/// What somebody may do, and whether from a form that was shown before the last action.
fn steps() -> impl Strategy<Value = Vec<(Value, bool)>> {
    let action = prop_oneof![
        prop::sample::select(vec!["NS", "LP", "SP"]).prop_map(|it| set_status("m1", status(it, "on_track"))),
        Just(set_status("m2", complete())),
        prop::sample::select(vec!["Words", "Other words", ""])
            .prop_map(|it| edit("m1", json!({"title.en": it}))),
        prop::sample::select(vec!["Mots", "D’autres mots"])
            .prop_map(|it| edit("p1", json!({"title.fr": it}))),
        Just(edit("p1", json!({"leads": [{"jurisdiction": "CA-QC"}]}))),
        Just(edit("ch", json!({"origins": ["CA-ON", "CA-QC"]}))),
        prop::sample::select(vec!["m1", "m2", "n1"]).prop_map(|id| json!({"action": "delete", "id": id})),
        (0..2_usize).prop_map(|n| json!({"action": "create", "kind": "next_step", "id": format!("new-{n}"),
            "fields": {"cycle": "cy", "text": text("More", "")}})),
        Just(json!({"action": "undo"})),
        Just(json!({"action": "redo"})),
    ];
    prop::collection::vec((action, prop::bool::weighted(0.25)), 1..25)
}

/// What stood when an action was done.
struct Stood {
    time: DateTime<Utc>,
    vector: Vector,
    plan: Plan,
    around: Surroundings,
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn as_of_every_moment_the_plan_is_the_one_that_stood_then(steps in steps()) {
        let mut desk = Desk::new();
        let mut stood: Vec<Stood> = Vec::new();
        let mut shown = desk.store.all_heads().unwrap();
        for (turn, (mut action, stale)) in steps.into_iter().enumerate() {
            let of = action.get("id").or(action.get("milestone")).and_then(Value::as_str).map(id);
            let form = stale && action["action"] != "create";
            if let Some(heads) = of.filter(|_| form).and_then(|of| shown.get(&of).cloned()) {
                action["bases"] = json!(heads);
            } else {
                shown = desk.store.all_heads().unwrap();
            }
            let Ok(changes) = desk.act(&at_turn(co_chair(), turn), action) else { continue };
            let vector = desk.store.vector().unwrap();
            prop_assert_eq!(desk.store.vector_of(&changes.txn).unwrap(), Some(vector.clone()));
            let time = time_of(turn);
            let around = desk.store.surroundings(time.date_naive()).unwrap();
            stood.push(Stood { time, vector, plan: desk.store.plan().unwrap(), around });
        }
        for Stood { time, vector, plan, around } in stood {
            prop_assert_eq!(&desk.store.vector_at(time).unwrap(), &vector);
            prop_assert_eq!(&desk.store.plan_as_of(&vector).unwrap(), &plan);
            let then = desk.store.surroundings_as_of(&vector, time.date_naive()).unwrap();
            prop_assert_eq!(board(&plan, &then), board(&plan, &around));
            prop_assert_eq!(then.conflicted, around.conflicted);
        }
    }
}

#[test]
fn before_the_store_was_made_there_is_nothing_and_at_the_end_everything() {
    let desk = Desk::new();
    let early = desk.store.vector_at(at("2019-09-01T00:00:00Z")).unwrap();
    assert_eq!(desk.store.plan_as_of(&early).unwrap(), Plan::default());
    let late = desk.store.vector_at(at("2029-09-01T00:00:00Z")).unwrap();
    assert_eq!(late, desk.store.vector().unwrap());
    assert_eq!(desk.store.vector_of("no such transaction").unwrap(), None);
}

#[test]
fn a_past_plan_hides_where_challenges_came_from_as_the_present_one_does() {
    let mut desk = Desk::new();
    let before = desk.store.vector().unwrap();
    desk.act(&secretariat(), edit("ch", json!({"origins": ["CA-QC"]}))).unwrap();
    let origins = |reader: &Actor| {
        let plan = desk.store.plan_as_of_for(&before, reader).unwrap();
        plan.challenges["ch"].origins.clone()
    };
    assert_eq!(origins(&secretariat().actor), [id("CA-ON")]);
    assert_eq!(origins(&lead("CA-ON").actor), [id("CA-ON")]);
    assert!(origins(&lead("CA-QC").actor).is_empty());
    assert!(origins(&Actor::new("R", Role::Reader, None)).is_empty());
}
