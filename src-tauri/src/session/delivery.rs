//! Between this plan's file and others: packages, what waits, what is disputed.

use std::path::Path;

use jalon_exchange::{Over, Reached, package_through, read_package, write_package};
use jalon_store::{Receiver, Refused as NotTaken, Reissue, Renewed, asks};
use jalon_words::faults;

use super::Session;
use crate::failure::Outcome;
use crate::view::{self, Disputed, Reception, Sent, Waits};

impl Session {
    /// Writes what another store lacks; `after` is a package that came from it.
    ///
    /// # Errors
    /// Why it cannot be written.
    pub fn write_package(&mut self, path: &Path, receiver: Receiver, after: Option<&Path>) -> Outcome<Sent> {
        self.verify()?;
        let sender = self.reader()?;
        let after = match after {
            Some(package) => package_through(package).map_err(|error| error.failure())?,
            None => Reached::default(),
        };
        let written = write_package(&mut self.store, &sender, (path, Over::Anything), &after, receiver);
        let written = written.map_err(|error| error.failure())?;
        let path = path.to_string_lossy().into_owned();
        Ok(Sent { path, transactions: written.transactions, stubs: written.stubs, files: written.files })
    }

    /// Takes a package in, or only says what that would do.
    ///
    /// # Errors
    /// Why none of it can be taken in.
    pub fn read_package(&mut self, path: &Path, dry_run: bool) -> Outcome<Reception> {
        self.verify()?;
        let received = read_package(&mut self.store, self.clock.now(), path, dry_run);
        let received = received.map_err(|error| error.failure())?;
        let asks = asks(&received.waiting, &self.store.plan()?);
        Ok(Reception {
            applied: received.applied,
            completed: received.completed,
            known: received.known,
            stubs: received.stubs,
            newer: received.newer,
            files: received.files,
            waiting: received.waiting,
            asks,
            refused: received.refused.iter().map(NotTaken::failure).collect(),
            renewed: received.renewed,
            orphans: received.orphans,
            conflicts: received.conflicts,
            late: received.late.iter().map(|it| faults::problem(&it.problem())).collect(),
            scrubbed: received.scrubbed,
            patch: received.changes.map(|changes| self.patch(changes)).transpose()?,
        })
    }

    /// What has come and waits for something that has not, and whom to ask for that.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn waiting(&self) -> Outcome<Waits> {
        let waiting = self.store.waiting()?;
        Ok(Waits { asks: asks(&waiting, &self.store.plan()?), waiting })
    }

    /// Everything that somebody must choose between, with who said so.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn disputes(&self) -> Outcome<Vec<Disputed>> {
        let reader = self.reader()?;
        let plan = self.store.plan_for(&reader)?;
        let disputes = self.store.disputes(&reader)?;
        Ok(disputes.into_iter().map(|dispute| view::disputed(dispute, &plan)).collect())
    }

    /// Takes a new device for the file, after it was copied or restored; `from`, also for
    /// what it wrote from there on, which others refused.
    ///
    /// # Errors
    /// When there is nothing to issue anew, a pinned moment names it, or the file cannot be
    /// written.
    pub fn renew_device(&mut self, from: Option<&Reissue>) -> Outcome<Renewed> {
        self.verify()?;
        let now = self.clock.now();
        Ok(match from {
            Some(from) => self.store.reissue(now, from)?,
            None => self.store.renew_device(now)?,
        })
    }
}
