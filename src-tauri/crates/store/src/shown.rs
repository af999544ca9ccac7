//! Entities as the plan shows them, whatever a merge has left of them.
//!
//! A verb leaves no entity without what it must have. Two stores together may: one
//! empties the English title and the other the French one. So may a newer version, by
//! a value that this one does not understand. The plan must still be read.

use jalon_domain::actor::RoleHeld;
use jalon_domain::plan::Entity;
use jalon_domain::{Bilingual, FieldType, Id, KeptFile, Kind, Lang, Lead, Link, PlanDate, Status, Vector};
use jalon_words::{Words, key};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// The entity of that kind. What this version cannot read of it counts as absent, and
/// what must not be absent as empty: `problems` names both. `None` when nothing
/// can stand for what is missing (a day).
pub(crate) fn entity<E>(kind: Kind, object: impl Fn() -> Result<Value, E>) -> Result<Option<Entity>, E> {
    if let Ok(entity) = Entity::from_value(kind, object()?) {
        return Ok(Some(entity));
    }
    Ok(healed(kind, object()?))
}

fn healed(kind: Kind, mut object: Value) -> Option<Entity> {
    let fields = object.as_object_mut()?;
    for field in kind.def().fields {
        if !fields.get(field.name).is_some_and(|value| reads(field.ty, value)) {
            fields.remove(field.name);
            if field.required {
                fields.insert(field.name.to_owned(), empty(field.ty)?);
            }
        }
    }
    Entity::from_value(kind, object).ok()
}

/// Whether a value can be read as what the field holds, be it against a rule.
pub(crate) fn reads(ty: FieldType, value: &Value) -> bool {
    fn as_one<T: DeserializeOwned>(value: &Value) -> bool {
        serde_json::from_value::<T>(value.clone()).is_ok()
    }
    match ty {
        FieldType::Text | FieldType::OneOf(_) | FieldType::Position => value.is_string(),
        FieldType::Ref(_) => as_one::<Id>(value),
        FieldType::Flag => value.is_boolean(),
        FieldType::Count | FieldType::Day => ty.check(value).is_ok(),
        FieldType::Bilingual => as_one::<Bilingual>(value),
        FieldType::Date => as_one::<PlanDate>(value),
        FieldType::Refs(_) => as_one::<Vec<Id>>(value),
        FieldType::Status => as_one::<Status>(value),
        FieldType::Leads => as_one::<Vec<Lead>>(value),
        FieldType::Links => as_one::<Vec<Link>>(value),
        FieldType::Roles => as_one::<Vec<RoleHeld>>(value),
        FieldType::Langs => as_one::<Vec<Lang>>(value),
        FieldType::Texts => as_one::<Vec<String>>(value),
        FieldType::Vector => as_one::<Vector>(value),
        FieldType::Files => as_one::<Vec<KeptFile>>(value),
    }
}

/// What stands for a value that must not be absent.
fn empty(ty: FieldType) -> Option<Value> {
    match ty {
        FieldType::Bilingual => Some(json!({"source": "en"})),
        FieldType::Text | FieldType::OneOf(_) | FieldType::Position | FieldType::Ref(_) => Some(json!("")),
        FieldType::Langs | FieldType::Files => Some(json!([])),
        FieldType::Vector => Some(json!({})),
        // A milestone of which no status is left stays on the board, and says so.
        FieldType::Status => {
            let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).text(key::STATUS_NOT_SHOWN));
            let reason = json!({"en": en, "fr": fr, "source": "en", "state": "draft"});
            Some(json!({"completion": "NS", "outlook": "on_track", "reason": reason}))
        }
        _ => None,
    }
}
