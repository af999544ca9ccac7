//! What happened in a workplan that is not, or no longer, the current one.

use super::line::{carry, read};
use super::*;

fn text(en: &str) -> Value {
    json!({"en": en, "source": "en"})
}

/// A plan with a milestone in limited progress.
fn one() -> Value {
    let mut it = json!(plan(&[milestone("LP", "2019-Q3")]));
    it["priorities"]["p"]["leads"] = json!([{"jurisdiction": "CA-QC"}]);
    it
}

fn put(it: &mut Value, id: &str, priority: &str, completion: &str) {
    let mut new = milestone(completion, "");
    new["id"] = json!(id);
    new["priority"] = json!(priority);
    it["milestones"][id] = new;
}

/// The next plan, with what is open of the one before.
fn follow(it: &mut Value) {
    carry(it, "workplans", "w", "w2", json!({"position": "c"}));
    carry(it, "priorities", "p", "p2", json!({"workplan": "w2"}));
    let all = it["milestones"].as_object().unwrap().clone();
    for (id, milestone) in all {
        if milestone["status"]["completion"] != "C" {
            carry(it, "milestones", &id, &format!("{id}2"), json!({"priority": "p2"}));
        }
    }
}

fn close(it: &mut Value) {
    it["workplans"]["w"]["state"] = json!("closed");
}

/// What is told, and of what, but that a plan was closed.
fn told(before: Value, after: &Value) -> Vec<String> {
    let told = since(&read(before), &read(after.clone()));
    let told =
        told.into_iter().filter(|it| !matches!(it, Difference::Otherwise { field, .. } if field == "state"));
    let told = told.map(|it| {
        let it = serde_json::to_value(it).unwrap();
        let of = ["milestone", "priority", "id"].iter().find_map(|name| it[*name].as_str()).unwrap();
        format!("{} {of}", it["difference"].as_str().unwrap())
    });
    told.collect()
}

#[test]
fn what_came_into_a_plan_and_was_completed_before_the_next_took_over_is_told() {
    let mut it = one();
    put(&mut it, "n", "p", "C");
    put(&mut it, "o", "p", "NS");
    it["meetings"]["t"] = json!({"id": "t", "workplan": "w", "name": text("Councils"), "date": "2019-12-25"});
    it["cycles"]["c"] = json!({"id": "c", "meeting": "t", "state": "open"});
    it["achievements"]["a"] =
        json!({"id": "a", "cycle": "c", "jurisdiction": "CA-YT", "position": "b", "text": text("Portal")});
    let here = ["silent m", "new n", "completed n", "new o", "added a", "added t"];
    assert_eq!(told(one(), &it), here);
    follow(&mut it);
    assert_eq!(told(one(), &it), here, "not yet current");
    close(&mut it);
    // What was taken along is told of the copy alone.
    let there = ["silent m2", "new o2", "new n", "completed n", "added a", "added t"];
    assert_eq!(told(one(), &it), there);
    // Given up only there, or finished only there.
    it["milestones"]["o"]["status"]["completion"] = json!("C");
    it["milestones"]["m"]["status"]["completion"] = json!("C");
    let finished =
        ["silent m2", "new o2", "completed m", "new n", "completed n", "completed o", "added a", "added t"];
    assert_eq!(told(one(), &it), finished);
}

#[test]
fn what_happened_before_the_next_plan_took_over_is_told_once() {
    let mut it = one();
    it["milestones"]["m"]["status"]["completion"] = json!("SP");
    it["milestones"]["m"]["due"] = json!("2019-Q4");
    it["milestones"]["m"]["title"] = text("Draft standard");
    it["priorities"]["p"]["leads"] = json!([{"jurisdiction": "CA-AB"}]);
    it["priorities"]["p"]["title"] = text("Literacy");
    follow(&mut it);
    let open = ["restated m", "slipped m", "leads p", "translation p", "translation m"];
    assert_eq!(told(one(), &it), open);
    close(&mut it);
    let closed = ["restated m2", "slipped m2", "leads p2", "translation p2", "translation m2"];
    assert_eq!(told(one(), &it), closed);
    // From then on each goes its own way.
    it["milestones"]["m2"]["status"]["completion"] = json!("C");
    it["milestones"]["m2"]["title"] = text("Standard");
    let later =
        ["completed m2", "slipped m2", "leads p2", "translation m", "translation p2", "translation m2"];
    assert_eq!(told(one(), &it), later);
}

#[test]
fn what_happened_in_another_plan_that_is_open_is_told() {
    let both = |change: &dyn Fn(&mut Value)| {
        let mut it = one();
        it["workplans"]["x"] = it["workplans"]["w"].clone();
        it["workplans"]["x"]["id"] = json!("x");
        it["workplans"]["x"]["position"] = json!("c");
        it["priorities"]["q"] = it["priorities"]["p"].clone();
        it["priorities"]["q"]["id"] = json!("q");
        it["priorities"]["q"]["workplan"] = json!("x");
        put(&mut it, "y", "q", "LP");
        put(&mut it, "z", "q", "LP");
        change(&mut it);
        it
    };
    let after = both(&|it| {
        it["milestones"]["y"]["status"]["completion"] = json!("C");
        it["milestones"]["y"]["title"] = text("Retitled");
        it["milestones"].as_object_mut().unwrap().remove("z");
        put(it, "n", "q", "NS");
        it["priorities"]["q"]["leads"] = json!([{"jurisdiction": "CA-AB"}]);
    });
    let expected = ["silent m", "new n", "completed y", "dropped z", "leads q", "translation y"];
    assert_eq!(told(both(&|_| {}), &after), expected);
    assert_eq!(told(both(&|_| {}), &both(&|_| {})), ["silent m", "silent y", "silent z"]);
    // A plan that is closed, and was, is silent.
    let over = both(&|it| it["workplans"]["x"]["state"] = json!("closed"));
    assert_eq!(told(over.clone(), &over), ["silent m"]);
    // What a plan holds has gone with it.
    let gone = both(&|it| {
        it["workplans"].as_object_mut().unwrap().remove("x");
        it["priorities"].as_object_mut().unwrap().remove("q");
        for id in ["y", "z"] {
            it["milestones"].as_object_mut().unwrap().remove(id);
        }
    });
    let expected = ["silent m", "dropped y", "dropped z", "removed q", "removed x"];
    assert_eq!(told(both(&|_| {}), &gone), expected);
}

#[test]
fn what_was_left_open_when_a_plan_was_over_is_told_then_and_not_again() {
    let mut before = one();
    put(&mut before, "left", "p", "NS");
    let mut after = before.clone();
    follow(&mut after);
    after["milestones"].as_object_mut().unwrap().remove("left2");
    let prepared = after.clone();
    close(&mut after);
    assert_eq!(told(before, &after), ["silent m2", "dropped left"]);
    assert_eq!(told(prepared, &after), ["silent m2", "dropped left"]);
    assert_eq!(told(after.clone(), &after), ["silent m2"]);
}

#[test]
fn what_was_said_in_the_plan_before_after_the_next_was_begun_is_told_when_that_took_over() {
    let mut it = one();
    put(&mut it, "o", "p", "LP");
    let before = it.clone();
    follow(&mut it);
    it["milestones"]["m"]["status"]["completion"] = json!("NS");
    it["milestones"]["o"]["status"]["completion"] = json!("SP");
    close(&mut it);
    assert_eq!(told(before.clone(), &it), ["regressed m", "restated o"]);
    // What the copy says later is told of that.
    it["milestones"]["o2"]["status"]["completion"] = json!("C");
    assert_eq!(told(before, &it), ["completed o2", "regressed m"]);
}

#[test]
fn a_plan_stands_where_it_stood_when_the_next_begins_beside_it() {
    let mut it = one();
    follow(&mut it);
    it["workplans"]["a"] = it["workplans"]["w2"].clone();
    it["workplans"]["a"]["id"] = json!("a");
    it["workplans"]["a"]["position"] = json!("d");
    assert!(!told(one(), &it).iter().any(|told| told.starts_with("reordered")));
}
