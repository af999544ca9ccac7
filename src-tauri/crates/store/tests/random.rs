//! Whatever people do: the projection is what follows from the journal, and taking
//! everything back gives the plan that one began with.
//!
//! `cargo test` tries some dozens of runs, `cargo xtask torture` (with
//! `JALON_TORTURE=full`) 10,000 of each kind, in memory where the system has a folder
//! there.

mod common;

use std::cell::Cell;
use std::path::Path;
use std::sync::LazyLock;

use common::*;
use jalon_store::{ActError, Context, Store};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::{Value, json};

/// How many runs of each kind.
fn cases() -> u32 {
    if std::env::var_os("JALON_TORTURE").is_some_and(|size| size == "full") { 10_000 } else { 32 }
}

/// A store that holds the small plan, where no commit waits for a disk.
fn desk_in_memory() -> Desk {
    static PLAN: LazyLock<Vec<u8>> = LazyLock::new(|| {
        let Desk { folder, store } = Desk::new();
        let path = store.path().to_owned();
        // Closing moves the last writes from the log into the file.
        drop(store);
        let bytes = std::fs::read(path).expect("the small plan's file");
        drop(folder);
        bytes
    });
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() };
    let folder = folder.expect("a folder");
    let path = folder.path().join("plan.jalon");
    std::fs::write(&path, &*PLAN).expect("a copy of the small plan");
    let store = Store::open(&path, now()).expect("the copy");
    Desk { folder, store }
}

/// What somebody may think of doing.
#[derive(Debug, Clone)]
struct Step {
    who: usize,
    action: Value,
    /// The form was shown this many steps ago.
    stale: bool,
}

/// Mostly texts as people write them; some that are empty, blank or not allowed.
fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "[a-zéœ’ ]{0,10}[a-z]",
        2 => Just("Mise en œuvre".to_owned()),
        1 => Just(String::new()),
        1 => "[a-z’\"\\\\\u{0}\u{202E}𝒳 ]{0,12}",
    ]
}

fn statuses() -> impl Strategy<Value = Value> {
    let open =
        (prop::sample::select(vec!["NS", "LP", "SP"]), prop::sample::select(vec!["on_track", "on_hold"]));
    prop_oneof![
        4 => open.prop_map(|(completion, outlook)| status(completion, outlook)),
        2 => texts().prop_map(|why| json!({"completion": "NP", "reason": text(&why, "")})),
        2 => Just(json!({"completion": "C", "evidence": [{"en": "https://example.org/é"}]})),
        1 => Just(json!({"completion": "C", "outlook": "on_track"})),
    ]
}

fn one_of(names: &'static [&'static str]) -> impl Strategy<Value = String> {
    prop::sample::select(names).prop_map(str::to_owned)
}

/// There from the beginning, or perhaps made since.
const MILESTONES: &[&str] = &["m1", "m2", "new-0", "new-1"];
const NOTES: &[&str] = &["ch", "n1", "note-0", "note-1"];
const ENTITIES: &[&str] = &["m1", "m2", "new-0", "new-1", "ch", "n1", "note-0", "note-1", "p1", "cy", "w"];

/// Fields of what mostly has them.
fn edits() -> impl Strategy<Value = (String, Value)> {
    let titled = prop_oneof![
        texts().prop_map(|text| json!({"title.en": text})),
        texts().prop_map(|text| json!({"title.fr": text})),
        (texts(), texts()).prop_map(|(en, fr)| json!({"title": text(&en, &fr)})),
    ];
    let milestone = prop_oneof![
        (texts(), texts()).prop_map(|(en, fr)| json!({"description": text(&en, &fr)})),
        Just(json!({"description": null})),
        prop::sample::select(&["2019-Q4", "2020", "soon"]).prop_map(|due| json!({"due": due})),
        Just(json!({"due": null, "position": "d"})),
    ];
    let note = prop_oneof![
        texts().prop_map(|text| json!({"text.en": text})),
        texts().prop_map(|text| json!({"text.fr": text})),
        Just(json!({"position": "c"})),
        Just(json!({"done": true, "links": [{"en": "https://example.org", "label": text("Report", "")}]})),
    ];
    let challenge = prop_oneof![
        Just(json!({"origins": []})),
        Just(json!({"attribution": "named", "jurisdictions": ["CA-ON"], "origins": []})),
    ];
    let leads = json!({"leads": [{"jurisdiction": "CA-QC"}, {"jurisdiction": "CA-ON", "to": "2019-01-01"}]});
    prop_oneof![
        3 => (one_of(&["m1", "m2", "new-0", "p1", "w"]), titled),
        3 => (one_of(MILESTONES), milestone),
        3 => (one_of(NOTES), note),
        1 => (one_of(&["ch", "note-0"]), challenge),
        1 => Just(("p1".to_owned(), leads)),
        1 => Just(("cy".to_owned(), json!({"opens": "2019-08-01", "submissions_due": "2019-08-15"}))),
    ]
}

/// Notes of a cycle, whosesoever they are.
fn notes() -> impl Strategy<Value = Value> {
    let note = |kind: &'static str, fields: Value| {
        (0..2_usize, texts()).prop_map(move |(n, words)| {
            let mut fields = fields.clone();
            fields["cycle"] = json!("cy");
            fields["text"] = text(&words, "");
            json!({"action": "create", "kind": kind, "id": format!("note-{n}"), "fields": fields})
        })
    };
    prop_oneof![
        note("progress", json!({"priority": "p1", "milestone": "m1"})),
        note("achievement", json!({"jurisdiction": "CA-ON", "ongoing": true})),
        note("challenge", json!({"attribution": "anonymous", "origins": ["CA-ON"]})),
        note("challenge", json!({"attribution": "named", "jurisdictions": ["CA-QC"], "merged_from": ["ch"]})),
        note("next_step", json!({"when": "2020-Q1", "parent": "n1"})),
    ]
}

fn actions() -> impl Strategy<Value = Value> {
    let create = (0..2_usize, texts()).prop_map(|(n, title)| {
        json!({"action": "create", "kind": "milestone", "id": format!("new-{n}"),
            "fields": {"priority": "p1", "title": text("New", &title), "status": status("NS", "on_track")}})
    });
    prop_oneof![
        3 => (one_of(MILESTONES), statuses()).prop_map(|(id, status)| set_status(&id, status)),
        5 => (edits(), any::<bool>()).prop_map(|((id, fields), holds)| {
            let mut action = edit(&id, fields);
            action["holds"] = json!(holds);
            action
        }),
        2 => create,
        2 => notes(),
        1 => one_of(ENTITIES).prop_map(|id| json!({"action": "delete", "id": id})),
        1 => one_of(MILESTONES).prop_map(|id| json!({"action": "approve_translation", "id": id, "field": "title"})),
        2 => Just(json!({"action": "undo"})),
        1 => Just(json!({"action": "redo"})),
    ]
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let step = (0..people().len(), actions(), prop::bool::weighted(0.2));
    prop::collection::vec(step.prop_map(|(who, action, stale)| Step { who, action, stale }), 1..40)
}

fn people() -> [Context; 4] {
    [secretariat(), co_chair(), for_alberta(), lead("CA-ON")]
}

/// Whether it was done. A refusal is an answer; trouble with the file is not.
fn is_done<T>(done: Result<T, ActError>) -> bool {
    if let Err(ActError::Trouble(trouble)) = &done {
        panic!("{trouble}");
    }
    done.is_ok()
}

/// Tries a property, which gives how many actions were done, on random steps; says on
/// how many.
#[expect(clippy::print_stdout, reason = "the figures of a success are the result")]
fn holds(property: &str, of: impl Fn(Vec<Step>) -> Result<usize, TestCaseError>) {
    let config = ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() };
    let done = Cell::new(0);
    let tried = TestRunner::new(config).run(&steps(), |steps| {
        done.set(done.get() + of(steps)?);
        Ok(())
    });
    if let Err(error) = tried {
        panic!("{error}");
    }
    println!("seen: random actions: {} runs, {} actions done: {property}", cases(), done.get());
}

#[test]
fn the_projection_is_what_follows_from_the_journal() {
    holds("the projection is what follows from the journal", |steps| {
        let mut desk = desk_in_memory();
        let mut done = 0;
        let mut shown = desk.store.all_heads().unwrap();
        for step in steps {
            let mut action = step.action;
            let shows = action["action"] != "create";
            if step.stale
                && shows
                && let Some(id) = action["id"].as_str().map(id)
            {
                action["bases"] = json!(shown.get(&id).cloned().unwrap_or_default());
            } else {
                shown = desk.store.all_heads().unwrap();
            }
            done += usize::from(is_done(desk.act(&people()[step.who], action)));
            if !step.stale {
                done += usize::from(resolve_one(&mut desk));
            }
        }
        let report = desk.store.check().unwrap();
        prop_assert!(report.is_sound(), "{:?}", report.damage);
        let plan = desk.store.plan().unwrap();
        prop_assert_eq!(desk.store.rebuild_projection().unwrap(), 0);
        prop_assert_eq!(desk.another().plan().unwrap(), plan);
        desk.store.history(None).unwrap();
        Ok(done)
    });
}

/// Chooses between the heads of a field, where one is disputed; whether it was done.
fn resolve_one(desk: &mut Desk) -> bool {
    let open = desk.store.check().unwrap().conflicts;
    let Some((of, field)) = open.first() else { return false };
    let heads = &desk.store.heads(of).unwrap()[field];
    let bases = json!({field: heads.iter().map(|head| head.change.clone()).collect::<Vec<_>>()});
    let value = heads[1].value.clone();
    let resolve = json!({"action": "resolve", "id": of, "field": field, "value": value, "bases": bases});
    is_done(desk.act(&secretariat(), resolve))
}

#[test]
fn taking_everything_back_gives_the_plan_that_one_began_with() {
    holds("taking all back gives the plan that one began with, doing it again the one after", |steps| {
        let mut desk = desk_in_memory();
        let before = desk.store.plan().unwrap();
        let me = co_chair();
        let mut done = 0;
        for step in steps.into_iter().filter(|step| step.action["action"] != "approve_translation") {
            done += usize::from(is_done(desk.act(&me, step.action)));
        }
        let after = desk.store.plan().unwrap();
        let mut back = 0;
        while is_done(desk.act(&me, json!({"action": "undo"}))) {
            back += 1;
        }
        prop_assert!(back <= done);
        prop_assert_eq!(desk.store.undoable(&me.actor).unwrap(), None);
        prop_assert_eq!(&desk.store.plan().unwrap(), &before);
        for _ in 0..back {
            let again = desk.act(&me, json!({"action": "redo"}));
            prop_assert!(again.is_ok(), "{:?}", again.err());
        }
        prop_assert_eq!(desk.store.plan().unwrap(), after);
        prop_assert!(desk.store.check().unwrap().is_sound());
        Ok(done)
    });
}
