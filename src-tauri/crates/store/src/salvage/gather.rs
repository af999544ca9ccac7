//! Gathers what can still be read, whichever pages are gone: tables are walked from both
//! ends, indices beside them, and each transaction is then asked for by its id.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use rusqlite::{Connection, OpenFlags, Row};

use super::Chains;
use crate::journal::read::{self, CHANGE, TXN};
use crate::journal::{ChangeRow, TxnRow};

/// A place of a device's chain.
pub(super) struct Link {
    pub prev: Option<Vec<u8>>,
    pub hash: Vec<u8>,
    /// When this store learnt of it, in its order.
    pub local_n: Option<i64>,
    /// The transaction; `None` where this store was not to have its content.
    pub whole: Option<Whole>,
}

/// A transaction.
pub(super) struct Whole {
    pub txn: TxnRow,
    pub changes: Vec<ChangeRow>,
    pub arrived_at: String,
}

/// What could be read.
#[derive(Default)]
pub(super) struct Gathered {
    pub chains: Chains,
    /// Of how many transactions there is any trace.
    pub known: usize,
    pub settings: Vec<(String, String)>,
    /// Bytes of files that were handed over, by their digests.
    pub kept: Vec<(String, Vec<u8>)>,
    /// The devices of this file, and since when.
    pub devices: BTreeMap<String, String>,
}

/// Reads what can be read of a copy of a store, with its log beside it.
pub(super) fn gather(copy: &Path) -> Gathered {
    let mut gathered = Gathered::default();
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let Ok(sql) = Connection::open_with_flags(copy, flags) else { return gathered };
    let arrivals: BTreeMap<String, (i64, String)> =
        both_ways(&sql, "SELECT txn, local_n, arrived_at FROM arrival ORDER BY local_n", |row| {
            Ok((row.get(0)?, (row.get(1)?, row.get(2)?)))
        });
    let mut ids: BTreeSet<String> = arrivals.keys().cloned().collect();
    for traces in [
        "SELECT id FROM txn ORDER BY id",
        "SELECT id FROM txn ORDER BY device, seq",
        "SELECT txn FROM change ORDER BY txn, n",
        "SELECT txn FROM change ORDER BY entity, field",
    ] {
        ids.extend(both_ways::<BTreeSet<String>, _>(&sql, traces, |row| row.get(0)));
    }
    gathered.known = ids.len();
    for id in ids {
        let Some((txn, changes)) = transaction(&sql, &id) else { continue };
        let arrival = arrivals.get(&id);
        let arrived_at = arrival.map_or(&txn.made_at, |(_, at)| at).clone();
        let (device, seq) = (txn.device.clone(), txn.seq);
        let (prev, hash) = (txn.prev.clone(), txn.hash.clone());
        let whole = Some(Whole { txn, changes, arrived_at });
        let link = Link { prev, hash, local_n: arrival.map(|(n, _)| *n), whole };
        gathered.chains.entry(device).or_default().insert(seq, link);
    }
    let stubs: Vec<(String, i64, Link)> =
        both_ways(&sql, "SELECT device, seq, prev, hash FROM stub ORDER BY device, seq", |row| {
            let link = Link { prev: row.get(2)?, hash: row.get(3)?, local_n: None, whole: None };
            Ok((row.get(0)?, row.get(1)?, link))
        });
    for (device, seq, link) in stubs {
        gathered.chains.entry(device).or_default().entry(seq).or_insert(link);
    }
    gathered.settings = both_ways(&sql, "SELECT name, value FROM setting ORDER BY name", |row| {
        Ok((row.get(0)?, row.get(1)?))
    });
    gathered.devices =
        both_ways(&sql, "SELECT id, since FROM device ORDER BY n", |row| Ok((row.get(0)?, row.get(1)?)));
    gathered.kept = both_ways(&sql, "SELECT digest, bytes FROM kept_file ORDER BY digest", |row| {
        Ok((row.get(0)?, row.get(1)?))
    });
    gathered
}

fn transaction(sql: &Connection, id: &str) -> Option<(TxnRow, Vec<ChangeRow>)> {
    let mut query = sql.prepare_cached(&format!("SELECT {TXN} FROM txn WHERE id = ?1")).ok()?;
    let txn = query.query_row([id], read::txn).ok()?;
    let mut query =
        sql.prepare_cached(&format!("SELECT {CHANGE} FROM change WHERE txn = ?1 ORDER BY n")).ok()?;
    let changes = query.query_map([id], |row| read::change(row, 0)).ok()?;
    Some((txn, changes.collect::<Result<_, _>>().ok()?))
}

/// The rows of a query from its beginning as far as they can be read, and from its end.
pub(crate) fn both_ways<C: Default + Extend<T>, T>(
    sql: &Connection,
    query: &str,
    read: impl Fn(&Row<'_>) -> rusqlite::Result<T>,
) -> C {
    let mut found = C::default();
    let (columns, order) = query.split_once(" ORDER BY ").unwrap_or((query, ""));
    let back: Vec<String> = order.split(", ").map(|column| format!("{column} DESC")).collect();
    for query in [query.to_owned(), format!("{columns} ORDER BY {}", back.join(", "))] {
        let Ok(mut statement) = sql.prepare(&query) else { continue };
        let Ok(mut rows) = statement.query([]) else { continue };
        let mut whole = true;
        loop {
            match rows.next() {
                Ok(Some(row)) => found.extend(read(row).ok()),
                Ok(None) => break,
                Err(_) => {
                    whole = false;
                    break;
                }
            }
        }
        if whole {
            break;
        }
    }
    found
}
