//! What an action gives of an entity's fields, sorted: the one place that says which
//! names and which sides of a text there may be.

use std::collections::BTreeMap;

use jalon_domain::texts::field_of;
use jalon_domain::{Bilingual, FieldDef, FieldType, Id, Kind, Lang};
use serde_json::{Map, Value};

use crate::ActError;
use crate::act_error::FieldError;
use crate::bilingual::{self, Given};
use crate::fields::{self, canonical};
use crate::nested::Sides;
use crate::tx::Tx;

/// The fields of an action.
pub(crate) struct Fields<'a> {
    /// Bilingual texts.
    pub texts: Vec<(&'static FieldDef, Given)>,
    /// Sides of texts inside other fields (`status.reason.fr`).
    pub nested: Vec<(&'static FieldDef, Sides)>,
    /// All others.
    pub others: Vec<(&'static FieldDef, &'a Value)>,
}

/// Sorts what was given. Nothing that somebody typed is passed over: a name that the
/// kind does not have, a side that is no text, and a text that is given as a whole
/// and by its sides are refused.
pub(crate) fn sorted<'a>(kind: Kind, id: &Id, given: &'a Map<String, Value>) -> Result<Fields<'a>, ActError> {
    let mut texts: BTreeMap<&str, (&'static FieldDef, Given)> = BTreeMap::new();
    let mut nested: BTreeMap<&str, (&'static FieldDef, Sides)> = BTreeMap::new();
    let mut others = Vec::new();
    for (name, value) in given {
        let wrong = |what| Tx::wrong(kind, id, name, what);
        let base = field_of(name);
        let field = kind.def().field(base).ok_or_else(|| wrong(FieldError::NoSuchField))?;
        match (field.ty, base == name) {
            (FieldType::Bilingual, true) => {
                let whole = whole(field, value).map_err(wrong)?;
                if texts.insert(base, (field, Given::Whole(whole))).is_some() {
                    return Err(wrong(FieldError::WholeAndSide));
                }
            }
            (FieldType::Bilingual, false) => {
                let (lang, text) = side(base, name, value).map_err(wrong)?;
                let entry = texts.entry(base).or_insert_with(|| (field, Given::Sides(BTreeMap::new())));
                match &mut entry.1 {
                    Given::Sides(sides) => drop(sides.insert(lang, text)),
                    Given::Whole(_) => return Err(wrong(FieldError::WholeAndSide)),
                }
            }
            (_, true) => others.push((field, value)),
            (FieldType::Status | FieldType::Links | FieldType::Date, false) => {
                let path = name.rsplit_once('.').map_or(name.as_str(), |(path, _)| path);
                let (lang, text) = side(path, name, value).map_err(wrong)?;
                let (_, sides) = nested.entry(base).or_insert_with(|| (field, Sides::new()));
                sides.entry(path.to_owned()).or_default().insert(lang, text);
            }
            (_, false) => return Err(wrong(FieldError::NoSuchField)),
        }
    }
    if let Some((field, _)) = others.iter().find(|(field, _)| nested.contains_key(field.name)) {
        return Err(Tx::wrong(kind, id, field.name, FieldError::WholeAndSide));
    }
    let (texts, nested) = (texts.into_values().collect(), nested.into_values().collect());
    Ok(Fields { texts, nested, others })
}

fn whole(field: &FieldDef, value: &Value) -> Result<Option<Bilingual>, FieldError> {
    if value.is_null() {
        return Ok(None);
    }
    field.ty.check(&canonical(field.ty, value)).map_err(FieldError::Value)?;
    serde_json::from_value(value.clone()).map(Some).map_err(|_| FieldError::Value(bilingual::fault()))
}

fn side(base: &str, name: &str, value: &Value) -> Result<(Lang, String), FieldError> {
    let lang = Lang::BOTH.into_iter().find(|lang| fields::side(base, *lang) == name);
    let lang = lang.ok_or(FieldError::NoSuchField)?;
    match value {
        Value::Null => Ok((lang, String::new())),
        Value::String(text) => Ok((lang, text.clone())),
        other => {
            let fault = FieldType::Text.check(other).err().unwrap_or_else(bilingual::fault);
            Err(FieldError::Value(fault))
        }
    }
}
