//! Edits fields of an entity, from a form.

use jalon_domain::action::Bases;
use jalon_domain::policy::Verb;
use jalon_domain::{FieldDef, FieldType, Id};
use serde_json::{Map, Value};

use super::baseline::{BASELINE, keep_baseline};
use super::check_complete;
use super::exact::is_of_a_verb;
use super::given::{Fields, sorted};
use crate::act_error::FieldError;
use crate::bilingual;
use crate::fields::canonical;
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
    Tx::no_record(kind)?;
    let Fields { texts, others } = sorted(kind, id, given)?;
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
    if !given.contains_key(BASELINE) {
        keep_baseline(tx, id)?;
    }
    check_complete(tx, id)?;
    references::check(tx)?;
    if translates { Ok(()) } else { permission::ask_to_write(tx, id) }
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
    if before != value && is_of_a_verb(kind, field) {
        return Err(Tx::wrong(kind, id, field.name, FieldError::ByVerb));
    }
    if field.ty == FieldType::Status && before != value {
        tx.ask(Verb::SetMilestoneStatus, &[])?;
        may_follow(id, &before, &value)?;
    }
    tx.set(id, field.name, value, bases)
}
