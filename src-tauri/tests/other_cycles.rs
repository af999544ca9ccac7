//! What the window asks of another cycle or plan than the one that is being prepared, and what
//! is left open where one was closed.

use std::collections::BTreeMap;

use jalon_domain::{Action, Actor, Failure, Id, Lang};
use jalon_shell::clock::Clock;
use jalon_shell::failure::Outcome;
use jalon_shell::shell::Shell;
use jalon_shell::view::ExportRequest;
use jalon_store::LeftOpen;
use serde_json::{Value, json};
use tempfile::TempDir;

const FIRST: &str = "cycle-2019-09";
const PLAN: &str = "workplan-2018-2019";

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn act(shell: &Shell, action: Value) {
    let action: Action = serde_json::from_value(action).unwrap();
    shell.with(|session| session.act(&action, None)).unwrap();
}

fn code<T>(outcome: Outcome<T>) -> String {
    outcome.err().expect("a refusal").failure.code
}

/// A shell over the sample plan with a second cycle, its user the secretariat.
fn with_two_cycles(folder: &TempDir) -> Shell {
    let clock = Clock::Fixed("2019-09-14T12:00:00Z".parse().unwrap());
    let shell = Shell::new(Ok(folder.path().join("plan.jalon")), clock);
    shell.create_plan(true, &Actor::secretariat(), Lang::En).unwrap();
    let open = json!({"action": "open_cycle", "id": "c2", "workplan": PLAN,
        "name": {"en": "Joint Councils", "source": "en"}, "date": "2020-02-26"});
    act(&shell, open);
    shell
}

#[test]
fn decks_are_exported_and_looked_at_for_the_cycle_that_is_named() {
    let folder = TempDir::new().unwrap();
    let shell = with_two_cycles(&folder);
    let export = |cycle: Option<&str>| {
        let folder = Some(folder.path().to_string_lossy().into_owned());
        let cycle = cycle.map(id);
        let request = ExportRequest { langs: vec![Lang::En], folder, cycle, ..ExportRequest::default() };
        shell.with(|session| session.export_deck(&request))
    };
    let file = |cycle| export(cycle).unwrap().files.remove(0);
    assert!(file(Some(FIRST)).contains("2019-09-25"), "{}", file(Some(FIRST)));
    assert!(file(Some("c2")).contains("2020-02-26"), "{}", file(Some("c2")));
    assert_eq!(code(export(Some("none"))), "failure-council-no-cycle");
    let uncleared = |cycle: &str| {
        let blockers = shell.with(|session| session.deck_blockers(&[Lang::En], Some(&id(cycle))));
        let of = |it: &&Failure| it.code == "failure-deck-clearance-missing";
        blockers.unwrap().iter().filter(of).count()
    };
    assert_eq!((uncleared(FIRST), uncleared("c2")), (5, 0), "nothing is reported in the second yet");
    let unknown = shell.with(|session| session.deck_blockers(&[Lang::En], Some(&id("none"))));
    assert_eq!(code(unknown), "failure-council-no-cycle");
    assert_eq!(shell.with(|session| session.deck_warnings(Some(&id(FIRST)))), Ok(vec![]));
    assert_eq!(
        code(shell.with(|session| session.deck_warnings(Some(&id("none"))))),
        "failure-council-no-cycle"
    );
}

#[test]
fn what_is_left_open_is_told_to_whoever_closes_a_cycle_or_a_plan() {
    let folder = TempDir::new().unwrap();
    let shell = with_two_cycles(&folder);
    let left = shell.with(|session| session.outstanding(&id(FIRST))).unwrap();
    assert_eq!((left.expected.len(), left.uncleared, left.next), (16, 5, Some(id("c2"))));
    assert!(left.unfinished > 0);
    assert_eq!(code(shell.with(|session| session.outstanding(&id("none")))), "failure-cycle-unknown");
    let left = shell.with(|session| session.left_open(&id(PLAN))).unwrap();
    let LeftOpen { cycles, milestones } = left;
    assert_eq!(cycles, [id(FIRST), id("c2")]);
    assert_eq!(milestones, 10);
    assert_eq!(code(shell.with(|session| session.left_open(&id("none")))), "failure-plan-unknown");
}

#[test]
fn what_is_different_is_told_of_the_plan_that_is_named() {
    let folder = TempDir::new().unwrap();
    let shell = with_two_cycles(&folder);
    let clone = json!({"action": "clone_plan", "workplan": PLAN, "id": "wp2",
        "title": {"en": "Next plan", "source": "en"}});
    act(&shell, clone);
    let before = shell.with(|session| session.history(None)).unwrap().lines[0].txn.clone();
    let bases = shell.with(|session| session.view()).unwrap().heads.remove(&id("milestone-2-1")).unwrap();
    let bases = bases.into_iter().filter(|(field, _)| field == "due").collect::<BTreeMap<_, _>>();
    let moved = json!({"due": "2021"});
    act(&shell, json!({"action": "edit", "id": "milestone-2-1", "fields": moved, "bases": bases}));
    let told = |plan: &str| {
        let since = shell.with(|session| session.since(&before, None, Some(&id(plan)))).unwrap();
        let mut lines = since.groups.into_iter().flat_map(|it| it.lines);
        lines.any(|line| line.id == id("milestone-2-1") && line.text.en.contains("2021"))
    };
    assert!(told(PLAN));
    let unknown = shell.with(|session| session.since(&before, None, Some(&id("none"))));
    assert_eq!(code(unknown), "failure-plan-unknown");
}
