//! Actions of those who were shown no form: nothing comes between what stands and
//! what they do.

mod common;

use std::thread;

use common::*;
use jalon_domain::Outlook;
use serde_json::{Value, json};

#[test]
fn a_field_that_an_edit_names_twice_is_no_conflict_with_itself() {
    let mut desk = Desk::new();
    let both = edit("m1", json!({"title.en": "Both", "title.fr": "Les deux"}));
    let bases = desk.store.bases_for(&read(both.clone())).unwrap();
    let heads = desk.store.heads(&id("m1")).unwrap();
    for field in ["title.en", "title.fr", "title.translation"] {
        let ids: Vec<&String> = heads[field].iter().map(|head| &head.change).collect();
        assert_eq!(bases[field].iter().collect::<Vec<_>>(), ids);
    }
    let changes = desk.act(&secretariat(), both).unwrap();
    assert_eq!(changes.conflicts, []);
    let title = &desk.store.plan().unwrap().milestones["m1"].title;
    assert_eq!((title.en.as_str(), title.fr.as_str()), ("Both", "Les deux"));
}

#[test]
fn what_is_done_as_it_stands_never_makes_a_second_version() {
    let desk = Desk::new();
    let writers = ["a", "b"].map(|name| {
        let mut store = desk.another();
        thread::spawn(move || {
            for n in 0..25 {
                let due = read(edit("m1", json!({"title.en": format!("{name}{n}")})));
                let changes = store.act_as_it_stands(&secretariat(), &due).unwrap();
                assert_eq!(changes.conflicts, []);
            }
        })
    });
    for writer in writers {
        writer.join().unwrap();
    }
    assert!(desk.store.check().unwrap().conflicts.is_empty());
    assert_eq!(desk.store.heads(&id("m1")).unwrap()["title.en"].len(), 1);
}

#[test]
fn what_stands_is_taken_even_where_older_heads_are_named() {
    let mut desk = Desk::new();
    let mut typed = edit("m1", json!({"due": "2021"}));
    typed["bases"] = json!(desk.store.bases_for(&read(typed.clone())).unwrap());
    desk.act(&secretariat(), edit("m1", json!({"due": "2020"}))).unwrap();
    let changes = desk.store.act_as_it_stands(&secretariat(), &read(typed.clone())).unwrap();
    assert_eq!(changes.conflicts, []);
    typed["fields"]["due"] = json!("2022");
    let changes = desk.act(&secretariat(), typed).unwrap();
    assert_eq!(changes.conflicts, [(id("m1"), "due".to_owned())], "a form says what it showed");
    let third = read(edit("m1", json!({"due": "2023"})));
    let refused = desk.store.act_as_it_stands(&secretariat(), &third).expect_err("two versions");
    assert_eq!(refused.failure().code, "failure-store-conflict");
}

#[test]
fn a_change_of_status_starts_from_the_one_that_stands() {
    let mut desk = Desk::new();
    let mut other = desk.another();
    let hold = read(set_status("m1", status("SP", "on_hold")));
    other.act_as_it_stands(&co_chair(), &hold).unwrap();
    let changes = desk.store.change_status(
        &co_chair(),
        &id("m1"),
        |before| {
            let mut after = before.clone();
            after.outlook = Some(Outlook::OnTrack);
            after
        },
        false,
    );
    assert_eq!(changes.unwrap().conflicts, []);
    let stands: Value = serde_json::to_value(&desk.store.plan().unwrap().milestones["m1"].status).unwrap();
    assert_eq!(stands, status("SP", "on_track"));
    let refused = desk.store.change_status(&co_chair(), &id("p1"), Clone::clone, false);
    assert_eq!(code(refused), "failure-store-no-such-field");
    let refused = desk.store.change_status(&co_chair(), &id("none"), Clone::clone, false);
    assert_eq!(code(refused), "failure-store-unknown");
}
