//! The device that writes into this file, and a new one in its place.
//!
//! A file that was copied or restored writes on as the device that it was copied with,
//! and so does the other: two chains under one name. A new device ends that. What had
//! not left the file yet is issued anew under it: the same transactions, with the same
//! ids, in other places, so that stores that meet both agree that they are one. What did
//! leave it is issued anew only where somebody was told that it was refused elsewhere,
//! the other chain having come there first.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use jalon_domain::registry::KINDS;
use jalon_domain::{Failure, FieldType, Kind, Vector};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::item::Item;
use crate::journal::canonical::txn_hash;
use crate::journal::ids::{fresh, moment};
use crate::journal::read::{self, TXN};
use crate::journal::{CLOSED, TxnRow};
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

/// From where on what this file wrote is issued anew, sent or not: what a refusal of
/// another store names.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, TS)]
pub struct Reissue {
    /// The device as which it was written.
    pub device: String,
    /// The first place in that device's chain.
    #[ts(type = "number")]
    pub seq: i64,
    /// Also where this file has pinned moments that name these places: looking back at
    /// them then shows what the other file wrote there.
    pub pinned: bool,
}

/// Why nothing is issued anew.
#[derive(Debug, thiserror::Error)]
pub enum RenewError {
    /// This file holds nothing that it wrote there: it never did, or it was issued anew
    /// already.
    #[error("nothing of device {device} from place {seq} on")]
    NothingThere {
        /// The device.
        device: String,
        /// The place.
        seq: i64,
    },
    /// This file has pinned moments that name these places.
    #[error("pinned: device {device} up to place {seq}")]
    Pinned {
        /// The device.
        device: String,
        /// The first place that was to be issued anew.
        seq: i64,
    },
    /// The file cannot be read or written.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl RenewError {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        let about = |code, device: &String, seq: &i64| {
            Failure::new(code).text("device", device).text("from", seq.to_string())
        };
        match self {
            RenewError::NothingThere { device, seq } => about("failure-renew-nothing-there", device, seq),
            RenewError::Pinned { device, seq } => about("failure-renew-pinned", device, seq)
                .way_out(format!("device renew --from {seq} --device {device} --pinned")),
            RenewError::Trouble(trouble) => trouble.failure(),
        }
    }
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

    /// Takes a new device for this file, and issues anew under it everything that this
    /// file wrote as a device from a place on, sent or not: the remedy for what another
    /// store refused because a copy of this file had written there as well.
    ///
    /// # Errors
    /// See [`RenewError`]; the file is then as it was.
    pub fn reissue(&mut self, now: DateTime<Utc>, from: &Reissue) -> Result<Renewed, RenewError> {
        let path = self.path.clone();
        self.writing(Ending::Commit, |sql| reissue(sql, now, from)).map_err(|error| match error {
            RenewError::Trouble(trouble) => RenewError::Trouble(trouble.at(&path)),
            error => error,
        })
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
            last.map_or(Ok(()), |seq| sent_up_to(sql, &own, seq))
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
    let stays = stays(sql, &old)?;
    move_to_new(sql, now, &old, stays)
}

/// Whether this file holds something that it wrote as a device from a place on.
pub(super) fn wrote(sql: &Connection, device: &str, seq: i64) -> Result<bool, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT 1 FROM txn WHERE device = ?1 AND seq >= ?2 AND device IN (SELECT id FROM device)",
    )?;
    Ok(query.exists(params![device, seq])?)
}

/// Whether this file has written as a device.
pub(super) fn is_own(sql: &Connection, device: &str) -> Result<bool, Trouble> {
    Ok(sql.prepare_cached("SELECT 1 FROM device WHERE id = ?1")?.exists([device])?)
}

fn sent_up_to(sql: &Connection, device: &str, seq: i64) -> Result<(), Trouble> {
    let mut upsert = sql.prepare_cached(
        "INSERT INTO sent (device, seq) VALUES (?1, ?2)
         ON CONFLICT (device) DO UPDATE SET seq = max(seq, excluded.seq)",
    )?;
    upsert.execute(params![device, seq])?;
    Ok(())
}

/// Notes up to where what this file's devices wrote came from elsewhere, be it a copy that
/// wrote or sent it: others know it in these places, so that it keeps them.
pub(super) fn came_back(sql: &Connection, ends: &BTreeMap<String, i64>) -> Result<(), Trouble> {
    for (device, seq) in ends {
        if is_own(sql, device)? {
            sent_up_to(sql, device, *seq)?;
        }
    }
    Ok(())
}

fn reissue(sql: &Connection, now: DateTime<Utc>, from: &Reissue) -> Result<Renewed, RenewError> {
    let (device, seq) = (&from.device, from.seq);
    if seq < 1 || !wrote(sql, device, seq)? {
        return Err(RenewError::NothingThere { device: device.clone(), seq });
    }
    // What others pinned names what stood in these places where they were.
    if !from.pinned && pinned_up_to(sql, device, "txn.device IN (SELECT id FROM device)")? >= seq {
        return Err(RenewError::Pinned { device: device.clone(), seq });
    }
    give_up(sql, device, seq)?;
    Ok(move_to_new(sql, now, device, seq - 1)?)
}

/// Gives up the places of a device from one on: to the other file, as which it was
/// filled first where it was refused.
fn give_up(sql: &Connection, device: &str, seq: i64) -> Result<(), Trouble> {
    let mut sent = sql.prepare_cached("UPDATE sent SET seq = min(seq, ?2 - 1) WHERE device = ?1")?;
    sent.execute(params![device, seq])?;
    // What stands there without content must not stay behind a gap; it comes anew.
    let mut stubs = sql.prepare_cached("DELETE FROM stub WHERE device = ?1 AND seq >= ?2")?;
    stubs.execute(params![device, seq])?;
    Ok(())
}

/// Takes a new device, and gives it what stands in another one's chain after a place.
fn move_to_new(sql: &Connection, now: DateTime<Utc>, old: &str, stays: i64) -> Result<Renewed, Trouble> {
    let device = fresh();
    sql.execute("INSERT INTO device (id, since) VALUES (?1, ?2)", [&device, &moment(now)])?;
    let mut query =
        sql.prepare_cached(&format!("SELECT {TXN} FROM txn WHERE device = ?1 AND seq > ?2 ORDER BY seq"))?;
    let moving: Vec<TxnRow> = query.query_map(params![old, stays], read::txn)?.collect::<Result<_, _>>()?;
    let mut update =
        sql.prepare_cached("UPDATE txn SET device = ?2, seq = ?3, prev = ?4, hash = ?5 WHERE id = ?1")?;
    let mut prev = None;
    for (n, txn) in moving.iter().enumerate() {
        let mut anew = TxnRow { device: device.clone(), seq: n as i64 + 1, prev, ..txn.clone() };
        anew.hash = txn_hash(&anew, &read::changes_of(sql, &anew.id)?);
        update.execute(params![anew.id, anew.device, anew.seq, anew.prev, anew.hash])?;
        prev = Some(anew.hash);
    }
    Ok(Renewed { device, reissued: moving.len() })
}

/// Up to where a device's chain must stay as it is: what was sent or came from elsewhere, and
/// what a pinned moment names.
fn stays(sql: &Connection, device: &str) -> Result<i64, Trouble> {
    let mut sent = sql.prepare_cached(
        "SELECT max(coalesce((SELECT seq FROM sent WHERE device = ?1), 0),
                    coalesce((SELECT max(seq) FROM stub WHERE device = ?1), 0))",
    )?;
    let stays: i64 = sent.query_row([device], |row| row.get(0))?;
    Ok(stays.max(pinned_up_to(sql, device, "true")?))
}

/// The last place of a device that a pinned moment names, of those that were pinned by
/// transactions of a certain kind.
fn pinned_up_to(sql: &Connection, device: &str, by: &str) -> Result<i64, Trouble> {
    let mut last = 0;
    let fields = KINDS.iter().flat_map(|def| def.fields.iter().map(move |field| (def.name, field)));
    let vectors = fields.filter(|(_, field)| field.ty == FieldType::Vector);
    let pinned = vectors.map(|(kind, field)| (kind, field.name));
    for (kind, field) in pinned.chain([(Kind::Cycle.def().name, CLOSED)]) {
        let mut pins = sql.prepare_cached(&format!(
            "SELECT change.value FROM change JOIN txn ON txn.id = change.txn
             WHERE change.kind = ?1 AND change.field = ?2 AND {by}"
        ))?;
        let pins = pins.query_map([kind, field], |row| row.get::<_, Option<String>>(0))?;
        for pin in pins {
            let pin: Option<Vector> = pin?.and_then(|pin| serde_json::from_str(&pin).ok());
            last = last.max(pin.map_or(0, |pin| pin.seq(device)));
        }
    }
    Ok(last)
}
