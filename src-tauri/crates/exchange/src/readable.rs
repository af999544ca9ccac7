//! What can be read of a store, written out for people and for another store.

use std::path::{Path, PathBuf};

use jalon_domain::policy::{self, Verb};
use jalon_domain::{Actor, Failure};
use jalon_store::{Store, tell};
use jalon_words::Words;

use crate::{Over, export_plan, write_over};

/// The names of the two files.
const PLAN: &str = "plan.json";
const HISTORY: &str = "history.txt";

/// Writes the plan as a plan file and its history in words into a folder, both or
/// neither; what `reader` may not see is left out. For a store that was read as far as
/// it could be.
///
/// # Errors
/// When the store cannot be read or the files cannot be written.
pub fn write_readable(
    store: &Store,
    reader: &Actor,
    words: &Words,
    (folder, over): (&Path, Over),
) -> Result<Vec<PathBuf>, Failure> {
    let confidential = policy::may(Verb::ReadOrigins, reader, None, &[]).is_ok();
    let plan_file = export_plan(store, confidential)?;
    let plan = store.plan().map_err(|trouble| trouble.failure())?;
    let entries = store.history(None).map_err(|trouble| trouble.failure())?;
    let entries = entries.into_iter().filter_map(|entry| entry.for_reader(reader));
    let history: String = entries.map(|entry| tell(&entry, words, &plan).line(words) + "\n").collect();
    let files = [folder.join(PLAN), folder.join(HISTORY)];
    write_over(&[(&files[0], &plan_file), (&files[1], history.as_bytes())], over)
        .map_err(|error| error.failure())?;
    Ok(files.into())
}
