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

static BEGUN: Once = Once::new();

/// Verifies the plan, now that the window shows it, and watches it from then on. Said
/// again, it does nothing.
pub(crate) fn begin(window: &WebviewWindow) {
    let window = window.clone();
    BEGUN.call_once(|| drop(thread::spawn(move || watch(&window))));
}

fn watch(window: &WebviewWindow) {
    let shell = window.state::<Shell>();
    let (mut damage, mut trouble) = (None, None);
    loop {
        tell(window, shell.verify().err(), &mut damage);
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
    if let Some(Refused(failure)) = refused.as_ref().filter(|refused| told.as_ref() != Some(refused)) {
        // A page that is gone has nobody to tell.
        let _ = window.emit(FAILURE, failure);
    }
    *told = refused;
}
