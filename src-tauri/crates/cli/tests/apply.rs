//! `jalon apply`: one action a line in, one answer a line out, each once it is durable.

mod desk;

use std::fs;
use std::io::{BufRead as _, BufReader, Write as _};

use desk::{Desk, Said};
use serde_json::{Value, json};

fn retitle(id: &str, title: &str) -> String {
    json!({"action": "edit", "id": id, "fields": {"title.fr": title}}).to_string()
}

fn found(desk: &Desk, text: &str) -> usize {
    desk.answer(&["search", text])["hits"].as_array().expect("hits").len()
}

#[test]
fn refused_lines_say_why_and_the_rest_go_on() {
    let desk = Desk::sample();
    let cases = [
        (retitle("priority-1", "Tournesol"), ""),
        (String::new(), "nothing is answered to an empty line"),
        ("not json".into(), "failure-line-not-json"),
        (
            r#"{"action":"edit","id":"priority-1","fields":{"title.en":"\ud800"}}"#.into(),
            "failure-line-not-json",
        ),
        ("[1]".into(), "failure-line-not-object"),
        ("[".repeat(100_000), "failure-line-too-much"),
        (r#"{"id":"priority-1"}"#.into(), "failure-line-no-action"),
        (r#"{"action":"frobnicate"}"#.into(), "failure-line-unknown-action"),
        (r#"{"action":"edit","fields":{}}"#.into(), "failure-line-missing-field"),
        (r#"{"action":"undo","x":1}"#.into(), "failure-line-unknown-field"),
        (r#"{"action":"issue_challenges","x":1}"#.into(), "failure-line-unknown-field"),
        (r#"{"action":"edit","id":"priority-1","fields":{},"extra":1}"#.into(), "failure-line-unknown-field"),
        (r#"{"action":"edit","id":5,"fields":{}}"#.into(), "failure-line-not-action"),
        (r#"{"action":"edit","action":"undo"}"#.into(), "failure-line-duplicate-key"),
        (r#"{"action":"undo","as":5}"#.into(), "failure-line-as"),
        (r#"{"action":"undo","as":"nobody"}"#.into(), "failure-usage-actor"),
        (r#"{"action":"undo","on_behalf":{}}"#.into(), "failure-line-on-behalf"),
        (r#"{"action":"undo","reason":5}"#.into(), "failure-line-reason"),
        (retitle("nothing", "Titre"), "failure-store-unknown"),
        (
            r#"{"action":"edit","id":"priority-1","fields":{"dragon":1}}"#.into(),
            "failure-store-no-such-field",
        ),
        (
            r#"{"action":"edit","id":"next-step-1","fields":{"parent":"next-step-1"}}"#.into(),
            "failure-problem",
        ),
        (r#"{"action":"delete","id":"priority-1"}"#.into(), "failure-store-referred"),
        (r#"{"action":"create","kind":"point","id":"priority-1","fields":{}}"#.into(), "failure-store-taken"),
        (leads(json!([{"jurisdiction": "CA-ON"}, {"jurisdiction": "CA-ON"}])), "failure-leads-twice"),
        (
            leads(json!([{"jurisdiction": "CA-ON", "from": "2019-05-01", "to": "2018-05-01"}])),
            "failure-leads-from-after-to",
        ),
        (retitle("priority-2", "Dernier"), ""),
    ];
    let lines: Vec<&str> = cases.iter().map(|(line, _)| line.as_str()).collect();
    let said = desk.apply(&lines.join("\n"));
    assert_eq!((said.code, said.err.as_str()), (1, ""));
    let answers = said.lines();
    let answered: Vec<_> = cases.iter().enumerate().filter(|(_, (line, _))| !line.is_empty()).collect();
    assert_eq!(answers.len(), answered.len());
    for (answer, (n, (line, code))) in answers.iter().zip(answered) {
        let line: String = line.chars().take(200).collect();
        assert_eq!(answer["line"], n + 1, "{line}");
        assert_eq!(answer["failure"]["code"].as_str().unwrap_or_default(), *code, "{line}");
        assert_eq!(answer["ok"], code.is_empty(), "{line}");
    }
    assert_eq!((found(&desk, "Tournesol"), found(&desk, "Dernier")), (1, 1));
    desk.done(&["check"]);
}

fn leads(leads: Value) -> String {
    json!({"action": "edit", "id": "priority-1", "fields": {"leads": leads}}).to_string()
}

#[test]
fn all_done_is_exit_code_0_and_a_line_that_is_no_text_or_too_long_is_refused() {
    let desk = Desk::sample();
    assert_eq!(desk.apply(&retitle("priority-1", "Un")).code, 0);
    assert_eq!(desk.apply("").code, 0);
    let long = format!("\"{}\"", "x".repeat(16 * 1024 * 1024));
    let lines =
        [b"\xff\xfe".as_slice(), long.as_bytes(), retitle("priority-1", "Deux").as_bytes()].join(&b'\n');
    desk.write("actions.jsonl", lines);
    let answers = desk.run(&["apply", "actions.jsonl"]).lines();
    let codes: Vec<_> = answers.iter().map(|answer| answer["failure"]["code"].as_str()).collect();
    assert_eq!(codes, [Some("failure-line-not-utf8"), Some("failure-line-too-long"), None]);
    desk.refused(&["apply", "nowhere.jsonl"], 1, &["failure-load-missing"]);
    desk.refused(&["apply", "."], 1, &["failure-load-is-folder"]);
}

#[test]
fn each_line_says_who_acts_for_whom_and_why() {
    let desk = Desk::sample();
    let status = json!({"completion": "SP", "outlook": "on_track"});
    let line = |rest: Value| {
        let mut line =
            json!({"action": "set_milestone_status", "milestone": "milestone-2-1", "status": status});
        line.as_object_mut().expect("an object").extend(rest.as_object().expect("an object").clone());
        line.to_string()
    };
    let how =
        |how: &str| json!({"role": "co_chair", "jurisdiction": "CA-AB", "how": how, "when": "2019-09-01"});
    let lines = [
        line(json!({"as": "lead:CA-ON"})),
        line(json!({"on_behalf": how(" ")})),
        line(json!({"on_behalf": how("telephone"), "reason": "Asked for by the councils"})),
    ];
    let answers = desk.apply(&lines.join("\n")).lines();
    assert_eq!(answers[0]["failure"]["code"], "failure-denied-role");
    assert_eq!(answers[1]["failure"]["code"], "failure-store-behalf-without-how");
    assert_eq!(answers[2]["ok"], true);
    let history = desk.done(&["history", "2.1"]).out;
    assert!(history.contains("on behalf of the Alberta co-chair (telephone"), "{history}");
    assert!(history.contains("Asked for by the councils"), "{history}");
}

#[test]
fn a_plan_is_reopened_by_a_line_with_its_reason() {
    let desk = Desk::sample();
    let line = |action: Value| desk.apply(&format!("{action}\n"));
    let reopen = json!({"action": "reopen_plan", "workplan": "workplan-2018-2019"});
    let plan = desk.exported();
    let priorities = plan["priorities"].as_array().expect("priorities").iter();
    let lessons = priorities.map(|it| {
        (it["id"].as_str().expect("an id").to_owned(), json!({"en": "Begin earlier", "source": "en"}))
    });
    let lessons: serde_json::Map<String, Value> = lessons.collect();
    let close = json!({"action": "close_plan", "workplan": "workplan-2018-2019", "lessons": lessons});
    let closed = line(close);
    assert_eq!(closed.code, 0, "{}", closed.out);
    assert_eq!(line(reopen.clone()).lines()[0]["failure"]["code"], "failure-line-missing-field");
    let mut why = reopen;
    why["reason"] = json!("Late figures");
    let said = line(why);
    assert_eq!(said.code, 0, "{}", said.out);
    assert!(desk.done(&["history", "--limit", "1"]).out.contains("Late figures"));
}

#[test]
fn an_answer_comes_once_its_action_is_durable_and_a_kill_loses_nothing_answered() {
    let desk = Desk::sample();
    let mut applying = desk.applying();
    let mut lines = applying.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(applying.stdout.take().expect("a pipe"));
    for title in ["Première", "Deuxième"] {
        writeln!(lines, "{}", retitle("priority-3", title)).expect("sent");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("an answer");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!(answer["ok"], true);
        assert_eq!(found(&desk, title), 1, "another process sees what was answered");
    }
    // Half a line is not an action.
    write!(lines, "{}", &retitle("priority-3", "Troisième")[..30]).expect("sent");
    applying.kill().expect("killed");
    applying.wait().expect("ended");
    assert_eq!((found(&desk, "Deuxième"), found(&desk, "Troisième")), (1, 0));
    desk.done(&["check"]);
}

#[test]
fn a_file_that_is_taken_away_or_replaced_meanwhile_is_not_written_to() {
    let desk = Desk::sample();
    let mut applying = desk.applying();
    let mut lines = applying.stdin.take().expect("a pipe");
    let mut answers = BufReader::new(applying.stdout.take().expect("a pipe"));
    let mut code = |title: &str| {
        writeln!(lines, "{}", retitle("priority-3", title)).expect("sent");
        let mut answer = String::new();
        answers.read_line(&mut answer).expect("an answer");
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        answer["failure"]["code"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(code("Un"), "");
    fs::rename(desk.store(), desk.path("moved.jalon")).expect("moved");
    assert_eq!(code("Deux"), "failure-store-gone");
    let other = Desk::sample();
    fs::copy(other.store(), desk.store()).expect("copied");
    let before = fs::read(desk.store()).expect("a file");
    assert_eq!(code("Trois"), "failure-store-replaced");
    drop(lines);
    assert_eq!(applying.wait().expect("ended").code(), Some(1));
    assert_eq!(fs::read(desk.store()).expect("a file"), before);
}

#[test]
fn nothing_more_is_done_for_somebody_who_reads_no_answers() {
    let desk = Desk::sample();
    let mut applying = desk.applying();
    drop(applying.stdout.take());
    let mut lines = applying.stdin.take().expect("a pipe");
    let both = [retitle("priority-3", "Première"), retitle("priority-3", "Deuxième")];
    lines.write_all(both.join("\n").as_bytes()).expect("sent");
    drop(lines);
    let said = Said::from(applying.wait_with_output().expect("ended"));
    assert_eq!(said.code, 1);
    assert!(said.err.contains("Line 1 was the last"), "{}", said.err);
    assert_eq!((found(&desk, "Première"), found(&desk, "Deuxième")), (1, 0));
}

#[test]
fn two_processes_at_once_lose_nothing() {
    let desk = Desk::sample();
    let running: Vec<_> = ["priority-1", "priority-2"]
        .into_iter()
        .map(|id| {
            let mut applying = desk.applying();
            let mut lines = applying.stdin.take().expect("a pipe");
            for n in 1..=20 {
                writeln!(lines, "{}", retitle(id, &format!("{id} fois {n}"))).expect("sent");
            }
            applying
        })
        .collect();
    for applying in running {
        let said = Said::from(applying.wait_with_output().expect("ended"));
        assert_eq!((said.code, said.lines().len()), (0, 20), "{} {}", said.out, said.err);
    }
    assert_eq!(desk.answer(&["check"])["transactions"], 2 + 40);
    assert_eq!(desk.done(&["history", "1"]).out.lines().count(), 1 + 20);
}

#[test]
fn two_processes_at_once_never_make_two_versions_of_one_field() {
    let desk = Desk::sample();
    let running = ["Un", "Deux"].map(|title| {
        let mut applying = desk.applying();
        let mut lines = applying.stdin.take().expect("a pipe");
        for n in 1..=20 {
            writeln!(lines, "{}", retitle("priority-1", &format!("{title} {n}"))).expect("sent");
        }
        applying
    });
    for applying in running {
        let said = Said::from(applying.wait_with_output().expect("ended"));
        assert_eq!(said.code, 0, "{} {}", said.out, said.err);
        assert!(said.lines().iter().all(|answer| answer["conflicts"] == json!([])), "{}", said.out);
    }
    desk.done(&["check"]);
}

#[test]
fn a_line_that_names_both_sides_of_a_text_or_names_no_bases_makes_no_conflict() {
    let desk = Desk::sample();
    let both = json!({"action": "edit", "id": "priority-1",
        "fields": {"title.en": "Both", "title.fr": "Les deux"}});
    let answers = desk.apply(&both.to_string()).lines();
    assert_eq!((&answers[0]["ok"], &answers[0]["conflicts"]), (&json!(true), &json!([])));
    let title = desk.exported()["priorities"][0]["title"].clone();
    assert_eq!((&title["en"], &title["fr"]), (&json!("Both"), &json!("Les deux")));
}

#[test]
fn no_action_writes_what_is_no_identifier_and_each_line_says_where_it_stands() {
    let desk = Desk::sample();
    let long = "a".repeat(65);
    let odd = ["défi 1", "a b", "a:b", "a/b", "\"", "'", "`", "-a", ".a", "", "\n", "é", "$x", &long];
    let text = json!({"fr": "Défi", "source": "fr"});
    let mut cases = Vec::new();
    for odd in odd {
        let fields =
            json!({"cycle": "cycle-2019-09", "jurisdiction": "CA-YT", "position": "z", "text": text});
        let challenges = ["challenge-1", odd];
        let cycle = json!({"action": "open_cycle", "id": odd, "workplan": "workplan-2018-2019", "date": "2020-02-26",
            "name": text});
        let behalf = json!({"role": "lead", "jurisdiction": odd, "how": "e-mail", "when": "2019-09-03"});
        cases.extend([
            (json!({"action": "create", "kind": "achievement", "id": odd, "fields": fields}), "id"),
            (json!({"action": "edit", "id": odd, "fields": {"title.en": "A"}}), "id"),
            (
                json!({"action": "merge_challenges", "challenges": challenges, "id": "merged", "text": text,
                    "attribution": "anonymous"}),
                "challenges[1]",
            ),
            (cycle, "id"),
            (json!({"action": "carry_over", "from": "cycle-2019-09", "to": odd}), "to"),
            (json!({"action": "undo", "on_behalf": behalf}), "on_behalf.jurisdiction"),
        ]);
    }
    let said = desk.apply(&cases.iter().map(|(line, _)| format!("{line}\n")).collect::<String>());
    for ((line, place), answer) in cases.iter().zip(said.lines()) {
        assert_eq!(answer["failure"]["code"], "failure-value", "{line}");
        let told = answer["failure"]["message"].as_str().unwrap_or_default();
        assert!(told.starts_with(&format!("{place}: an identifier is needed")), "{line}: {told}");
    }
    assert_eq!(said.lines().len(), cases.len());
    desk.done(&["check"]);
    desk.refused(
        &["cycle", "open", "--id", "my cycle", "--en", "A", "--date", "2020-02-26"],
        2,
        &["failure-usage-id"],
    );
}
