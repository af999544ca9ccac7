//! Writes fields exactly as plan JSON has them, translation states included: for
//! new entities and for plan files.

use jalon_domain::policy::Verb;
use jalon_domain::{
    Bilingual, Completion, FieldDef, FieldType, Id, Kind, Lang, Mark, Outlook, Status, Translation,
};
use serde_json::Value;

use crate::act_error::FieldError;
use crate::fields::{self, canonical, plan_value};
use crate::milestone::may_follow;
use crate::tx::Tx;
use crate::{ActError, permission};

/// Makes a field hold a value of plan JSON. Nothing happens when it already does.
/// A text that comes in as approved, or the same in both languages, is approved by
/// whoever brings it in, so that is asked; and so is a status that work has begun, or
/// another one than the milestone last had, even when it was deleted since.
pub(crate) fn write_exactly(
    tx: &mut Tx<'_>,
    id: &Id,
    field: &'static FieldDef,
    value: &Value,
) -> Result<(), ActError> {
    let row = tx.row(id)?.clone();
    let kind = row.kind;
    let value = canonical(field.ty, value);
    if plan_value(&row, field) == value {
        return Ok(());
    }
    if !value.is_null() {
        let wrong = |fault| Tx::wrong(kind, id, field.name, FieldError::Value(fault));
        field.ty.check(&value).map_err(wrong)?;
    }
    let open = fields::journal_fields(field).into_iter().find(|name| row.conflicts().any(|it| it == name));
    if let Some(open) = open {
        return Err(Tx::wrong(kind, id, &open, FieldError::Conflict));
    }
    let stood = row.value(field.name);
    if !tx.record && is_of_a_verb(kind, field) && !(stood.is_null() && value == "open") {
        return Err(Tx::wrong(kind, id, field.name, FieldError::ByVerb));
    }
    match field.ty {
        FieldType::Bilingual => write_pair(tx, id, field, serde_json::from_value(value).ok()),
        FieldType::Status if kind == Kind::Milestone && !tx.record => {
            let last = row.value(field.name);
            if !(last.is_null() && is_beginning(&value)) {
                permission::ask(tx, Verb::SetMilestoneStatus, id)?;
            }
            may_follow(id, last, &value)?;
            let value = tx.settled(last, value);
            tx.put(id, field.name, value)
        }
        _ => {
            let value = tx.settled(row.value(field.name), value);
            tx.put(id, field.name, value)
        }
    }
}

/// Whether a field changes by an action of its own only: a plan is closed with lessons
/// and reopened for a reason.
pub(super) fn is_of_a_verb(kind: Kind, field: &FieldDef) -> bool {
    kind == Kind::Workplan && field.name == "state"
}

/// Whether a status says no more than that a milestone is planned.
fn is_beginning(status: &Value) -> bool {
    serde_json::from_value(status.clone()).is_ok_and(|status: Status| {
        status.completion == Completion::NotStarted && matches!(status.outlook, None | Some(Outlook::OnTrack))
    })
}

fn write_pair(
    tx: &mut Tx<'_>,
    id: &Id,
    field: &'static FieldDef,
    pair: Option<Bilingual>,
) -> Result<(), ActError> {
    let mark = pair.as_ref().map(|pair| fields::mark_value(&Mark::of(pair))).unwrap_or_default();
    let pair = pair.unwrap_or_default();
    if matches!(pair.state, Translation::Approved | Translation::Same) {
        tx.ask(Verb::ApproveTranslation, &[])?;
    }
    for lang in Lang::BOTH {
        tx.put(id, &fields::side(field.name, lang), fields::text(pair.side(lang)))?;
    }
    tx.put(id, &fields::mark(field.name), mark)
}

/// Whether every required field of an entity holds something.
pub(crate) fn check_complete(tx: &mut Tx<'_>, id: &Id) -> Result<(), ActError> {
    let row = tx.row(id)?;
    let missing =
        row.kind.def().fields.iter().find(|field| field.required && plan_value(row, field).is_null());
    match missing {
        Some(field) => Err(Tx::wrong(row.kind, id, field.name, FieldError::Missing)),
        None => Ok(()),
    }
}
