//! What was done, by whom and when.

use std::collections::BTreeMap;

use jalon_domain::Id;
use tauri::State;

use crate::failure::Outcome;
use crate::given::Given;
use crate::shell::Shell;
use crate::view::{FieldHead, History, HistoryRequest};

/// History of one entity, or of everything; newest first, all of it or a page.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn history(
    shell: State<'_, Shell>,
    id: Given<Option<Id>>,
    page: Option<HistoryRequest>,
) -> Outcome<History> {
    shell.with(|session| session.history_page(id.0.as_ref(), &page.unwrap_or_default()))
}

/// The current values of an entity's fields, with who said so.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn field_heads(
    shell: State<'_, Shell>,
    id: Given<Id>,
) -> Outcome<BTreeMap<String, Vec<FieldHead>>> {
    shell.with(|session| session.field_heads(&id.0))
}
