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

/// The program, on a day.
fn on(desk: &Desk, day: &str, arguments: &[&str]) -> String {
    let mut command = desk.command();
    command.env("JALON_NOW", day).arg("--store").arg(desk.store()).args(arguments);
    let done = command.output().expect("runs");
    assert!(done.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    String::from_utf8(done.stdout).expect("text")
}

/// Makes a milestone under priority 4, on a day.
fn create(desk: &Desk, day: &str, id: &str, more: Value) {
    let mut fields = json!({"priority": "priority-4", "title": {"en": id, "source": "en", "state": "missing"},
        "status": {"completion": "NS", "outlook": "on_track"}});
    fields.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    let action = json!({"action": "create", "kind": "milestone", "id": id, "fields": fields});
    desk.write("create.jsonl", action.to_string());
    on(desk, day, &["apply", "create.jsonl"]);
}

/// Closes the plan and begins the next one.
fn follow(desk: &Desk, day: &str) {
    let lessons: Vec<String> = (1..=5).map(|n| format!("{n}=Begin earlier")).collect();
    let lessons: Vec<&str> = lessons.iter().flat_map(|lesson| ["--lesson", lesson]).collect();
    on(desk, day, &[&["plan", "close"], &lessons[..]].concat());
    on(desk, day, &["plan", "clone", "workplan-2018-2019", "--en", "Next", "--fr", "Suivant", "--id", "wp2"]);
}

#[test]
fn what_came_and_was_completed_in_the_plan_before_is_told_once() {
    let desk = tabled();
    create(&desk, "2019-12-01", "ms-new", json!({"due": "2020-01-31"}));
    let done = ["milestone", "set", "ms-new", "--completion", "C", "--evidence", "https://example.org/"];
    on(&desk, "2020-01-15", &[&desk::AS_CO_CHAIR, &done[..]].concat());
    let action = json!({"action": "create", "kind": "achievement", "id": "achieved", "fields": {
        "cycle": "cycle-2019-09", "jurisdiction": "CA-YT", "text": {"en": "Late news", "source": "en"}}});
    desk.write("create.jsonl", action.to_string());
    on(&desk, "2020-01-16", &["apply", "create.jsonl"]);
    let here = on(&desk, "2020-02-01", &["since", "tabled"]);
    follow(&desk, "2020-04-01");
    let asked: [&[&str]; 3] = [&["tabled"], &["2019-11-01"], &["tabled", "--plan", "wp2"]];
    for said in
        asked.iter().map(|asked| on(&desk, "2020-04-02", &[&["since"], *asked].concat())).chain([here])
    {
        assert_eq!(said.matches("ms-new").count(), 2, "{said}");
        assert!(said.contains("ms-new: on January 15, 2020, in time\n"), "{said}");
        assert!(said.contains("ms-new (due January 31, 2020)\n"), "{said}");
        assert_eq!(said.matches("“Late news”").count(), 1, "{said}");
    }
}

#[test]
fn what_is_new_is_told_with_how_it_stands_and_an_old_reason_explains_nothing() {
    let desk = Desk::sample();
    let set = |day: &str, milestone: &str, completion: &str| {
        let set = ["milestone", "set", milestone, "--completion", completion];
        let at_risk = ["--outlook", "at_risk", "--reason", "Staff left"];
        on(&desk, day, &[&desk::AS_CO_CHAIR, &set[..], &at_risk].concat());
    };
    set("2019-09-14", "2.1", "LP");
    create(&desk, "2019-12-01", "ms-new", json!({}));
    set("2019-12-02", "ms-new", "LP");
    follow(&desk, "2020-04-01");
    set("2020-04-02", "2.1", "SP");
    let said = on(&desk, "2020-04-03", &["since", "2019-09-15"]);
    assert!(said.contains("ms-new: Limited progress, At risk: Staff left\n"), "{said}");
    assert!(said.contains(": Limited progress, At risk → Substantial progress, At risk\n"), "{said}");
    assert_eq!(said.matches("ms-new").count(), 1, "{said}");
}
