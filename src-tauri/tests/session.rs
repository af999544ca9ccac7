//! What the commands call, without a window.

use std::fs;
use std::path::Path;

use jalon_domain::plan::Entity;
use jalon_domain::{Action, Actor, Completion, Id, Lang, Link, Outlook, Role, Status};
use jalon_shell::clock::Clock;
use jalon_shell::failure::Outcome;
use jalon_shell::session::Session;
use jalon_shell::shell::Shell;
use jalon_shell::view::{Card, ExportRequest, Patch, Stage, View};
use jalon_store::{Context, Store};
use serde_json::json;
use tempfile::TempDir;

const MILESTONE: &str = "milestone-4-1";

fn clock() -> Clock {
    Clock::Fixed("2019-09-14T12:00:00Z".parse().unwrap())
}

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn co_chair() -> Actor {
    Actor::new("Marie Côté", Role::CoChair, Some(id("CA-AB")))
}

fn shell(path: &Path) -> Shell {
    Shell::new(Ok(path.to_owned()), clock())
}

/// A shell over the sample plan, its user a co-chair.
fn with_the_sample(folder: &TempDir) -> Shell {
    let shell = shell(&folder.path().join("plan.jalon"));
    shell.create_plan(true, &co_chair(), Lang::En).unwrap();
    shell
}

fn view(shell: &Shell) -> View {
    shell.with(|session| session.view()).unwrap()
}

fn card<'a>(view: &'a View, milestone: &str) -> &'a Card {
    let mut cards = view.board.as_ref().unwrap().columns.iter().flat_map(|column| &column.cards);
    cards.find(|card| card.id == id(milestone)).unwrap()
}

fn at_risk() -> Status {
    let reason = jalon_domain::Bilingual::from_source(Lang::En, "Elections");
    let outlook = Some(Outlook::AtRisk);
    Status { completion: Completion::LimitedProgress, outlook, reason: Some(reason), evidence: Vec::new() }
}

/// Sets the milestone's status as a form does that showed `shown`.
fn set(session: &mut Session, shown: &View, status: Status) -> Outcome<Patch> {
    let bases = shown.heads[&id(MILESTONE)].clone();
    let bases = bases.into_iter().filter(|(field, _)| field == "status").collect();
    session.set_milestone_status(id(MILESTONE), status, bases, false, None)
}

fn code<T>(outcome: Outcome<T>) -> String {
    outcome.err().map(|refused| refused.failure.code).unwrap_or_default()
}

#[test]
fn the_first_run_makes_no_file_until_it_is_gone_through() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("new/plan d’été.jalon");
    let start = shell(&path).start();
    assert_eq!(start.stage, Stage::FirstRun);
    assert_eq!(start.jurisdictions.first().map(|it| it.id.as_str()), Some("CA"));
    assert!(start.jurisdictions.len() > 13);
    assert!(!path.exists());

    let view = shell(&path).create_plan(true, &co_chair(), Lang::Fr).unwrap();
    assert_eq!(view.board.unwrap().columns.len(), 5);
    let again = shell(&path).start();
    assert_eq!((again.stage, again.lang, again.identity), (Stage::Ready, Lang::Fr, Some(co_chair())));
}

#[test]
fn an_empty_plan_is_ready_and_has_no_board() {
    let folder = TempDir::new().unwrap();
    let shell = shell(&folder.path().join("plan.jalon"));
    let view = shell.create_plan(false, &co_chair(), Lang::En).unwrap();
    assert_eq!((view.board, view.header), (None, None));
    assert_eq!(shell.start().stage, Stage::Ready);
    assert_eq!(shell.title().as_deref(), Some("Jalon"));
}

#[test]
fn a_foreign_file_is_told_and_left_alone_and_can_be_tried_again() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.jalon");
    fs::write(&path, "a shopping list").unwrap();
    let shell = shell(&path);
    let start = shell.start();
    assert_eq!(start.stage, Stage::Failed);
    assert_eq!(start.failure.unwrap().code, "failure-store-foreign");
    assert_eq!(fs::read(&path).unwrap(), b"a shopping list");
    assert_eq!(code(shell.with(|session| session.view())), "failure-shell-no-plan");

    fs::remove_file(&path).unwrap();
    assert_eq!(shell.start().stage, Stage::FirstRun);
}

#[cfg(unix)]
#[test]
fn a_path_that_is_no_text_holds_a_plan_like_any_other() {
    use std::os::unix::ffi::OsStrExt;
    let folder = TempDir::new().unwrap();
    let path = folder.path().join(std::ffi::OsStr::from_bytes(b"\xff.jalon"));
    shell(&path).create_plan(true, &co_chair(), Lang::En).unwrap();
    let start = shell(&path).start();
    assert_eq!(start.stage, Stage::Ready);
    assert!(start.store_path.ends_with("\u{fffd}.jalon"));
}

#[test]
fn dates_stand_on_the_board_in_words_of_both_languages() {
    let folder = TempDir::new().unwrap();
    let view = view(&with_the_sample(&folder));
    let late = card(&view, "milestone-3-2");
    assert_eq!(late.due.as_ref().unwrap().fr, "30\u{a0}août 2019");
    assert_eq!(late.overdue.as_ref().unwrap().en, "Overdue by 15 days");
    let header = view.header.unwrap();
    assert_eq!(header.date.unwrap().fr, "25\u{a0}septembre 2019");
    assert_eq!(header.distance.unwrap().en, "in 11 days");
}

#[test]
fn a_status_comes_back_as_a_patch_that_can_be_undone_and_redone() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let before = view(&shell);
    let patch = shell.with(|session| set(session, &before, at_risk())).unwrap();
    let shown = View { board: patch.board.clone(), ..before.clone() };
    assert_eq!(card(&shown, MILESTONE).status, at_risk());
    assert_ne!(patch.heads[&id(MILESTONE)]["status"], before.heads[&id(MILESTONE)]["status"]);
    assert_eq!(patch.undo.map(|it| it.code()), Some("set_milestone_status"));

    let undone = shell.with(|session| session.act(&Action::Undo, None)).unwrap();
    assert_eq!(undone.board, before.board);
    assert!(undone.redo.is_some());
    let redone = shell.with(|session| session.act(&Action::Redo, None)).unwrap();
    assert_eq!(redone.board, patch.board);
}

#[test]
fn what_is_refused_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let before = view(&shell);
    let complete = Status { completion: Completion::Complete, ..Status::default() };
    let refused = code(shell.with(|session| set(session, &before, complete)));
    assert_eq!(refused, "failure-status-needs-evidence");

    shell.with(|session| session.set_identity(&Actor::new("R", Role::Reader, None))).unwrap();
    assert_eq!(code(shell.with(|session| set(session, &before, at_risk()))), "failure-denied-role");
    assert_eq!(view(&shell).board, before.board);
}

#[test]
fn somebody_who_has_not_said_who_they_are_changes_nothing() {
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("plan.jalon");
    let now = clock().now();
    let mut store = Store::create(&path, now).unwrap();
    store.install_sample(&jalon_exchange::sample(), now).unwrap();
    let shell = shell(&path);
    assert_eq!(shell.start().stage, Stage::Ready);
    let before = view(&shell);
    assert_eq!(code(shell.with(|session| set(session, &before, at_risk()))), "failure-shell-nobody");
}

#[test]
fn a_stale_form_loses_nothing_and_tells_of_the_conflict_and_of_both_authors() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let shown = view(&shell);
    let complete = Status {
        completion: Completion::Complete,
        evidence: vec![Link { en: Some("https://example.org/".into()), ..Link::default() }],
        ..Status::default()
    };
    shell.with(|session| set(session, &shown, at_risk())).unwrap();
    let patch = shell.with(|session| set(session, &shown, complete)).unwrap();
    assert_eq!(patch.changes.conflicts, [(id(MILESTONE), "status".to_owned())]);
    let heads = shell.with(|session| session.field_heads(&id(MILESTONE))).unwrap();
    assert_eq!(heads["status"].len(), 2);
    for head in &heads["status"] {
        assert!(head.who.as_ref().unwrap().en.contains("Marie Côté"));
        assert_eq!(head.when.as_ref().unwrap().fr.split(',').next(), Some("14\u{a0}septembre 2019"));
    }
}

/// The secretariat notes, from another process, where a challenge came from.
fn note_origin(path: &Path) {
    let mut store = Store::open(path, clock().now()).unwrap();
    let secretariat = Context::new(Actor::secretariat(), clock().now());
    let fields = json!({"origins": ["CA-QC"]}).as_object().unwrap().clone();
    let mut action = Action::Edit { id: id("challenge-1"), fields, bases: Default::default(), holds: false };
    action.set_bases(store.bases_for(&action).unwrap());
    store.act(&secretariat, &action).unwrap();
}

#[test]
fn changes_by_others_arrive_once_and_without_what_the_reader_may_not_see() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let looked = || shell.changes_by_others().unwrap();
    assert_eq!(looked(), None);
    note_origin(&shell.path().unwrap());
    let patch = looked().unwrap();
    assert_eq!(looked(), None);
    let [Entity::Challenge(challenge)] = patch.changes.upserted.as_slice() else { panic!("{patch:?}") };
    assert!(challenge.origins.is_empty());
    assert!(view(&shell).plan.challenges["challenge-1"].origins.is_empty());
    let heads = shell.with(|session| session.field_heads(&challenge.id)).unwrap();
    assert!(heads.contains_key("text.en") && !heads.contains_key("origins"));
    let history = shell.with(|session| session.history(Some(&challenge.id))).unwrap();
    assert_eq!(history.lines.len(), 1, "only the sample's own transaction is left to tell");

    shell.with(|session| session.set_identity(&Actor::secretariat())).unwrap();
    assert_eq!(view(&shell).plan.challenges["challenge-1"].origins, [id("CA-QC")]);
    assert_eq!(shell.with(|session| session.history(Some(&challenge.id))).unwrap().lines.len(), 2);
}

#[test]
fn what_others_did_between_two_looks_is_one_patch() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let mut store = Store::open(&shell.path().unwrap(), clock().now()).unwrap();
    let secretariat = Context::new(Actor::secretariat(), clock().now());
    for (of, text) in [("challenge-1", "Money"), ("challenge-1", "People"), ("challenge-2", "Ministers")] {
        let fields = json!({"text.en": text}).as_object().unwrap().clone();
        let mut action = Action::Edit { id: id(of), fields, bases: Default::default(), holds: false };
        action.set_bases(store.bases_for(&action).unwrap());
        store.act(&secretariat, &action).unwrap();
    }
    let delete = Action::Delete { id: id("challenge-2"), bases: Default::default() };
    let bases = store.bases_for(&delete).unwrap();
    store.act(&secretariat, &Action::Delete { id: id("challenge-2"), bases }).unwrap();
    let patch = shell.changes_by_others().unwrap().unwrap();
    let [Entity::Challenge(challenge)] = patch.changes.upserted.as_slice() else { panic!("{patch:?}") };
    assert_eq!((challenge.id.as_str(), challenge.text.en.as_str()), ("challenge-1", "People"));
    assert_eq!(patch.changes.removed, [(jalon_domain::Kind::Challenge, id("challenge-2"))]);
    assert_eq!(patch.heads.len(), 2);
    assert_eq!(shell.changes_by_others().unwrap(), None);
}

#[test]
fn decks_go_where_they_are_sent_and_only_that_folder_is_opened() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    let decks = folder.path().join("decks");
    fs::create_dir(&decks).unwrap();
    shell.with(|session| session.set_export_folder(&decks)).unwrap();
    let request = ExportRequest { langs: Lang::BOTH.into(), ..ExportRequest::default() };
    let exported = shell.with(|session| session.export_deck(&request)).unwrap();
    for file in &exported.files {
        assert!(fs::read(decks.join(file)).unwrap().starts_with(b"PK"), "{file}");
    }
    assert_eq!(exported.files.len(), 2);
    assert_eq!(shell.with(|session| session.exported_folder(&exported.folder)).unwrap(), decks);
    assert_eq!(code(shell.with(|session| session.exported_folder("/"))), "failure-shell-folder-unknown");

    let asked_final = ExportRequest { final_: true, ..request.clone() };
    assert_eq!(code(shell.with(|session| session.export_deck(&asked_final))), "failure-denied-role");
    fs::remove_dir_all(&decks).unwrap();
    assert_eq!(code(shell.with(|session| session.export_deck(&request))), "failure-file-folder-missing");
}

#[test]
fn the_language_and_the_title_go_together() {
    let folder = TempDir::new().unwrap();
    let shell = with_the_sample(&folder);
    assert_eq!(shell.title().as_deref(), Some("Jalon – 2018-2019 Workplan"));
    shell.set_language(Lang::Fr).unwrap();
    assert_eq!(shell.title().as_deref(), Some("Jalon – Plan de travail 2018-2019"));
}
