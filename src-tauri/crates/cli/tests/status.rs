//! `jalon milestone set`: what a status needs, and who may set it for whom.

mod desk;

use desk::{AS_CO_CHAIR, Desk};
use serde_json::{Value, json};

/// `milestone set` of 2.1, which stands at limited progress, at risk, with a reason.
fn set<'a>(who: &[&'a str], what: &[&'a str]) -> Vec<&'a str> {
    [who, &["milestone", "set", "2.1"], what].concat()
}

fn status(desk: &Desk, id: &str) -> Value {
    let plan = desk.exported();
    let milestones = plan["milestones"].as_array().expect("milestones").clone();
    milestones.into_iter().find(|milestone| milestone["id"] == id).expect("the milestone")["status"].take()
}

#[test]
fn a_co_chair_sets_a_status_that_stays() {
    let desk = Desk::sample();
    desk.done(&set(&AS_CO_CHAIR, &["--completion", "SP", "--reason", "Draft circulated"]));
    let after = status(&desk, "milestone-2-1");
    assert_eq!((&after["completion"], &after["outlook"]), (&json!("SP"), &json!("at_risk")));
    assert_eq!(after["reason"]["en"], "Draft circulated");
    assert!(
        desk.done(&["board"])
            .out
            .contains("2.1 Standards for four high-value datasets: Substantial progress")
    );
    let history = desk.done(&["--lang", "fr", "history", "2.1"]).out;
    assert!(history.contains("Coprésidence, Alberta") && history.contains("Draft circulated"), "{history}");
}

#[test]
fn a_reworded_reason_keeps_its_translation_out_of_date_unless_it_still_holds() {
    let desk = Desk::sample();
    desk.done(&[
        "--as",
        "secretariat",
        "translate",
        "milestone-2-1",
        "status.reason",
        "--fr",
        "Perte de personnel",
    ]);
    let reword = |what: &[&str]| {
        desk.done(&set(&AS_CO_CHAIR, what));
        status(&desk, "milestone-2-1")["reason"].take()
    };
    let reason =
        |en: &str, state: &str| json!({"en": en, "fr": "Perte de personnel", "source": "en", "state": state});
    assert_eq!(reword(&["--reason", "Staff left"]), reason("Staff left", "stale"));
    assert_eq!(reword(&["--reason", "Staff has left", "--holds"]), reason("Staff has left", "draft"));
    let line = json!({"action": "set_milestone_status", "milestone": "milestone-2-1",
        "status": {"completion": "LP", "outlook": "at_risk",
            "reason": {"en": "Many left", "source": "en", "state": "missing"}}});
    std::fs::write(desk.store().with_extension("jsonl"), format!("{line}\n")).expect("the action");
    let file = desk.store().with_extension("jsonl");
    desk.done(&[&AS_CO_CHAIR[..], &["apply", file.to_str().expect("a plain path")]].concat());
    assert_eq!(status(&desk, "milestone-2-1")["reason"], reason("Many left", "stale"));
}

#[test]
fn what_was_not_given_stays_and_a_reason_goes_with_its_outlook() {
    let desk = Desk::sample();
    let before = status(&desk, "milestone-2-1");
    desk.done(&set(&AS_CO_CHAIR, &["--completion", "SP"]));
    assert_eq!(status(&desk, "milestone-2-1")["reason"], before["reason"]);
    desk.done(&set(&AS_CO_CHAIR, &["--completion", "C", "--evidence", "https://example.org/standard"]));
    let after = status(&desk, "milestone-2-1");
    assert_eq!((&after["reason"], &after["outlook"]), (&Value::Null, &Value::Null));
}

#[test]
fn a_status_without_what_it_needs_is_refused() {
    let desk = Desk::sample();
    let check = |what: &[&str], code: &str| desk.refused(&set(&AS_CO_CHAIR, what), 1, &[code]);
    check(&["--completion", "C"], "failure-status-needs-evidence");
    check(&["--completion", "NP"], "failure-status-needs-reason");
    check(&["--outlook", "off_track"], "failure-status-needs-reason");
    check(&["--outlook", "at_risk"], "failure-store-nothing-changes");
    check(&["--reason", ""], "failure-status-needs-reason");
    check(&["--completion", "C", "--evidence", "ftp://example.org"], "failure-link-scheme");
    let both = ["--completion", "C", "--evidence", "https://example.org", "--outlook", "on_track"];
    check(&both, "failure-status-has-outlook");
    desk.done(&set(&AS_CO_CHAIR, &["--completion", "C", "--evidence", "https://example.org"]));
    check(&["--completion", "SP"], "failure-status-regression-needs-reason");
}

#[test]
fn only_those_may_set_a_status_whom_the_group_lets() {
    let desk = Desk::sample();
    let check = |who: &[&str], what: &[&str], code: &str| {
        let what = [&["--completion", "SP"], what].concat();
        desk.refused(&set(who, &what), 1, &[code]);
    };
    let answered = ["--how", "e-mail", "--when", "2019-09-01", "--for"];
    check(&["--as", "reader"], &[], "failure-denied-role");
    check(&["--as", "lead:CA-ON"], &[], "failure-denied-role");
    check(&["--as", "secretariat"], &[], "failure-denied-needs-on-behalf");
    check(&[], &[], "failure-denied-needs-on-behalf");
    check(&[], &[&answered[..], &["lead:CA-ON"]].concat(), "failure-denied-principal-may-not");
    check(&AS_CO_CHAIR, &[&answered[..], &["co-chair:CA"]].concat(), "failure-denied-may-not-act-for-others");
    desk.done(&set(&[], &[&["--completion", "SP"], &answered[..], &["co-chair:CA-AB"]].concat()));
    let history = desk.done(&["history", "2.1"]).out;
    assert!(
        history.contains("Secretariat, on behalf of the Alberta co-chair (e-mail, September 1, 2019)"),
        "{history}"
    );
}

#[test]
fn a_person_of_the_plan_acts_by_their_id() {
    let desk = Desk::sample();
    desk.done(&set(&["--as", "person-co-chair-ab"], &["--completion", "SP"]));
    desk.refused(&set(&["--as", "person-nobody"], &["--completion", "LP"]), 2, &["failure-usage-actor"]);
}

#[test]
fn acting_for_somebody_takes_whom_how_and_when() {
    let desk = Desk::sample();
    let check = |what: &[&str], code: &str| {
        desk.refused(&set(&[], &[&["--completion", "SP"], what].concat()), 2, &[code]);
    };
    check(&["--for", "co-chair:CA-AB"], "failure-usage-for-needs");
    check(&["--for", "co-chair:CA-AB", "--how", "e-mail"], "failure-usage-for-needs");
    check(&["--for", "co-chair:CA-AB", "--how", " ", "--when", "2019-09-01"], "failure-usage-for-needs");
    check(&["--for", "co-chair:CA-AB", "--how", "e-mail", "--when", "yesterday"], "failure-usage-day");
    check(&["--how", "e-mail"], "failure-usage-for-needs");
    check(&["--when", "2019-09-01"], "failure-usage-for-needs");
    for whom in ["secretariat", "co-chair", "reader:CA-ON"] {
        check(&["--for", whom, "--how", "e-mail", "--when", "2019-09-01"], "failure-usage-for");
    }
    let nowhere = ["--for", "co-chair:XX", "--how", "e-mail", "--when", "2019-09-01"];
    check(&nowhere, "failure-jurisdiction-none");
}

#[test]
fn a_milestone_that_is_not_there_is_named() {
    let desk = Desk::sample();
    for said in ["9.9", "2", "milestone-9-9", "a b", "../plan"] {
        let what = [&AS_CO_CHAIR[..], &["milestone", "set", said, "--completion", "SP"]].concat();
        desk.refused(&what, 1, &["failure-milestone-unknown"]);
    }
}

#[test]
fn no_clock_however_wrong_loses_a_change() {
    let desk = Desk::sample();
    for (n, now) in ["0001-01-01", "1969-12-31T23:59:59Z", "9999-12-31", "2019-09-14"].into_iter().enumerate()
    {
        let reason = format!("Reason {n}");
        let mut command = desk.command();
        command.env("JALON_NOW", now).arg("--store").arg(desk.store()).args(AS_CO_CHAIR);
        let done = command.args(["milestone", "set", "2.1", "--reason", &reason]).output().expect("runs");
        assert!(done.status.success(), "{now}: {}", String::from_utf8_lossy(&done.stderr));
        assert_eq!(status(&desk, "milestone-2-1")["reason"]["en"], json!(reason));
    }
    desk.done(&["check"]);
    let history = desk.done(&["history", "2.1"]).out;
    let newest_first: Vec<_> = history.lines().filter(|line| line.contains("Reason")).collect();
    assert_eq!(newest_first.len(), 4);
    assert!(
        newest_first[0].contains(": Reason 3 [") && newest_first[3].contains(": Reason 0 ["),
        "{history}"
    );
}

#[test]
fn a_status_goes_by_its_word_and_help_explains_every_code() {
    let desk = Desk::sample();
    desk.done(&set(&AS_CO_CHAIR, &["--completion", "Progres importants", "--outlook", "on track"]));
    let now = status(&desk, "milestone-2-1");
    assert_eq!((&now["completion"], &now["outlook"]), (&json!("SP"), &json!("on_track")));
    desk.done(&set(&AS_CO_CHAIR, &["--outlook", "À RISQUE", "--reason", "Few people"]));
    assert_eq!(status(&desk, "milestone-2-1")["outlook"], "at_risk");
    for (option, said, english, french) in [
        (
            "--completion",
            "XP",
            "SP (Substantial progress), C (Complete)",
            "SP (Progrès important), C (Réalisé)",
        ),
        ("--outlook", "sunny", "at_risk (At risk)", "at_risk (À risque)"),
    ] {
        let refused = set(&AS_CO_CHAIR, &[option, said]);
        desk.refused(&refused, 2, &["failure-usage-value"]);
        for (lang, words) in [("en", english), ("fr", french)] {
            let said = desk.run(&[&["--lang", lang], &refused[..]].concat()).err;
            assert!(said.contains(words), "{said}");
        }
    }
    let help = |lang: &str| desk.done(&["--lang", lang, "milestone", "set", "--help"]).out;
    let (english, french) = (help("en"), help("fr"));
    for (code, words, mots) in [
        ("NS", "Not started", "Non commencé"),
        ("LP", "Limited progress", "Progrès limité"),
        ("SP", "Substantial progress", "Progrès important"),
        ("C", "Complete", "Réalisé"),
        ("NP", "Not being pursued", "Abandonné"),
        ("on_hold", "On hold", "En suspens"),
        ("off_track", "Off track", "Compromis"),
    ] {
        let told = |help: &str, words: &str| {
            let rows = help.lines().filter(|line| line.trim_start().starts_with(&format!("• {code} – ")));
            rows.filter(|line| line.contains(words)).count()
        };
        assert_eq!((told(&english, words), told(&french, mots)), (1, 1), "{code}: {english}{french}");
    }
}

#[test]
fn who_one_is_is_entered_once_and_told() {
    let desk = Desk::sample();
    let who = || desk.done(&["whoami"]).out;
    assert!(who().starts_with("You act as: Secretariat. Nobody was entered"), "{}", who());
    desk.done(&["identity", "set", "co-chair:alberta", "--name", "Ada Lee"]);
    assert_eq!(who(), "You act as: Ada Lee (Alberta co-chair)\n");
    desk.done(&["milestone", "set", "2.1", "--completion", "SP"]);
    assert!(desk.done(&["history", "2.1"]).out.contains("Ada Lee (Alberta co-chair)"));
    let french = desk.done(&["--lang", "fr", "whoami", "--as", "lead:CA-QC"]).out;
    assert!(french.contains("Québec"), "{french}");
    desk.refused(&["identity", "set", "emperor"], 2, &["failure-usage-actor"]);
    desk.done(&["identity", "set", "person-co-chair-ab"]);
    assert!(who().contains("Alberta"));
}
