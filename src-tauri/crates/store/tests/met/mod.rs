//! Stores that have heard of each other.

#![allow(dead_code, reason = "each test binary uses some of these")]

use jalon_domain::{Actor, Vector};
use jalon_store::{Item, Receiver, Store};

use super::common::*;

/// Everything that a store holds, for the secretariat.
pub fn everything(store: &Store) -> Vec<Item> {
    store.outgoing(&Vector::default(), Receiver::Secretariat, &Actor::secretariat()).unwrap()
}

/// A store with nothing in it but what is built in.
pub fn empty() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("plan.jalon"), now()).unwrap();
    Desk { folder, store }
}

/// Another store that has received all that the first one holds.
pub fn met(desk: &Desk) -> Desk {
    let mut other = empty();
    let received = other.store.receive(now(), everything(&desk.store), false).unwrap();
    assert!(received.waiting.is_empty() && received.refused.is_empty());
    other
}

/// Nothing is wrong with the file.
pub fn sound(store: &Store) {
    let report = store.check().unwrap();
    assert!(report.is_sound(), "{:?}", report.damage);
}

/// A copy of a store's file, as a person makes one.
pub fn copied(desk: &Desk) -> Store {
    let place = desk.folder.path().join("copy.jalon");
    for end in ["", "-wal"] {
        let from = format!("{}{end}", desk.path().display());
        if std::fs::exists(&from).unwrap() {
            std::fs::copy(from, format!("{}{end}", place.display())).unwrap();
        }
    }
    Store::open(&place, now()).unwrap()
}
