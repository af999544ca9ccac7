//! Writes plan JSON: the same plan gives the same bytes.

use jalon_domain::problem::{Objects, objects};
use jalon_domain::registry::{Audience, FieldType, KINDS, Kind, KindDef};
use jalon_domain::{Id, Plan};
use serde_json::{Map, Value};

use crate::plan_file::{FORMAT, VERSION};

/// How far up an entity's parents are followed; loops end there.
const MAX_ANCESTORS: usize = 32;

/// The plan as a file: lists in the order of the registry, entities in the order in
/// which people see them (that of their parents, then their own order key, then
/// their id), two spaces of indent, a line end after the last line. Where
/// challenges came from is left out unless `confidential`.
pub fn write(plan: &Plan, confidential: bool) -> Vec<u8> {
    let objects = objects(plan);
    let mut file = Map::new();
    file.insert("format".to_owned(), FORMAT.into());
    file.insert("version".to_owned(), VERSION.into());
    for def in KINDS.iter().filter(|def| !def.record) {
        let mut sorted: Vec<_> = objects.get(&def.kind).into_iter().flatten().collect();
        sorted.sort_by_cached_key(|(id, object)| rank(&objects, def.kind, def, id, object, MAX_ANCESTORS));
        let list = sorted.into_iter().map(|(_, object)| entity(def, object, confidential)).collect();
        file.insert(def.plural.to_owned(), Value::Array(list));
    }
    // Texts as keys and no floating-point numbers: this cannot fail.
    let mut bytes = serde_json::to_vec_pretty(&file).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn entity(def: &KindDef, object: &Value, confidential: bool) -> Value {
    let shown = def.fields.iter().filter(|field| confidential || field.audience == Audience::All);
    let names = std::iter::once("id").chain(shown.map(|field| field.name));
    names.filter_map(|name| Some((name.to_owned(), object.get(name)?.clone()))).collect()
}

/// What an entity is sorted by: its ancestors from the top, then itself.
type Rank = Vec<(Option<Kind>, String, String)>;

/// Each part is an order key and an id. Ancestors of another kind than the list's
/// come after its own kind, so that the points of an event stand before those of
/// its groups of results, and a next step before those under it.
fn rank(objects: &Objects, list: Kind, def: &KindDef, id: &Id, object: &Value, ancestors: usize) -> Rank {
    let mut rank = match above(objects, def, object) {
        Some((def, id, object)) if ancestors > 0 => rank(objects, list, def, id, object, ancestors - 1),
        _ => Vec::new(),
    };
    let position = object.get("position").and_then(Value::as_str).unwrap_or_default();
    let kind = (def.kind != list).then_some(def.kind);
    rank.push((kind, position.to_owned(), id.to_string()));
    rank
}

/// What an entity stands under: one of its own kind (a next step), else its parent.
fn above<'o>(
    objects: &'o Objects,
    def: &KindDef,
    object: &Value,
) -> Option<(&'static KindDef, &'o Id, &'o Value)> {
    ["parent"].into_iter().chain(def.parent).find_map(|name| {
        let FieldType::Ref(kinds) = def.field(name)?.ty else { return None };
        let id = object.get(name)?.as_str()?;
        kinds.iter().find_map(|kind| {
            let (id, object) = objects.get(kind)?.get_key_value(id)?;
            Some((kind.def(), id, object))
        })
    })
}
