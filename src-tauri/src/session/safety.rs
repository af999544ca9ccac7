//! What keeps this plan safe.

use std::path::Path;

use jalon_domain::{Actor, Failure, Id};
use jalon_exchange::Over;
use jalon_store::{Backup, Context, OpenError, Store, Why};

use super::Session;
use crate::clock::Clock;
use crate::failure::Outcome;
use crate::view::Redaction;

impl Session {
    /// Opens the plan at `path` for looking, and for nothing more; of a damaged one, what
    /// can be read.
    ///
    /// # Errors
    /// Why nothing of it can be read.
    pub fn open_read_only(path: &Path, clock: Clock) -> Result<Session, OpenError> {
        let (store, notice) = match Store::open_read_only(path) {
            Err(damaged @ OpenError::Damaged { .. }) => {
                let found = Store::salvage(path).map_err(|_| damaged)?;
                let notice = found.failure();
                (found.store, notice)
            }
            opened => (opened?, Failure::new("failure-store-read-only")),
        };
        Ok(Session { notice: Some(notice), checked: true, ..Session::over(store, clock) })
    }

    /// Why this plan can only be looked at, if so.
    pub fn notice(&self) -> Option<&Failure> {
        self.notice.as_ref()
    }

    /// Whether verification has found damage.
    pub fn is_damaged(&self) -> bool {
        self.damage.is_some()
    }

    /// Makes a backup of what stands now.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn make_backup(&self) -> Outcome<Backup> {
        Ok(self.store.back_up(Why::ByHand, self.clock.now())?)
    }

    /// Removes for good what a field has held.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn redact(&mut self, id: &Id, field: &str, changes: &[String], reason: String) -> Outcome<Redaction> {
        let actor = self.identity()?.ok_or_else(|| Failure::new("failure-shell-nobody"))?;
        self.verify()?;
        let context = Context { reason: Some(reason), ..Context::new(actor, self.clock.now()) };
        let done = self.store.redact(&context, id, field, changes)?;
        Ok(Redaction { patch: self.patch(done.changes)?, scrubbed: done.scrubbed, elsewhere: done.elsewhere })
    }

    /// Writes the plan as a plan file and its history in words into a folder; `replace`: other
    /// files that stand there may go.
    ///
    /// # Errors
    /// When they cannot be written.
    pub fn write_readable(
        &self,
        folder: &Path,
        lang: jalon_domain::Lang,
        replace: bool,
    ) -> Outcome<Vec<String>> {
        let (words, over) = (jalon_words::Words::of(lang), Over::replacing(replace));
        let files = jalon_exchange::write_readable(&self.store, &self.reader()?, words, (folder, over))?;
        Ok(files.iter().map(|file| file.to_string_lossy().into_owned()).collect())
    }
}

/// Who a store says that its user is; nobody, where it does not say.
pub(crate) fn user_of(path: &Path) -> Actor {
    let identity = Store::open_read_only(path).ok().and_then(|store| store.identity().ok().flatten());
    identity.unwrap_or_else(Actor::nobody)
}
