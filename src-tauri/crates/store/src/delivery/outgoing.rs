//! What another store lacks.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::action::ActionName;
use jalon_domain::{Actor, Vector};
use rusqlite::Connection;

use super::eyes::Eyes;
use super::item::{Item, Place};
use super::waiting::Need;
use super::{needs, place};
use crate::journal::canonical::value_hash;
use crate::journal::read::{self, TXN};
use crate::journal::{ChangeRow, TxnRow};
use crate::{Store, Trouble};

/// For whom something goes out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Receiver {
    /// Any government of the group.
    Everybody,
    /// The secretariat, which sees where challenges came from.
    Secretariat,
}

impl Store {
    /// The transactions that a store lacks which has everything up to `after`, by
    /// device and place. What the receiver may not see, or `sender` may not, stays
    /// here: values travel as their digests, and what tells by its author or its reason
    /// where a challenge came from travels as a stub, as does what this store has as a
    /// stub itself. What stands here in one place and is known to have another one goes out
    /// in both: the receiver may know it, or a moment that names it, by either.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn outgoing(&self, after: &Vector, receiver: Receiver, sender: &Actor) -> Result<Vec<Item>, Trouble> {
        self.reading(|sql| {
            let eyes = Eyes::of(sql, receiver, sender)?;
            let all = transactions(sql)?;
            let stubs = all.iter().filter(|txn| eyes.must_not_meet(txn)).map(|txn| txn.id.clone());
            let stubs: BTreeSet<String> = stubs.collect();
            let lacks = |place: &Place| !after.includes(&place.device, place.seq);
            let mut items: Vec<Item> =
                place::unknown(sql)?.into_iter().filter(lacks).map(Item::stub).collect();
            let mut others: BTreeMap<String, Vec<Place>> = BTreeMap::new();
            for (place, txn) in place::others(sql)? {
                others.entry(txn).or_default().push(place);
            }
            for txn in all {
                let mut places = others.remove(&txn.id).unwrap_or_default();
                places.push(Place::of(&txn));
                places.retain(lacks);
                if stubs.contains(&txn.id) {
                    items.extend(places.into_iter().map(Item::stub));
                } else if !places.is_empty() {
                    let item = whole(sql, txn, &eyes, &stubs)?;
                    items.extend(places.into_iter().map(|place| item.at(place)));
                }
            }
            items.sort_by(|a, b| (a.device(), a.seq()).cmp(&(b.device(), b.seq())));
            Ok(items)
        })
    }
}

fn transactions(sql: &Connection) -> Result<Vec<TxnRow>, Trouble> {
    let mut query = sql.prepare_cached(&format!("SELECT {TXN} FROM txn ORDER BY device, seq"))?;
    let all = query.query_map([], read::txn)?;
    Ok(all.collect::<Result<_, _>>()?)
}

fn whole(sql: &Connection, txn: TxnRow, eyes: &Eyes<'_>, stubs: &BTreeSet<String>) -> Result<Item, Trouble> {
    let mut changes = read::changes_of(sql, &txn.id)?;
    let mut unseen = BTreeSet::new();
    for need in needs::of(&changes)? {
        let mut seen = false;
        for bringer in needs::bringers(sql, &need)? {
            // What was issued later brings what was there before, only out of sight.
            seen |= !stubs.contains(&bringer) && !issued_after(sql, &bringer, &txn.id)?;
        }
        if let Need::Change(name) | Need::Entity(name) = need
            && !seen
        {
            unseen.insert(name);
        }
    }
    if eyes.concerns(&txn) && !eyes.may_read(&txn) {
        changes.iter_mut().filter(|change| eyes.is_secret(&txn, change)).for_each(withhold);
    }
    Ok(Item::whole(txn, changes, unseen))
}

/// Whether a transaction issued something anew after another one had arrived here.
fn issued_after(sql: &Connection, txn: &str, other: &str) -> Result<bool, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM txn JOIN arrival ON arrival.txn = txn.id
         WHERE txn.id = ?1 AND txn.action = ?2
           AND arrival.local_n > (SELECT local_n FROM arrival WHERE txn = ?3))",
    )?;
    Ok(query.query_row([txn, ActionName::IssueChallenges.code(), other], |row| row.get(0))?)
}

/// Leaves of a value only what the hash of its transaction needs.
fn withhold(change: &mut ChangeRow) {
    if let (Some(value), Some(salt)) = (change.value.take(), change.salt.take()) {
        change.value_hash = Some(value_hash(&salt, &value));
    }
}
