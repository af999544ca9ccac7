//! Damage in what is only there to find things by: SQLite's indexes and the search index.
//! What is read through it is a plan, a history and hits that look like any other.

mod common;

use std::fs;
use std::path::Path;

use common::*;
use jalon_domain::Actor;
use jalon_store::{Backups, Context, OpenError, Store, Why};
use rusqlite::Connection;
use serde_json::json;

const SECRET: &str = "Éloïse Bûcheron-Lefèvre";

/// A desk with something of a past.
fn desk() -> Desk {
    let mut desk = Desk::new();
    for n in 0..12 {
        desk.act(&co_chair(), edit("m1", json!({"title": text(&format!("Standard {n}"), "Norme")}))).unwrap();
        let status = status(["SP", "LP"][n % 2], "on_track");
        desk.act(&co_chair(), set_status("m2", status)).unwrap();
    }
    desk
}

/// All that is found by an index: the history, of everything and of one thing, the plan,
/// and what is found for some words.
fn shown(store: &Store) -> Vec<String> {
    let hits = ["standard", "norme", "st", "meet", "2019", "conseils", "resources", "1.1"]
        .map(|words| format!("{:?}", store.search(words, &Actor::secretariat()).unwrap().hits));
    let mut shown = vec![
        format!("{:?}", store.history(None).unwrap()),
        format!("{:?}", store.history(Some(&id("m1"))).unwrap()),
        format!("{:?}", store.plan().unwrap()),
    ];
    shown.extend(hits);
    shown
}

/// The pages of all indexes and of the search index, each with what it is of.
fn pages(path: &Path, file: &[u8]) -> Vec<(String, usize)> {
    let sql = Connection::open(path).unwrap();
    let mut query = sql
        .prepare(
            "SELECT name, rootpage FROM sqlite_schema
             WHERE rootpage > 0 AND (type = 'index' OR name LIKE 'search%')",
        )
        .unwrap();
    let roots = query.query_map([], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as usize))).unwrap();
    let roots: Vec<(String, usize)> = roots.collect::<Result<_, _>>().unwrap();
    roots
        .into_iter()
        .flat_map(|(name, root)| tree(file, root).map(move |page| (name.clone(), page)))
        .collect()
}

/// The pages of a b-tree: those that lead to others begin with a 2 or a 5.
fn tree(file: &[u8], root: usize) -> impl Iterator<Item = usize> {
    let (mut left, mut found) = (vec![root], Vec::new());
    while let Some(page) = left.pop() {
        found.push(page);
        let bytes = &file[(page - 1) * 4096..page * 4096];
        let number =
            |at: usize, len: usize| bytes[at..at + len].iter().fold(0, |n, b| n << 8 | usize::from(*b));
        if matches!(bytes[0], 2 | 5) {
            left.push(number(8, 4));
            left.extend((0..number(3, 2)).map(|cell| number(number(12 + 2 * cell, 2), 4)));
        }
    }
    found.into_iter()
}

#[test]
fn a_flipped_byte_in_an_index_is_refused_or_changes_nothing_that_is_shown() {
    let desk = desk();
    let path = desk.path();
    let expected = shown(&desk.store);
    drop(desk.store);
    let whole = fs::read(&path).unwrap();
    let pages = pages(&path, &whole);
    for of in
        ["change_entity", "sqlite_autoindex_change_1", "search_data", "search_content", "search_docsize"]
    {
        assert!(pages.iter().any(|(name, _)| name == of), "{of}: {pages:?}");
    }
    let (mut refused, mut same) = (0, 0);
    for (name, page) in pages {
        // What a page holds stands at its end; its beginning says where.
        for at in [3, 9, 4095 - 17, 4095 - 160, 4095 - 701, 4095 - 1402] {
            let mut bytes = whole.clone();
            let at = (page - 1) * 4096 + at;
            bytes[at] ^= 1 << (at % 7);
            fs::write(&path, &bytes).unwrap();
            match Store::open(&path, now()) {
                Ok(store) => {
                    assert!(shown(&store) == expected, "{name}, byte {at}: something else is shown");
                    same += 1;
                }
                Err(OpenError::Damaged { .. }) => refused += 1,
                Err(error) => panic!("{name}, byte {at}: {error}"),
            }
        }
    }
    // Ids are random: how full a page is, and so where nothing stands, is chance.
    assert!(refused * 2 > same && same > 0, "{refused} refused, {same} the same");
}

/// Takes the rows of some changes out of an index, and out of nothing else.
fn hide_from_index(path: &Path, which: &str) {
    let sql = Connection::open(path).unwrap();
    let index = |rest: &str| {
        sql.execute_batch(&format!(
            "PRAGMA writable_schema = ON;
             UPDATE sqlite_schema SET sql = 'CREATE INDEX change_entity ON change (entity, field){rest}'
                 WHERE name = 'change_entity';
             PRAGMA writable_schema = RESET;"
        ))
        .unwrap();
    };
    index(&format!(" WHERE field <> ''{which}''"));
    sql.execute_batch("REINDEX change_entity").unwrap();
    index("");
    let version: i64 = sql.query_row("PRAGMA schema_version", [], |row| row.get(0)).unwrap();
    sql.execute_batch(&format!("PRAGMA schema_version = {}", version + 1)).unwrap();
}

fn holds_secret(path: &Path) -> bool {
    fs::read(path).unwrap().windows(SECRET.len()).any(|part| part == SECRET.as_bytes())
}

#[test]
fn what_an_index_does_not_hold_is_redacted_all_the_same() {
    let mut desk = Desk::new();
    desk.act(&co_chair(), edit("m1", json!({"description": text(SECRET, "")}))).unwrap();
    desk.act(&co_chair(), edit("m1", json!({"description.en": "Somebody"}))).unwrap();
    let path = desk.path();
    let backup = desk.store.back_up(Why::ByHand, now()).unwrap();
    hide_from_index(&path, "description.en");
    let context = Context { reason: Some("personal information".into()), ..secretariat() };
    desk.store.redact(&context, &id("m1"), "description", &[]).unwrap();
    drop(desk.store);
    assert!(!holds_secret(&path), "it is said to be gone and is there");
    assert!(!holds_secret(&Backups::of(&path).path(&backup)));
}

#[test]
fn an_index_that_lacks_a_row_is_damage_in_the_store_and_in_a_backup() {
    let mut desk = Desk::new();
    desk.act(&co_chair(), edit("m1", json!({"description": text(SECRET, "")}))).unwrap();
    let path = desk.path();
    let backups = Backups::of(&path);
    let backup = desk.store.back_up(Why::ByHand, now()).unwrap();
    drop(desk.store);
    for file in [path.clone(), backups.path(&backup)] {
        hide_from_index(&file, "description.en");
    }
    assert!(matches!(Store::open(&path, now()), Err(OpenError::Damaged { .. })));
    assert!(backups.verify(&backup).is_err());
    let read = Store::salvage(&path).unwrap();
    let found = read.store.search("bucheron", &Actor::secretariat()).unwrap().hits;
    assert_eq!((read.lost, found.len()), (0, 1), "all of it can still be read, and is found");
}
