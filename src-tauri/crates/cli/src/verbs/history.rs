//! `jalon history [ID]`.

use std::process::ExitCode;

use jalon_domain::{Failure, Id};
use jalon_words::key;
use serde_json::json;

use super::{Outcome, refused};
use crate::session::Session;

/// Prints what was done, newest first; with an id, only what touched that entity.
pub fn history(session: &Session) -> Outcome {
    let store = session.store().map_err(refused)?;
    let id = match session.text("id") {
        Some(said) => Some(
            Id::parse(said)
                .ok_or_else(|| refused(Failure::new("failure-entity-unknown").text("id", said)))?,
        ),
        None => None,
    };
    let entries = store.history(id.as_ref()).map_err(|error| refused(error.failure()))?;
    session.output.answer(
        || {
            if entries.is_empty() {
                return session.words.text(key::CLI_HISTORY_NONE);
            }
            let told =
                entries.iter().map(|entry| jalon_store::tell(entry, session.words, &store.plan().unwrap_or_default()).line(session.words));
            told.collect::<Vec<_>>().join("\n")
        },
        || json!({"ok": true, "history": entries}),
    );
    Ok(ExitCode::SUCCESS)
}
