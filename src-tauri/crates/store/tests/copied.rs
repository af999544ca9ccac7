//! A store's file that was copied: told as such, and both go on once one has another device.

mod common;
mod met;

use common::*;
use jalon_store::{Item, Refusal, Store};
use met::{everything, met, sound};
use serde_json::json;

/// A copy of a store's file, as a person makes one.
fn copied(desk: &Desk) -> Store {
    let place = desk.folder.path().join("copy.jalon");
    for end in ["", "-wal"] {
        let from = format!("{}{end}", desk.path().display());
        if std::fs::exists(&from).unwrap() {
            std::fs::copy(from, format!("{}{end}", place.display())).unwrap();
        }
    }
    Store::open(&place, now()).unwrap()
}

#[test]
fn a_copied_store_is_told_and_renewing_its_device_lets_both_agree() {
    let mut mine = Desk::new();
    mine.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    let mut copy = copied(&mine);
    mine.act(&secretariat(), edit("m1", json!({"due": "2021"}))).unwrap();
    act(&mut copy, &secretariat(), edit("m2", json!({"due": "2022"}))).unwrap();
    act(&mut copy, &secretariat(), edit("m2", json!({"due": "2023"}))).unwrap();
    let mut third = met(&mine);
    let received = third.store.receive(now(), everything(&copy), false).unwrap();
    let refused = &received.refused[0];
    assert_eq!((&refused.why, refused.seq, refused.count, refused.own), (&Refusal::Copied, 3, 2, false));
    let received = copy.receive(now(), everything(&mine.store), false).unwrap();
    assert!(received.refused[0].own);

    let before = copy.plan().unwrap();
    let renewed = copy.renew_device(now()).unwrap();
    assert_eq!(renewed.reissued, 4);
    assert_eq!(copy.plan().unwrap(), before);
    sound(&copy);
    for _ in 0..2 {
        for received in [
            third.store.receive(now(), everything(&copy), false).unwrap(),
            copy.receive(now(), everything(&mine.store), false).unwrap(),
            mine.store.receive(now(), everything(&copy), false).unwrap(),
        ] {
            assert!(received.refused.is_empty() && received.waiting.is_empty(), "{received:?}");
        }
    }
    for store in [&copy, &third.store] {
        assert_eq!(store.plan().unwrap(), mine.store.plan().unwrap());
        assert_eq!(store.all_heads().unwrap(), mine.store.all_heads().unwrap());
        sound(store);
    }
    sound(&mine.store);
}

#[test]
fn what_was_sent_keeps_its_place_when_the_device_is_renewed() {
    let mut desk = Desk::new();
    desk.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    desk.store.mark_sent(&everything(&desk.store)).unwrap();
    desk.act(&secretariat(), edit("m1", json!({"due": "2021"}))).unwrap();
    let old = desk.store.device().unwrap();
    let mut window = desk.another();
    let renewed = desk.store.renew_device(now()).unwrap();
    assert_eq!(renewed.reissued, 1);
    assert_ne!(renewed.device, old);
    act(&mut window, &secretariat(), edit("m1", json!({"due": "2022"}))).unwrap();
    let of_new: Vec<i64> =
        everything(&window).iter().filter(|item| item.device() == renewed.device).map(Item::seq).collect();
    assert_eq!(of_new, [1, 2], "another handle writes as the new device too");
    sound(&window);
}

#[test]
fn a_file_that_meets_its_own_later_transactions_writes_on_as_another_device() {
    let mut desk = Desk::new();
    let mut copy = copied(&desk);
    desk.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    let received = copy.receive(now(), everything(&desk.store), false).unwrap();
    assert_eq!(received.applied, 1);
    assert_eq!(copy.device().unwrap(), received.renewed.unwrap().device);
    act(&mut copy, &secretariat(), edit("m1", json!({"due": "2021"}))).unwrap();
    desk.act(&secretariat(), edit("m2", json!({"due": "2022"}))).unwrap();
    assert!(desk.store.receive(now(), everything(&copy), false).unwrap().refused.is_empty());
    assert!(copy.receive(now(), everything(&desk.store), false).unwrap().refused.is_empty());
    assert_eq!(copy.plan().unwrap(), desk.store.plan().unwrap());
}
