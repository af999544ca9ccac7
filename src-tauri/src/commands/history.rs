//! What was done, by whom and when.

use std::collections::BTreeMap;

use jalon_domain::Id;
use tauri::State;

use crate::failure::Outcome;
use crate::shell::Shell;
use crate::view::{FieldHead, HistoryLine};

/// History of one entity, or of everything; newest first.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn history(shell: State<'_, Shell>, id: Option<Id>) -> Outcome<Vec<HistoryLine>> {
    shell.with(|session| session.history(id.as_ref()))
}

/// The current values of an entity's fields, with who said so.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn field_heads(shell: State<'_, Shell>, id: Id) -> Outcome<BTreeMap<String, Vec<FieldHead>>> {
    shell.with(|session| session.field_heads(&id))
}
