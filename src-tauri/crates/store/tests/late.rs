//! What arrives for a plan or a reporting cycle after it was closed is kept and shown, told
//! of, and keeps its deck from going final until somebody has looked at it.

mod common;
mod forged;

use common::*;
use jalon_domain::problem::{Problem, ProblemKind};
use jalon_domain::{Actor, Kind, Lang, Vector};
use jalon_store::{Item, Late, Receiver, Store};
use jalon_words::{Words, faults};
use serde_json::{Value, json};

/// A store whose plan is closed, and another one that did not hear of it.
fn two() -> (Desk, Store) {
    let mut desk = Desk::new();
    let mut other = Store::create(&desk.folder.path().join("other.jalon"), now()).unwrap();
    pass(&desk.store, &mut other);
    close(&mut desk);
    (desk, other)
}

fn close(desk: &mut Desk) {
    let lessons = match desk.store.plan().unwrap().priorities["p1"].lessons {
        Some(_) => json!({}),
        None => json!({"p1": text("Begin earlier", "")}),
    };
    desk.act(&co_chair(), json!({"action": "close_plan", "workplan": "w", "lessons": lessons})).unwrap();
}

/// Brings everything of a store to another one, and gives back what that calls late.
fn pass(from: &Store, to: &mut Store) -> Vec<Problem> {
    let all = from.outgoing(&Vector::default(), Receiver::Secretariat, &Actor::secretariat()).unwrap();
    to.receive(now(), all, false).unwrap().late.iter().map(Late::problem).collect()
}

fn late(store: &Store) -> usize {
    store.late_changes(&id("w"), &Actor::secretariat()).unwrap().len()
}

#[test]
fn it_is_listed_by_name_until_the_plan_is_reopened_and_closed_with_it() {
    let (mut desk, mut other) = two();
    assert_eq!((late(&desk.store), desk.store.problems().unwrap()), (0, vec![]));
    act(&mut other, &co_chair(), edit("m1", json!({"title.en": "Other words"}))).unwrap();
    act(&mut other, &co_chair(), edit("m2", json!({"due": "2020"}))).unwrap();
    assert_eq!(pass(&other, &mut desk.store), desk.store.problems().unwrap(), "it is said when it is read");
    let told = desk.store.late_changes(&id("w"), &Actor::secretariat()).unwrap();
    assert_eq!(told.len(), 2);
    assert_eq!(told[1].changes[0].after, "Other words");
    let problems = desk.store.problems().unwrap();
    assert_eq!((problems.len(), problems[0].id.as_str(), problems[0].field), (1, "w", "state"));
    assert_eq!(problems[0].what, ProblemKind::Late(2));
    for (lang, said) in [(Lang::En, "arrived after it was closed"), (Lang::Fr, "arrivées après sa fermeture")]
    {
        let line = Words::of(lang).failure(&faults::problem(&problems[0]));
        assert!(line.contains("2 ") && line.contains(said), "{line}");
    }
    assert!(
        problems[0].blocks(&id("w"), None) && !problems[0].blocks(&id("w2"), None),
        "next year's deck goes on"
    );
    let reopen = json!({"action": "reopen_plan", "workplan": "w", "reason": "Late figures"});
    desk.act(&co_chair(), reopen).unwrap();
    assert_eq!((late(&desk.store), desk.store.problems().unwrap()), (0, vec![]));
    close(&mut desk);
    assert_eq!(late(&desk.store), 0, "whoever closed it anew knew of them");
}

#[test]
fn a_redaction_after_the_closing_is_nothing_that_came_late() {
    let (mut desk, _) = two();
    let context = jalon_store::Context { reason: Some("personal".into()), ..secretariat() };
    desk.store.redact(&context, &id("m1"), "title", &[]).unwrap();
    assert_eq!((late(&desk.store), desk.store.problems().unwrap()), (0, vec![]));
}

#[test]
fn who_wrote_late_to_a_challenge_that_names_nobody_is_not_told() {
    let (mut desk, mut other) = two();
    act(&mut other, &lead("CA-ON"), edit("ch", json!({"text.en": "Other resources"}))).unwrap();
    pass(&other, &mut desk.store);
    let seen = |reader: &Actor| desk.store.late_changes(&id("w"), reader).unwrap();
    assert!(matches!(&seen(&Actor::secretariat())[..], [entry] if entry.actor.is_some()));
    assert_eq!([seen(&lead("CA-QC").actor), seen(&co_chair().actor)], [vec![], vec![]]);
}

fn late_in(store: &Store, cycle: &str) -> Vec<String> {
    let late = store.late_in_cycle(&id(cycle), &Actor::secretariat()).unwrap();
    late.into_iter().map(|entry| entry.txn).collect()
}

fn achievement(entity: &str, cycle: &str) -> Value {
    let fields = json!({"cycle": cycle, "jurisdiction": "CA-ON", "text": text("Portal", "Portail")});
    json!({"action": "create", "kind": "achievement", "id": entity, "fields": fields})
}

fn close_cycle() -> Value {
    json!({"action": "close_cycle", "cycle": "cy"})
}

fn reopen_cycle() -> Value {
    json!({"action": "reopen_cycle", "cycle": "cy"})
}

/// A store with two cycles, and others that hold the same.
fn with_cycles() -> (Desk, Store, Store) {
    let mut desk = Desk::new();
    let next = json!({"action": "open_cycle", "id": "cy2", "workplan": "w", "name": text("C", "C"), "date": "2020-02-26"});
    for action in [achievement("a1", "cy"), achievement("a2", "cy"), next] {
        desk.act(&secretariat(), action).unwrap();
    }
    let [second, third] = ["second.jalon", "third.jalon"].map(|name| {
        let mut other = Store::create(&desk.folder.path().join(name), now()).unwrap();
        pass(&desk.store, &mut other);
        other
    });
    (desk, second, third)
}

#[test]
fn what_did_not_know_that_a_cycle_was_closed_is_told_alike_in_every_store() {
    let (mut desk, mut other, mut third) = with_cycles();
    desk.act(&secretariat(), close_cycle()).unwrap();
    assert_eq!((late_in(&desk.store, "cy"), desk.store.problems().unwrap()), (vec![], vec![]));
    for late in [
        achievement("a3", "cy"),
        edit("a1", json!({"text.en": "Other words"})),
        edit("a2", json!({"cycle": "cy2"})),
        edit("meet", json!({"date": "2019-09-26"})),
        edit("cy", json!({"opens": "2019-07-30"})),
        json!({"action": "delete", "id": "n1"}),
    ] {
        act(&mut other, &secretariat(), late).unwrap();
    }
    for other_work in [
        achievement("a4", "cy2"),
        edit("m1", json!({"title.en": "Other words"})),
        json!({"action": "create", "kind": "progress", "fields": {"cycle": "cy2", "priority": "p1", "text": text("Half", "")}}),
    ] {
        act(&mut other, &secretariat(), other_work).unwrap();
    }
    let problem =
        |count| Problem { kind: Kind::Cycle, id: id("cy"), field: "state", what: ProblemKind::Late(count) };
    // Whoever closed it hears of the work, and whoever worked hears of the closing.
    assert_eq!(pass(&other, &mut desk.store), [problem(6)]);
    assert_eq!(pass(&desk.store, &mut other), [problem(6)]);
    assert_eq!(pass(&other, &mut third), [problem(6)]);
    let late = late_in(&desk.store, "cy");
    assert_eq!((late.len(), late_in(&desk.store, "cy2").len()), (6, 0));
    for store in [&desk.store, &other, &third] {
        assert_eq!(late_in(store, "cy"), late);
        assert_eq!(store.problems().unwrap(), [problem(6)]);
        assert!(store.check().unwrap().is_sound());
    }
    assert_eq!(pass(&other, &mut desk.store), [], "it is said once");
    let problem = problem(6);
    assert!(problem.blocks(&id("w"), Some(&id("cy"))) && !problem.blocks(&id("w"), Some(&id("cy2"))));
    for (lang, said) in
        [(Lang::En, "without knowing that it was closed"), (Lang::Fr, "sans savoir qu’il était fermé")]
    {
        let line = Words::of(lang).failure(&faults::problem(&problem));
        assert!(line.contains("6 ") && line.contains(said) && line.contains("jalon cycle late"), "{line}");
    }
    // Closed again by somebody who has seen it.
    act(&mut third, &secretariat(), reopen_cycle()).unwrap();
    assert_eq!(late_in(&third, "cy"), Vec::<String>::new());
    act(&mut third, &secretariat(), close_cycle()).unwrap();
    for store in [&mut desk.store, &mut other] {
        assert_eq!(pass(&third, store), []);
        assert_eq!((late_in(store, "cy"), store.problems().unwrap()), (vec![], vec![]));
        assert!(store.check().unwrap().is_sound() && store.check().unwrap().conflicts.is_empty());
    }
}

#[test]
fn what_is_attested_issued_or_redacted_of_a_closed_cycle_is_not_late() {
    let (mut desk, mut other, _) = with_cycles();
    let unissued = json!({"action": "create", "kind": "challenge", "id": "h1",
        "fields": {"cycle": "cy", "text": text("Law", ""), "attribution": "anonymous", "origins": ["CA-ON"]}});
    act(&mut other, &lead("CA-ON"), unissued).unwrap();
    pass(&other, &mut desk.store);
    desk.act(&secretariat(), close_cycle()).unwrap();
    act(&mut other, &secretariat(), json!({"action": "issue_challenges"})).unwrap();
    let content = jalon_domain::clearance::content(&other.plan().unwrap(), &id("a1")).unwrap();
    let clear = json!({"action": "clear_item", "item": "a1", "jurisdiction": "CA-ON", "content": content});
    act(&mut other, &lead("CA-ON"), clear).unwrap();
    let why = jalon_store::Context { reason: Some("personal".into()), ..secretariat() };
    other.redact(&why, &id("a2"), "text", &[]).unwrap();
    assert_eq!(pass(&other, &mut desk.store), []);
    assert_eq!(late_in(&desk.store, "cy"), Vec::<String>::new());
}

#[test]
fn a_closing_that_is_taken_back_and_done_again_is_the_same_one() {
    let (mut desk, mut other, _) = with_cycles();
    act(&mut other, &secretariat(), achievement("a3", "cy")).unwrap();
    desk.act(&secretariat(), close_cycle()).unwrap();
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert_eq!(pass(&other, &mut desk.store), [], "it is open");
    desk.act(&secretariat(), json!({"action": "redo"})).unwrap();
    assert_eq!(late_in(&desk.store, "cy").len(), 1, "whoever wrote it did not know");
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    desk.act(&secretariat(), json!({"action": "redo"})).unwrap();
    desk.act(&secretariat(), reopen_cycle()).unwrap();
    desk.act(&secretariat(), json!({"action": "undo"})).unwrap();
    assert_eq!(late_in(&desk.store, "cy").len(), 1);
    assert!(desk.store.check().unwrap().is_sound());
    // The moment is told by nobody: the state tells that it was closed.
    let history = desk.store.history(Some(&id("cy"))).unwrap();
    assert!(history.iter().flat_map(|entry| &entry.changes).all(|change| change.field != "$closed"));
    assert_eq!(desk.store.renew_device(now()).unwrap().reissued, 0, "what a moment names keeps its place");
}

#[test]
fn two_closings_at_once_are_no_conflict_and_what_either_knew_is_not_late() {
    let (mut desk, mut other, _) = with_cycles();
    act(&mut other, &secretariat(), achievement("a3", "cy")).unwrap();
    for store in [&mut desk.store, &mut other] {
        act(store, &secretariat(), close_cycle()).unwrap();
    }
    assert_eq!(pass(&other, &mut desk.store), []);
    assert_eq!(pass(&desk.store, &mut other), []);
    for store in [&desk.store, &other] {
        let report = store.check().unwrap();
        assert!(report.is_sound() && report.conflicts.is_empty(), "{:?}", report.conflicts);
        assert!(store.disputes(&Actor::secretariat()).unwrap().is_empty());
    }
}

#[test]
fn a_closing_without_its_moment_calls_nothing_late() {
    let (mut desk, mut other, _) = with_cycles();
    let bases: Vec<String> =
        desk.store.heads(&id("cy")).unwrap()["state"].iter().map(|head| head.change.clone()).collect();
    let mut closed = forged::change("v1", "cycle", "cy", "state", r#""closed""#);
    closed["bases"] = json!(json!(bases).to_string());
    let earlier = json!({"id": "t1", "action": "close_cycle", "actor": r#"{"name":"","roles":[{"role":"secretariat"}]}"#,
        "audience": "all", "schema_v": 1, "made_at": "2019-09-10T12:00:00.000Z", "changes": [closed]});
    let line = Item::from_line(&forged::line("earlier", earlier)).unwrap();
    desk.store.receive(now(), vec![line], false).unwrap();
    assert_eq!(desk.store.plan().unwrap().cycles["cy"].state, "closed");
    act(&mut other, &secretariat(), achievement("a3", "cy")).unwrap();
    assert_eq!(pass(&other, &mut desk.store), []);
    assert!(desk.store.problems().unwrap().is_empty());
}

#[test]
fn a_cycle_that_comes_closed_in_a_file_was_closed_with_all_that_the_file_holds() {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::create(&folder.path().join("plan.jalon"), now()).unwrap();
    let mut file = plan();
    file.get_mut(&Kind::Cycle).unwrap().get_mut("cy").unwrap()["state"] = json!("closed");
    store.import(&co_chair(), &file, false).unwrap();
    let parts = store.history(None).unwrap().into_iter().filter(|it| it.action.code() == "import").count();
    assert_eq!((parts, late_in(&store, "cy")), (3, vec![]), "challenges that name nobody, then the closing");
    let mut other = Store::create(&folder.path().join("other.jalon"), now()).unwrap();
    assert_eq!(pass(&store, &mut other), []);
}
