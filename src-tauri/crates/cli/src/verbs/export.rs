//! `jalon export FILE`.

use std::path::Path;
use std::process::ExitCode;

use jalon_domain::Failure;
use jalon_domain::policy::{self, Verb};
use jalon_words::key;
use serde_json::json;

use super::{Outcome, refused};
use crate::session::Session;

/// Writes the plan as JSON; with `--confidential`, with the origins of challenges.
pub fn export(session: &Session) -> Outcome {
    let path = session.path("file").map(|path| path.as_path()).unwrap_or(Path::new(""));
    let store = session.store().map_err(refused)?;
    let confidential = session.arguments.get_flag("confidential");
    let actor = session.actor(&store).map_err(refused)?;
    if confidential && policy::may(Verb::ReadOrigins, &actor, None, &[]).is_err() {
        return Err(refused(Failure::new("failure-origins")));
    }
    let bytes = jalon_exchange::export_plan(&store, confidential).map_err(refused)?;
    jalon_exchange::write_whole(path, &bytes).map_err(|error| refused(error.failure()))?;
    session.output.answer(
        || session.words.format(key::CLI_EXPORT_DONE, &[("path", path.display().to_string().into())]),
        || json!({"ok": true, "file": path.display().to_string(), "bytes": bytes.len()}),
    );
    Ok(ExitCode::SUCCESS)
}
