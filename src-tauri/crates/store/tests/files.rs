//! Files that are missing, foreign, newer, damaged, moved, unwritable; two handles.

mod common;

use std::fs;
use std::path::{Path, PathBuf};

use common::*;
use jalon_domain::Actor;
use jalon_store::{OpenError, Store, Trouble};
use jalon_words::Words;
use rusqlite::Connection;
use serde_json::json;

fn refused(path: &Path) -> OpenError {
    match Store::open(path, now()) {
        Ok(_) => panic!("{} was opened", path.display()),
        Err(error) => {
            for lang in jalon_domain::Lang::BOTH {
                let words = Words::of(lang).failure(&error.failure());
                assert!(words.ends_with('.') && !words.contains("failure-"), "{words}");
            }
            error
        }
    }
}

/// A store file that nobody holds open, and its folder.
fn closed() -> (tempfile::TempDir, std::path::PathBuf) {
    let desk = Desk::new();
    let path = desk.path();
    drop(desk.store);
    (desk.folder, path)
}

/// Runs SQL on the file from outside, as a fault would.
fn meddle(path: &Path, sql: &str) {
    let file = Connection::open(path).unwrap();
    let guards =
        "DROP TRIGGER txn_stays; DROP TRIGGER txn_kept; DROP TRIGGER change_kept; DROP TRIGGER change_stays;";
    file.execute_batch(guards).unwrap();
    file.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    file.execute_batch(sql).unwrap();
}

#[test]
fn what_is_no_store_is_refused_and_left_as_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let at = |name: &str| folder.path().join(name);
    assert!(matches!(refused(&at("nothing")), OpenError::NotFound(_)));
    assert!(matches!(refused(folder.path()), OpenError::Folder(_)));
    fs::write(at("empty"), "").unwrap();
    fs::write(at("text"), "Jalon".repeat(100)).unwrap();
    Connection::open(at("database")).unwrap().execute_batch("CREATE TABLE a (b)").unwrap();
    for name in ["empty", "text", "database"] {
        let before = fs::read(at(name)).unwrap();
        assert!(matches!(refused(&at(name)), OpenError::Foreign(_)), "{name}");
        assert_eq!(fs::read(at(name)).unwrap(), before, "{name}");
    }
    assert!(matches!(Store::create(&at("text"), now()), Err(OpenError::Exists(_))));
    assert!(matches!(Store::create(folder.path(), now()), Err(OpenError::Folder(_))));
    assert!(matches!(Store::create(&at("text/below"), now()), Err(OpenError::Trouble(_))));
}

#[test]
fn a_store_of_a_newer_version_is_refused_and_not_touched() {
    let (_folder, path) = closed();
    let file = Connection::open(&path).unwrap();
    file.execute_batch("PRAGMA user_version = 99").unwrap();
    // While the other program holds it open, the new version stands in the log only.
    assert!(matches!(refused(&path), OpenError::Newer { found: 99, .. }));
    drop(file);
    let before = fs::read(&path).unwrap();
    assert!(matches!(refused(&path), OpenError::Newer { found: 99, .. }));
    assert!(Store::open_read_only(&path).is_err());
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn a_new_store_is_not_made_beside_the_log_of_one_that_was_taken_away() {
    let desk = Desk::new();
    let path = desk.path();
    fs::remove_file(&path).unwrap();
    let Err(OpenError::Exists(log)) = Store::create(&path, now()) else { panic!("it was made") };
    assert!(log.to_string_lossy().ends_with("-wal"));
    assert!(!path.exists());
}

#[test]
fn damage_is_found_wherever_it_is() {
    let cases = [
        ("UPDATE change SET value = '\"Forged\"' WHERE value = '\"Literacy\"'", "failure-store-damage-hash"),
        ("UPDATE txn SET actor = replace(actor, 'secretariat', 'lead')", "failure-store-damage-hash"),
        ("DELETE FROM change WHERE entity = 'n1' AND field = 'text.en'", "failure-store-damage-hash"),
        ("DELETE FROM arrival WHERE local_n = 2", "failure-store-damage-count"),
        ("UPDATE arrival SET local_n = 7 WHERE local_n = 2", "failure-store-damage-chain"),
        ("DELETE FROM head WHERE entity = 'm1' AND field = 'status'", "failure-store-damage-head"),
        ("UPDATE milestone SET title_en = 'Forged' WHERE id = 'm1'", "failure-store-damage-row"),
        ("UPDATE milestone SET deleted = 1 WHERE id = 'm1'", "failure-store-damage-row"),
        ("DELETE FROM next_step", "failure-store-damage-row"),
        ("DELETE FROM search WHERE entity = 'm1'", "failure-store-damage-search"),
    ];
    for (fault, expected) in cases {
        let (_folder, path) = closed();
        meddle(&path, fault);
        let OpenError::Damaged { damage, .. } = refused(&path) else { panic!("{fault}") };
        assert!(damage.iter().any(|damage| damage.code == expected), "{fault}: {damage:?}");
        for damage in damage {
            let words = Words::of(jalon_domain::Lang::Fr).failure(&damage);
            assert!(words.ends_with('.') && !words.contains("failure-"), "{words}");
        }
    }
}

#[test]
fn a_file_cut_short_or_overwritten_is_refused() {
    for keep in [90, 4096, 20_000] {
        let (_folder, path) = closed();
        let whole = fs::read(&path).unwrap();
        fs::write(&path, &whole[..keep]).unwrap();
        let error = refused(&path);
        assert!(matches!(error, OpenError::Damaged { .. } | OpenError::Foreign(_)), "{keep}: {error}");
    }
    let (_folder, path) = closed();
    let mut bytes = fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0);
    fs::write(&path, &bytes).unwrap();
    assert!(matches!(refused(&path), OpenError::Damaged { .. }));
}

#[test]
fn damage_met_before_the_file_is_verified_is_damage_too() {
    let (_folder, path) = closed();
    let file = Connection::open(&path).unwrap();
    let root = "SELECT rootpage FROM sqlite_schema WHERE name = 'device'";
    let root: u32 = file.query_row(root, [], |row| row.get(0)).unwrap();
    drop(file);
    let mut bytes = fs::read(&path).unwrap();
    let at = (root as usize - 1) * 4096;
    bytes[at..at + 4096].fill(0);
    fs::write(&path, &bytes).unwrap();
    assert!(matches!(refused(&path), OpenError::Damaged { .. }));
    assert!(matches!(Store::open_read_only(&path), Err(OpenError::Damaged { .. })));
    // The search index tells its damage in words of its own.
    let (_folder, path) = closed();
    meddle(&path, "UPDATE search_config SET v = 0 WHERE k = 'version'");
    assert!(matches!(refused(&path), OpenError::Damaged { .. }));
}

#[test]
fn damage_to_the_projection_alone_is_put_right_from_the_journal() {
    let mut desk = Desk::new();
    let plan = desk.store.plan().unwrap();
    let path = desk.path();
    let outside = Connection::open(&path).unwrap();
    let fault =
        "UPDATE milestone SET title_en = 'Forged'; DELETE FROM head WHERE entity = 'p1'; DELETE FROM search";
    outside.execute_batch(fault).unwrap();
    drop(outside);
    assert!(!desk.store.check().unwrap().is_sound());
    assert!(desk.store.rebuild_projection().unwrap() > 2);
    assert!(desk.store.check().unwrap().is_sound());
    assert_eq!(desk.store.rebuild_projection().unwrap(), 0);
    assert_eq!(desk.store.plan().unwrap(), plan);
}

#[test]
fn the_journal_refuses_to_be_rewritten() {
    let (_folder, path) = closed();
    let file = Connection::open(&path).unwrap();
    for fault in [
        "UPDATE txn SET reason = 'x'",
        "DELETE FROM change",
        "UPDATE change SET value = '1'",
        "UPDATE change SET value = NULL, salt = NULL",
        "UPDATE change SET value = NULL, salt = NULL, value_hash = x'00', entity = 'm2'",
    ] {
        assert!(file.execute_batch(fault).is_err(), "{fault}");
    }
}

#[test]
fn a_file_that_is_moved_or_replaced_while_open_is_noticed() {
    let mut desk = Desk::new();
    let path = desk.path();
    let aside = path.with_extension("aside");
    fs::rename(&path, &aside).unwrap();
    let action = edit("m1", json!({"due": "2020"}));
    assert_eq!(code(desk.act(&co_chair(), action.clone())), "failure-store-gone");
    assert!(matches!(desk.store.changes_since_last_look(), Err(Trouble::Gone(_))));
    fs::copy(&aside, &path).unwrap();
    assert_eq!(code(desk.act(&co_chair(), action.clone())), "failure-store-replaced");
    fs::remove_file(&path).unwrap();
    fs::rename(&aside, &path).unwrap();
    desk.act(&co_chair(), action).unwrap();
}

#[cfg(unix)]
#[test]
fn any_path_of_the_system_will_do() {
    use std::os::unix::ffi::OsStrExt as _;
    let folder = tempfile::tempdir().unwrap();
    let names: [&[u8]; 4] =
        ["Données été œuvre.jalon".as_bytes(), b"bytes\xff\xfe.jalon", b"100%?#&.jalon", b"file:x.jalon"];
    for name in names {
        let path = folder.path().join("a folder").join(std::ffi::OsStr::from_bytes(name));
        drop(Store::create(&path, now()).unwrap());
        let store = Store::open(&path, now()).unwrap();
        assert_eq!(store.plan().unwrap().jurisdictions.len(), 16);
    }
    let left = || fs::read_dir(folder.path().join("a folder")).unwrap();
    assert_eq!(left().count(), names.len(), "nothing is left beside the files");
    for entry in left().collect::<Vec<_>>() {
        let path = entry.unwrap().path();
        assert_eq!(Store::open_read_only(&path).unwrap().path(), path);
    }
}

#[test]
fn a_log_that_another_file_left_there_does_not_get_into_this_one() {
    let log = |path: &Path| PathBuf::from(format!("{}-wal", path.display()));
    let (_elsewhere, other) = closed();
    let mut open = Store::open(&other, now()).unwrap();
    act(&mut open, &co_chair(), edit("m1", json!({"due": "2020"}))).unwrap();
    let (_folder, path) = closed();
    let before = fs::read(&path).unwrap();
    fs::copy(log(&other), log(&path)).unwrap();
    assert!(matches!(Store::open(&path, now()), Err(OpenError::Damaged { .. })));
    assert_eq!(fs::read(&path).unwrap(), before);
    fs::remove_file(log(&path)).unwrap();
    assert_eq!(Store::open(&path, now()).unwrap().plan().unwrap().milestones.len(), 2);
}

#[test]
fn a_store_opened_for_looking_changes_nothing() {
    let (_folder, path) = closed();
    let before = fs::read(&path).unwrap();
    let mut store = Store::open_read_only(&path).unwrap();
    assert!(!store.is_writable());
    let done = act(&mut store, &co_chair(), edit("m1", json!({"due": "2020"})));
    assert_eq!(code(done), "failure-store-read-only");
    assert!(matches!(store.rebuild_projection(), Err(Trouble::ReadOnly)));
    assert_eq!(store.search("litteratie", &Actor::secretariat()).unwrap().hits.len(), 1);
    drop(store);
    assert_eq!(fs::read(&path).unwrap(), before);
}

#[test]
fn an_unverified_store_shows_the_plan_and_takes_no_action_until_it_is_verified() {
    let (_folder, path) = closed();
    let mut store = Store::open_unverified(&path, now()).unwrap();
    assert_eq!(store.plan().unwrap().milestones.len(), 2);
    let action = || edit("m1", json!({"due": "2020"}));
    assert_eq!(code(act(&mut store, &co_chair(), action())), "failure-store-unverified");
    let report = store.verify().unwrap();
    assert_eq!((report.transactions, report.entities), (2, 24));
    act(&mut store, &co_chair(), action()).unwrap();
}

#[test]
fn two_handles_on_one_file_see_what_the_other_does() {
    let mut desk = Desk::new();
    let mut other = desk.another();
    assert!(other.changes_since_last_look().unwrap().is_empty());
    desk.act(&co_chair(), edit("m1", json!({"due": "2020"}))).unwrap();
    act(&mut other, &co_chair(), edit("m2", json!({"due": "2020"}))).unwrap();
    desk.act(&co_chair(), edit("m1", json!({"due": "2021"}))).unwrap();
    let seen = other.changes_since_last_look().unwrap();
    assert_eq!(seen.len(), 2, "what the other did, and not what this one did");
    assert_eq!(seen[1].upserted.len(), 1);
    assert_eq!(seen[1].heads[&id("m1")], desk.store.all_heads().unwrap()[&id("m1")]);
    assert!(other.changes_since_last_look().unwrap().is_empty());
    assert_eq!(desk.store.changes_since_last_look().unwrap().len(), 1);
    assert_eq!(desk.store.plan().unwrap(), other.plan().unwrap());
    act(&mut other, &co_chair(), json!({"action": "delete", "id": "m2"})).unwrap();
    let removed = desk.store.changes_since_last_look().unwrap().remove(0).removed;
    assert_eq!(removed, [(jalon_domain::Kind::Milestone, id("m2"))]);
}

#[test]
fn settings_and_identity_belong_to_the_file_and_not_to_the_plan() {
    let mut desk = Desk::new();
    assert_eq!(desk.store.identity().unwrap(), None);
    desk.store.set_identity(&co_chair().actor).unwrap();
    desk.store.set_setting("lang", "fr").unwrap();
    desk.store.set_setting("lang", "en").unwrap();
    let other = desk.another();
    assert_eq!(other.identity().unwrap(), Some(co_chair().actor));
    assert_eq!(other.setting("lang").unwrap().as_deref(), Some("en"));
    assert_eq!(other.history(None).unwrap().len(), 2);
}
