//! Approving the council deck and tabling it, from a terminal.

mod desk;

use std::fs;

use desk::Desk;
use serde_json::json;

const FINAL: [&str; 2] =
    ["COGWG-Joint-Councils-2019-09-25-en.pptx", "GTGOC-Conseils-mixtes-2019-09-25-fr.pptx"];

fn content(desk: &Desk) -> String {
    desk.answer(&["approvals"])["approvals"]["content"].as_str().expect("a hash").to_owned()
}

fn standings(desk: &Desk) -> Vec<String> {
    let found = desk.answer(&["approvals"]);
    let chairs = found["approvals"]["chairs"].as_array().expect("chairs").clone();
    chairs.iter().map(|chair| chair["standing"].as_str().expect("a standing").to_owned()).collect()
}

/// Other words on a slide, in French.
fn reword(desk: &Desk, text: &str) {
    let edit = json!({"action": "edit", "id": "slide-purpose", "fields": {"title.fr": text}});
    assert_eq!(desk.apply(&format!("{edit}\n")).code, 0);
    let approved = json!({"action": "approve_translation", "id": "slide-purpose", "field": "title"});
    assert_eq!(desk.apply(&format!("{approved}\n")).code, 0);
}

#[test]
fn an_approval_is_asked_for_by_its_hash_given_and_voided_by_a_word() {
    let desk = Desk::sample();
    let seen = content(&desk);
    desk.refused(&["approve", "--as", "co-chair:CA-AB"], 2, &["failure-approve-content"]);
    let begun = |digits: usize| format!("{}…", seen[..digits].to_uppercase());
    let short = ["approve", "--as", "person-co-chair-ab", "--content", &begun(7)];
    desk.refused(&short, 1, &["failure-council-unseen"]);
    desk.done(&["approve", "--as", "person-co-chair-ab", "--content", &begun(8)]);
    let for_canada = ["--for", "co-chair:CA", "--how", "e-mail", "--when", "2019-09-14"];
    desk.done(&[&["approve", "--content", &seen][..], &for_canada].concat());
    assert_eq!(standings(&desk), ["approved", "approved"]);
    reword(&desk, "Objectif de la présentation");
    assert_eq!(standings(&desk), ["void", "void"]);
    let told = desk.done(&["--lang", "fr", "approvals"]).out;
    assert!(told.contains("Ne tient plus") && told.contains("Objectif de la présentation"), "{told}");
    desk.refused(&["approve", "--as", "co-chair:CA-AB", "--content", &seen], 1, &["failure-council-changed"]);
    desk.done(&["approve", "--withdraw", "--as", "co-chair:CA-AB"]);
    assert_eq!(standings(&desk), ["void", "missing"]);
}

#[test]
fn nobody_approves_who_has_no_chair() {
    let desk = Desk::sample();
    let seen = content(&desk);
    let approve = ["approve", "--content", &seen];
    let refused = |more: &[&str], code: &str| desk.refused(&[&approve[..], more].concat(), 1, &[code]);
    refused(&["--as", "reader"], "failure-denied-role");
    refused(&["--as", "lead:CA-AB"], "failure-denied-role");
    refused(&[], "failure-denied-needs-on-behalf");
    refused(&["--as", "co-chair:CA-ON"], "failure-council-no-such-chair");
    refused(
        &["--for", "co-chair:CA-ON", "--how", "e-mail", "--when", "2019-09-14"],
        "failure-store-behalf-not-co-chair",
    );
    desk.refused(&["approve", "--content", "0", "--as", "co-chair:CA"], 1, &["failure-council-unseen"]);
    desk.refused(&["approvals", "--cycle", "gone"], 1, &["failure-council-no-cycle"]);
    desk.refused(&["tabled", "list", "--cycle", "gone"], 1, &["failure-council-no-cycle"]);
}

#[test]
fn what_was_tabled_comes_back_to_the_byte_and_an_erratum_lists_what_it_corrects() {
    let desk = Desk::sample();
    for folder in ["out", "first", "second"] {
        fs::create_dir(desk.path(folder)).expect("a folder");
    }
    desk.agree();
    desk.done(&["deck", "--lang", "both", "--out", "out", "--final"]);
    desk.done(&["table", "--final", "--on", "2019-09-13"]);
    desk.refused(&["table", "--final"], 1, &["failure-council-tabled-already"]);
    reword(&desk, "Objectif de la présentation");
    // Not that its approvals are void, which an erratum asks for.
    desk.refused(&["table", "--final"], 1, &["failure-council-tabled-already"]);
    let erratum = ["erratum", "--final", "--note", "The title of slide 2"];
    let missing = "failure-deck-approval-void";
    desk.refused(&erratum, 1, &["failure-deck-not-final", missing, missing]);
    desk.approve();
    desk.done(&erratum);
    desk.done(&["tabled", "files", "1", "--out", "first"]);
    desk.done(&["tabled", "files", "--out", "second"]);
    assert_eq!(desk.names("first"), FINAL);
    let read = |folder: &str, name: &str| fs::read(desk.path(folder).join(name)).expect("a file");
    for name in FINAL {
        assert!(read("out", name) == read("first", name), "{name} is not what was tabled");
    }
    assert!(read("first", FINAL[1]) != read("second", FINAL[1]));
    let difference = desk.answer(&["tabled", "diff"])["difference"].clone();
    assert_eq!(difference["words"].as_array().map(Vec::len), Some(1), "{difference}");
    assert_eq!(difference["files"][0]["name"], FINAL[1], "{difference}");
    let compared = desk.done(&["tabled", "diff"]).out;
    let heading = compared.lines().next().expect("a line");
    assert!(heading.starts_with("From version 1 (") && heading.contains("to version 2 ("), "{compared}");
    assert!(heading.contains("September 13, 2019"), "{compared}");
    assert_eq!(desk.done(&["tabled", "diff", "1"]).out, compared, "the earlier one is named first");
    let back = desk.done(&["tabled", "diff", "2", "1"]).out;
    assert!(back.starts_with("From version 2 ("), "{back}");
    desk.refused(&["tabled", "diff", "2"], 1, &["failure-tabled-same-version"]);
    let french = desk.done(&["--lang", "fr", "tabled", "diff"]).out;
    assert!(french.starts_with("De la version 1 (") && french.contains("à la version 2 ("), "{french}");
    let listed = desk.done(&["tabled", "list"]).out;
    assert_eq!(listed.lines().count(), 2, "{listed}");
    assert!(listed.contains("September 13, 2019") && listed.contains("The title of slide 2"), "{listed}");
    let tabled = desk.answer(&["tabled", "show", "1"])["tabled"].clone();
    assert_eq!((tabled["version"].as_i64(), tabled["files"].as_array().map(Vec::len)), (Some(1), Some(2)));
    desk.done(&["check"]);
}

#[test]
fn files_finished_by_hand_are_tabled_as_they_are() {
    let desk = Desk::sample();
    let deck = desk.write("final by hand.pptx", "PK by hand");
    let deck = deck.to_str().expect("a path");
    // Nothing is to be corrected, whatever else is missing.
    desk.refused(&["erratum", deck, "--note", "x"], 1, &["failure-council-nothing-tabled"]);
    let missing =
        [&["failure-deck-clearance-missing"; 5][..], &["failure-deck-approval-missing"; 2]].concat();
    desk.refused(&["table", deck], 1, &[&["failure-deck-not-final"][..], &missing].concat());
    desk.agree();
    desk.refused(&["table"], 2, &["failure-table-what"]);
    desk.refused(&["table", deck, "--on", "soon"], 2, &["failure-table-day"]);
    desk.refused(&["table", deck, "--on", "2019-09-15"], 1, &["failure-council-tabled-in-future"]);
    desk.refused(&["table", "gone.pptx"], 1, &["failure-load-missing"]);
    desk.refused(&["table", deck, "--as", "co-chair:CA"], 1, &["failure-denied-role"]);
    desk.refused(&["tabled", "show"], 1, &["failure-tabled-none"]);
    desk.done(&["table", deck]);
    fs::remove_file(deck).expect("removed");
    desk.refused(&["tabled", "diff"], 1, &["failure-tabled-one-version"]);
    desk.refused(&["tabled", "show", "7"], 1, &["failure-council-no-such-version"]);
    desk.done(&["tabled", "files", "--out", "."]);
    assert_eq!(fs::read(deck).expect("a file"), b"PK by hand");
}

#[test]
fn of_a_damaged_file_the_tabled_files_come_back_but_for_what_is_lost() {
    let desk = Desk::sample();
    let english = desk.write("en.pptx", "PK the English deck");
    let french = desk.write("fr.pptx", "PK the French one");
    let paths = [&english, &french].map(|path| path.to_str().expect("a path"));
    desk.agree();
    desk.done(&["table", paths[0], paths[1], "--on", "2019-09-13"]);
    for folder in ["out", "saved"] {
        fs::create_dir(desk.path(folder)).expect("a folder");
    }
    let mut bytes = fs::read(desk.store()).expect("a file");
    let at = bytes.windows(19).position(|part| part == b"PK the English deck").expect("it is kept");
    bytes[at] ^= 1;
    fs::write(desk.store(), bytes).expect("damaged");

    let told = desk.run(&["board"]).err;
    assert!(told.contains("everything that is in it but for one file of a tabled deck"), "{told}");
    let lost = ["failure-council-file-not-here", "failure-council-file-written"];
    desk.refused(&["--read-only", "tabled", "files", "1", "--out", "out"], 1, &lost);
    assert_eq!(desk.names("out"), ["fr.pptx"]);
    let told = desk.done(&["--lang", "fr", "salvage", "saved"]).out;
    assert!(
        told.contains("aucune action n’est perdue, mais") && told.contains("Les octets de en.pptx"),
        "{told}"
    );
    assert_eq!(desk.names("saved"), ["2019-09-13-v1-fr.pptx", "history.txt", "plan.json"]);
    let saved = fs::read(desk.path("saved/2019-09-13-v1-fr.pptx")).expect("a file");
    assert_eq!(saved, b"PK the French one");
}

#[test]
fn a_number_that_two_meetings_have_names_no_deck() {
    let desk = Desk::sample();
    let deck = desk.write("deck.pptx", "PK by hand");
    let deck = deck.to_str().expect("a path");
    desk.agree();
    let table = || desk.answer(&["table", deck])["tabled"]["id"].as_str().expect("an id").to_owned();
    let first = table();
    desk.done(&["tabled", "show", "1"]);
    desk.done(&["cycle", "close"]);
    let days = ["--date", "2020-02-26", "--opens", "2019-09-10", "--id", "c2"];
    let opened =
        desk.answer(&[&["cycle", "open", "--en", "Councils", "--fr", "Conseils"][..], &days].concat());
    let meeting = opened["cycle"]["meeting"].as_str().expect("a meeting");
    desk.done(&["translations", "approve", meeting, "name"]);
    desk.approve();
    let second = table();
    for arguments in [&["tabled", "show", "1"][..], &["tabled", "files", "1", "--out", "."]] {
        desk.refused(arguments, 1, &["failure-tabled-several-meetings"]);
        let said = desk.run(arguments).err;
        assert!(said.contains("--cycle (c2, cycle-2019-09)"), "{said}");
        assert!(said.contains(&first) && said.contains(&second), "{said}");
    }
    let shown = |more: &[&str]| {
        desk.answer(&[&["tabled", "show"], more].concat())["tabled"]["id"].as_str().map(str::to_owned)
    };
    assert_eq!(shown(&["1", "--cycle", "cycle-2019-09"]), Some(first.clone()));
    assert_eq!((shown(&[&second]), shown(&[])), (Some(second.clone()), Some(second.clone())));
    for lang in ["en", "fr"] {
        let listed = desk.done(&["--lang", lang, "tabled", "list"]).out;
        assert!(
            listed.contains(&format!("[{first}]")) && listed.contains(&format!("[{second}]")),
            "{listed}"
        );
    }
    desk.done(&["tabled", "diff", &first, &second]);
    desk.done(&["board", "--as-of", &first]);
    // Which of the two a deck is of may be said.
    fs::create_dir(desk.path("of")).expect("a folder");
    let of = |cycle: &str| desk.done(&["deck", "--lang", "fr", "--out", "of", "--cycle", cycle]);
    of("cycle-2019-09");
    of("c2");
    let names =
        ["GTGOC-Conseils-2020-02-26-fr-ebauche.pptx", "GTGOC-Conseils-mixtes-2019-09-25-fr-ebauche.pptx"];
    assert_eq!(desk.names("of"), names);
    let gone = ["deck", "--lang", "fr", "--out", "of", "--cycle", "gone"];
    desk.refused(&gone, 1, &["failure-council-no-cycle"]);
    desk.refused(&["table", deck, "--cycle", "gone"], 1, &["failure-council-no-cycle"]);
    desk.refused(&["table", deck, "--cycle", "cycle-2019-09"], 1, &["failure-council-tabled-already"]);
    let note = ["erratum", deck, "--note", "x", "--cycle", "cycle-2019-09"];
    desk.refused(&note, 1, &["failure-council-nothing-to-correct"]);
}
