//! Appends a transaction to the journal and moves the heads.

use rusqlite::{Connection, OptionalExtension as _, params};

use super::canonical::txn_hash;
use super::{ChangeRow, TxnRow};
use crate::Trouble;

/// Where a device's chain ends: the last `seq` and hash; 0 and none at its start.
pub(crate) fn chain_end(sql: &Connection, device: &str) -> Result<(i64, Option<Vec<u8>>), Trouble> {
    let mut last =
        sql.prepare_cached("SELECT seq, hash FROM txn WHERE device = ?1 ORDER BY seq DESC LIMIT 1")?;
    let last = last.query_row([device], |row| Ok((row.get(0)?, Some(row.get(1)?)))).optional()?;
    Ok(last.unwrap_or((0, None)))
}

/// Appends a transaction, hashing it, and returns its place in the order in which
/// this store learnt of things. `now` is this store's clock; the time of arrival
/// never goes back behind the one before.
pub(crate) fn append(
    sql: &Connection,
    txn: &mut TxnRow,
    changes: &[ChangeRow],
    now: &str,
) -> Result<i64, Trouble> {
    txn.hash = txn_hash(txn, changes);
    let mut insert = sql.prepare_cached(
        "INSERT INTO txn (id, device, seq, prev, action, actor, on_behalf_of, reason, undoes, audience,
                          schema_v, made_at, hash)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    )?;
    insert.execute(params![
        txn.id,
        txn.device,
        txn.seq,
        txn.prev,
        txn.action,
        txn.actor,
        txn.on_behalf_of,
        txn.reason,
        txn.undoes,
        txn.audience,
        txn.schema_v,
        txn.made_at,
        txn.hash
    ])?;
    for change in changes {
        append_change(sql, &txn.id, change)?;
    }
    let mut arrive = sql.prepare_cached(
        "INSERT INTO arrival (local_n, txn, arrived_at)
         SELECT coalesce(max(local_n), 0) + 1, ?1,
                max(?2, coalesce((SELECT arrived_at FROM arrival ORDER BY local_n DESC LIMIT 1), ?2))
         FROM arrival RETURNING local_n",
    )?;
    Ok(arrive.query_row(params![txn.id, now], |row| row.get(0))?)
}

/// Takes out of the heads of a field what was replaced by something that arrived before
/// it: a store that was not to see it may come to see it later. It reads the whole field,
/// so it is done once for all that has arrived.
pub(crate) fn leave_replaced(sql: &Connection, entity: &str, field: &str) -> Result<(), Trouble> {
    let mut replaced = sql.prepare_cached(
        "DELETE FROM head WHERE entity = ?1 AND field = ?2 AND change IN (
             SELECT base.value FROM change AS later, json_each(later.bases) AS base
             WHERE later.entity = ?1 AND later.field = ?2)",
    )?;
    replaced.execute([entity, field])?;
    Ok(())
}

fn append_change(sql: &Connection, txn: &str, change: &ChangeRow) -> Result<(), Trouble> {
    let mut insert = sql.prepare_cached(
        "INSERT INTO change (id, txn, n, kind, entity, field, bases, value, salt, value_hash, from_change)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    )?;
    insert.execute(params![
        change.id,
        txn,
        change.n,
        change.kind,
        change.entity,
        change.field,
        change.bases,
        change.value,
        change.salt,
        change.value_hash,
        change.from_change
    ])?;
    let mut replaced = sql.prepare_cached(
        "DELETE FROM head WHERE entity = ?1 AND field = ?2
         AND change IN (SELECT value FROM json_each(?3))",
    )?;
    replaced.execute(params![change.entity, change.field, change.bases])?;
    let mut head = sql.prepare_cached("INSERT INTO head (entity, field, change) VALUES (?1, ?2, ?3)")?;
    head.execute(params![change.entity, change.field, change.id])?;
    Ok(())
}
