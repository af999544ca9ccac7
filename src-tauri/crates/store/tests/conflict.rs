//! Stale forms: what was typed is kept, and a person chooses.

mod common;

use common::*;
use jalon_domain::action::Bases;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Actor, Id, Role, Vector};
use jalon_store::{Context, Receiver, Store};
use serde_json::{Value, json};

fn stale(desk: &Desk, mut action: Value) -> Value {
    action["bases"] = json!({});
    let bases = desk.store.bases_for(&read(action.clone())).unwrap();
    action["bases"] = json!(bases);
    action
}

#[test]
fn a_stale_form_makes_a_second_head_and_a_person_resolves_it() {
    let mut desk = Desk::new();
    let typed = stale(&desk, edit("m1", json!({"title.en": "What I typed"})));
    desk.act(&co_chair(), edit("m1", json!({"title.en": "What came between"}))).unwrap();
    let changes = desk.act(&secretariat(), typed).unwrap();
    assert_eq!(changes.conflicts, [(id("m1"), "title.en".to_owned())]);
    let heads = desk.store.heads(&id("m1")).unwrap().remove("title.en").unwrap();
    let mut values: Vec<&str> = heads.iter().map(|head| head.value.as_str().unwrap()).collect();
    values.sort_unstable();
    assert_eq!(values, ["What I typed", "What came between"], "nothing that was typed is lost");
    assert!(heads[0].change < heads[1].change);
    let shown = desk.store.plan().unwrap().milestones["m1"].title.en.clone();
    assert_eq!(shown, heads[0].value, "the head with the lowest id is shown");
    let around = desk.store.surroundings(now().date_naive()).unwrap();
    assert!(around.conflicted.contains(&id("m1")));

    let third = desk.act(&co_chair(), edit("m1", json!({"title.en": "A third"})));
    assert_eq!(code(third), "failure-store-conflict");
    let mut one_seen = json!({"action": "resolve", "id": "m1", "field": "title.en", "value": "Both"});
    one_seen["bases"] = json!({"title.en": [heads[0].change]});
    assert_eq!(code(desk.act(&co_chair(), one_seen)), "failure-store-other-heads");
    let resolve = json!({"action": "resolve", "id": "m1", "field": "title.en", "value": "Both"});
    let resolve = stale(&desk, resolve);
    let changes = desk.act(&co_chair(), resolve.clone()).unwrap();
    assert!(changes.conflicts.is_empty());
    assert_eq!(desk.store.plan().unwrap().milestones["m1"].title.en, "Both");
    assert_eq!(code(desk.act(&co_chair(), resolve)), "failure-store-other-heads");
    let undo = json!({"action": "undo"});
    assert_eq!(code(desk.act(&co_chair(), undo)), "failure-store-changed-since", "the choice stands");
    assert!(desk.store.check().unwrap().conflicts.is_empty());
}

#[test]
fn where_nothing_is_to_be_chosen_it_is_said_so() {
    let mut desk = Desk::new();
    for (field, value, expected) in [
        ("title.en", json!("Mine"), "failure-store-no-conflict"),
        ("$deleted", json!(true), "failure-store-no-conflict"),
        ("titel", json!("Mine"), "failure-store-no-such-field"),
        ("title.translation", json!("Mine"), "failure-store-no-such-field"),
    ] {
        let resolve = json!({"action": "resolve", "id": "m1", "field": field, "value": value});
        let resolve = stale(&desk, resolve);
        assert_eq!(code(desk.act(&co_chair(), resolve)), expected, "{field}");
    }
    // Whether there are versions that somebody may not see is not told.
    let asked = |reader: &Actor| desk.store.must_be_disputed(&id("ch"), "origins", reader);
    assert!(asked(&co_chair().actor).is_ok());
    let told = asked(&secretariat().actor).unwrap_err().failure().code;
    assert_eq!(told, "failure-store-no-conflict");
}

/// Two forms at once, and the choice of what the first one said.
fn two_versions(desk: &mut Desk, entity: &str, field: &str, actions: [Value; 2], value: Value) -> Value {
    let [one, other] = actions;
    let typed = stale(desk, one);
    for action in [other, typed] {
        desk.act(&co_chair(), action).unwrap();
    }
    stale(desk, json!({"action": "resolve", "id": entity, "field": field, "value": value}))
}

#[test]
fn a_lead_does_not_choose_between_versions_of_what_a_lead_does_not_write() {
    let mut desk = Desk::new();
    let statuses = [status("NS", "on_hold"), status("SP", "on_track")];
    let set = statuses.clone().map(|status| set_status("m1", status));
    let chosen = two_versions(&mut desk, "m1", "status", set, statuses[0].clone());
    let leads = ["CA-QC", "CA-BC"].map(|it| json!([{"jurisdiction": "CA-ON"}, {"jurisdiction": it}]));
    let edits = leads.clone().map(|leads| edit("p1", json!({"leads": leads})));
    let of_leads = two_versions(&mut desk, "p1", "leads", edits, leads[0].clone());
    let titles = ["One", "Two"].map(|title| edit("m2", json!({"title.en": title})));
    let of_titles = two_versions(&mut desk, "m2", "title.en", titles, json!("One"));
    let on_behalf =
        OnBehalf { role: Role::Lead, jurisdiction: id("CA-ON"), ..for_alberta().on_behalf.unwrap() };
    let for_lead = Context { on_behalf: Some(on_behalf), ..secretariat() };
    for choice in [&chosen, &of_leads, &of_titles] {
        assert_eq!(code(desk.act(&lead("CA-ON"), choice.clone())), "failure-denied-role", "{choice}");
        assert_eq!(code(desk.act(&lead("CA-NU"), choice.clone())), "failure-denied-not-own", "{choice}");
        assert_eq!(code(desk.act(&for_lead, choice.clone())), "failure-denied-principal-may-not", "{choice}");
    }
    for (context, choice) in [(co_chair(), chosen), (secretariat(), of_leads), (co_chair(), of_titles)] {
        desk.act(&context, choice).unwrap();
    }
    assert!(desk.store.check().unwrap().is_sound());
}

#[test]
fn a_lead_chooses_between_versions_of_what_a_lead_writes() {
    let mut desk = Desk::new();
    let translated = ["Norme", "La norme"].map(|title| edit("m1", json!({"title.fr": title})));
    let of_titles = two_versions(&mut desk, "m1", "title.fr", translated, json!("Norme"));
    let fields = json!({"priority": "p1", "cycle": "cy", "position": "b", "text": text("Begun", "")});
    desk.act(&lead("CA-ON"), json!({"action": "create", "kind": "progress", "id": "pr", "fields": fields}))
        .unwrap();
    let notes = ["Begun early", "Begun late"].map(|note| edit("pr", json!({"text.en": note})));
    let of_notes = two_versions(&mut desk, "pr", "text.en", notes, json!("Begun late"));
    for choice in [of_titles, of_notes] {
        assert_eq!(code(desk.act(&lead("CA-QC"), choice.clone())), "failure-denied-not-own", "{choice}");
        desk.act(&lead("CA-ON"), choice).unwrap();
    }
    assert!(desk.store.check().unwrap().conflicts.is_empty());
}

#[test]
fn a_stale_form_that_says_the_same_is_no_conflict() {
    let mut desk = Desk::new();
    let typed = stale(&desk, edit("m1", json!({"due": "2020", "title.en": "Same"})));
    desk.act(&co_chair(), edit("m1", json!({"due": "2020"}))).unwrap();
    let changes = desk.act(&co_chair(), typed).unwrap();
    assert!(changes.conflicts.is_empty());
}

#[test]
fn a_form_says_what_it_was_based_on_and_names_changes_of_that_field() {
    let mut desk = Desk::new();
    let none = Bases::from([("title.en".to_owned(), Vec::new())]);
    let mut action = edit("m1", json!({"due": "2020"}));
    action["bases"] = json!(none);
    assert_eq!(code(desk.act(&co_chair(), action.clone())), "failure-store-bases-missing");
    action["bases"] = json!({"due": ["no-such-change"]});
    assert_eq!(code(desk.act(&co_chair(), action.clone())), "failure-store-bases-unknown");
    action["bases"] = json!({"due": []});
    let changes = desk.act(&co_chair(), action).unwrap();
    assert_eq!(changes.conflicts, [(id("m1"), "due".to_owned())], "a form that showed nothing");
}

#[test]
fn undo_of_what_has_a_second_head_is_refused() {
    let mut desk = Desk::new();
    let typed = stale(&desk, edit("m1", json!({"due": "2021"})));
    desk.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    desk.act(&co_chair(), typed).unwrap();
    assert_eq!(code(desk.act(&secretariat(), json!({"action": "undo"}))), "failure-store-conflict");
}

/// What a store says of conflicts when it takes in everything of another one.
fn told(from: &Store, to: &mut Store) -> Vec<(Id, String)> {
    let all = from.outgoing(&Vector::default(), Receiver::Secretariat, &Actor::secretariat()).unwrap();
    to.receive(now(), all, false).unwrap().changes.map(|changes| changes.conflicts).unwrap_or_default()
}

#[test]
fn a_deletion_and_the_work_that_it_did_not_know_of_are_told_in_whichever_store_they_meet() {
    let mut here = Desk::new();
    let mut there = Store::create(&here.folder.path().join("there.jalon"), now()).unwrap();
    assert_eq!(told(&here.store, &mut there), []);
    here.act(&co_chair(), json!({"action": "delete", "id": "m1"})).unwrap();
    act(&mut there, &co_chair(), edit("m1", json!({"due": "2020"}))).unwrap();
    act(&mut there, &co_chair(), edit("m2", json!({"due": "2020"}))).unwrap();
    let disputed = [(id("m1"), "$deleted".to_owned())];
    assert_eq!(told(&there, &mut here.store), disputed, "the work comes to whoever deleted");
    assert_eq!(told(&here.store, &mut there), disputed, "the deletion comes to whoever worked");
    assert_eq!(told(&there, &mut here.store), [], "nothing new is disputed");
    act(&mut there, &co_chair(), edit("m2", json!({"due": "2021"}))).unwrap();
    assert_eq!(told(&there, &mut here.store), [], "nor by work on something else");
}

#[test]
fn a_deletion_by_somebody_who_knew_all_is_no_conflict_anywhere() {
    let mut here = Desk::new();
    let mut there = Store::create(&here.folder.path().join("there.jalon"), now()).unwrap();
    told(&here.store, &mut there);
    act(&mut there, &co_chair(), edit("m1", json!({"due": "2020"}))).unwrap();
    assert_eq!(told(&there, &mut here.store), []);
    here.act(&co_chair(), json!({"action": "delete", "id": "m1"})).unwrap();
    assert_eq!(told(&here.store, &mut there), []);
    assert!(there.disputes(&Actor::secretariat()).unwrap().is_empty());
}
