//! What was redacted, and comes back in a backup of before: it is told, by name, and
//! nothing is misreported.

mod common;

use std::fs;

use common::*;
use jalon_domain::Lang;
use jalon_domain::problem::ProblemKind;
use jalon_store::{Backups, Context, Store, Why};
use jalon_words::{Words, faults};
use serde_json::json;

const SECRET: &str = "Éloïse Bûcheron-Lefèvre";

/// A desk where the secret has stood in a text and a status, with a backup of it.
fn desk() -> Desk {
    let mut desk = Desk::new();
    desk.act(&co_chair(), edit("n1", json!({"text": text(SECRET, "")}))).unwrap();
    let reason = text(&format!("{SECRET} is ill"), "");
    let status = json!({"completion": "LP", "outlook": "at_risk", "reason": reason});
    desk.act(&co_chair(), set_status("m1", status)).unwrap();
    desk.store.back_up(Why::ByHand, now()).unwrap();
    desk
}

fn redact(desk: &mut Desk, id: &str, field: &str) {
    let context = Context { reason: Some("personal information".into()), ..secretariat() };
    desk.store.redact(&context, &common::id(id), field, &[]).unwrap();
}

/// The store with its newest backup in its place.
fn restored(desk: Desk) -> Desk {
    let path = desk.path();
    let Desk { folder, store } = desk;
    drop(store);
    let backups = Backups::of(&path);
    backups.restore(&backups.named(None).unwrap(), &secretariat()).unwrap();
    Desk { folder, store: Store::open(&path, now()).unwrap() }
}

#[test]
fn a_backup_that_comes_back_says_what_was_redacted_and_misreports_nothing() {
    let mut desk = desk();
    let description = json!({"description": text(&format!("As {SECRET} says"), "")});
    desk.act(&co_chair(), edit("m1", description)).unwrap();
    desk.act(&co_chair(), edit("m1", json!({"due": {"words": text(SECRET, "")}}))).unwrap();
    desk.store.back_up(Why::ByHand, now()).unwrap();
    for (id, field) in [("n1", "text"), ("m1", "status"), ("m1", "description"), ("m1", "due")] {
        redact(&mut desk, id, field);
    }
    let mut desk = restored(desk);
    let bytes = fs::read(desk.path()).unwrap();
    assert!(!bytes.windows(SECRET.len()).any(|part| part == SECRET.as_bytes()));
    let plan = desk.store.plan().unwrap();
    let milestone = &plan.milestones["m1"];
    let both = |pair: &jalon_domain::Bilingual| (pair.en.clone(), pair.fr.clone());
    let gone = ("[redacted]".to_owned(), "[caviardé]".to_owned());
    assert_eq!(both(&plan.next_steps["n1"].text), gone);
    assert_eq!(both(milestone.description.as_ref().unwrap()), gone);
    assert_eq!(both(milestone.status.reason.as_ref().unwrap()), gone);
    assert_eq!(milestone.status.completion.code(), "LP", "and not as not started");
    assert_eq!(milestone.status.outlook.unwrap().code(), "at_risk");
    // Nothing can stand for a date: that is a problem, by name, until somebody writes one.
    let problems = desk.store.problems().unwrap();
    assert_eq!(problems.len(), 1, "{problems:?}");
    assert_eq!((problems[0].id.as_str(), problems[0].field), ("m1", "due"));
    assert_eq!(problems[0].what, ProblemKind::Redacted);
    let told = Lang::BOTH.map(|lang| Words::of(lang).failure(&faults::problem(&problems[0])));
    assert!(told[0].contains("redacted") && told[1].contains("caviardé"), "{told:?}");
    assert!(desk.store.check().unwrap().is_sound());
    desk.act(&co_chair(), edit("m1", json!({"due": "2020"}))).unwrap();
    assert_eq!(desk.store.problems().unwrap(), []);
}

#[test]
fn a_status_of_which_nothing_is_known_any_more_is_a_problem_and_says_so_on_the_board() {
    let mut desk = desk();
    redact(&mut desk, "m1", "status");
    // As a version before this one has cleaned backups: without keeping the figures.
    let backups = Backups::of(&desk.path());
    for backup in backups.list().unwrap() {
        let sql = rusqlite::Connection::open(backups.path(&backup)).unwrap();
        assert_eq!(sql.execute("DELETE FROM setting WHERE name = 'redacted-statuses'", []).unwrap(), 1);
    }
    let desk = restored(desk);
    let problems = desk.store.problems().unwrap();
    assert_eq!((problems.len(), problems[0].field, &problems[0].what), (1, "status", &ProblemKind::Redacted));
    let status = desk.store.plan().unwrap().milestones["m1"].status.clone();
    assert!(status.reason.unwrap().en.contains("status redacted"));
}

#[test]
fn what_must_not_be_read_does_not_wait_until_a_closed_plan_is_reopened() {
    let mut desk = desk();
    desk.act(
        &co_chair(),
        json!({"action": "close_plan", "workplan": "w", "lessons": {"p1": text("Begin earlier", "")}}),
    )
    .unwrap();
    let refused = desk.act(&co_chair(), edit("n1", json!({"text.en": "Meet"})));
    assert_eq!(common::code(refused), "failure-cycle-plan-closed");
    desk.store.back_up(Why::ByHand, now()).unwrap();
    redact(&mut desk, "n1", "text");
    assert_eq!(desk.store.plan().unwrap().next_steps["n1"].text.en, "[redacted]");
    let desk = restored(desk);
    assert_eq!(desk.store.plan().unwrap().next_steps["n1"].text.en, "[redacted]");
}
