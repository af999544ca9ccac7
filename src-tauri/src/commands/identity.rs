//! Who the user says to be.

use jalon_domain::Actor;
use tauri::State;

use crate::failure::Outcome;
use crate::shell::Shell;

/// Keeps who the user says to be.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn set_identity(shell: State<'_, Shell>, identity: Actor) -> Outcome<()> {
    shell.with(|session| session.set_identity(&identity))
}
