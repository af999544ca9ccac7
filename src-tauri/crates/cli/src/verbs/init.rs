//! `jalon init [--sample]`.

use std::path::Path;

use jalon_store::{OpenError, Store};
use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::session::Session;
use crate::stop::Stop;

/// Makes a new plan file; with `--sample`, with the sample plan in it.
pub fn init(session: &Session) -> Outcome {
    let path = session.store_path()?;
    let sample = session.arguments.get_flag("sample");
    let mut store = match Store::create(&path, session.now) {
        Err(exists @ OpenError::Exists(_)) if sample => empty(session, &path).ok_or(exists)?,
        made => made?,
    };
    if sample {
        store.install_sample(&jalon_exchange::sample(), session.now)?;
    }
    let done = if sample { key::CLI_INIT_SAMPLE_DONE } else { key::CLI_INIT_DONE };
    session.output.answer(
        || session.words.format(done, &[("path", path.display().to_string().into())]),
        || json!({"ok": true, "store": path.display().to_string(), "sample": sample}),
    )
}

/// The plan file that is there already, if nothing was ever put into it: `init` may
/// have been said without `--sample` first.
fn empty(session: &Session, path: &Path) -> Option<Store> {
    let store = Store::open(path, session.now).map_err(Stop::from).ok()?;
    store.is_empty().is_ok_and(|empty| empty).then_some(store)
}
