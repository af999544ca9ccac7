//! Between plan JSON and the journal: one field of plan JSON is one journal field,
//! except that a bilingual text is three, `title.en`, `title.fr` and
//! `title.translation`.

use jalon_domain::actor::RoleHeld;
use jalon_domain::{
    Bilingual, FieldDef, FieldType, KeptFile, Kind, KindDef, Lang, Lead, Link, Mark, PlanDate, Status,
    Translation, Vector,
};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::journal::row::Row;
use crate::journal::{CLOSED, CREATE, DELETED, REDACTED};

/// What a journal field is of a field of plan JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// All of it.
    Whole,
    /// One side of a bilingual text.
    Side(Lang),
    /// The mark beside a bilingual text.
    Mark,
}

/// The journal field of a bilingual text's side.
pub(crate) fn side(field: &str, lang: Lang) -> String {
    format!("{field}.{}", lang.code())
}

/// The journal field of a bilingual text's mark.
pub(crate) fn mark(field: &str) -> String {
    format!("{field}.translation")
}

/// The field of plan JSON and the part of it that a journal field names.
pub(crate) fn named(def: &KindDef, journal: &str) -> Option<(&'static FieldDef, Part)> {
    let (name, part) = match journal.split_once('.') {
        None => (journal, Part::Whole),
        Some((name, "en")) => (name, Part::Side(Lang::En)),
        Some((name, "fr")) => (name, Part::Side(Lang::Fr)),
        Some((name, "translation")) => (name, Part::Mark),
        Some(_) => return None,
    };
    let field = def.field(name)?;
    ((field.ty == FieldType::Bilingual) == (part != Part::Whole)).then_some((field, part))
}

/// Whether this version knows what a journal field of a kind holds.
pub(crate) fn is_known(kind: &str, journal: &str) -> bool {
    Kind::named(kind).is_some_and(|kind| {
        [CREATE, DELETED, REDACTED].contains(&journal)
            || kind == Kind::Cycle && journal == CLOSED
            || named(kind.def(), journal).is_some()
    })
}

/// The journal fields of a field of plan JSON.
pub(crate) fn journal_fields(field: &FieldDef) -> Vec<String> {
    match field.ty {
        FieldType::Bilingual => {
            vec![side(field.name, Lang::En), side(field.name, Lang::Fr), mark(field.name)]
        }
        _ => vec![field.name.to_owned()],
    }
}

/// A value in the one form in which the journal keeps it: absent, `false` and an
/// empty list are null, defaults are left out, keys stand in their order. A value
/// that is not of the type stays as it is; the registry refuses it.
pub(crate) fn canonical(ty: FieldType, value: &Value) -> Value {
    fn through<T: DeserializeOwned + Serialize>(value: &Value) -> Value {
        let typed = serde_json::from_value::<T>(value.clone());
        typed.ok().and_then(|typed| serde_json::to_value(typed).ok()).unwrap_or_else(|| value.clone())
    }
    let value = match ty {
        FieldType::Bilingual => through::<Bilingual>(value),
        FieldType::Date => through::<PlanDate>(value),
        FieldType::Status => through::<Status>(value),
        FieldType::Leads => through::<Vec<Lead>>(value),
        FieldType::Links => through::<Vec<Link>>(value),
        FieldType::Roles => through::<Vec<RoleHeld>>(value),
        FieldType::Vector => through::<Vector>(value),
        FieldType::Files => through::<Vec<KeptFile>>(value),
        _ => value.clone(),
    };
    match value {
        Value::Bool(false) => Value::Null,
        Value::Array(list) if list.is_empty() => Value::Null,
        value => value,
    }
}

/// A text of the journal: null when it is empty.
pub(crate) fn text(text: &str) -> Value {
    if text.is_empty() { Value::Null } else { Value::from(text) }
}

/// The bilingual text that an entity holds, if it holds one.
pub(crate) fn pair(row: &Row, field: &str) -> Option<Bilingual> {
    let side = |lang| row.value(&side(field, lang)).as_str().unwrap_or_default().to_owned();
    let mark: Mark = serde_json::from_value(row.value(&mark(field)).clone()).ok()?;
    Some(mark.pair(side(Lang::En), side(Lang::Fr))).filter(|pair| !pair.is_empty())
}

/// What a field of plan JSON holds; null when it holds nothing.
pub(crate) fn plan_value(row: &Row, field: &FieldDef) -> Value {
    match field.ty {
        FieldType::Bilingual => {
            pair(row, field.name).and_then(|pair| serde_json::to_value(pair).ok()).unwrap_or_default()
        }
        _ => row.value(field.name).clone(),
    }
}

/// The entity as plan JSON writes it.
pub(crate) fn object(row: &Row) -> Value {
    let mut object = serde_json::Map::new();
    object.insert("id".into(), Value::from(row.id.as_str()));
    for field in row.kind.def().fields {
        let value = plan_value(row, field);
        if !value.is_null() {
            object.insert(field.name.into(), value);
        }
    }
    Value::Object(object)
}

/// The mark as the journal keeps it.
pub(crate) fn mark_value(mark: &Mark) -> Value {
    serde_json::to_value(mark).unwrap_or_default()
}

/// The state that a pair with these texts has before anybody has looked at it.
pub(crate) fn unread(mut pair: Bilingual) -> Bilingual {
    pair.state = match pair.state {
        Translation::Same => Translation::Same,
        _ if pair.side(pair.source.other()).is_empty() => Translation::Missing,
        _ => Translation::Draft,
    };
    pair
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_journal_field_names_a_field_of_the_registry_or_nothing() {
        let def = Kind::Milestone.def();
        let found = |name| named(def, name).map(|(field, part)| (field.name, part));
        assert_eq!(found("status"), Some(("status", Part::Whole)));
        assert_eq!(found("title.fr"), Some(("title", Part::Side(Lang::Fr))));
        assert_eq!(found("title.translation"), Some(("title", Part::Mark)));
        for wrong in ["title", "status.en", "title.de", "nothing", "$deleted"] {
            assert_eq!(found(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn what_means_the_same_is_kept_in_one_form() {
        let short = canonical(FieldType::Status, &json!({"completion": "NS", "outlook": "on_track"}));
        let long = json!({"outlook": "on_track", "reason": null, "evidence": [], "completion": "NS"});
        assert_eq!(canonical(FieldType::Status, &long).to_string(), short.to_string());
        assert_eq!(canonical(FieldType::Flag, &json!(false)), Value::Null);
        assert_eq!(canonical(FieldType::Links, &json!([])), Value::Null);
    }
}
