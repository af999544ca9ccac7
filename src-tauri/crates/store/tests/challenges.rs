//! Several challenges become one, which keeps its sources and tells nobody's secret.

mod common;

use common::*;
use jalon_domain::{Actor, Challenge, Id, Lang, Role, lineage};
use jalon_store::{ActError, Changes, Context, Store, tell};
use jalon_words::Words;
use serde_json::{Value, json};

fn challenge(entity: &str, more: Value) -> Value {
    let mut given = json!({"cycle": "cy", "text": text(entity, "Défi"), "attribution": "anonymous"});
    given.as_object_mut().unwrap().extend(fields(more));
    json!({"action": "create", "kind": "challenge", "id": entity, "fields": given})
}

/// A desk with two named challenges and two anonymous ones; only Nunavut's origin is secret.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let named = |of: &[&str], link: &str| json!({"attribution": "named", "jurisdictions": of, "links": [{"en": link}]});
    for (entity, more) in [
        ("h1", named(&["CA-ON", "CA-QC"], "https://example.org/1")),
        ("h2", named(&["CA-QC", "CA-YT"], "https://example.org/1")),
        ("h3", json!({"origins": ["CA-NU"]})),
        ("h4", json!({})),
    ] {
        desk.act(&secretariat(), challenge(entity, more)).unwrap();
    }
    desk
}

fn merge(challenges: &[&str], attribution: &str) -> Value {
    json!({"action": "merge_challenges", "id": "m", "challenges": challenges, "attribution": attribution,
        "text": text("All of it", "Le tout")})
}

fn merged(challenges: &[&str], attribution: &str) -> Challenge {
    let mut desk = desk();
    desk.act(&secretariat(), merge(challenges, attribution)).unwrap();
    desk.store.plan().unwrap().challenges["m"].clone()
}

fn ids(list: &[&str]) -> Vec<Id> {
    list.iter().map(|it| id(it)).collect()
}

#[test]
fn a_merged_challenge_keeps_its_sources_and_names_whom_they_name() {
    let both = merged(&["h1", "h2", "h1"], "named");
    assert_eq!(both.merged_from, ids(&["h1", "h2"]));
    assert_eq!(both.jurisdictions, ids(&["CA-ON", "CA-QC", "CA-YT"]));
    assert_eq!((both.links.len(), both.origins.len()), (1, 0));
    let mixed = merged(&["h1", "h3"], "named");
    assert_eq!((mixed.jurisdictions, mixed.origins), (ids(&["CA-ON", "CA-QC"]), ids(&["CA-NU"])));
    for attribution in ["anonymous", "internal"] {
        let hidden = merged(&["h2", "h3", "h4"], attribution);
        assert_eq!((hidden.jurisdictions.len(), hidden.attribution.as_str()), (0, attribution));
        assert_eq!(hidden.origins, ids(&["CA-NU", "CA-QC", "CA-YT"]), "and nobody is forgotten");
    }
}

#[test]
fn sources_stand_in_the_plan_until_they_are_merged_and_again_when_that_is_undone() {
    let mut desk = desk();
    let hidden = |desk: &Desk| lineage::merged(&desk.store.plan().unwrap()).len();
    desk.act(&secretariat(), merge(&["h1", "h2"], "named")).unwrap();
    assert_eq!(hidden(&desk), 2);
    let delete = json!({"action": "delete", "id": "h1"});
    assert_eq!(code(desk.act(&secretariat(), delete)), "failure-store-referred");
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert_eq!(hidden(&desk), 0);
}

#[test]
fn what_cannot_be_merged_is_said() {
    let mut desk = desk();
    let mut refused = |action: Value| code(desk.act(&secretariat(), action));
    assert_eq!(refused(merge(&["h1"], "named")), "failure-cycle-too-few");
    assert_eq!(refused(merge(&["h1", "h1"], "named")), "failure-cycle-too-few");
    assert_eq!(refused(merge(&["h3", "h4"], "named")), "failure-cycle-names-nobody");
    assert_eq!(refused(merge(&["h1", "m1"], "named")), "failure-cycle-other-kind");
    assert_eq!(refused(merge(&["h1", "none"], "named")), "failure-store-unknown");
    assert_eq!(refused(merge(&["h1", "h2"], "loud")), "failure-value");
    desk.act(&secretariat(), merge(&["h1", "h2"], "named")).unwrap();
    let mut again = merge(&["h2", "h3"], "anonymous");
    again["id"] = json!("m2");
    assert_eq!(code(desk.act(&secretariat(), again)), "failure-cycle-merged");
    let open = json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "name": text("C", "C"), "date": "2020-02-26"});
    desk.act(&secretariat(), open).unwrap();
    desk.act(&secretariat(), challenge("h5", json!({"cycle": "cy2"}))).unwrap();
    let mut other = merge(&["h4", "h5"], "anonymous");
    other["id"] = json!("m3");
    assert_eq!(code(desk.act(&secretariat(), other)), "failure-cycle-other-cycle");
}

/// Everything that somebody is told of the plan, its history and its current values.
fn everything(store: &Store, reader: &Actor) -> String {
    let plan = store.plan_for(reader).unwrap();
    // The built-in jurisdictions name everybody.
    let since = store.history(None).unwrap().into_iter().filter(|it| it.local_n > 1);
    let history: Vec<_> = since.filter_map(|it| it.for_reader(reader)).collect();
    let told: Vec<String> = Lang::BOTH
        .iter()
        .flat_map(|lang| history.iter().map(|it| tell(it, Words::of(*lang), &plan).line(Words::of(*lang))))
        .collect();
    let heads: Vec<_> = plan.challenges.keys().map(|id| store.heads_for(id, reader).unwrap()).collect();
    let challenges = &plan.challenges;
    serde_json::to_string(
        &json!({"challenges": challenges, "history": history, "told": told, "heads": heads}),
    )
    .unwrap()
}

#[test]
fn nobody_else_learns_where_an_anonymous_challenge_came_from_by_merging_or_carrying_over() {
    for attribution in ["named", "anonymous", "internal"] {
        let mut desk = desk();
        desk.act(&secretariat(), merge(&["h1", "h3"], attribution)).unwrap();
        let open = json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "name": text("C", "C"), "date": "2020-02-26"});
        desk.act(&secretariat(), open).unwrap();
        desk.store.carry_over(&secretariat(), &id("cy"), &id("cy2")).unwrap();
        assert!(everything(&desk.store, &Actor::secretariat()).contains("CA-NU"));
        let reader = Actor::new("R", Role::Reader, None);
        for of in [reader, lead("CA-ON").actor, lead("CA-YT").actor, co_chair().actor] {
            let told = everything(&desk.store, &of);
            assert!(!told.contains("CA-NU") && !told.contains("Nt"), "{attribution} {of:?}");
        }
        let own = everything(&desk.store, &lead("CA-NU").actor);
        assert!(own.contains("CA-NU"), "one's own is no secret to oneself");
    }
}

#[test]
fn merging_ones_own_does_not_tell_that_the_anonymous_one_was_ones_own() {
    let mut desk = Desk::new();
    let yukon = Context::new(Actor::new("Yan", Role::Lead, Some(id("CA-YT"))), now());
    desk.act(&yukon, challenge("h1", json!({"origins": ["CA-YT"]}))).unwrap();
    desk.act(&yukon, challenge("h2", json!({"attribution": "named", "jurisdictions": ["CA-YT"]}))).unwrap();
    desk.act(&yukon, merge(&["h1", "h2"], "named")).unwrap();
    let reader = Actor::new("R", Role::Reader, None);
    let history = desk.store.history(Some(&id("m"))).unwrap();
    assert_eq!(history[0].clone().for_reader(&reader), None);
    let own = history[0].clone().for_reader(&yukon.actor).unwrap();
    assert!(own.actor.is_some());
}

#[test]
fn a_lead_merges_only_what_is_wholly_its_own() {
    fn outcome(done: Result<Changes, ActError>) -> String {
        done.map_or_else(|error| error.failure().code, |_| "ok".into())
    }
    let mut desk = desk();
    for (entity, of) in [("o1", "CA-ON"), ("o2", "CA-ON")] {
        desk.act(&lead(of), challenge(entity, json!({"origins": [of]}))).unwrap();
    }
    assert_eq!(
        outcome(desk.act(&lead("CA-ON"), merge(&["o1", "h1"], "anonymous"))),
        "failure-denied-not-own"
    );
    assert_eq!(
        outcome(desk.act(&lead("CA-QC"), merge(&["o1", "o2"], "anonymous"))),
        "failure-denied-not-own"
    );
    assert_eq!(outcome(desk.act(&lead("CA-ON"), merge(&["o1", "o2"], "anonymous"))), "ok");
}

#[test]
fn to_name_a_source_is_to_write_to_it_by_whatever_verb() {
    let mut desk = desk();
    let quebec = Context::new(Actor::new("Q", Role::Lead, Some(id("CA-QC"))), now());
    desk.act(&quebec, challenge("own", json!({"origins": ["CA-QC"]}))).unwrap();
    let mine = |more: Value| challenge("mine", fields_and(json!({"origins": ["CA-QC"]}), more));
    for more in
        [json!({"merged_from": ["h3"]}), json!({"merged_from": ["own", "h1"]}), json!({"carried_from": "h4"})]
    {
        let refused = code(desk.act(&quebec, mine(more.clone())));
        assert!(refused.starts_with("failure-denied"), "{more}: {refused}");
        let edits = code(desk.act(&quebec, edit("own", more.clone())));
        assert!(edits.starts_with("failure-denied"), "{more}: {edits}");
    }
    desk.act(&quebec, mine(json!({"merged_from": ["own"]}))).unwrap();

    let open = json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "date": "2020-02-26", "name": text("C", "C")});
    desk.act(&secretariat(), open).unwrap();
    let elsewhere = |more: Value| challenge("other", fields_and(json!({"cycle": "cy2"}), more));
    let merged = json!({"merged_from": ["h1", "h2"]});
    assert_eq!(code(desk.act(&secretariat(), elsewhere(merged.clone()))), "failure-cycle-other-cycle");
    desk.act(&secretariat(), elsewhere(json!({"carried_from": "h4"}))).unwrap();
    desk.act(&secretariat(), json!({"action": "close_cycle", "cycle": "cy"})).unwrap();
    assert_eq!(code(desk.act(&secretariat(), edit("other", merged))), "failure-cycle-other-cycle");
    assert!(desk.store.check().unwrap().is_sound());
}

fn fields_and(mut given: Value, more: Value) -> Value {
    given.as_object_mut().unwrap().extend(fields(more));
    given
}
