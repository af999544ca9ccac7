//! Plan files out of a store and into it.

use std::path::Path;

use chrono::{DateTime, Utc};
use jalon_domain::action::ActionName;
use jalon_domain::registry::KINDS;
use jalon_domain::{Action, Actor, Failure, Id, Lead, Plan};
use jalon_exchange::sample::SAMPLE;
use jalon_exchange::{ImportError, ImportFault, What, export_plan, import_plan, sample, write};
use jalon_store::{Context, Import, Store};
use serde_json::{Value, json};
use tempfile::TempDir;

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_568_800_000, 0).expect("a moment")
}

fn store(folder: &TempDir, name: &str) -> Store {
    Store::create(&folder.path().join(name), now()).expect("a store")
}

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn bring_in(store: &mut Store, bytes: &[u8]) -> Result<Import, ImportError> {
    import_plan(store, &Context::new(Actor::secretariat(), now()), bytes, false)
}

/// The sample with a change, as a file.
fn changed(change: impl FnOnce(&mut Value)) -> Vec<u8> {
    let mut file: Value = serde_json::from_str(SAMPLE).expect("JSON");
    change(&mut file);
    file.to_string().into_bytes()
}

fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

#[test]
fn export_import_into_an_empty_store_export_gives_the_same_bytes() {
    let folder = folder();
    let mut first = store(&folder, "first.jalon");
    first.install_sample(&sample(), now()).expect("installed");
    let bytes = export_plan(&first, true).expect("exported");
    assert_eq!(String::from_utf8_lossy(&bytes), SAMPLE, "the sample comes out as it went in");
    let mut second = store(&folder, "second.jalon");
    bring_in(&mut second, &bytes).expect("imported");
    assert_eq!(export_plan(&second, true).expect("exported"), bytes);
}

#[test]
fn a_file_with_every_kind_in_it_goes_around_as_the_same_bytes() {
    let folder = folder();
    let full = changed(|file| {
        let sample: Value = serde_json::from_str(SAMPLE).expect("JSON");
        let cycle = sample["cycles"][0]["id"].clone();
        let submission = |n: usize, jurisdiction: &str, state: &str| {
            json!({"id": format!("submission-{n}"), "cycle": cycle, "jurisdiction": jurisdiction,
                "state": state})
        };
        file["submissions"] = json!([
            submission(1, "CA-ON", "submitted"),
            submission(2, "CA-QC", "nothing_to_report"),
            submission(3, "CA-YT", "outstanding"),
        ]);
        file["challenges"][0]["origins"] = json!(["CA-MB"]);
        let term =
            json!({"en": "open government", "fr": "gouvernement ouvert", "source": "en", "state": "draft"});
        file["terms"] = json!([{"id": "term-1", "term": term, "forbidden_fr": ["gouvernance ouverte"]}]);
    });
    for def in KINDS.iter().filter(|def| !def.record) {
        let file: Value = serde_json::from_slice(&full).expect("JSON");
        assert!(file[def.plural].as_array().is_some_and(|list| !list.is_empty()), "{}", def.plural);
    }
    for (n, role) in [jalon_domain::Role::Secretariat, jalon_domain::Role::CoChair].into_iter().enumerate() {
        let context = Context::new(Actor::new("", role, Some(id("CA-AB"))), now());
        let mut first = store(&folder, &format!("first-{n}.jalon"));
        import_plan(&mut first, &context, &full, false).expect("imported");
        let bytes = export_plan(&first, true).expect("exported");
        let read: Value = serde_json::from_slice(&bytes).expect("JSON");
        assert_eq!(read, serde_json::from_slice::<Value>(&full).expect("JSON"), "{role:?}");
        let mut second = store(&folder, &format!("second-{n}.jalon"));
        import_plan(&mut second, &context, &bytes, false).expect("imported");
        assert_eq!(export_plan(&second, true).expect("exported"), bytes);
        // Whether the origins in the file are those that stand is told to the secretariat alone.
        let secretariat = Context::new(Actor::secretariat(), now());
        assert!(import_plan(&mut second, &secretariat, &bytes, false).expect("imported").changes.is_none());
    }
}

#[test]
fn a_second_time_changes_nothing_and_the_first_can_be_undone() {
    let folder = folder();
    let mut store = store(&folder, "plan.jalon");
    let empty = export_plan(&store, true).expect("exported");
    assert!(bring_in(&mut store, SAMPLE.as_bytes()).expect("imported").changes.is_some());
    assert!(bring_in(&mut store, SAMPLE.as_bytes()).expect("imported").changes.is_none());
    let context = Context::new(Actor::secretariat(), now());
    assert_eq!(store.undoable(&context.actor).expect("asked"), Some(ActionName::Import));
    store.act(&context, &Action::Undo).expect("undone");
    assert_eq!(export_plan(&store, true).expect("exported"), empty);
}

#[test]
fn the_built_in_jurisdictions_are_those_of_the_sample() {
    let folder = folder();
    let built_in = store(&folder, "plan.jalon").plan().expect("a plan");
    let only = Plan { jurisdictions: built_in.jurisdictions, ..Plan::default() };
    let file: Value = serde_json::from_slice(&write(&only, true)).expect("JSON");
    let sample: Value = serde_json::from_str(SAMPLE).expect("JSON");
    assert_eq!(file["jurisdictions"], sample["jurisdictions"]);
}

#[test]
fn a_dry_run_tells_what_would_change_and_changes_nothing() {
    let folder = folder();
    let mut store = store(&folder, "plan.jalon");
    bring_in(&mut store, SAMPLE.as_bytes()).expect("imported");
    let before = export_plan(&store, true).expect("exported");
    let file = changed(|file| {
        file["meetings"][0]["date"] = json!("2019-09-26");
        let person = json!({"id": "new", "name": "N"});
        file["people"].as_array_mut().expect("a list").push(person);
    });
    let context = Context::new(Actor::secretariat(), now());
    let tried = import_plan(&mut store, &context, &file, true).expect("tried");
    assert!(tried.changes.is_none());
    assert_eq!(export_plan(&store, true).expect("exported"), before);
    let done = bring_in(&mut store, &file).expect("imported");
    assert_eq!(
        (&done.created, &done.edited, done.unchanged),
        (&tried.created, &tried.edited, tried.unchanged)
    );
    assert_eq!(done.changes.expect("changes").upserted.len(), 2);
}

#[test]
fn one_fault_and_nothing_is_taken() {
    let folder = folder();
    let mut store = store(&folder, "plan.jalon");
    let before = export_plan(&store, true).expect("exported");
    let file = changed(|file| file["priorities"][2]["leads"][0]["jurisdiction"] = json!("XX"));
    let failures: Vec<Failure> = bring_in(&mut store, &file).expect_err("a fault").into();
    assert_eq!(failures.len(), 1);
    let said = jalon_words::Words::of(jalon_domain::Lang::En).failure(&failures[0]);
    assert_eq!(said, "priorities[2].leads[0]: no jurisdiction 'XX'.");
    assert_eq!(export_plan(&store, true).expect("exported"), before);
}

#[test]
fn a_file_may_hold_only_what_changes_and_refer_to_what_is_there() {
    let folder = folder();
    let mut store = store(&folder, "plan.jalon");
    bring_in(&mut store, SAMPLE.as_bytes()).expect("imported");
    let file = json!({"format": "jalon-plan", "version": 1, "priorities": [{
        "id": "priority-6", "workplan": "workplan-2018-2019", "position": "a6",
        "title": {"en": "A sixth", "source": "en"}, "leads": [{"jurisdiction": "CA-NU"}]}]});
    bring_in(&mut store, file.to_string().as_bytes()).expect("imported");
    let plan = store.plan().expect("a plan");
    assert_eq!(plan.priorities.len(), 6, "what the file does not hold is left alone");
    let lead = Lead { jurisdiction: id("CA-NU"), from: None, to: None };
    assert_eq!(plan.priorities[&id("priority-6")].leads, [lead]);
}

#[test]
fn a_file_without_origins_leaves_them_alone() {
    let folder = folder();
    let mut store = store(&folder, "plan.jalon");
    let with_origins = changed(|file| file["challenges"][0]["origins"] = json!(["CA-MB"]));
    bring_in(&mut store, &with_origins).expect("imported");
    let public = export_plan(&store, false).expect("exported");
    assert!(bring_in(&mut store, &public).expect("imported").changes.is_none());
    let plan = store.plan().expect("a plan");
    assert_eq!(plan.challenges[&id("challenge-1")].origins, [id("CA-MB")]);
}

#[test]
fn who_may_not_write_the_plan_may_not_bring_one_in() {
    let folder = folder();
    let mut store = store(&folder, "plan.jalon");
    let reader = Actor::new("R", jalon_domain::Role::Reader, None);
    let refused = import_plan(&mut store, &Context::new(reader, now()), SAMPLE.as_bytes(), false);
    let Err(ImportError::Faults(faults)) = refused else { panic!("{refused:?}") };
    let is_denied = |fault: &ImportFault| matches!(fault.what, What::Denied(_)) && !fault.place.is_empty();
    assert!(!faults.is_empty() && faults.iter().all(is_denied), "{faults:?}");
    assert!(store.is_empty().expect("asked"));
    assert!(Path::new(store.path()).is_file());
}
