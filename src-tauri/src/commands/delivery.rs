//! Packages, what waits, what is disputed, and the file's device.

use jalon_store::{Receiver, Reissue, Renewed};
use tauri::{State, WebviewWindow};
use tauri_plugin_dialog::DialogExt;

use crate::failure::{Outcome, Refused};
use crate::shell::Shell;
use crate::view::{Disputed, Reception, Sent, Waits};
use crate::window;

/// Asks where to write a package by the system's own dialog, and writes it; `None`
/// when a dialog was cancelled. `secretariat`: for the secretariat's eyes. `answering`: asks
/// first for a package that came from whom it is for, and writes only what they lack.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn write_package(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    secretariat: bool,
    answering: Option<bool>,
) -> Outcome<Option<Sent>> {
    let receiver = if secretariat { Receiver::Secretariat } else { Receiver::Everybody };
    let dialog = || window.dialog().file().set_parent(&window);
    let mut after = None;
    if answering == Some(true) {
        let Some(chosen) = dialog().blocking_pick_file() else { return Ok(None) };
        after = Some(chosen.into_path().map_err(Refused::by_the_system)?);
    }
    let Some(chosen) = dialog().blocking_save_file() else { return Ok(None) };
    let path = chosen.into_path().map_err(Refused::by_the_system)?;
    shell.with(|session| session.write_package(&path, receiver, after.as_deref())).map(Some)
}

/// Asks for a package by the system's own dialog, and takes it in; `None` when the
/// dialog was cancelled. `dry_run`: only says what that would do.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn read_package(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    dry_run: Option<bool>,
) -> Outcome<Option<Reception>> {
    let Some(chosen) = window.dialog().file().set_parent(&window).blocking_pick_file() else {
        return Ok(None);
    };
    let path = chosen.into_path().map_err(Refused::by_the_system)?;
    let reception = shell.with(|session| session.read_package(&path, dry_run.unwrap_or_default()))?;
    window::show_title(&window);
    Ok(Some(reception))
}

/// What has come and waits for something that has not, and whom to ask for that.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn waiting(shell: State<'_, Shell>) -> Outcome<Waits> {
    shell.with(|session| session.waiting())
}

/// Everything that somebody must choose between.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn disputes(shell: State<'_, Shell>) -> Outcome<Vec<Disputed>> {
    shell.with(|session| session.disputes())
}

/// Takes a new device for the file; `from`, also for what it wrote from there on.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn renew_device(shell: State<'_, Shell>, from: Option<Reissue>) -> Outcome<Renewed> {
    shell.with(|session| session.renew_device(from.as_ref()))
}
