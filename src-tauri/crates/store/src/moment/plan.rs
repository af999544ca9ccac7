//! The plan as it stood at a moment.

use jalon_domain::registry::KINDS;
use jalon_domain::{Actor, Kind, Plan, Vector};
use rusqlite::types::{Value as SqlValue, ValueRef};
use rusqlite::{Connection, Row as SqlRow};
use serde_json::Value;

use super::field::Field;
use super::then::{Then, text};
use crate::journal::{CREATE, DELETED};
use crate::projection::columns::{self, Form};
use crate::projection::entity::{Cells, entity};
use crate::projection::write::stored;
use crate::{Store, Trouble, confidential};

impl Store {
    /// The plan as of a moment, everything in it. As of the present it is
    /// [`Store::plan`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plan_as_of(&self, at: &Vector) -> Result<Plan, Trouble> {
        self.reading(|sql| plan_as_of(sql, at))
    }

    /// The same as `reader` may see it; see [`Store::plan_for`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn plan_as_of_for(&self, at: &Vector, reader: &Actor) -> Result<Plan, Trouble> {
        self.reading(|sql| confidential::plan_for(sql, plan_as_of(sql, at)?, reader))
    }
}

/// The plan as of a moment, everything in it.
pub(crate) fn plan_as_of(sql: &Connection, at: &Vector) -> Result<Plan, Trouble> {
    plan(sql, &Then::read(sql, at)?)
}

/// Writes out what stood.
pub(super) fn plan(sql: &Connection, then: &Then) -> Result<Plan, Trouble> {
    let [plan] = plans(sql, [then])?;
    Ok(plan)
}

/// Writes out what stood at several moments. Where most is as it is now, that is a walk
/// over the projection, which has a row for everything that there ever was: one for all
/// of them, and what nothing touched since any of them is read once.
pub(super) fn plans<const N: usize>(sql: &Connection, thens: [&Then; N]) -> Result<[Plan; N], Trouble> {
    let mut plans = [(); N].map(|()| Plan::default());
    for (plan, then) in plans.iter_mut().zip(thens) {
        for (id, (_, kind)) in &then.whole {
            if let Some(kind) = kind {
                put_past(plan, then, *kind, id, None)?;
            }
        }
    }
    let mut from_now: Vec<(&mut Plan, &Then)> = plans.iter_mut().zip(thens).collect();
    from_now.retain(|(_, then)| then.from_now);
    if !from_now.is_empty() {
        for def in KINDS {
            let mut query = sql.prepare_cached(&columns::of(def.kind).select)?;
            let mut rows = query.query([])?;
            while let Some(row) = rows.next()? {
                put_row(&mut from_now, def.kind, row)?;
            }
        }
    }
    Ok(plans)
}

/// Puts a row of the projection into each plan as it stood.
fn put_row(plans: &mut [(&mut Plan, &Then)], kind: Kind, row: &SqlRow<'_>) -> Result<(), Trouble> {
    let id = text(row, 0)?;
    let mut as_now: Vec<&mut Plan> = Vec::with_capacity(plans.len());
    for (plan, then) in plans {
        if then.whole.contains_key(id) {
            continue;
        }
        match then.fields.of(id) {
            Some(_) => put_past(plan, then, kind, id, Some(row))?,
            None => as_now.push(plan),
        }
    }
    let Some(last) = as_now.pop() else { return Ok(()) };
    if row.get::<_, i64>(1)? == 0
        && let Some(entity) = entity(kind, row)?
    {
        for plan in as_now {
            plan.put(entity.clone());
        }
        last.put(entity);
    }
    Ok(())
}

/// Puts an entity in as it stood, if it was there: as the journal says where that was
/// read, else as the row of now.
fn put_past(
    plan: &mut Plan,
    then: &Then,
    kind: Kind,
    id: &str,
    row: Option<&SqlRow<'_>>,
) -> Result<(), Trouble> {
    let fields = then.fields.of(id).unwrap_or_default();
    let said = |name: &str| fields.iter().find(|(known, _)| known == name).map(|(_, field)| field);
    let created = said(CREATE).map_or(row.is_some(), Field::is_set);
    let deleted = match (said(DELETED), row) {
        (Some(field), _) => field.value()? == Value::Bool(true),
        (None, Some(row)) => row.get::<_, i64>(1)? != 0,
        (None, None) => false,
    };
    if !created || deleted {
        return Ok(());
    }
    let cell = |column: &columns::Column| match (said(&column.journal), row) {
        (Some(field), _) => Ok(Some(cell_of(column.form, field)?)),
        (None, Some(_)) => Ok(None),
        (None, None) => Ok(Some(SqlValue::Null)),
    };
    let cells = columns::of(kind).columns.iter().map(cell).collect::<Result<_, Trouble>>()?;
    if let Some(entity) = entity(kind, &Past { id, row, cells })? {
        plan.put(entity);
    }
    Ok(())
}

/// What a field held as it stands in its column.
fn cell_of(form: Form, field: &Field) -> Result<SqlValue, Trouble> {
    match (form, field.json()) {
        // As the journal has it: it is read once, when the entity is.
        (Form::Json, Some(json)) if json != "null" => Ok(SqlValue::Text(json.to_owned())),
        _ => Ok(stored(form, &field.value()?)),
    }
}

/// A row of the projection as it stood: cells of their own where the journal was
/// read, else those of now.
struct Past<'r, 's> {
    id: &'r str,
    row: Option<&'r SqlRow<'s>>,
    cells: Vec<Option<SqlValue>>,
}

impl Cells for Past<'_, '_> {
    fn cell(&self, column: usize) -> Result<ValueRef<'_>, Trouble> {
        match (column.checked_sub(3).and_then(|at| self.cells.get(at)), self.row) {
            (Some(Some(value)), _) => Ok(value.into()),
            (Some(None), Some(row)) => row.cell(column),
            (None, _) if column == 0 => Ok(ValueRef::Text(self.id.as_bytes())),
            _ => Ok(ValueRef::Null),
        }
    }
}
