//! Finding text.

use jalon_store::Found;
use tauri::State;

use crate::failure::Outcome;
use crate::shell::Shell;

/// Texts of the plan that hold every word of `text`.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn search(shell: State<'_, Shell>, text: String) -> Outcome<Found> {
    shell.with(|session| session.search(&text))
}
