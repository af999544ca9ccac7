//! Reporting cycles.

use jalon_domain::Id;
use jalon_domain::actor::OnBehalf;
use jalon_domain::clearance::ToClear;
use jalon_domain::lineage::Lineage;
use jalon_domain::submission::SubmissionState;
use tauri::State;

use crate::failure::Outcome;
use crate::shell::Shell;
use crate::view::Patch;

/// Where each jurisdiction stands in a cycle.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn submissions(shell: State<'_, Shell>, cycle: Id) -> Outcome<Vec<SubmissionState>> {
    shell.with(|session| session.submissions(&cycle))
}

/// What jurisdictions are to clear in a cycle, and what they have cleared.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn clearances(shell: State<'_, Shell>, cycle: Id) -> Outcome<Vec<ToClear>> {
    shell.with(|session| session.clearances(&cycle))
}

/// Where something comes from, and what became of it.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn lineage(shell: State<'_, Shell>, id: Id) -> Outcome<Lineage> {
    shell.with(|session| session.lineage(&id))
}

/// Carries everything unfinished in a cycle over into another.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn carry_over(
    shell: State<'_, Shell>,
    from: Id,
    to: Id,
    on_behalf: Option<OnBehalf>,
) -> Outcome<Patch> {
    shell.with(|session| session.carry_over(&from, &to, on_behalf))
}
