//! What can be read of a store, written out for people and for another store.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jalon_domain::policy::{self, Verb};
use jalon_domain::{Actor, Failure, Plan};
use jalon_store::{Store, tell};
use jalon_words::Words;

use crate::tabling::safe_name;
use crate::{Over, export_plan, write_over};

/// The names of the files of the plan itself.
const PLAN: &str = "plan.json";
const HISTORY: &str = "history.txt";

/// Writes the plan as a plan file, its history in words and the files of its tabled decks
/// into a folder, all or none; what `reader` may not see is left out, and so are tabled
/// files whose bytes are not there. For a store that was read as far as it could be.
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
    let mut files = vec![(folder.join(PLAN), plan_file), (folder.join(HISTORY), history.into_bytes())];
    files.extend(tabled(store, &plan).into_iter().map(|(name, bytes)| (folder.join(name), bytes)));
    let together: Vec<(&Path, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_path(), bytes.as_slice())).collect();
    write_over(&together, over).map_err(|error| error.failure())?;
    Ok(files.into_iter().map(|(path, _)| path).collect())
}

/// The files of all decks that were tabled, each once under a name that tells of which it
/// is: several versions, and decks of several stores, may name theirs alike.
fn tabled(store: &Store, plan: &Plan) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    for deck in plan.tabled_decks.values() {
        for file in &deck.files {
            let Ok(Some(bytes)) = store.kept_bytes(&file.digest) else { continue };
            let name = format!("{}-v{}-{}", deck.tabled_on, deck.version, safe_name(&file.name));
            match files.get(&name) {
                Some(other) if *other != bytes => files.insert(format!("{}-{name}", deck.id), bytes),
                _ => files.insert(name, bytes),
            };
        }
    }
    files
}
