//! Plan files out and in: nothing is lost, nothing is done twice, and what is wrong is
//! named with its place.

mod desk;

use std::fs;

use desk::Desk;
use serde_json::{Value, json};

#[test]
fn a_plan_comes_back_from_another_store_byte_for_byte() {
    let first = Desk::sample();
    first.done(&["export", "plan.json", "--confidential"]);
    let second = Desk::empty();
    let bytes = fs::read(first.path("plan.json")).expect("a plan file");
    second.write("plan.json", &bytes);
    second.done(&["import", "plan.json"]);
    second.done(&["export", "again.json", "--confidential"]);
    assert_eq!(fs::read(second.path("again.json")).expect("a plan file"), bytes);
    assert_eq!(second.done(&["board"]).out, first.done(&["board"]).out);
}

#[test]
fn an_import_can_be_tried_and_a_second_one_changes_nothing() {
    let desk = Desk::empty();
    let source = Desk::sample();
    desk.write("plan.json", source.exported().to_string());
    let tried = desk.answer(&["import", "plan.json", "--dry-run"]);
    assert_eq!(desk.done(&["history"]).out.lines().count(), 1, "only the jurisdictions");
    assert!(desk.done(&["board"]).out.contains("no workplan yet"));
    let done = desk.answer(&["import", "plan.json"]);
    assert_eq!((&tried["created"], tried["dry_run"].as_bool()), (&done["created"], Some(true)));
    let history = desk.done(&["history"]).out;
    let again = desk.answer(&["import", "plan.json"]);
    assert_eq!((&again["created"], &again["edited"]), (&json!([]), &json!([])));
    assert_eq!(desk.done(&["history"]).out, history);
}

#[test]
fn what_an_import_would_do_is_named_in_the_users_language() {
    let desk = Desk::sample();
    let mut plan = desk.exported();
    plan["priorities"][1]["title"]["fr"] = json!("Titre remanié");
    plan["priorities"][1]["title"]["en"] = json!("Reworded title");
    desk.write("plan.json", plan.to_string());
    let check = |lang: &str, expected: &str| {
        let said = desk.done(&["--lang", lang, "import", "plan.json", "--dry-run"]).out;
        assert!(said.lines().any(|line| line == expected), "{said}");
    };
    check("en", "edited: Priority priority-2: Reworded title");
    check("fr", "modifié\u{a0}: Priorité priority-2\u{a0}: Titre remanié");
}

#[test]
fn an_import_is_undone_as_one_action() {
    let desk = Desk::empty();
    desk.write("plan.json", Desk::sample().exported().to_string());
    desk.done(&["import", "plan.json"]);
    assert_eq!(desk.apply(r#"{"action":"undo"}"#).code, 0);
    assert!(desk.done(&["board"]).out.contains("no workplan yet"));
}

#[test]
fn every_fault_of_a_plan_is_named_and_nothing_is_taken() {
    let desk = Desk::sample();
    let good = desk.exported();
    let check = |spoil: &dyn Fn(&mut Value), places: &[&str]| {
        let mut plan = good.clone();
        spoil(&mut plan);
        desk.write("plan.json", plan.to_string());
        desk.refused(&["import", "plan.json"], 1, &vec!["failure-value"; places.len()]);
        let said = desk.run(&["import", "plan.json"]).err;
        for (line, place) in said.lines().zip(places) {
            assert!(line.starts_with(&format!("{place}: ")), "{place}: {line}");
        }
    };
    let leads = |plan: &mut Value| {
        let once = plan["priorities"][1]["leads"][0].clone();
        plan["priorities"][0]["leads"][0]["from"] = json!("2019-05-01");
        plan["priorities"][0]["leads"][0]["to"] = json!("2018-05-01");
        plan["priorities"][1]["leads"].as_array_mut().expect("leads").push(once);
        plan["priorities"][2]["leads"][0]["jurisdiction"] = json!("XX");
    };
    check(&leads, &["priorities[0].leads[0]", "priorities[1].leads[2]", "priorities[2].leads[0]"]);
    let twice = |plan: &mut Value| {
        let once = plan["priorities"][0].clone();
        plan["priorities"].as_array_mut().expect("priorities").push(once);
    };
    check(&twice, &["priorities[5].id"]);
    let circle = |plan: &mut Value| {
        plan["next_steps"][0]["parent"] = plan["next_steps"][1]["id"].clone();
        plan["next_steps"][1]["parent"] = plan["next_steps"][0]["id"].clone();
    };
    check(&circle, &["next_steps[0].parent", "next_steps[1].parent"]);
    let values = |plan: &mut Value| {
        plan["milestones"][0]["status"] = json!({"completion": "C"});
        plan["meetings"][0]["date"] = json!("2019-02-30");
        plan["dragons"] = json!([]);
    };
    check(&values, &["milestones[0].status", "meetings[0].date", "dragons"]);
}

#[test]
fn what_is_no_plan_file_is_told_from_what_is_a_bad_one() {
    let desk = Desk::sample();
    let check = |bytes: &[u8], code: &str| {
        desk.write("plan.json", bytes);
        desk.refused(&["import", "plan.json"], 1, &[code]);
    };
    desk.done(&["export", "good.json"]);
    let good = fs::read(desk.path("good.json")).expect("a plan file");
    let deep = |open: &str, close: &str| {
        let list = format!("{}{}", open.repeat(100_000), close.repeat(100_000));
        format!(r#"{{"format":"jalon-plan","version":1,"priorities":{list}}}"#).into_bytes()
    };
    check(&good[..good.len() / 2], "failure-import-truncated");
    check(b"", "failure-import-truncated");
    check(b"{\"format\":\"jalon-plan\",\"note\":\"\xe9\"}", "failure-import-not-utf8");
    check(b"{nonsense}", "failure-import-not-json");
    check(b"[]", "failure-import-not-a-plan");
    check(br#"{"format":"ckan","version":1}"#, "failure-import-other-format");
    check(br#"{"format":"jalon-plan"}"#, "failure-import-bad-version");
    check(br#"{"format":"jalon-plan","version":2}"#, "failure-import-newer");
    check(br#"{"format":"jalon-plan","version":1,"version":1}"#, "failure-value");
    check(br#"{"format":"jalon-plan","version":1,"x":"\ud800"}"#, "failure-import-lone-surrogate");
    check(&deep("[", "]"), "failure-value");
    desk.refused(&["import", "nowhere.json"], 1, &["failure-load-missing"]);
    desk.refused(&["import", "."], 1, &["failure-load-is-folder"]);
}

#[test]
fn a_file_that_is_too_large_is_not_read() {
    let desk = Desk::sample();
    let huge = fs::File::create(desk.path("plan.json")).expect("a file");
    huge.set_len(65 * 1024 * 1024).expect("a hole that takes no room");
    desk.refused(&["import", "plan.json"], 1, &["failure-import-too-large"]);
}

#[test]
fn an_export_never_takes_the_place_of_a_plan_or_of_a_folder() {
    let desk = Desk::sample();
    desk.refused(&["export", "plan.jalon"], 1, &["failure-file-is-store"]);
    desk.refused(&["export", "plan.jalon-wal"], 1, &["failure-file-is-store"]);
    desk.refused(&["export", "."], 1, &["failure-file-is-folder"]);
    desk.refused(&["export", "nowhere/plan.json"], 1, &["failure-file-folder-missing"]);
    desk.write("file", "");
    desk.refused(&["export", "file/plan.json"], 1, &["failure-file-folder-missing"]);
    desk.done(&["check"]);
}

#[test]
fn the_origins_of_challenges_leave_with_the_secretariat_only() {
    let desk = Desk::sample();
    for who in ["reader", "lead:CA-ON", "co-chair:CA-AB"] {
        desk.refused(&["export", "out.json", "--confidential", "--as", who], 1, &["failure-origins"]);
    }
    assert!(!desk.path("out.json").exists());
    let challenge = json!({"action": "create", "kind": "challenge", "id": "challenge-9", "as": "lead:CA-ON",
        "fields": {"cycle": "cycle-2019-09", "position": "z", "attribution": "anonymous",
            "origins": ["CA-ON"], "text": {"en": "Too few hands", "source": "en"}}});
    let said = desk.apply(&challenge.to_string());
    assert_eq!(said.code, 0, "{}", said.out);
    let origins = |arguments: &[&str]| {
        desk.done(&[&["export", "out.json", "--replace"], arguments].concat());
        fs::read_to_string(desk.path("out.json")).expect("a plan file").contains("\"origins\"")
    };
    assert!(!origins(&[]));
    assert!(origins(&["--confidential"]));
    let told =
        |who: &str| desk.done(&["--json", "--as", who, "history", "challenge-9"]).out.contains("origins");
    assert!(told("secretariat") && told("lead:CA-ON"));
    assert!(!told("reader") && !told("lead:CA-QC"));
}

#[test]
fn what_a_role_may_not_bring_in_is_named_with_its_place_and_comes_in_on_behalf() {
    let desk = Desk::sample();
    let mut plan = desk.exported();
    let at =
        plan["milestones"].as_array().expect("milestones").iter().position(|it| it["id"] == "milestone-2-1");
    let at = at.expect("the milestone");
    plan["milestones"][at]["status"] = json!({"completion": "SP", "outlook": "on_track"});
    desk.write("plan.json", plan.to_string());
    desk.refused(&["import", "plan.json"], 1, &["failure-value"]);
    let told = desk.run(&["import", "plan.json"]).err;
    assert!(
        told.starts_with(&format!("milestones[{at}]: The secretariat does this only on behalf")),
        "{told}"
    );
    desk.done(&["import", "plan.json", "--for", "co-chair:CA-AB", "--how", "e-mail", "--when", "2019-09-03"]);
    assert!(desk.done(&["history", "2.1"]).out.contains("on behalf"));
}

#[test]
fn a_dry_run_says_which_fields_would_change_from_what_to_what() {
    let desk = Desk::sample();
    let mut plan = desk.exported();
    let milestones = plan["milestones"].as_array_mut().expect("milestones");
    let milestone = milestones.iter_mut().find(|it| it["id"] == "milestone-2-1").expect("the milestone");
    milestone["due"] = "2020-06-30".into();
    milestone["title"]["en"] = "Standards for five datasets".into();
    desk.write("other.json", plan.to_string());
    let dry = ["import", "other.json", "--dry-run"];
    let said = desk.done(&dry).out;
    assert!(said.contains("edited: Milestone milestone-2-1"), "{said}");
    for line in ["from March 31, 2020 to June 30, 2020", "Standards for five datasets"] {
        let told = said.lines().find(|it| it.starts_with("   Milestone 2.1") && it.contains(line));
        assert!(told.is_some(), "{said}");
    }
    let french = desk.done(&[&["--lang", "fr"], &dry[..]].concat()).out;
    assert!(french.contains("   Jalon 2.1") && french.contains("30\u{a0}juin 2020"), "{french}");
    let answer = desk.answer(&dry);
    let fields: Vec<_> =
        answer["differences"].as_array().expect("a list").iter().map(|it| it["field"].clone()).collect();
    assert!(fields.contains(&"due".into()) && fields.contains(&"title.en".into()), "{answer}");
    // Who may not know where a challenge came from is not told by a file.
    let said = desk.run(&[&["--as", "co-chair:CA-AB", "--json"], &dry[..]].concat()).out;
    assert!(!said.contains("origins"), "{said}");
}
