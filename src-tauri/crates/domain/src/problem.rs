//! What is wrong with a plan as a whole. Verbs enforce rules one action at a time;
//! merges may break them, and then these are shown and block a final deck.

mod gone;
mod meetings;
mod together;

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::id::Id;
use crate::plan::Plan;
use crate::registry::{FieldDef, FieldFault, FieldType, KINDS, Kind, KindDef};
use crate::spans;

pub use gone::{Gone, is_history, with_hidden};

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
    /// It refers to what was deleted.
    Deleted(Box<Gone>),
    /// It stands, over others, under itself.
    Loop,
    /// A challenge that is not marked as named names jurisdictions.
    Named,
    /// A date comes before one that it must follow.
    Order,
    /// The last day comes before the first one.
    EndsFirst,
    /// Of the lead in that place of the list, from 0, which is that jurisdiction, no day lies
    /// within the plan's.
    LeadOutside(usize, Id),
    /// The same thing was carried over to the same place before.
    CarriedTwice,
    /// A challenge in it was merged into another one before.
    MergedTwice,
    /// A jurisdiction has another submission in the same cycle: the id of that one.
    SubmittedTwice(Id),
    /// Another reporting cycle stands for the same meeting: the id of that one.
    CycleTwice(Id),
    /// The same workplan has another meeting of that name on the same day: the id of that
    /// one, and the workplan.
    MeetingTwice(Id, Id),
    /// Another deck was tabled for the same meeting under the same number: the ids of
    /// those.
    TabledTwice(Vec<Id>),
    /// What it held was redacted, and nobody has written anything in its place.
    Redacted,
    /// It holds what this version cannot read: what is shown is not what stands there.
    Unreadable,
    /// What it goes by is no identifier: it is kept, and cannot be shown. What it goes by.
    NoIdentifier(String),
    /// So many actions for this closed plan or reporting cycle were written without knowing
    /// that it was closed.
    Late(usize),
    /// Some were, of which whoever is told this may see none.
    LateUntold,
    /// The bytes of a file of that name, which was handed over here, did not come with
    /// what came back from elsewhere.
    FileToCome(String),
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

/// Everything that is wrong with a plan: of each entity in the order of plan JSON, then
/// between several of them.
pub fn problems(plan: &Plan) -> Vec<Problem> {
    let mut found = problems_of(&objects(plan));
    found.extend(together::problems(plan));
    found
}

impl Problem {
    /// Whether this keeps the deck of that workplan and cycle from going final: what came
    /// late for a plan or a cycle, and what it has twice, concerns its own decks alone; what was
    /// tabled twice is settled by an erratum, which is a final deck itself; the bytes of what was tabled show in no deck, and a deck
    /// that was tabled for a cycle which has gone is none of these; and what goes by no
    /// identifier nobody can mend.
    pub fn blocks(&self, workplan: &Id, cycle: Option<&Id>) -> bool {
        match self.what {
            ProblemKind::Late(_) | ProblemKind::LateUntold => &self.id == workplan || Some(&self.id) == cycle,
            ProblemKind::CycleTwice(ref other) => cycle.is_some_and(|it| it == &self.id || it == other),
            ProblemKind::MeetingTwice(_, ref of) => of == workplan,
            ProblemKind::TabledTwice(_) | ProblemKind::FileToCome(_) | ProblemKind::NoIdentifier(_) => false,
            ProblemKind::Dangling(..) | ProblemKind::Deleted(_) => self.kind != Kind::TabledDeck,
            _ => true,
        }
    }
}

/// What is wrong with each of these entities that are still JSON (a plan file that is
/// coming in).
pub fn problems_of(objects: &Objects) -> Vec<Problem> {
    let exists = |kinds: &[Kind], id: &Id| {
        kinds.iter().any(|kind| objects.get(kind).is_some_and(|by_id| by_id.contains_key(id)))
    };
    let mut found = Vec::new();
    for def in KINDS {
        let Some(of_kind) = objects.get(&def.kind) else { continue };
        let loops: Vec<_> = def.fields.iter().map(|field| in_loops(of_kind, def, field)).collect();
        for (id, object) in of_kind {
            let mut report =
                |field, what| found.push(Problem { kind: def.kind, id: id.clone(), field, what });
            if names_nobody(def.kind, object) {
                report("jurisdictions", ProblemKind::Missing);
            }
            if spans::ends_first(def.kind, object) {
                report("ends", ProblemKind::EndsFirst);
            }
            for (field, in_loops) in def.fields.iter().zip(&loops) {
                let Some(value) = object.get(field.name).filter(|value| !value.is_null()) else {
                    if field.required {
                        report(field.name, ProblemKind::Missing);
                    }
                    continue;
                };
                if let Err(fault) = field.ty.check(value) {
                    report(field.name, ProblemKind::Value(fault));
                }
                let references = if is_history(def, field) { Vec::new() } else { field.ty.references(value) };
                for (at, target, kinds) in references {
                    if !exists(kinds, &target) {
                        report(field.name, ProblemKind::Dangling(at, target));
                    }
                }
                if in_loops.contains(id) {
                    report(field.name, ProblemKind::Loop);
                }
                if names_against_its_mark(def.kind, field.name, object) {
                    report(field.name, ProblemKind::Named);
                }
            }
        }
    }
    found
}

/// Whether an entity is a challenge that is marked as named and names nobody.
pub fn names_nobody(kind: Kind, object: &Value) -> bool {
    let names = object.get("jurisdictions").and_then(Value::as_array).is_some_and(|list| !list.is_empty());
    kind == Kind::Challenge && object.get("attribution") == Some(&"named".into()) && !names
}

/// Whether `field` of an entity names jurisdictions for a challenge whose attribution
/// is not `named`: what is anonymous would not be.
pub fn names_against_its_mark(kind: Kind, field: &str, object: &Value) -> bool {
    let names = object.get(field).and_then(Value::as_array).is_some_and(|list| !list.is_empty());
    kind == Kind::Challenge
        && field == "jurisdictions"
        && names
        && object.get("attribution") != Some(&"named".into())
}

/// The entities that stand, over others, under themselves by a reference between
/// entities of one kind (`parent`, `carried_from`); none for any other field. Each
/// entity is visited once, so that a long chain takes no longer than its length.
fn in_loops<'o>(of_kind: &'o BTreeMap<Id, Value>, def: &KindDef, field: &FieldDef) -> BTreeSet<&'o Id> {
    let mut found = BTreeSet::new();
    if !matches!(field.ty, FieldType::Ref(kinds) if kinds == [def.kind]) {
        return found;
    }
    let mut visited = BTreeSet::new();
    for start in of_kind.keys() {
        let mut path = Vec::new();
        let mut next = Some(start);
        while let Some(id) = next.filter(|id| visited.insert(*id)) {
            path.push(id);
            let above = of_kind.get(id).and_then(|object| object.get(field.name)).and_then(Value::as_str);
            next = above.and_then(|above| of_kind.get_key_value(above)).map(|(id, _)| id);
        }
        let closes = next.and_then(|id| path.iter().position(|on_path| *on_path == id));
        found.extend(closes.into_iter().flat_map(|from| path[from..].iter().copied()));
    }
    found
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
    fn only_a_named_challenge_may_name_jurisdictions() {
        let challenge = |id: &str, attribution: &str, named: &[&str]| json!({"id": id, "attribution": attribution, "jurisdictions": named});
        let found = problems_of(&with(
            Kind::Challenge,
            &[
                challenge("a", "anonymous", &["CA-QC"]),
                challenge("b", "internal", &["CA-QC"]),
                challenge("c", "named", &["CA-QC"]),
                challenge("d", "anonymous", &[]),
            ],
        ));
        let named: Vec<_> = found.iter().filter(|p| p.what == ProblemKind::Named).collect();
        assert_eq!(named.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(), ["a", "b"]);
        assert!(named.iter().all(|p| p.field == "jurisdictions"));
        let found = problems_of(&with(Kind::Challenge, &[challenge("e", "named", &[])]));
        assert!(found.iter().any(|p| p.field == "jurisdictions" && p.what == ProblemKind::Missing));
    }

    #[test]
    fn where_something_came_from_need_not_be_there_and_where_it_belongs_must() {
        let challenge = json!({"id": "a", "cycle": "away", "carried_from": "b", "merged_from": ["c"]});
        let found = problems_of(&with(Kind::Challenge, &[challenge]));
        let dangling = found.iter().filter(|p| matches!(p.what, ProblemKind::Dangling(..)));
        assert_eq!(dangling.map(|p| p.field).collect::<Vec<_>>(), ["cycle"]);
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
