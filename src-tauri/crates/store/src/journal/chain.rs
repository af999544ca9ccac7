//! Walks the whole journal in the order of arrival: verifies every device's chain
//! of hashes, and folds the changes into the heads that follow from them.

use std::collections::BTreeMap;

use jalon_domain::{Failure, Id, Kind};
use rusqlite::Connection;
use serde_json::Value;

use super::canonical::txn_hash;
use super::read::{self, CHANGE, TXN, TXN_COLUMNS};
use super::row::Row;
use super::{ChangeRow, TxnRow};
use crate::Trouble;
use crate::queries::Head;

/// What follows from the journal.
#[derive(Default)]
pub(crate) struct Folded {
    pub transactions: usize,
    pub changes: usize,
    pub entities: BTreeMap<String, Entity>,
    /// What does not fit together; empty in a sound journal.
    pub damage: Vec<Failure>,
}

/// An entity as the journal has it, of whichever kind.
pub(crate) struct Entity {
    /// `None` when a newer version knows the kind and this one does not.
    pub kind: Option<Kind>,
    /// Heads by field: change id to its value's JSON.
    pub heads: BTreeMap<String, BTreeMap<String, Option<String>>>,
    /// The place of the last transaction that touched it.
    pub changed: i64,
}

impl Entity {
    /// As a row, where this version knows its kind.
    pub fn row(&self, id: &str) -> Option<Row> {
        let mut row = Row::new(self.kind?, Id::parse(id)?);
        for (field, heads) in &self.heads {
            let heads = heads.iter().map(|(change, value)| {
                let value = value.as_deref().and_then(|value| serde_json::from_str(value).ok());
                Head { change: change.clone(), value: value.unwrap_or(Value::Null) }
            });
            row.heads.insert(field.clone(), heads.collect());
        }
        Some(row)
    }
}

/// Walks the journal.
pub(crate) fn fold(sql: &Connection) -> Result<Folded, Trouble> {
    let mut folded = Folded::default();
    let mut ends: BTreeMap<String, (i64, Vec<u8>)> = BTreeMap::new();
    let mut query = sql.prepare(&format!(
        "SELECT {TXN}, {CHANGE}, arrival.local_n FROM arrival
         LEFT JOIN txn ON txn.id = arrival.txn LEFT JOIN change ON change.txn = txn.id
         ORDER BY arrival.local_n, change.n"
    ))?;
    let mut rows = query.query([])?;
    let mut at: Option<(i64, TxnRow, Vec<ChangeRow>)> = None;
    while let Some(row) = rows.next()? {
        let local_n: i64 = row.get(TXN_COLUMNS + 10)?;
        if at.as_ref().is_none_or(|(n, ..)| *n != local_n) {
            if let Some((n, txn, changes)) = at.take() {
                folded.take(n, &txn, &changes, &mut ends)?;
            }
            at = Some((local_n, read::txn(row)?, Vec::new()));
        }
        if let (Some((_, _, changes)), Some(_)) = (&mut at, row.get::<_, Option<String>>(TXN_COLUMNS)?) {
            changes.push(read::change(row, TXN_COLUMNS)?);
        }
    }
    if let Some((n, txn, changes)) = at {
        folded.take(n, &txn, &changes, &mut ends)?;
    }
    folded.count(sql)?;
    Ok(folded)
}

impl Folded {
    fn take(
        &mut self,
        local_n: i64,
        txn: &TxnRow,
        changes: &[ChangeRow],
        ends: &mut BTreeMap<String, (i64, Vec<u8>)>,
    ) -> Result<(), Trouble> {
        self.transactions += 1;
        self.changes += changes.len();
        let (seq, prev) = match ends.get(&txn.device) {
            Some((seq, hash)) => (*seq, Some(hash)),
            None => (0, None),
        };
        if local_n != self.transactions as i64 || txn.seq != seq + 1 || txn.prev.as_ref() != prev {
            self.damage.push(Failure::new("failure-store-damage-chain").text("transaction", &txn.id));
        }
        let numbered = changes.iter().enumerate().all(|(n, change)| change.n == n as i64);
        if !numbered || txn.hash != txn_hash(txn, changes) {
            self.damage.push(Failure::new("failure-store-damage-hash").text("transaction", &txn.id));
        }
        ends.insert(txn.device.clone(), (txn.seq, txn.hash.clone()));
        for change in changes {
            let entity = self.entities.entry(change.entity.clone()).or_insert_with(|| Entity {
                kind: Kind::named(&change.kind),
                heads: BTreeMap::new(),
                changed: local_n,
            });
            entity.changed = local_n;
            let heads = entity.heads.entry(change.field.clone()).or_default();
            for base in read::bases(change)? {
                heads.remove(&base);
            }
            heads.insert(change.id.clone(), change.value.clone());
        }
        Ok(())
    }

    /// Every transaction has arrived, and every change belongs to one.
    fn count(&mut self, sql: &Connection) -> Result<(), Trouble> {
        let count = |table| -> Result<i64, Trouble> {
            Ok(sql.query_row(&format!("SELECT count(*) FROM {table}"), [], |row| row.get(0))?)
        };
        if count("txn")? != self.transactions as i64 || count("change")? != self.changes as i64 {
            self.damage.push(Failure::new("failure-store-damage-count"));
        }
        Ok(())
    }
}
