//! Where something came from may be hidden from a store, for good.

mod common;
mod offices;

use common::*;
use jalon_domain::problem;
use offices::{Stores, issue};
use serde_json::{Value, json};

fn challenge(entity: &str, attribution: &str) -> Value {
    let fields = json!({"cycle": "cy", "text": text("Law", "Droit"), "attribution": attribution,
        "origins": ["CA-ON"]});
    json!({"action": "create", "kind": "challenge", "id": entity, "fields": fields})
}

#[test]
fn what_was_merged_or_carried_over_from_what_others_never_see_is_no_problem_of_theirs() {
    let mut all = Stores::new();
    for (entity, attribution) in [("a", "anonymous"), ("b", "anonymous"), ("c", "internal")] {
        all.lead_does(challenge(entity, attribution));
    }
    let merge = json!({"action": "merge_challenges", "id": "ab", "challenges": ["a", "b"],
        "attribution": "anonymous", "text": text("Law and staff", "Droit et personnel")});
    all.secretariat.act(&secretariat(), merge).unwrap();
    let meeting = json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "date": "2020-02-26",
        "name": text("Next", "Prochaine")});
    all.secretariat.act(&secretariat(), meeting).unwrap();
    all.secretariat.store.carry_over(&secretariat(), &id("cy"), &id("cy2")).unwrap();
    all.secretariat.act(&secretariat(), issue()).unwrap();
    all.round();

    let plan = all.alberta.store.plan().unwrap();
    assert!(["a", "b", "c"].iter().all(|hidden| !plan.challenges.contains_key(*hidden)));
    assert_eq!(plan.challenges["ab"].merged_from, [id("a"), id("b")]);
    let carried: Vec<_> = plan.challenges.values().filter_map(|it| it.carried_from.clone()).collect();
    assert!(carried.contains(&id("c")), "{carried:?}");
    for desk in [&all.secretariat, &all.ontario, &all.alberta] {
        assert_eq!(desk.store.problems().unwrap(), []);
    }
    // A plan file that was written there can be read elsewhere.
    let mut written = problem::objects(&plan);
    written.retain(|kind, _| !kind.def().record);
    offices::empty().store.import(&secretariat(), &written, false).unwrap();
    // Their words can still be mended there.
    all.alberta.act(&secretariat(), edit("ab", json!({"text.en": "Law and people"}))).unwrap();
}
