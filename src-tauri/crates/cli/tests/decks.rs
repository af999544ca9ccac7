//! `jalon deck`: who may make which, where it goes, and plans of any shape.

mod desk;

use std::fs;

use desk::Desk;
use serde_json::{Value, json};

const EN: &str = "COGWG-Joint-Councils-2019-09-25-en-draft.pptx";
const FR: &str = "GTGOC-Conseils-mixtes-2019-09-25-fr-ebauche.pptx";

#[test]
fn a_draft_is_for_everybody_and_a_final_deck_for_the_secretariat_to_make() {
    let desk = Desk::sample();
    fs::create_dir(desk.path("out")).expect("a folder");
    let deck = ["deck", "--lang", "both", "--out", "out"];
    let made = desk.answer(&[&deck[..], &["--as", "reader"]].concat());
    assert_eq!((made["final"].as_bool(), made["files"].as_array().map(Vec::len)), (Some(false), Some(2)));
    assert_eq!(desk.names("out"), [EN, FR]);
    for who in ["reader", "lead:CA-ON", "co-chair:CA-AB"] {
        desk.refused(&[&deck[..], &["--final", "--as", who]].concat(), 1, &["failure-denied-role"]);
    }
    let missing =
        [&["failure-deck-clearance-missing"; 5][..], &["failure-deck-approval-missing"; 2]].concat();
    let not_final = [&["failure-deck-not-final"][..], &missing].concat();
    desk.refused(&[&deck[..], &["--final"]].concat(), 1, &not_final);
    desk.agree();
    desk.done(&[&deck[..], &["--final"]].concat());
    assert_eq!(desk.names("out").len(), 4, "{:?}", desk.names("out"));
}

#[test]
fn a_pair_comes_whole_or_not_at_all() {
    let desk = Desk::sample();
    fs::create_dir(desk.path("out")).expect("a folder");
    let deck = ["deck", "--lang", "both", "--out", "out"];
    let lock = format!("out/.~lock.{FR}#");
    desk.write(&lock, "somebody");
    desk.write(&format!("out/{FR}"), "being edited");
    desk.refused(&deck, 1, &["failure-file-owned-elsewhere"]);
    assert_eq!(desk.names("out"), [format!(".~lock.{FR}#").as_str(), FR]);
    assert_eq!(fs::read(desk.path(format!("out/{FR}"))).expect("a file"), b"being edited");
    fs::remove_file(desk.path(&lock)).expect("closed");
    fs::create_dir(desk.path(format!("out/{EN}"))).expect("a folder");
    desk.refused(&deck, 1, &["failure-file-is-folder"]);
    assert_eq!(fs::read(desk.path(format!("out/{FR}"))).expect("a file"), b"being edited");
    desk.refused(&["deck", "--lang", "fr", "--out", "nowhere"], 1, &["failure-file-folder-missing"]);
    desk.write("file", "");
    desk.refused(&["deck", "--lang", "fr", "--out", "file"], 1, &["failure-file-folder-missing"]);
}

#[test]
fn a_plan_without_a_meeting_has_drafts_and_no_final_deck() {
    let desk = Desk::empty();
    let mut plan = Desk::sample().exported();
    let kept = ["format", "version", "workplans", "priorities", "milestones", "people"];
    plan.as_object_mut().expect("an object").retain(|key, _| kept.contains(&key.as_str()));
    desk.write("plan.json", plan.to_string());
    desk.done(&["import", "plan.json"]);
    desk.done(&["deck", "--lang", "both", "--out", "."]);
    let said = desk.run(&["--json", "deck", "--lang", "fr", "--out", ".", "--final"]);
    assert_eq!((said.code, said.json()["failures"].as_array().map(Vec::len)), (1, Some(2)), "{}", said.err);
    assert!(said.err.contains("council meeting"), "{}", said.err);
}

#[test]
fn a_plan_may_have_no_priority_or_twelve() {
    let source = Desk::sample().exported();
    for count in [0, 12] {
        let desk = Desk::empty();
        let mut plan = source.clone();
        let some: Vec<Value> = (0..count)
            .map(|n| {
                let mut priority = source["priorities"][n % 5].clone();
                priority["id"] = json!(format!("priority-{n}"));
                priority["position"] = json!(format!("b{}", char::from(b"abcdefghijkl"[n])));
                priority
            })
            .collect();
        plan["priorities"] = json!(some);
        plan["milestones"] = json!([]);
        plan["progress"] = json!([]);
        desk.write("plan.json", plan.to_string());
        desk.done(&["import", "plan.json"]);
        let board = desk.answer(&["board"]);
        assert_eq!(board["board"]["columns"].as_array().map(Vec::len), Some(count));
        desk.agree();
        let made = desk.answer(&["deck", "--lang", "both", "--out", ".", "--final"]);
        for file in made["files"].as_array().expect("files") {
            let path = desk.path(file["file"].as_str().expect("a path"));
            assert!(fs::read(path).expect("a deck").starts_with(b"PK"));
        }
    }
}

#[test]
fn a_file_that_somebody_has_worked_on_is_not_written_over_unasked() {
    let desk = Desk::sample();
    let folder = desk.path("out");
    fs::create_dir(&folder).expect("a folder");
    let verbs: [&[&str]; 4] = [
        &["deck", "--lang", "both", "--out", "out"],
        &["export", "out/plan-file.json"],
        &["package", "write", "out/all.jalonpackage"],
        &["salvage", "out"],
    ];
    for verb in verbs {
        desk.done(verb);
        // The same again is no loss.
        desk.done(verb);
        for name in desk.names("out") {
            desk.write(&format!("out/{name}"), "worked on by hand");
        }
        desk.refused(verb, 1, &["failure-file-taken"]);
        for name in desk.names("out") {
            let stands = fs::read(folder.join(&name)).expect("a file");
            assert_eq!(stands, b"worked on by hand", "{name} after {verb:?}");
        }
        desk.done(&[verb, &["--replace"]].concat());
        fs::remove_dir_all(&folder).expect("emptied");
        fs::create_dir(&folder).expect("a folder");
    }
}
