//! Leads of a priority that begin and end within a plan's year.

use chrono::NaiveDate;
use jalon_domain::action::Bases;
use jalon_domain::policy::Verb;
use jalon_domain::{Id, Kind, Lead, leads};
use serde_json::json;

use crate::act_error::FieldError;
use crate::fields::canonical;
use crate::tx::Tx;
use crate::{ActError, CycleError, references};

/// Lets a jurisdiction lead, from a form that showed `bases`.
pub(crate) fn add(
    tx: &mut Tx<'_>,
    priority: &Id,
    lead: Lead,
    place: Option<u32>,
    bases: &Bases,
) -> Result<(), ActError> {
    let place = place.map(|place| usize::try_from(place).unwrap_or(usize::MAX).saturating_sub(1));
    change(tx, priority, bases, |standing| Ok(leads::added(standing, lead, place)))
}

/// Ends a lead after its last day, from a form that showed `bases`.
pub(crate) fn end(
    tx: &mut Tx<'_>,
    priority: &Id,
    jurisdiction: &Id,
    last: NaiveDate,
    bases: &Bases,
) -> Result<(), ActError> {
    change(tx, priority, bases, |standing| {
        leads::ended(standing, jurisdiction, last).ok_or_else(|| CycleError::NotLead(jurisdiction.clone()))
    })
}

fn change(
    tx: &mut Tx<'_>,
    priority: &Id,
    bases: &Bases,
    after: impl FnOnce(&[Lead]) -> Result<Vec<Lead>, CycleError>,
) -> Result<(), ActError> {
    let standing = tx.live_of(Kind::Priority, priority)?.value("leads").clone();
    tx.ask(Verb::EditPlan, &[])?;
    let standing: Vec<Lead> = serde_json::from_value(standing).unwrap_or_default();
    let Some(field) = Kind::Priority.def().field("leads") else { return Err(ActError::NothingChanges) };
    let value = canonical(field.ty, &json!(after(&standing)?));
    let wrong = |fault| Tx::wrong(Kind::Priority, priority, field.name, FieldError::Value(fault));
    field.ty.check(&value).map_err(wrong)?;
    tx.set(priority, field.name, value, bases)?;
    references::check(tx)
}
