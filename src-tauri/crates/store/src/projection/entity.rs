//! Reads an entity out of its row of the projection.

use jalon_domain::plan::Entity;
use jalon_domain::{FieldType, Kind, Mark};
use rusqlite::Row as SqlRow;
use rusqlite::types::{FromSql, ValueRef};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use super::fields::Fields;
use crate::{Trouble, shown};

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
    // Mostly all is as it should be, and is read without a tree of JSON in between.
    match Entity::read(kind, Fields::of(kind, row)) {
        Ok(entity) => Ok(Some(entity)),
        Err(_) => shown::entity(kind, || object(kind, row)),
    }
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
