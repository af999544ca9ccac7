//! `jalon redact ID FIELD --reason TEXT [--change ID …]`.

use jalon_domain::Failure;
use jalon_store::{Context, Elsewhere};
use jalon_words::key;
use serde_json::{Value, json};

use super::Outcome;
use crate::find;
use crate::session::Session;
use crate::ways;

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
    let command = |other: &Elsewhere| {
        let reason = ways::as_one_word(session.text("reason").unwrap_or_default());
        let rest = format!("redact {} {} --reason {reason}", other.id, other.field);
        ways::command(session.path("store"), &rest)
    };
    session.output.answer(
        || {
            let backups = [("count", scrubbed.backups.len().into())];
            let said = match scrubbed.left.is_empty() {
                true => key::CLI_REDACT_DONE,
                false => key::CLI_REDACT_DONE_LEFT,
            };
            let said = (!scrubbed.later).then(|| session.words.format(said, &backups));
            let told = scrubbed.told();
            let told = told.iter().map(|it| session.words.failure(it));
            let mut lines: Vec<String> = said.into_iter().chain(told).collect();
            lines.extend(done.elsewhere.iter().map(|other| {
                let args = [
                    ("id", other.id.as_str().into()),
                    ("field", (&other.field).into()),
                    ("command", command(other).into()),
                ];
                let key = if other.now { key::CLI_REDACT_STANDS } else { key::CLI_REDACT_STOOD };
                session.words.format(key, &args)
            }));
            lines.join("\n")
        },
        || {
            let told = |other: &Elsewhere| {
                let Elsewhere { kind, id, field, now } = other;
                json!({"kind": kind, "id": id, "field": field, "now": now, "command": command(other)})
            };
            let elsewhere: Vec<Value> = done.elsewhere.iter().map(told).collect();
            json!({"ok": true, "txn": done.changes.txn, "scrubbed": scrubbed, "elsewhere": elsewhere})
        },
    )
}
