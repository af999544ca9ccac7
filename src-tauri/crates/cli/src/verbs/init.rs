//! `jalon init [--sample]`.

use std::process::ExitCode;

use jalon_store::Store;
use jalon_words::key;
use serde_json::json;

use super::{Outcome, refused};
use crate::session::Session;

/// Makes a new plan file; with `--sample`, with the sample plan in it.
pub fn init(session: &Session) -> Outcome {
    let path = session.store_path().map_err(refused)?;
    let mut store = Store::create(&path, session.now).map_err(|error| refused(error.failure()))?;
    let sample = session.arguments.get_flag("sample");
    if sample {
        let objects = jalon_exchange::sample();
        store.install_sample(&objects, session.now).map_err(|error| refused(error.failure()))?;
    }
    let done = if sample { key::CLI_INIT_SAMPLE_DONE } else { key::CLI_INIT_DONE };
    session.output.answer(
        || session.words.format(done, &[("path", path.display().to_string().into())]),
        || json!({"ok": true, "store": path.display().to_string(), "sample": sample}),
    );
    Ok(ExitCode::SUCCESS)
}
