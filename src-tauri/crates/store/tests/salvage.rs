//! What can be read of a file of which only the pages are damaged that say which tables
//! there are.

mod common;

use std::fs;

use common::*;
use jalon_store::{OpenError, Store, Why};
use serde_json::json;

#[test]
fn a_file_whose_first_page_is_damaged_is_read_by_what_a_new_one_says() {
    let mut desk = Desk::new();
    for due in ["2020", "2021"] {
        desk.act(&co_chair(), edit("m1", json!({"due": due}))).unwrap();
    }
    let (path, plan) = (desk.path(), desk.store.plan().unwrap());
    let backup = desk.store.back_up(Why::ByHand, now()).unwrap();
    let backup = jalon_store::Backups::of(&path).path(&backup);
    let transactions = desk.store.check().unwrap().transactions;
    let Desk { folder: _folder, store } = desk;
    drop(store);
    // Its kind, and where its cells are; the header before it stays.
    for damage in [100..101, 100..4096] {
        let mut bytes = fs::read(&path).unwrap();
        bytes[damage].fill(0xff);
        fs::write(&path, &bytes).unwrap();
        assert!(matches!(Store::open(&path, now()), Err(OpenError::Damaged { .. })));
        let salvaged = Store::salvage(&path).unwrap();
        assert_eq!((salvaged.transactions, salvaged.lost), (transactions, 0));
        assert_eq!(salvaged.store.plan().unwrap(), plan);
        assert_eq!(fs::read(&path).unwrap(), bytes, "the file itself is as it was");
    }
    // A backup was written anew, and has its tables elsewhere.
    let mut bytes = fs::read(&backup).unwrap();
    bytes[100] = 0xff;
    fs::write(&backup, bytes).unwrap();
    let salvaged = Store::salvage(&backup).unwrap();
    assert_eq!((salvaged.transactions, salvaged.lost), (transactions, 0));
    assert_eq!(salvaged.store.plan().unwrap(), plan);
}
