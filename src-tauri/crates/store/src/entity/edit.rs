//! Edits fields of an entity, from a form.

use jalon_domain::action::Bases;
use jalon_domain::policy::Verb;
use jalon_domain::{FieldDef, FieldType, Id, Kind};
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
use crate::{ActError, nested, permission, references, submission};

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
    let Fields { texts, nested, others } = sorted(kind, id, given)?;
    let mut edits = Vec::new();
    for (field, given) in texts {
        edits.push(bilingual::prepare(tx, id, field, given, bases, holds)?);
    }
    let mut inside = Vec::new();
    for (field, given) in nested {
        inside.push(nested::prepare(tx, id, field, given, bases, holds)?);
    }
    let translates = others.is_empty()
        && edits.iter().all(bilingual::Edit::only_translates)
        && inside.iter().all(|edit| edit.only_translates);
    let may_translate = if translates { permission::ask(tx, Verb::WriteTranslation, id) } else { Ok(()) };
    if !translates || may_translate.is_err() {
        // Whoever may only translate is told why not this.
        permission::ask_to_write(tx, id).map_err(|denied| may_translate.err().unwrap_or(denied))?;
    }
    for edit in edits {
        edit.write(tx, id, bases)?;
    }
    for edit in inside {
        if !edit.only_translates {
            ask_for_status(tx, id, edit.field, &edit.value)?;
        }
        tx.set(id, edit.field.name, edit.value, bases)?;
    }
    for (field, value) in others {
        write(tx, id, field, value, bases, holds)?;
    }
    if !translates && !given.contains_key(BASELINE) {
        keep_baseline(tx, id)?;
    }
    check_complete(tx, id)?;
    references::check(tx)?;
    if kind == Kind::Submission {
        submission::check(tx, id)?;
    }
    if translates { Ok(()) } else { permission::ask_to_write(tx, id) }
}

/// Writes a field that is no bilingual text.
fn write(
    tx: &mut Tx<'_>,
    id: &Id,
    field: &'static FieldDef,
    value: &Value,
    bases: &Bases,
    holds: bool,
) -> Result<(), ActError> {
    let row = tx.row(id)?.clone();
    let mut value = canonical(field.ty, value);
    if !value.is_null() {
        let wrong = |fault| Tx::wrong(row.kind, id, field.name, FieldError::Value(fault));
        field.ty.check(&value).map_err(wrong)?;
    }
    nested::settle(&mut value, &nested::shown(tx, &row, field.name, bases)?, holds);
    if *row.value(field.name) != value && is_of_a_verb(row.kind, field) {
        return Err(Tx::wrong(row.kind, id, field.name, FieldError::ByVerb));
    }
    ask_for_status(tx, id, field, &value)?;
    tx.set(id, field.name, value, bases)
}

/// Asks whether another status may be set, and follow the one that stands.
fn ask_for_status(tx: &mut Tx<'_>, id: &Id, field: &'static FieldDef, value: &Value) -> Result<(), ActError> {
    let before = tx.row(id)?.value(field.name).clone();
    if field.ty == FieldType::Status && before != *value {
        tx.ask(Verb::SetMilestoneStatus, &[])?;
        may_follow(id, &before, value)?;
    }
    Ok(())
}
