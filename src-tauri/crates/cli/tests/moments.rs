//! Looking back from the command line.

mod desk;

use desk::{AS_CO_CHAIR, Desk};
use serde_json::{Value, json};

/// A desk with the sample since September 1, on which milestone 2.1 was completed on
/// September 5 and taken back on September 7.
fn desk() -> Desk {
    let desk = Desk::bare();
    let on = |day: &str, what: &[&str]| {
        let mut command = desk.command();
        command.env("JALON_NOW", day).arg("--store").arg(desk.store());
        let done = command.args(what).output().expect("runs");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    let set =
        |day: &str, what: &[&str]| on(day, &[&AS_CO_CHAIR, &["milestone", "set", "2.1"][..], what].concat());
    on("2019-09-01", &["init", "--sample"]);
    set("2019-09-05", &["--completion", "C", "--evidence", "https://example.org/"]);
    set("2019-09-07", &["--completion", "SP", "--reason", "Withdrawn"]);
    desk
}

#[test]
fn what_is_different_is_printed_in_words_and_as_json() {
    let desk = desk();
    let said = desk.done(&["since", "2019-09-06"]).out;
    let title = "Standards for four high-value datasets";
    assert!(said.starts_with("What has changed: September 6, 2019 → now\n"), "{said}");
    assert!(
        said.contains(&format!("Gone back\n   2.1 {title}: Complete → Substantial progress: Withdrawn\n")),
        "{said}"
    );
    let said = desk.done(&["--lang", "fr", "since", "2019-09-04", "2019-09-05"]).out;
    assert!(said.contains("Réalisés\n   2.1 Normes pour quatre jeux de données de grande valeur"), "{said}");
    assert!(said.contains("le 5\u{a0}septembre 2019"), "{said}");
    let answer = desk.answer(&["since", "2019-09-06", "now"]);
    let regressed =
        answer["differences"].as_array().unwrap().iter().find(|it| it["difference"] == "regressed");
    let regressed = regressed.expect("it went back");
    assert_eq!(regressed["before"]["completion"], "C");
    assert_eq!(
        (&regressed["after"]["completion"], &regressed["after"]["outlook"]),
        (&json!("SP"), &json!("on_track"))
    );
    assert_eq!(answer["told"][0]["group"], "regressed");
    let nothing = desk.done(&["since", "2019-08-01", "2019-08-02"]).out;
    assert!(nothing.ends_with("Nothing has changed.\n"), "{nothing}");
    desk.refused(&["since", "now", "2019-09-05"], 1, &["failure-moment-reversed"]);
    // Nothing was learnt between these.
    desk.refused(&["since", "2019-08-02", "2019-08-01"], 1, &["failure-moment-reversed"]);
}

#[test]
fn a_past_board_plan_and_deck_show_what_stood() {
    let desk = desk();
    let board = desk.done(&["board", "--as-of", "2019-09-05"]).out;
    assert!(board.starts_with("2018-2019 Workplan (as of: September 5, 2019)\n"), "{board}");
    assert!(board.contains("2.1 Standards for four high-value datasets: Complete"), "{board}");
    assert!(
        desk.done(&["board"])
            .out
            .contains("2.1 Standards for four high-value datasets: Substantial progress")
    );
    let day = desk.answer(&["board", "--as-of", "2019-09-05T12:00:00Z"]);
    assert_eq!(day["board"]["columns"][1]["cards"][0]["status"]["completion"], "C");
    let past = desk.path("past.json");
    desk.done(&["export", past.to_str().unwrap(), "--as-of", "2019-09-05"]);
    let plan: Value = serde_json::from_slice(&std::fs::read(past).unwrap()).unwrap();
    let milestones = plan["milestones"].as_array().unwrap();
    let milestone = milestones.iter().find(|it| it["id"] == "milestone-2-1").unwrap();
    assert_eq!(milestone["status"]["completion"], "C");
    let folder = desk.path("decks");
    std::fs::create_dir(&folder).unwrap();
    desk.done(&["deck", "--lang", "both", "--out", folder.to_str().unwrap(), "--as-of", "2019-09-05"]);
    assert_eq!(desk.names("decks").len(), 2);
}

#[test]
fn history_is_of_a_part_and_between_moments() {
    let desk = desk();
    let id = desk.answer(&["history", "--limit", "1"])["history"][0]["txn"].as_str().unwrap().to_owned();
    let line = &*format!(
        "September 7, 2019, 12:00 p.m., Alberta co-chair: Milestone 2.1 “Standards for four high-value datasets” from Complete to Substantial progress: Withdrawn [{id}]\n"
    );
    // What it prints names a moment.
    assert!(desk.done(&["board", "--as-of", &id]).out.contains("Substantial progress"));
    assert!(!desk.done(&["since", &id]).out.contains("Gone back"));
    assert_eq!(desk.done(&["history", "--limit", "1"]).out, line);
    assert_eq!(desk.done(&["history", "2.1", "--from", "2019-09-05"]).out, line);
    assert_eq!(desk.done(&["history", "2", "--with-children", "--from", "2019-09-05"]).out, line);
    let answer = desk.answer(&["history", "2.1", "--to", "2019-09-05"]);
    assert_eq!(answer["history"].as_array().unwrap().len(), 2);
    assert_eq!(
        desk.done(&["history", "2", "--from", "2019-09-05"]).out,
        "Nothing was done within these bounds.\n"
    );
    let nothing = ["--lang", "fr", "history", "2.1", "--from", "2019-09-05", "--to", "2019-09-06"];
    assert_eq!(desk.done(&nothing).out, "Rien n’a été fait dans ces limites.\n");
}

#[test]
fn how_a_milestone_looks_that_went_back_is_told() {
    let desk = desk();
    let set = |what: &[&str]| desk.done(&[&AS_CO_CHAIR, &["milestone", "set", "2.1"][..], what].concat());
    set(&["--completion", "C"]);
    set(&["--completion", "SP", "--outlook", "off_track", "--reason", "Link dead"]);
    let told = "from Complete to Substantial progress, Off track: Link dead [";
    assert!(desk.done(&["history", "--limit", "1"]).out.contains(told));
    let since = desk.done(&["since", "2019-09-06"]).out;
    assert!(since.contains(": Complete → Substantial progress, Off track: Link dead\n"), "{since}");
}

#[test]
fn other_evidence_is_told_and_what_is_named_again_keeps_its_label() {
    let desk = desk();
    let set = |addresses: &[&str]| {
        let evidence = addresses.iter().flat_map(|address| ["--evidence", address]);
        let evidence: Vec<&str> = evidence.collect();
        desk.done(&[&AS_CO_CHAIR, &["milestone", "set", "2.1", "--completion", "C"][..], &evidence].concat());
    };
    let label = json!({"en": "Page", "fr": "Page web", "source": "en", "state": "approved"});
    let link = json!({"en": "https://a.example/", "fr": "https://a.example/fr", "label": label});
    let status = json!({"completion": "C", "evidence": [link]});
    let line = json!({"action": "set_milestone_status", "milestone": "milestone-2-1", "status": status});
    desk.write("line.jsonl", format!("{line}\n"));
    desk.done(&[&AS_CO_CHAIR[..], &["apply", "line.jsonl"]].concat());
    set(&["https://b.example/", "https://a.example/", "https://a.example/fr"]);
    let evidence = || {
        let plan = desk.exported();
        let milestones = plan["milestones"].as_array().expect("milestones");
        let milestone = milestones.iter().find(|it| it["id"] == "milestone-2-1");
        milestone.expect("the milestone")["status"]["evidence"].clone()
    };
    assert_eq!(evidence(), json!([{"en": "https://b.example/"}, link]));
    let last = || desk.done(&["history", "--limit", "1"]).out;
    assert!(last().contains(", evidence added: https://b.example/ ["), "{}", last());
    set(&["https://a.example/fr"]);
    assert_eq!(evidence(), json!([link]));
    assert!(last().contains(", evidence removed: https://b.example/ ["), "{}", last());
    let undone = desk.done(&[&AS_CO_CHAIR[..], &["undo"]].concat()).out;
    assert!(
        undone.contains("evidence added: https://b.example/") || last().contains("evidence added"),
        "{undone}"
    );
    let since = desk.done(&["--lang", "fr", "since", "2019-09-06"]).out;
    assert!(
        since.contains(
            "preuves ajoutées\u{a0}: https://b.example/ · https://a.example/ · https://a.example/fr"
        ),
        "{since}"
    );
}

#[test]
fn what_names_no_moment_is_refused_in_words() {
    let desk = desk();
    desk.refused(&["since", "last year"], 2, &["failure-moment-unknown"]);
    desk.refused(&["board", "--as-of", "2019-09-31"], 2, &["failure-moment-unknown"]);
    desk.refused(&["board", "--as-of", "2020-01-01"], 1, &["failure-moment-future"]);
    desk.refused(&["since", "tabled"], 1, &["failure-moment-nothing-tabled"]);
    desk.refused(&["history", "--limit", "-1"], 2, &["failure-usage-number"]);
    desk.refused(&["history", "--limit", "many"], 2, &["failure-usage-number"]);
    // None at all would look as if nothing had been done.
    desk.refused(&["history", "--limit", "0"], 2, &["failure-usage-number"]);
    let both = ["deck", "--lang", "fr", "--out", ".", "--final", "--as-of", "2019-09-05"];
    desk.refused(&both, 2, &["failure-usage-final-as-of"]);
}

#[test]
fn a_moment_before_anything_was_recorded_is_no_empty_plan() {
    let desk = desk();
    let unrecorded = "failure-moment-unrecorded";
    std::fs::create_dir(desk.path("decks")).unwrap();
    for looks in [
        &["board", "--as-of", "2019-06-01"][..],
        &["export", "then.json", "--as-of", "2019-06-01"],
        &["deck", "--lang", "fr", "--out", "decks", "--as-of", "2019-06-01"],
    ] {
        desk.refused(looks, 1, &[unrecorded]);
    }
    assert!(!desk.path("then.json").exists() && desk.names("decks").is_empty());
    let said = desk.run(&["board", "--as-of", "2019-06-01"]);
    assert_eq!(
        said.err,
        "Nothing had been recorded in this store yet at that moment (June 1, 2019). Its record begins on September 1, 2019, 12:00 p.m. and cannot say what stood before.\n"
    );
    let said = desk.run(&["--lang", "fr", "board", "--as-of", "2019-06-01"]).err;
    assert!(said.contains("commence le 1er\u{a0}septembre 2019") && !said.contains("--sample"), "{said}");
    let said = desk.done(&["since", "2019-06-01"]).out;
    assert!(
        said.lines().nth(1).unwrap().starts_with("Nothing had been recorded in this store yet"),
        "{said}"
    );
    assert_eq!(desk.answer(&["since", "2019-06-01"])["unrecorded"]["code"], unrecorded);
    assert!(desk.answer(&["since", "2019-09-01"]).get("unrecorded").is_none());
    // A file that was made before anything was put into it had no workplan then.
    let young = Desk::bare();
    for (day, what) in [("2019-09-01", &["init"][..]), ("2019-09-05", &["init", "--sample"])] {
        let mut command = young.command();
        command.env("JALON_NOW", day).arg("--store").arg(young.store()).args(what);
        assert!(command.output().expect("runs").status.success());
    }
    let said = young.done(&["board", "--as-of", "2019-09-02"]).out;
    assert_eq!(said, "There was no workplan in this store yet at that moment (September 2, 2019).\n");
}

#[test]
fn what_is_different_is_told_of_one_plan_where_it_is_named() {
    let desk = desk();
    desk.done(&["plan", "clone", "--en", "Next", "--fr", "Suivant", "--id", "w2"]);
    let told = |more: &[&str]| desk.done(&[&["since", "2019-09-06"], more].concat()).out;
    assert!(told(&["--plan", "workplan-2018-2019"]).contains("Gone back\n   2.1 Standards for four"));
    let edit = r#"{"action":"edit","id":"workplan-2018-2019","fields":{"title.en":"The first workplan"}}"#;
    assert_eq!(desk.apply(edit).code, 0);
    assert!(told(&["--plan", "workplan-2018-2019"]).contains("The first workplan"));
    desk.refused(&["since", "2019-09-06", "--plan", "gone"], 1, &["failure-plan-unknown"]);
}

#[test]
fn that_there_are_more_texts_than_are_shown_is_said() {
    let desk = Desk::sample();
    let step = |n: usize| {
        let fields = json!({"cycle": "cycle-2019-09", "text": {"en": format!("Zebra {n}"), "source": "en"}});
        json!({"action": "create", "kind": "next_step", "fields": fields}).to_string() + "\n"
    };
    assert_eq!(desk.apply(&(0..100).map(step).collect::<String>()).code, 0);
    assert_eq!(desk.done(&["search", "zebra"]).out.lines().count(), 100);
    assert_eq!(desk.answer(&["search", "zebra"])["more"], false);
    assert_eq!(desk.apply(&step(100)).code, 0);
    let said = desk.done(&["search", "zebra"]).out;
    assert_eq!(said.lines().last(), Some("Only the first 100 are shown: say more words."));
    let said = desk.done(&["--lang", "fr", "search", "zebra"]).out;
    assert!(
        said.ends_with("Seuls les 100 premiers sont montrés\u{a0}: précisez par d’autres mots.\n"),
        "{said}"
    );
    let answer = desk.answer(&["search", "zebra"]);
    assert_eq!((answer["hits"].as_array().expect("hits").len(), &answer["more"]), (100, &json!(true)));
}

#[test]
fn where_something_comes_from_and_what_became_of_it_is_printed() {
    let desk = Desk::sample();
    let merge = ["challenge", "merge", "challenge-3", "challenge-4", "--en", "One", "--id", "m1"];
    desk.done(&[&merge[..], &["--attribution", "anonymous"]].concat());
    desk.done(&["cycle", "open", "--en", "Councils", "--date", "2020-02-26", "--id", "c2"]);
    desk.done(&["cycle", "carry-over", "cycle-2019-09", "c2"]);
    let answer = desk.answer(&["lineage", "next-step-1"]);
    let copy = answer["lineage"]["carried_to"][0].as_str().unwrap();
    let said = desk.done(&["lineage", "next-step-1"]).out;
    assert!(
        said.starts_with("Carried over to Next step “") && said.ends_with(&format!(" [{copy}]\n")),
        "{said}"
    );
    let said = desk.done(&["--lang", "fr", "lineage", copy]).out;
    assert!(
        said.starts_with("Repris de Prochaine étape «\u{a0}") && said.ends_with(" [next-step-1]\n"),
        "{said}"
    );
    assert_eq!(desk.done(&["lineage", "m1"]).out.matches("Merged from Challenge “").count(), 2);
    let said = desk.done(&["lineage", "challenge-3"]).out;
    assert!(said.contains("Merged into Challenge “One” [m1]\n"), "{said}");
    let none = "It comes from nothing else, and nothing came of it.\n";
    assert_eq!(desk.done(&["lineage", "2.1"]).out, none);
    desk.refused(&["lineage", "nothing"], 1, &["failure-store-unknown"]);
}
