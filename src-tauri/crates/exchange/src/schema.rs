//! The JSON Schemas of plan files and of actions: the shape of the structs, and the
//! registry's closed codes.

use jalon_domain::Action;
use jalon_domain::actor::OnBehalf;
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

/// The schema of a line of `jalon apply`: one action, and beside it who acts, for whom
/// and why.
pub fn action_schema() -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let on_behalf = generator.subschema_for::<OnBehalf>().to_value();
    let mut schema = generator.into_root_schema_for::<Action>().to_value();
    narrow(&mut schema, "/$defs/Id", json!({ "pattern": ID }));
    narrow(&mut schema, "/$defs/OnBehalf/properties/how", json!({ "pattern": "\\S" }));
    let defs = schema["$defs"].clone();
    for action in schema["oneOf"].as_array_mut().into_iter().flatten() {
        line(action, &defs, &on_behalf);
    }
    schema
}

/// Makes the schema of an action one of its line: nothing stands on it but the action's
/// own fields and the three that every line may have.
fn line(action: &mut Value, defs: &Value, on_behalf: &Value) {
    let Some(action) = action.as_object_mut() else { return };
    let shape = action.remove("$ref");
    let shape = shape.as_ref().and_then(Value::as_str).and_then(|name| name.strip_prefix("#/$defs/"));
    let shape = shape.and_then(|name| defs[name]["properties"].as_object()).cloned();
    let fields = action.entry("properties").or_insert_with(|| json!({}));
    if let Some(fields) = fields.as_object_mut() {
        fields.extend(shape.into_iter().flatten());
        let who = "Who acts: a person's id, or a role (secretariat, reader, co-chair:CA-AB, lead:CA-ON). \
            Absent, whoever the command line says.";
        fields.insert("as".into(), json!({ "description": who, "type": "string" }));
        fields.insert("on_behalf".into(), on_behalf.clone());
        // The action may have a reason of its own, which is then this one.
        let why = json!({ "description": "Why, in the words of whoever acts.", "type": "string" });
        fields.entry("reason").or_insert(why);
    }
    action.insert("additionalProperties".into(), json!(false));
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
