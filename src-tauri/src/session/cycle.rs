//! Reporting cycles of the open plan.

use jalon_domain::actor::OnBehalf;
use jalon_domain::clearance::ToClear;
use jalon_domain::lineage::{self, Lineage};
use jalon_domain::submission::{self, SubmissionState};
use jalon_domain::{Failure, Id};
use jalon_store::{ActError, Changes, Context};

use super::Session;
use crate::failure::Outcome;
use crate::view::{CarriedOver, left_to_carry};

impl Session {
    /// Where each jurisdiction stands in a cycle today, in protocol order.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn submissions(&self, cycle: &Id) -> Outcome<Vec<SubmissionState>> {
        Ok(submission::submissions(&self.store.plan()?, cycle, self.clock.today()))
    }

    /// What jurisdictions are to clear in a cycle and what they have cleared, as far as the
    /// user may know.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn clearances(&self, cycle: &Id) -> Outcome<Vec<ToClear>> {
        Ok(self.store.clearances(cycle, &self.reader()?)?)
    }

    /// Where something comes from, and what became of it.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lineage(&self, id: &Id) -> Outcome<Lineage> {
        Ok(lineage::lineage(&self.store.plan()?, id))
    }

    /// Carries everything unfinished in a cycle over into another, and says what was left to
    /// others.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn carry_over(&mut self, from: &Id, to: &Id, on_behalf: Option<OnBehalf>) -> Outcome<CarriedOver> {
        let actor = self.identity()?.ok_or_else(|| Failure::new("failure-shell-nobody"))?;
        self.verify()?;
        let context = Context { on_behalf, ..Context::new(actor, self.clock.now()) };
        let carried = self.store.carry_over(&context, from, to)?;
        let changes = Changes::together(carried.done).ok_or(ActError::NothingChanges)?;
        Ok(CarriedOver { patch: self.patch(changes)?, left: left_to_carry(carried.left) })
    }
}
