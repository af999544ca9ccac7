//! `jalon plan` and `jalon lead`: a plan's year on the command line.

mod desk;

use desk::{AS_CO_CHAIR, Desk};

#[test]
fn a_plan_is_closed_with_lessons_followed_by_the_next_and_reopened() {
    let desk = Desk::sample();
    desk.refused(&["plan", "close"], 1, &["failure-cycle-no-lessons"]);
    desk.refused(&["plan", "close", "--lesson", "9=A"], 1, &["failure-priority-unknown"]);
    desk.refused(&["plan", "close", "--lesson", "1"], 2, &["failure-usage-lesson"]);
    desk.refused(&["--as", "lead:CA-ON", "plan", "close"], 1, &["failure-denied-role"]);
    let lessons = ["1=Begin earlier", "2=B", "3=C", "priority-4=D", "5=E=F"];
    let lessons: Vec<&str> = lessons.iter().flat_map(|lesson| ["--lesson", lesson]).collect();
    let closed = desk.done(&[&["plan", "close"], &lessons[..]].concat()).out;
    for said in [
        "Joint Councils, September 25, 2019 (cycle-2019-09): this reporting cycle is still open",
        "10 milestones are unfinished: jalon plan clone workplan-2018-2019",
        "jalon plan reopen workplan-2018-2019 --reason",
    ] {
        assert!(closed.contains(said), "{closed}");
    }
    let plan = desk.exported();
    assert_eq!(plan["priorities"][4]["lessons"]["en"], "E=F");
    desk.refused(
        &[&AS_CO_CHAIR[..], &["milestone", "set", "2.1", "--completion", "SP"]].concat(),
        1,
        &["failure-cycle-plan-closed"],
    );
    let clone = [
        "plan",
        "clone",
        "--en",
        "2020 plan",
        "--fr",
        "Plan de 2020",
        "--starts",
        "2020-04-01",
        "--id",
        "w2",
    ];
    desk.done(&clone);
    let again = ["plan", "clone", "workplan-2018-2019", "--en", "2020 Plan"];
    desk.refused(&again, 1, &["failure-cycle-plan-followed"]);
    assert!(desk.run(&again).err.contains("The plan w2 "));
    let list = desk.done(&["--lang", "fr", "plan", "list"]).out;
    assert!(list.contains("w2 – Plan de 2020\u{a0}: Ouvert") && list.contains("en cours"), "{list}");
    let board = desk.done(&["board"]).out;
    assert!(board.starts_with("2020 plan\n") && !board.contains("Complete"), "{board}");
    let before = desk.done(&["board", "--plan", "workplan-2018-2019"]).out;
    assert!(before.contains("Complete") && !before.contains("2020 plan"), "{before}");
    desk.refused(&["board", "--plan", "none"], 1, &["failure-plan-unknown"]);
    desk.done(&["plan", "reopen", "workplan-2018-2019", "--reason", "Late figures"]);
    assert!(desk.done(&["history"]).out.contains(": Late figures"));
    let none = desk.done(&["--lang", "fr", "plan", "late"]).out;
    assert!(none.contains("Rien n’est arrivé"), "{none}");
    desk.refused(&["plan", "late", "none"], 1, &["failure-plan-unknown"]);
    desk.refused(
        &["plan", "reopen", "workplan-2018-2019", "--reason", "Again"],
        1,
        &["failure-cycle-plan-open"],
    );
    desk.refused(&["plan", "reopen", "workplan-2018-2019"], 2, &["failure-usage-missing"]);
    desk.refused(&["plan", "clone"], 2, &["failure-usage-needs-text"]);
}

#[test]
fn the_next_plan_is_called_current_only_once_it_is() {
    let desk = Desk::sample();
    let clone = |id: &str| desk.done(&["plan", "clone", "--en", "Next", "--fr", "Suivant", "--id", id]).out;
    let list = |id: &str| {
        let all = desk.done(&["plan", "list"]).out;
        all.lines().find(|line| line.starts_with(id)).unwrap().to_owned()
    };
    let said = clone("w2");
    assert_eq!(said.trim(), list("w2"));
    assert!(!said.contains("current"), "{said}");
    let lessons: Vec<String> =
        (1..=5).flat_map(|n| ["--lesson".into(), format!("{n}=Begin earlier")]).collect();
    let close = ["plan", "close"].into_iter().chain(lessons.iter().map(String::as_str));
    let closed = desk.done(&close.collect::<Vec<_>>()).out;
    assert!(closed.contains("plan reopen") && !closed.contains("unfinished"), "taken along: {closed}");
    assert!(list("w2").contains("current"), "{}", list("w2"));
}

#[test]
fn leads_change_within_the_year() {
    let desk = Desk::sample();
    desk.done(&["lead", "add", "1", "CA-QC", "--from", "2019-10-01"]);
    let told = desk.done(&["lead", "end", "1", "CA-ON", "--to", "2019-09-30"]).out;
    assert_eq!(told.trim(), "Leads: Ont. (until September 30, 2019); Que. (from October 1, 2019)");
    let history = desk.done(&["history", "1"]).out;
    assert!(history.contains("from Ont., Que. (from October 1, 2019) to Ont. (until"), "{history}");
    desk.refused(&["lead", "end", "1", "CA-BC", "--to", "2019-09-30"], 1, &["failure-cycle-not-lead"]);
    desk.refused(&["lead", "add", "9", "CA-BC"], 1, &["failure-priority-unknown"]);
    desk.refused(&["lead", "add", "1", "CA-BC", "--place", "0"], 2, &["failure-usage-place"]);
    desk.refused(&["--as", "lead:CA-ON", "lead", "add", "1", "CA-BC"], 1, &["failure-denied-role"]);
}
