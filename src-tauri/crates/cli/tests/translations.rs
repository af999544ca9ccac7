//! Translations, the glossary and proofreading from the command line.

mod desk;

use desk::Desk;

#[test]
fn a_reworded_text_is_queued_translated_and_approved_where_it_stands() {
    let desk = Desk::sample();
    let queue = || desk.answer(&["translations"])["translations"].as_array().expect("a queue").clone();
    assert!(queue().is_empty());
    desk.done(&["translate", "2.1", "status.reason", "--fr", "Deux départs"]);
    desk.done(&["--as", "co-chair:CA-AB", "translate", "2", "title", "--en", "Standard datasets"]);
    let told: Vec<(String, String)> =
        queue().iter().map(|it| (it["field"].to_string(), it["state"].to_string())).collect();
    let expected = [("\"title\"", "\"stale\""), ("\"status.reason\"", "\"draft\"")];
    assert_eq!(told, expected.map(|(field, state)| (field.to_owned(), state.to_owned())));
    desk.done(&["translate", "2", "title", "--holds"]);
    let approved = desk.done(&["translations", "approve", "2", "title"]).out;
    assert_eq!(approved, "Approved: title of “Standard datasets” (priority-2)\n");
    desk.done(&["translations", "approve", "2.1", "status.reason"]);
    assert!(queue().is_empty());
    desk.refused(&["translations", "approve", "2.1", "status"], 1, &["failure-no-such-text"]);
    desk.refused(&["translate", "2.1", "title"], 2, &["failure-usage-nothing-to-translate"]);
}

#[test]
fn a_term_of_the_glossary_is_heeded_as_long_as_it_is_there() {
    let desk = Desk::sample();
    let findings = || desk.answer(&["proofread", "--in", "fr"])["findings"].as_array().map_or(0, Vec::len);
    assert_eq!(findings(), 0);
    let add = ["glossary", "add", "--id", "t", "--fr", "arts numériques", "--forbid-fr", "plan numérique"];
    desk.done(&add);
    assert_eq!(findings(), 1);
    desk.done(&["glossary", "remove", "t"]);
    assert_eq!(findings(), 0);
    desk.refused(&["glossary", "add", "--note", "x"], 2, &["failure-usage-no-term"]);
    desk.refused(&["glossary", "remove", "priority-1"], 1, &["failure-store-unknown"]);
}

#[test]
fn a_text_is_emptied_only_when_that_is_said() {
    let desk = Desk::sample();
    let translate = ["translate", "2.1", "title", "--fr", " "];
    desk.refused(&translate, 2, &["failure-usage-empties"]);
    desk.refused(
        &["translate", "2.1", "title", "--en", "A title", "--fr", ""],
        2,
        &["failure-usage-empties"],
    );
    desk.done(&["translate", "2.1", "title", "--fr", "", "--clear"]);
    let missing = desk.answer(&["translations", "--state", "missing"])["translations"].clone();
    assert!(missing.to_string().contains("milestone-2-1"), "{missing}");
}

#[test]
fn a_term_is_changed_where_it_stands() {
    let desk = Desk::sample();
    let add =
        ["glossary", "add", "--en", "steward", "--fr", "gardien", "--forbid-fr", "intendant", "--id", "t9"];
    desk.done(&add);
    let edited = desk.done(&["glossary", "edit", "t9", "--en", "data steward", "--note", "Since 2019"]).out;
    assert!(edited.starts_with("t9: data steward | gardien") && edited.contains("intendant"), "{edited}");
    let edited = desk.done(&["glossary", "edit", "t9", "--forbid-fr", ""]).out;
    assert!(!edited.contains("intendant"), "{edited}");
    desk.refused(&["glossary", "edit", "t9"], 2, &["failure-usage-no-term"]);
    desk.refused(&["glossary", "edit", "gone", "--en", "x"], 1, &["failure-store-unknown"]);
    desk.refused(&["--as", "lead:CA-ON", "glossary", "edit", "t9", "--en", "x"], 1, &["failure-denied-role"]);
}
