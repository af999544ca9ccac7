//! The JSON Schema of plan files: the shape of the structs, and the registry's
//! closed codes.

use jalon_domain::registry::{FieldType, KINDS};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::plan_file::{FORMAT, PlanFile, VERSION};

/// The schema, in the 2020-12 dialect. It knows the form of every field; rules over
/// several entities (references, loops, ids twice) are beyond it.
pub fn schema() -> Value {
    let mut schema =
        SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<PlanFile>().to_value();
    let mut narrow = |pointer: String, rules: Value| {
        if let (Some(Value::Object(known)), Value::Object(rules)) = (schema.pointer_mut(&pointer), rules) {
            known.extend(rules);
        }
    };
    narrow("/properties/format".into(), json!({ "const": FORMAT }));
    narrow("/properties/version".into(), json!({ "const": VERSION }));
    narrow("/$defs/Id".into(), json!({ "pattern": "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" }));
    for def in KINDS {
        for field in def.fields {
            let rules = rules(field.ty);
            if !rules.is_empty() {
                narrow(format!("{}/{}", properties(def.name), field.name), Value::Object(rules));
            }
        }
    }
    schema
}

/// Where the fields of a kind stand in the schema.
pub(crate) fn properties(kind: &str) -> String {
    // The structs are named as the kinds are, in capitals: `NextStep`.
    let name: String = kind
        .split('_')
        .flat_map(|word| word.chars().take(1).map(|c| c.to_ascii_uppercase()).chain(word.chars().skip(1)))
        .collect();
    format!("/$defs/{name}/properties")
}

fn rules(ty: FieldType) -> Map<String, Value> {
    let rules = match ty {
        FieldType::OneOf(codes) => json!({ "enum": codes }),
        FieldType::Position => json!({ "pattern": "^[0-9a-z]{0,63}[1-9a-z]$" }),
        FieldType::Text => json!({ "pattern": "\\S" }),
        FieldType::Count => json!({ "minimum": 0 }),
        FieldType::Langs => json!({ "minItems": 1, "uniqueItems": true }),
        _ => json!({}),
    };
    rules.as_object().cloned().unwrap_or_default()
}
