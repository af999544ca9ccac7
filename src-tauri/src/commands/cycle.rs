//! Reporting cycles.

use jalon_domain::Id;
use jalon_domain::actor::OnBehalf;
use jalon_domain::clearance::ToClear;
use jalon_domain::lineage::Lineage;
use jalon_domain::submission::SubmissionState;
use jalon_store::Outstanding;
use tauri::State;

use crate::failure::Outcome;
use crate::given::Given;
use crate::shell::Shell;
use crate::view::CarriedOver;

/// Where each jurisdiction stands in a cycle.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn submissions(shell: State<'_, Shell>, cycle: Given<Id>) -> Outcome<Vec<SubmissionState>> {
    shell.with(|session| session.submissions(&cycle.0))
}

/// What jurisdictions are to clear in a cycle, and what they have cleared.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn clearances(shell: State<'_, Shell>, cycle: Given<Id>) -> Outcome<Vec<ToClear>> {
    shell.with(|session| session.clearances(&cycle.0))
}

/// What is left open in a cycle: what whoever closes it is to know.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn outstanding(shell: State<'_, Shell>, cycle: Given<Id>) -> Outcome<Outstanding> {
    shell.with(|session| session.outstanding(&cycle.0))
}

/// Where something comes from, and what became of it.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn lineage(shell: State<'_, Shell>, id: Given<Id>) -> Outcome<Lineage> {
    shell.with(|session| session.lineage(&id.0))
}

/// Carries everything unfinished in a cycle over into another, and says what was left to others.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn carry_over(
    shell: State<'_, Shell>,
    from: Given<Id>,
    to: Given<Id>,
    on_behalf: Given<Option<OnBehalf>>,
) -> Outcome<CarriedOver> {
    shell.with(|session| session.carry_over(&from.0, &to.0, on_behalf.0))
}
