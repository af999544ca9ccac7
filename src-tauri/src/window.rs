//! The window itself: how it comes up, its title, and what a second start does.

use std::path::{Path, PathBuf};

use jalon_domain::Failure;
use jalon_exchange::host;
use tauri::{AppHandle, Emitter, Manager, WebviewWindow};
use tauri_plugin_window_state::StateFlags;

use crate::arguments::{Arguments, asked_by_another};
use crate::clock::Clock;
use crate::commands;
use crate::shell::Shell;

/// The label of the one window in `tauri.conf.json`.
const MAIN: &str = "main";

/// The event by which the page is told, unasked, that something went wrong; its
/// payload is a [`Failure`].
pub(crate) const FAILURE: &str = "failure";

/// Shows the window until it is closed.
///
/// # Errors
/// Where no window can be shown, or the clock that was given is none.
pub fn run(arguments: Arguments) -> Result<(), Failure> {
    can_show_windows()?;
    let place = arguments.store.map_or_else(default_store, Ok);
    // A path is kept absolute: dialogs change the working folder on some systems.
    let place = place.map(|path| std::path::absolute(&path).unwrap_or(path));
    let shell = Shell::new(place, Clock::of_environment()?);
    // What the window remembers is where it stood; whether it was hidden is no part of that.
    let remembered = StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED;
    tauri::Builder::default()
        .plugin(tauri_plugin_single_instance::init(|app, said, folder| answer_second(app, &said, &folder)))
        .plugin(tauri_plugin_window_state::Builder::new().with_state_flags(remembered).build())
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::Builder::new().open_js_links_on_click(false).build())
        .manage(shell)
        .setup(|app| {
            // The file is read while the web view starts; the first command waits for it.
            let app = app.handle().clone();
            std::thread::spawn(move || app.state::<Shell>().open());
            Ok(())
        })
        .invoke_handler(commands::all())
        .run(tauri::generate_context!())
        .map_err(no_window)
}

fn default_store() -> Result<PathBuf, Failure> {
    host::current_store().map_err(|failure| match failure.code.as_str() {
        "failure-no-home" => Failure::new("failure-shell-no-home"),
        _ => failure,
    })
}

/// Puts the plan's title over the window.
pub(crate) fn show_title(window: &WebviewWindow) {
    if let Some(title) = window.state::<Shell>().title() {
        // A title that the system refuses is no reason to refuse what was done.
        let _ = window.set_title(&title);
    }
}

/// Brings the first window forward, and says so when the second start meant another plan.
fn answer_second(app: &AppHandle, said: &[String], folder: &str) {
    let Some(window) = app.get_webview_window(MAIN) else { return };
    // A window manager may refuse each of these; the others still help.
    let _ = (window.unminimize(), window.show(), window.set_focus());
    let shell = app.state::<Shell>();
    let (Some(other), Ok(open)) = (asked_by_another(said, folder), shell.path()) else { return };
    if !is_same_file(&other, &open) {
        let failure = Failure::new("failure-shell-other-plan")
            .text("path", other.to_string_lossy())
            .text("open", open.to_string_lossy());
        let _ = window.emit(FAILURE, failure);
    }
}

/// Whether two paths lead to one file. What was handed over may have lost bytes that
/// are no text, so the path as it can be shown counts too.
fn is_same_file(a: &Path, b: &Path) -> bool {
    let real = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
    real(a) == real(b) || a.to_string_lossy() == b.to_string_lossy()
}

/// GTK ends the program where it finds no display; asked beforehand, it only says no.
#[cfg(target_os = "linux")]
fn can_show_windows() -> Result<(), Failure> {
    gtk::init().map_err(|_| Failure::new("failure-shell-no-display"))
}

/// Windows and macOS always have a display for a program that somebody started.
#[cfg(not(target_os = "linux"))]
fn can_show_windows() -> Result<(), Failure> {
    Ok(())
}

fn no_window(error: tauri::Error) -> Failure {
    Failure::new("failure-shell-window").text("detail", error.to_string())
}
