//! Whatever people do: the projection is what follows from the journal, and taking
//! everything back gives the plan that one began with.
//!
//! `cargo test` tries some dozens of runs, `cargo xtask torture` (with
//! `JALON_TORTURE=full`) 10,000 of each kind, in memory where the system has a folder
//! there.

mod common;
mod drawn;

use std::cell::Cell;
use std::path::Path;
use std::sync::LazyLock;

use common::*;
use drawn::{Step, council, people, steps};
use jalon_domain::action::ActionName;
use jalon_domain::{Id, clearance};
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

/// Somebody's step; how many actions were done.
fn take(desk: &mut Desk, who: &Context, mut action: Value) -> usize {
    match action["action"].as_str().expect("a name") {
        "table" => return council::table(desk).expect("a file that can be read"),
        "import" => {
            let words = action["words"].as_str().expect("words").to_owned();
            return is_done(council::bring_in(desk, who, &words)).into();
        }
        "approve_deck" => action["content"] = json!(council::shown(desk)),
        "withdraw_clearance" => {
            let plan = desk.store.plan().unwrap();
            let Some(first) = plan.clearances.keys().next() else { return 0 };
            action["clearance"] = json!(first);
        }
        "clear_item" => {
            let item = id(action["item"].as_str().expect("an item"));
            let content = clearance::content(&desk.store.plan().unwrap(), &item);
            action["content"] = json!(content.unwrap_or_default());
        }
        _ => {}
    }
    // The reason of an issuing would go to everybody, and it is refused with one.
    let why = (action["action"] != "issue_challenges").then(|| "It was said".to_owned());
    let who = Context { reason: why, ..who.clone() };
    is_done(desk.act(&who, action)).into()
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
#[expect(clippy::print_stdout, reason = "the figures of a success are the result")]
fn the_projection_is_what_follows_from_the_journal() {
    let tabled = Cell::new(0);
    holds("the projection is what follows from the journal", |steps| {
        let mut desk = desk_in_memory();
        let mut done = 0;
        let mut shown = desk.store.all_heads().unwrap();
        for step in steps {
            let mut action = step.action;
            if let Some(form) = form_of(&action).filter(|_| step.stale) {
                action["bases"] = json!(shown.get(&form).cloned().unwrap_or_default());
            } else {
                shown = desk.store.all_heads().unwrap();
            }
            done += take(&mut desk, &people()[step.who], action);
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
        tabled.set(tabled.get() + desk.store.tabled_decks(None).unwrap().len());
        Ok(done)
    });
    println!("seen: random actions: {} decks tabled among them", tabled.get());
}

/// Whose fields the form of an action shows.
fn form_of(action: &Value) -> Option<Id> {
    let names = match action["action"].as_str()? {
        "edit" | "delete" | "approve_translation" => "id",
        "set_milestone_status" => "milestone",
        _ => return None,
    };
    action[names].as_str().map(id)
}

/// Chooses a version of a field that is disputed; whether it was done.
fn resolve_one(desk: &mut Desk) -> bool {
    let disputes = desk.store.disputes(&secretariat().actor).unwrap();
    let Some((dispute, version)) = disputes.first().and_then(|it| Some((it, it.versions.last()?))) else {
        return false;
    };
    let field = &dispute.field;
    let heads = &desk.store.heads(&dispute.id).unwrap()[field];
    let bases = json!({field: heads.iter().map(|head| head.change.clone()).collect::<Vec<_>>()});
    let resolve = json!({"action": "resolve", "id": dispute.id, "field": field, "value": version.value, "bases": bases});
    is_done(desk.act(&secretariat(), resolve))
}

/// What cannot be taken back stands in the way of what was done before it.
fn can_be_undone(action: &Value) -> bool {
    if let Some(other) = ["table", "import"].iter().find(|name| action["action"] == **name) {
        return *other == "import";
    }
    let name = read(action.clone()).name();
    name.can_be_undone() || name == ActionName::Undo
}

#[test]
fn taking_everything_back_gives_the_plan_that_one_began_with() {
    holds("taking all back gives the plan that one began with, doing it again the one after", |steps| {
        let mut desk = desk_in_memory();
        let before = desk.store.plan().unwrap();
        // One's own alone, since others' actions may stand in the way of taking back.
        let me = [co_chair(), lead("CA-ON")][steps[0].who % 2].clone();
        let mut done = 0;
        for step in steps.into_iter().filter(|step| can_be_undone(&step.action)) {
            done += take(&mut desk, &me, step.action);
        }
        let after = desk.store.plan().unwrap();
        let mut back = 0;
        while take(&mut desk, &me, json!({"action": "undo"})) > 0 {
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
