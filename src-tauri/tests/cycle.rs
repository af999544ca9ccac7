//! A reporting cycle and other plans, as the window asks for them.

use std::fs;
use std::path::Path;

use jalon_domain::clearance::Clearing;
use jalon_domain::{Action, Actor, Id, Lang, Role};
use jalon_exchange::{Over, Reached, write_package};
use jalon_shell::clock::Clock;
use jalon_shell::failure::Outcome;
use jalon_shell::shell::Shell;
use jalon_shell::view::{HistoryRequest, Stage};
use jalon_store::{Context, Receiver, Store};
use serde_json::{Value, json};
use tempfile::TempDir;

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn shell(path: &Path) -> Shell {
    Shell::new(Ok(path.to_owned()), Clock::Fixed("2019-09-14T12:00:00Z".parse().unwrap()))
}

/// A shell over the sample plan, its user the secretariat.
fn with_the_sample(folder: &TempDir) -> Shell {
    let shell = shell(&folder.path().join("plan.jalon"));
    shell.create_plan(true, &Actor::secretariat(), Lang::En).unwrap();
    shell
}

fn act(shell: &Shell, action: Value) -> Outcome<()> {
    let action: Action = serde_json::from_value(action).unwrap();
    shell.with(|session| session.act(&action, None)).map(drop)
}

#[test]
fn a_cycle_is_followed_from_the_window() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let cycle = id("cycle-2019-09");
    let submissions = shell.with(|session| session.submissions(&cycle)).unwrap();
    assert!(submissions.len() == 16 && submissions.iter().all(|it| it.days_overdue == Some(31)));
    let open = json!({"action": "open_cycle", "id": "c2", "workplan": "workplan-2018-2019",
        "name": {"en": "Joint Councils", "source": "en"}, "date": "2020-02-26"});
    act(&shell, open).unwrap();
    let carried = shell.with(|session| session.carry_over(&cycle, &id("c2"), None)).unwrap();
    assert_eq!(carried.patch.changes.upserted.len(), 19, "both transactions are told as one");
    assert_eq!(carried.left, None, "the secretariat leaves nothing");
    let lineage = shell.with(|session| session.lineage(&id("next-step-1"))).unwrap();
    assert_eq!(lineage.carried_to.len(), 1);
    shell.with(|session| session.set_identity(&Actor::new("L", Role::Lead, Some(id("CA-YT"))))).unwrap();
    let to_clear = || shell.with(|session| session.clearances(&cycle)).unwrap();
    let of_yukon = to_clear().into_iter().find(|it| it.jurisdiction == id("CA-YT")).unwrap();
    assert_eq!(of_yukon.state, Clearing::Missing);
    let clear = json!({"action": "clear_item", "item": of_yukon.item, "jurisdiction": "CA-YT",
        "content": of_yukon.content});
    act(&shell, clear).unwrap();
    assert_eq!(to_clear().iter().filter(|it| it.state == Clearing::Cleared).count(), 1);
    let refused = act(&shell, json!({"action": "close_cycle", "cycle": "c2", "bases": {}}));
    assert_eq!(refused.unwrap_err().failure.code, "failure-denied-role");
}

#[test]
fn a_co_chair_is_told_in_the_window_what_it_leaves_to_the_secretariat() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let open = json!({"action": "open_cycle", "id": "c2", "workplan": "workplan-2018-2019",
        "name": {"en": "Joint Councils", "source": "en"}, "date": "2020-02-26"});
    act(&shell, open).unwrap();
    let chair = Actor::new("C", Role::CoChair, Some(id("CA-AB")));
    shell.with(|session| session.set_identity(&chair)).unwrap();
    let carry = || shell.with(|session| session.carry_over(&id("cycle-2019-09"), &id("c2"), None));
    let left = carry().unwrap().left.unwrap();
    assert!(left.en.contains("the secretariat carries") && left.fr.contains("le secrétariat"), "{left:?}");
    assert_eq!(carry().unwrap_err().failure.code, "failure-cycle-left-to-carry");
}

#[test]
fn the_page_of_another_government_is_not_told_who_cleared_what_names_nobody() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let user = |actor: &Actor| shell.with(|session| session.set_identity(actor)).unwrap();
    let lead = |of: &str| Actor::new("L", Role::Lead, Some(id(of)));
    let fields = json!({"cycle": "cycle-2019-09", "text": {"en": "Bandwidth", "source": "en", "state": "missing"},
        "attribution": "named", "jurisdictions": ["CA-YT"]});
    act(&shell, json!({"action": "create", "kind": "challenge", "id": "h1", "fields": fields})).unwrap();
    user(&lead("CA-YT"));
    let to_clear = || shell.with(|session| session.clearances(&id("cycle-2019-09"))).unwrap();
    let of_it = || to_clear().into_iter().find(|it| it.item == id("h1"));
    let clear = json!({"action": "clear_item", "item": "h1", "jurisdiction": "CA-YT",
        "content": of_it().unwrap().content});
    act(&shell, clear).unwrap();
    let cleared = of_it().unwrap().clearance.unwrap();
    // Named again in the end: the deck says so, and still not who cleared it before.
    let mut other = Store::open(&shell.path().unwrap(), "2019-09-14T12:00:00Z".parse().unwrap()).unwrap();
    let secretariat = Context::new(Actor::secretariat(), "2019-09-14T12:00:00Z".parse().unwrap());
    for (mark, names) in [("anonymous", Value::Null), ("named", json!(["CA-YT"]))] {
        let edit =
            json!({"action": "edit", "id": "h1", "fields": {"attribution": mark, "jurisdictions": names}});
        other.act_as_it_stands(&secretariat, &serde_json::from_value(edit).unwrap()).unwrap();
    }
    let withdraw = json!({"action": "withdraw_clearance", "clearance": cleared});
    let shown = |actor: &Actor| {
        user(actor);
        let view = shell.with(|session| session.view()).unwrap();
        let history = shell.with(|session| session.history(Some(&cleared))).unwrap();
        let heads = shell.with(|session| session.field_heads(&cleared)).unwrap();
        let listed = view.plan.clearances.contains_key(&cleared);
        (
            listed,
            view.heads.contains_key(&cleared),
            !history.lines.is_empty() || history.withheld.is_some(),
            !heads.is_empty(),
            of_it().is_some(),
        )
    };
    assert_eq!(shown(&lead("CA-YT")), (true, true, true, true, true));
    assert_eq!(shown(&lead("CA-QC")), (false, false, false, false, false));
    // Nor when another process writes to it meanwhile.
    shell.with(|session| session.changes_by_others()).unwrap();
    let yukon = Context::new(lead("CA-YT"), "2019-09-14T12:00:00Z".parse().unwrap());
    other.act_as_it_stands(&yukon, &serde_json::from_value(withdraw).unwrap()).unwrap();
    let patch = shell.with(|session| session.changes_by_others()).unwrap().unwrap();
    assert!(!serde_json::to_string(&patch).unwrap().contains(cleared.as_str()));
}

#[test]
fn the_page_of_another_government_is_told_that_what_was_done_to_a_nameless_challenge_is_not_for_it() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let user = |actor: &Actor| shell.with(|session| session.set_identity(actor)).unwrap();
    let lead = |of: &str| Actor::new("L", Role::Lead, Some(id(of)));
    user(&lead("CA-YT"));
    let fields = json!({"cycle": "cycle-2019-09", "text": {"en": "Bandwidth", "source": "en", "state": "missing"},
        "attribution": "anonymous", "origins": ["CA-YT"]});
    act(&shell, json!({"action": "create", "kind": "challenge", "id": "h1", "fields": fields})).unwrap();
    let history = |of: &str| shell.with(|session| session.history(Some(&id(of)))).unwrap();
    let own = history("h1");
    assert_eq!((own.lines.len(), own.withheld), (1, None));
    user(&lead("CA-QC"));
    let others = history("h1");
    assert_eq!(others.lines, []);
    let withheld = others.withheld.expect("words");
    assert!(withheld.en.contains("told only to the secretariat"), "{withheld:?}");
    assert!(withheld.fr.contains("qu’au secrétariat"), "{withheld:?}");
    // Within other bounds the answer is the same: it would say when it was done.
    let before = HistoryRequest { to: Some("2019-01-01".to_owned()), ..HistoryRequest::default() };
    let earlier = shell.with(|session| session.history_page(Some(&id("h1")), &before)).unwrap();
    assert_eq!(earlier.withheld, Some(withheld));
    // Nothing is withheld of what is not there, nor of everything.
    assert_eq!(history("h2").withheld, None);
    let all = shell.with(|session| session.history(None)).unwrap();
    assert!(!all.lines.is_empty() && all.withheld.is_none());
}

#[test]
fn another_plan_is_shown_in_place_of_the_one_that_is_open() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let first = shell.path().unwrap();
    let other = folder.path().join("other.jalon");
    let start = shell.new_plan(&other).unwrap();
    assert_eq!((start.stage, start.store_path), (Stage::FirstRun, other.to_string_lossy().into_owned()));
    shell.create_plan(false, &Actor::secretariat(), Lang::Fr).unwrap();
    assert_eq!(shell.path().unwrap(), other);
    assert!(shell.with(|session| session.view()).unwrap().board.is_none());
    let start = shell.open_plan(&first).unwrap();
    assert_eq!((start.stage, start.lang), (Stage::Ready, Lang::En));
    assert!(start.view.unwrap().board.is_some());
    // What cannot be opened or made leaves the one that is open.
    let refused = |outcome: Outcome<jalon_shell::view::Start>| outcome.unwrap_err().failure.code;
    assert_eq!(refused(shell.open_plan(&folder.path().join("none.jalon"))), "failure-store-not-found");
    assert_eq!(refused(shell.new_plan(&other)), "failure-store-exists");
    let text = folder.path().join("text.jalon");
    fs::write(&text, "no plan").unwrap();
    assert_eq!(refused(shell.open_plan(&text)), "failure-store-foreign");
    assert_eq!(shell.path().unwrap(), first);
    assert!(shell.with(|session| session.view()).unwrap().board.is_some());
}

#[test]
fn what_arrived_for_a_closed_plan_is_told_in_the_window_and_blocks_its_final_deck() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let plan = id("workplan-2018-2019");
    let late = || shell.with(|session| session.late_changes(&plan)).unwrap().lines;
    let path = folder.path().join("other.jalon");
    let mut other = Store::create(&path, "2019-09-14T12:00:00Z".parse().unwrap()).unwrap();
    other.install_sample(&jalon_exchange::sample(), "2019-09-14T12:00:00Z".parse().unwrap()).unwrap();
    let lessons: serde_json::Map<String, Value> =
        (1..=5).map(|n| (format!("priority-{n}"), json!({"en": "Begin earlier", "source": "en"}))).collect();
    let heads = shell.with(|session| session.field_heads(&plan)).unwrap();
    let close = json!({"action": "close_plan", "workplan": plan, "lessons": lessons,
        "bases": {"state": [heads["state"][0].change]}});
    act(&shell, close).unwrap();
    assert!(late().is_empty());
    let context = Context::new(Actor::secretariat(), "2019-09-14T12:00:00Z".parse().unwrap());
    let edit = json!({"action": "edit", "id": "milestone-2-1", "fields": {"due": "2020"}, "bases": {}});
    other.act_as_it_stands(&context, &serde_json::from_value(edit).unwrap()).unwrap();
    let package = folder.path().join("theirs.jalonpackage");
    write_package(
        &mut other,
        &Actor::secretariat(),
        (&package, Over::Anything),
        &Reached::default(),
        Receiver::Secretariat,
    )
    .unwrap();
    shell.with(|session| session.read_package(&package, false)).unwrap();
    let told = late();
    assert_eq!(told.len(), 1);
    assert!(told[0].what.en.contains("2020") && told[0].what.fr.contains("2020"), "{told:?}");
    let blockers = shell.with(|session| session.deck_blockers(&Lang::BOTH, None)).unwrap();
    let what = |failure: &jalon_domain::Failure| serde_json::to_string(failure).unwrap();
    assert_eq!(blockers.iter().filter(|it| what(it).contains("problem-late")).count(), 1);
}

#[test]
fn what_did_not_know_that_a_cycle_was_closed_is_told_in_the_window_and_blocks_its_final_deck() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let cycle = id("cycle-2019-09");
    let mut other =
        Store::create(&folder.path().join("other.jalon"), "2019-09-14T12:00:00Z".parse().unwrap()).unwrap();
    other.install_sample(&jalon_exchange::sample(), "2019-09-14T12:00:00Z".parse().unwrap()).unwrap();
    let heads = shell.with(|session| session.field_heads(&cycle)).unwrap();
    let close =
        json!({"action": "close_cycle", "cycle": cycle, "bases": {"state": [heads["state"][0].change]}});
    act(&shell, close).unwrap();
    let context = Context::new(Actor::secretariat(), "2019-09-14T12:00:00Z".parse().unwrap());
    let edit = json!({"action": "edit", "id": "achievement-yt", "fields": {"text.en": "Yukon has a portal"}, "bases": {}});
    other.act_as_it_stands(&context, &serde_json::from_value(edit).unwrap()).unwrap();
    let package = folder.path().join("theirs.jalonpackage");
    let all = Reached::default();
    let over = (package.as_path(), Over::Anything);
    write_package(&mut other, &Actor::secretariat(), over, &all, Receiver::Secretariat).unwrap();
    let late = || shell.with(|session| session.late_in_cycle(&cycle)).unwrap().lines;
    assert!(late().is_empty());
    let received = shell.with(|session| session.read_package(&package, false)).unwrap();
    let what = |failure: &jalon_domain::Failure| serde_json::to_string(failure).unwrap();
    assert!(matches!(&received.late[..], [one] if what(one).contains("problem-late-cycle")));
    let told = late();
    assert_eq!(told.len(), 1);
    assert!(told[0].what.en.contains("Yukon has a portal"), "{told:?}");
    let blockers = shell.with(|session| session.deck_blockers(&Lang::BOTH, None)).unwrap();
    assert_eq!(blockers.iter().filter(|it| what(it).contains("problem-late-cycle")).count(), 1);
}
