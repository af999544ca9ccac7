//! `jalon export FILE`.

use std::path::Path;

use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::session::Session;

/// Writes the plan as JSON, to standard output for `-`; with `--confidential`, with the origins of challenges.
pub fn export(session: &Session) -> Outcome {
    let path = session.path("file").unwrap_or(Path::new(""));
    let store = session.store_to_read()?;
    let confidential = session.arguments.get_flag("confidential");
    let actor = session.actor(&store)?;
    let moment = session.recorded(&store, "as-of")?;
    let at = moment.as_ref().map(|moment| &moment.at);
    let bytes = jalon_exchange::export_plan_by(&store, &actor, at, confidential)?;
    if path == Path::new("-") {
        return session.output.bytes(&bytes);
    }
    jalon_exchange::write_over(&[(path, &bytes)], session.over())?;
    session.output.answer(
        || session.words.format(key::CLI_EXPORT_DONE, &[("path", path.display().to_string().into())]),
        || json!({"ok": true, "file": path.display().to_string(), "bytes": bytes.len()}),
    )
}
