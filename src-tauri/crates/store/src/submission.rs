//! Says where a jurisdiction stands in a reporting cycle.

use jalon_domain::action::Bases;
use jalon_domain::policy::Verb;
use jalon_domain::{Id, Kind, submission};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::{Value, json};

use crate::act_error::FieldError;
use crate::tx::Tx;
use crate::{ActError, Trouble, cycle, references};

/// What also holds for a submission that is written as a thing of its own: its cycle is
/// open, and there is no other one for its jurisdiction.
pub(crate) fn check(tx: &mut Tx<'_>, id: &Id) -> Result<(), ActError> {
    let row = tx.row(id)?.clone();
    let named = |field: &str| row.value(field).as_str().and_then(Id::parse);
    let (Some(cycle), Some(jurisdiction)) = (named("cycle"), named("jurisdiction")) else { return Ok(()) };
    cycle::check_open(tx, &cycle)?;
    match find(tx.sql, &cycle, &jurisdiction)? {
        Some(other) if other != *id => Err(ActError::Taken(other)),
        _ => Ok(()),
    }
}

/// Records a state, from a form that showed `bases`. There is one submission for a
/// jurisdiction in a cycle, of the same id in every store.
pub(crate) fn set(
    tx: &mut Tx<'_>,
    cycle: &Id,
    jurisdiction: &Id,
    state: &str,
    bases: &Bases,
) -> Result<(), ActError> {
    tx.live_of(Kind::Jurisdiction, jurisdiction)?;
    tx.ask(Verb::ClearOrSubmit, std::slice::from_ref(jurisdiction))?;
    cycle::check_open(tx, cycle)?;
    let known = find(tx.sql, cycle, jurisdiction)?;
    let id = known.clone().unwrap_or_else(|| submission::id_of(cycle, jurisdiction));
    let state = Value::from(state);
    if let Some(field) = Kind::Submission.def().field("state") {
        let wrong = |fault| Tx::wrong(Kind::Submission, &id, field.name, FieldError::Value(fault));
        field.ty.check(&state).map_err(wrong)?;
    }
    if known.is_some() {
        return tx.set(&id, "state", state, bases);
    }
    tx.make_or_restore(Kind::Submission, &id)?;
    tx.put(&id, "cycle", json!(cycle))?;
    tx.put(&id, "jurisdiction", json!(jurisdiction))?;
    tx.put(&id, "state", state)?;
    references::check(tx)
}

/// The submission of a jurisdiction in a cycle, the one with the lowest id.
pub(crate) fn find(sql: &Connection, cycle: &Id, jurisdiction: &Id) -> Result<Option<Id>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT min(id) FROM submission WHERE cycle = ?1 AND jurisdiction = ?2 AND deleted = 0",
    )?;
    let found: Option<Option<String>> =
        query.query_row([cycle.as_str(), jurisdiction.as_str()], |row| row.get(0)).optional()?;
    Ok(found.flatten().as_deref().and_then(Id::parse))
}
