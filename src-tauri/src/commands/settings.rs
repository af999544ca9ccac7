//! Settings of the window.

use jalon_domain::Lang;
use tauri::{State, WebviewWindow};

use crate::failure::Outcome;
use crate::shell::Shell;
use crate::window;

/// Keeps the language of the window, its title's included.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn set_language(window: WebviewWindow, shell: State<'_, Shell>, lang: Lang) -> Outcome<()> {
    let kept = shell.set_language(lang);
    window::show_title(&window);
    kept
}
