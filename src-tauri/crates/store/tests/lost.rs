//! A file whose write-ahead log was removed verifies, and is an older plan: a
//! backup tells what it lacks.

mod common;

use std::fs;

use common::*;
use jalon_domain::Lang;
use jalon_store::{Backups, Store, Why};
use jalon_words::Words;
use serde_json::json;

#[test]
fn what_a_removed_log_took_away_is_told_with_the_backup_that_holds_it() {
    let mut desk = Desk::new();
    // What is in the file by now; what follows stands in the log alone.
    let path = desk.path();
    let Desk { folder, store } = desk;
    drop(store);
    desk = Desk { folder, store: Store::open(&path, now()).unwrap() };
    for due in ["2020", "2021", "2022"] {
        desk.act(&co_chair(), edit("m1", json!({"due": due}))).unwrap();
    }
    let backups = Backups::of(&path);
    assert_eq!(backups.lost().unwrap(), None, "there is no backup");
    let backup = desk.store.back_up(Why::ByHand, now()).unwrap();
    desk.act(&co_chair(), edit("m1", json!({"due": "2023"}))).unwrap();
    assert_eq!(backups.lost().unwrap(), None, "the store is ahead of it");

    let folder = tempfile::tempdir().unwrap();
    let there = folder.path().join("plan.jalon");
    fs::copy(&path, &there).unwrap();
    let of_there = Backups::of(&there);
    fs::create_dir(of_there.folder()).unwrap();
    fs::copy(backups.path(&backup), of_there.path(&backup)).unwrap();
    assert!(Store::open(&there, now()).unwrap().check().unwrap().is_sound(), "it verifies");
    let lost = of_there.lost().unwrap().unwrap();
    assert_eq!((lost.transactions, &lost.backup), (3, &backup.name));
    for (lang, said, place) in [
        (Lang::En, "the newest 3 actions", "(Settings, Backups)"),
        (Lang::Fr, "les 3 dernières actions", "(Réglages, Sauvegardes)"),
    ] {
        let told = Words::of(lang).failure(&lost.failure());
        assert!(told.contains(said) && told.contains(place) && told.contains(&backup.name), "{told}");
        let typed = lost.failure().typed(|verb| format!("jalon --store there {verb}"));
        let told = Words::of(lang).failure(&typed);
        let command = format!("(jalon --store there backup restore {})", backup.name);
        assert!(told.contains(said) && told.contains(&command), "{told}");
    }
    // Also once it was worked in: what is lost does not come back by that.
    let mut store = Store::open(&there, now()).unwrap();
    act(&mut store, &co_chair(), edit("m2", json!({"due": "2020"}))).unwrap();
    assert_eq!(of_there.lost().unwrap().unwrap().transactions, 3);
    // And once a backup was made of it as it is, as an import makes one.
    store.back_up(Why::BeforeImport, now() + chrono::TimeDelta::seconds(1)).unwrap();
    let lost = of_there.lost().unwrap().unwrap();
    assert_eq!((lost.transactions, &lost.backup), (3, &backup.name));
    drop(store);
    of_there.restore(&backup, &secretariat()).unwrap();
    assert_eq!(of_there.lost().unwrap(), None);
    let plan = Store::open(&there, now()).unwrap().plan().unwrap();
    assert_eq!(json!(plan.milestones["m1"].due), json!("2022"));
    assert_eq!(plan.milestones["m2"].due, None);
}

#[test]
fn a_store_that_was_restored_or_has_a_new_device_has_lost_nothing() {
    let mut desk = Desk::new();
    let first = desk.store.back_up(Why::ByHand, now()).unwrap();
    desk.act(&co_chair(), edit("m1", json!({"due": "2020"}))).unwrap();
    desk.store.back_up(Why::ByHand, now()).unwrap();
    let backups = Backups::of(&desk.path());
    desk.store.renew_device(now()).unwrap();
    assert_eq!(backups.lost().unwrap(), None);
    drop(desk.store);
    backups.restore(&first, &secretariat()).unwrap();
    assert_eq!(backups.lost().unwrap(), None, "newer backups lead another way");
}
