//! `jalon history [ID]`.

use jalon_domain::{Failure, Id, Plan};
use jalon_store::{HistoryEntry, Store};
use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::find;
use crate::session::Session;
use crate::stop::Stop;

/// Prints what was done, newest first; with an id (or a number on the board), only
/// what touched that entity. What whoever asks may not see is left out.
pub fn history(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let reader = session.actor(&store)?;
    let plan = store.plan()?;
    let id = session.text("id").map(|said| known(&store, &plan, said)).transpose()?;
    let entries = store.history(id.as_ref())?.into_iter();
    let entries: Vec<HistoryEntry> = entries.filter_map(|entry| entry.for_reader(&reader)).collect();
    session.output.answer(
        || {
            if entries.is_empty() {
                return session.words.text(key::CLI_HISTORY_NONE);
            }
            let line = |entry| jalon_store::tell(entry, session.words, &plan).line(session.words);
            entries.iter().map(line).collect::<Vec<_>>().join("\n")
        },
        || json!({"ok": true, "history": entries}),
    )
}

/// Something that the journal knows, deleted or not.
fn known(store: &Store, plan: &Plan, said: &str) -> Result<Id, Stop> {
    let unknown = || Failure::new("failure-store-unknown").text("id", said);
    let id = find::id(plan, said).ok_or_else(unknown)?;
    if store.heads(&id)?.is_empty() { Err(unknown().into()) } else { Ok(id) }
}
