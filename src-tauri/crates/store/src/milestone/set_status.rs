//! Sets a milestone's completion, outlook, reason and evidence.

use jalon_domain::action::Bases;
use jalon_domain::policy::Verb;
use jalon_domain::registry::check::FaultKind;
use jalon_domain::status::StatusFault;
use jalon_domain::{Completion, FieldType, Id, Kind, Status};
use serde_json::Value;

use crate::act_error::FieldError;
use crate::fields::canonical;
use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, moment, nested};
use jalon_domain::registry::FieldFault;

/// Sets the status, from a form that showed `bases`. The translation of a reason or label
/// that is reworded stays, as stale; `holds`: it still holds.
pub(crate) fn set_status(
    tx: &mut Tx<'_>,
    milestone: &Id,
    status: &Status,
    bases: &Bases,
    holds: bool,
) -> Result<(), ActError> {
    let row = tx.live(milestone)?.clone();
    if row.kind != Kind::Milestone {
        return Err(Tx::wrong(row.kind, milestone, "status", FieldError::NoSuchField));
    }
    let before = row.value("status").clone();
    tx.ask(Verb::SetMilestoneStatus, &[])?;
    let shown = nested::shown(tx, &row, "status", bases)?;
    let mut status = status.clone();
    if let Ok(shown) = serde_json::from_value(shown.clone()) {
        status.keep_translations(&shown);
    }
    let value = serde_json::to_value(&status)
        .map_err(|_| Tx::wrong(Kind::Milestone, milestone, "status", FieldError::NoSuchField))?;
    let mut value = canonical(FieldType::Status, &value);
    let wrong = |fault| Tx::wrong(Kind::Milestone, milestone, "status", FieldError::Value(fault));
    FieldType::Status.check(&value).map_err(wrong)?;
    nested::settle(&mut value, &shown, holds);
    may_follow(milestone, &before, &value)?;
    tx.set(milestone, "status", value, bases)
}

/// Sets the status to what `after` makes of the one that stands; `holds` as above.
pub(crate) fn change(
    tx: &mut Tx<'_>,
    milestone: &Id,
    after: impl FnOnce(&Status) -> Status,
    holds: bool,
) -> Result<(), ActError> {
    let row = tx.live(milestone)?;
    let (kind, standing) = (row.kind, row.value("status").clone());
    let bases = Bases::from([("status".to_owned(), row.head_ids("status"))]);
    let standing = serde_json::from_value(standing)
        .map_err(|_| Tx::wrong(kind, milestone, "status", FieldError::NoSuchField))?;
    set_status(tx, milestone, &after(&standing), &bases, holds)
}

/// Refuses to take a milestone back from complete where the councils were told that it
/// is: that is another status, and needs its reason.
pub(crate) fn stays_as_reported(tx: &mut Tx<'_>, milestone: &Id) -> Result<(), ActError> {
    let (row, before) = tx.states(milestone)?;
    let complete = |row: &Row| {
        let status = serde_json::from_value::<Status>(row.value("status").clone());
        status.is_ok_and(|status| status.completion == Completion::Complete)
    };
    let goes_back = row.kind == Kind::Milestone && row.is_live() && complete(&before) && !complete(&row);
    if !goes_back || !moment::reported_complete(tx.sql, milestone)? {
        return Ok(());
    }
    let fault = FaultKind::Status(StatusFault::RegressionNeedsReason);
    let fault = FieldFault { at: String::new(), what: fault };
    Err(Tx::wrong(Kind::Milestone, milestone, "status", FieldError::Value(fault)))
}

/// Whether one status may follow another: what was complete goes back only with a reason.
pub(crate) fn may_follow(milestone: &Id, before: &Value, after: &Value) -> Result<(), ActError> {
    let status = |value: &Value| serde_json::from_value::<Status>(value.clone()).ok();
    let (Some(before), Some(after)) = (status(before), status(after)) else { return Ok(()) };
    if before == after {
        return Ok(());
    }
    after.check_change(&before).map_err(|fault| {
        let fault = FieldFault { at: String::new(), what: FaultKind::Status(fault) };
        Tx::wrong(Kind::Milestone, milestone, "status", FieldError::Value(fault))
    })
}
