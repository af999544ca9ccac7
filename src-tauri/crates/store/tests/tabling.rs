//! Tabling a deck: what was handed over stays, to the byte.

mod common;

use chrono::NaiveDate;
use common::{Desk, co_chair, code, edit, for_alberta, id, read, secretariat, text};
use jalon_domain::clearance;
use jalon_domain::content::content;
use jalon_domain::{Actor, Bilingual, Lang, Role, TabledDeck, Vector};
use jalon_store::{ActError, Changes, Context, Parcel, Receiver, Store, Tabling};
use serde_json::json;

const DECK: (&str, &[u8]) = ("deck-en.pptx", b"PK english");
const PRESENTATION: (&str, &[u8]) = ("deck-fr.pptx", b"PK francais");

fn desk() -> Desk {
    let mut desk = Desk::new();
    let fields = json!({"name": "Ada", "roles": [{"role": "co_chair", "jurisdiction": "CA-AB"}]});
    desk.act(&secretariat(), json!({"action": "create", "kind": "person", "id": "ada", "fields": fields}))
        .expect("a person");
    approve(&mut desk);
    desk
}

fn shown(desk: &Desk) -> String {
    let approvals = desk.store.approvals(Some(&id("cy")), secretariat().today(), &Actor::secretariat());
    approvals.expect("readable").expect("a cycle").content
}

fn approve(desk: &mut Desk) {
    let content = shown(desk);
    let action =
        json!({"action": "approve_deck", "cycle": "cy", "jurisdiction": "CA-AB", "content": content});
    desk.store.act(&co_chair(), &read(action)).expect("approved");
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn tabling(desk: &Desk) -> Tabling {
    Tabling {
        cycle: id("cy"),
        content: shown(desk),
        tabled_on: day("2019-09-09"),
        erratum_of: None,
        note: None,
    }
}

fn table(desk: &mut Desk, files: &[(&str, &[u8])]) -> Result<Changes, ActError> {
    let tabling = tabling(desk);
    desk.store.table(&secretariat(), &tabling, files)
}

fn tabled(desk: &Desk) -> Vec<TabledDeck> {
    desk.store.tabled_decks(Some(&id("cy"))).expect("readable")
}

fn erratum(desk: &mut Desk, files: &[(&str, &[u8])]) -> Result<Changes, ActError> {
    let last = desk.store.last_tabled(&id("cy")).expect("readable").pop().expect("a version");
    let note =
        serde_json::from_value::<Bilingual>(text("A name was wrong", "Un nom était faux")).expect("a text");
    let tabling = Tabling { erratum_of: Some(last.id), note: Some(note), ..tabling(desk) };
    desk.store.table(&secretariat(), &tabling, files)
}

#[test]
fn what_was_tabled_can_be_shown_again_whatever_is_written_since() {
    let mut desk = desk();
    let before = desk.store.plan().expect("a plan");
    table(&mut desk, &[DECK, PRESENTATION]).expect("tabled");
    desk.act(&co_chair(), edit("m1", json!({"title.en": "Something else"}))).expect("edited");
    desk.act(&secretariat(), json!({"action": "delete", "id": "n1"})).expect("deleted");
    let [deck] = &tabled(&desk)[..] else { panic!("one version") };
    assert_eq!((deck.version, deck.tabled_on), (1, day("2019-09-09")));
    let then = desk.store.plan_as_of(&deck.at).expect("readable");
    assert_eq!(then, before);
    assert_eq!(content(&then, &deck.cycle).expect("content").hash(), deck.content);
    assert_ne!(shown(&desk), deck.content);
    for (kept, (name, bytes)) in deck.files.iter().zip([DECK, PRESENTATION]) {
        assert_eq!((kept.name.as_str(), kept.size), (name, bytes.len() as u64));
        assert_eq!(desk.store.kept_bytes(&kept.digest).expect("readable").as_deref(), Some(bytes));
    }
    assert_eq!(desk.store.kept_files().expect("readable").len(), 2);
    assert!(desk.another().check().expect("readable").is_sound());
}

#[test]
fn an_erratum_is_a_new_version_and_the_difference_is_listed() {
    let mut desk = desk();
    table(&mut desk, &[DECK, PRESENTATION]).expect("tabled");
    desk.act(&co_chair(), edit("m1", json!({"title.fr": "Norme proposée"}))).expect("edited");
    assert_eq!(code(erratum(&mut desk, &[DECK])), "failure-council-not-approved");
    approve(&mut desk);
    assert_eq!(code(table(&mut desk, &[DECK])), "failure-council-tabled-already");
    erratum(&mut desk, &[DECK, (PRESENTATION.0, b"PK corrige")]).expect("corrected");
    let [first, second] = &tabled(&desk)[..] else { panic!("two versions") };
    assert_eq!((second.version, second.erratum_of.as_ref()), (2, Some(&first.id)));
    assert_eq!(second.note.as_ref().expect("a note").side(Lang::Fr), "Un nom était faux");
    let found = desk.store.tabled_difference(first, second, &Actor::secretariat()).expect("readable");
    assert_eq!((found.words.len(), found.files.len()), (1, 1), "{found:?}");
    let file = &found.files[0];
    assert_eq!(file.name, PRESENTATION.0);
    assert!(file.before != file.after && file.before.is_some() && file.after.is_some());
    let old = desk.store.kept_bytes(&first.files[1].digest).expect("readable");
    assert_eq!(old.as_deref(), Some(PRESENTATION.1), "the old one is kept");
    assert_eq!(desk.store.kept_files().expect("readable").len(), 3, "the same bytes are kept once");
}

#[test]
fn an_erratum_corrects_the_version_that_was_tabled_last_and_says_what() {
    let mut desk = desk();
    table(&mut desk, &[DECK]).expect("tabled");
    let first = tabled(&desk).remove(0).id;
    erratum(&mut desk, &[(DECK.0, b"PK corrected")]).expect("files alone may be corrected");
    let note: Bilingual = serde_json::from_value(text("Words", "")).expect("a text");
    let check = |desk: &mut Desk, of: &str, note: Option<Bilingual>, expected: &str| {
        let tabling = Tabling { erratum_of: Some(id(of)), note, ..tabling(desk) };
        assert_eq!(code(desk.store.table(&secretariat(), &tabling, &[DECK])), expected);
    };
    check(&mut desk, first.as_str(), Some(note.clone()), "failure-council-not-the-last");
    check(&mut desk, "m1", Some(note), "failure-council-not-the-last");
    let last = tabled(&desk).remove(1).id;
    check(&mut desk, last.as_str(), None, "failure-council-erratum-without-note");
}

#[test]
fn an_erratum_that_would_be_what_it_corrects_is_refused() {
    let mut desk = desk();
    table(&mut desk, &[DECK, PRESENTATION]).expect("tabled");
    let nothing = |desk: &mut Desk, files: &[(&str, &[u8])]| {
        assert_eq!(code(erratum(desk, files)), "failure-council-nothing-to-correct", "{files:?}");
    };
    nothing(&mut desk, &[PRESENTATION, DECK]);
    assert_eq!((tabled(&desk).len(), desk.store.kept_files().expect("readable").len()), (1, 2));
    erratum(&mut desk, &[(DECK.0, PRESENTATION.1), (PRESENTATION.0, DECK.1)]).expect("the other way round");
    erratum(&mut desk, &[DECK, PRESENTATION]).expect("as it was before the last one");
    erratum(&mut desk, &[DECK]).expect("one file less");
    erratum(&mut desk, &[("deck.pptx", DECK.1)]).expect("another name");
    desk.act(&co_chair(), edit("m1", json!({"title.fr": "Norme proposée"}))).expect("edited");
    approve(&mut desk);
    erratum(&mut desk, &[("deck.pptx", DECK.1)]).expect("other words, the same file");
    assert_eq!(tabled(&desk).len(), 6);
}

#[test]
fn only_what_every_chair_has_approved_is_tabled() {
    let mut desk = desk();
    let seen = tabling(&desk);
    desk.act(&secretariat(), edit("n1", json!({"text.en": "Other words"}))).expect("edited");
    let stale = desk.store.table(&secretariat(), &seen, &[DECK]);
    assert_eq!(code(stale), "failure-council-changed");
    assert_eq!(code(table(&mut desk, &[DECK])), "failure-council-not-approved");
    desk.act(&secretariat(), json!({"action": "edit", "id": "ada", "fields": {"roles": null}}))
        .expect("edited");
    assert_eq!(code(table(&mut desk, &[DECK])), "failure-council-no-chair");
    assert_eq!((tabled(&desk).len(), desk.store.kept_files().expect("readable").len()), (0, 0));
}

#[test]
fn only_what_every_jurisdiction_that_it_names_has_cleared_is_tabled() {
    let mut desk = desk();
    let fields = json!({"cycle": "cy", "jurisdiction": "CA-YT", "text": text("Portal", "Portail")});
    desk.act(
        &secretariat(),
        json!({"action": "create", "kind": "achievement", "id": "a1", "fields": fields}),
    )
    .expect("an achievement");
    approve(&mut desk);
    assert_eq!(code(table(&mut desk, &[DECK])), "failure-council-not-cleared");
    let content = clearance::content(&desk.store.plan().expect("a plan"), &id("a1")).expect("content");
    let action = json!({"action": "clear_item", "item": "a1", "jurisdiction": "CA-YT", "content": content});
    desk.store.act(&common::lead("CA-YT"), &read(action)).expect("cleared");
    table(&mut desk, &[DECK]).expect("a clearance voids no approval");
}

#[test]
fn a_field_with_two_versions_keeps_a_deck_from_being_tabled() {
    let mut desk = desk();
    let stale = desk.store.bases_for(&read(edit("m2", json!({"title.en": "x"})))).expect("bases");
    desk.act(&co_chair(), edit("m2", json!({"title.en": "One"}))).expect("edited");
    let mut other = edit("m2", json!({"title.en": "Another"}));
    other["bases"] = json!(stale);
    desk.act(&secretariat(), other).expect("a second version");
    approve(&mut desk);
    assert_eq!(code(table(&mut desk, &[DECK])), "failure-council-unsound");
}

#[test]
fn only_the_secretariat_tables_and_for_itself() {
    let mut desk = desk();
    let tabling = tabling(&desk);
    let reader = Context { actor: Actor::new("R", Role::Reader, None), ..secretariat() };
    let lead = common::lead("CA-ON");
    for (context, expected) in [
        (co_chair(), "failure-denied-role"),
        (lead, "failure-denied-role"),
        (reader, "failure-denied-role"),
        (for_alberta(), "failure-denied-principal-may-not"),
    ] {
        assert_eq!(code(desk.store.table(&context, &tabling, &[DECK])), expected, "{context:?}");
    }
    desk.store.table(&secretariat(), &tabling, &[DECK]).expect("tabled");
    let undo = desk.store.act(&secretariat(), &read(json!({"action": "undo"})));
    assert_eq!(code(undo), "failure-store-cannot-be-undone");
}

#[test]
fn files_that_cannot_be_given_back_as_they_came_are_refused() {
    let mut desk = desk();
    let check = |desk: &mut Desk, files: &[(&str, &[u8])], expected: &str| {
        assert_eq!(code(table(desk, files)), expected, "{files:?}");
    };
    check(&mut desk, &[], "failure-council-no-file");
    for name in ["", " ", "..", "a/b.pptx", "a\\b.pptx", "a\nb"] {
        check(&mut desk, &[(name, b"PK")], "failure-council-file-name");
    }
    check(&mut desk, &[("Deck.pptx", b"PK"), ("deck.PPTX", b"PK")], "failure-council-file-twice");
    check(&mut desk, &[("deck.pptx", b"")], "failure-council-file-empty");
    let tomorrow = Tabling { tabled_on: day("2019-09-11"), ..tabling(&desk) };
    assert_eq!(
        code(desk.store.table(&secretariat(), &tomorrow, &[DECK])),
        "failure-council-tabled-in-future"
    );
}

#[test]
fn bytes_that_are_not_those_that_came_are_damage() {
    let mut desk = desk();
    table(&mut desk, &[DECK, PRESENTATION]).expect("tabled");
    let digest = tabled(&desk)[0].files[0].digest.clone();
    let path = desk.path();
    let damage = |statement: &str| {
        let sql = rusqlite::Connection::open(&path).expect("the file");
        sql.execute_batch("DROP TRIGGER IF EXISTS kept_file_stays").expect("dropped");
        assert_eq!(sql.execute(statement, [&digest]).expect("written"), 1);
    };
    damage("UPDATE kept_file SET bytes = x'504B' WHERE digest = ?1");
    let found = desk.store.check().expect("readable").damage;
    assert_eq!(found.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(), ["failure-council-damage-bytes"]);
    assert!(desk.store.kept_bytes(&digest).is_err(), "never given out as what was tabled");
    damage("DELETE FROM kept_file WHERE digest = ?1");
    let found = desk.store.check().expect("readable").damage;
    assert_eq!(
        found.iter().map(|it| it.code.as_str()).collect::<Vec<_>>(),
        ["failure-council-damage-missing"]
    );
    assert_eq!(desk.store.kept_bytes(&digest).expect("readable"), None);
}

#[test]
fn the_files_of_a_tabled_deck_reach_another_store_to_the_byte_and_nothing_else_does() {
    let mut desk = desk();
    table(&mut desk, &[DECK, PRESENTATION]).expect("tabled");
    let items = desk
        .store
        .outgoing(&Vector::default(), Receiver::Everybody, &Actor::secretariat())
        .expect("readable");
    let named: Vec<String> = items.iter().flat_map(|item| item.tabled_files()).collect();
    assert_eq!(named.len(), 2);
    let mut other = Store::create(&desk.folder.path().join("other.jalon"), common::now()).expect("new");
    other.receive(common::now(), items.clone(), false).expect("received");
    assert!(other.check().expect("readable").is_sound(), "they may still be on their way");
    let lines = [DECK.1, b"no part of any deck"].map(|bytes| Parcel::new(bytes.to_vec()).to_line());
    let parcels = lines.each_ref().map(|line| Parcel::from_line(line).expect("whole"));
    assert!(Parcel::from_line(&lines[0].replace("504b", "504c")).is_err(), "a file that was changed");
    let received = other.receive_with_files(common::now(), items, &parcels, false).expect("received");
    assert_eq!(received.files, 1);
    for deck in other.tabled_decks(None).expect("readable") {
        let bytes = other.kept_bytes(&deck.files[0].digest).expect("readable");
        assert_eq!(bytes.as_deref(), Some(DECK.1));
        assert_eq!(other.kept_bytes(&deck.files[1].digest).expect("readable"), None);
    }
    assert!(other.check().expect("readable").is_sound());
}

#[test]
fn nothing_is_tabled_before_its_cycle_opens_nor_an_erratum_before_what_it_corrects() {
    let mut desk = desk();
    let on = |desk: &Desk, text: &str| Tabling { tabled_on: day(text), ..tabling(desk) };
    let early = on(&desk, "2019-07-30");
    assert_eq!(code(desk.store.table(&secretariat(), &early, &[DECK])), "failure-council-tabled-too-early");
    let first = on(&desk, "2019-07-31");
    desk.store.table(&secretariat(), &first, &[DECK]).expect("tabled on the day on which the cycle opens");
    let later = Tabling { tabled_on: day("2019-09-09"), ..on(&desk, "2019-09-09") };
    let erratum = |desk: &Desk, tabling: Tabling| {
        let last = desk.store.last_tabled(&id("cy")).expect("readable").pop().expect("a version");
        let note = Bilingual::from_source(Lang::En, "A name was wrong");
        Tabling { erratum_of: Some(last.id), note: Some(note), ..tabling }
    };
    desk.act(&co_chair(), edit("m1", json!({"title.en": "Another title"}))).expect("edited");
    approve(&mut desk);
    let second = erratum(&desk, Tabling { content: shown(&desk), ..later });
    desk.store.table(&secretariat(), &second, &[DECK]).expect("an erratum");
    desk.act(&co_chair(), edit("m1", json!({"title.en": "A third title"}))).expect("edited");
    approve(&mut desk);
    let third = erratum(&desk, on(&desk, "2019-09-08"));
    assert_eq!(code(desk.store.table(&secretariat(), &third, &[DECK])), "failure-council-tabled-too-early");
}
