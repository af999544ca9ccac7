//! What another store lacks.

use std::collections::BTreeSet;

use jalon_domain::actor::OnBehalf;
use jalon_domain::policy::{self, Verb};
use jalon_domain::{Actor, Id, Role, Vector};
use rusqlite::Connection;

use super::item::{Item, Place};
use super::waiting::Need;
use super::{needs, place};
use crate::journal::TxnRow;
use crate::journal::read::{self, TXN};
use crate::{Store, Trouble, confidential};

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
    /// device and place. What the receiver may not see, or `sender` may not, travels as
    /// a stub, and so does what this store has as a stub itself.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn outgoing(&self, after: &Vector, receiver: Receiver, sender: &Actor) -> Result<Vec<Item>, Trouble> {
        self.reading(|sql| {
            let all = transactions(sql)?;
            let hidden = hidden(sql, &all, receiver, sender)?;
            let mut items: Vec<Item> = place::stubs(sql)?
                .into_iter()
                .filter(|place| !after.includes(&place.device, place.seq))
                .map(Item::stub)
                .collect();
            for txn in all.into_iter().filter(|txn| !after.includes(&txn.device, txn.seq)) {
                items.push(match hidden.contains(&txn.id) {
                    true => Item::stub(Place::of(&txn)),
                    false => whole(sql, txn, &hidden)?,
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

fn whole(sql: &Connection, txn: TxnRow, hidden: &BTreeSet<String>) -> Result<Item, Trouble> {
    let changes = read::changes_of(sql, &txn.id)?;
    let mut unseen = BTreeSet::new();
    for need in needs::of(&changes)? {
        let bringers = needs::bringers(sql, &need)?;
        if let Need::Change(name) | Need::Entity(name) = need
            && bringers.iter().all(|txn| hidden.contains(txn))
        {
            unseen.insert(name);
        }
    }
    Ok(Item::whole(txn, changes, unseen))
}

/// The transactions that go out as stubs: what is for the secretariat alone, and what
/// would tell by its author where a challenge that names nobody came from.
fn hidden(
    sql: &Connection,
    all: &[TxnRow],
    receiver: Receiver,
    sender: &Actor,
) -> Result<BTreeSet<String>, Trouble> {
    if receiver == Receiver::Secretariat && policy::may(Verb::ReadOrigins, sender, None, &[]).is_ok() {
        return Ok(BTreeSet::new());
    }
    let mut touching: BTreeSet<String> = BTreeSet::new();
    for id in confidential::nameless(sql)? {
        touching.extend(touched_by(sql, &id)?);
    }
    let secret = |txn: &&TxnRow| {
        let tells = touching.contains(&txn.id) && tells_origin(txn);
        if txn.audience == "all" && !tells {
            return false;
        }
        receiver == Receiver::Everybody || !is_own(txn, sender)
    };
    Ok(all.iter().filter(secret).map(|txn| txn.id.clone()).collect())
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
