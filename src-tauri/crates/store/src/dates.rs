//! The dates of a reporting cycle and of its meeting follow each other.

use chrono::NaiveDate;
use jalon_domain::plan::Entity;
use jalon_domain::{Id, Kind, reporting};

use crate::act_error::FieldError;
use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, Trouble, fields};

/// Checks a cycle, or the cycles of a meeting, that an action has written to. Dates that
/// did not change are left alone: a merge may have put them out of order.
pub(crate) fn check(tx: &mut Tx<'_>, row: &Row, before: &Row) -> Result<(), ActError> {
    const DATES: [&str; 5] = ["meeting", "opens", "submissions_due", "approvals_due", "date"];
    if before.is_live() && DATES.iter().all(|field| row.value(field) == before.value(field)) {
        return Ok(());
    }
    match row.kind {
        Kind::Cycle => check_cycle(tx, row),
        Kind::Meeting => {
            for id in cycles_of(tx, &row.id)? {
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

fn cycles_of(tx: &Tx<'_>, meeting: &Id) -> Result<Vec<Id>, ActError> {
    let mut query = tx.sql.prepare_cached("SELECT id FROM cycle WHERE meeting = ?1 AND deleted = 0")?;
    let ids = query.query_map([meeting.as_str()], |row| row.get::<_, String>(0))?;
    let ids = ids.collect::<Result<Vec<_>, _>>()?;
    Ok(ids.iter().filter_map(|id| Id::parse(id)).collect())
}
