//! `jalon search TEXT`.

use jalon_domain::Failure;
use jalon_store::Found;
use jalon_words::key;
use serde_json::json;

use super::Outcome;
use super::excerpt::excerpt;
use crate::session::Session;
use crate::stop::Stop;

/// Finds text anywhere in the plan, in both languages.
pub fn search(session: &Session) -> Outcome {
    let text = session.text("text").unwrap_or_default();
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Stop::Usage(Failure::new("failure-usage-nothing-to-find")));
    }
    let store = session.store_to_read()?;
    let Found { hits, more } = store.search(text, &session.actor(&store)?)?;
    session.output.answer(
        || {
            if hits.is_empty() {
                return session.words.format(key::CLI_SEARCH_NONE, &[("text", text.into())]);
            }
            let line = |hit: &jalon_store::Hit| {
                let kind = session.words.kind(hit.kind);
                let args = [
                    ("kind", kind.into()),
                    ("id", hit.id.as_str().into()),
                    ("field", session.words.field(&hit.field).into()),
                    ("text", excerpt(&hit.text, &hit.marks).into()),
                ];
                session.words.format(key::CLI_SEARCH_FOUND, &args)
            };
            // What reads the same in both languages is found twice.
            let mut lines: Vec<String> = Vec::new();
            for line in hits.iter().map(line) {
                if !lines.contains(&line) {
                    lines.push(line);
                }
            }
            if more {
                let first = [("count", hits.len().into())];
                lines.push(session.words.format(key::CLI_SEARCH_MORE, &first));
            }
            lines.join("\n")
        },
        || json!({"ok": true, "hits": hits, "more": more}),
    )
}
