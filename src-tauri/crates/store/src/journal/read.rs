//! Reads the journal back.

use rusqlite::{Connection, OptionalExtension as _, Row as SqlRow};

use super::{ChangeRow, TxnRow};
use crate::Trouble;

/// The columns of [`txn`], in its order.
pub(crate) const TXN: &str = "txn.id, txn.device, txn.seq, txn.prev, txn.action, txn.actor, txn.on_behalf_of,
    txn.reason, txn.undoes, txn.audience, txn.schema_v, txn.made_at, txn.hash";

/// The columns of [`change`], in its order.
pub(crate) const CHANGE: &str = "change.id, change.n, change.kind, change.entity, change.field, change.bases,
    change.value, change.salt, change.value_hash, change.from_change";

/// How many columns [`TXN`] has.
pub(crate) const TXN_COLUMNS: usize = 13;

/// A transaction out of a row of [`TXN`].
pub(crate) fn txn(row: &SqlRow<'_>) -> rusqlite::Result<TxnRow> {
    Ok(TxnRow {
        id: row.get(0)?,
        device: row.get(1)?,
        seq: row.get(2)?,
        prev: row.get(3)?,
        action: row.get(4)?,
        actor: row.get(5)?,
        on_behalf_of: row.get(6)?,
        reason: row.get(7)?,
        undoes: row.get(8)?,
        audience: row.get(9)?,
        schema_v: row.get(10)?,
        made_at: row.get(11)?,
        hash: row.get(12)?,
    })
}

/// The transaction of that id.
pub(crate) fn txn_of(sql: &Connection, id: &str) -> Result<Option<TxnRow>, Trouble> {
    let mut query = sql.prepare_cached(&format!("SELECT {TXN} FROM txn WHERE id = ?1"))?;
    Ok(query.query_row([id], txn).optional()?)
}

/// A change out of the columns of [`CHANGE`], the first of which is column `at`.
pub(crate) fn change(row: &SqlRow<'_>, at: usize) -> rusqlite::Result<ChangeRow> {
    Ok(ChangeRow {
        id: row.get(at)?,
        n: row.get(at + 1)?,
        kind: row.get(at + 2)?,
        entity: row.get(at + 3)?,
        field: row.get(at + 4)?,
        bases: row.get(at + 5)?,
        value: row.get(at + 6)?,
        salt: row.get(at + 7)?,
        value_hash: row.get(at + 8)?,
        from_change: row.get(at + 9)?,
    })
}

/// The changes of a transaction, in order.
pub(crate) fn changes_of(sql: &Connection, txn: &str) -> Result<Vec<ChangeRow>, Trouble> {
    let mut query = sql.prepare_cached(&format!("SELECT {CHANGE} FROM change WHERE txn = ?1 ORDER BY n"))?;
    let rows = query.query_map([txn], |row| change(row, 0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// A list of change ids as the journal keeps it.
pub(crate) fn bases(change: &ChangeRow) -> Result<Vec<String>, Trouble> {
    bases_in(&change.bases)
}

/// The same, out of its column.
pub(crate) fn bases_in(bases: &str) -> Result<Vec<String>, Trouble> {
    serde_json::from_str(bases).map_err(|error| Trouble::Damaged(error.to_string()))
}
