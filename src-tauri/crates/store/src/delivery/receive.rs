//! Takes in what another store sends.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use jalon_domain::{Failure, Id};
use rusqlite::Connection;
use serde::Serialize;
use ts_rs::TS;

use super::device::{self, Renewed};
use super::item::{Item, Whole};
use super::late::{self, Late};
use super::parcel::{Parcel, files_of, take_in};
use super::queue::{Queue, Step};
use super::settle::Touched;
use super::waiting::Waiting;
use super::withheld;
use crate::council::kept;
use crate::journal::TxnRow;
use crate::journal::append::append;
use crate::journal::ids::moment;
use crate::transact::Ending;
use crate::{Changes, Scrubbed, Store, Trouble, fields, orphans, redact};

/// Why a transaction does not come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Refusal {
    /// Another transaction stands in its place: the file that wrote it and one that
    /// wrote before are copies of each other.
    Copied,
    /// It claims an id that another transaction has.
    Taken(String),
}

/// What of one device does not come in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Refused {
    /// The device.
    pub device: String,
    /// The first place in its chain that is refused.
    #[ts(type = "number")]
    pub seq: i64,
    /// How many transactions are.
    pub count: usize,
    /// Why the first one is.
    pub why: Refusal,
    /// Whether this very file wrote as that device what stands there, and can issue it
    /// anew.
    pub own: bool,
}

impl Refused {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        let count = i64::try_from(self.count).unwrap_or(i64::MAX);
        let about = |code: &str| {
            // As a command takes the number, it stands in no language.
            let failure = Failure::new(code).text("device", &self.device).text("from", self.seq.to_string());
            failure.number("seq", self.seq).number("count", count)
        };
        match &self.why {
            Refusal::Copied if self.own => {
                let verb = format!("device renew --from {} --device {}", self.seq, self.device);
                about("failure-delivery-copied-own").way_out(verb)
            }
            Refusal::Copied => about("failure-delivery-copied"),
            Refusal::Taken(id) => about("failure-delivery-taken").text("id", id),
        }
    }
}

/// What came of receiving.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Received {
    /// How many transactions stand in the journal now that did not before, those among
    /// them that had waited.
    pub applied: usize,
    /// How many places are kept whose content is not for this store to see.
    pub stubs: usize,
    /// How many were here already.
    pub known: usize,
    /// Of how many that were here already something was withheld that has come now.
    pub completed: usize,
    /// How many of the changes are of a kind or field that only a newer version knows:
    /// they are kept and passed on.
    pub newer: usize,
    /// Everything that waits now.
    pub waiting: Vec<Waiting>,
    /// What was refused, by device.
    pub refused: Vec<Refused>,
    /// The new device of this file, when what came shows that another file writes as
    /// the one it had.
    pub renewed: Option<Renewed>,
    /// How many files of tabled decks came with it.
    pub files: usize,
    /// What is known now to have been written for a closed plan or cycle without knowing
    /// that it was closed, whichever of the two has come now: how much of each.
    pub late: Vec<Late>,
    /// What became of the files around the plan, where a redaction came with it.
    pub scrubbed: Option<Scrubbed>,
    /// What refers now to something that was deleted and did not before, whichever of the two
    /// has come now, with the ways out.
    pub orphans: Vec<Failure>,
    /// Fields that have several versions now, as in [`Changes::conflicts`].
    pub conflicts: Vec<(Id, String)>,
    /// What changed in the plan; `None` when nothing did, or when it was only tried.
    pub changes: Option<Changes>,
}

impl Store {
    /// Takes in what another store sends, all that can be taken in, as one transaction
    /// of the file. Nothing is refused because of a rule of the workflow; what comes
    /// too early waits. A dry run takes the same way and is rolled back.
    ///
    /// # Errors
    /// When the file cannot be read or written; it is then as it was.
    pub fn receive(
        &mut self,
        now: DateTime<Utc>,
        items: Vec<Item>,
        dry_run: bool,
    ) -> Result<Received, Trouble> {
        self.receive_with_files(now, items, &[], dry_run)
    }

    /// The same, with the bytes of files that were tabled.
    ///
    /// # Errors
    /// As [`Store::receive`].
    pub fn receive_with_files(
        &mut self,
        now: DateTime<Utc>,
        items: Vec<Item>,
        files: &[Parcel],
        dry_run: bool,
    ) -> Result<Received, Trouble> {
        let ending = if dry_run { Ending::RollBack } else { Ending::Commit };
        let path = self.path.clone();
        let received = self.writing(ending, |sql| {
            let named = items.iter().flat_map(Item::tabled_files).collect();
            let before = orphans::orphans(sql)?;
            let (mut received, written) = receive(sql, now, items)?;
            received.orphans = orphans::newly(&before, orphans::orphans(sql)?);
            received.conflicts = received.changes.iter().flat_map(|it| it.conflicts.clone()).collect();
            received.files = take_in(sql, files, &named)?;
            kept::expect(sql, written.tabled)?;
            Ok((received, written.places))
        });
        let (mut received, own) = received.map_err(|trouble: Trouble| trouble.at(&path))?;
        if dry_run {
            received.changes = None;
        } else {
            self.seen.own.extend(own);
            // What came in stands; what cannot be cleaned now is cleaned the next time.
            received.scrubbed = self.clean_up()?;
        }
        Ok(received)
    }
}

/// What was written into the journal.
#[derive(Default)]
struct Written {
    /// Where.
    places: Vec<i64>,
    /// The files of tabled decks that came back to the file which had handed them over.
    tabled: BTreeSet<String>,
}

/// Receives within the caller's transaction.
fn receive(
    sql: &Connection,
    now: DateTime<Utc>,
    mut items: Vec<Item>,
) -> Result<(Received, Written), Trouble> {
    let own = device::current(sql)?;
    let late = late::all_late(sql)?;
    redact::refuse(sql, &mut items)?;
    let mut queue = Queue::stored(sql)?;
    for item in items {
        queue.admit(sql, item)?;
    }
    let mut received = Received::default();
    let mut touched = Touched::default();
    let mut last: Option<TxnRow> = None;
    let mut written = Written::default();
    let mut as_own = false;
    queue.run(sql, |step| {
        match step {
            Step::Append(whole) => {
                touched.before(sql, &whole.changes)?;
                let local_n = put(sql, whole, &moment(now))?;
                touched.after(&whole.changes, local_n);
                received.applied += 1;
                received.newer += newer(whole);
                written.places.push(local_n);
                as_own |= whole.txn.device == own;
                if device::is_own(sql, &whole.txn.device)? {
                    written.tabled.extend(whole.changes.iter().flat_map(files_of));
                }
                last = Some(whole.txn.clone());
            }
            Step::Stub(place) => {
                received.stubs += 1;
                as_own |= place.device == own;
            }
            Step::Other(place) => as_own |= place.device == own,
        }
        Ok(())
    })?;
    queue.find_refused(sql)?;
    for whole in withheld::brought(sql, queue.fuller())? {
        withheld::fill(sql, whole, &mut touched)?;
        received.completed += 1;
        last.get_or_insert_with(|| whole.txn.clone());
    }
    redact::obey(sql, touched.entities().map(Id::as_str))?;
    queue.settle(sql)?;
    received.known = queue.known;
    received.waiting = queue.waiting(sql)?;
    received.changes = last.as_ref().map(|last| touched.settle(sql, last)).transpose()?;
    if last.is_some() {
        received.late = late::counts(late::newly(&late, late::all_late(sql)?));
    }
    device::came_back(sql, queue.ends())?;
    if as_own {
        // Whoever wrote that writes on as this device; from here on this file does not.
        received.renewed = Some(device::renew(sql, now)?);
    }
    written.places.extend(redact::again(sql, now)?);
    for ((device, seq), why) in queue.refused() {
        match received.refused.last_mut().filter(|last| last.device == device) {
            Some(last) => last.count += 1,
            None => {
                let own = device::wrote(sql, &device, seq)?;
                received.refused.push(Refused { own, device, seq, count: 1, why });
            }
        }
    }
    Ok((received, written))
}

/// Appends a transaction of another store, as it is.
fn put(sql: &Connection, whole: &Whole, now: &str) -> Result<i64, Trouble> {
    let mut txn = whole.txn.clone();
    let local_n = append(sql, &mut txn, &whole.changes, now)?;
    for change in &whole.changes {
        withheld::note(sql, change)?;
    }
    Ok(local_n)
}

/// How many of its changes this version cannot show.
fn newer(whole: &Whole) -> usize {
    whole.changes.iter().filter(|change| !fields::is_known(&change.kind, &change.field)).count()
}
