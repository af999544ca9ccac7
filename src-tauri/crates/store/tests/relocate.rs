//! A store that moves is in one place, whole, whatever comes between.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::*;
use jalon_domain::Plan;
use jalon_store::{Backups, OpenError, Store, Trouble, Why, relocate, whereabouts};
use serde_json::json;

fn with(path: &Path, suffix: &str) -> PathBuf {
    PathBuf::from(format!("{}{suffix}", path.display()))
}

fn plan_at(path: &Path) -> Plan {
    Store::open_read_only(path).unwrap().plan().unwrap()
}

/// A closed store with a backup, in a folder of its own, and a folder to go to.
fn packed() -> (tempfile::TempDir, PathBuf, PathBuf, Plan) {
    let mut desk = Desk::new();
    desk.act(&co_chair(), edit("m1", json!({"due": "2020"}))).unwrap();
    desk.store.back_up(Why::ByHand, now()).unwrap();
    let (path, plan) = (desk.path(), desk.store.plan().unwrap());
    let Desk { folder, store } = desk;
    drop(store);
    let to = folder.path().join("a new place/my plan.jalon");
    (folder, path, to, plan)
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .flatten()
        .map(|it| it.file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[test]
fn it_moves_with_its_backups_and_leaves_a_note() {
    let (folder, from, to, plan) = packed();
    let device = Store::open(&from, now()).unwrap().device().unwrap();
    assert_eq!(relocate(&from, &to).unwrap(), to);
    assert_eq!(names(folder.path()), ["a new place", "plan.jalon.moved"]);
    assert_eq!(names(to.parent().unwrap()), ["my plan.jalon", "my plan.jalon.backups"]);
    assert_eq!(plan_at(&to), plan);
    assert_eq!(Store::open(&to, now()).unwrap().device().unwrap(), device, "the same file, elsewhere");
    assert_eq!(Backups::of(&to).list().unwrap().len(), 1);
    assert_eq!(whereabouts(&from).unwrap(), to);
    let error = Store::open(&from, now()).map(drop).unwrap_err();
    assert!(matches!(&error, OpenError::Moved { to: there, .. } if *there == to), "{error}");
    assert!(matches!(Store::create(&from, now()), Err(OpenError::Moved { .. })));
}

#[test]
fn it_moves_into_a_folder_under_its_own_name_and_on_from_there() {
    let (folder, from, to, plan) = packed();
    let there = folder.path().join("there");
    fs::create_dir(&there).unwrap();
    assert_eq!(relocate(&from, &there).unwrap(), there.join("plan.jalon"));
    let new_folder = folder.path().join("new").join("");
    assert_eq!(
        relocate(&there.join("plan.jalon"), &new_folder).unwrap(),
        folder.path().join("new/plan.jalon")
    );
    relocate(&folder.path().join("new/plan.jalon"), &to).unwrap();
    assert_eq!(whereabouts(&from).unwrap(), to);
    assert_eq!(plan_at(&to), plan);
    // And back to where it came from, over the note there, as often as one likes.
    for _ in 0..2 {
        assert_eq!(relocate(&to, &from).unwrap(), from);
        assert_eq!((plan_at(&from), whereabouts(&to).unwrap()), (plan.clone(), from.clone()));
        assert!(!with(&from, ".moved").exists() && !to.exists());
        relocate(&from, &to).unwrap();
        assert_eq!((plan_at(&to), whereabouts(&from).unwrap()), (plan.clone(), to.clone()));
    }
}

#[test]
fn a_note_that_leads_to_another_store_stays_in_the_way() {
    let (folder, from, to, _) = packed();
    relocate(&from, &to).unwrap();
    let other = folder.path().join("other.jalon");
    drop(Store::create(&other, now()).unwrap());
    assert!(matches!(relocate(&other, &from), Err(OpenError::Exists(path)) if path == with(&from, ".moved")));
}

#[test]
fn killed_on_the_way_back_it_is_found_from_both_places() {
    let (_folder, from, to, plan) = packed();
    relocate(&from, &to).unwrap();
    let back = fs::read(&to).unwrap();
    let latest = fs::read(with(&from, ".moved")).unwrap();
    let latest = latest.split(|byte| *byte == b'\n').next().unwrap().to_vec();
    // The new file waits for its name, the note of the way back is written, the old one stands.
    fs::write(with(&from, ".moving"), back).unwrap();
    let note = [latest, b"\n".to_vec(), from.to_string_lossy().into_owned().into_bytes()].concat();
    fs::write(with(&to, ".moved"), note).unwrap();
    assert_eq!(whereabouts(&from).unwrap(), from);
    assert_eq!(whereabouts(&to).unwrap(), from);
    assert_eq!(plan_at(&from), plan);
    assert!(!to.exists() && !with(&from, ".moving").exists());
}

#[test]
fn it_stays_where_something_is_in_the_way_or_somebody_has_it_open() {
    let (folder, from, to, plan) = packed();
    let taken = folder.path().join("taken.jalon");
    fs::write(&taken, "a letter").unwrap();
    assert!(matches!(relocate(&from, &taken), Err(OpenError::Exists(path)) if path == taken));
    assert!(matches!(relocate(&from, &from), Err(OpenError::Exists(_))));
    let cloud = folder.path().join("Dropbox/plan.jalon");
    assert!(matches!(relocate(&from, &cloud), Err(OpenError::Place { .. })));
    let open = Store::open(&from, now()).unwrap();
    assert!(matches!(relocate(&from, &to), Err(OpenError::Trouble(Trouble::Busy))));
    drop(open);
    fs::write(with(&from, ".other"), "not a plan").unwrap();
    assert!(matches!(relocate(&with(&from, ".other"), &to), Err(OpenError::Foreign(_))));
    assert_eq!(plan_at(&from), plan);
    assert!(!to.exists());
    assert_eq!(fs::read(taken).unwrap(), b"a letter");
}

#[test]
fn a_damaged_store_does_not_move() {
    let (_folder, from, to, _) = packed();
    let mut bytes = fs::read(&from).unwrap();
    let half = bytes.len() / 2;
    bytes[half..half + 8192].fill(0xff);
    fs::write(&from, &bytes).unwrap();
    assert!(matches!(relocate(&from, &to), Err(OpenError::Damaged { .. })));
    assert_eq!(fs::read(&from).unwrap(), bytes);
    assert!(!to.exists());
}

#[test]
fn a_move_that_fails_leaves_nothing_in_the_new_place() {
    let (folder, from, to, plan) = packed();
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    // No folder for the backups can be made there.
    fs::write(with(&to, ".backups"), "a letter").unwrap();
    assert!(relocate(&from, &to).is_err());
    assert_eq!(names(to.parent().unwrap()), ["my plan.jalon.backups"]);
    assert!(names(folder.path()).iter().all(|name| !name.starts_with('.') && !name.ends_with(".moving-to")));
    fs::remove_file(with(&to, ".backups")).unwrap();
    assert_eq!(relocate(&from, &to).unwrap(), to);
    assert_eq!(plan_at(&to), plan);
    assert_eq!(Backups::of(&to).list().unwrap().len(), 1);
}

/// The files as they are when a move is killed before its moment, when the backups wait
/// for their names and the new file for its own.
fn killed_before_its_moment(from: &Path, to: &Path) {
    fs::write(with(from, ".moving-to"), to.to_string_lossy().as_bytes()).unwrap();
    fs::create_dir_all(with(to, ".backups")).unwrap();
    fs::write(with(to, ".backups").join(".jalon-moving-2019-09-14T12-00-00Z-01-by-hand.jalon"), "half")
        .unwrap();
    fs::copy(from, with(to, ".moving")).unwrap();
}

#[test]
fn a_move_that_was_killed_before_its_moment_can_be_asked_for_again() {
    let (folder, from, to, plan) = packed();
    killed_before_its_moment(&from, &to);
    assert_eq!(relocate(&from, &to).unwrap(), to);
    assert_eq!(plan_at(&to), plan);
    assert_eq!(names(folder.path()), ["a new place", "plan.jalon.moved"]);
    assert_eq!(names(to.parent().unwrap()), ["my plan.jalon", "my plan.jalon.backups"]);
    let backups = Backups::of(&to);
    let all = backups.list().unwrap();
    assert_eq!(names(&backups.folder()).len(), 1);
    backups.verify(&all[0]).unwrap();
    // And once more, by somebody who does not know that it is done.
    assert_eq!(relocate(&from, &to).unwrap(), to);
    assert_eq!(relocate(&from, to.parent().unwrap()).map_err(drop), Err(()), "another name there");
}

#[test]
fn what_a_killed_move_left_is_taken_away_when_the_store_is_next_opened() {
    let (_folder, from, to, _) = packed();
    killed_before_its_moment(&from, &to);
    drop(Store::open(&from, now()).unwrap());
    assert_eq!(names(to.parent().unwrap()), [""; 0]);
    assert!(!with(&from, ".moving-to").exists());
    // What is somebody's stays.
    killed_before_its_moment(&from, &to);
    let theirs = with(&to, ".backups").join("2019-09-14T12-00-00Z-01-by-hand.jalon");
    fs::write(&theirs, "somebody's").unwrap();
    fs::rename(with(&to, ".moving"), &to).unwrap();
    drop(Store::open(&from, now()).unwrap());
    assert!(theirs.exists() && to.exists() && !with(&from, ".moving-to").exists());
}

/// The files as they are when a move is interrupted after its moment: at each step.
#[test]
fn a_move_that_was_interrupted_is_finished_by_whoever_comes_next() {
    for step in 0..3 {
        let (folder, from, to, plan) = packed();
        let kept = folder.path().join("kept.jalon");
        fs::copy(&from, &kept).unwrap();
        let backups = folder.path().join("kept backups");
        fs::rename(with(&from, ".backups"), &backups).unwrap();
        relocate(&from, &to).unwrap();
        fs::rename(backups, with(&from, ".backups")).unwrap();
        if step < 2 {
            fs::copy(&kept, &from).unwrap();
        }
        if step < 1 {
            fs::rename(&to, with(&to, ".moving")).unwrap();
        }
        let error = Store::open_unverified(&from, now()).map(drop).unwrap_err();
        assert!(matches!(&error, OpenError::Moved { to: there, .. } if *there == to), "{step}: {error}");
        assert!(!from.exists() && !with(&to, ".moving").exists(), "{step}");
        assert_eq!(plan_at(&to), plan, "{step}");
        fs::remove_file(kept).unwrap();
    }
}

/// The file goes before its log, without which it would be an older plan than the one
/// that was moved.
#[test]
fn what_was_beside_the_file_goes_after_it_and_only_once_the_new_one_is_seen() {
    let (_folder, from, to, plan) = packed();
    relocate(&from, &to).unwrap();
    let (log, away) = (with(&from, "-wal"), with(&to, ".away"));
    fs::write(&log, "the latest writes").unwrap();
    fs::rename(&to, &away).unwrap();
    assert_eq!(whereabouts(&from).unwrap(), to);
    assert!(log.exists(), "nobody has seen the new one");
    fs::rename(&away, &to).unwrap();
    assert_eq!(whereabouts(&from).unwrap(), to);
    assert!(!log.exists());
    assert_eq!(plan_at(&to), plan);
}

#[test]
fn before_its_moment_nothing_has_moved() {
    let (_folder, from, to, plan) = packed();
    fs::create_dir_all(to.parent().unwrap()).unwrap();
    fs::copy(&from, with(&to, ".moving")).unwrap();
    assert_eq!(plan_at(&from), plan);
    assert_eq!(whereabouts(&from).unwrap(), from);
    assert!(matches!(Store::open(&to, now()), Err(OpenError::NotFound(_))));
    assert_eq!(relocate(&from, &to).unwrap(), to);
}

#[test]
fn another_plan_in_the_old_place_is_not_taken_away() {
    let (_folder, from, to, _) = packed();
    relocate(&from, &to).unwrap();
    let elsewhere = Desk::new();
    fs::copy(elsewhere.path(), &from).unwrap();
    fs::copy(with(&elsewhere.path(), "-wal"), with(&from, "-wal")).unwrap();
    let store = Store::open(&from, now()).unwrap();
    assert_eq!(store.plan().unwrap(), elsewhere.store.plan().unwrap());
    assert!(to.exists());
}

#[test]
fn a_disk_that_is_not_there_now_is_told_and_nothing_is_taken_away() {
    let (_folder, from, to, plan) = packed();
    let kept = with(&from, ".kept");
    fs::copy(&from, &kept).unwrap();
    relocate(&from, &to).unwrap();
    fs::rename(&kept, &from).unwrap();
    let away = with(to.parent().unwrap(), " away");
    fs::rename(to.parent().unwrap(), &away).unwrap();
    assert!(matches!(Store::open(&from, now()), Err(OpenError::Moved { .. })));
    assert!(from.exists());
    fs::rename(&away, to.parent().unwrap()).unwrap();
    assert!(matches!(Store::open(&from, now()), Err(OpenError::Moved { .. })));
    assert!(!from.exists());
    assert_eq!(plan_at(&to), plan);
}
