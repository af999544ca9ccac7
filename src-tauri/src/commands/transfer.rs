//! Plan files in and out, and a check of the whole.

use jalon_domain::actor::OnBehalf;
use tauri::{State, WebviewWindow};
use tauri_plugin_dialog::DialogExt;

use crate::failure::{Outcome, Refused};
use crate::given::Given;
use crate::shell::Shell;
use crate::view::{Checked, Imported};
use crate::window;

/// Asks for a plan file by the system's own dialog and brings it in, or only says what that
/// would do; `None` when the dialog was cancelled.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn import_plan(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    dry_run: bool,
    on_behalf: Given<Option<OnBehalf>>,
) -> Outcome<Option<Imported>> {
    let Some(chosen) = window.dialog().file().set_parent(&window).blocking_pick_file() else {
        return Ok(None);
    };
    let path = chosen.into_path().map_err(Refused::by_the_system)?;
    let imported = shell.with(|session| session.import_plan(&path, dry_run, on_behalf.0))?;
    window::show_title(&window);
    Ok(Some(imported))
}

/// Asks where to write the plan as a plan file by the system's own dialog, and writes it, as
/// it stands or as of a moment; its file, `None` when the dialog was cancelled.
/// `confidential`: with the origins of challenges.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn export_plan(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    as_of: Option<String>,
    confidential: bool,
) -> Outcome<Option<String>> {
    let dialog = window.dialog().file().set_parent(&window).set_file_name("plan.json");
    let Some(chosen) = dialog.blocking_save_file() else { return Ok(None) };
    let path = chosen.into_path().map_err(Refused::by_the_system)?;
    shell.with(|session| session.export_plan(&path, as_of.as_deref(), confidential))?;
    Ok(Some(path.to_string_lossy().into_owned()))
}

/// Checks the whole file and the plan.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn check(shell: State<'_, Shell>) -> Outcome<Checked> {
    shell.with(|session| session.check())
}
