//! The portable form of a transaction: a line of JSON.
//!
//! What was hashed travels as the very bytes that were hashed (an actor, bases and
//! values are JSON within JSON), so that kinds, fields and actions that this version
//! does not know survive whatever store they pass through. A value that was redacted
//! travels as its digest. A transaction that the receiver may not see travels as a
//! *stub*, its place in its device's chain and nothing else.

use std::collections::BTreeSet;

use chrono::DateTime;
use jalon_domain::Failure;
use serde_json::Value;

use crate::journal::canonical::value_hash;
use crate::journal::{ChangeRow, TxnRow};
use crate::redact::Destroyed;

/// One transaction on its way between two stores, whole or as a stub. Whole, it is
/// what its hash says.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub(super) place: Place,
    pub(super) whole: Option<Whole>,
}

/// A place in a device's chain, and what stands there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Place {
    pub device: String,
    pub seq: i64,
    pub prev: Option<Vec<u8>>,
    pub hash: Vec<u8>,
}

/// The content of a transaction.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Whole {
    pub txn: TxnRow,
    pub changes: Vec<ChangeRow>,
    /// Changes and entities that it builds on and that the receiver will not see: there
    /// is nothing to wait for.
    pub hidden: BTreeSet<String>,
}

/// What is wrong with a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum ItemFault {
    /// It is not a transaction in this form.
    #[error("no transaction")]
    NotUnderstood,
    /// Its content is not what its hash says.
    #[error("not what its hash says")]
    Changed,
    /// One of its parts, which is named, is nothing that a store has ever written.
    #[error("malformed: {0}")]
    Malformed(&'static str),
}

impl ItemFault {
    /// What the user is told.
    pub fn failure(self) -> Failure {
        match self {
            ItemFault::NotUnderstood => Failure::new("failure-item-not-understood"),
            ItemFault::Changed => Failure::new("failure-item-changed"),
            ItemFault::Malformed(what) => Failure::new("failure-item-malformed").text("what", what),
        }
    }
}

impl Item {
    /// The device that wrote it.
    pub fn device(&self) -> &str {
        &self.place.device
    }

    /// Its place in that device's chain, from 1.
    pub fn seq(&self) -> i64 {
        self.place.seq
    }

    /// How much of it there is: nothing of a stub.
    pub(super) fn content(&self) -> usize {
        let values = |whole: &Whole| whole.changes.iter().filter(|change| change.value.is_some()).count();
        self.whole.as_ref().map_or(0, |whole| 1 + values(whole))
    }

    /// Whether only its place travels, and not its content.
    pub fn is_stub(&self) -> bool {
        self.whole.is_none()
    }

    /// The entities that it touches.
    pub(crate) fn entities(&self) -> impl Iterator<Item = &str> {
        let changes = self.whole.iter().flat_map(|whole| &whole.changes);
        changes.map(|change| change.entity.as_str())
    }

    /// Destroys what changes say that were redacted; whether it had any of them.
    pub(crate) fn redact(&mut self, redacted: &Destroyed) -> bool {
        let changes = self.whole.iter_mut().flat_map(|whole| &mut whole.changes);
        let mut found = false;
        for change in changes.filter(|change| redacted.has(&change.id, &change.entity)) {
            if let (Some(value), Some(salt)) = (change.value.take(), change.salt.take()) {
                change.value_hash = Some(value_hash(&salt, &value));
                found = true;
            }
        }
        found
    }

    /// Whether nothing of it is kept back; what was redacted travels as a digest too.
    pub fn is_complete(&self) -> bool {
        let complete = |whole: &Whole| whole.changes.iter().all(|change| change.value.is_some());
        self.whole.as_ref().is_some_and(complete)
    }

    /// Takes over what the same transaction brings beyond this; whether it does. What either
    /// sender said that the receiver will not see need not be waited for.
    pub(super) fn take_more(&mut self, mut other: Item) -> bool {
        let hidden = |item: &mut Item| item.whole.as_mut().map(|whole| std::mem::take(&mut whole.hidden));
        let (mut before, after) = (hidden(self).unwrap_or_default(), hidden(&mut other).unwrap_or_default());
        let known = before.len();
        before.extend(after);
        let more = other.content() > self.content();
        let frees = before.len() > known;
        if more {
            *self = other;
        }
        if let Some(whole) = &mut self.whole {
            whole.hidden = before;
        }
        more || frees
    }

    /// The same transaction in another place that it has.
    pub(super) fn at(&self, place: Place) -> Item {
        let whole = self.whole.clone().map(|mut whole| {
            let Place { device, seq, prev, hash } = place.clone();
            whole.txn = TxnRow { device, seq, prev, hash, ..whole.txn };
            whole
        });
        Item { place, whole }
    }

    pub(super) fn whole(txn: TxnRow, changes: Vec<ChangeRow>, hidden: BTreeSet<String>) -> Item {
        let place = Place::of(&txn);
        Item { place, whole: Some(Whole { txn, changes, hidden }) }
    }

    pub(super) fn stub(place: Place) -> Item {
        Item { place, whole: None }
    }
}

impl Place {
    /// The place of a transaction.
    pub fn of(txn: &TxnRow) -> Place {
        Place { device: txn.device.clone(), seq: txn.seq, prev: txn.prev.clone(), hash: txn.hash.clone() }
    }
}

/// What every store relies on when it reads its journal back. A newer version adds
/// kinds, fields and actions; it does not change these.
pub(super) fn check(txn: &TxnRow, changes: &[ChangeRow]) -> Result<(), ItemFault> {
    let json = |text: &str| serde_json::from_str::<Value>(text).is_ok();
    let all = |wrong: &'static str, good: &dyn Fn(&ChangeRow) -> bool| {
        if changes.iter().all(good) { Ok(()) } else { Err(ItemFault::Malformed(wrong)) }
    };
    if DateTime::parse_from_rfc3339(&txn.made_at).is_err() {
        return Err(ItemFault::Malformed("made_at"));
    }
    if !json(&txn.actor) || !txn.on_behalf_of.as_deref().is_none_or(json) {
        return Err(ItemFault::Malformed("actor"));
    }
    if txn.id.is_empty() {
        return Err(ItemFault::Malformed("id"));
    }
    if txn.undoes.as_ref() == Some(&txn.id) {
        return Err(ItemFault::Malformed("undoes"));
    }
    all("bases", &|change| serde_json::from_str::<Vec<String>>(&change.bases).is_ok())?;
    all("value", &|change| change.value.as_deref().is_none_or(json))?;
    all("value", &|change| match (&change.value, &change.salt, &change.value_hash) {
        (Some(_), Some(_), None) => true,
        (None, None, Some(digest)) => digest.len() == 32,
        _ => false,
    })?;
    let mut left: BTreeSet<&str> = changes.iter().map(|change| change.id.as_str()).collect();
    if left.len() != changes.len() {
        return Err(ItemFault::Malformed("id"));
    }
    // A change is based on what was there when it was made, not on itself or a later one.
    for change in changes {
        let bases: Vec<String> = serde_json::from_str(&change.bases).unwrap_or_default();
        if bases.iter().any(|base| left.contains(base.as_str())) {
            return Err(ItemFault::Malformed("bases"));
        }
        left.remove(change.id.as_str());
    }
    Ok(())
}
