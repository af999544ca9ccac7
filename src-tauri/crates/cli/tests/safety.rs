//! What keeps a plan safe: where it may stand, its backups, and what becomes of it
//! when something is wrong.

mod desk;

use std::fs;

use desk::{AS_CO_CHAIR, Desk, Said};

const SET: [&str; 7] = ["milestone", "set", "2.1", "--completion", "SP", AS_CO_CHAIR[0], AS_CO_CHAIR[1]];

#[test]
fn a_plan_is_not_made_in_a_synchronised_folder_nor_opened_there_for_work() {
    let desk = Desk::sample();
    fs::create_dir(desk.path("Dropbox")).expect("a folder");
    let there = desk.path("Dropbox/plan.jalon");
    let run = |lang: &str, verb: &str| -> Said {
        let mut command = desk.command();
        command.arg("--store").arg(&there).args(["--lang", lang, verb]).output().expect("runs").into()
    };
    for (lang, said) in [("en", "synchronises"), ("fr", "synchronise")] {
        let refused = run(lang, "init");
        assert!(refused.code == 1 && refused.err.contains(said), "{}", refused.err);
    }
    assert!(!there.exists());
    fs::copy(desk.store(), &there).expect("copied");
    assert_eq!(run("en", "init").code, 1);
    let refused = run("en", "check");
    assert!(refused.code == 1 && refused.err.contains("Dropbox synchronises"), "{}", refused.err);
}

/// A plan that was worked in, with a backup by hand of its middle.
fn worked_on() -> (Desk, String) {
    let desk = Desk::sample();
    desk.done(&SET);
    let made = desk.answer(&["backup", "make"]);
    desk.done(&[&["milestone", "set", "2.1", "--completion", "NS"][..], &AS_CO_CHAIR].concat());
    (desk, made["backup"]["name"].as_str().expect("a name").to_owned())
}

/// Overwrites a part of the plan's file.
fn scratch(desk: &Desk) -> Vec<u8> {
    let mut bytes = fs::read(desk.store()).expect("a file");
    let quarter = bytes.len() / 4;
    bytes[quarter..quarter + 8192].fill(0xff);
    fs::write(desk.store(), &bytes).expect("written");
    bytes
}

#[test]
fn backups_are_made_listed_checked_and_restored() {
    let (desk, name) = worked_on();
    let then = desk.done(&["milestone", "set", "2.1", "--completion", "LP", AS_CO_CHAIR[0], AS_CO_CHAIR[1]]);
    assert!(then.out.contains("Limited"), "{}", then.out);
    let listed = desk.answer(&["backup", "list"]);
    let whys: Vec<&str> =
        listed["backups"].as_array().expect("a list").iter().filter_map(|it| it["why"].as_str()).collect();
    assert_eq!(whys, ["by_hand"], "the second change of the day found one that is new enough");
    assert!(desk.done(&["backup", "list"]).out.contains("September 14, 2019, 12:00 p.m., made by hand"));
    let verified = desk.answer(&["backup", "verify"]);
    assert_eq!(verified["verified"][0]["transactions"], 3);
    let restored = desk.done(&["backup", "restore", &name, AS_CO_CHAIR[0], AS_CO_CHAIR[1]]);
    assert!(restored.out.starts_with("The plan is as it was"), "{}", restored.out);
    assert!(desk.done(&["board"]).out.contains("Substantial progress"));
    let newest = desk.done(&["--lang", "fr", "history"]).out;
    let newest = newest.lines().next().unwrap_or_default();
    assert!(newest.contains("Coprésidence, Alberta") && newest.contains(&name), "{newest}");
    desk.refused(&["backup", "restore", "nothing"], 1, &["failure-backup-no-such"]);
    desk.refused(&["backup", "verify", "nothing"], 1, &["failure-backup-no-such"]);
    Desk::sample().refused(&["backup", "verify"], 1, &["failure-backup-none"]);
}

#[test]
fn every_backup_gets_its_verdict_also_beside_a_damaged_one() {
    let (desk, name) = worked_on();
    let whole = desk.answer(&["backup", "make"])["backup"]["name"].as_str().expect("a name").to_owned();
    desk.write(&format!("plan.jalon.backups/{name}"), "not a plan");
    let told = desk.run(&["--lang", "en", "backup", "verify"]);
    assert_eq!(told.code, 1, "{}", told.err);
    assert!(told.out.contains(&format!("{whole} is whole")) && told.out.contains(&name), "{}", told.out);
    let said = desk.run(&["--json", "backup", "verify"]);
    let json = said.json();
    assert_eq!((said.code, &json["ok"]), (1, &false.into()));
    assert_eq!(json["verified"][0]["backup"]["name"], *whole);
    assert_eq!(json["damaged"][0]["backup"]["name"], *name);
    assert_eq!(json["damaged"][0]["failures"][0]["code"], "failure-backup-damaged");
    assert_eq!(desk.run(&["backup", "verify", &whole]).code, 0);
}

#[test]
fn a_redaction_names_the_command_for_each_other_place_of_the_same_words() {
    let desk = Desk::sample();
    for id in ["person-a", "person-b"] {
        let made = format!(
            r#"{{"action":"create","kind":"person","id":"{id}","fields":{{"name":"Zoé Roy-Tremblay"}}}}"#
        );
        assert_eq!(desk.apply(&made).code, 0);
    }
    let done = desk.answer(&["redact", "person-a", "name", "--reason", "it is personal"]);
    let other = &done["elsewhere"][0];
    assert_eq!(
        (&other["id"], &other["field"], &other["now"]),
        (&"person-b".into(), &"name".into(), &true.into())
    );
    let command = other["command"].as_str().expect("a command");
    assert!(command.ends_with("redact person-b name --reason 'it is personal'"), "{command}");
    let said = desk.done(&["redact", "person-b", "name", "--reason", "it is personal"]).out;
    assert!(!said.contains("same words"), "{said}");
}

#[test]
fn a_damaged_plan_is_told_with_commands_that_lead_out() {
    let (desk, name) = worked_on();
    let damaged = scratch(&desk);
    for (lang, said) in [("en", "You can go back"), ("fr", "Vous pouvez revenir")] {
        let told = desk.run(&["--lang", lang, "board"]);
        let way =
            told.err.lines().find(|line| line.starts_with(said)).unwrap_or_else(|| panic!("{}", told.err));
        assert!(way.contains(&format!("backup restore {name}")), "{way}");
        assert!(way.contains("--store ") && way.contains("(3 transactions)"), "{way}");
    }
    let ways = desk.run(&["--json", "check"]).json()["ways_out"].clone();
    let codes: Vec<&str> =
        ways.as_array().expect("ways").iter().filter_map(|way| way["code"].as_str()).collect();
    assert_eq!((codes[0], codes[codes.len() - 1]), ("cli-way-restore", "cli-way-other"));
    assert_eq!(fs::read(desk.store()).expect("a file"), damaged);
    desk.done(&["backup", "restore", &name]);
    desk.done(&["check"]);
}

#[test]
fn what_can_be_read_is_shown_and_written_out() {
    let (desk, name) = worked_on();
    let plan = desk.exported();
    fs::create_dir(desk.path("out")).expect("a folder");
    let done = desk.done(&["salvage", "out"]);
    assert!(done.out.contains("4 transactions could be read and verified; nothing is lost"), "{}", done.out);
    let salvaged = fs::read_to_string(desk.path("out/plan.json")).expect("a plan file");
    let salvaged: serde_json::Value = serde_json::from_str(&salvaged).expect("JSON");
    assert_eq!(salvaged["milestones"], plan["milestones"]);
    assert_eq!(fs::read_to_string(desk.path("out/history.txt")).expect("a history").lines().count(), 4);
    let looked = desk.run(&["--read-only", "board"]);
    assert_eq!((looked.code, looked.err.as_str()), (0, ""));
    desk.refused(&[&["--read-only"], &SET[..]].concat(), 1, &["failure-store-read-only"]);
    // Nor does looking put another file in the plan's place, or the plan in another place.
    desk.refused(&["--read-only", "backup", "restore", &name], 1, &["failure-store-read-only"]);
    desk.refused(&["--read-only", "move", "elsewhere.jalon"], 1, &["failure-store-read-only"]);
    desk.refused(&["--read-only", "backup", "make"], 1, &["failure-store-read-only"]);
    assert_eq!(desk.names("plan.jalon.backups"), [name]);
}

#[test]
fn a_plan_moves_and_is_found_again() {
    let desk = Desk::bare();
    let run = |arguments: &[&str]| Said::from(desk.command().args(arguments).output().expect("runs"));
    let own = run(&["--json", "init", "--sample"]).json()["store"].as_str().expect("a path").to_owned();
    let board = run(&["board"]).out;
    let moved = run(&["move", "un dossier/mon plan.jalon"]);
    assert!(moved.code == 0 && moved.out.contains("un dossier/mon plan.jalon"), "{}", moved.err);
    assert!(!std::path::Path::new(&own).exists());
    assert_eq!(run(&["board"]).out, board, "found without being named");
    let asked = run(&["--store", &own, "board"]);
    assert!(asked.code == 1 && asked.err.contains("'"), "{}", asked.err);
    assert!(asked.err.contains("The plan is found like this: jalon --store '"), "{}", asked.err);
    // Named with its place, another plan moves without becoming the application's own.
    run(&["--store", "b.jalon", "init"]);
    assert_eq!(run(&["--store", "b.jalon", "move", "c.jalon"]).code, 0);
    assert_eq!(run(&["board"]).out, board);
    let refused = run(&["move", "c.jalon"]);
    assert!(refused.code == 1 && refused.err.contains("already"), "{}", refused.err);
}

#[test]
fn a_value_is_redacted_from_the_plan_and_its_backups() {
    let (desk, _) = worked_on();
    let title = r#"{"action":"edit","id":"milestone-2-1","fields":{"description":{"en":"Ask Zenobia","source":"en"}}}"#;
    desk.done(&["--as", "secretariat", "board"]);
    assert_eq!(desk.apply(&title.replace("\n", "")).code, 0);
    desk.done(&["backup", "make"]);
    let done = desk.done(&["redact", "2.1", "description", "--reason", "A name"]);
    assert!(done.out.contains("from 2 backups too"), "{}", done.out);
    for name in desk.names("plan.jalon.backups") {
        let bytes = fs::read(desk.path("plan.jalon.backups").join(name)).expect("a backup");
        assert!(!bytes.windows(7).any(|part| part.eq_ignore_ascii_case(b"zenobia")));
    }
    let history = desk.done(&["history", "2.1"]).out;
    assert!(history.contains("removed for good: A name") && history.contains("[redacted]"), "{history}");
    desk.refused(&["redact", "2.1", "description", "--reason", "x"], 1, &["failure-store-nothing-changes"]);
    desk.refused(
        &["redact", "2.1", "title", "--reason", " "],
        1,
        &["failure-store-redaction-without-reason"],
    );
    let other = ["redact", "2.1", "title", "--reason", "x", AS_CO_CHAIR[0], AS_CO_CHAIR[1]];
    desk.refused(&other, 1, &["failure-denied-role"]);
    desk.done(&["check"]);
}

#[test]
fn what_was_redacted_does_not_come_back_into_a_restored_plan_by_a_package() {
    let (desk, name) = worked_on();
    let secret = r#"{"action":"create","kind":"next_step","id":"step","fields":{"cycle":"cycle-2019-09","position":"z","text":{"en":"Ask Zenobia","source":"en"}}}"#;
    assert_eq!(desk.apply(secret).code, 0);
    let package = desk.path("theirs.jalonpackage").to_string_lossy().into_owned();
    desk.done(&["package", "write", &package]);
    assert!(fs::read_to_string(&package).expect("a package").contains("Zenobia"));
    desk.done(&["redact", "step", "text", "--reason", "A name"]);
    desk.done(&["backup", "restore", &name]);
    desk.done(&["package", "read", &package]);
    desk.done(&["backup", "make"]);
    let backups =
        desk.names("plan.jalon.backups").into_iter().map(|name| format!("plan.jalon.backups/{name}"));
    let files = desk.names(".").into_iter().filter(|name| name.starts_with("plan.jalon")).chain(backups);
    for name in files.filter(|name| name != "plan.jalon.backups") {
        let bytes = fs::read(desk.path(&name)).expect("a file");
        assert!(!bytes.windows(7).any(|part| part.eq_ignore_ascii_case(b"zenobia")), "{name}");
    }
    let checked = desk.run(&["check"]);
    assert!(checked.err.contains("step, Text: what stood here was redacted"), "{}", checked.err);
    for (lang, said) in [("en", "and stays removed"), ("fr", "il le demeure")] {
        let history = desk.done(&["--lang", lang, "history", "step"]).out;
        assert!(history.contains(said) && !history.contains("Zenobia"), "{history}");
    }
}

#[test]
fn the_backup_of_a_day_is_made_once_and_never_in_the_way() {
    let desk = Desk::sample();
    assert_eq!(desk.names("."), ["plan.jalon"], "nobody has worked in it");
    desk.done(&SET);
    desk.done(&["board"]);
    desk.done(&["board"]);
    assert_eq!(desk.names("plan.jalon.backups"), ["2019-09-14T12-00-00Z-01-scheduled.jalon"]);
    fs::remove_dir_all(desk.path("plan.jalon.backups")).expect("removed");
    desk.write("plan.jalon.backups", "in the way");
    let said = desk.run(&["board"]);
    assert!(said.code == 0 && said.err.starts_with("Today’s backup could not be made"), "{}", said.err);
}

#[test]
fn an_older_file_in_the_place_of_the_plan_is_told_of_at_every_verb_and_by_check() {
    let desk = Desk::sample();
    let older = fs::read(desk.store()).expect("a file");
    desk.done(&SET);
    let name = desk.answer(&["backup", "make"])["backup"]["name"].as_str().expect("a name").to_owned();
    for beside in ["plan.jalon-wal", "plan.jalon-shm"] {
        let _ = fs::remove_file(desk.path(beside));
    }
    fs::write(desk.store(), older).expect("written");
    let told = desk.run(&["--lang", "fr", "board"]);
    assert_eq!(told.code, 0);
    let store = desk.store().to_string_lossy().into_owned();
    let command = format!("(jalon --store {store} backup restore {name})");
    assert!(told.err.contains("la dernière action") && told.err.contains(&command), "{}", told.err);
    desk.refused(&["check"], 1, &["failure-store-behind"]);
    desk.done(&["backup", "restore", &name]);
    assert_eq!(desk.done(&["board"]).err, "");
}

#[test]
fn a_backup_goes_before_a_package_that_is_taken_in_and_not_before_one_that_is_tried() {
    let (desk, _) = worked_on();
    desk.done(&["package", "write", &desk.path("a.jalonpackage").to_string_lossy()]);
    let package = desk.path("a.jalonpackage").to_string_lossy().into_owned();
    let whys = || -> Vec<String> {
        let listed = desk.answer(&["backup", "list"]);
        let all = listed["backups"].as_array().expect("a list").iter();
        all.map(|it| it["why"].as_str().expect("a reason").to_owned()).collect()
    };
    desk.done(&["package", "read", &package, "--dry-run"]);
    assert_eq!(whys(), ["by_hand"]);
    desk.done(&["package", "read", &package]);
    assert_eq!(whys(), ["before_package", "by_hand"]);
    assert!(desk.done(&["--lang", "fr", "backup", "list"]).out.contains("avant la réception d’un paquet"));
}
