//! Backups, moving, other plans, what can be read of a damaged one, and removing a
//! value for good.

use jalon_domain::Id;
use jalon_store::WayOut;
use tauri::{State, WebviewWindow};
use tauri_plugin_dialog::DialogExt;

use crate::failure::{Outcome, Refused};
use crate::given::Given;
use crate::shell::Shell;
use crate::view::{BackupLine, Redaction, Start};
use crate::window;

/// The backups of the plan, the newest first.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn backups(shell: State<'_, Shell>) -> Outcome<Vec<BackupLine>> {
    shell.backups()
}

/// Makes a backup now.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn make_backup(shell: State<'_, Shell>) -> Outcome<BackupLine> {
    shell.make_backup()
}

/// Checks a backup as a whole; how many transactions it holds.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn verify_backup(shell: State<'_, Shell>, name: String) -> Outcome<usize> {
    shell.verify_backup(&name)
}

/// Puts a backup in the plan's place, and begins anew with it.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn restore_backup(window: WebviewWindow, shell: State<'_, Shell>, name: String) -> Outcome<Start> {
    let start = shell.restore_backup(&name)?;
    window::show_title(&window);
    Ok(start)
}

/// Asks for a new place by the system's own dialog and moves the plan there; `None` when
/// the dialog was cancelled.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn move_plan(window: WebviewWindow, shell: State<'_, Shell>) -> Outcome<Option<Start>> {
    let Some(chosen) = window.dialog().file().set_parent(&window).blocking_save_file() else {
        return Ok(None);
    };
    let to = chosen.into_path().map_err(Refused::by_the_system)?;
    let start = shell.move_plan(&to)?;
    shell.remember()?;
    Ok(Some(start))
}

/// Shows the plan where it was moved to, from now on.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn open_moved(window: WebviewWindow, shell: State<'_, Shell>) -> Outcome<Start> {
    let start = shell.open_moved()?;
    shell.remember()?;
    window::show_title(&window);
    Ok(start)
}

/// Opens the plan for looking only; of a damaged one, what can be read.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn open_read_only(window: WebviewWindow, shell: State<'_, Shell>) -> Outcome<Start> {
    let start = shell.open_read_only()?;
    window::show_title(&window);
    Ok(start)
}

/// Asks for a folder by the system's own dialog and writes what can be read of the plan
/// there; the files, `None` when the dialog was cancelled. `replace`: into the folder that was
/// chosen last, over what stands there.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn export_readable(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    replace: Option<bool>,
) -> Outcome<Option<Vec<String>>> {
    if let (Some(true), Some(folder)) = (replace, shell.readable_folder()) {
        return shell.export_readable(&folder, true).map(Some);
    }
    let Some(chosen) = window.dialog().file().set_parent(&window).blocking_pick_folder() else {
        return Ok(None);
    };
    let folder = chosen.into_path().map_err(Refused::by_the_system)?;
    shell.export_readable(&folder, false).map(Some)
}

/// What can be done about what is wrong with the plan's file.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn ways_out(shell: State<'_, Shell>) -> Vec<WayOut> {
    shell.ways_out()
}

/// Removes for good what a field has held: in all its changes, or in those named.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn redact(
    shell: State<'_, Shell>,
    id: Given<Id>,
    field: String,
    changes: Vec<String>,
    reason: String,
) -> Outcome<Redaction> {
    shell.with(|session| session.redact(&id.0, &field, &changes, reason))
}
