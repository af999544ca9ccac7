//! `jalon undo` and `jalon redo`.

use jalon_domain::Action;
use jalon_store::{Changes, HistoryPage, Store, tell};
use serde_json::json;

use super::Outcome;
use crate::session::Session;
use crate::stop::Stop;

/// How far back the history is looked through for what was just done: another program may
/// have written since.
const RECENT: usize = 20;

/// Takes one's own latest action back.
pub fn undo(session: &Session) -> Outcome {
    act(session, &Action::Undo)
}

/// Does again what was taken back last.
pub fn redo(session: &Session) -> Outcome {
    act(session, &Action::Redo)
}

fn act(session: &Session, action: &Action) -> Outcome {
    let mut store = session.store()?;
    let context = session.context(&store, None)?;
    let changes = store.act(&context, action)?;
    let told = told(session, &store, &changes)?;
    session.output.answer(
        || told.clone().unwrap_or_else(|| session.words.action(action.name())),
        || json!({"ok": true, "txn": changes.txn, "conflicts": changes.conflicts, "told": told}),
    )
}

/// What was taken back or done again, as history tells it.
fn told(session: &Session, store: &Store, changes: &Changes) -> Result<Option<String>, Stop> {
    let reader = session.actor(store)?;
    let page = HistoryPage { limit: Some(RECENT), reader: Some(&reader), ..HistoryPage::default() };
    let entries = store.history_page(&page)?;
    let plan = store.plan_for(&reader)?;
    let entry = entries.iter().find(|entry| entry.txn == changes.txn);
    Ok(entry.map(|entry| tell(entry, session.words, &plan).sentence(session.words)))
}
