use serde_json::{Value, json};

use super::*;

fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}

fn text(en: &str, fr: &str) -> Value {
    json!({"en": en, "fr": fr, "source": "en", "state": "approved"})
}

/// A plan with one of most things, its cycle `c` and another one.
fn plan() -> Plan {
    let jurisdiction = |id: &str, name: &str| {
        json!({"id": id, "position": "b", "level": "provincial", "name": text(name, name),
            "abbreviation": text(id, id)})
    };
    let point = |id: &str, position: &str, en: &str| json!({"id": id, "owner": "s", "position": position, "text": text(en, en)});
    let plan = json!({
        "jurisdictions": {"ON": jurisdiction("ON", "Ontario"), "QC": jurisdiction("QC", "Quebec"),
            "BC": jurisdiction("BC", "British Columbia")},
        "people": {"a": {"id": "a", "name": "Ada", "roles": [{"role": "co_chair", "jurisdiction": "ON"}]}},
        "workplans": {"w": {"id": "w", "position": "b", "title": text("Plan", "Plan"),
            "group": text("Group", "Groupe"), "group_abbreviation": text("G", "G"), "languages": ["en", "fr"],
            "state": "open"}},
        "meetings": {"m": {"id": "m", "workplan": "w", "name": text("Councils", "Conseils"), "date": "2019-09-25"}},
        "cycles": {"c": {"id": "c", "meeting": "m", "state": "open"}, "d": {"id": "d", "meeting": "m", "state": "open"}},
        "slides": {"s": {"id": "s", "workplan": "w", "position": "b", "role": "about", "title": text("About", "À propos")}},
        "points": {"p1": point("p1", "b", "One"), "p2": point("p2", "c", "Two"), "p3": point("p3", "d", "Three")},
        "priorities": {"pr": {"id": "pr", "workplan": "w", "position": "b", "title": text("Literacy", "Littératie"),
            "leads": [{"jurisdiction": "QC", "to": "2019-09-24"}, {"jurisdiction": "ON"}]}},
        "milestones": {"mi": {"id": "mi", "priority": "pr", "position": "b", "title": text("Draft", "Projet"),
            "status": {"completion": "SP", "outlook": "on_track"}, "due": "2019-Q4"}},
        "challenges": {"ch": {"id": "ch", "cycle": "c", "position": "b", "text": text("Money", "Argent"),
            "attribution": "named", "jurisdictions": ["QC"], "origins": ["BC"]},
            "inside": {"id": "inside", "cycle": "c", "position": "c", "text": text("Secret", "Secret"),
            "attribution": "internal"}},
    });
    serde_json::from_value(plan).unwrap()
}

fn of(plan: &Plan) -> Content {
    content(plan, &id("c")).unwrap()
}

/// What is different after a change, told shortly.
fn changed(change: impl FnOnce(&mut Plan)) -> Vec<String> {
    let (before, mut after) = (plan(), plan());
    change(&mut after);
    let (before, after) = (of(&before), of(&after));
    let found = before.words_changed(&after);
    assert_eq!(before.hash() == after.hash(), found.is_empty(), "{found:?}");
    let told = found.iter().map(|change| match change {
        WordChange::Cycle { before, after } => format!("cycle {before} {after}"),
        WordChange::Added { id, text, .. } => format!("added {id} {}", text.en),
        WordChange::Removed { id, text, .. } => format!("removed {id} {}", text.en),
        WordChange::Moved { id, .. } => format!("moved {id}"),
        WordChange::Words { id, field, lang, before, after, .. } => {
            format!("{id} {field}.{} {before} {after}", lang.map_or("", Lang::code))
        }
    });
    told.collect()
}

#[test]
fn the_hash_of_a_content_is_the_one_that_was_approved_before() {
    let golden = Content {
        cycle: id("c"),
        items: vec![Item {
            kind: Kind::Meeting,
            id: id("m"),
            said: vec![
                Said { field: "name", lang: Some(Lang::Fr), value: json!("Conseils mixtes") },
                Said { field: "date", lang: None, value: json!("2019-09-25") },
            ],
        }],
    };
    assert_eq!(golden.hash(), "da9a22a5cf2f7cdde87d502dee5bdba06d6fe7232fc7ade031a4e9cb128749a7");
}

#[test]
fn a_word_that_changed_is_named_with_its_field_and_language() {
    let told = changed(|plan| plan.points.get_mut("p2").unwrap().text.fr = "Deux".into());
    assert_eq!(told, [r#"p2 text.fr "Two" "Deux""#]);
}

#[test]
fn facts_are_told_as_the_plan_writes_them() {
    let told = changed(|plan| {
        let milestone = plan.milestones.get_mut("mi").unwrap();
        milestone.status.completion = crate::Completion::LimitedProgress;
        milestone.due = None;
        plan.challenges.get_mut("ch").unwrap().attribution = "anonymous".into();
    });
    let expected = [
        r#"mi status. ["SP","on_track"] ["LP","on_track"]"#,
        r#"mi due. "2019-Q4" null"#,
        r#"ch jurisdictions. ["QC"] null"#,
        "removed QC QC",
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_is_moved_added_or_taken_out_is_told_and_its_neighbours_are_not() {
    let moved = changed(|plan| plan.points.get_mut("p1").unwrap().position = "e".into());
    assert_eq!(moved, ["moved p1"]);
    let gone = changed(|plan| drop(plan.points.remove("p1")));
    assert_eq!(gone, ["removed p1 One"]);
    let under_another = changed(|plan| {
        let mut slide = plan.slides["s"].clone();
        (slide.id, slide.position, slide.role) = (id("t"), "c".into(), "other".into());
        plan.slides.insert(slide.id.clone(), slide);
        plan.points.get_mut("p3").unwrap().owner = id("t");
    });
    assert_eq!(under_another, ["added t About", r#"p3 owner. "s" "t""#]);
}

#[test]
fn what_no_deck_shows_voids_nothing() {
    let check = |change: fn(&mut Plan)| assert_eq!(changed(change), [""; 0]);
    check(|plan| plan.challenges.get_mut("ch").unwrap().origins.clear());
    check(|plan| plan.challenges.get_mut("inside").unwrap().text.en = "Other".into());
    check(|plan| plan.points.get_mut("p1").unwrap().text.state = crate::Translation::Stale);
    check(|plan| plan.people.get_mut("a").unwrap().email = Some("a@example.org".into()));
    check(|plan| plan.priorities.get_mut("pr").unwrap().lessons = Some(Default::default()));
    // Leads of the day of the meeting: Quebec no longer leads then.
    check(|plan| plan.priorities.get_mut("pr").unwrap().leads.retain(|lead| lead.jurisdiction != id("QC")));
    check(|plan| plan.jurisdictions.get_mut("BC").unwrap().name.en = "B.C.".into());
}

#[test]
fn another_cycle_is_another_content_even_with_the_same_words() {
    let mut bare = plan();
    bare.challenges.clear();
    let [one, other] = ["c", "d"].map(|cycle| content(&bare, &id(cycle)).unwrap());
    assert_ne!(one.hash(), other.hash());
    let expected = [WordChange::Cycle { before: id("c"), after: id("d") }];
    assert_eq!(one.words_changed(&other), expected);
    assert_eq!(content(&bare, &id("e")), None);
}
