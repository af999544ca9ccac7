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
    let time = moment(time);
    let mut by = sql.prepare_cached(
        "SELECT local_n, arrived_at <= ?2 FROM arrival WHERE local_n >= ?1 ORDER BY local_n LIMIT 1",
    )?;
    // Up to the first all had arrived; from the second on nothing had.
    let (mut had, mut had_not) = (0, newest(sql)? + 1);
    while had_not - had > 1 {
        let middle = had + (had_not - had) / 2;
        let found: Option<(i64, bool)> =
            by.query_row((middle, &time), |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        match found {
            Some((place, true)) => had = place,
            _ => had_not = middle,
        }
    }
    up_to(sql, had)
}

/// The place of what arrived last.
fn newest(sql: &Connection) -> Result<i64, Trouble> {
    let mut newest = sql.prepare_cached("SELECT coalesce(max(local_n), 0) FROM arrival")?;
    Ok(newest.query_row([], |row| row.get(0))?)
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
    // Mostly they arrive in the order of their chains. Then it is enough to go along each
    // chain from the nearer end, and what came on that side is all met on the way.
    let near = if last < newest(sql)? - last { Side::Before } else { Side::After };
    let mut vector = match near.along_chains(sql, last)? {
        Some(vector) => vector,
        None => with_gaps(sql, last)?,
    };
    // What came later is outside by its other places too, though what follows there came before.
    let mut later = sql.prepare_cached(
        "SELECT stub.device, stub.seq FROM stub JOIN arrival ON arrival.txn = stub.txn
         WHERE arrival.local_n > ?1",
    )?;
    let mut rows = later.query([last])?;
    while let Some(row) = rows.next()? {
        let (device, seq) = (text(row, 0)?, row.get(1)?);
        if vector.includes(device, seq) {
            vector.leave_out(device, seq);
        }
    }
    drop(rows);
    Ok(vector)
}

/// What had arrived up to a place, or what came after it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Before,
    After,
}

impl Side {
    /// The moment, where each chain arrived in its order; `None` where one did not.
    fn along_chains(self, sql: &Connection, last: i64) -> Result<Option<Vector>, Trouble> {
        let (on_it, order) = match self {
            Side::Before => ("<=", "ASC"),
            Side::After => (">", "DESC"),
        };
        let mut query = sql.prepare_cached(&format!("SELECT txn FROM arrival WHERE local_n {on_it} ?1"))?;
        let ids = query.query_map([last], |row| row.get(0))?;
        let ids: HashSet<String> = ids.collect::<Result<_, _>>()?;
        let mut chain =
            sql.prepare_cached(&format!("SELECT id, seq FROM txn WHERE device = ?1 ORDER BY seq {order}"))?;
        let (mut vector, mut met) = (Vector::default(), 0);
        for (device, _) in present(sql)?.devices() {
            let mut rows = chain.query([device])?;
            while let Some(row) = rows.next()? {
                let inside = ids.contains(text(row, 0)?) == (self == Side::Before);
                if inside {
                    vector.include(device, row.get(1)?);
                }
                if inside == (self == Side::After) {
                    break;
                }
                met += 1;
            }
        }
        Ok((met == ids.len()).then_some(vector))
    }
}

/// The same where something that was kept from this store at first came after what follows
/// it in its chain.
fn with_gaps(sql: &Connection, last: i64) -> Result<Vector, Trouble> {
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A journal of which only the order is looked at: device and place of each, as they
    /// arrived.
    fn journal(arrived: &[(usize, i64)]) -> Connection {
        let sql = Connection::open_in_memory().unwrap();
        sql.execute_batch(
            "CREATE TABLE txn (id TEXT PRIMARY KEY, device TEXT, seq INTEGER, UNIQUE (device, seq)) WITHOUT ROWID;
             CREATE TABLE arrival (local_n INTEGER PRIMARY KEY, txn TEXT UNIQUE, arrived_at TEXT);
             CREATE TABLE stub (device TEXT, seq INTEGER, txn TEXT);",
        )
        .unwrap();
        for (n, (device, seq)) in arrived.iter().enumerate() {
            let id = format!("txn-{device}-{seq}");
            sql.execute("INSERT INTO txn VALUES (?1, ?2, ?3)", (&id, format!("d{device}"), seq)).unwrap();
            // Two at a time arrive at once.
            let time = moment(DateTime::from_timestamp(n as i64 / 2, 0).unwrap());
            sql.execute("INSERT INTO arrival VALUES (?1, ?2, ?3)", (n as i64 + 1, id, time)).unwrap();
        }
        sql
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn a_moment_is_what_had_arrived_whatever_the_order_of_the_chains(
            order in prop::collection::vec((0..3_usize, 0..40_u32), 0..14),
            late in prop::collection::vec((0..14_usize, 0..14_usize), 0..3),
        ) {
            // Each chain in its order, with places that this store does not have, but for
            // a few that came late.
            let mut ends = [0; 3];
            let mut arrived: Vec<(usize, i64)> = order
                .iter()
                .map(|(device, gap)| {
                    ends[*device] += 1 + i64::from(*gap == 0);
                    (*device, ends[*device])
                })
                .collect();
            let all = arrived.len();
            for (a, b) in late.iter().filter(|(a, b)| *a.max(b) < all) {
                arrived.swap(*a, *b);
            }
            let sql = journal(&arrived);
            for last in 0..=arrived.len() {
                let found = up_to(&sql, last as i64).unwrap();
                prop_assert_eq!(&found, &with_gaps(&sql, last as i64).unwrap());
                for (n, (device, seq)) in arrived.iter().enumerate() {
                    prop_assert_eq!(found.includes(&format!("d{device}"), *seq), n < last, "{:?} {}", arrived, last);
                }
                let time = DateTime::from_timestamp(last as i64, 0).unwrap();
                let by_then = (last * 2 + 2).min(arrived.len());
                prop_assert_eq!(at_time(&sql, time).unwrap(), up_to(&sql, by_then as i64).unwrap());
            }
        }
    }
}
