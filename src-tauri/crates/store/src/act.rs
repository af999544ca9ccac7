//! From an action to its verb.

use jalon_domain::action::ActionName;
use jalon_domain::{Action, Id, Lead, Status};

use crate::tx::Tx;
use crate::{ActError, Changes, Context, Store, bases};
use crate::{
    challenge, clearance, conflict, council, cycle, entity, lead, milestone, redact, submission, translation,
    undo, workplan,
};

impl Store {
    /// Does one action, as one transaction. When this returns, it is durable.
    ///
    /// # Errors
    /// Why it is refused; the store is then as it was. As for [`Store::redact`], trouble with
    /// the cleaning comes after the fact.
    pub fn act(&mut self, context: &Context, action: &Action) -> Result<Changes, ActError> {
        let changes = self.transact(action.name(), context, |tx| verb(tx, action))?;
        self.after(action, changes)
    }

    /// Does one action for somebody who was shown no form: it is based on what stands
    /// at the moment when it is done, whatever bases it names. Nobody can write in
    /// between, so it never makes a second version of a field.
    ///
    /// # Errors
    /// Why it is refused; the store is then as it was.
    pub fn act_as_it_stands(&mut self, context: &Context, action: &Action) -> Result<Changes, ActError> {
        let changes = self.transact(action.name(), context, |tx| {
            let mut action = action.clone();
            action.set_bases(bases::standing(tx.sql, &action)?);
            verb(tx, &action)
        })?;
        self.after(action, changes)
    }

    /// What an action leaves to be done outside of its transaction.
    fn after(&mut self, action: &Action, mut changes: Changes) -> Result<Changes, ActError> {
        if let Action::Redact { .. } = action {
            changes.scrubbed = self.clean_up()?;
        }
        Ok(changes)
    }

    /// Sets a milestone's status to what `after` makes of the one that stands at that
    /// moment: for somebody who says only what shall change of it. `holds`: the
    /// translations of what is reworded still hold.
    ///
    /// # Errors
    /// Why it is refused; the store is then as it was.
    pub fn change_status(
        &mut self,
        context: &Context,
        milestone: &Id,
        after: impl FnOnce(&Status) -> Status,
        holds: bool,
    ) -> Result<Changes, ActError> {
        self.transact(ActionName::SetMilestoneStatus, context, |tx| {
            milestone::change(tx, milestone, after, holds)
        })
    }
}

fn verb(tx: &mut Tx<'_>, action: &Action) -> Result<(), ActError> {
    match action {
        Action::SetMilestoneStatus { milestone, status, bases, holds } => {
            milestone::set_status(tx, milestone, status, bases, *holds)
        }
        Action::Create { kind, id, fields } => entity::create(tx, *kind, id.as_ref(), fields),
        Action::Edit { id, fields, bases, holds } => entity::edit(tx, id, fields, bases, *holds),
        Action::Delete { id, bases } => entity::delete(tx, id, bases),
        Action::ApproveTranslation { id, field, bases } => translation::approve(tx, id, field, bases),
        Action::Resolve { id, field, value, bases } => conflict::resolve(tx, id, field, value, bases),
        Action::OpenCycle(asked) => cycle::open(tx, asked),
        Action::CloseCycle { cycle, bases } => cycle::close(tx, cycle, bases),
        Action::ReopenCycle { cycle, bases } => cycle::reopen(tx, cycle, bases),
        Action::SetSubmission { cycle, jurisdiction, state, bases } => {
            submission::set(tx, cycle, jurisdiction, state, bases)
        }
        Action::ClearItem { item, jurisdiction, content } => clearance::give(tx, item, jurisdiction, content),
        Action::WithdrawClearance { clearance, bases } => clearance::withdraw(tx, clearance, bases),
        Action::MergeChallenges { challenges, id, text, attribution, links } => {
            challenge::merge(tx, challenges, id.as_ref(), text, attribution, links.as_deref())
        }
        Action::IssueChallenges => challenge::issue(tx),
        Action::CarryOver { from, to, confidential } => cycle::carry_over(tx, from, to, *confidential),
        Action::AddLead { priority, jurisdiction, from, place, bases } => {
            let lead = Lead { jurisdiction: jurisdiction.clone(), from: *from, to: None };
            lead::add(tx, priority, lead, *place, bases)
        }
        Action::EndLead { priority, jurisdiction, to, bases } => {
            lead::end(tx, priority, jurisdiction, *to, bases)
        }
        Action::ClosePlan { workplan, lessons, bases } => workplan::close(tx, workplan, lessons, bases),
        Action::ReopenPlan { workplan, reason, bases } => workplan::reopen(tx, workplan, reason, bases),
        Action::ClonePlan { workplan, id, title, starts, ends } => {
            workplan::clone(tx, workplan, id.as_ref(), title, (*starts, *ends))
        }
        Action::Redact { id, field, changes } => redact::redact(tx, id, field, changes).map(drop),
        Action::ApproveDeck { cycle, jurisdiction, content } => {
            council::approve(tx, cycle, jurisdiction, content)
        }
        Action::WithdrawApproval { cycle, jurisdiction } => council::withdraw(tx, cycle, jurisdiction),
        Action::Undo => undo::undo(tx),
        Action::Redo => undo::redo(tx),
    }
}
