//! Which heads an action would touch, for callers that had no form to show.

use std::collections::BTreeSet;

use jalon_domain::Action;
use jalon_domain::action::Bases;
use jalon_domain::texts::field_of;
use rusqlite::Connection;
use serde_json::{Map, Value};

use crate::journal::DELETED;
use crate::journal::row::Row;
use crate::{Store, Trouble, fields, submission};

impl Store {
    /// The current heads of the fields that an action touches, for a form that is to
    /// be shown. Fields that hold nothing yet are named with no heads. Whoever shows
    /// no form asks [`Store::act_as_it_stands`] instead: between this and an action
    /// others may write.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn bases_for(&self, action: &Action) -> Result<Bases, Trouble> {
        self.reading(|sql| standing(sql, action))
    }
}

/// The heads, at this moment of the file, of the fields that an action touches.
pub(crate) fn standing(sql: &Connection, action: &Action) -> Result<Bases, Trouble> {
    let submission;
    let id = match action {
        Action::SetMilestoneStatus { milestone: id, .. }
        | Action::Edit { id, .. }
        | Action::Delete { id, .. }
        | Action::ApproveTranslation { id, .. }
        | Action::Resolve { id, .. }
        | Action::CloseCycle { cycle: id, .. }
        | Action::ReopenCycle { cycle: id, .. }
        | Action::WithdrawClearance { clearance: id, .. }
        | Action::AddLead { priority: id, .. }
        | Action::EndLead { priority: id, .. }
        | Action::ClosePlan { workplan: id, .. }
        | Action::ReopenPlan { workplan: id, .. } => id,
        Action::SetSubmission { cycle, jurisdiction, .. } => {
            submission = submission::find(sql, cycle, jurisdiction)?;
            let Some(id) = &submission else { return Ok(Bases::new()) };
            id
        }
        _ => return Ok(Bases::new()),
    };
    let row = Row::read(sql, id)?;
    let heads = |name: String| {
        let ids = row.as_ref().map(|row| row.head_ids(&name)).unwrap_or_default();
        (name, ids)
    };
    Ok(touched(row.as_ref(), action).into_iter().map(heads).collect())
}

/// The journal fields that an action touches, each once: both sides of a text may
/// be named in one edit.
fn touched(row: Option<&Row>, action: &Action) -> BTreeSet<String> {
    match action {
        Action::SetMilestoneStatus { .. } => ["status".to_owned()].into(),
        Action::Edit { fields, .. } => row.map(|row| edited(row, fields)).unwrap_or_default(),
        Action::Delete { .. } | Action::WithdrawClearance { .. } => [DELETED.to_owned()].into(),
        Action::CloseCycle { .. }
        | Action::ReopenCycle { .. }
        | Action::SetSubmission { .. }
        | Action::ClosePlan { .. }
        | Action::ReopenPlan { .. } => ["state".to_owned()].into(),
        Action::AddLead { .. } | Action::EndLead { .. } => ["leads".to_owned()].into(),
        Action::ApproveTranslation { field, .. } => match field_of(field) {
            whole if whole == field => {
                ["en", "fr", "translation"].map(|part| format!("{whole}.{part}")).into()
            }
            // A text inside another field stands and falls with it.
            whole => [whole.to_owned()].into(),
        },
        Action::Resolve { field, .. } => [field.clone()].into(),
        _ => BTreeSet::new(),
    }
}

/// The journal fields that an edit of these fields may touch: all of a bilingual
/// text even when only one side is edited, and the field around a text inside it.
fn edited(row: &Row, given: &Map<String, Value>) -> BTreeSet<String> {
    let names = given.keys().filter_map(|name| row.kind.def().field(field_of(name)));
    names.flat_map(fields::journal_fields).collect()
}
