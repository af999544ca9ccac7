//! Decks out of a store: both or neither, and nothing confidential in them.

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use jalon_domain::{Actor, Lang, Role};
use jalon_exchange::{DeckRequest, ExportError, FileError, Over, export_decks, host, sample};
use jalon_store::Store;
use tempfile::TempDir;

fn now() -> DateTime<Utc> {
    host::moment("2019-09-13").expect("a day")
}

fn with_sample() -> (TempDir, Store, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let mut store = Store::create(&folder.path().join("plan.jalon"), now()).expect("a store");
    store.install_sample(&sample(), now()).expect("installed");
    let out = folder.path().join("out");
    fs::create_dir(&out).expect("made");
    (folder, store, out)
}

#[test]
fn both_drafts_are_written_under_names_that_say_what_they_are() {
    let (_folder, store, out) = with_sample();
    let request = DeckRequest {
        langs: &Lang::BOTH,
        folder: &out,
        is_final: false,
        day: host::today(now()),
        over: Over::Anything,
        cycle: None,
    };
    let written = export_decks(&store, &Actor::secretariat(), &request).expect("written");
    let names =
        ["COGWG-Joint-Councils-2019-09-25-en-draft.pptx", "GTGOC-Conseils-mixtes-2019-09-25-fr-ebauche.pptx"];
    assert_eq!(
        written.iter().map(|deck| deck.path.clone()).collect::<Vec<_>>(),
        names.map(|name| out.join(name))
    );
    assert!(written.iter().all(|deck| fs::read(&deck.path).expect("a file").starts_with(b"PK")));
    assert_eq!(fs::read_dir(&out).expect("a folder").count(), 2);
}

#[test]
fn a_deck_that_is_open_elsewhere_keeps_the_other_from_being_written() {
    let (_folder, store, out) = with_sample();
    fs::write(out.join(".~lock.GTGOC-Conseils-mixtes-2019-09-25-fr-ebauche.pptx#"), "").expect("written");
    let request = DeckRequest {
        langs: &Lang::BOTH,
        folder: &out,
        is_final: false,
        day: host::today(now()),
        over: Over::Anything,
        cycle: None,
    };
    let refused = export_decks(&store, &Actor::secretariat(), &request);
    assert!(matches!(refused, Err(ExportError::File(FileError::OpenElsewhere { .. }))), "{refused:?}");
    assert_eq!(fs::read_dir(&out).expect("a folder").count(), 1);
}

#[test]
fn only_the_secretariat_composes_a_final_deck() {
    let (_folder, store, out) = with_sample();
    let request = DeckRequest {
        langs: &[Lang::Fr],
        folder: &out,
        is_final: true,
        day: host::today(now()),
        over: Over::Anything,
        cycle: None,
    };
    let reader = Actor::new("R", Role::Reader, None);
    assert!(matches!(export_decks(&store, &reader, &request), Err(ExportError::Denied(_))));
}
