//! The plan as a whole: beginning, first run, everything at once.

use std::path::Path;

use jalon_domain::{Actor, Id, Lang};
use jalon_store::LeftOpen;
use tauri::{State, WebviewWindow, Wry};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder};

use crate::failure::{Outcome, Refused};
use crate::given::Given;
use crate::shell::Shell;
use crate::view::{History, Start, View};
use crate::{watch, window};

/// Where the window begins.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn start(window: WebviewWindow, shell: State<'_, Shell>) -> Start {
    let start = shell.start();
    window::show_title(&window);
    watch::begin(&window);
    start
}

/// Makes the plan of a first run.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn create_plan(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    sample: bool,
    identity: Actor,
    lang: Lang,
) -> Outcome<View> {
    let view = shell.create_plan(sample, &identity, lang)?;
    window::show_title(&window);
    Ok(view)
}

/// Asks for another plan's file by the system's own dialog, and shows that plan; `None`
/// when the dialog was cancelled.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn open_plan(window: WebviewWindow, shell: State<'_, Shell>) -> Outcome<Option<Start>> {
    let Some(chosen) = dialog(&window, &shell).blocking_pick_file() else { return Ok(None) };
    let start = shell.open_plan(&chosen.into_path().map_err(Refused::by_the_system)?)?;
    shell.remember()?;
    window::show_title(&window);
    Ok(Some(start))
}

/// Asks for the file of a new plan, makes it, and shows its first run; `None` when the
/// dialog was cancelled.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn new_plan(window: WebviewWindow, shell: State<'_, Shell>) -> Outcome<Option<Start>> {
    let dialog = dialog(&window, &shell).set_file_name("plan.jalon");
    let Some(chosen) = dialog.blocking_save_file() else { return Ok(None) };
    let start = shell.new_plan(&chosen.into_path().map_err(Refused::by_the_system)?)?;
    shell.remember()?;
    window::show_title(&window);
    Ok(Some(start))
}

/// A file dialog that begins where the open plan is.
fn dialog(window: &WebviewWindow, shell: &State<'_, Shell>) -> FileDialogBuilder<Wry> {
    let dialog = window.dialog().file().set_parent(window);
    let folder = shell.path().ok().and_then(|path| path.parent().map(Path::to_owned));
    match folder {
        Some(folder) => dialog.set_directory(folder),
        None => dialog,
    }
}

/// What is left open in a plan: what whoever closes it is to know.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn left_open(shell: State<'_, Shell>, workplan: Given<Id>) -> Outcome<LeftOpen> {
    shell.with(|session| session.left_open(&workplan.0))
}

/// What arrived for a closed plan after it was closed, newest first.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn late_changes(shell: State<'_, Shell>, workplan: Given<Id>) -> Outcome<History> {
    shell.with(|session| session.late_changes(&workplan.0))
}

/// What was written for a closed reporting cycle without knowing that it was closed, newest
/// first.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn late_in_cycle(shell: State<'_, Shell>, cycle: Given<Id>) -> Outcome<History> {
    shell.with(|session| session.late_in_cycle(&cycle.0))
}

/// Everything that the window shows.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn view(shell: State<'_, Shell>) -> Outcome<View> {
    shell.with(|session| session.view())
}
