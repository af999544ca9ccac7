//! Places in the chains of devices: what stands in each, whole or as a stub.

use rusqlite::{Connection, OptionalExtension as _, Row as SqlRow, params};

use super::item::Place;
use crate::Trouble;

/// What stands in a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Held {
    pub hash: Vec<u8>,
    pub is_stub: bool,
}

/// What stands in a place of a device's chain, if anything does.
pub(super) fn held(sql: &Connection, device: &str, seq: i64) -> Result<Option<Held>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT hash, 0 FROM txn WHERE device = ?1 AND seq = ?2
         UNION ALL SELECT hash, 1 FROM stub WHERE device = ?1 AND seq = ?2",
    )?;
    let held =
        query.query_row(params![device, seq], |row| Ok(Held { hash: row.get(0)?, is_stub: row.get(1)? }));
    Ok(held.optional()?)
}

/// Keeps a place whose content this store does not have.
pub(super) fn put_stub(sql: &Connection, place: &Place) -> Result<(), Trouble> {
    let mut insert =
        sql.prepare_cached("INSERT INTO stub (device, seq, prev, hash) VALUES (?1, ?2, ?3, ?4)")?;
    insert.execute(params![place.device, place.seq, place.prev, place.hash])?;
    Ok(())
}

/// Makes room for the content of a place.
pub(super) fn take_stub(sql: &Connection, place: &Place) -> Result<(), Trouble> {
    let mut delete = sql.prepare_cached("DELETE FROM stub WHERE device = ?1 AND seq = ?2")?;
    delete.execute(params![place.device, place.seq])?;
    Ok(())
}

/// All stubs.
pub(crate) fn stubs(sql: &Connection) -> Result<Vec<Place>, Trouble> {
    let mut query = sql.prepare_cached("SELECT device, seq, prev, hash FROM stub ORDER BY device, seq")?;
    let stubs = query.query_map([], |row: &SqlRow<'_>| {
        Ok(Place { device: row.get(0)?, seq: row.get(1)?, prev: row.get(2)?, hash: row.get(3)? })
    })?;
    Ok(stubs.collect::<Result<_, _>>()?)
}
