//! The plan as it stood.

mod common;

use chrono::{DateTime, TimeDelta, Utc};
use common::*;
use jalon_domain::board::{Surroundings, board};
use jalon_domain::{Actor, Lang, Plan, Role, Vector};
use jalon_store::{Context, HistoryPage, SinceGroup, tell_since};
use jalon_words::Words;
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
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

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
fn what_waited_for_a_choice_did_so_until_its_milestone_was_deleted() {
    let mut desk = Desk::new();
    let shown = desk.store.all_heads().unwrap()[&id("m1")].clone();
    desk.act(&co_chair(), set_status("m1", status("NS", "on_track"))).unwrap();
    let mut stale = set_status("m1", status("LP", "on_track"));
    stale["bases"] = json!(shown);
    desk.act(&co_chair(), stale).unwrap();
    let disputed = desk.store.vector().unwrap();
    desk.act(&co_chair(), json!({"action": "delete", "id": "m1"})).unwrap();
    let deleted = desk.store.vector().unwrap();
    desk.act(&co_chair(), json!({"action": "undo"})).unwrap();
    let day = now().date_naive();
    let waits = |at: &Vector| desk.store.surroundings_as_of(at, day).unwrap().conflicted;
    assert_eq!(waits(&disputed), [id("m1")].into());
    assert!(waits(&deleted).is_empty());
    assert_eq!(waits(&desk.store.vector().unwrap()), desk.store.surroundings(day).unwrap().conflicted);
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

#[test]
fn history_comes_by_pages_of_a_part_and_between_moments() {
    let mut desk = Desk::new();
    let start = desk.store.vector().unwrap();
    for (n, completion) in ["NS", "LP", "SP", "NS"].into_iter().enumerate() {
        desk.act(&at_turn(co_chair(), n), set_status("m1", status(completion, "on_track"))).unwrap();
    }
    let middle = desk.store.vector().unwrap();
    desk.act(&secretariat(), edit("p1", json!({"title.en": "Reading"}))).unwrap();
    desk.act(&secretariat(), edit("ch", json!({"origins": ["CA-QC"]}))).unwrap();
    let page = |page: HistoryPage<'_>| -> Vec<i64> {
        desk.store.history_page(&page).unwrap().iter().map(|entry| entry.local_n).collect()
    };
    let all = HistoryPage::default();
    let (m1, p1, w) = (id("m1"), id("p1"), id("w"));
    assert_eq!(page(all), [8, 7, 6, 5, 4, 3, 2, 1]);
    assert_eq!(page(HistoryPage { limit: Some(3), ..all }), [8, 7, 6]);
    assert_eq!(page(HistoryPage { limit: Some(3), before: Some(6), ..all }), [5, 4, 3]);
    assert_eq!(page(HistoryPage { limit: Some(3), before: Some(3), ..all }), [2, 1]);
    assert_eq!(page(HistoryPage { after: Some(&start), until: Some(&middle), ..all }), [6, 5, 4, 3]);
    assert_eq!(page(HistoryPage { of: Some(&m1), after: Some(&middle), ..all }), [0_i64; 0]);
    assert_eq!(page(HistoryPage { of: Some(&p1), ..all }), [7, 2]);
    assert_eq!(page(HistoryPage { of: Some(&p1), with_children: true, ..all }), [7, 6, 5, 4, 3, 2]);
    assert_eq!(page(HistoryPage { of: Some(&w), with_children: true, limit: Some(2), ..all }), [8, 7]);
    // A page is full of what its reader may see.
    let reader = Actor::new("R", Role::Reader, None);
    assert_eq!(page(HistoryPage { reader: Some(&reader), limit: Some(2), ..all }), [7, 6]);
}

#[test]
fn what_is_different_is_told_in_both_languages() {
    let mut desk = Desk::new();
    desk.act(&at_turn(co_chair(), 1), set_status("m2", complete())).unwrap();
    let before = desk.store.moment_now(time_of(1)).unwrap();
    let reason = json!({"en": "Withdrawn", "source": "en", "state": "missing"});
    let back = json!({"completion": "SP", "outlook": "on_track", "reason": reason});
    desk.act(&at_turn(co_chair(), 2), set_status("m2", back)).unwrap();
    desk.act(&at_turn(co_chair(), 10), set_status("m1", complete())).unwrap();
    let edits = json!({"due": "2019-08-31", "title.fr": "Norme"});
    desk.act(&at_turn(secretariat(), 11), edit("m1", edits)).unwrap();
    let leads = json!({"leads": [{"jurisdiction": "CA-QC", "from": "2019-09-01"}]});
    desk.act(&at_turn(secretariat(), 12), edit("p1", leads)).unwrap();
    let after = desk.store.moment_now(time_of(13)).unwrap();
    let since = desk.store.since(&before, &after, &secretariat().actor).unwrap();
    let told =
        |lang| -> Vec<String> { tell_since(&since, Words::of(lang)).into_iter().map(|it| it.text).collect() };
    assert_eq!(
        told(Lang::En),
        [
            "1.1 Draft standard: on September 18, 2019, 18 days late",
            "1.1 Draft standard: 4th quarter of 2019 → August 31, 2019",
            "1.2 Implementation: Complete → Substantial progress: Withdrawn",
            "1.1 Draft standard, evidence added: https://example.org/",
            "1.2 Implementation, evidence removed: https://example.org/",
            "Priority 1 “Literacy”: Ont. → Que. (from September 1, 2019)",
            "Milestone 1.1 “Draft standard”, Title (French): “Projet de norme” → “Norme”",
        ]
    );
    let french: Vec<String> = told(Lang::Fr).into_iter().map(|it| it.replace('\u{a0}', "~")).collect();
    assert_eq!(
        french,
        [
            "1.1 Norme~: le 18~septembre 2019, avec 18~jours de retard",
            "1.1 Norme~: 4e trimestre de 2019 → 31~août 2019",
            "1.2 Mise en œuvre~: Réalisé → Progrès important~: [en] Withdrawn",
            "1.1 Norme, preuve ajoutée~: https://example.org/",
            "1.2 Mise en œuvre, preuve retirée~: https://example.org/",
            "Priorité 1 «~Littératie~»~: Ont. → Qc (à partir du 1er~septembre 2019)",
            "Jalon 1.1 «~Norme~», Titre (français)~: «~Projet de norme~» → «~Norme~»",
        ]
    );
}

#[test]
fn a_moved_meeting_is_told_by_its_name_and_so_is_its_cycle() {
    let mut desk = Desk::new();
    let before = desk.store.moment_now(now()).unwrap();
    let meeting = json!({"date": "2019-10-01", "name.en": "Joint Councils"});
    desk.act(&at_turn(secretariat(), 1), edit("meet", meeting)).unwrap();
    desk.act(&at_turn(secretariat(), 1), edit("cy", json!({"submissions_due": "2019-08-14"}))).unwrap();
    let after = desk.store.moment_now(time_of(2)).unwrap();
    let since = desk.store.since(&before, &after, &secretariat().actor).unwrap();
    let told = |lang| -> Vec<String> {
        let all = tell_since(&since, Words::of(lang)).into_iter();
        all.filter(|it| it.group != SinceGroup::Silent).map(|it| it.text.replace('\u{a0}', "~")).collect()
    };
    assert_eq!(
        told(Lang::En),
        [
            "Meeting “Joint Councils”, Date: September 25, 2019 → October 1, 2019",
            "Reporting cycle “Joint Councils”, Submissions due: no date → August 14, 2019",
            "Meeting “Joint Councils”, Name (English): “Councils” → “Joint Councils”",
        ]
    );
    assert_eq!(told(Lang::Fr)[0], "Réunion «~Conseils~», Date~: 25~septembre 2019 → 1er~octobre 2019");
    assert!(told(Lang::Fr)[1].ends_with("~: sans date → 14~août 2019"), "{:?}", told(Lang::Fr));
}

#[test]
fn a_reason_that_stood_before_is_no_reason_for_what_came_since() {
    let mut desk = Desk::new();
    let reason = json!({"en": "Link was dead", "source": "en", "state": "missing"});
    let status =
        |completion: &str| json!({"completion": completion, "outlook": "on_track", "reason": reason});
    desk.act(&at_turn(co_chair(), 1), set_status("m2", status("LP"))).unwrap();
    let before = desk.store.moment_now(time_of(1)).unwrap();
    desk.act(&at_turn(co_chair(), 2), set_status("m2", status("SP"))).unwrap();
    let after = desk.store.moment_now(time_of(3)).unwrap();
    let since = desk.store.since(&before, &after, &secretariat().actor).unwrap();
    let told = tell_since(&since, Words::of(Lang::En));
    let told: Vec<&str> =
        told.iter().filter(|it| it.id.as_str() == "m2").map(|it| it.text.as_str()).collect();
    assert_eq!(told, ["1.2 Implementation: Limited progress, On track → Substantial progress, On track"]);
}

#[test]
fn a_new_value_in_place_of_two_follows_both() {
    let mut desk = Desk::new();
    let mut stale = set_status("m1", complete());
    stale["bases"] = json!(desk.store.bases_for(&read(stale.clone())).unwrap());
    desk.act(&co_chair(), set_status("m1", status("SP", "on_track"))).unwrap();
    desk.act(&co_chair(), stale).unwrap();
    let heads = desk.store.heads(&id("m1")).unwrap()["status"].clone();
    let bases = json!({"status": heads.iter().map(|head| &head.change).collect::<Vec<_>>()});
    let mut resolve = |value: Value| {
        desk.act(
            &co_chair(),
            json!({"action": "resolve", "id": "m1", "field": "status", "value": value, "bases": bases}),
        )
    };
    assert_eq!(code(resolve(status("NS", "on_track"))), "failure-status-regression-needs-reason");
    let reason = json!({"en": "Begun anew", "source": "en", "state": "missing"});
    resolve(json!({"completion": "NS", "outlook": "on_track", "reason": reason})).unwrap();
}
