//! The dates of a reporting cycle and of its meeting follow each other; nothing ends before it
//! begins, and those who lead do so within the days of the plan.

use chrono::NaiveDate;
use jalon_domain::plan::Entity;
use jalon_domain::{Id, Kind, Lead, reporting, spans};

use crate::act_error::FieldError;
use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, Trouble, fields};

/// Checks the dates of what an action has written to: of a cycle, of the cycles of a
/// meeting, of a plan and those who lead in it. Dates that did not change are left alone: a
/// merge may have put them out of order.
pub(crate) fn check(tx: &mut Tx<'_>, row: &Row, before: &Row) -> Result<(), ActError> {
    const DATES: [&str; 9] = [
        "meeting",
        "opens",
        "submissions_due",
        "approvals_due",
        "date",
        "starts",
        "ends",
        "leads",
        "workplan",
    ];
    if before.is_live() && DATES.iter().all(|field| row.value(field) == before.value(field)) {
        return Ok(());
    }
    if spans::ends_first(row.kind, &fields::object(row)) {
        return Err(Tx::wrong(row.kind, &row.id, "ends", FieldError::EndsFirst));
    }
    match row.kind {
        Kind::Priority => check_leads(tx, row),
        Kind::Workplan => {
            for id in below(tx, "SELECT id FROM priority WHERE workplan = ?1 AND deleted = 0", &row.id)? {
                let priority = tx.row(&id)?.clone();
                if priority.is_live() {
                    check_leads(tx, &priority)?;
                }
            }
            Ok(())
        }
        Kind::Cycle => check_cycle(tx, row),
        Kind::Meeting => {
            for id in below(tx, "SELECT id FROM cycle WHERE meeting = ?1 AND deleted = 0", &row.id)? {
                let cycle = tx.row(&id)?.clone();
                if cycle.is_live() {
                    check_cycle(tx, &cycle)?;
                }
            }
            Ok(())
        }
        _ => Ok(()),
    }
}

fn check_cycle(tx: &mut Tx<'_>, row: &Row) -> Result<(), ActError> {
    let entity = Entity::from_value(row.kind, fields::object(row));
    let entity = entity.map_err(|error| Trouble::Damaged(error.to_string()))?;
    let Entity::Cycle(cycle) = entity else { return Ok(()) };
    let meeting = match tx.row(&cycle.meeting) {
        Ok(meeting) => meeting.value("date").clone(),
        // The reference is looked at elsewhere, and refused there.
        Err(ActError::Unknown(_)) => return Ok(()),
        Err(error) => return Err(error),
    };
    let meeting: Option<NaiveDate> = serde_json::from_value(meeting).ok();
    match reporting::out_of_order(&cycle, meeting) {
        Some("date") => Err(Tx::wrong(Kind::Meeting, &cycle.meeting, "date", FieldError::Order)),
        Some(field) => Err(Tx::wrong(Kind::Cycle, &cycle.id, field, FieldError::Order)),
        None => Ok(()),
    }
}

fn check_leads(tx: &mut Tx<'_>, priority: &Row) -> Result<(), ActError> {
    let Some(workplan) = priority.value("workplan").as_str().and_then(Id::parse) else { return Ok(()) };
    let workplan = match tx.row(&workplan) {
        Ok(workplan) => workplan,
        // The reference is looked at elsewhere, and refused there.
        Err(ActError::Unknown(_)) => return Ok(()),
        Err(error) => return Err(error),
    };
    let day = |field: &str| serde_json::from_value(workplan.value(field).clone()).ok().flatten();
    let leads: Vec<Lead> = serde_json::from_value(priority.value("leads").clone()).unwrap_or_default();
    match spans::outside(&leads, day("starts"), day("ends")) {
        Some((place, lead)) => {
            let what = FieldError::LeadOutside(place, lead.jurisdiction.clone());
            Err(Tx::wrong(Kind::Priority, &priority.id, "leads", what))
        }
        None => Ok(()),
    }
}

fn below(tx: &Tx<'_>, query: &str, of: &Id) -> Result<Vec<Id>, ActError> {
    let mut query = tx.sql.prepare_cached(query)?;
    let ids = query.query_map([of.as_str()], |row| row.get::<_, String>(0))?;
    let ids = ids.collect::<Result<Vec<_>, _>>()?;
    Ok(ids.iter().filter_map(|id| Id::parse(id)).collect())
}
