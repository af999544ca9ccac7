//! Reads the plan out of the projection.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Local, NaiveDate, Utc};
use jalon_domain::board::Surroundings;
use jalon_domain::plan::Entity;
use jalon_domain::registry::KINDS;
use jalon_domain::{FieldType, Id, Kind, Mark, Plan};
use rusqlite::types::{FromSql, ValueRef};
use rusqlite::{Connection, Row as SqlRow};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::columns;
use crate::journal::row::{Row, can_be_open};
use crate::{Trouble, moment, shown};

/// The plan as it stands.
pub(crate) fn plan(sql: &Connection) -> Result<Plan, Trouble> {
    let mut plan = Plan::default();
    for def in KINDS {
        let mut query = sql.prepare_cached(&format!("{} WHERE deleted = 0", columns::of(def.kind).select))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(entity) = entity(def.kind, row)? {
                plan.put(entity);
            }
        }
    }
    Ok(plan)
}

/// The cells of a row of the projection, whether it stands there or is put together:
/// `id`, `deleted`, `changed`, then the columns of its table.
pub(crate) trait Cells {
    /// One cell.
    fn cell(&self, column: usize) -> Result<ValueRef<'_>, Trouble>;
}

impl Cells for SqlRow<'_> {
    fn cell(&self, column: usize) -> Result<ValueRef<'_>, Trouble> {
        Ok(self.get_ref(column)?)
    }
}

/// A row of the projection as the plan shows it; see [`shown::entity`].
pub(crate) fn entity(kind: Kind, row: &impl Cells) -> Result<Option<Entity>, Trouble> {
    shown::entity(kind, || object(kind, row))
}

/// A row of the projection as plan JSON.
fn object(kind: Kind, row: &impl Cells) -> Result<Value, Trouble> {
    let mut object = Map::new();
    object.insert("id".into(), get::<String>(row, 0)?.into());
    let mut column = 3;
    for field in kind.def().fields {
        let value = match field.ty {
            FieldType::Bilingual => pair(row, column)?,
            FieldType::Count => get::<Option<i64>>(row, column)?.map(Value::from),
            FieldType::Flag => get::<Option<bool>>(row, column)?.map(Value::from),
            FieldType::Text
            | FieldType::OneOf(_)
            | FieldType::Day
            | FieldType::Position
            | FieldType::Ref(_) => get::<Option<String>>(row, column)?.map(Value::from),
            _ => json(row, column)?,
        };
        column += if field.ty == FieldType::Bilingual { 3 } else { 1 };
        if let Some(value) = value {
            object.insert(field.name.into(), value);
        }
    }
    Ok(Value::Object(object))
}

fn get<T: FromSql>(row: &impl Cells, column: usize) -> Result<T, Trouble> {
    T::column_result(row.cell(column)?).map_err(|error| Trouble::Damaged(error.to_string()))
}

fn json<T: DeserializeOwned>(row: &impl Cells, column: usize) -> Result<Option<T>, Trouble> {
    let text = get::<Option<String>>(row, column)?;
    let value = text.as_deref().map(serde_json::from_str).transpose();
    value.map_err(|error| Trouble::Damaged(error.to_string()))
}

fn pair(row: &impl Cells, column: usize) -> Result<Option<Value>, Trouble> {
    // A mark that only a newer version can read counts as absent, like any such value.
    let mark = json::<Value>(row, column + 2)?.and_then(|mark| serde_json::from_value::<Mark>(mark).ok());
    let Some(mark) = mark else { return Ok(None) };
    let side = |column| Ok::<_, Trouble>(get::<Option<String>>(row, column)?.unwrap_or_default());
    let pair = mark.pair(side(column)?, side(column + 1)?);
    if pair.is_empty() {
        return Ok(None);
    }
    serde_json::to_value(pair).map(Some).map_err(|error| Trouble::Damaged(error.to_string()))
}

/// What the board needs beside the plan. The day of a change is the day on which
/// this store learnt of it: the clocks of others decide nothing.
pub(crate) fn surroundings(sql: &Connection, today: NaiveDate) -> Result<Surroundings, Trouble> {
    let mut last_change = BTreeMap::new();
    for def in KINDS {
        let mut query = sql.prepare_cached(&format!(
            "SELECT it.id, arrival.arrived_at FROM {} AS it JOIN arrival ON arrival.local_n = it.changed
             WHERE it.deleted = 0",
            def.name
        ))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(id) = Id::parse(&row.get::<_, String>(0)?) {
                last_change.insert(id, arrived_on(&row.get::<_, String>(1)?)?);
            }
        }
    }
    let conflicted: BTreeSet<Id> = conflicts(sql)?.into_iter().map(|(id, _)| id).collect();
    let to_correct = moment::corrections(sql)?.into_iter().map(|it| it.milestone).collect();
    Ok(Surroundings { today, last_change, conflicted, to_correct })
}

/// The day of a time of arrival, where the user is.
pub(crate) fn arrived_on(arrived_at: &str) -> Result<NaiveDate, Trouble> {
    let arrived: DateTime<Utc> =
        arrived_at.parse().map_err(|_| Trouble::Damaged(format!("arrived_at: {arrived_at}")))?;
    Ok(arrived.with_timezone(&Local).date_naive())
}

/// Every field whose heads do not say the same, and every deletion that did not know of
/// all that stood: the entity and the journal field.
pub(crate) fn conflicts(sql: &Connection) -> Result<Vec<(Id, String)>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT head.entity, head.field FROM head JOIN change ON change.id = head.change
         WHERE (head.entity, head.field) IN
            (SELECT entity, field FROM head GROUP BY entity, field HAVING count(*) > 1)
         GROUP BY head.entity, head.field HAVING count(DISTINCT coalesce(change.value, 'null')) > 1
         UNION
         SELECT head.entity, head.field FROM head JOIN change ON change.id = head.change
         WHERE head.field = '$deleted' AND change.value = 'true' AND EXISTS (
             SELECT 1 FROM head AS other WHERE other.entity = head.entity AND other.field <> '$deleted'
             AND other.change NOT IN (SELECT value FROM json_each(change.bases)))",
    )?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let field: String = row.get(1)?;
        let Some(id) = Id::parse(&row.get::<_, String>(0)?).filter(|_| can_be_open(&field)) else { continue };
        if Row::read(sql, &id)?.is_some_and(|row| row.is_open(&field)) {
            found.push((id, field));
        }
    }
    Ok(found)
}
