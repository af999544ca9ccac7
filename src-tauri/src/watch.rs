//! Looks, a few times a second, whether another process has written to the plan, and
//! tells the page. The look is cheap: SQLite counts the commits of others.

use std::sync::Once;
use std::thread;
use std::time::Duration;

use tauri::{Emitter, Manager, WebviewWindow};

use crate::failure::Refused;
use crate::shell::Shell;
use crate::window::{self, FAILURE};

/// The event that carries a [`crate::view::Patch`].
const PLAN_CHANGED: &str = "plan-changed";

/// How long a change of others may go unseen.
const PAUSE: Duration = Duration::from_millis(300);

/// After how many looks it is asked whether a day has passed since the last backup.
const LOOKS_BETWEEN_BACKUPS: u64 = 2000;

static BEGUN: Once = Once::new();

/// Verifies the plan, now that the window shows it, and watches it from then on. Said
/// again, it does nothing.
pub(crate) fn begin(window: &WebviewWindow) {
    let window = window.clone();
    BEGUN.call_once(|| drop(thread::spawn(move || watch(&window))));
}

fn watch(window: &WebviewWindow) {
    let shell = window.state::<Shell>();
    let (mut damage, mut trouble, mut backup) = (None, None, None);
    for look in 0_u64.. {
        tell(window, shell.verify().err(), &mut damage);
        if look.is_multiple_of(LOOKS_BETWEEN_BACKUPS) {
            tell(window, shell.back_up_if_due().err(), &mut backup);
        }
        let looked = shell.changes_by_others();
        if let Ok(Some(patch)) = &looked {
            let _ = window.emit(PLAN_CHANGED, patch);
            window::show_title(window);
        }
        tell(window, looked.err(), &mut trouble);
        thread::sleep(PAUSE);
    }
}

/// Tells the page what went wrong, once for as long as it lasts.
fn tell(window: &WebviewWindow, refused: Option<Refused>, told: &mut Option<Refused>) {
    if let Some(refused) = refused.as_ref().filter(|refused| told.as_ref() != Some(refused)) {
        // A page that is gone has nobody to tell.
        let _ = window.emit(FAILURE, refused);
    }
    *told = refused;
}
