//! Writes an entity's row.

use rusqlite::types::Value as SqlValue;
use rusqlite::{Connection, params_from_iter};
use serde_json::Value;

use super::columns::{self, Form};
use crate::Trouble;
use crate::journal::row::Row;

/// Writes the row of an entity that the transaction at `local_n` touched last.
pub(crate) fn write(sql: &Connection, row: &Row, local_n: i64) -> Result<(), Trouble> {
    let mut upsert = sql.prepare_cached(&columns::of(row.kind).upsert)?;
    upsert.execute(params_from_iter(values(row, local_n)))?;
    Ok(())
}

/// Takes the row of an entity out, which is another thing now.
pub(crate) fn remove(sql: &Connection, row: &Row) -> Result<(), Trouble> {
    let mut delete = sql.prepare_cached(&format!("DELETE FROM {} WHERE id = ?1", row.kind.def().name))?;
    delete.execute([row.id.as_str()])?;
    Ok(())
}

/// The row's values: id, deleted, changed, and then the table's columns.
pub(crate) fn values(row: &Row, local_n: i64) -> Vec<SqlValue> {
    let first = [
        SqlValue::Text(row.id.as_str().to_owned()),
        SqlValue::Integer(i64::from(!row.is_live())),
        SqlValue::Integer(local_n),
    ];
    let columns = columns::of(row.kind).columns.iter();
    first.into_iter().chain(columns.map(|column| stored(column.form, row.value(&column.journal)))).collect()
}

/// A value as it stands in its column. What does not fit the column (a newer
/// version may have widened a field) shows as nothing and stays in the journal.
pub(crate) fn stored(form: Form, value: &Value) -> SqlValue {
    match (form, value) {
        (_, Value::Null) => SqlValue::Null,
        (Form::Text, Value::String(text)) => SqlValue::Text(text.clone()),
        (Form::Integer, Value::Number(number)) => number.as_i64().map_or(SqlValue::Null, SqlValue::Integer),
        (Form::Integer, Value::Bool(flag)) => SqlValue::Integer(i64::from(*flag)),
        (Form::Json, value) => SqlValue::Text(value.to_string()),
        _ => SqlValue::Null,
    }
}
