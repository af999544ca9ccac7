//! Plan files into the open plan and out of it, and a check of the whole.

use std::path::Path;

use jalon_domain::Failure;
use jalon_domain::actor::OnBehalf;
use jalon_exchange::{Over, export_plan_by, import_plan, load, write_over};
use jalon_store::{Backups, Context};

use super::Session;
use crate::failure::Outcome;
use crate::view::{Checked, Imported};

impl Session {
    /// Brings a plan file in, or only says what that would do.
    ///
    /// # Errors
    /// Everything that is wrong with the file, or why it is refused; nothing comes in then.
    pub fn import_plan(
        &mut self,
        path: &Path,
        dry_run: bool,
        on_behalf: Option<OnBehalf>,
    ) -> Outcome<Imported> {
        let actor = self.identity()?.ok_or_else(|| Failure::new("failure-shell-nobody"))?;
        self.verify()?;
        let bytes = load(path).map_err(|error| error.failure())?;
        let context = Context { on_behalf, ..Context::new(actor, self.clock.now()) };
        let import = import_plan(&mut self.store, &context, &bytes, dry_run)?;
        Ok(Imported {
            created: import.created,
            edited: import.edited,
            differences: import.differences,
            unchanged: import.unchanged,
            patch: import.changes.map(|changes| self.patch(changes)).transpose()?,
        })
    }

    /// Writes the plan as a plan file: as it stands, or as of a moment; `confidential`, with
    /// the origins of challenges. Whoever chose the place was asked about what stands there.
    ///
    /// # Errors
    /// It names no moment, the user may not take the origins out, or the file cannot be
    /// written.
    pub fn export_plan(&self, path: &Path, as_of: Option<&str>, confidential: bool) -> Outcome<()> {
        let moment = as_of.map(|said| self.recorded(said)).transpose()?;
        let at = moment.as_ref().map(|moment| &moment.at);
        let bytes = export_plan_by(&self.store, &self.reader()?, at, confidential)?;
        write_over(&[(path, &bytes)], Over::Anything).map_err(|error| error.failure())?;
        Ok(())
    }

    /// Checks the file and the plan: what is damaged, what only a backup still holds, and
    /// what is to be settled.
    ///
    /// # Errors
    /// When the file cannot be read at all.
    pub fn check(&self) -> Outcome<Checked> {
        let report = self.store.check()?;
        let mut found = report.damage.clone();
        if report.is_sound() {
            found.extend(Backups::of(self.store.path()).lost()?.map(|lost| lost.failure()));
            found.extend(self.store.findings(&report, &self.reader()?)?);
        }
        Ok(Checked { transactions: report.transactions, entities: report.entities, found })
    }
}
