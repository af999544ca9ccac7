//! What another store lacks.

use std::collections::BTreeSet;

use jalon_domain::action::ActionName;
use jalon_domain::actor::OnBehalf;
use jalon_domain::policy::{self, Verb};
use jalon_domain::{Actor, Id, Kind, Role, Vector};
use rusqlite::Connection;

use super::item::{Item, Place};
use super::waiting::Need;
use super::{needs, place};
use crate::journal::canonical::value_hash;
use crate::journal::read::{self, TXN};
use crate::journal::{ChangeRow, TxnRow};
use crate::{Store, Trouble, confidential, fields};

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
    /// stub itself.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn outgoing(&self, after: &Vector, receiver: Receiver, sender: &Actor) -> Result<Vec<Item>, Trouble> {
        self.reading(|sql| {
            let eyes = Eyes::of(sql, receiver, sender)?;
            let all = transactions(sql)?;
            let stubs = all.iter().filter(|txn| eyes.must_not_meet(txn)).map(|txn| txn.id.clone());
            let stubs: BTreeSet<String> = stubs.collect();
            let mut items: Vec<Item> = place::stubs(sql)?
                .into_iter()
                .filter(|place| !after.includes(&place.device, place.seq))
                .map(Item::stub)
                .collect();
            for txn in all.into_iter().filter(|txn| !after.includes(&txn.device, txn.seq)) {
                items.push(match stubs.contains(&txn.id) {
                    true => Item::stub(Place::of(&txn)),
                    false => whole(sql, txn, &eyes, &stubs)?,
                });
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
        let bringers = needs::bringers(sql, &need)?;
        if let Need::Change(name) | Need::Entity(name) = need
            && bringers.iter().all(|txn| stubs.contains(txn))
        {
            unseen.insert(name);
        }
    }
    if eyes.concerns(&txn) && !eyes.may_read(&txn) {
        changes.iter_mut().filter(|change| eyes.is_secret(change)).for_each(withhold);
    }
    Ok(Item::whole(txn, changes, unseen))
}

/// Leaves of a value only what the hash of its transaction needs.
fn withhold(change: &mut ChangeRow) {
    if let (Some(value), Some(salt)) = (change.value.take(), change.salt.take()) {
        change.value_hash = Some(value_hash(&salt, &value));
    }
}

/// Who will look at what goes out.
struct Eyes<'a> {
    receiver: Receiver,
    sender: &'a Actor,
    /// Both see where challenges came from.
    see_all: bool,
    /// Challenges that name nobody, and the transactions that touch them.
    nameless: BTreeSet<Id>,
    touching: BTreeSet<String>,
    /// Transactions with what only a newer version knows, be it secret or not.
    newer: BTreeSet<String>,
}

impl<'a> Eyes<'a> {
    fn of(sql: &Connection, receiver: Receiver, sender: &'a Actor) -> Result<Self, Trouble> {
        let see_all =
            receiver == Receiver::Secretariat && policy::may(Verb::ReadOrigins, sender, None, &[]).is_ok();
        let nameless = confidential::nameless(sql)?;
        let mut touching = BTreeSet::new();
        for id in &nameless {
            touching.extend(touched_by(sql, id)?);
        }
        Ok(Eyes { receiver, sender, see_all, nameless, touching, newer: newer(sql)? })
    }

    /// Whether a transaction has to do with what is not for everybody.
    fn concerns(&self, txn: &TxnRow) -> bool {
        txn.audience != "all" || self.touching.contains(&txn.id)
    }

    /// Whether the receiver may see all of it.
    fn may_read(&self, txn: &TxnRow) -> bool {
        self.see_all || self.receiver == Receiver::Secretariat && is_own(txn, self.sender)
    }

    /// Whether not even the frame around its values may be seen.
    fn must_not_meet(&self, txn: &TxnRow) -> bool {
        // Why something was redacted is told with it: that it be redacted everywhere
        // is worth more.
        let reason = txn.reason.is_some() && txn.action != ActionName::Redact.code();
        let frame = tells_origin(txn) || reason;
        let unknown = txn.audience != "all" && self.newer.contains(&txn.id);
        self.concerns(txn) && !self.may_read(txn) && (frame || unknown)
    }

    /// Whether a change says where a challenge came from.
    fn is_secret(&self, change: &ChangeRow) -> bool {
        Kind::named(&change.kind).is_some_and(|kind| {
            let nameless = self.nameless.contains(change.entity.as_str());
            confidential::tells_origin(kind, &change.field, nameless)
        })
    }
}

/// The transactions for the secretariat alone that hold a kind or field which this
/// version does not know.
fn newer(sql: &Connection) -> Result<BTreeSet<String>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT DISTINCT change.txn, change.kind, change.field FROM change JOIN txn ON txn.id = change.txn
         WHERE txn.audience <> 'all'",
    )?;
    let mut rows = query.query([])?;
    let mut found = BTreeSet::new();
    while let Some(row) = rows.next()? {
        if !fields::is_known(&row.get::<_, String>(1)?, &row.get::<_, String>(2)?) {
            found.insert(row.get(0)?);
        }
    }
    Ok(found)
}

fn touched_by(sql: &Connection, id: &Id) -> Result<Vec<String>, Trouble> {
    let mut query = sql.prepare_cached("SELECT DISTINCT txn FROM change WHERE entity = ?1")?;
    let found = query.query_map([id.as_str()], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// Whether its author says more than that somebody of the secretariat, or the program
/// itself, wrote it.
fn tells_origin(txn: &TxnRow) -> bool {
    let Ok(actor) = serde_json::from_str::<Actor>(&txn.actor) else { return true };
    let built_in = actor.name.is_empty() && actor.roles.is_empty();
    let secretariat =
        !actor.roles.is_empty() && actor.roles.iter().all(|held| held.role == Role::Secretariat);
    txn.on_behalf_of.is_some() || !(built_in || secretariat)
}

/// Whether `sender` may know who wrote it, and so what it says of origins.
fn is_own(txn: &TxnRow, sender: &Actor) -> bool {
    let Ok(actor) = serde_json::from_str::<Actor>(&txn.actor) else { return false };
    let on_behalf = txn.on_behalf_of.as_deref().map(serde_json::from_str::<OnBehalf>);
    match on_behalf.transpose() {
        Ok(on_behalf) => confidential::may_know(sender, &actor, on_behalf.as_ref()),
        Err(_) => false,
    }
}
