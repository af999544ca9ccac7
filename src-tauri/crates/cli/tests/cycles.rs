//! `jalon cycle`, `submission`, `clear`, `challenge`: a reporting cycle on the command line.

mod desk;

use std::fs;
use std::io::Read as _;

use desk::{AS_CO_CHAIR, Desk};
use serde_json::Value;

const FOR_QUEBEC: [&str; 6] = ["--for", "lead:CA-QC", "--how", "e-mail", "--when", "2019-09-01"];

#[test]
fn who_is_outstanding_is_asked_and_each_says_for_itself_where_it_stands() {
    let desk = Desk::sample();
    let status = desk.done(&["cycle", "status"]).out;
    assert!(status.contains("16 of 16 are still expected"), "{status}");
    assert!(status.contains("Ont.: Outstanding · Overdue by 31 days · has written 1 item"), "{status}");
    desk.done(&["--as", "lead:CA-ON", "submission", "set", "CA-ON", "submitted"]);
    desk.done(&[&["submission", "set", "CA-QC", "nothing_to_report"], &FOR_QUEBEC[..]].concat());
    assert_eq!(
        (desk.submission("CA-ON"), desk.submission("CA-QC")),
        ("submitted".into(), "nothing_to_report".into())
    );
    let told = desk.done(&["--lang", "fr", "cycle", "status"]).out;
    assert!(
        told.contains("14 sur 16 sont encore attendus") && told.contains("Qc\u{a0}: Rien à signaler"),
        "{told}"
    );
    let history = desk.done(&["history"]).out;
    assert!(history.contains("on behalf of the Quebec lead (e-mail, September 1, 2019)"), "{history}");
    let set = |who: &[&'static str], code: &str| {
        desk.refused(&[who, &["submission", "set", "CA-YT", "draft"]].concat(), 1, &[code]);
    };
    set(&["--as", "reader"], "failure-denied-role");
    set(&["--as", "lead:CA-ON"], "failure-denied-not-own");
    set(&AS_CO_CHAIR, "failure-denied-not-own");
    set(&[], "failure-denied-needs-on-behalf");
    desk.refused(&["submission", "set", "CA-YT", "late"], 2, &["failure-usage-value"]);
    desk.refused(&["cycle", "status", "none"], 1, &["failure-cycle-unknown"]);
}

#[test]
fn an_item_is_shown_before_it_is_cleared_and_other_words_void_it() {
    let desk = Desk::sample();
    let yukon = ["--as", "lead:CA-YT", "clear", "achievement-yt"];
    let shown = desk.answer(&yukon);
    let content = shown["item"]["content"].as_str().expect("a digest").to_owned();
    let told = desk.done(&yukon).out;
    assert!(told.contains(&format!("--content {content}")) && told.contains("French: Le Yukon"), "{told}");
    let french = desk.done(&[&["--lang", "fr"][..], &yukon].concat()).out;
    assert!(french.contains("français\u{a0}: Le Yukon"), "{french}");
    let missing = || desk.done(&["clear"]).out.lines().next().expect("a line").to_owned();
    assert_eq!(missing(), "Clearances: 5 of 5 are missing.");
    desk.refused(&[&yukon[..], &["--content", "0000"]].concat(), 1, &["failure-cycle-content-changed"]);
    // Whom it does not name is not invited to clear it.
    desk.refused(&["clear", "achievement-yt", "--jurisdiction", "CA-NT"], 1, &["failure-cycle-not-named"]);
    let ontario = ["--as", "lead:CA-ON", "clear", "achievement-yt", "--content", &content];
    desk.refused(&ontario, 1, &["failure-denied-not-own"]);
    desk.done(&[&yukon[..], &["--content", &content[..8]]].concat());
    assert_eq!(missing(), "Clearances: 4 of 5 are missing.");
    let edit = r#"{"action":"edit","id":"achievement-yt","fields":{"text.en":"Yukon has a portal"}}"#;
    assert_eq!(desk.apply(edit).code, 0);
    assert!(desk.done(&["clear"]).out.contains("Cleared, but changed since"));
    desk.done(&[&yukon[..], &["--withdraw"]].concat());
    assert!(desk.done(&["clear"]).out.contains("“Yukon has a portal”: Not cleared"));
    desk.refused(&[&yukon[..], &["--withdraw"]].concat(), 1, &["failure-clear-none"]);
    desk.refused(&["clear", "milestone-2-1"], 1, &["failure-store-unknown"]);
}

#[test]
fn a_cycle_is_opened_carried_over_into_and_closed() {
    let desk = Desk::sample();
    let open = ["cycle", "open", "--en", "Joint Councils", "--fr", "Conseils mixtes", "--date", "2020-02-26"];
    let opened = desk.answer(&[&open[..], &["--id", "c2"]].concat());
    assert_eq!(opened["cycle"]["submissions_due"], "2020-01-15");
    let carried = desk.answer(&["cycle", "carry-over", "cycle-2019-09", "c2"]);
    assert_eq!((carried["carried"].as_u64(), carried["txns"].as_array().map(Vec::len)), (Some(19), Some(2)));
    let again = ["cycle", "carry-over", "cycle-2019-09", "c2"];
    desk.refused(&again, 1, &["failure-store-nothing-changes"]);
    desk.done(&["cycle", "close"]);
    let list = desk.done(&["--lang", "fr", "cycle", "list"]).out;
    assert!(
        list.contains("septembre 2019\u{a0}: Fermé") && list.contains("février 2020\u{a0}: Ouvert"),
        "{list}"
    );
    desk.refused(
        &[
            "submission",
            "set",
            "CA",
            "draft",
            "--cycle",
            "cycle-2019-09",
            "--for",
            "lead:CA",
            "--how",
            "e-mail",
            "--when",
            "2019-09-01",
        ],
        1,
        &["failure-cycle-closed"],
    );
    let edit = r#"{"action":"edit","id":"achievement-yt","fields":{"text.en":"Yukon has a portal"}}"#;
    assert_eq!(desk.apply(edit).lines()[0]["failure"]["code"], "failure-cycle-closed");
    desk.refused(&["--as", "lead:CA-YT", "cycle", "reopen", "cycle-2019-09"], 1, &["failure-denied-role"]);
    assert!(
        desk.done(&["cycle", "reopen", "cycle-2019-09"])
            .out
            .contains("open again: Joint Councils, September 25, 2019 (cycle-2019-09)")
    );
    let undone = desk.done(&["undo"]).out;
    assert!(undone.starts_with("Undo: Reopening of a reporting cycle"), "{undone}");
    assert!(desk.done(&["--lang", "fr", "redo"]).out.contains("Réouverture d’un cycle de rapport"));
    assert_eq!(desk.apply(edit).code, 0);
    desk.refused(&["cycle", "reopen", "cycle-2019-09"], 1, &["failure-store-nothing-changes"]);
    desk.done(&["cycle", "close", "cycle-2019-09"]);
    desk.refused(&["cycle", "open", "--en", "A", "--date", "2020-02-30"], 2, &["failure-usage-day"]);
    desk.refused(&["cycle", "open", "--en", "A"], 1, &["failure-cycle-no-meeting"]);
    desk.refused(&[&["--as", "lead:CA-ON"], &open[..]].concat(), 1, &["failure-denied-role"]);
}

/// Every part of a deck, unpacked.
fn parts(desk: &Desk, name: &str) -> String {
    let file = fs::File::open(desk.path(format!("out/{name}"))).expect("a deck");
    let mut package = zip::ZipArchive::new(file).expect("a package");
    let mut all = String::new();
    for n in 0..package.len() {
        let mut bytes = Vec::new();
        let mut part = package.by_index(n).expect("a part");
        all.push_str(part.name().expect("a name").as_ref());
        part.read_to_end(&mut bytes).expect("readable");
        all.push_str(&String::from_utf8_lossy(&bytes));
    }
    all
}

/// What the built-in jurisdictions say of themselves is no secret.
fn without_built_in(answer: &Value) -> String {
    let entries = answer["history"].as_array().expect("history").iter();
    let own =
        entries.filter(|it| it["action"] != "install_jurisdictions" && it["action"] != "install_sample");
    own.map(Value::to_string).collect()
}

#[test]
fn where_an_anonymous_challenge_came_from_reaches_nobody_in_whatever_form() {
    let desk = Desk::sample();
    let spoke_up = [
        r#"{"as":"lead:CA-NU","reason":"Our premier","action":"create","kind":"challenge","id":"h1","fields":{"cycle":"cycle-2019-09","text":{"en":"Bandwidth","source":"en"},"attribution":"anonymous","origins":["CA-NU"]}}"#,
        r#"{"as":"lead:CA-NU","action":"edit","id":"h1","fields":{"text.en":"Bandwidth in the North"}}"#,
        r#"{"action":"create","kind":"challenge","id":"h2","fields":{"cycle":"cycle-2019-09","text":{"en":"Law","source":"en"},"attribution":"named","jurisdictions":["CA-ON"]}}"#,
        r#"{"as":"lead:CA-NU","action":"create","kind":"challenge","id":"h4","fields":{"cycle":"cycle-2019-09","text":{"en":"Satellites","source":"en"},"attribution":"anonymous","origins":["CA-NU"]}}"#,
    ];
    assert_eq!(desk.apply(&spoke_up.join("\n")).code, 0);
    desk.done(&[
        "challenge",
        "merge",
        "h1",
        "h2",
        "--en",
        "Law and bandwidth",
        "--attribution",
        "named",
        "--id",
        "m1",
    ]);
    desk.done(&[
        "challenge",
        "merge",
        "challenge-1",
        "challenge-2",
        "--en",
        "Means",
        "--attribution",
        "anonymous",
    ]);
    desk.done(&["cycle", "open", "--en", "Councils", "--date", "2020-02-26", "--id", "c2"]);
    desk.done(&["challenge", "issue"]);
    desk.done(&["cycle", "carry-over", "cycle-2019-09", "c2"]);
    fs::create_dir(desk.path("out")).expect("a folder");
    let none = |what: &str, text: &str| {
        for secret in ["CA-NU", "Nunavut", "Nun.", "Nt", "Our premier"] {
            assert!(!text.contains(secret), "{what} tells {secret}");
        }
    };
    for who in ["reader", "lead:CA-ON", "lead:CA-YT", "co-chair:CA-AB", "secretariat"] {
        desk.done(&["--as", who, "deck", "--lang", "both", "--out", "out"]);
        let decks = desk.names("out");
        assert_eq!(decks.len(), 2);
        decks.iter().for_each(|name| none(&format!("{name} of {who}"), &parts(&desk, name)));
        let deck = parts(&desk, &decks[0]);
        assert!(deck.contains("Law and bandwidth") && !deck.contains("Bandwidth in the North"));
    }
    for who in ["reader", "lead:CA-ON", "lead:CA-YT", "co-chair:CA-AB"] {
        let answer = |what: &[&str]| desk.answer(&[&["--as", who], what].concat());
        none(who, &without_built_in(&answer(&["history"])));
        none(who, &answer(&["approvals"]).to_string());
        none(who, &answer(&["since", "2019-09-01"]).to_string());
        let refused = desk.run(&["--as", who, "challenge", "issue"]);
        assert_eq!(refused.code, 1);
        none(who, &refused.err);
        for entity in ["h1", "h4", "m1"] {
            none(who, &answer(&["history", entity]).to_string());
        }
        none(who, &answer(&["search", "bandwidth"]).to_string());
        none(who, &answer(&["board"]).to_string());
        let told = desk.run(&[
            "--as",
            who,
            "challenge",
            "merge",
            "h1",
            "m1",
            "--en",
            "A",
            "--attribution",
            "internal",
        ]);
        assert_eq!(told.code, 1);
        none(who, &told.err);
        desk.done(&["--as", who, "export", "plan.json", "--replace"]);
        let file: Value =
            serde_json::from_slice(&fs::read(desk.path("plan.json")).expect("a file")).expect("JSON");
        none(who, &file["challenges"].to_string());
    }
    desk.done(&["package", "write", "everybody.jalon"]);
    let package = fs::read_to_string(desk.path("everybody.jalon")).expect("text");
    let lines = package.lines().filter(|line| !line.contains("builtin"));
    none("the package for everybody", &lines.collect::<String>());
    assert!(package.contains("Satellites") && !package.contains("Bandwidth in the North"));
    assert!(desk.answer(&["history", "h1"]).to_string().contains("CA-NU"), "the secretariat knows");
}

#[test]
fn a_submission_of_which_two_versions_stand_is_marked() {
    let (one, other) = (Desk::sample(), Desk::sample());
    let yukon = |desk: &Desk, state: &str| {
        desk.done(&["--as", "lead:CA-YT", "submission", "set", "CA-YT", state]);
    };
    yukon(&one, "submitted");
    yukon(&other, "nothing_to_report");
    let package = one.path("package");
    let package = package.to_str().expect("a path");
    one.done(&["package", "write", package, "--replace"]);
    assert!(!other.done(&["cycle", "status"]).out.contains("in conflict"));
    other.done(&["package", "read", package]);
    let said = other.done(&["cycle", "status"]).out;
    let marked: Vec<&str> = said.lines().filter(|line| line.contains("in conflict")).collect();
    assert!(matches!(marked.as_slice(), [line] if line.contains("Y.T.") || line.contains("Yukon")), "{said}");
}

#[test]
fn how_to_clear_is_told_to_those_who_may_and_the_links_are_in_the_answer() {
    let desk = Desk::sample();
    let words = desk.answer(&["clear"])["clearances"].clone();
    let word = &words.as_array().expect("clearances")[0];
    let [item, of] = ["item", "jurisdiction"].map(|name| word[name].as_str().expect("a text").to_owned());
    let shown = |who: &str| desk.done(&["clear", &item, "--jurisdiction", &of, "--as", who]).out;
    assert!(shown(&format!("lead:{of}")).contains("To clear it"));
    assert!(shown("secretariat").contains("To clear it"), "on behalf of whoever answered");
    assert!(!shown("reader").contains("To clear it"));
    assert!(desk.answer(&["clear", &item, "--jurisdiction", &of])["links"].is_array());
}

#[test]
fn what_reads_the_same_in_both_languages_is_found_on_one_line() {
    let desk = Desk::sample();
    let said = desk.done(&["search", "Alberta"]).out;
    let mut lines: Vec<&str> = said.lines().collect();
    let all = lines.len();
    lines.sort_unstable();
    lines.dedup();
    assert_eq!(lines.len(), all, "{said}");
    assert!(desk.answer(&["search", "Alberta"])["hits"].as_array().expect("hits").len() > all, "{said}");
}

#[test]
fn a_co_chair_is_told_what_it_leaves_to_the_secretariat() {
    let desk = Desk::sample();
    desk.done(&["cycle", "open", "--en", "Councils", "--date", "2020-02-26", "--id", "c2"]);
    let over = ["cycle", "carry-over", "cycle-2019-09", "c2"];
    let told = desk.done(&[&AS_CO_CHAIR[..], &over].concat()).out;
    assert!(told.lines().count() == 2 && told.contains(": the secretariat carries "), "{told}");
    desk.refused(&[&AS_CO_CHAIR[..], &over].concat(), 1, &["failure-cycle-left-to-carry"]);
    assert_eq!(desk.answer(&over)["left"], 0);
}
