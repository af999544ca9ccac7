//! Every failure to open has its own words and its ways out.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::*;
use jalon_domain::Lang;
use jalon_domain::action::ActionName;
use jalon_store::{Backups, OpenError, Store, WayOut, Why, relocate};
use jalon_words::Words;
use rusqlite::Connection;
use serde_json::json;

/// A closed store of many transactions, with a backup of its middle.
fn closed() -> (tempfile::TempDir, PathBuf) {
    let mut desk = Desk::new();
    for n in 0..40 {
        if n == 20 {
            desk.store.back_up(Why::ByHand, now()).unwrap();
        }
        let title = text(&format!("Draft number {n}"), &format!("Projet no {n}"));
        desk.act(&co_chair(), edit("m1", json!({"title": title}))).unwrap();
    }
    let path = desk.path();
    let Desk { folder, store } = desk;
    drop(store);
    (folder, path)
}

fn ways(path: &Path) -> (OpenError, Vec<&'static str>) {
    let error = Store::open(path, now()).map(drop).unwrap_err();
    for lang in [Lang::En, Lang::Fr] {
        let words = Words::of(lang).failure(&error.failure());
        assert!(words.len() > 20 && !words.contains("failure-"), "{words}");
    }
    let ways = error.ways_out(path);
    let name = |way: &WayOut| match way {
        WayOut::TryAgain => "again",
        WayOut::OpenReadOnly => "read",
        WayOut::RestoreBackup { .. } => "restore",
        WayOut::ExportReadable { .. } => "export",
        WayOut::ChooseOther => "other",
        WayOut::CreatePlan => "create",
        WayOut::OpenAt { .. } => "at",
    };
    let names = ways.iter().map(name).collect();
    (error, names)
}

#[test]
fn each_failure_has_its_ways_out() {
    let (folder, path) = closed();
    let inside = |name: &str| folder.path().join(name);
    assert_eq!(ways(&inside("nothing.jalon")).1, ["create", "other"]);
    assert_eq!(ways(folder.path()).1, ["other"]);
    fs::write(inside("letter"), "Dear all").unwrap();
    assert_eq!(ways(&inside("letter")).1, ["other"]);
    let mut newer = fs::read(&path).unwrap();
    newer[60..64].copy_from_slice(&99_u32.to_be_bytes());
    fs::write(inside("newer.jalon"), newer).unwrap();
    assert_eq!(ways(&inside("newer.jalon")).1, ["other"]);
    fs::create_dir(inside("Nextcloud")).unwrap();
    fs::copy(&path, inside("Nextcloud/plan.jalon")).unwrap();
    assert_eq!(ways(&inside("Nextcloud/plan.jalon")).1, ["read", "other"]);
    assert!(Store::open_read_only(&inside("Nextcloud/plan.jalon")).is_ok());
    fs::copy(&path, inside("moving.jalon")).unwrap();
    relocate(&inside("moving.jalon"), &inside("moved.jalon")).unwrap();
    assert_eq!(ways(&inside("moving.jalon")).1, ["at"]);
    fs::remove_file(&path).unwrap();
    assert_eq!(ways(&path).1, ["restore", "create", "other"]);
}

/// Whether opening comes to an end at all.
#[cfg(unix)]
fn opened_at_last(path: PathBuf) -> OpenError {
    let (told, heard) = std::sync::mpsc::channel();
    std::thread::spawn(move || told.send(Store::open(&path, now()).map(drop)));
    let opened = heard.recv_timeout(std::time::Duration::from_secs(20));
    opened.expect("nobody waits for a pipe").expect_err("no store")
}

#[cfg(unix)]
#[test]
fn what_is_no_file_and_a_link_to_nothing_offer_nothing_that_would_be_refused() {
    let (folder, path) = closed();
    let inside = |name: &str| folder.path().join(name);
    std::os::unix::fs::symlink(inside("nowhere.jalon"), inside("link.jalon")).unwrap();
    assert_eq!(ways(&inside("link.jalon")).1, ["other"]);
    assert!(matches!(Store::create(&inside("link.jalon"), now()), Err(OpenError::Exists(_))));
    let pipe = inside("pipe.jalon");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let refused = opened_at_last(pipe.clone());
    assert_eq!(refused.failure().code, "failure-store-no-file");
    assert_eq!(ways(&pipe).1, ["other"]);
    // Nor does a backup take its place, for which it would have to be read.
    let backups = Backups::of(&path);
    let moved = Backups::of(&pipe);
    fs::rename(backups.folder(), moved.folder()).unwrap();
    let backup = moved.named(None).unwrap();
    let refused = moved.restore(&backup, &secretariat()).unwrap_err();
    assert_eq!(refused.failure().code, "failure-store-no-file");
}

#[test]
fn of_a_damaged_store_the_newest_good_backup_is_offered_and_what_can_be_read() {
    let (_folder, path) = closed();
    let file = Connection::open(&path).unwrap();
    let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'change_entity'";
    let root: u32 = file.query_row(root, [], |row| row.get(0)).unwrap();
    let root = root as usize;
    drop(file);
    let mut torn = fs::read(&path).unwrap();
    torn[(root - 1) * 4096..root * 4096].fill(0xff);
    fs::write(&path, &torn).unwrap();
    let (error, names) = ways(&path);
    assert_eq!(names, ["restore", "read", "export", "other"]);
    let WayOut::RestoreBackup { name, taken_at, transactions } = error.ways_out(&path).remove(0) else {
        panic!("no backup")
    };
    assert_eq!((taken_at, transactions), (now(), 22));
    assert_eq!(fs::read(&path).unwrap(), torn, "not one byte was touched");
    let backups = Backups::of(&path);
    backups.restore(&backups.named(Some(&name)).unwrap(), &secretariat()).unwrap();
    assert_eq!(Store::open(&path, now()).unwrap().check().unwrap().transactions, 23);
}

#[test]
fn what_is_read_of_a_damaged_store_is_a_plan_that_once_stood() {
    let (_folder, path) = closed();
    let whole = fs::read(&path).unwrap();
    let (mut read, mut lost) = (0, 0);
    for page in 1..whole.len() / 4096 {
        let mut torn = whole.clone();
        torn[page * 4096..(page + 1) * 4096].fill(0);
        fs::write(&path, &torn).unwrap();
        let Ok(found) = Store::salvage(&path) else {
            lost += 1;
            continue;
        };
        read += 1;
        assert_eq!(fs::read(&path).unwrap(), torn);
        assert!(found.store.check().unwrap().is_sound());
        assert!(!found.store.is_writable());
        // Of the small plan and the edits after it there is a beginning; the jurisdictions,
        // a chain of their own, may be gone.
        let history = found.store.history(None).unwrap();
        let own = history.iter().filter(|entry| entry.action != ActionName::InstallJurisdictions).count();
        let plan = found.store.plan().unwrap();
        let title = plan.milestones.get("m1").map(|it| it.title.en.clone());
        let expected = match own {
            0 => None,
            1 => Some("Draft standard".to_owned()),
            n => Some(format!("Draft number {}", n - 2)),
        };
        assert_eq!(title, expected, "page {page}");
        assert_eq!(history.len(), found.transactions);
    }
    assert!(read > lost * 4, "{read} read, {lost} not");
}

#[test]
fn what_can_be_read_of_a_sound_store_is_all_of_it() {
    let (_folder, path) = closed();
    let plan = Store::open_read_only(&path).unwrap().plan().unwrap();
    let found = Store::salvage(&path).unwrap();
    assert_eq!((found.transactions, found.lost), (42, 0));
    assert_eq!(found.store.plan().unwrap(), plan);
}
