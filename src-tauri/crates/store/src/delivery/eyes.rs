//! Who looks at what leaves a store, and what they may see of it.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::action::ActionName;
use jalon_domain::policy::{self, Verb};
use jalon_domain::{Actor, Id, Kind};
use rusqlite::Connection;

use super::Receiver;
use crate::confidential::{Author, Nameless};
use crate::journal::read::{self, TXN};
use crate::journal::{ChangeRow, NAMELESS, TxnRow};
use crate::{Trouble, confidential, fields};

/// Who will look at what goes out.
pub(super) struct Eyes<'a> {
    receiver: Receiver,
    sender: &'a Actor,
    /// Both see where challenges came from.
    see_all: bool,
    /// Challenges that name nobody with their clearances, and the transactions that
    /// touch either.
    nameless: Nameless,
    touching: BTreeSet<String>,
    /// Those of them that touch the clearances.
    clearing: BTreeSet<String>,
    /// Those of them that name somebody today.
    named: BTreeSet<Id>,
    /// Transactions with what only a newer version knows, be it secret or not.
    newer: BTreeSet<String>,
    /// The undos and redos of what must not be met, in any number of steps: that one of
    /// these follows says what was in the place that it takes back.
    following: BTreeSet<String>,
}

impl<'a> Eyes<'a> {
    pub fn of(sql: &Connection, receiver: Receiver, sender: &'a Actor) -> Result<Self, Trouble> {
        let see_all =
            receiver == Receiver::Secretariat && policy::may(Verb::ReadOrigins, sender, None, &[]).is_ok();
        let nameless = Nameless::read(sql)?;
        let clearing = touched_by(sql, nameless.clearances())?;
        let mut touching = touched_by(sql, nameless.challenges().iter())?;
        touching.extend(clearing.iter().cloned());
        touching.extend(without_identifier(sql)?);
        let named = named(sql)?.intersection(nameless.challenges()).cloned().collect();
        let (newer, following) = (newer(sql)?, BTreeSet::new());
        let mut eyes =
            Eyes { receiver, sender, see_all, nameless, touching, clearing, named, newer, following };
        eyes.following = eyes.following(sql)?;
        Ok(eyes)
    }

    fn following(&self, sql: &Connection) -> Result<BTreeSet<String>, Trouble> {
        let undoing = undoing(sql)?;
        if undoing.is_empty() {
            return Ok(BTreeSet::new());
        }
        let hidden = self.concerned(sql)?.into_iter().filter(|txn| self.must_not_meet(txn));
        let hidden: BTreeSet<String> = hidden.map(|txn| txn.id).collect();
        let leads_there = |txn: &String| {
            // What others sent may lead back to itself.
            let (mut been, mut next) = (BTreeSet::new(), undoing.get(txn));
            while let Some(at) = next.filter(|at| been.insert(*at)) {
                if hidden.contains(at) {
                    return true;
                }
                next = undoing.get(at);
            }
            false
        };
        Ok(undoing.keys().filter(|txn| leads_there(txn)).cloned().collect())
    }

    /// Whether a transaction has to do with what is not for everybody.
    pub fn concerns(&self, txn: &TxnRow) -> bool {
        txn.audience != "all" || self.touching.contains(&txn.id)
    }

    /// Whether the receiver may see all of it.
    pub fn may_read(&self, txn: &TxnRow) -> bool {
        self.see_all || self.receiver == Receiver::Secretariat && Author::of(txn).is_known_to(self.sender)
    }

    /// Whether not even the frame around its values may be seen.
    pub fn must_not_meet(&self, txn: &TxnRow) -> bool {
        if self.clearing.contains(&txn.id) {
            // Whose word it is follows from the clearance's id, whoever recorded it.
            return !self.may_read(txn);
        }
        if self.following.contains(&txn.id) {
            return true;
        }
        if is_issued(&txn.action) {
            // It says of nobody but the secretariat that it wrote it.
            return false;
        }
        // By whom and why something was redacted is told with it: that it be redacted
        // everywhere is worth more. Nobody but the secretariat redacts, for nobody else.
        let redacted = txn.action == ActionName::Redact.code();
        let frame = !redacted && Author::of(txn).says_whose();
        let unknown = txn.audience != "all" && self.newer.contains(&txn.id);
        self.concerns(txn) && !self.may_read(txn) && (frame || unknown)
    }

    /// Whether a change says where a challenge came from. What was issued says whom it
    /// names, as long as it names somebody: the deck does; and that it names nobody.
    pub fn is_secret(&self, txn: &TxnRow, change: &ChangeRow) -> bool {
        let names_nobody = matches!(change.value.as_deref(), Some("null" | "[]"));
        if names_nobody && change.field == "jurisdictions" && is_issued(&txn.action) {
            return false;
        }
        let kind = Kind::named(&change.kind);
        kind.is_some_and(|kind| self.keeps_back(&txn.action, kind, &change.entity, &change.field))
    }

    /// The same, by the action that wrote it.
    pub fn keeps_back(&self, action: &str, kind: Kind, entity: &str, field: &str) -> bool {
        let said = is_issued(action) && self.named.contains(entity);
        let nameless = self.nameless.contains(entity) || Id::parse(entity).is_none();
        confidential::tells_origin(kind, field, nameless && !said)
    }

    /// The challenges that name somebody today and did not always.
    pub fn named(&self) -> &BTreeSet<Id> {
        &self.named
    }

    /// The transactions that have to do with what is not for everybody.
    pub fn concerned(&self, sql: &Connection) -> Result<Vec<TxnRow>, Trouble> {
        let mut query = sql.prepare_cached(&format!(
            "SELECT {TXN} FROM txn WHERE audience <> 'all' OR id IN (SELECT value FROM json_each(?1))
             ORDER BY device, seq"
        ))?;
        let all = query.query_map([serde_json::json!(self.touching).to_string()], read::txn)?;
        Ok(all.collect::<Result<_, _>>()?)
    }
}

fn is_issued(action: &str) -> bool {
    action == ActionName::IssueChallenges.code()
}

fn named(sql: &Connection) -> Result<BTreeSet<Id>, Trouble> {
    let mut query = sql.prepare_cached("SELECT id FROM challenge WHERE attribution = 'named'")?;
    let found = query.query_map([], |row| row.get::<_, String>(0))?;
    let found = found.collect::<Result<Vec<_>, _>>()?;
    Ok(found.iter().filter_map(|id| Id::parse(id)).collect())
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

/// The transactions that touch a challenge of which nothing is known, as it goes by no
/// identifier: it may name nobody.
fn without_identifier(sql: &Connection) -> Result<Vec<String>, Trouble> {
    let mut query = sql.prepare_cached(&format!(
        "SELECT DISTINCT txn FROM change WHERE kind = 'challenge' AND {NAMELESS}"
    ))?;
    let found = query.query_map([], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

fn touched_by<'i>(sql: &Connection, ids: impl Iterator<Item = &'i Id>) -> Result<BTreeSet<String>, Trouble> {
    let mut query = sql.prepare_cached("SELECT DISTINCT txn FROM change WHERE entity = ?1")?;
    let mut touching = BTreeSet::new();
    for id in ids {
        let found = query.query_map([id.as_str()], |row| row.get(0))?;
        touching.extend(found.collect::<Result<Vec<String>, _>>()?);
    }
    Ok(touching)
}

/// For each undo and redo, what it takes back or does again.
fn undoing(sql: &Connection) -> Result<BTreeMap<String, String>, Trouble> {
    let mut query = sql.prepare_cached("SELECT id, undoes FROM txn WHERE undoes IS NOT NULL")?;
    let found = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(found.collect::<Result<_, _>>()?)
}
