//! Decks.

use jalon_domain::{Failure, Id, Lang};
use tauri::ipc::{InvokeBody, Request};
use tauri::{State, WebviewWindow};
use tauri_plugin_dialog::DialogExt;

use crate::failure::{Outcome, Refused};
use crate::given::{self, Given};
use crate::shell::Shell;
use crate::view::{ExportRequest, Exported};

/// Writes the decks asked for. Its arguments are one whole [`ExportRequest`].
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn export_deck(shell: State<'_, Shell>, request: Request<'_>) -> Outcome<Exported> {
    let request = read(request.body())?;
    shell.with(|session| session.export_deck(&request))
}

fn read(body: &InvokeBody) -> Outcome<ExportRequest> {
    let InvokeBody::Json(body) = body else { return Err(Refused::by_the_system("not JSON")) };
    given::whole(body)
}

/// What keeps these decks from going final; of the cycle that is being prepared where none is
/// named.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn deck_blockers(
    shell: State<'_, Shell>,
    langs: Vec<Lang>,
    cycle: Given<Option<Id>>,
) -> Outcome<Vec<Failure>> {
    shell.with(|session| session.deck_blockers(&langs, cycle.0.as_ref()))
}

/// What is wrong with the plan and keeps no deck back, but must be known.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn deck_warnings(shell: State<'_, Shell>, cycle: Given<Option<Id>>) -> Outcome<Vec<Failure>> {
    shell.with(|session| session.deck_warnings(cycle.0.as_ref()))
}

/// The folder that decks go to.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn export_folder(shell: State<'_, Shell>) -> Outcome<String> {
    shell.with(|session| Ok(session.export_folder()?.to_string_lossy().into_owned()))
}

/// Asks for another folder by the system's own dialog and keeps it; `None` when the
/// dialog was cancelled.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn choose_export_folder(
    window: WebviewWindow,
    shell: State<'_, Shell>,
) -> Outcome<Option<String>> {
    let now = shell.with(|session| session.export_folder())?;
    let dialog = window.dialog().file().set_parent(&window).set_directory(now);
    let Some(chosen) = dialog.blocking_pick_folder() else { return Ok(None) };
    let chosen = chosen.into_path().map_err(Refused::by_the_system)?;
    shell.with(|session| session.set_export_folder(&chosen))?;
    Ok(Some(chosen.to_string_lossy().into_owned()))
}
