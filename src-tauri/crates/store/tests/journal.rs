//! What stands on the journal: the projection, history, search, undo.

mod common;

use common::*;
use jalon_domain::action::ActionName;
use jalon_domain::{Actor, Audience, Completion, Translation};
use jalon_store::Store;
use serde_json::json;

#[test]
fn an_action_stands_in_plan_history_and_search_and_after_a_restart() {
    let mut desk = Desk::new();
    let context = jalon_store::Context { reason: Some("draft circulated".into()), ..co_chair() };
    let changes = desk.act(&context, set_status("m1", status("SP", "on_track"))).unwrap();
    assert_eq!(changes.action, ActionName::SetMilestoneStatus);
    assert_eq!(changes.upserted.len(), 1);
    assert_eq!(changes.heads[&id("m1")]["status"].len(), 1);

    let store = desk.another();
    let plan = store.plan().unwrap();
    assert_eq!(plan.milestones["m1"].status.completion, Completion::SubstantialProgress);
    let history = store.history(Some(&id("m1"))).unwrap();
    assert_eq!(history[0].reason.as_deref(), Some("draft circulated"));
    assert_eq!(history[0].changes[0].before["completion"], "LP");
    assert_eq!(history[0].changes[0].after["completion"], "SP");
    assert_eq!(history[0].changes[0].title.as_ref().unwrap().fr, "Projet de norme");
    assert!(history.last().unwrap().changes.iter().all(|change| change.id == id("m1")));
    let around = store.surroundings(now().date_naive()).unwrap();
    assert_eq!(around.reported_on[&id("m1")], now().date_naive());
}

#[test]
fn search_ignores_accents_ligatures_and_case_and_takes_beginnings_of_words() {
    let mut desk = Desk::new();
    let found = |store: &Store, text: &str| -> Vec<String> {
        store
            .search(text, &Actor::secretariat())
            .unwrap()
            .hits
            .into_iter()
            .map(|hit| format!("{} {}", hit.id, hit.text))
            .collect()
    };
    assert_eq!(found(&desk.store, "mise en OEUVRE"), ["m2 Mise en œuvre"]);
    assert_eq!(found(&desk.store, "litt"), ["p1 Littératie"]);
    assert_eq!(found(&desk.store, "ontario").len(), 2, "a jurisdiction's name in both languages");
    assert_eq!(found(&desk.store, "\"*' OR ^"), Vec::<String>::new());
    assert_eq!(found(&desk.store, ""), Vec::<String>::new());

    desk.act(&co_chair(), edit("m2", json!({"title.fr": "Réalisation"}))).unwrap();
    assert_eq!(found(&desk.store, "oeuvre"), Vec::<String>::new());
    assert_eq!(found(&desk.store, "realisation"), ["m2 Réalisation"]);
    desk.act(&co_chair(), json!({"action": "delete", "id": "m2"})).unwrap();
    assert_eq!(found(&desk.store, "realisation"), Vec::<String>::new());
}

#[test]
fn editing_the_source_makes_a_translation_stale_unless_it_holds_and_approving_names_the_words() {
    let mut desk = Desk::new();
    let title = |desk: &Desk| desk.store.plan().unwrap().milestones["m1"].title.clone();
    let approve = json!({"action": "approve_translation", "id": "m1", "field": "title"});
    desk.act(&co_chair(), approve.clone()).unwrap();
    assert_eq!(title(&desk).state, Translation::Approved);
    assert_eq!(code(desk.act(&co_chair(), approve.clone())), "failure-store-nothing-changes");

    let shown = desk.store.bases_for(&read(approve.clone())).unwrap();
    desk.act(&secretariat(), edit("m1", json!({"title.en": "Adopted standard"}))).unwrap();
    assert_eq!(title(&desk).state, Translation::Stale);
    let stale = json!({"action": "approve_translation", "id": "m1", "field": "title", "bases": shown});
    assert_eq!(code(desk.act(&co_chair(), stale)), "failure-store-text-changed");

    let mut holds = edit("m1", json!({"title.en": "Adopted standards"}));
    holds["holds"] = json!(true);
    desk.act(&secretariat(), holds).unwrap();
    assert_eq!(title(&desk).state, Translation::Draft);
    let both = json!({"title": {"en": "Norm", "fr": "Norme", "source": "en", "state": "approved"}});
    desk.act(&secretariat(), edit("m1", both)).unwrap();
    assert_eq!(title(&desk).state, Translation::Draft, "an edit approves nothing");
}

#[test]
fn a_translation_of_a_source_that_changed_meanwhile_is_stale() {
    let mut desk = Desk::new();
    let translate = edit("n1", json!({"text.fr": "Se réunir de nouveau"}));
    let shown = desk.store.bases_for(&read(translate.clone())).unwrap();
    desk.act(&secretariat(), edit("n1", json!({"text.en": "Meet twice"}))).unwrap();
    let mut translate = translate;
    translate["bases"] = json!(shown);
    let changes = desk.act(&secretariat(), translate).unwrap();
    assert!(changes.conflicts.is_empty());
    assert_eq!(desk.store.plan().unwrap().next_steps["n1"].text.state, Translation::Stale);
}

#[test]
fn undo_and_redo_go_back_and_forth_across_restarts() {
    let mut desk = Desk::new();
    let actor = co_chair().actor;
    let completion = |store: &Store| store.plan().unwrap().milestones["m1"].status.completion;
    desk.act(&co_chair(), set_status("m1", status("SP", "on_track"))).unwrap();
    desk.act(&co_chair(), set_status("m1", status("NS", "on_hold"))).unwrap();
    let mut store = desk.another();
    assert_eq!(store.undoable(&actor).unwrap(), Some(ActionName::SetMilestoneStatus));
    assert_eq!(store.redoable(&actor).unwrap(), None);
    let undo = json!({"action": "undo"});
    let redo = json!({"action": "redo"});
    act(&mut store, &co_chair(), undo.clone()).unwrap();
    assert_eq!(completion(&store), Completion::SubstantialProgress);
    act(&mut store, &co_chair(), undo.clone()).unwrap();
    assert_eq!(completion(&store), Completion::LimitedProgress);
    assert_eq!(code(act(&mut store, &co_chair(), undo.clone())), "failure-store-nothing-to-undo");

    let mut store = desk.another();
    assert_eq!(store.redoable(&actor).unwrap(), Some(ActionName::SetMilestoneStatus));
    act(&mut store, &co_chair(), redo.clone()).unwrap();
    assert_eq!(completion(&store), Completion::SubstantialProgress);
    act(&mut store, &co_chair(), undo.clone()).unwrap();
    act(&mut store, &co_chair(), redo.clone()).unwrap();
    act(&mut store, &co_chair(), redo.clone()).unwrap();
    assert_eq!(completion(&store), Completion::NotStarted);
    assert_eq!(code(act(&mut store, &co_chair(), redo.clone())), "failure-store-nothing-to-redo");

    act(&mut store, &co_chair(), undo.clone()).unwrap();
    act(&mut store, &co_chair(), edit("m2", json!({"due": "2020"}))).unwrap();
    assert_eq!(code(act(&mut store, &co_chair(), redo)), "failure-store-nothing-to-redo");
    assert!(store.check().unwrap().is_sound());
}

#[test]
fn undo_takes_back_creation_deletion_and_a_whole_plan_file() {
    let mut desk = Desk::new();
    let undo = json!({"action": "undo"});
    let create = json!({"action": "create", "kind": "milestone", "id": "m3",
        "fields": {"priority": "p1", "title.fr": "Jalon", "status": status("NS", "on_track")}});
    desk.act(&secretariat(), create).unwrap();
    let plan = desk.store.plan().unwrap();
    assert!(plan.milestones["m3"].position > plan.milestones["m2"].position, "it stands last");
    desk.act(&secretariat(), undo.clone()).unwrap();
    assert!(!desk.store.plan().unwrap().milestones.contains_key("m3"));
    desk.act(&secretariat(), json!({"action": "redo"})).unwrap();
    assert!(desk.store.plan().unwrap().milestones.contains_key("m3"));
    desk.act(&secretariat(), undo.clone()).unwrap();

    desk.act(&secretariat(), json!({"action": "delete", "id": "m2"})).unwrap();
    desk.act(&secretariat(), undo.clone()).unwrap();
    assert!(desk.store.plan().unwrap().milestones.contains_key("m2"));
    desk.act(&secretariat(), undo).unwrap();
    assert!(desk.store.is_empty().unwrap());
    desk.act(&secretariat(), json!({"action": "redo"})).unwrap();
    assert_eq!(desk.store.plan().unwrap().milestones.len(), 2);
    assert!(desk.store.check().unwrap().is_sound());
}

#[test]
fn undo_is_refused_once_somebody_else_has_touched_the_field_or_built_on_it() {
    let mut desk = Desk::new();
    let undo = json!({"action": "undo"});
    desk.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    desk.act(&co_chair(), edit("m1", json!({"due": "2021"}))).unwrap();
    assert_eq!(code(desk.act(&secretariat(), undo.clone())), "failure-store-changed-since");
    desk.act(&co_chair(), undo.clone()).unwrap();
    desk.act(&secretariat(), undo.clone()).unwrap();
    assert_eq!(desk.store.plan().unwrap().milestones["m1"].due.as_ref().unwrap().to_string(), "2019-Q4");

    let create =
        |kind: &str, id: &str, fields| json!({"action": "create", "kind": kind, "id": id, "fields": fields});
    let priority = json!({"workplan": "w", "title": text("Search", "Recherche")});
    desk.act(&secretariat(), create("priority", "p2", priority)).unwrap();
    let milestone = json!({"priority": "p2", "title": text("M", "J"), "status": status("NS", "on_track")});
    desk.act(&co_chair(), create("milestone", "m9", milestone)).unwrap();
    assert_eq!(code(desk.act(&secretariat(), undo)), "failure-store-referred");
}

#[test]
fn what_touches_an_origin_is_for_the_secretariat_alone() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), edit("ch", json!({"origins": ["CA-QC"]}))).unwrap();
    let entry = desk.store.history(Some(&id("ch"))).unwrap().remove(0);
    assert_eq!(entry.audience, Audience::Secretariat);
    assert!(entry.clone().for_reader(&lead("CA-QC").actor).is_some());
    assert!(entry.for_reader(&co_chair().actor).is_none());
    assert!(desk.store.plan_for(&co_chair().actor).unwrap().challenges["ch"].origins.is_empty());
    assert_eq!(desk.store.plan_for(&secretariat().actor).unwrap().challenges["ch"].origins.len(), 1);
}

#[test]
fn a_wild_clock_breaks_nothing_and_order_stays_as_it_was_learnt() {
    let mut desk = Desk::new();
    for (clock, due) in [("2199-12-31T23:59:59Z", "2020"), ("1970-01-01T00:00:00Z", "2021")] {
        let context = jalon_store::Context { now: at(clock), ..co_chair() };
        desk.act(&context, edit("m1", json!({"due": due}))).unwrap();
    }
    assert_eq!(desk.store.plan().unwrap().milestones["m1"].due.as_ref().unwrap().to_string(), "2021");
    let history = desk.store.history(Some(&id("m1"))).unwrap();
    assert_eq!(history[0].changes[0].after, json!("2021"));
    assert!(desk.store.check().unwrap().is_sound());
}
