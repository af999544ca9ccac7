//! `jalon salvage FOLDER`.

use std::path::Path;

use jalon_domain::Failure;
use jalon_domain::problem::ProblemKind;
use jalon_store::Store;
use jalon_words::{faults, key};
use serde_json::json;

use super::Outcome;
use crate::session::Session;
use crate::stop::Stop;

/// Writes what can be read of a plan's file, damaged or not, into a folder: the plan as
/// a plan file, its history in words, and the files of the decks that were tabled.
pub fn salvage(session: &Session) -> Outcome {
    let found = Store::salvage(&session.store_path()?)?;
    let reader = session.actor(&found.store)?;
    let folder = session.path("folder").unwrap_or(Path::new(""));
    let files =
        jalon_exchange::write_readable(&found.store, &reader, session.words, (folder, session.over()))?;
    let mut not_shown = not_shown(&found.store)?;
    let lost = |name: &String| Failure::new("failure-council-file-not-here").text("name", name);
    not_shown.extend(found.lost_files.iter().map(lost));
    let files: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
    session.output.answer(
        || {
            let counts = [
                ("count", found.transactions.into()),
                ("lost", found.lost.into()),
                ("missing", not_shown.len().into()),
            ];
            let mut lines = vec![session.words.format(key::CLI_SALVAGE_DONE, &counts)];
            lines.extend(not_shown.iter().map(|failure| session.words.failure(failure)));
            lines.extend(files.clone());
            lines.join("\n")
        },
        || {
            json!({"ok": true, "files": files, "transactions": found.transactions, "lost": found.lost,
            "not_shown": not_shown.iter().map(|failure| session.output.told(failure)).collect::<Vec<_>>()})
        },
    )
}

/// What stands in the file and is written out nowhere, because nothing can refer to it.
fn not_shown(store: &Store) -> Result<Vec<Failure>, Stop> {
    let hidden = store.hidden_problems()?.into_iter();
    let nameless = hidden.filter(|problem| matches!(problem.what, ProblemKind::NoIdentifier(_)));
    Ok(nameless.map(|problem| faults::problem(&problem)).collect())
}
