//! The plan as a whole: beginning, first run, everything at once.

use jalon_domain::{Actor, Lang};
use tauri::{State, WebviewWindow};

use crate::failure::Outcome;
use crate::shell::Shell;
use crate::view::{Start, View};
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

/// Everything that the window shows.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn view(shell: State<'_, Shell>) -> Outcome<View> {
    shell.with(|session| session.view())
}
