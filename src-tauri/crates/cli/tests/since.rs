//! What is different since a deck was tabled: nothing twice, and all that it shows otherwise.

mod desk;

use desk::Desk;
use serde_json::{Value, json};

/// What is told among a group, as `jalon since tabled --json` has it.
fn told(desk: &Desk, group: &str) -> Vec<String> {
    let answer = desk.answer(&["since", "tabled"]);
    let told = answer["told"].as_array().unwrap().iter().filter(|it| it["group"] == group);
    told.map(|it| it["text"].as_str().unwrap().to_owned()).collect()
}

fn tabled() -> Desk {
    let desk = Desk::sample();
    desk.agree();
    desk.done(&["table", "--final", "--on", "2019-09-13"]);
    desk
}

#[test]
fn over_three_cycles_nothing_that_was_carried_over_is_told_as_new() {
    let desk = tabled();
    let mut from = "cycle-2019-09";
    for (cycle, date) in [("cyc2", "2020-02-26"), ("cyc3", "2020-09-23")] {
        desk.done(&["cycle", "open", "--id", cycle, "--en", "Councils", "--date", date]);
        desk.done(&["cycle", "carry-over", from, cycle]);
        desk.done(&["cycle", "close", from]);
        from = cycle;
    }
    assert_eq!(told(&desk, "new"), ["Meeting “Councils”"; 2]);
    assert!(told(&desk, "dropped").is_empty());
    // That the cycle was closed.
    assert_eq!(told(&desk, "otherwise").len(), 1);
}

#[test]
fn over_three_plans_nothing_that_was_carried_over_is_told_as_new() {
    let desk = tabled();
    let lessons: Vec<String> = (1..=5).map(|n| format!("{n}=Begin earlier")).collect();
    let lessons: Vec<&str> = lessons.iter().flat_map(|lesson| ["--lesson", lesson]).collect();
    for (plan, name) in [("wp2", "2020 plan"), ("wp3", "2021 plan")] {
        desk.done(&["plan", "clone", "--id", plan, "--en", name]);
        desk.done(&[&["plan", "close"], &lessons[..]].concat());
    }
    for group in ["new", "dropped", "leads", "moved"] {
        assert!(told(&desk, group).is_empty(), "{group}: {:?}", told(&desk, group));
    }
    assert!(!told(&desk, "silent").is_empty());
}

#[test]
fn what_else_the_deck_shows_otherwise_is_told_and_what_was_merged() {
    let desk = tabled();
    let actions = [
        json!({"action": "edit", "id": "figure-side-events", "fields": {"value": 23}}),
        json!({"action": "edit", "id": "next-step-1", "fields": {"done": true}}),
    ];
    let lines: Vec<String> = actions.iter().map(Value::to_string).collect();
    assert_eq!(desk.apply(&lines.join("\n")).code, 0);
    desk.done(&[
        "challenge",
        "merge",
        "challenge-3",
        "challenge-4",
        "--en",
        "One",
        "--attribution",
        "anonymous",
    ]);
    let otherwise = told(&desk, "otherwise");
    assert!(otherwise.iter().any(|it| it.ends_with("Value: 22 → 23")), "{otherwise:?}");
    assert!(otherwise.iter().any(|it| it.ends_with("Done: no → yes")), "{otherwise:?}");
    let dropped = told(&desk, "dropped");
    assert!(
        dropped.len() == 2 && dropped.iter().all(|it| it.ends_with(": merged into Challenge “One”")),
        "{dropped:?}"
    );
    let said = desk.done(&["--lang", "fr", "since", "tabled"]).out;
    assert!(said.contains("\n\nAutres changements\n") && said.contains("\u{a0}: 22 → 23\n"), "{said}");
}
