//! People whose roles have ended, or begin only later.

mod desk;

use desk::Desk;
use serde_json::{Value, json};

fn people(desk: &Desk, people: &[(&str, Value)]) {
    let lines = people.iter().map(|(id, roles)| {
        let fields = json!({"name": id, "roles": roles});
        json!({"action": "create", "kind": "person", "id": id, "fields": fields}).to_string() + "\n"
    });
    let said = desk.apply(&lines.collect::<String>());
    assert_eq!(said.code, 0, "{}", said.out);
}

#[test]
fn whoever_has_left_the_secretariat_reads_and_does_as_anybody() {
    let desk = Desk::sample();
    people(&desk, &[("gone", json!([{"role": "secretariat", "to": "2018-06-30"}]))]);
    desk.refused(&["--as", "gone", "export", "x.json", "--confidential"], 1, &["failure-denied-ended"]);
    assert!(!desk.path("x.json").exists());
    desk.done(&["--as", "gone", "export", "x.json"]);
    desk.refused(&["--as", "gone", "cycle", "close", "cycle-2019-09"], 1, &["failure-denied-ended"]);
    let said = desk.run(&["--as", "gone", "--lang", "fr", "cycle", "close", "cycle-2019-09"]);
    assert!(said.err.contains("30\u{a0}juin 2018"), "{}", said.err);
}

#[test]
fn an_answer_is_recorded_for_whoever_chaired_on_its_day() {
    let desk = Desk::sample();
    let quebec = json!({"role": "co_chair", "jurisdiction": "CA-QC", "to": "2019-06-30"});
    let alberta = json!({"role": "co_chair", "jurisdiction": "CA-AB", "from": "2019-07-01"});
    people(&desk, &[("moved", json!([quebec, alberta]))]);
    let answered = |when: &'static str| {
        [
            "milestone",
            "set",
            "2.1",
            "--completion",
            "SP",
            "--for",
            "co-chair:CA-QC",
            "--how",
            "e-mail",
            "--when",
            when,
        ]
    };
    desk.refused(&answered("2019-09-13"), 1, &["failure-store-behalf-ended"]);
    desk.done(&answered("2019-06-30"));
    // Whoever chairs another government now approves for that one.
    let shown = desk.answer(&["approvals"])["approvals"]["content"].clone();
    let content = shown.as_str().expect("a hash");
    assert!(desk.done(&["--as", "moved", "approve", "--content", content]).out.contains("Alta."));
}
