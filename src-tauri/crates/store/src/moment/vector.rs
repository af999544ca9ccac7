//! From the present, a time or a transaction to the moment that it means.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, Utc};
use jalon_domain::Vector;
use rusqlite::{Connection, OptionalExtension as _};

use super::then::text;
use crate::journal::ids::moment;
use crate::{Store, Trouble};

impl Store {
    /// The present: everything that has arrived here.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn vector(&self) -> Result<Vector, Trouble> {
        self.reading(present)
    }

    /// What had arrived here by `time`; nothing, when the store is younger.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn vector_at(&self, time: DateTime<Utc>) -> Result<Vector, Trouble> {
        self.reading(|sql| at_time(sql, time))
    }

    /// What had arrived here by the time a transaction had, itself included; `None`
    /// when it has not arrived.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn vector_of(&self, txn: &str) -> Result<Option<Vector>, Trouble> {
        self.reading(|sql| {
            let mut place = sql.prepare_cached("SELECT local_n FROM arrival WHERE txn = ?1")?;
            let place: Option<i64> = place.query_row([txn], |row| row.get(0)).optional()?;
            place.map(|place| up_to(sql, place)).transpose()
        })
    }
}

/// What had arrived here by a time.
pub(crate) fn at_time(sql: &Connection, time: DateTime<Utc>) -> Result<Vector, Trouble> {
    // The time of arrival never goes back, and all are written in one form.
    let mut last = sql
        .prepare_cached("SELECT local_n FROM arrival WHERE arrived_at <= ?1 ORDER BY local_n DESC LIMIT 1")?;
    let last: Option<i64> = last.query_row([moment(time)], |row| row.get(0)).optional()?;
    up_to(sql, last.unwrap_or(0))
}

/// How far each device's chain has come.
pub(crate) fn present(sql: &Connection) -> Result<Vector, Trouble> {
    let mut ends = sql.prepare_cached(
        "WITH RECURSIVE known (device) AS (
             SELECT min(device) FROM txn
             UNION ALL
             SELECT (SELECT min(device) FROM txn WHERE device > known.device) FROM known
             WHERE known.device IS NOT NULL)
         SELECT device, (SELECT max(seq) FROM txn WHERE txn.device = known.device) FROM known
         WHERE device IS NOT NULL",
    )?;
    let ends = ends.query_map([], |row| Ok((row.get::<_, String>(0)?, row.get::<_, i64>(1)?)))?;
    Ok(ends.collect::<Result<_, _>>()?)
}

/// How far each device's chain had come when the transaction at place `last` arrived.
pub(crate) fn up_to(sql: &Connection, last: i64) -> Result<Vector, Trouble> {
    // Mostly they arrive in the order of their chain; one that was kept from this
    // store at first may come after those that follow it.
    let mut later: HashMap<String, HashSet<i64>> = HashMap::new();
    let mut query = sql.prepare_cached(
        "SELECT txn.device, txn.seq FROM arrival JOIN txn ON txn.id = arrival.txn WHERE arrival.local_n > ?1",
    )?;
    let mut rows = query.query([last])?;
    while let Some(row) = rows.next()? {
        let (device, seq) = (text(row, 0)?, row.get(1)?);
        match later.get_mut(device) {
            Some(places) => places.insert(seq),
            None => later.entry(device.to_owned()).or_default().insert(seq),
        };
    }
    let mut back = sql.prepare_cached("SELECT seq FROM txn WHERE device = ?1 ORDER BY seq DESC")?;
    let mut vector = Vector::default();
    for (device, end) in present(sql)?.devices() {
        let Some(later) = later.get(device) else {
            vector.include(device, end);
            continue;
        };
        let mut rows = back.query([device])?;
        while let Some(row) = rows.next()? {
            let seq = row.get(0)?;
            if !later.contains(&seq) {
                vector.include(device, seq);
                later.iter().filter(|it| **it < seq).for_each(|it| vector.leave_out(device, *it));
                break;
            }
        }
    }
    Ok(vector)
}
