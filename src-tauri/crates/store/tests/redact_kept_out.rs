//! What was redacted does not come back into a plan that was restored from a backup of
//! before: neither out of the backup nor from a store that has not heard of it; and that
//! store hears of it.

mod common;
mod met;
mod unheard;

use std::fs;
use std::path::Path;

use common::*;
use jalon_domain::Lang;
use jalon_domain::problem::ProblemKind;
use jalon_store::{Backups, Store, Why, tell};
use jalon_words::Words;
use met::{everything, met};
use rusqlite::Connection;
use serde_json::json;
use unheard::*;

/// Both, after they have met.
fn met_again(mut desk: Desk, mut other: Desk) {
    is_out(&desk);
    exchange(&mut desk, &mut other);
    desk.store.back_up(Why::ByHand, now()).unwrap();
    [&desk, &other].into_iter().for_each(is_out);
    assert_eq!(desk.store.check().unwrap().conflicts, []);
    let plan = desk.store.plan().unwrap();
    assert!(plan.milestones["m1"].description.is_none() && plan.next_steps.contains_key("n2"));
    // Nobody has put anything in its place: that is told until somebody does.
    let places = |store: &Store| -> Vec<(String, &str, ProblemKind)> {
        let problems = store.hidden_problems().unwrap();
        problems.into_iter().map(|it| (it.id.to_string(), it.field, it.what)).collect()
    };
    let gone = PLACES.map(|(id, field)| (id.to_owned(), field, ProblemKind::Redacted));
    for desk in [&mut desk, &mut other] {
        let mut found = places(&desk.store);
        found.sort_by(|a, b| a.0.cmp(&b.0));
        assert_eq!(found, gone);
    }
    for (id, field) in PLACES {
        desk.act(&co_chair(), edit(id, json!({field: text("Anew", "")}))).unwrap();
    }
    assert_eq!(places(&desk.store), []);
}

#[test]
fn what_another_store_still_has_does_not_come_back_and_that_store_hears_of_the_redaction() {
    let (desk, other) = unheard(|_, _| {});
    met_again(desk, other);
}

#[test]
fn a_backup_says_it_where_nothing_of_the_store_can_be_read() {
    for damage in [Some(vec![0xff; 50_000]), None] {
        let (desk, other) = unheard(|path, _| {
            ["-wal", "-shm"]
                .iter()
                .for_each(|it| drop(fs::remove_file(path.with_extension(format!("jalon{it}")))));
            match damage {
                Some(bytes) => fs::write(path, bytes).unwrap(),
                None => fs::remove_file(path).unwrap(),
            }
        });
        met_again(desk, other);
    }
}

/// Takes out of a file the list of what was destroyed, as a version before this one left it.
fn forget(path: &Path) {
    let sql = Connection::open(path).unwrap();
    sql.execute("DELETE FROM setting WHERE name = 'redacted'", []).unwrap();
}

#[test]
fn the_store_that_is_replaced_says_it_where_its_backups_do_not_whole_or_damaged() {
    for damaged in [false, true] {
        let (desk, other) = unheard(|path, backups| {
            backups.list().unwrap().iter().for_each(|it| forget(&backups.path(it)));
            forget(path);
            if damaged {
                // Whatever else is read through it fails, and nobody can hold the file.
                let sql = Connection::open(path).unwrap();
                sql.execute_batch("PRAGMA journal_mode = DELETE").unwrap();
                let page: u32 = sql
                    .query_row("SELECT rootpage FROM sqlite_schema WHERE name = 'txn'", [], |row| row.get(0))
                    .unwrap();
                drop(sql);
                let mut bytes = fs::read(path).unwrap();
                let at = (page as usize - 1) * 4096;
                bytes[at..at + 4096].fill(0xff);
                fs::write(path, bytes).unwrap();
                assert!(Store::open(path, now()).is_err());
            }
        });
        met_again(desk, other);
    }
}

#[test]
fn a_backup_that_was_not_cleaned_is_cleaned_on_its_way_and_afterwards() {
    let mut desk = Desk::new();
    write(&mut desk);
    let backup = desk.store.back_up(Why::ByHand, now()).unwrap();
    let of = Backups::of(&desk.path()).path(&backup);
    let as_it_was = fs::read(&of).unwrap();
    redact_all(&mut desk);
    let desk = restored(desk, |_, _| fs::write(&of, as_it_was).unwrap());
    is_out(&desk);
    assert_eq!(desk.store.plan().unwrap().next_steps["n2"].text.en, "[redacted]");
}

#[test]
fn a_restored_plan_says_in_its_history_what_was_redacted_and_others_hear_it_from_there() {
    let mut desk = Desk::new();
    write(&mut desk);
    desk.store.back_up(Why::ByHand, now()).unwrap();
    let (mut other, early) = (met(&desk), met(&desk));
    redact_all(&mut desk);
    let mut desk = restored(desk, |_, _| {});
    let plan = desk.store.plan().unwrap();
    for (lang, again, gone) in [
        (Lang::En, "removed for good before a backup was restored", "[redacted]"),
        (Lang::Fr, "avant la restauration d’une copie", "[caviardé]"),
    ] {
        let words = Words::of(lang);
        let entries = desk.store.history(Some(&id("m1"))).unwrap();
        let lines: Vec<String> = entries.iter().map(|it| tell(it, words, &plan).line(words)).collect();
        assert!(lines[1].contains(again) && lines[1].contains("Jalon"), "{lines:?}");
        assert!(lines[2].contains(gone), "{lines:?}");
        assert!(lines.iter().all(|line| !line.contains("Quilliam")), "{lines:?}");
    }
    assert!(desk.act(&secretariat(), json!({"action": "undo"})).is_err());
    // One redaction reaches a store that has been told of it by both.
    redact(&mut other, "n2", "text");
    exchange(&mut desk, &mut other);
    let mut late = early;
    exchange(&mut other, &mut late);
    for desk in [&desk, &other, &late] {
        is_out(desk);
        assert_eq!(desk.store.plan().unwrap().next_steps["n2"].text.en, "[redacted]");
        assert_eq!(desk.store.problems().unwrap(), []);
    }
    // It is said once: whoever hears of it has nothing to say again.
    let all = everything(&desk.store).len();
    exchange(&mut late, &mut desk);
    assert_eq!(everything(&desk.store).len(), all);
}

#[test]
fn what_was_restored_twice_or_deleted_stays_out_and_is_no_conflict() {
    let (mut desk, mut other) = unheard(|_, _| {});
    other.act(&co_chair(), json!({"action": "delete", "id": "n2"})).unwrap();
    desk = restored(desk, |_, _| {});
    exchange(&mut desk, &mut other);
    [&desk, &other].into_iter().for_each(is_out);
    assert_eq!(desk.store.check().unwrap().conflicts, []);
    assert!(!desk.store.plan().unwrap().next_steps.contains_key("n2"));
}

#[test]
fn what_stands_in_for_it_and_what_came_without_its_words_are_chosen_between() {
    let mut desk = Desk::new();
    desk.store.back_up(Why::ByHand, now()).unwrap();
    desk.act(&co_chair(), edit("n1", json!({"text": text(SECRET, "")}))).unwrap();
    let mut other = met(&desk);
    redact(&mut desk, "n1", "text");
    let mut desk = restored(desk, |_, _| {});
    exchange(&mut desk, &mut other);
    assert_eq!(desk.store.check().unwrap().conflicts, [(id("n1"), "text.en".to_owned())]);
    let heads = desk.store.heads(&id("n1")).unwrap()["text.en"].clone();
    let bases: Vec<_> = heads.iter().map(|head| head.change.clone()).collect();
    let chosen = json!({"action": "resolve", "id": "n1", "field": "text.en", "value": "[redacted]",
        "bases": {"text.en": bases}});
    desk.act(&co_chair(), chosen).unwrap();
    exchange(&mut desk, &mut other);
    for desk in [&desk, &other] {
        is_out(desk);
        assert_eq!(desk.store.check().unwrap().conflicts, []);
        assert_eq!(desk.store.plan().unwrap().next_steps["n1"].text.en, "[redacted]");
    }
}
