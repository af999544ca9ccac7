//! What is opened outside the window: addresses of the plan, and the folder of an
//! export. Nothing else is.

use jalon_domain::link::parse_address;
use jalon_words::faults::link_fault;
use tauri::{AppHandle, State};
use tauri_plugin_opener::OpenerExt;

use crate::failure::{Outcome, Refused};
use crate::shell::Shell;

/// Opens an address in the system's browser or mail program, after it was parsed
/// again: the page's word is not enough.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn open_link(app: AppHandle, address: String) -> Outcome<()> {
    let url = parse_address(&address).map_err(link_fault)?;
    app.opener().open_url(url, None::<&str>).map_err(Refused::by_the_system)
}

/// Shows the folder that decks were exported to, in the system's file manager.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn open_folder(app: AppHandle, shell: State<'_, Shell>, folder: String) -> Outcome<()> {
    let folder = shell.with(|session| session.exported_folder(&folder))?;
    app.opener().open_path(folder.to_string_lossy(), None::<&str>).map_err(Refused::by_the_system)
}
