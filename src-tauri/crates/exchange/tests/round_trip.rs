//! What is written reads back as it was, to the byte.

use jalon_domain::problem::{Objects, objects};
use jalon_domain::{Id, Kind, Plan, plan::Entity};
use jalon_exchange::{read, sample, write};
use serde_json::{Value, json};

fn plan(objects: &Objects) -> Plan {
    let mut plan = Plan::default();
    for (kind, by_id) in objects {
        let entities = by_id.values().map(|object| Entity::from_value(*kind, object.clone()));
        entities.for_each(|entity| plan.put(entity.expect("an entity")));
    }
    plan
}

/// The sample, and beside it one of everything that it does not have.
fn with_every_field() -> Plan {
    let mut all = sample();
    let mut put = |kind: Kind, object: Value| {
        let id = Id::parse(object["id"].as_str().expect("an id")).expect("an id");
        all.entry(kind).or_default().insert(id, object);
    };
    let text =
        json!({"fr": "Texte, « avec » \u{2028} tout\t\"ça\" \u{1F4CA}", "source": "fr", "state": "missing"});
    put(
        Kind::Challenge,
        json!({"id": "challenge-9", "cycle": "cycle-2019-09", "position": "z", "text": text, "attribution": "named",
            "links": [{"en": "https://example.org/a?b=c&d=%C3%A9"}], "jurisdictions": ["CA-NU", "CA"],
            "origins": ["CA-MB", "CA-AB"], "merged_from": ["challenge-2", "challenge-1"], "carried_from": "challenge-3"}),
    );
    put(
        Kind::Submission,
        json!({"id": "s", "cycle": "cycle-2019-09", "jurisdiction": "CA-PE", "state": "nothing_to_report"}),
    );
    put(
        Kind::Person,
        json!({"id": "p", "name": "N", "email": "n@example.org", "roles": [{"role": "co_chair", "jurisdiction": "CA-AB",
            "alternate": true, "from": "2019-01-01", "to": "2019-12-31"}]}),
    );
    put(
        Kind::Figure,
        json!({"id": "f", "event": "event-summit", "position": "m", "value": 2600, "more_than": true, "label": text}),
    );
    plan(&all)
}

#[test]
fn write_read_write_gives_the_same_bytes_and_the_same_plan() {
    let before = with_every_field();
    let bytes = write(&before, true);
    let read_in = read(&bytes, &Objects::new()).expect("no fault");
    assert_eq!(plan(&read_in), before);
    assert_eq!(read_in, objects(&before));
    assert_eq!(write(&plan(&read_in), true), bytes);
}

#[test]
fn an_empty_plan_is_a_file_too() {
    let bytes = write(&Plan::default(), false);
    assert!(
        bytes.starts_with(b"{\n  \"format\": \"jalon-plan\",\n  \"version\": 1,\n  \"jurisdictions\": [],\n")
    );
    assert!(bytes.ends_with(b"]\n}\n"));
    let read_in = read(&bytes, &Objects::new()).expect("no fault");
    assert!(read_in.values().all(|by_id| by_id.is_empty()));
}

#[test]
fn where_challenges_came_from_is_written_only_when_it_is_asked_for() {
    let text = |confidential| String::from_utf8(write(&with_every_field(), confidential)).expect("UTF-8");
    assert!(text(true).contains("\"origins\": [\n        \"CA-MB\","));
    assert!(!text(false).contains("origins"));
}

#[test]
fn people_see_their_order_in_the_file() {
    let mut all = sample();
    let priority = Id::parse("priority-5").expect("an id");
    all.get_mut(&Kind::Priority).and_then(|by_id| by_id.get_mut(&priority)).expect("there")["position"] =
        json!("a05");
    let file: Value = serde_json::from_slice(&write(&plan(&all), false)).expect("JSON");
    let ids = |list: &str| -> Vec<String> {
        let items = file[list].as_array().expect("a list");
        items.iter().map(|item| item["id"].as_str().expect("an id").to_owned()).collect()
    };
    assert_eq!(ids("priorities")[0], "priority-5");
    assert_eq!(ids("milestones")[0], "milestone-5-1", "children in the order of their parents");
    assert_eq!(ids("next_steps")[3..], ["next-step-4", "next-step-5"], "a sub-point after its point");
}

#[test]
fn the_order_of_keys_and_entities_null_and_defaults_make_no_difference() {
    let loose = json!({
        "people": [{"roles": [], "name": "B", "id": "b", "email": null}, {"name": "A", "id": "a"}],
        "version": 1, "format": "jalon-plan"
    });
    let read_in = read(loose.to_string().as_bytes(), &Objects::new()).expect("no fault");
    let file: Value = serde_json::from_slice(&write(&plan(&read_in), true)).expect("JSON");
    assert_eq!(file["people"], json!([{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]));
    let people: Vec<&Value> = read_in[&Kind::Person].values().collect();
    assert_eq!(people[1], &json!({"id": "b", "name": "B"}), "the normal form has no null and no default");
}

#[test]
fn loops_that_a_merge_left_can_still_be_written() {
    let mut all = sample();
    let steps = all.get_mut(&Kind::NextStep).expect("steps");
    let [four, five] = ["next-step-4", "next-step-5"].map(|id| Id::parse(id).expect("an id"));
    steps.get_mut(&four).expect("there")["parent"] = json!(five);
    let file: Value = serde_json::from_slice(&write(&plan(&all), true)).expect("JSON");
    assert_eq!(file["next_steps"].as_array().expect("a list").len(), 5);
}
