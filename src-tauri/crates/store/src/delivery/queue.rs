//! What is to be applied, each thing after what it builds on.
//!
//! Nothing here depends on the order in which things came: what can be applied is,
//! and what waits, waits for what is really missing.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, OptionalExtension as _};

use super::item::{Item, Place, Whole};
use super::needs;
use super::place::{held, is_txn, put_stub, take_stub};
use super::receive::Refusal;
use super::waiting::{self, Need, Waiting};
use crate::Trouble;
use crate::journal::canonical::txn_hash;
use crate::journal::{TxnRow, read};

/// A device and a place in its chain.
type At = (String, i64);

/// Transactions on their way into the journal.
#[derive(Default)]
pub(super) struct Queue {
    pending: BTreeMap<At, Item>,
    /// What waits for something, by what it waits for.
    blocked: BTreeMap<Need, Vec<At>>,
    /// What has come now; the rest waited already.
    came: BTreeSet<At>,
    /// Places at which something was refused, with its content as far as it came.
    refused: BTreeMap<At, (Refusal, Option<Whole>)>,
    /// What was in the journal, or waited, already.
    pub known: usize,
    /// What is in the journal already, in this place or another, as it came now: it may
    /// hold more than stands there.
    fuller: Vec<Whole>,
    /// Of each device, the last of the places that came now and in which what came stands.
    ends: BTreeMap<String, i64>,
}

/// What the next step of the queue does.
pub(super) enum Step<'q> {
    /// This transaction follows on what stands.
    Append(&'q Whole),
    /// This place is kept, its content being nowhere here.
    Stub(&'q Place),
    /// This place is kept, its content standing in another one here.
    Other(&'q Place),
}

impl Queue {
    /// What waited when the file was written.
    pub fn stored(sql: &Connection) -> Result<Queue, Trouble> {
        let pending = waiting::all(sql)?.into_iter().map(|item| (at(&item.place), item)).collect();
        Ok(Queue { pending, ..Queue::default() })
    }

    /// Takes in what has come.
    pub fn admit(&mut self, sql: &Connection, item: Item) -> Result<(), Trouble> {
        let at = at(&item.place);
        if let Some(held) = held(sql, &at.0, at.1)? {
            if held.hash != item.place.hash {
                self.refused.insert(at, (Refusal::Copied, item.whole));
                return Ok(());
            }
            let adds = match &item.whole {
                Some(whole) if held.is_stub => {
                    let here = is_here(sql, whole)?;
                    if here {
                        is_txn(sql, &item.place, &whole.txn.id)?;
                    }
                    !here
                }
                _ => false,
            };
            if !adds {
                self.stands(&at);
                self.known += 1;
                self.fuller.extend(item.whole);
                return Ok(());
            }
        }
        match self.pending.get_mut(&at) {
            Some(other) if other.place != item.place => {
                self.refused.insert(at, (Refusal::Copied, item.whole));
            }
            Some(other) => match other.take_more(item) {
                true => drop(self.came.insert(at)),
                false => self.known += 1,
            },
            None => {
                self.came.insert(at.clone());
                self.pending.insert(at, item);
            }
        }
        Ok(())
    }

    /// Notes that what came now stands in its place.
    fn stands(&mut self, (device, seq): &At) {
        let end = self.ends.entry(device.clone()).or_default();
        *end = (*end).max(*seq);
    }

    /// Of each device, the last of the places that came now and in which what came stands.
    pub fn ends(&self) -> &BTreeMap<String, i64> {
        &self.ends
    }

    /// Applies everything that can be, one step after another.
    pub fn run(
        &mut self,
        sql: &Connection,
        mut apply: impl FnMut(Step<'_>) -> Result<(), Trouble>,
    ) -> Result<(), Trouble> {
        let mut ready: Vec<At> = self.pending.keys().rev().cloned().collect();
        while let Some(at) = ready.pop() {
            let Some(item) = self.pending.get(&at) else { continue };
            if let Some(refusal) = self.refusal(sql, item)? {
                let whole = self.pending.remove(&at).and_then(|item| item.whole);
                waiting::forget(sql, &at.0, at.1)?;
                let after = Need::Transaction { device: at.0.clone(), seq: at.1 };
                ready.extend(self.blocked.remove(&after).into_iter().flatten());
                self.refused.insert(at, (refusal, whole));
                continue;
            }
            if let Some(need) = unmet(sql, item)? {
                self.blocked.entry(need).or_default().push(at);
                continue;
            }
            let Some(item) = self.pending.remove(&at) else { continue };
            waiting::forget(sql, &at.0, at.1)?;
            take_stub(sql, &item.place)?;
            self.stands(&at);
            let mut brought = vec![Need::Transaction { device: at.0.clone(), seq: at.1 }];
            match item.whole {
                Some(whole) if is_here(sql, &whole)? => {
                    put_stub(sql, &item.place, Some(&whole.txn.id))?;
                    apply(Step::Other(&item.place))?;
                    self.known += 1;
                    self.fuller.push(whole);
                }
                Some(whole) => {
                    apply(Step::Append(&whole))?;
                    brought.extend(needs::brought(&whole.changes));
                }
                None => {
                    put_stub(sql, &item.place, None)?;
                    apply(Step::Stub(&item.place))?;
                }
            }
            let woken = brought.iter().filter_map(|need| self.blocked.remove(need));
            ready.extend(woken.flatten());
        }
        Ok(())
    }

    /// Keeps what must wait; what waits for what, all of it.
    pub fn settle(&self, sql: &Connection) -> Result<(), Trouble> {
        self.came.iter().filter_map(|at| self.pending.get(at)).try_for_each(|item| waiting::keep(sql, item))
    }

    /// What waits, and for what.
    pub fn waiting(&self, sql: &Connection) -> Result<Vec<Waiting>, Trouble> {
        let mut all = Vec::new();
        for item in self.pending.values() {
            if let Some(need) = unmet(sql, item)? {
                all.push(Waiting::of(sql, item, need)?);
            }
        }
        Ok(all)
    }

    /// What is in the journal already and may hold more than stands there.
    pub fn fuller(&self) -> &[Whole] {
        &self.fuller
    }

    /// Takes out of what was refused what is here all the same, in another place: where
    /// one of two chains was issued anew, both may come, and nothing is lacking.
    pub fn find_refused(&mut self, sql: &Connection) -> Result<(), Trouble> {
        for (at, (why, whole)) in std::mem::take(&mut self.refused) {
            match whole {
                Some(whole) if is_here(sql, &whole)? => {
                    self.known += 1;
                    self.fuller.push(whole);
                }
                whole => drop(self.refused.insert(at, (why, whole))),
            }
        }
        // Places alone bring nothing, so nothing is lacking where only they are refused.
        let lacking: BTreeSet<String> = self
            .refused
            .iter()
            .filter(|(_, (_, whole))| whole.is_some())
            .map(|(at, _)| at.0.clone())
            .collect();
        self.refused.retain(|at, _| lacking.contains(&at.0));
        Ok(())
    }

    /// What was refused, by device and place.
    pub fn refused(self) -> impl Iterator<Item = (At, Refusal)> {
        self.refused.into_iter().map(|(at, (why, _))| (at, why))
    }

    /// Why a transaction may not come in at all.
    fn refusal(&self, sql: &Connection, item: &Item) -> Result<Option<Refusal>, Trouble> {
        let Place { device, seq, prev, .. } = &item.place;
        match held(sql, device, seq - 1)? {
            Some(before) if Some(&before.hash) != prev.as_ref() => return Ok(Some(Refusal::Copied)),
            Some(_) => {}
            // What follows on what was refused is refused with it.
            None => {
                if let Some((refusal, _)) = self.refused.get(&(device.clone(), seq - 1)) {
                    return Ok(Some(refusal.clone()));
                }
            }
        }
        match &item.whole {
            Some(whole) if !is_here(sql, whole)? => taken(sql, whole),
            _ => Ok(None),
        }
    }
}

fn at(place: &Place) -> At {
    (place.device.clone(), place.seq)
}

/// The first thing that a transaction builds on and that is not here.
fn unmet(sql: &Connection, item: &Item) -> Result<Option<Need>, Trouble> {
    let Place { device, seq, .. } = &item.place;
    if *seq > 1 && held(sql, device, seq - 1)?.is_none() {
        return Ok(Some(Need::Transaction { device: device.clone(), seq: seq - 1 }));
    }
    let Some(whole) = &item.whole else { return Ok(None) };
    for need in needs::of(&whole.changes)? {
        let (Need::Change(name) | Need::Entity(name)) = &need else { continue };
        if !whole.hidden.contains(name) && needs::bringers(sql, &need)?.is_empty() {
            return Ok(Some(need));
        }
    }
    Ok(None)
}

/// Whether the journal has this very transaction in another place: it was issued anew by a
/// device that was renewed, and what it did is done. Put into this place, what stands
/// there would have this hash; whatever of it was withheld or redacted enters by digest.
fn is_here(sql: &Connection, whole: &Whole) -> Result<bool, Trouble> {
    let Some(stands) = read::txn_of(sql, &whole.txn.id)? else { return Ok(false) };
    let TxnRow { device, seq, prev, hash, .. } = whole.txn.clone();
    let changes = read::changes_of(sql, &stands.id)?;
    Ok(txn_hash(&TxnRow { device, seq, prev, ..stands }, &changes) == hash)
}

/// Whether it claims an id that another transaction has.
fn taken(sql: &Connection, whole: &Whole) -> Result<Option<Refusal>, Trouble> {
    let mut txn = sql.prepare_cached("SELECT id FROM txn WHERE id = ?1")?;
    let mut change = sql.prepare_cached("SELECT id FROM change WHERE id = ?1")?;
    let mut found: Option<String> = txn.query_row([&whole.txn.id], |row| row.get(0)).optional()?;
    for it in &whole.changes {
        if found.is_none() {
            found = change.query_row([&it.id], |row| row.get(0)).optional()?;
        }
    }
    Ok(found.map(Refusal::Taken))
}
