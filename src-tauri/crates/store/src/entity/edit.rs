//! Edits fields of an entity, from a form.

use std::collections::BTreeMap;

use jalon_domain::action::Bases;
use jalon_domain::policy::Verb;
use jalon_domain::{FieldDef, FieldType, Id, Kind, Lang};
use serde_json::{Map, Value};

use super::check_complete;
use crate::act_error::FieldError;
use crate::bilingual::{self, Given};
use crate::fields::{self, canonical};
use crate::milestone::may_follow;
use crate::tx::Tx;
use crate::{ActError, permission, references};

/// Edits fields, from a form that showed `bases`. Whoever may write translations but
/// not the entity may still change the side of a text that is not its source.
/// `holds`: the translations of the sources that change still hold.
pub(crate) fn edit(
    tx: &mut Tx<'_>,
    id: &Id,
    given: &Map<String, Value>,
    bases: &Bases,
    holds: bool,
) -> Result<(), ActError> {
    let kind = tx.live(id)?.kind;
    let (texts, others) = sorted(kind, id, given)?;
    let mut edits = Vec::new();
    for (field, given) in texts {
        edits.push(bilingual::prepare(tx, id, field, given, bases, holds)?);
    }
    let translates = others.is_empty() && edits.iter().all(bilingual::Edit::only_translates);
    if !translates || permission::ask(tx, Verb::WriteTranslation, id).is_err() {
        permission::ask_to_write(tx, id)?;
    }
    for edit in edits {
        edit.write(tx, id, bases)?;
    }
    for (field, value) in others {
        write(tx, id, field, value, bases)?;
    }
    check_complete(tx, id)?;
    references::check(tx)?;
    if translates { Ok(()) } else { permission::ask_to_write(tx, id) }
}

/// Texts to edit, by field.
type Texts = Vec<(&'static FieldDef, Given)>;

/// Other fields to edit.
type Others<'a> = Vec<(&'static FieldDef, &'a Value)>;

/// Sorts what was given into texts and other fields.
fn sorted<'a>(kind: Kind, id: &Id, given: &'a Map<String, Value>) -> Result<(Texts, Others<'a>), ActError> {
    let mut texts: BTreeMap<&str, (&'static FieldDef, Given)> = BTreeMap::new();
    let mut others = Vec::new();
    for (name, value) in given {
        let no_such = || Tx::wrong(kind, id, name, FieldError::NoSuchField);
        let base = name.split('.').next().unwrap_or(name);
        let field = kind.def().field(base).ok_or_else(no_such)?;
        let wrong = |fault| Tx::wrong(kind, id, name, FieldError::Value(fault));
        if field.ty == FieldType::Bilingual && base == name {
            if !value.is_null() {
                field.ty.check(&canonical(field.ty, value)).map_err(wrong)?;
            }
            let whole = Given::Whole(serde_json::from_value(value.clone()).ok());
            texts.insert(base, (field, whole));
        } else if field.ty == FieldType::Bilingual {
            let lang = Lang::BOTH.into_iter().find(|lang| fields::side(base, *lang) == *name);
            let lang = lang.ok_or_else(no_such)?;
            let text = match value {
                Value::Null => String::new(),
                Value::String(text) => text.clone(),
                other => {
                    return Err(wrong(FieldType::Text.check(other).err().unwrap_or_else(bilingual::fault)));
                }
            };
            let entry = texts.entry(base).or_insert_with(|| (field, Given::Sides(BTreeMap::new())));
            if let Given::Sides(sides) = &mut entry.1 {
                sides.insert(lang, text);
            }
        } else if base == name {
            others.push((field, value));
        } else {
            return Err(no_such());
        }
    }
    Ok((texts.into_values().collect(), others))
}

/// Writes a field that is no bilingual text.
fn write(
    tx: &mut Tx<'_>,
    id: &Id,
    field: &'static FieldDef,
    value: &Value,
    bases: &Bases,
) -> Result<(), ActError> {
    let row = tx.row(id)?;
    let (kind, before) = (row.kind, row.value(field.name).clone());
    let value = canonical(field.ty, value);
    if !value.is_null() {
        let wrong = |fault| Tx::wrong(kind, id, field.name, FieldError::Value(fault));
        field.ty.check(&value).map_err(wrong)?;
    }
    if field.ty == FieldType::Status && before != value {
        tx.ask(Verb::SetMilestoneStatus, &[])?;
        may_follow(id, &before, &value)?;
    }
    tx.set(id, field.name, value, bases)
}
