//! Chooses what a field with several heads shall hold.

use std::collections::BTreeSet;

use jalon_domain::action::Bases;
use jalon_domain::policy::{Denied, Verb};
use jalon_domain::registry::FieldFault;
use jalon_domain::registry::check::{Expected, FaultKind, check_characters};
use jalon_domain::{Actor, FieldType, Id, Kind, Mark};
use serde_json::Value;

use crate::act_error::FieldError;
use crate::confidential::Nameless;
use crate::entity::check_complete;
use crate::fields::{self, Part, canonical};
use crate::journal::DELETED;
use crate::journal::row::Row;
use crate::milestone::may_follow;
use crate::tx::Tx;
use crate::{ActError, Store, confidential, nested, permission, references};

/// Makes a journal field hold `value`, in place of all its heads, which the form
/// must have shown. Another value than one of theirs is an edit, and asks for the
/// right to edit too.
pub(crate) fn resolve(
    tx: &mut Tx<'_>,
    id: &Id,
    field: &str,
    value: &Value,
    bases: &Bases,
) -> Result<(), ActError> {
    let row = tx.row(id)?.clone();
    let wrong = |what| Tx::wrong(row.kind, id, field, what);
    let shown: BTreeSet<&String> = bases.get(field).into_iter().flatten().collect();
    let heads = row.head_ids(field);
    match disputed(&row, field) {
        // Whoever was shown other versions than stand is told that, also where somebody has
        // chosen since.
        Err(FieldError::NoConflict) if shown.is_empty() || shown == heads.iter().collect() => {
            return Err(wrong(FieldError::NoConflict));
        }
        Err(FieldError::NoConflict) => return Err(wrong(FieldError::OtherHeads)),
        Err(what) => return Err(wrong(what)),
        Ok(()) if shown != heads.iter().collect() => return Err(wrong(FieldError::OtherHeads)),
        Ok(()) => {}
    }
    let nameless = Nameless::read(tx.sql)?.contains(id);
    if confidential::tells_origin(row.kind, field, nameless) && !confidential::reads_all(&tx.context.actor) {
        // Whoever sees some of the versions only would drop the others unseen.
        return Err(ActError::Denied(Denied::Role));
    }
    let verb = if field == "status" { Verb::SetMilestoneStatus } else { permission::verb(row.kind) };
    permission::ask_to_choose(tx, id, if translates(&row, field) { Verb::WriteTranslation } else { verb })?;
    let value = checked(&row, field, value).map_err(wrong)?;
    let edits = !row.heads[field].iter().any(|head| head.value == value);
    let mut value = value;
    if edits {
        nested::settle(&mut value, row.value(field), false);
        value = tx.settled(row.value(field), value);
        permission::ask(tx, verb, id)?;
    }
    if edits && row.kind == Kind::Milestone && field == "status" {
        // What is chosen was asked about when it was said; what is new follows all of it.
        row.heads[field].iter().try_for_each(|head| may_follow(id, &head.value, &value))?;
    }
    let before = fields::named(row.kind.def(), field).and_then(|(def, _)| fields::pair(&row, def.name));
    tx.put(id, field, value)?;
    if edits {
        // It may have become somebody else's.
        permission::ask(tx, verb, id)?;
    }
    if let Some((def, Part::Side(_))) = fields::named(row.kind.def(), field) {
        let mark: Option<Mark> = serde_json::from_value(row.value(&fields::mark(def.name)).clone()).ok();
        let after = fields::pair(tx.row(id)?, def.name);
        if let (Some(mark), Some(before), Some(after)) = (mark, before, after) {
            let mark = mark.after_edit(&before, &after, false);
            let mark = Mark { same: mark.same && (before == after || tx.may_approve()), ..mark };
            tx.put(id, &fields::mark(def.name), fields::mark_value(&mark))?;
        }
    }
    if tx.row(id)?.is_live() {
        check_complete(tx, id)?;
    }
    references::check(tx)
}

impl Store {
    /// Refuses where there is nothing to choose in a journal field. Where `reader` may not
    /// see all of its versions, nothing is said of that.
    ///
    /// # Errors
    /// There is no such thing or field, or one version only.
    pub fn must_be_disputed(&self, id: &Id, field: &str, reader: &Actor) -> Result<(), ActError> {
        let found = self.reading(|sql| Ok((Row::read(sql, id)?, Nameless::read(sql)?)))?;
        let (Some(row), nameless) = found else { return Err(ActError::Unknown(id.clone())) };
        if nameless.hides(id, reader) {
            // As of what is not there: that it is says whose word it is.
            return Err(ActError::Unknown(id.clone()));
        }
        let hidden = confidential::tells_origin(row.kind, field, nameless.contains(id))
            && !confidential::reads_all(reader);
        if hidden {
            return Ok(());
        }
        disputed(&row, field).map_err(|what| Tx::wrong(row.kind, id, field, what))
    }
}

/// Whether somebody has to choose in a journal field.
fn disputed(row: &Row, field: &str) -> Result<(), FieldError> {
    if row.conflicts().any(|open| open == field) {
        return Ok(());
    }
    let known = fields::named(row.kind.def(), field).is_some_and(|(_, part)| part != Part::Mark);
    Err(if known || field == DELETED { FieldError::NoConflict } else { FieldError::NoSuchField })
}

/// Whether a journal field is the side of a text that is not its source.
fn translates(row: &Row, field: &str) -> bool {
    let Some((def, Part::Side(lang))) = fields::named(row.kind.def(), field) else { return false };
    fields::pair(row, def.name).is_some_and(|pair| pair.source != lang)
}

/// The value as the journal keeps it, if the field may hold it.
fn checked(row: &Row, field: &str, value: &Value) -> Result<Value, FieldError> {
    let expected =
        |expected| FieldError::Value(FieldFault { at: String::new(), what: FaultKind::Expected(expected) });
    if field == DELETED {
        return value.as_bool().map(Value::Bool).ok_or_else(|| expected(Expected::Flag));
    }
    match fields::named(row.kind.def(), field).ok_or(FieldError::NoSuchField)? {
        (_, Part::Mark) => Err(FieldError::NoSuchField),
        (_, Part::Side(_)) => match value {
            Value::Null => Ok(Value::Null),
            Value::String(text) => {
                check_characters("", text).map_err(FieldError::Value)?;
                Ok(fields::text(text))
            }
            _ => Err(expected(Expected::Text)),
        },
        (def, Part::Whole) => {
            let value = canonical(def.ty, value);
            if !value.is_null() {
                def.ty.check(&value).map_err(FieldError::Value)?;
            }
            debug_assert_ne!(def.ty, FieldType::Bilingual);
            Ok(value)
        }
    }
}
