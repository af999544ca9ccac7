//! `jalon redact ID FIELD --reason TEXT [--change ID …]`.

use jalon_domain::Failure;
use jalon_store::Context;
use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::find;
use crate::session::Session;

/// Destroys what a field held, in the plan, its history, the search index and the
/// backups, and says what a person still has to look at.
pub fn redact(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let said = session.text("id").unwrap_or_default();
    let unknown = || Failure::new("failure-store-unknown").text("id", said);
    let id = find::id(&store.plan()?, said).ok_or_else(unknown)?;
    let reason = session.text("reason").map(str::to_owned);
    let context = Context { reason, ..session.context(&store, None)? };
    let changes: Vec<String> = session.arguments.get_many("change").into_iter().flatten().cloned().collect();
    let done = store.redact(&context, &id, session.text("field").unwrap_or_default(), &changes)?;
    let scrubbed = &done.scrubbed;
    session.output.answer(
        || {
            let backups = [("count", scrubbed.backups.len().into())];
            let mut lines = vec![session.words.format(key::CLI_REDACT_DONE, &backups)];
            let named = |key, names: &[String]| {
                let line = |name: &String| session.words.format(key, &[("name", name.into())]);
                names.iter().map(line).collect::<Vec<_>>()
            };
            lines.extend(named(key::REDACTION_LEFT, &scrubbed.left));
            lines.extend(named(key::REDACTION_KEPT_FILE, &scrubbed.kept_files));
            lines.join("\n")
        },
        || json!({"ok": true, "txn": done.changes.txn, "scrubbed": scrubbed}),
    )
}
