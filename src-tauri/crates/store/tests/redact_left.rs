//! What a redaction could not reach is said until it is gone, however the redaction came.

mod common;
mod met;
mod unheard;

use std::fs;

use common::*;
use jalon_domain::{Actor, Lang};
use jalon_store::{Backups, Scrubbed, Store, Why};
use jalon_words::Words;
use met::{everything, met};
use serde_json::json;
use unheard::{because, holding, redact, write};

/// Makes a backup of a desk, and overwrites its beginning; its name.
fn damaged_backup(desk: &Desk) -> String {
    let backup = desk.store.back_up(Why::ByHand, now()).unwrap();
    let path = Backups::of(&desk.path()).path(&backup);
    let mut bytes = fs::read(&path).unwrap();
    bytes[..3000].fill(0);
    fs::write(path, bytes).unwrap();
    backup.name
}

/// What a check says of what is left of redactions: the codes, and the last parts of the paths.
fn said(store: &Store) -> Vec<String> {
    let found = store.findings(&store.check().unwrap(), &Actor::secretariat()).unwrap();
    let left = found.into_iter().filter(|it| it.code.starts_with("failure-check-redaction-"));
    let told = left.map(|it| {
        let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).failure(&it));
        assert!(en != fr && [&en, &fr].iter().all(|said| said.ends_with('.') && !said.contains("failure-")));
        en
    });
    told.collect()
}

fn names(said: &[String], name: &str) -> bool {
    said.len() == 1 && said[0].contains(name)
}

fn left(scrubbed: Option<Scrubbed>) -> Vec<String> {
    scrubbed.expect("the files were looked at").left
}

#[test]
fn a_package_that_brings_a_redaction_says_which_backup_may_still_hold_it_and_so_does_every_check() {
    let mut desk = Desk::new();
    write(&mut desk);
    let mut other = met(&desk);
    let name = damaged_backup(&other);
    assert_eq!(said(&other.store), [""; 0], "nothing was redacted yet");
    redact(&mut desk, "m1", "description");
    let tried = other.store.receive(now(), everything(&desk.store), true).unwrap();
    assert_eq!(tried.scrubbed, None);
    let received = other.store.receive(now(), everything(&desk.store), false).unwrap();
    assert_eq!(left(received.scrubbed), [name.as_str()]);
    assert!(names(&said(&other.store), &name), "{:?}", said(&other.store));
    let again = other.store.receive(now(), everything(&desk.store), false).unwrap();
    assert_eq!(again.scrubbed, None, "it was said");
    // Another redaction forgets nothing of it, nor does opening the plan anew.
    redact(&mut other, "n2", "text");
    let path = other.path();
    let Desk { folder, store } = other;
    drop(store);
    let other = Desk { folder, store: Store::open(&path, now()).unwrap() };
    assert!(names(&said(&other.store), &name));
    assert_eq!(holding(&other), [name.as_str()]);
    fs::remove_file(Backups::of(&path).folder().join(&name)).unwrap();
    assert_eq!((said(&other.store), holding(&other)), (Vec::new(), Vec::new()));
}

#[test]
fn an_action_that_redacts_answers_what_it_could_not_reach() {
    let mut desk = Desk::new();
    write(&mut desk);
    let name = damaged_backup(&desk);
    let action = |id: &str, field: &str| json!({"action": "redact", "id": id, "field": field, "changes": []});
    let done = desk.act(&because(), action("m1", "description")).unwrap();
    assert_eq!(left(done.scrubbed), [name.as_str()]);
    let done = desk.store.act_as_it_stands(&because(), &read(action("n2", "text"))).unwrap();
    assert_eq!(left(done.scrubbed), [name.as_str()]);
    assert!(names(&said(&desk.store), &name));
    let other = desk.act(&co_chair(), edit("m1", json!({"due": "2020"}))).unwrap();
    assert_eq!(other.scrubbed, None);
}

#[test]
fn what_is_finished_at_the_next_opening_is_said_there_and_what_is_not_yet_by_a_check() {
    let mut desk = Desk::new();
    write(&mut desk);
    let name = damaged_backup(&desk);
    let path = desk.path();
    let reader = rusqlite::Connection::open(&path).unwrap();
    reader.execute_batch("BEGIN; SELECT count(*) FROM change;").unwrap();
    redact(&mut desk, "m1", "description");
    assert_eq!(said(&desk.store).len(), 1, "that it is still to be done");
    drop(reader);
    let Desk { folder, store } = desk;
    drop(store);
    let mut store = Store::open(&path, now()).unwrap();
    assert_eq!(left(store.cleaned_on_opening()), [name.as_str()]);
    assert_eq!(store.cleaned_on_opening(), None, "once");
    assert!(names(&said(&store), &name));
    drop(store);
    assert_eq!(Store::open(&path, now()).unwrap().cleaned_on_opening(), None);
    drop(folder);
}

#[test]
fn a_backup_that_takes_the_plans_place_says_it_too() {
    let mut desk = Desk::new();
    desk.store.back_up(Why::ByHand, now()).unwrap();
    write(&mut desk);
    let name = damaged_backup(&desk);
    redact(&mut desk, "m1", "description");
    for _ in 0..2 {
        desk = unheard::restored(desk, |_, _| {});
        assert!(names(&said(&desk.store), &name), "{:?}", said(&desk.store));
    }
}
