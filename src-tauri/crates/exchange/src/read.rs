//! Reads plan JSON: all of it is checked, every fault is named, all or nothing.

mod place;
mod surrogate;
mod text;
mod unknown;

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::problem::{self, Objects, Problem, ProblemKind};
use jalon_domain::registry::{FieldType, KINDS, Kind, KindDef};
use jalon_domain::{Id, Plan, plan};
use serde_json::{Map, Value};

use crate::fault::{ImportFault, What};
use crate::plan_file::{FORMAT, MAX_FAULTS, VERSION};
use place::{Step, written};

/// Reads a plan file. What it holds may refer to `existing`, the entities of the
/// store that it is for (none for an empty store).
///
/// The result is in normal form: fields that are `null` or at their default are
/// absent, so that it compares with what [`problem::objects`] gives for a plan.
///
/// # Errors
/// Everything that is wrong, in the file's order of kinds; at most
/// [`MAX_FAULTS`], then how many more there are.
pub fn read(bytes: &[u8], existing: &Objects) -> Result<Objects, Vec<ImportFault>> {
    let file = text::parse(bytes).map_err(capped)?;
    let lists = envelope(&file).map_err(|what| vec![ImportFault::whole(what)])?;
    let mut taken = Taken::default();
    for def in KINDS.iter().filter(|def| !def.record) {
        if let Some(list) = lists.get(def.plural) {
            taken.list(def, list, existing);
        }
    }
    taken.unknown_keys(&file);
    taken.problems(existing);
    if !taken.faults.is_empty() {
        taken.faults.sort_by_key(|(order, _)| *order);
        return Err(capped(taken.faults.into_iter().map(|(_, fault)| fault).collect()));
    }
    taken.normal_form()
}

/// Reads any JSON within the limits for plan files, and refuses keys that stand twice.
///
/// # Errors
/// One fault when it is not JSON within the limits; all keys that stand twice.
pub fn json(bytes: &[u8]) -> Result<Value, Vec<ImportFault>> {
    text::parse(bytes).map_err(capped)
}

/// Where in a plan file an entity stands.
pub(crate) fn place_in(bytes: &[u8], kind: Kind, id: &Id) -> Option<String> {
    let file = text::parse(bytes).ok()?;
    let list = file.get(kind.def().plural)?.as_array()?;
    let index = list.iter().position(|it| it["id"] == id.as_str())?;
    Some(place_of(kind.def(), index))
}

fn capped(mut faults: Vec<ImportFault>) -> Vec<ImportFault> {
    if faults.len() > MAX_FAULTS {
        let more = faults.len() - MAX_FAULTS;
        faults.truncate(MAX_FAULTS);
        faults.push(ImportFault::whole(What::More(more)));
    }
    faults
}

/// Whether the file says that it is a plan of a version that is known here.
fn envelope(file: &Value) -> Result<&Map<String, Value>, What> {
    let lists = file.as_object().ok_or(What::NotAPlan)?;
    match lists.get("format").and_then(Value::as_str) {
        Some(FORMAT) => {}
        Some(other) => return Err(What::OtherFormat(other.chars().take(60).collect())),
        None => return Err(What::NotAPlan),
    }
    match lists.get("version").and_then(Value::as_u64) {
        Some(VERSION) => Ok(lists),
        Some(newer) if newer > VERSION => Err(What::Newer(newer)),
        _ => Err(What::BadVersion),
    }
}

/// Where a fault stands in the list of faults: its kind's number, then its entity's.
type Order = (usize, usize);

/// What has been taken from the file so far.
#[derive(Default)]
struct Taken {
    objects: Objects,
    indices: BTreeMap<(Kind, Id), usize>,
    owners: BTreeMap<Id, (Kind, usize)>,
    faults: Vec<(Order, ImportFault)>,
}

impl Taken {
    fn list(&mut self, def: &'static KindDef, list: &Value, existing: &Objects) {
        let Some(items) = list.as_array() else {
            self.fault((def.kind as usize, 0), def.plural, What::NotAList);
            return;
        };
        for (index, item) in items.iter().enumerate() {
            let (order, place) = ((def.kind as usize, index), place_of(def, index));
            let Some(object) = item.as_object() else {
                self.fault(order, place, What::NotAnObject);
                continue;
            };
            let Some(id) = object.get("id").and_then(Value::as_str).and_then(Id::parse) else {
                self.fault(order, format!("{place}.id"), What::BadId);
                continue;
            };
            if let Some(what) = self.clash(def.kind, &id, existing) {
                self.fault(order, format!("{place}.id"), what);
                continue;
            }
            self.owners.insert(id.clone(), (def.kind, index));
            self.indices.insert((def.kind, id.clone()), index);
            let fields = object.iter().filter(|(_, value)| !value.is_null());
            let fields = fields.map(|(name, value)| (name.clone(), value.clone())).collect();
            self.objects.entry(def.kind).or_default().insert(id, Value::Object(fields));
        }
    }

    /// Ids are unique over all kinds, here and in the store.
    fn clash(&self, kind: Kind, id: &Id, existing: &Objects) -> Option<What> {
        if let Some((kind, index)) = self.owners.get(id) {
            return Some(What::DuplicateId(id.clone(), place_of(kind.def(), *index)));
        }
        let other = existing.iter().find(|(other, by_id)| **other != kind && by_id.contains_key(id));
        other.map(|(other, _)| What::OtherKind(id.clone(), *other))
    }

    fn unknown_keys(&mut self, file: &Value) {
        for path in unknown::keys(file) {
            let order = match path.as_slice() {
                [Step::Key(list), Step::Index(index), ..] => {
                    (KINDS.iter().position(|def| def.plural == list).unwrap_or(KINDS.len()), *index)
                }
                _ => (KINDS.len(), 0),
            };
            self.fault(order, written(&path), What::Unknown);
        }
    }

    fn problems(&mut self, existing: &Objects) {
        let mut all = existing.clone();
        for (kind, by_id) in &self.objects {
            let of_kind = all.entry(*kind).or_default();
            of_kind.extend(by_id.iter().map(|(id, object)| (id.clone(), object.clone())));
        }
        let unknown: BTreeSet<String> = self
            .faults
            .iter()
            .filter(|(_, fault)| fault.what == What::Unknown)
            .map(|(_, fault)| fault.place.clone())
            .collect();
        for problem in problem::problems_of(&all) {
            // What was wrong before in the store is not the file's fault.
            let Some(&index) = self.indices.get(&(problem.kind, problem.id.clone())) else { continue };
            let (order, fault) = fault_of(problem, index);
            // An unknown key is why such a value does not fit its field: said once.
            if !(matches!(fault.what, What::Value(_)) && any_below(&unknown, &fault.place)) {
                self.faults.push((order, fault));
            }
        }
    }

    fn fault(&mut self, order: Order, place: impl Into<String>, what: What) {
        self.faults.push((order, ImportFault::at(place, what)));
    }

    fn normal_form(self) -> Result<Objects, Vec<ImportFault>> {
        let mut read = Plan::default();
        let mut faults = Vec::new();
        for (kind, by_id) in self.objects {
            for (id, object) in by_id {
                match plan::Entity::from_value(kind, object) {
                    Ok(entity) => read.put(entity),
                    // The registry's checks are as strict as the types; should they
                    // ever differ, the entity is refused and not lost.
                    Err(_) => {
                        let index = self.indices.get(&(kind, id)).copied().unwrap_or_default();
                        faults.push(ImportFault::at(place_of(kind.def(), index), What::NotAnObject));
                    }
                }
            }
        }
        if faults.is_empty() { Ok(problem::objects(&read)) } else { Err(capped(faults)) }
    }
}

/// Whether one of the places lies below another.
fn any_below(places: &BTreeSet<String>, above: &str) -> bool {
    ['.', '['].iter().any(|step| {
        let below = format!("{above}{step}");
        places.range(below.clone()..).next().is_some_and(|place| place.starts_with(&below))
    })
}

fn place_of(def: &KindDef, index: usize) -> String {
    format!("{}[{index}]", def.plural)
}

/// The kinds that a field of this type may refer to.
fn kinds_of(ty: FieldType) -> &'static [Kind] {
    match ty {
        FieldType::Ref(kinds) => kinds,
        FieldType::Refs(kind) => std::slice::from_ref(&kind.def().kind),
        FieldType::Leads | FieldType::Roles => &[Kind::Jurisdiction],
        _ => &[],
    }
}

fn fault_of(problem: Problem, index: usize) -> (Order, ImportFault) {
    let def = problem.kind.def();
    let place = format!("{}.{}", place_of(def, index), problem.field);
    let fault = match problem.what {
        // What only a journal knows, or a plan as a whole, is found in no file; there, it would be
        // missing.
        ProblemKind::Missing
        | ProblemKind::Redacted
        | ProblemKind::Unreadable
        | ProblemKind::NoIdentifier(_)
        | ProblemKind::Late(_)
        | ProblemKind::LateUntold
        | ProblemKind::TabledTwice(_)
        | ProblemKind::CycleTwice(_)
        | ProblemKind::MeetingTwice(..)
        | ProblemKind::FileToCome(_)
        | ProblemKind::Deleted(_) => ImportFault::at(place, What::Missing),
        ProblemKind::Loop => ImportFault::at(place, What::Loop),
        ProblemKind::Named => ImportFault::at(place, What::Named),
        // Of leads the store is asked, which knows the plan that they are of.
        ProblemKind::Order | ProblemKind::LeadOutside(..) => ImportFault::at(place, What::Order),
        ProblemKind::EndsFirst => ImportFault::at(place, What::EndsFirst),
        ProblemKind::CarriedTwice => ImportFault::at(place, What::CarriedTwice),
        ProblemKind::MergedTwice => ImportFault::at(place, What::MergedTwice),
        ProblemKind::SubmittedTwice(other) => ImportFault::at(place, What::SubmittedTwice(other.to_string())),
        ProblemKind::Value(fault) => ImportFault::at(format!("{place}{}", fault.at), What::Value(fault.what)),
        ProblemKind::Dangling(at, id) => {
            let kinds = def.field(problem.field).map_or(&[][..], |field| kinds_of(field.ty));
            ImportFault::at(format!("{place}{at}"), What::Dangling(id, kinds))
        }
    };
    ((problem.kind as usize, index), fault)
}
