//! The plan as it stood, and what is different since.

use jalon_domain::Id;
use tauri::State;

use crate::failure::Outcome;
use crate::given::Given;
use crate::shell::Shell;
use crate::view::{Past, SinceView};

/// The plan and its board as of a moment, to be looked at only.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn view_as_of(shell: State<'_, Shell>, moment: String) -> Outcome<Past> {
    shell.with(|session| session.view_as_of(&moment))
}

/// What is different between two moments; the second is now when it is not given. Of one plan
/// and those that it follows, or of the current one and of whatever else there is.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn since(
    shell: State<'_, Shell>,
    from: String,
    to: Option<String>,
    workplan: Given<Option<Id>>,
) -> Outcome<SinceView> {
    shell.with(|session| session.since(&from, to.as_deref(), workplan.0.as_ref()))
}
