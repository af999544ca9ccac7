//! Milestones.

use jalon_domain::action::Bases;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Id, Status};
use tauri::State;

use crate::failure::Outcome;
use crate::given::Given;
use crate::shell::Shell;
use crate::view::Patch;

/// Sets a milestone's status. `holds`: the translations of what is reworded still hold.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn set_milestone_status(
    shell: State<'_, Shell>,
    milestone: Given<Id>,
    status: Status,
    bases: Bases,
    holds: bool,
    on_behalf: Given<Option<OnBehalf>>,
) -> Outcome<Patch> {
    shell.with(|session| session.set_milestone_status(milestone.0, status, bases, holds, on_behalf.0))
}
