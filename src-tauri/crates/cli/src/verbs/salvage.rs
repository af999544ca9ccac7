//! `jalon salvage FOLDER`.

use std::path::Path;

use jalon_store::Store;
use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::session::Session;

/// Writes what can be read of a plan's file, damaged or not, into a folder: the plan as
/// a plan file and its history in words.
pub fn salvage(session: &Session) -> Outcome {
    let found = Store::salvage(&session.store_path()?)?;
    let reader = session.actor(&found.store)?;
    let folder = session.path("folder").unwrap_or(Path::new(""));
    let files = jalon_exchange::write_readable(&found.store, &reader, session.words, folder)?;
    let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    session.output.answer(
        || {
            let counts = [("count", found.transactions.into()), ("lost", found.lost.into())];
            let mut lines = vec![session.words.format(key::CLI_SALVAGE_DONE, &counts)];
            lines.extend(files.clone());
            lines.join("\n")
        },
        || json!({"ok": true, "files": files, "transactions": found.transactions, "lost": found.lost}),
    )
}
