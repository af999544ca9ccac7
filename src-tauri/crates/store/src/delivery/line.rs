//! How a transaction is written on a line.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::item::{self, Item, ItemFault, Place, Whole};
use crate::journal::canonical::txn_hash;
use crate::journal::{ChangeRow, TxnRow};

impl Item {
    /// As a line of JSON, without a line feed.
    pub fn to_line(&self) -> String {
        let line = Line {
            device: self.place.device.clone(),
            seq: self.place.seq,
            prev: self.place.prev.as_deref().map(hex),
            hash: hex(&self.place.hash),
            txn: self.whole.as_ref().map(|whole| TxnLine::of(&whole.txn, &whole.changes)),
            hidden: self.whole.as_ref().map(|whole| whole.hidden.clone()).unwrap_or_default(),
        };
        serde_json::to_string(&line).unwrap_or_default()
    }

    /// Reads a line, and verifies that it is what its hash says.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn from_line(line: &str) -> Result<Item, ItemFault> {
        let line: Line = serde_json::from_str(line).map_err(|_| ItemFault::NotUnderstood)?;
        let malformed = ItemFault::Malformed;
        let place = Place {
            prev: line.prev.as_deref().map(|prev| digest(prev).ok_or(malformed("prev"))).transpose()?,
            hash: digest(&line.hash).ok_or(malformed("hash"))?,
            seq: line.seq,
            device: line.device,
        };
        if place.seq < 1 || place.device.is_empty() || place.prev.is_some() != (place.seq > 1) {
            return Err(malformed("seq"));
        }
        let Some(txn) = line.txn else { return Ok(Item::stub(place)) };
        let (txn, changes) = txn.into_rows(&place)?;
        item::check(&txn, &changes)?;
        if txn_hash(&txn, &changes) != place.hash {
            return Err(ItemFault::Changed);
        }
        Ok(Item { place, whole: Some(Whole { txn, changes, hidden: line.hidden }) })
    }
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    device: String,
    seq: i64,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    prev: Option<String>,
    hash: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    txn: Option<TxnLine>,
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    hidden: BTreeSet<String>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct TxnLine {
    id: String,
    action: String,
    actor: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    on_behalf_of: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    reason: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    undoes: Option<String>,
    audience: String,
    schema_v: i64,
    made_at: String,
    changes: Vec<ChangeLine>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct ChangeLine {
    id: String,
    kind: String,
    entity: String,
    field: String,
    bases: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    value: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    salt: Option<String>,
    /// In place of value and salt, once they were redacted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    digest: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from_change: Option<String>,
}

impl TxnLine {
    fn of(txn: &TxnRow, changes: &[ChangeRow]) -> TxnLine {
        TxnLine {
            id: txn.id.clone(),
            action: txn.action.clone(),
            actor: txn.actor.clone(),
            on_behalf_of: txn.on_behalf_of.clone(),
            reason: txn.reason.clone(),
            undoes: txn.undoes.clone(),
            audience: txn.audience.clone(),
            schema_v: txn.schema_v,
            made_at: txn.made_at.clone(),
            changes: changes.iter().map(ChangeLine::of).collect(),
        }
    }

    fn into_rows(self, place: &Place) -> Result<(TxnRow, Vec<ChangeRow>), ItemFault> {
        let numbered = self.changes.into_iter().enumerate();
        let changes = numbered.map(|(n, change)| change.into_row(n as i64)).collect::<Result<_, _>>()?;
        let txn = TxnRow {
            id: self.id,
            device: place.device.clone(),
            seq: place.seq,
            prev: place.prev.clone(),
            action: self.action,
            actor: self.actor,
            on_behalf_of: self.on_behalf_of,
            reason: self.reason,
            undoes: self.undoes,
            audience: self.audience,
            schema_v: self.schema_v,
            made_at: self.made_at,
            hash: place.hash.clone(),
        };
        Ok((txn, changes))
    }
}

impl ChangeLine {
    fn of(change: &ChangeRow) -> ChangeLine {
        ChangeLine {
            id: change.id.clone(),
            kind: change.kind.clone(),
            entity: change.entity.clone(),
            field: change.field.clone(),
            bases: change.bases.clone(),
            value: change.value.clone(),
            salt: change.salt.as_deref().map(hex),
            digest: change.value_hash.as_deref().map(hex),
            from_change: change.from_change.clone(),
        }
    }

    fn into_row(self, n: i64) -> Result<ChangeRow, ItemFault> {
        let bytes = |text: Option<String>, what| {
            text.map(|text| unhex(&text).ok_or(ItemFault::Malformed(what))).transpose()
        };
        Ok(ChangeRow {
            id: self.id,
            n,
            kind: self.kind,
            entity: self.entity,
            field: self.field,
            bases: self.bases,
            value: self.value,
            salt: bytes(self.salt, "salt")?,
            value_hash: bytes(self.digest, "digest")?,
            from_change: self.from_change,
        })
    }
}

pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    let digit = |byte: u8| char::from(byte).to_digit(16).filter(|_| !byte.is_ascii_uppercase());
    let byte = |pair: &[u8]| match pair {
        [high, low] => Some((digit(*high)? << 4 | digit(*low)?) as u8),
        _ => None,
    };
    digits.chunks(2).map(byte).collect()
}

fn digest(text: &str) -> Option<Vec<u8>> {
    unhex(text).filter(|bytes| bytes.len() == 32)
}
