//! Walks the whole journal in the order of arrival: verifies every device's chain
//! of hashes, and folds the changes into the heads that follow from them. What follows
//! is the same in whatever order they arrived.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::{Failure, Id, Kind};
use rusqlite::Connection;
use rusqlite::types::ValueRef;
use serde_json::Value;

use super::canonical::txn_hash;
use super::read::{self, CHANGE, TXN, TXN_COLUMNS};
use super::row::Row;
use super::{CREATE, ChangeRow, TxnRow};
use crate::Trouble;
use crate::delivery::stubs;
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

/// What stands in the chain of each device: place, hash before, hash, and the
/// transaction; no transaction for a stub.
type Chains = BTreeMap<String, Vec<(i64, Option<Vec<u8>>, Vec<u8>, String)>>;

/// An entity as the journal has it, of whichever kind.
#[derive(Default)]
pub(crate) struct Entity {
    /// What says of which kind it is: whether that is no creation, its id, the kind.
    kind: Option<(bool, String, String)>,
    fields: BTreeMap<String, Field>,
    /// The place of the last transaction that touched it.
    pub changed: i64,
}

/// A field of it.
#[derive(Default)]
struct Field {
    /// Its heads in the order of their ids, each with its value's JSON. Mostly it is
    /// one, and a list of one is made much faster than a tree.
    heads: Vec<(String, Option<String>)>,
    /// What was replaced before it arrived.
    replaced: BTreeSet<String>,
}

impl Field {
    fn take(&mut self, change: ChangeRow) -> Result<(), Trouble> {
        for base in read::bases(&change)? {
            match self.heads.iter().position(|(id, _)| *id == base) {
                Some(at) => drop(self.heads.remove(at)),
                None => drop(self.replaced.insert(base)),
            }
        }
        if !self.replaced.contains(&change.id) {
            let at = self.heads.partition_point(|(id, _)| *id < change.id);
            self.heads.insert(at, (change.id, change.value));
        }
        Ok(())
    }
}

impl Entity {
    /// The heads, in the order of their fields and ids: field and change.
    pub fn heads(&self) -> impl Iterator<Item = (&str, &str)> {
        let fields = self.fields.iter();
        fields.flat_map(|(field, of)| of.heads.iter().map(|(change, _)| (field.as_str(), change.as_str())))
    }

    /// As a row, where this version knows its kind.
    pub fn row(&self, id: &str) -> Option<Row> {
        let (_, _, kind) = self.kind.as_ref()?;
        let mut row = Row::new(Kind::named(kind)?, Id::parse(id)?);
        for (field, of) in &self.fields {
            let heads = of.heads.iter().map(|(change, value)| {
                let value = value.as_deref().and_then(|value| serde_json::from_str(value).ok());
                Head { change: change.clone(), value: value.unwrap_or(Value::Null) }
            });
            row.heads.insert(field.clone(), heads.collect());
        }
        Some(row)
    }

    fn take(&mut self, mut change: ChangeRow, local_n: i64) -> Result<(), Trouble> {
        self.changed = local_n;
        let says = (change.field != CREATE, &change.id);
        if self.kind.as_ref().is_none_or(|(no_creation, id, _)| says < (*no_creation, id)) {
            self.kind = Some((says.0, change.id.clone(), change.kind.clone()));
        }
        let field = std::mem::take(&mut change.field);
        under(&mut self.fields, &field, |field| field.take(change))
    }
}

/// Does something with what is kept under a name, which is copied only when it is new.
fn under<T: Default, R>(all: &mut BTreeMap<String, T>, name: &str, work: impl FnOnce(&mut T) -> R) -> R {
    match all.get_mut(name) {
        Some(known) => work(known),
        None => work(all.entry(name.to_owned()).or_default()),
    }
}

/// Walks the journal.
pub(crate) fn fold(sql: &Connection) -> Result<Folded, Trouble> {
    let mut folded = Folded::default();
    let mut chains = Chains::default();
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
                folded.take(n, txn, changes, &mut chains)?;
            }
            at = Some((local_n, read::txn(row)?, Vec::new()));
        }
        if let (Some((_, _, changes)), true) = (&mut at, row.get_ref(TXN_COLUMNS)? != ValueRef::Null) {
            changes.push(read::change(row, TXN_COLUMNS)?);
        }
    }
    if let Some((n, txn, changes)) = at {
        folded.take(n, txn, changes, &mut chains)?;
    }
    for place in stubs(sql)? {
        chains.entry(place.device).or_default().push((place.seq, place.prev, place.hash, String::new()));
    }
    folded.link(chains);
    folded.count(sql)?;
    Ok(folded)
}

impl Folded {
    fn take(
        &mut self,
        local_n: i64,
        txn: TxnRow,
        changes: Vec<ChangeRow>,
        chains: &mut Chains,
    ) -> Result<(), Trouble> {
        self.transactions += 1;
        self.changes += changes.len();
        if local_n != self.transactions as i64 {
            self.broken(&txn.id);
        }
        let numbered = changes.iter().enumerate().all(|(n, change)| change.n == n as i64);
        if !numbered || txn.hash != txn_hash(&txn, &changes) {
            self.damage.push(Failure::new("failure-store-damage-hash").text("transaction", &txn.id));
        }
        under(chains, &txn.device, |chain| chain.push((txn.seq, txn.prev, txn.hash, txn.id)));
        for mut change in changes {
            let entity = std::mem::take(&mut change.entity);
            under(&mut self.entities, &entity, |entity| entity.take(change, local_n))?;
        }
        Ok(())
    }

    /// Every device's chain is without a gap, each place leading to the next.
    fn link(&mut self, chains: Chains) {
        for mut chain in chains.into_values() {
            chain.sort();
            let mut before = (0, None);
            for (seq, prev, hash, txn) in chain {
                if (seq - 1, &prev) != (before.0, &before.1) {
                    self.broken(&txn);
                }
                before = (seq, Some(hash));
            }
        }
    }

    fn broken(&mut self, txn: &str) {
        let failure = Failure::new("failure-store-damage-chain").text("transaction", txn);
        if self.damage.last() != Some(&failure) {
            self.damage.push(failure);
        }
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
