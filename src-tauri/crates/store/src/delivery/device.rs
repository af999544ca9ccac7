//! The device that writes into this file, and a new one in its place.
//!
//! A file that was copied or restored writes on as the device that it was copied with,
//! and so does the other: two chains under one name. A new device ends that. What had
//! not left the file yet is issued anew under it: the same transactions, with the same
//! ids, in other places, so that stores that meet both agree that they are one.

use chrono::{DateTime, Utc};
use jalon_domain::FieldType;
use jalon_domain::Vector;
use jalon_domain::registry::KINDS;
use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use super::item::Item;
use crate::journal::TxnRow;
use crate::journal::canonical::txn_hash;
use crate::journal::ids::{moment, uuid_at};
use crate::journal::read::{self, TXN};
use crate::transact::Ending;
use crate::{Store, Trouble};

/// What came of taking a new device.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Renewed {
    /// The new device.
    pub device: String,
    /// How many transactions were issued anew.
    pub reissued: usize,
}

impl Store {
    /// The device that writes into this file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn device(&self) -> Result<String, Trouble> {
        self.reading(current)
    }

    /// Takes a new device for this file, and issues anew under it what had not been
    /// sent; never what a pinned moment names by its place.
    ///
    /// # Errors
    /// When the file cannot be written; it is then as it was.
    pub fn renew_device(&mut self, now: DateTime<Utc>) -> Result<Renewed, Trouble> {
        let path = self.path.clone();
        self.writing(Ending::Commit, |sql| renew(sql, now)).map_err(|trouble: Trouble| trouble.at(&path))
    }

    /// Notes that these have left the file: they keep their places for good.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn mark_sent(&mut self, items: &[Item]) -> Result<(), Trouble> {
        let path = self.path.clone();
        self.writing(Ending::Commit, |sql| {
            let own = current(sql)?;
            let last = items.iter().filter(|item| item.device() == own).map(Item::seq).max();
            let mut upsert = sql.prepare_cached(
                "INSERT INTO sent (device, seq) VALUES (?1, ?2)
                 ON CONFLICT (device) DO UPDATE SET seq = max(seq, excluded.seq)",
            )?;
            last.map_or(Ok(0), |seq| upsert.execute(params![own, seq]))?;
            Ok(())
        })
        .map_err(|trouble: Trouble| trouble.at(&path))
    }
}

/// The device that writes. It is read anew by every action: another handle on the file
/// may have renewed it.
pub(crate) fn current(sql: &Connection) -> Result<String, Trouble> {
    let mut query = sql.prepare_cached("SELECT id FROM device ORDER BY n DESC LIMIT 1")?;
    Ok(query.query_row([], |row| row.get(0))?)
}

/// Takes a new device, within the caller's transaction.
pub(super) fn renew(sql: &Connection, now: DateTime<Utc>) -> Result<Renewed, Trouble> {
    let old = current(sql)?;
    let device = uuid_at(now);
    sql.execute("INSERT INTO device (id, since) VALUES (?1, ?2)", [&device, &moment(now)])?;
    let stays = stays(sql, &old)?;
    let mut query =
        sql.prepare_cached(&format!("SELECT {TXN} FROM txn WHERE device = ?1 AND seq > ?2 ORDER BY seq"))?;
    let unsent: Vec<TxnRow> = query.query_map(params![old, stays], read::txn)?.collect::<Result<_, _>>()?;
    let mut update =
        sql.prepare_cached("UPDATE txn SET device = ?2, seq = ?3, prev = ?4, hash = ?5 WHERE id = ?1")?;
    let mut prev = None;
    for (n, txn) in unsent.iter().enumerate() {
        let mut anew = TxnRow { device: device.clone(), seq: n as i64 + 1, prev, ..txn.clone() };
        anew.hash = txn_hash(&anew, &read::changes_of(sql, &anew.id)?);
        update.execute(params![anew.id, anew.device, anew.seq, anew.prev, anew.hash])?;
        prev = Some(anew.hash);
    }
    Ok(Renewed { device, reissued: unsent.len() })
}

/// Up to where a device's chain must stay as it is: what was sent, what came back from
/// elsewhere, and what a pinned moment names.
fn stays(sql: &Connection, device: &str) -> Result<i64, Trouble> {
    let mut sent = sql.prepare_cached(
        "SELECT max(coalesce((SELECT seq FROM sent WHERE device = ?1), 0),
                    coalesce((SELECT max(seq) FROM stub WHERE device = ?1), 0))",
    )?;
    let mut stays: i64 = sent.query_row([device], |row| row.get(0))?;
    for (kind, field) in KINDS.iter().flat_map(|def| def.fields.iter().map(move |field| (def.name, field))) {
        if field.ty != FieldType::Vector {
            continue;
        }
        let mut pins = sql.prepare_cached("SELECT value FROM change WHERE kind = ?1 AND field = ?2")?;
        let pins = pins.query_map([kind, field.name], |row| row.get::<_, Option<String>>(0))?;
        for pin in pins {
            let pin: Option<Vector> = pin?.and_then(|pin| serde_json::from_str(&pin).ok());
            stays = stays.max(pin.map_or(0, |pin| pin.seq(device)));
        }
    }
    Ok(stays)
}
