//! What is redacted is nowhere any more, and everything else is as it was.

mod common;

use std::fs;
use std::path::Path;

use common::*;
use jalon_domain::{Actor, Lang, Vector};
use jalon_store::{ActError, Backups, Context, Item, Receiver, Store, Why, tell};
use jalon_words::{Words, fold};
use serde_json::{Value, json};

const SECRET: &str = "Éloïse Bûcheron-Lefèvre";

fn because(context: Context) -> Context {
    Context { reason: Some("personal information".into()), ..context }
}

/// The files of the desk that hold a text, as it stands or as the index has it.
fn holding(folder: &Path, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let escaped = json!(text).to_string();
    let parts = [text.to_owned(), escaped.trim_matches('"').to_owned()];
    let words = fold(text).split(|c: char| !c.is_alphanumeric()).map(str::to_owned).collect::<Vec<_>>();
    let holds =
        |bytes: &[u8], needle: &str| bytes.windows(needle.len()).any(|part| part == needle.as_bytes());
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap().flatten() {
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
                continue;
            }
            let bytes = fs::read(entry.path()).unwrap();
            if parts.iter().chain(&words).any(|needle| holds(&bytes, needle)) {
                found.push(entry.file_name().to_string_lossy().into_owned());
            }
        }
    }
    found.sort();
    found
}

/// A desk where the secret has stood in a text, a status and the index, in two versions,
/// with a backup of each time.
fn desk() -> Desk {
    let mut desk = Desk::new();
    let context = co_chair();
    for more in ["", " (bis)"] {
        let title = text(&format!("Talk to {SECRET}{more}"), &format!("Parler à {SECRET}{more}"));
        desk.act(&context, edit("n1", json!({"text": title}))).unwrap();
        let reason = text(&format!("{SECRET} is ill{more}"), "");
        let status = json!({"completion": "LP", "outlook": "at_risk", "reason": reason});
        desk.act(&context, set_status("m1", status)).unwrap();
        desk.store.back_up(Why::ByHand, now()).unwrap();
    }
    desk
}

fn redact(desk: &mut Desk, id: &str, field: &str) -> jalon_store::Redacted {
    desk.store.redact(&because(secretariat()), &common::id(id), field, &[]).unwrap()
}

/// Everything in a store, on its way to another one.
fn all(store: &Store) -> Vec<Item> {
    store.outgoing(&Vector::default(), Receiver::Secretariat, &Actor::secretariat()).unwrap()
}

fn code(refused: Result<jalon_store::Redacted, ActError>) -> String {
    refused.unwrap_err().failure().code
}

#[test]
fn a_secret_is_in_no_file_afterwards_and_every_chain_verifies() {
    let mut desk = desk();
    assert!(holding(desk.folder.path(), SECRET).len() >= 3, "store or log, and both backups");
    assert_eq!(desk.store.search("bucheron", &jalon_domain::Actor::secretariat()).unwrap().hits.len(), 3);
    let first = redact(&mut desk, "n1", "text");
    assert_eq!((first.scrubbed.backups.len(), first.scrubbed.left.len()), (2, 0));
    redact(&mut desk, "m1", "status");
    assert_eq!(holding(desk.folder.path(), SECRET), [""; 0]);
    assert_eq!(desk.store.search("bucheron", &jalon_domain::Actor::secretariat()).unwrap().hits, []);
    assert!(desk.store.check().unwrap().is_sound());
    let backups = Backups::of(&desk.path());
    for backup in backups.list().unwrap() {
        backups.verify(&backup).unwrap();
    }
    // It is still a store that can be worked in and taken back from.
    desk.act(&co_chair(), edit("n1", json!({"text": text("Meet", "Se réunir")}))).unwrap();
    let path = desk.path();
    let Desk { folder: _folder, store } = desk;
    drop(store);
    let oldest = backups.list().unwrap().pop().unwrap();
    backups.restore(&oldest, &secretariat()).unwrap();
    assert!(Store::open(&path, now()).unwrap().check().unwrap().is_sound());
}

#[test]
fn what_stood_there_is_replaced_by_what_says_so_and_no_figure_changes() {
    let mut desk = desk();
    redact(&mut desk, "n1", "text");
    redact(&mut desk, "m1", "status");
    let plan = desk.store.plan().unwrap();
    let step = &plan.next_steps["n1"].text;
    assert_eq!((step.en.as_str(), step.fr.as_str()), ("[redacted]", "[caviardé]"));
    let status = serde_json::to_value(&plan.milestones["m1"].status).unwrap();
    let reason = json!({"en": "[redacted]", "fr": "[caviardé]", "source": "en", "state": "draft"});
    let expected = json!({"completion": "LP", "outlook": "at_risk", "reason": reason});
    assert_eq!(status, expected, "at risk still has a reason, which says what became of it");
    assert_eq!(desk.store.check().unwrap().conflicts, []);
    assert_eq!(desk.store.problems().unwrap(), []);
}

#[test]
fn the_reason_of_a_status_goes_alone_and_the_link_that_shows_that_it_is_done_stays() {
    let link = json!({"label": text("Standard", "Norme"), "en": "https://example.ca/standard"});
    let reason = text(&format!("{SECRET} wrote it"), "");
    let done = json!({"completion": "C", "reason": reason, "evidence": [link]});
    for (field, evidence) in [("status.reason", 1), ("status", 0)] {
        let mut desk = desk();
        desk.act(&co_chair(), set_status("m1", done.clone())).unwrap();
        redact(&mut desk, "m1", field);
        let status = desk.store.plan().unwrap().milestones["m1"].status.clone();
        assert_eq!((status.completion.code(), status.evidence.len()), ("C", evidence), "{field}");
        assert_eq!(status.reason.unwrap().en, "[redacted]");
        // Done with nothing that shows it is a problem, and is not passed over.
        assert_eq!(desk.store.problems().unwrap().len(), 1 - evidence, "{field}");
    }
    let mut desk = desk();
    let context = because(secretariat());
    let none = desk.store.redact(&context, &id("m2"), "status.reason", &[]);
    assert_eq!(code(none), "failure-store-nothing-changes", "it has no reason");
    let none = desk.store.redact(&context, &id("n1"), "status.reason", &[]);
    assert_eq!(code(none), "failure-store-no-such-field");
}

#[test]
fn one_side_of_a_text_goes_and_the_other_stays() {
    let mut desk = desk();
    desk.act(&co_chair(), edit("n1", json!({"text.fr": "Se réunir"}))).unwrap();
    redact(&mut desk, "n1", "text.en");
    let step = desk.store.plan().unwrap().next_steps["n1"].text.clone();
    assert_eq!((step.en.as_str(), step.fr.as_str(), step.source), ("", "Se réunir", Lang::Fr));
}

#[test]
fn an_old_version_alone_goes_and_the_present_one_stays() {
    let mut desk = desk();
    let old = desk.store.heads(&id("n1")).unwrap()["text.fr"][0].change.clone();
    desk.act(&co_chair(), edit("n1", json!({"text": text("Meet", "Se réunir")}))).unwrap();
    let before = desk.store.plan().unwrap();
    let context = because(secretariat());
    desk.store.redact(&context, &id("n1"), "text.fr", std::slice::from_ref(&old)).unwrap();
    assert_eq!(desk.store.plan().unwrap(), before);
    let again = desk.store.redact(&context, &id("n1"), "text.fr", &[old]);
    assert_eq!(code(again), "failure-store-bases-unknown");
}

#[test]
fn history_says_that_something_was_redacted_and_not_what() {
    let mut desk = desk();
    redact(&mut desk, "n1", "text");
    let plan = desk.store.plan().unwrap();
    for (lang, said, mark) in [
        (Lang::En, "removed for good: personal information", "[redacted]"),
        (Lang::Fr, "supprimé pour de bon", "[caviardé]"),
    ] {
        let entries = desk.store.history(Some(&id("n1"))).unwrap();
        let lines: Vec<String> =
            entries.iter().map(|entry| tell(entry, Words::of(lang), &plan).line(Words::of(lang))).collect();
        assert!(lines[0].contains(said), "{}", lines[0]);
        assert!(lines[1].contains(mark) && lines[2].contains(mark), "{lines:?}");
        assert!(lines.iter().all(|line| !line.contains("Bûcheron")), "{lines:?}");
    }
}

#[test]
fn only_the_secretariat_redacts_and_says_why() {
    let mut desk = desk();
    let mut ask = |context: &Context, id: &str, field: &str| {
        code(desk.store.redact(context, &common::id(id), field, &[]))
    };
    assert_eq!(ask(&because(co_chair()), "n1", "text"), "failure-denied-role");
    assert_eq!(ask(&secretariat(), "n1", "text"), "failure-store-redaction-without-reason");
    let context = because(secretariat());
    assert_eq!(ask(&context, "nobody", "text"), "failure-store-unknown");
    assert_eq!(ask(&context, "n1", "nothing"), "failure-store-no-such-field");
    assert_eq!(ask(&context, "n1", "position"), "failure-store-not-redactable");
    assert_eq!(ask(&context, "n1", "$deleted"), "failure-store-no-such-field");
    assert_eq!(ask(&context, "m1", "description"), "failure-store-nothing-changes");
    assert!(!holding(desk.folder.path(), SECRET).is_empty());
}

#[test]
fn an_action_line_redacts_just_the_same_and_cannot_be_undone() {
    let mut desk = desk();
    let context = because(secretariat());
    for (id, field) in [("n1", "text"), ("m1", "status")] {
        desk.act(&context, json!({"action": "redact", "id": id, "field": field})).unwrap();
    }
    assert_eq!(holding(desk.folder.path(), SECRET), [""; 0]);
    let undo = desk.act(&context, json!({"action": "undo"}));
    assert_eq!(common::code(undo), "failure-store-cannot-be-undone");
}

#[test]
fn another_store_that_hears_of_it_destroys_it_too_in_whatever_order_it_hears() {
    for late in [false, true] {
        let mut desk = desk();
        let folder = tempfile::tempdir().unwrap();
        let mut other = Store::create(&folder.path().join("other.jalon"), now()).unwrap();
        let before = all(&desk.store);
        if !late {
            other.receive(now(), before.clone(), false).unwrap();
            other.back_up(Why::ByHand, now()).unwrap();
            assert_eq!(holding(folder.path(), SECRET).len(), 2, "log, and backup");
        }
        redact(&mut desk, "n1", "text");
        redact(&mut desk, "m1", "status");
        let mut after = all(&desk.store);
        after
            .retain(|item| before.iter().all(|old| (old.device(), old.seq()) != (item.device(), item.seq())));
        let received = [after, before].map(|items| other.receive(now(), items, false).unwrap());
        assert!(received.iter().all(|it| it.newer == 0), "this version knows what a redaction is");
        assert_eq!(holding(folder.path(), SECRET), [""; 0], "late: {late}");
        assert!(other.check().unwrap().is_sound());
        assert_eq!(other.plan().unwrap(), desk.store.plan().unwrap());
    }
}

#[test]
fn two_redactions_at_once_are_no_conflict() {
    let mut desk = desk();
    let folder = tempfile::tempdir().unwrap();
    let mut other = Store::create(&folder.path().join("other.jalon"), now()).unwrap();
    other.receive(now(), all(&desk.store), false).unwrap();
    redact(&mut desk, "n1", "text");
    other.redact(&because(secretariat()), &id("n1"), "text", &[]).unwrap();
    let (from_here, from_there) = (all(&desk.store), all(&other));
    other.receive(now(), from_here, false).unwrap();
    desk.store.receive(now(), from_there, false).unwrap();
    assert_eq!(desk.store.check().unwrap().conflicts, []);
    assert_eq!(desk.store.plan().unwrap(), other.plan().unwrap());
}

#[test]
fn a_cleaning_that_could_not_be_done_is_done_at_the_next_opening() {
    let mut desk = desk();
    let backups = Backups::of(&desk.path());
    let newest = backups.named(None).unwrap();
    // Something stands in the way of the folder of backups.
    let aside = desk.folder.path().join("aside");
    fs::rename(backups.folder(), &aside).unwrap();
    fs::write(backups.folder(), "").unwrap();
    assert!(redact(&mut desk, "n1", "text").scrubbed.later);
    fs::remove_file(backups.folder()).unwrap();
    fs::rename(&aside, backups.folder()).unwrap();
    let read = |path: &Path| fs::read(path).unwrap();
    assert!(read(&backups.path(&newest)).windows(5).any(|part| part == b"Talk "));
    let path = desk.path();
    let Desk { folder: _folder, store } = desk;
    drop(store);
    drop(Store::open(&path, now()).unwrap());
    assert!(!read(&backups.path(&newest)).windows(5).any(|part| part == b"Talk "));
}

#[test]
fn a_backup_that_is_too_damaged_is_left_for_a_person_to_look_at() {
    let mut desk = desk();
    let backups = Backups::of(&desk.path());
    let newest = backups.named(None).unwrap();
    let mut bytes = fs::read(backups.path(&newest)).unwrap();
    let half = bytes.len() / 2 / 4096 * 4096;
    bytes.truncate(half);
    fs::write(backups.path(&newest), bytes).unwrap();
    let done = redact(&mut desk, "n1", "text");
    assert_eq!((done.scrubbed.backups.len(), done.scrubbed.left), (1, vec![newest.name]));
}

#[test]
fn the_value_of_a_person_without_whom_nothing_reads_is_replaced() {
    let mut desk = Desk::new();
    let person = json!({"action": "create", "kind": "person", "id": "p", "fields": {"name": SECRET}});
    desk.act(&co_chair(), person).unwrap();
    redact(&mut desk, "p", "name");
    let plan = desk.store.plan().unwrap();
    assert_eq!(plan.people["p"].name, "[redacted] / [caviardé]");
    let left: Value = serde_json::to_value(desk.store.heads(&id("p")).unwrap()).unwrap();
    assert!(!left.to_string().contains("Bûcheron"), "{left}");
}
