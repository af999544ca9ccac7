//! `jalon search TEXT`.

use std::process::ExitCode;

use jalon_words::key;
use serde_json::json;

use super::{Outcome, refused};
use crate::session::Session;

/// Finds text anywhere in the plan, in both languages.
pub fn search(session: &Session) -> Outcome {
    let store = session.store().map_err(refused)?;
    let text = session.text("text").unwrap_or_default();
    let hits = store.search(text).map_err(|error| refused(error.failure()))?;
    session.output.answer(
        || {
            if hits.is_empty() {
                return session.words.format(key::CLI_SEARCH_NONE, &[("text", text.into())]);
            }
            let line = |hit: &jalon_store::Hit| {
                let kind = session.words.kind(hit.kind);
                let args =
                    [("kind", kind.into()), ("id", hit.id.as_str().into()), ("text", (&hit.text).into())];
                session.words.format(key::CLI_SEARCH_HIT, &args)
            };
            hits.iter().map(line).collect::<Vec<_>>().join("\n")
        },
        || json!({"ok": true, "hits": hits}),
    );
    Ok(ExitCode::SUCCESS)
}
