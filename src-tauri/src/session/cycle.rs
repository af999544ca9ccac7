//! Reporting cycles of the open plan.

use jalon_domain::actor::OnBehalf;
use jalon_domain::clearance::ToClear;
use jalon_domain::lineage::{self, Lineage};
use jalon_domain::submission::{self, SubmissionState};
use jalon_domain::{Failure, Id};
use jalon_store::{ActError, Changes, Context, LeftOpen, Outstanding};

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

    /// What is left open in a cycle, as far as the user may know: what whoever closes it is to
    /// know.
    ///
    /// # Errors
    /// There is no such cycle, or the file cannot be read.
    pub fn outstanding(&self, cycle: &Id) -> Outcome<Outstanding> {
        let unknown = || Failure::new("failure-cycle-unknown").text("id", cycle.as_str());
        if !self.store.plan()?.cycles.contains_key(cycle) {
            return Err(unknown().into());
        }
        Ok(self.store.outstanding(cycle, self.clock.today(), &self.reader()?)?)
    }

    /// What is left open in a plan.
    ///
    /// # Errors
    /// There is no such plan, or the file cannot be read.
    pub fn left_open(&self, workplan: &Id) -> Outcome<LeftOpen> {
        self.knows_workplan(workplan)?;
        Ok(self.store.left_open(workplan)?)
    }

    /// Where something comes from, and what became of it, as far as the user may know.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lineage(&self, id: &Id) -> Outcome<Lineage> {
        Ok(lineage::lineage(&self.store.plan_for(&self.reader()?)?, id))
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
