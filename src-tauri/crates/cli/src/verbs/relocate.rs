//! `jalon move FILE`.

use std::path::Path;

use jalon_exchange::host;
use jalon_store::relocate;
use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::session::Session;

/// Moves the plan with its backups; the application's own is found again where it is.
pub fn relocate_store(session: &Session) -> Outcome {
    session.not_only_looking()?;
    let from = session.store_path()?;
    let is_own = session.path("store").is_none() || host::current_store().is_ok_and(|own| own == from);
    let to = relocate(&from, session.path("to").unwrap_or(Path::new("")))?;
    if is_own {
        host::set_current_store(&to)?;
    }
    session.output.answer(
        || session.words.format(key::CLI_MOVE_DONE, &[("path", to.display().to_string().into())]),
        || json!({"ok": true, "store": to.display().to_string()}),
    )
}
