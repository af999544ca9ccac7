//! Any action, and taking actions back.

use jalon_domain::Action;
use jalon_domain::actor::OnBehalf;
use serde_json::{Map, Value};
use tauri::{State, WebviewWindow};

use crate::failure::Outcome;
use crate::given::Given;
use crate::shell::Shell;
use crate::view::Patch;
use crate::window;

/// Does an action.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn act(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    action: Map<String, Value>,
    on_behalf: Given<Option<OnBehalf>>,
) -> Outcome<Patch> {
    done(&window, &shell, &Action::from_object(action)?, on_behalf.0)
}

/// Takes back one's own latest action.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn undo(window: WebviewWindow, shell: State<'_, Shell>) -> Outcome<Patch> {
    done(&window, &shell, &Action::Undo, None)
}

/// Does again what was last taken back.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn redo(window: WebviewWindow, shell: State<'_, Shell>) -> Outcome<Patch> {
    done(&window, &shell, &Action::Redo, None)
}

fn done(
    window: &WebviewWindow,
    shell: &Shell,
    action: &Action,
    on_behalf: Option<OnBehalf>,
) -> Outcome<Patch> {
    let patch = shell.with(|session| session.act(action, on_behalf))?;
    window::show_title(window);
    Ok(patch)
}
