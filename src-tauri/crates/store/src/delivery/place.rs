//! Places in the chains of devices: what stands in each, whole or as a stub.
//!
//! A transaction that a renewed device issued anew may have come in both of its places. In
//! one of them it stands here, and the other one is a stub that says so: whatever names the
//! one place, a moment that somebody pinned above all, means the other as well.

use std::borrow::Cow;

use jalon_domain::Vector;
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

/// Keeps a place whose content does not stand in it: which transaction it is, where that
/// stands in another place here.
pub(super) fn put_stub(sql: &Connection, place: &Place, txn: Option<&str>) -> Result<(), Trouble> {
    let mut insert =
        sql.prepare_cached("INSERT INTO stub (device, seq, prev, hash, txn) VALUES (?1, ?2, ?3, ?4, ?5)")?;
    insert.execute(params![place.device, place.seq, place.prev, place.hash, txn])?;
    Ok(())
}

/// Notes of a stub which transaction of this journal it is.
pub(super) fn is_txn(sql: &Connection, place: &Place, txn: &str) -> Result<(), Trouble> {
    let mut update = sql.prepare_cached("UPDATE stub SET txn = ?3 WHERE device = ?1 AND seq = ?2")?;
    update.execute(params![place.device, place.seq, txn])?;
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
    Ok(each(sql)?.into_iter().map(|(place, _)| place).collect())
}

/// The places whose content this store does not have.
pub(super) fn unknown(sql: &Connection) -> Result<Vec<Place>, Trouble> {
    Ok(each(sql)?.into_iter().filter(|(_, txn)| txn.is_none()).map(|(place, _)| place).collect())
}

/// The other places of what stands here, each with the id of the transaction.
pub(super) fn others(sql: &Connection) -> Result<Vec<(Place, String)>, Trouble> {
    Ok(each(sql)?.into_iter().filter_map(|(place, txn)| Some((place, txn?))).collect())
}

fn each(sql: &Connection) -> Result<Vec<(Place, Option<String>)>, Trouble> {
    let mut query =
        sql.prepare_cached("SELECT device, seq, prev, hash, txn FROM stub ORDER BY device, seq")?;
    let stubs = query.query_map([], |row: &SqlRow<'_>| {
        let place = Place { device: row.get(0)?, seq: row.get(1)?, prev: row.get(2)?, hash: row.get(3)? };
        Ok((place, row.get(4)?))
    })?;
    Ok(stubs.collect::<Result<_, _>>()?)
}

/// A moment with all that stands here and that it names by another place.
pub(crate) fn widened<'v>(sql: &Connection, at: &'v Vector) -> Result<Cow<'v, Vector>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT stub.device, stub.seq, txn.device, txn.seq FROM stub JOIN txn ON txn.id = stub.txn",
    )?;
    let mut rows = query.query([])?;
    let mut wide = Cow::Borrowed(at);
    while let Some(row) = rows.next()? {
        let (named, stands): ((String, i64), (String, i64)) =
            ((row.get(0)?, row.get(1)?), (row.get(2)?, row.get(3)?));
        if at.includes(&named.0, named.1) && !at.includes(&stands.0, stands.1) {
            wide.to_mut().add(&stands.0, stands.1);
        }
    }
    Ok(wide)
}
