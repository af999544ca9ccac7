//! The JSON Schemas of plan files and of actions: the shape of the structs, and the
//! registry's closed codes.

use jalon_domain::Action;
use jalon_domain::registry::{FieldType, KINDS};
use schemars::JsonSchema;
use schemars::generate::SchemaSettings;
use serde_json::{Value, json};

use crate::plan_file::{FORMAT, PlanFile, VERSION};

/// The form of an identifier.
const ID: &str = "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$";

/// The schema of plan files, in the 2020-12 dialect. It knows the form of every
/// field; rules over several entities (references, loops, ids twice) are beyond it.
pub fn schema() -> Value {
    let mut schema = root::<PlanFile>();
    narrow(&mut schema, "/properties/format", json!({ "const": FORMAT }));
    narrow(&mut schema, "/properties/version", json!({ "const": VERSION }));
    narrow(&mut schema, "/$defs/Id", json!({ "pattern": ID }));
    for def in KINDS.iter().filter(|def| !def.record) {
        for field in def.fields {
            narrow(&mut schema, &format!("{}/{}", properties(def.name), field.name), rules(field.ty));
        }
    }
    schema
}

/// The schema of one action, as `jalon apply` reads it: one on a line.
pub fn action_schema() -> Value {
    let mut schema = root::<Action>();
    narrow(&mut schema, "/$defs/Id", json!({ "pattern": ID }));
    schema
}

fn root<T: JsonSchema>() -> Value {
    SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<T>().to_value()
}

/// Adds rules to the schema that stands at a place.
fn narrow(schema: &mut Value, pointer: &str, rules: Value) {
    if let (Some(Value::Object(known)), Value::Object(rules)) = (schema.pointer_mut(pointer), rules) {
        known.extend(rules);
    }
}

/// Where the fields of a kind stand in the schema.
fn properties(kind: &str) -> String {
    // The structs are named as the kinds are, in capitals: `NextStep`.
    let name: String = kind
        .split('_')
        .flat_map(|word| word.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(word.chars().skip(1)))
        .collect();
    format!("/$defs/{name}/properties")
}

fn rules(ty: FieldType) -> Value {
    match ty {
        FieldType::OneOf(codes) => json!({ "enum": codes }),
        FieldType::Position => json!({ "pattern": "^[0-9a-z]{0,63}[1-9a-z]$" }),
        FieldType::Text => json!({ "pattern": "\\S" }),
        FieldType::Count => json!({ "minimum": 0 }),
        FieldType::Langs => json!({ "minItems": 1, "uniqueItems": true }),
        _ => json!({}),
    }
}
