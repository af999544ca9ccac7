//! Reads the plan out of the projection.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Local, NaiveDate, Utc};
use jalon_domain::board::Surroundings;
use jalon_domain::registry::KINDS;
use jalon_domain::{FieldType, Id, Kind, Mark, Plan};
use rusqlite::{Connection, Row as SqlRow};
use serde_json::{Map, Value};

use super::columns;
use crate::journal::row::can_be_open;
use crate::{Trouble, shown};

/// The plan as it stands.
pub(crate) fn plan(sql: &Connection) -> Result<Plan, Trouble> {
    let mut plan = Plan::default();
    for def in KINDS {
        let mut query = sql.prepare_cached(&format!("{} WHERE deleted = 0", columns::of(def.kind).select))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(entity) = shown::entity(def.kind, || object(def.kind, row))? {
                plan.put(entity);
            }
        }
    }
    Ok(plan)
}

/// A row of the projection as plan JSON.
fn object(kind: Kind, row: &SqlRow<'_>) -> Result<Value, Trouble> {
    let mut object = Map::new();
    object.insert("id".into(), row.get::<_, String>(0)?.into());
    let mut column = 3;
    for field in kind.def().fields {
        let value = match field.ty {
            FieldType::Bilingual => pair(row, column)?,
            FieldType::Count => row.get::<_, Option<i64>>(column)?.map(Value::from),
            FieldType::Flag => row.get::<_, Option<bool>>(column)?.map(Value::from),
            FieldType::Text
            | FieldType::OneOf(_)
            | FieldType::Day
            | FieldType::Position
            | FieldType::Ref(_) => row.get::<_, Option<String>>(column)?.map(Value::from),
            _ => json(row, column)?,
        };
        column += if field.ty == FieldType::Bilingual { 3 } else { 1 };
        if let Some(value) = value {
            object.insert(field.name.into(), value);
        }
    }
    Ok(Value::Object(object))
}

fn json<T: serde::de::DeserializeOwned>(row: &SqlRow<'_>, column: usize) -> Result<Option<T>, Trouble> {
    let text: Option<String> = row.get(column)?;
    let value = text.as_deref().map(serde_json::from_str).transpose();
    value.map_err(|error| Trouble::Damaged(error.to_string()))
}

fn pair(row: &SqlRow<'_>, column: usize) -> Result<Option<Value>, Trouble> {
    let Some(mark) = json::<Mark>(row, column + 2)? else { return Ok(None) };
    let side = |column| Ok::<_, Trouble>(row.get::<_, Option<String>>(column)?.unwrap_or_default());
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
            let arrived: String = row.get(1)?;
            let arrived: DateTime<Utc> =
                arrived.parse().map_err(|_| Trouble::Damaged(format!("arrived_at: {arrived}")))?;
            if let Some(id) = Id::parse(&row.get::<_, String>(0)?) {
                last_change.insert(id, arrived.with_timezone(&Local).date_naive());
            }
        }
    }
    let conflicted: BTreeSet<Id> = conflicts(sql)?.into_iter().map(|(id, _)| id).collect();
    Ok(Surroundings { today, last_change, conflicted })
}

/// Every field whose heads do not say the same: the entity and the journal field.
pub(crate) fn conflicts(sql: &Connection) -> Result<Vec<(Id, String)>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT head.entity, head.field FROM head JOIN change ON change.id = head.change
         WHERE (head.entity, head.field) IN
            (SELECT entity, field FROM head GROUP BY entity, field HAVING count(*) > 1)
         GROUP BY head.entity, head.field HAVING count(DISTINCT coalesce(change.value, 'null')) > 1",
    )?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let field: String = row.get(1)?;
        if let Some(id) = Id::parse(&row.get::<_, String>(0)?).filter(|_| can_be_open(&field)) {
            found.push((id, field));
        }
    }
    Ok(found)
}
