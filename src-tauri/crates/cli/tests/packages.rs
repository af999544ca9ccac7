//! What a package brings that somebody has to look at is said when it is read.

mod desk;

use desk::Desk;

/// Writes a package with everything of one plan.
fn package(desk: &Desk) -> String {
    let path = desk.path("package").to_str().expect("a path").to_owned();
    desk.done(&["package", "write", &path, "--for", "secretariat", "--replace"]);
    path
}

#[test]
fn a_deletion_that_meets_work_is_said_to_whoever_deleted_and_to_whoever_worked() {
    let (one, other) = (Desk::sample(), Desk::sample());
    let done = |desk: &Desk, action: &str| assert_eq!(desk.apply(action).code, 0, "{action}");
    done(&one, r#"{"action":"delete","id":"achievement-yt"}"#);
    done(&other, r#"{"action":"edit","id":"achievement-yt","fields":{"text.en":"Yukon has a portal"}}"#);
    let (deletion, work) = (package(&one), package(&other));
    let said = one.done(&["package", "read", &work]).out;
    assert!(said.contains("1 item was deleted by somebody while somebody else worked on it"), "{said}");
    assert!(!said.contains("several versions"), "{said}");
    let said = other.done(&["--lang", "fr", "package", "read", &deletion]).out;
    assert!(said.contains("1 élément a été supprimé pendant que quelqu’un d’autre y travaillait"), "{said}");
    for desk in [&one, &other] {
        assert!(desk.done(&["conflicts"]).out.contains("achievement-yt"));
    }
}

#[test]
fn what_did_not_know_that_its_cycle_was_closed_is_said_when_it_is_read_and_listed() {
    let (one, other) = (Desk::sample(), Desk::sample());
    one.done(&["cycle", "close", "cycle-2019-09"]);
    let none = one.done(&["--lang", "fr", "cycle", "late"]).out;
    assert!(none.contains("Rien n’a été fait sur un cycle de rapport fermé"), "{none}");
    let edit = r#"{"action":"edit","id":"achievement-yt","fields":{"text.en":"Yukon has a portal"}}"#;
    assert_eq!(other.apply(edit).code, 0);
    let (closing, work) = (package(&one), package(&other));
    let tried = one.answer(&["package", "read", &work, "--dry-run"]);
    let late = serde_json::json!([{"kind": "cycle", "id": "cycle-2019-09", "count": 1}]);
    assert_eq!(tried["late"], late, "also when it is only tried");
    let said = one.done(&["package", "read", &work]).out;
    assert!(said.contains("1 action for this reporting cycle was written without knowing"), "{said}");
    let said = other.done(&["--lang", "fr", "package", "read", &closing]).out;
    assert!(said.contains("1 action sur ce cycle de rapport a été faite sans savoir"), "{said}");
    for desk in [&one, &other] {
        let told = desk.done(&["cycle", "late", "cycle-2019-09"]).out;
        assert!(
            told.contains("Reporting cycle cycle-2019-09") && told.contains("Yukon has a portal"),
            "{told}"
        );
        assert_eq!(desk.answer(&["cycle", "late"])["cycles"][0]["cycle"], "cycle-2019-09");
        let checked = desk.run(&["check"]);
        assert!(format!("{}{}", checked.out, checked.err).contains("jalon cycle late"), "{}", checked.out);
    }
    one.refused(&["cycle", "late", "none"], 1, &["failure-cycle-unknown"]);
    one.done(&["cycle", "reopen", "cycle-2019-09"]);
    one.done(&["cycle", "close", "cycle-2019-09"]);
    assert!(one.done(&["cycle", "late"]).out.contains("Nothing was written"));
}

/// A desk with the sample, and what comes of another that did two things to it, of which
/// only the second arrived.
fn waiting() -> (Desk, Desk, String) {
    let (one, other) = (Desk::sample(), Desk::sample());
    let lead = ["--as", "lead:CA-YT"];
    one.done(&[&lead[..], &["submission", "set", "CA-YT", "draft"]].concat());
    let first = package(&one);
    let first = one.write("first", std::fs::read(first).expect("a package"));
    one.done(&[&lead[..], &["submission", "set", "CA-YT", "submitted"]].concat());
    let second = one.path("second").to_str().expect("a path").to_owned();
    one.done(&["package", "write", &second, "--after", first.to_str().expect("a path")]);
    (one, other, second)
}

#[test]
fn what_waits_is_said_with_whose_it_is_and_what_to_ask_for() {
    let (one, other, second) = waiting();
    let said = other.done(&["package", "read", &second]).out;
    let ask = "1 transaction from Yukon lead waits here for something that has not come. Ask for a package with everything (there: jalon package write FILE";
    assert!(said.contains(ask), "{said}");
    assert!(other.done(&["waiting"]).out.contains(ask));
    let french = other.done(&["--lang", "fr", "waiting"]).out;
    assert!(french.contains("jalon package write FICHIER") && french.contains("Yukon"), "{french}");
    assert_eq!(other.answer(&["waiting"])["ask"][0]["args"]["count"]["number"], 1);
    other.refused(&["check"], 1, &["failure-waiting-ask"]);
    other.done(&["package", "read", &package(&one)]);
    assert_eq!(other.done(&["waiting"]).out, "Nothing waits.\n");
    other.done(&["check"]);
}

/// A desk with the sample and a backup of it that cannot be read; its name.
fn with_damaged_backup() -> (Desk, String) {
    let desk = Desk::sample();
    let made = desk.answer(&["backup", "make"]);
    let name = made["backup"]["name"].as_str().expect("a name").to_owned();
    desk.write(&format!("plan.jalon.backups/{name}"), "nothing that can be read");
    (desk, name)
}

#[test]
fn a_redaction_says_which_backup_it_could_not_reach_however_it_came() {
    let ((one, its), (other, name)) = (with_damaged_backup(), with_damaged_backup());
    let done = one.done(&["redact", "1.3", "title", "--reason", "A name"]).out;
    assert!(done.starts_with("Removed for good from the plan, but not from every backup."), "{done}");
    assert!(done.contains(&its) && !done.contains("no backup held it"), "{done}");
    let redaction = package(&one);
    let said = other.done(&["--lang", "fr", "package", "read", &redaction]).out;
    assert!(said.contains("Trop endommagée pour être nettoyée") && said.contains(&name), "{said}");
    let line = r#"{"action":"redact","id":"milestone-1-1","field":"title","reason":"A name"}"#;
    assert_eq!(other.apply(line).lines()[0]["scrubbed"]["left"][0], *name);
    for (desk, name) in [(&one, its), (&other, name)] {
        desk.refused(&["check"], 1, &["failure-check-redaction-left"]);
        assert!(desk.run(&["check"]).err.contains(&name));
        std::fs::remove_file(desk.path(format!("plan.jalon.backups/{name}"))).expect("removed");
        desk.done(&["check"]);
    }
}

#[test]
fn what_was_put_into_what_somebody_deleted_is_said_when_it_is_read_and_by_check() {
    let (one, other) = (Desk::sample(), Desk::sample());
    let gone = ["progress-5-1", "milestone-5-1", "milestone-5-2", "milestone-5-3", "priority-5"];
    let lines = gone.map(|id| format!(r#"{{"action":"delete","id":"{id}"}}"#));
    assert_eq!(one.apply(&lines.join("\n")).code, 0);
    let new = r#"{"action":"create","kind":"milestone","id":"ms-new","fields":{"priority":"priority-5","position":"z","title":{"en":"New thing","source":"en"},"status":{"completion":"NS","outlook":"on_track"}}}"#;
    assert_eq!(other.apply(new).code, 0);
    let (deletion, work) = (package(&one), package(&other));
    let tried = one.answer(&["package", "read", &work, "--dry-run"]);
    assert_eq!(tried["orphans"][0]["args"]["what"]["message"], "problem-deleted-above", "{tried}");
    let english = "“New thing” belongs to “Inclusion and public engagement” (priority-5), which was deleted: no board and no deck shows it. Move it elsewhere or delete it, or have whoever deleted priority-5 undo that.";
    let said = one.done(&["package", "read", &work]).out;
    assert!(said.contains(english), "{said}");
    let said = other.done(&["--lang", "fr", "package", "read", &deletion]).out;
    assert!(said.contains("«\u{a0}[en] New thing\u{a0}» se trouve sous «\u{a0}Inclusion"), "{said}");
    let checked = one.run(&["check"]);
    let all = format!("{}{}", checked.out, checked.err);
    assert!(checked.code == 1 && all.matches("ms-new").count() == 1 && all.contains(english), "{all}");
    let refused = one.run(&["deck", "--final", "--lang", "en", "--out", "."]);
    assert_eq!(refused.err.matches("ms-new").count(), 1, "{}", refused.err);
}

#[test]
fn what_would_have_several_versions_is_said_when_it_is_only_tried() {
    let (one, other) = (Desk::sample(), Desk::sample());
    let due = |desk: &Desk, id: &str, year: &str| {
        let edit = format!(r#"{{"action":"edit","id":"{id}","fields":{{"due":"{year}"}}}}"#);
        assert_eq!(desk.apply(&edit).code, 0);
    };
    due(&one, "milestone-2-1", "2020");
    due(&one, "milestone-2-2", "2020");
    due(&other, "milestone-2-1", "2021");
    assert_eq!(other.apply(r#"{"action":"delete","id":"milestone-2-2"}"#).code, 0);
    let work = package(&other);
    let said = one.done(&["package", "read", &work, "--dry-run"]).out;
    assert!(said.contains("1 field would have several versions"), "{said}");
    assert!(said.contains("1 item would be deleted by somebody while somebody else worked on it"), "{said}");
    let said = one.done(&["--lang", "fr", "package", "read", &work, "--dry-run"]).out;
    assert!(said.contains("1 champ aurait plusieurs versions"), "{said}");
    let tried = one.answer(&["package", "read", &work, "--dry-run"]);
    assert_eq!(tried["conflicts"].as_array().map(Vec::len), Some(2), "{tried}");
    assert_eq!(one.done(&["conflicts"]).out, "No field has several versions.\n", "nothing was changed");
}
