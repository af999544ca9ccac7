//! What is wrong with a plan as a whole. Verbs enforce rules one action at a time;
//! merges may break them, and then these are shown and block a final deck.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::id::Id;
use crate::plan::Plan;
use crate::registry::{FieldFault, KINDS, Kind, KindDef};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// The field, as plan JSON names it.
    pub field: &'static str,
    /// What is wrong with it.
    pub what: ProblemKind,
}

/// The ways in which something can be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ProblemKind {
    /// A required field is absent.
    Missing,
    /// The value breaks a rule of its field.
    Value(FieldFault),
    /// It refers to what is not there (or is deleted): place below the field, and the id.
    Dangling(String, Id),
    /// It stands, over others, under itself.
    Loop,
}

/// Entities as plan JSON writes them (with their `id`), by kind.
pub type Objects = BTreeMap<Kind, BTreeMap<Id, Value>>;

/// The plan's entities as JSON objects.
pub fn objects(plan: &Plan) -> Objects {
    let whole = serde_json::to_value(plan).unwrap_or_default();
    let of_kind = |def: &KindDef| {
        let by_id = whole.get(def.plural).and_then(Value::as_object).into_iter().flatten();
        by_id.filter_map(|(id, object)| Some((Id::parse(id)?, object.clone()))).collect()
    };
    KINDS.iter().map(|def| (def.kind, of_kind(def))).collect()
}

/// Everything that is wrong with a plan, in the order of plan JSON.
pub fn problems(plan: &Plan) -> Vec<Problem> {
    problems_of(&objects(plan))
}

/// The same for entities that are still JSON (a plan file that is coming in).
pub fn problems_of(objects: &Objects) -> Vec<Problem> {
    let exists = |kinds: &[Kind], id: &Id| {
        kinds.iter().any(|kind| objects.get(kind).is_some_and(|by_id| by_id.contains_key(id)))
    };
    let mut found = Vec::new();
    for def in KINDS {
        for (id, object) in objects.get(&def.kind).into_iter().flatten() {
            let mut report =
                |field, what| found.push(Problem { kind: def.kind, id: id.clone(), field, what });
            for field in def.fields {
                let Some(value) = object.get(field.name).filter(|value| !value.is_null()) else {
                    if field.required {
                        report(field.name, ProblemKind::Missing);
                    }
                    continue;
                };
                if let Err(fault) = field.ty.check(value) {
                    report(field.name, ProblemKind::Value(fault));
                }
                for (at, target, kinds) in field.ty.references(value) {
                    if !exists(kinds, &target) {
                        report(field.name, ProblemKind::Dangling(at, target));
                    }
                }
                if stands_under_itself(objects, def, field.name, id) {
                    report(field.name, ProblemKind::Loop);
                }
            }
        }
    }
    found
}

/// Follows a reference between entities of one kind (`parent`, `carried_from`).
fn stands_under_itself(objects: &Objects, def: &KindDef, field: &str, start: &Id) -> bool {
    let same_kind = def.field(field).is_some_and(
        |field| matches!(field.ty, crate::registry::FieldType::Ref(kinds) if kinds == [def.kind]),
    );
    if !same_kind {
        return false;
    }
    let Some(of_kind) = objects.get(&def.kind) else { return false };
    let mut seen = BTreeSet::new();
    let mut at = start.clone();
    while seen.insert(at.clone()) {
        let next = of_kind.get(&at).and_then(|object| object.get(field)).and_then(Value::as_str);
        match next.and_then(Id::parse) {
            Some(next) if &next == start => return true,
            Some(next) => at = next,
            None => return false,
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn with(kind: Kind, list: &[Value]) -> Objects {
        let by_id =
            list.iter().map(|object| (Id::parse(object["id"].as_str().unwrap()).unwrap(), object.clone()));
        Objects::from([(kind, by_id.collect())])
    }

    #[test]
    fn next_steps_that_stand_under_each_other_are_named() {
        let step = |id: &str, parent: &str| json!({"id": id, "parent": parent});
        let found = problems_of(&with(Kind::NextStep, &[step("a", "b"), step("b", "a"), step("c", "a")]));
        let loops: Vec<_> =
            found.iter().filter(|p| p.what == ProblemKind::Loop).map(|p| p.id.as_str()).collect();
        assert_eq!(loops, ["a", "b"]);
    }

    #[test]
    fn a_lead_that_is_no_jurisdiction_is_named_with_its_place() {
        let priority = json!({"id": "p", "leads": [{"jurisdiction": "XX"}]});
        let found = problems_of(&with(Kind::Priority, &[priority]));
        let dangling = ProblemKind::Dangling("[0]".into(), Id::parse("XX").unwrap());
        assert!(found.iter().any(|p| p.field == "leads" && p.what == dangling));
        assert!(found.iter().any(|p| p.field == "title" && p.what == ProblemKind::Missing));
    }
}
