//! From an action to its verb.

use jalon_domain::Action;

use crate::{ActError, Changes, Context, Store};
use crate::{conflict, entity, milestone, translation, undo};

impl Store {
    /// Does one action, as one transaction. When this returns, it is durable.
    ///
    /// # Errors
    /// Why it is refused; the store is then as it was.
    pub fn act(&mut self, context: &Context, action: &Action) -> Result<Changes, ActError> {
        self.transact(action.name(), context, |tx| match action {
            Action::SetMilestoneStatus { milestone, status, bases } => {
                milestone::set_status(tx, milestone, status, bases)
            }
            Action::Create { kind, id, fields } => entity::create(tx, *kind, id.as_ref(), fields),
            Action::Edit { id, fields, bases, holds } => entity::edit(tx, id, fields, bases, *holds),
            Action::Delete { id, bases } => entity::delete(tx, id, bases),
            Action::ApproveTranslation { id, field, bases } => translation::approve(tx, id, field, bases),
            Action::Resolve { id, field, value, bases } => conflict::resolve(tx, id, field, value, bases),
            Action::Undo => undo::undo(tx),
            Action::Redo => undo::redo(tx),
        })
    }
}
