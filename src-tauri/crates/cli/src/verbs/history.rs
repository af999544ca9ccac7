//! `jalon history [ID]`.

use jalon_domain::{Actor, Failure, Id, Plan};
use jalon_store::{HistoryEntry, HistoryPage, HistoryTold, Store, Teller};
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
    let plan = store.plan_for(&reader)?;
    let id = session.text("id").map(|said| known(&store, &reader, &plan, said)).transpose()?;
    let (from, to) = (session.moment(&store, "from")?, session.moment(&store, "to")?);
    let limit = session.arguments.get_one::<i64>("limit");
    let page = HistoryPage {
        of: id.as_ref(),
        with_children: session.arguments.get_flag("with-children"),
        after: from.as_ref().map(|moment| &moment.at),
        until: to.as_ref().map(|moment| &moment.at),
        before: None,
        limit: limit.and_then(|limit| usize::try_from(*limit).ok()),
        reader: Some(&reader),
    };
    let HistoryTold { entries, withheld } = store.history_told(&page)?;
    session.output.answer(
        || {
            if withheld {
                return session.words.text(key::HISTORY_WITHHELD);
            }
            if entries.is_empty() {
                let bounded = from.is_some() || to.is_some();
                let key = if bounded { key::CLI_HISTORY_NONE_THEN } else { key::CLI_HISTORY_NONE };
                return session.words.text(key);
            }
            let teller = Teller::new(session.words, &plan);
            let line = |entry: &HistoryEntry| {
                let args =
                    [("line", teller.entry(entry).line(session.words).into()), ("id", (&entry.txn).into())];
                session.words.format(key::CLI_HISTORY_LINE, &args)
            };
            entries.iter().map(line).collect::<Vec<_>>().join("\n")
        },
        || json!({"ok": true, "history": entries}),
    )
}

/// Something that the journal knows, deleted or not, and of which the reader may know.
fn known(store: &Store, reader: &Actor, plan: &Plan, said: &str) -> Result<Id, Stop> {
    let unknown = || Failure::new("failure-store-unknown").text("id", said);
    let id = find::id(plan, said).ok_or_else(unknown)?;
    if store.heads_for(&id, reader)?.is_empty() { Err(unknown().into()) } else { Ok(id) }
}
