//! What people type for jurisdictions, meetings and days, what is taken for a slip, and what
//! they are told when they close a cycle.

mod desk;

use desk::Desk;

#[test]
fn a_jurisdiction_goes_by_its_name_and_abbreviation_wherever_one_is_named() {
    let desk = Desk::sample();
    let set = |what: &[&str]| desk.done(&[&["submission", "set"], what].concat());
    set(&["québec", "submitted", "--as", "lead:Qc"]);
    set(&["C.-B.", "draft", "--for", "lead:british columbia", "--how", "e-mail", "--when", "2019-09-01"]);
    set(&["T.-N.-L.", "nothing_to_report", "--as", "lead:nl"]);
    assert_eq!(
        ["CA-QC", "CA-BC", "CA-NL"].map(|code| desk.submission(code)),
        ["submitted", "draft", "nothing_to_report"]
    );
    desk.done(&["lead", "add", "1", "Nouvelle-Ecosse"]);
    desk.done(&["clear", "--jurisdiction", "yukon"]);
    desk.refused(&["lead", "add", "1", "Atlantis"], 2, &["failure-jurisdiction-none"]);
    desk.refused(&["submission", "set", "nt", "draft"], 2, &["failure-jurisdiction-several"]);
    desk.refused(&["clear", "--jurisdiction", "Colombie"], 2, &["failure-jurisdiction-unknown"]);
    let said = desk.run(&["--lang", "fr", "submission", "set", "Colombie", "draft"]).err;
    assert!(said.contains("Colombie-Britannique (CA-BC)") && !said.contains("Columbia"), "{said}");
}

#[test]
fn a_meeting_that_is_there_and_a_day_that_nobody_means_are_refused_where_they_are_typed() {
    let desk = Desk::sample();
    fn open<'a>(more: &[&'a str]) -> Vec<&'a str> {
        [&["cycle", "open"], more].concat()
    }
    let again = open(&["--en", "joint councils", "--date", "2019-09-25"]);
    desk.refused(&again, 1, &["failure-cycle-meeting-there"]);
    assert!(desk.run(&again).err.contains("cycle-2019-09"));
    desk.refused(
        &open(&["--fr", "Conseils mixtes", "--date", "2019-09-25"]),
        1,
        &["failure-cycle-meeting-there"],
    );
    // Two councils on one day.
    desk.done(&open(&["--en", "Deputy ministers", "--date", "2019-09-25"]));
    desk.refused(&open(&["--en", "A", "--date", "2018-09-03"]), 1, &["failure-cycle-meeting-before-plan"]);
    desk.refused(&open(&["--en", "A", "--date", "0019-09-25"]), 2, &["failure-usage-year"]);
    let due = ["--en", "A", "--date", "2020-02-26", "--submissions-due", "2920-01-01"];
    desk.refused(&open(&due), 2, &["failure-usage-year"]);
    desk.refused(&["lead", "end", "1", "CA-ON", "--to", "0019-09-25"], 2, &["failure-usage-year"]);
    let answered = ["--for", "lead:CA-QC", "--how", "e-mail", "--when", "0019-09-01"];
    desk.refused(
        &[&["submission", "set", "CA-QC", "draft"], &answered[..]].concat(),
        2,
        &["failure-usage-year"],
    );
    let meeting = r#"{"action":"create","kind":"meeting","id":"m9","fields":{"workplan":"workplan-2018-2019","name":{"en":"Teleconference","source":"en"},"date":"2019-12-01"}}"#;
    assert_eq!(desk.apply(meeting).code, 0);
    let known = open(&["--en", "Teleconference", "--date", "2019-12-01"]);
    desk.refused(&known, 1, &["failure-cycle-meeting-without-cycle"]);
    desk.done(&open(&["--meeting", "m9"]));
}

#[test]
fn whoever_closes_a_cycle_is_told_what_is_left_open_in_it() {
    let desk = Desk::sample();
    let alone = desk.done(&["cycle", "close"]).out;
    assert!(alone.contains("19 items are unfinished. Once the next cycle is open"), "{alone}");
    let reopen = ["cycle", "reopen", "cycle-2019-09"];
    desk.done(&reopen);
    desk.done(&["cycle", "open", "--en", "Joint Councils", "--date", "2020-02-26", "--id", "c2"]);
    let closed = desk.answer(&["cycle", "close", "cycle-2019-09"]);
    assert_eq!((&closed["left"]["unfinished"], &closed["left"]["next"]), (&19.into(), &"c2".into()));
    desk.done(&reopen);
    let french = desk.done(&["--lang", "fr", "cycle", "close", "cycle-2019-09"]).out;
    let carry = "19 éléments ne sont ni finis ni reportés\u{a0}: jalon cycle carry-over cycle-2019-09 c2";
    assert!(french.contains(carry), "{french}");
    let carried = desk.done(&["cycle", "carry-over", "cycle-2019-09", "c2"]).out;
    assert_eq!(carried, "19 items carried over to Joint Councils, February 26, 2020 (c2)\n");
    desk.done(&reopen);
    let closed = desk.done(&["cycle", "close", "cycle-2019-09"]).out;
    for said in [
        "16 submissions were still expected: GC, Ont., Que.",
        "5 clearances are missing: jalon clear --cycle cycle-2019-09",
        "jalon cycle reopen cycle-2019-09",
    ] {
        assert!(closed.contains(said), "{closed}");
    }
    assert!(!closed.contains("carry-over"), "{closed}");
}
