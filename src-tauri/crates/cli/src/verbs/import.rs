//! `jalon import FILE [--dry-run]`.

use std::path::Path;
use std::process::ExitCode;

use jalon_domain::{Id, Kind};
use jalon_words::key;
use serde_json::json;

use super::{Outcome, refused};
use crate::session::Session;

/// Brings a plan file in: creates and edits by id, never deletes; all or nothing.
pub fn import(session: &Session) -> Outcome {
    let path = session.path("file").map(|path| path.as_path()).unwrap_or(Path::new(""));
    let bytes = jalon_exchange::load(path).map_err(|error| refused(error.failure()))?;
    let mut store = session.store().map_err(refused)?;
    let context = session.context(&store, None).map_err(refused)?;
    let dry_run = session.arguments.get_flag("dry-run");
    let import = jalon_exchange::import_plan(&mut store, &context, &bytes, dry_run)?;
    session.output.answer(
        || {
            let named = |key, list: &[(Kind, Id)]| {
                let line = |(kind, id): &(Kind, Id)| {
                    let kind = session.words.kind(*kind);
                    session.words.format(key, &[("what", format!("{kind} {id}").into())])
                };
                list.iter().map(line).collect::<Vec<_>>()
            };
            let mut lines = Vec::new();
            if dry_run {
                lines.push(session.words.text(key::CLI_IMPORT_DRY));
                lines.extend(named(key::CLI_IMPORT_CREATED, &import.created));
                lines.extend(named(key::CLI_IMPORT_EDITED, &import.edited));
            }
            let counts = [
                ("created", import.created.len().into()),
                ("edited", import.edited.len().into()),
                ("unchanged", import.unchanged.into()),
            ];
            lines.push(session.words.format(key::CLI_IMPORT_COUNTS, &counts));
            lines.join("\n")
        },
        || {
            json!({
                "ok": true,
                "dry_run": dry_run,
                "created": import.created,
                "edited": import.edited,
                "unchanged": import.unchanged,
            })
        },
    );
    Ok(ExitCode::SUCCESS)
}
