//! Keys that the format does not have, at any depth, read off its schema.

use std::sync::LazyLock;

use serde_json::Value;

use super::place::Step;

static SCHEMA: LazyLock<Value> = LazyLock::new(crate::schema::schema);

/// The paths of all unknown keys of a plan file, in the file's order.
pub(super) fn keys(file: &Value) -> Vec<Vec<Step>> {
    let mut found = Vec::new();
    walk(file, &SCHEMA, &mut Vec::new(), &mut found);
    found
}

fn walk(value: &Value, schema: &'static Value, path: &mut Vec<Step>, found: &mut Vec<Vec<Step>>) {
    match value {
        Value::Array(items) => {
            let Some(schema) = branch(schema, "items") else { return };
            for (n, item) in items.iter().enumerate() {
                path.push(Step::Index(n));
                walk(item, schema, path, found);
                path.pop();
            }
        }
        Value::Object(object) => {
            let Some(known) = branch(schema, "properties") else { return };
            for (key, value) in object {
                path.push(Step::Key(key.clone()));
                match known.get(key) {
                    Some(schema) => walk(value, schema, path, found),
                    None => found.push(path.clone()),
                }
                path.pop();
            }
        }
        _ => {}
    }
}

/// What a schema says under a keyword, itself or in the one of its alternatives
/// that does (an optional value is a choice between it and `null`).
fn branch(schema: &'static Value, keyword: &str) -> Option<&'static Value> {
    let schema = match schema.get("$ref").and_then(Value::as_str).and_then(|name| name.strip_prefix('#')) {
        Some(pointer) => SCHEMA.pointer(pointer)?,
        None => schema,
    };
    schema.get(keyword).or_else(|| {
        let choices = schema.get("anyOf").or(schema.get("oneOf"))?.as_array()?;
        choices.iter().find_map(|choice| branch(choice, keyword))
    })
}
