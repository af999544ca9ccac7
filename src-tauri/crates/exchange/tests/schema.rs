//! The schema, the structs and the registry say the same.

use std::collections::BTreeSet;

use jalon_domain::KindDef;
use jalon_domain::registry::KINDS;
use jalon_exchange::sample::SAMPLE;
use jalon_exchange::{action_schema, schema};
use serde_json::{Value, json};

fn sample() -> Value {
    serde_json::from_str(SAMPLE).expect("the sample is JSON")
}

fn is_valid(file: &Value) -> bool {
    jsonschema::is_valid(&schema(), file)
}

#[test]
fn the_schema_is_one_and_the_sample_meets_it() {
    assert!(jsonschema::meta::is_valid(&schema()));
    let validator = jsonschema::validator_for(&schema()).expect("a schema");
    let faults: Vec<_> = validator.iter_errors(&sample()).map(|fault| fault.to_string()).collect();
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn the_schema_refuses_what_reading_refuses() {
    let changes: [fn(&mut Value); 12] = [
        |file| file["format"] = json!("gantt"),
        |file| file["version"] = json!(2),
        |file| file["gadgets"] = json!([]),
        |file| file["cycles"][0]["state"] = json!("ajar"),
        |file| file["slides"][0]["position"] = json!("a0"),
        |file| file["people"][0]["name"] = json!(" "),
        |file| file["figures"][0]["value"] = json!(-1),
        |file| file["priorities"][0]["id"] = json!("no id"),
        |file| file["priorities"][0]["owner"] = json!("me"),
        |file| file["priorities"][0]["title"]["source"] = json!("de"),
        |file| file["milestones"][0]["status"]["completion"] = json!("done"),
        |file| drop(file["milestones"][0].as_object_mut().expect("an object").remove("status")),
    ];
    for (n, change) in changes.into_iter().enumerate() {
        let mut file = sample();
        change(&mut file);
        assert!(!is_valid(&file), "change {n}");
        let read = jalon_exchange::read(file.to_string().as_bytes(), &Default::default());
        assert!(read.is_err(), "change {n}");
    }
}

#[test]
fn lists_and_fields_are_those_of_the_registry_in_its_order() {
    let schema = schema();
    let keys =
        |value: &Value| -> Vec<String> { value.as_object().expect("an object").keys().cloned().collect() };
    let lists: Vec<_> = ["format", "version"].into_iter().chain(in_files().map(|def| def.plural)).collect();
    assert_eq!(keys(&schema["properties"]), lists);
    assert_eq!(schema["required"], json!(["format", "version"]));
    for def in in_files() {
        let entity = struct_of(&schema, def);
        let fields: Vec<_> = ["id"].into_iter().chain(def.fields.iter().map(|field| field.name)).collect();
        assert_eq!(keys(&entity["properties"]), fields, "{}", def.name);
        let required = def.fields.iter().filter(|field| field.required).map(|field| field.name);
        let required: BTreeSet<_> = ["id"].into_iter().chain(required).collect();
        let in_schema: BTreeSet<_> =
            entity["required"].as_array().expect("a list").iter().filter_map(Value::as_str).collect();
        assert_eq!(in_schema, required, "{}", def.name);
        assert_eq!(entity["additionalProperties"], json!(false), "{}", def.name);
    }
}

/// The kinds that plan files have: records are attested, never brought in.
fn in_files() -> impl Iterator<Item = &'static KindDef> {
    KINDS.iter().filter(|def| !def.record)
}

/// The schema of a kind's entities.
fn struct_of<'s>(schema: &'s Value, def: &KindDef) -> &'s Value {
    let name = schema["properties"][def.plural]["items"]["$ref"].as_str().expect("a reference");
    schema.pointer(name.trim_start_matches('#')).expect("what is referred to")
}

#[test]
fn every_field_is_documented() {
    let schema = schema();
    for def in in_files() {
        for (name, field) in struct_of(&schema, def)["properties"].as_object().expect("an object") {
            assert!(field["description"].is_string(), "{}.{name}", def.name);
        }
    }
}

#[test]
fn the_schema_of_actions_takes_an_action_and_refuses_what_is_none() {
    let is_action = |value: Value| jsonschema::is_valid(&action_schema(), &value);
    let status = json!({"completion": "SP", "outlook": "on_track"});
    assert!(is_action(
        json!({"action": "set_milestone_status", "milestone": "milestone-2-1", "status": status})
    ));
    assert!(is_action(json!({"action": "undo"})));
    assert!(!is_action(json!({"action": "set_milestone_status", "milestone": "no id", "status": status})));
    assert!(!is_action(json!({"action": "explode"})));
}

#[test]
fn beside_its_action_a_line_says_who_acts_for_whom_and_why() {
    let schema = action_schema();
    assert!(jsonschema::meta::is_valid(&schema));
    let validator = jsonschema::validator_for(&schema).expect("a schema");
    let on_behalf =
        json!({"role": "co_chair", "jurisdiction": "CA-AB", "how": "e-mail", "when": "2019-09-01"});
    let beside = json!({"as": "secretariat", "on_behalf": on_behalf, "reason": "They asked"});
    let line = |action: &Value, beside: &Value| {
        let mut line = action.clone();
        line.as_object_mut().expect("an object").extend(beside.as_object().expect("an object").clone());
        line
    };
    let bare = [
        json!({"action": "undo"}),
        json!({"action": "issue_challenges"}),
        json!({"action": "edit", "id": "p", "fields": {"title.fr": "Titre"}}),
        json!({"action": "open_cycle", "meeting": "m"}),
        json!({"action": "redact", "id": "p", "field": "title"}),
    ];
    for action in &bare {
        assert!(validator.is_valid(action), "{action}");
        assert!(validator.is_valid(&line(action, &beside)), "{action}");
        for wrong in [
            json!({"as": 5}),
            json!({"as": null}),
            json!({"reason": ["They asked"]}),
            json!({"on_behalf": {}}),
            json!({"on_behalf": line(&on_behalf, &json!({"how": " "}))}),
            json!({"on_behalf": line(&on_behalf, &json!({"role": "emperor"}))}),
            json!({"on_behalf": line(&on_behalf, &json!({"by": "telephone"}))}),
            json!({"on_behalf": "co-chair:CA-AB"}),
            json!({"because": "They asked"}),
        ] {
            assert!(!validator.is_valid(&line(action, &wrong)), "{action} {wrong}");
        }
    }
    let reopen = json!({"action": "reopen_plan", "workplan": "w"});
    assert!(!validator.is_valid(&reopen), "its own reason is needed");
    assert!(validator.is_valid(&line(&reopen, &beside)));
    for action in schema["oneOf"].as_array().expect("a list") {
        for name in ["as", "on_behalf", "reason"] {
            assert!(!action["properties"][name].is_null(), "{name}: {action}");
        }
    }
}
