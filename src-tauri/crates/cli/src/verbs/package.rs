//! `jalon package write FILE` and `jalon package read FILE`.

use std::path::Path;
use std::process::ExitCode;

use jalon_domain::Failure;
use jalon_exchange::{package_through, read_package, write_package};
use jalon_store::{Received, Receiver, Refused, Scrubbed, asks};
use jalon_words::{Key, faults, key};
use serde_json::json;

use super::{Outcome, waiting};
use crate::session::Session;

/// Writes what another store lacks.
pub fn write(session: &Session) -> Outcome {
    let path = session.path("file").unwrap_or(Path::new(""));
    let mut store = session.store()?;
    let sender = session.actor(&store)?;
    let after = session.path("after").map(package_through).transpose()?.unwrap_or_default();
    let receiver = match session.text("for") {
        Some("secretariat") => Receiver::Secretariat,
        _ => Receiver::Everybody,
    };
    let written = write_package(&mut store, &sender, (path, session.over()), &after, receiver)?;
    session.output.answer(
        || {
            let shown = path.to_string_lossy();
            let args = [("path", shown.as_ref().into()), ("count", written.transactions.into())];
            let mut lines = vec![session.words.format(key::CLI_PACKAGE_WRITTEN, &args)];
            if written.stubs > 0 {
                let args = [("count", written.stubs.into())];
                lines.push(session.words.format(key::CLI_PACKAGE_STUBS, &args));
            }
            if written.files > 0 {
                lines.push(session.words.format(key::CLI_PACKAGE_FILES, &[("count", written.files.into())]));
            }
            lines.join("\n")
        },
        || {
            let (transactions, stubs) = (written.transactions, written.stubs);
            json!({"ok": true, "transactions": transactions, "stubs": stubs, "files": written.files})
        },
    )
}

/// Takes in what another store wrote; exit code 1 when some of it was refused.
pub fn read(session: &Session) -> Outcome {
    let path = session.path("file").unwrap_or(Path::new(""));
    let mut store = session.store()?;
    let dry_run = session.arguments.get_flag("dry-run");
    let received = read_package(&mut store, session.now, path, dry_run)?;
    let asks = asks(&received.waiting, &store.plan()?);
    let failures: Vec<Failure> = received.refused.iter().map(Refused::failure).collect();
    let code = session.output.answer(
        || {
            let asks = asks.iter().map(|ask| session.words.failure(ask));
            told(session, &received, dry_run).into_iter().chain(asks).collect::<Vec<_>>().join("\n")
        },
        || {
            json!({
                "ok": received.refused.is_empty(),
                "dry_run": dry_run,
                "applied": received.applied,
                "completed": received.completed,
                "known": received.known,
                "stubs": received.stubs,
                "newer": received.newer,
                "files": received.files,
                "waiting": received.waiting,
                "ask": asks.iter().map(|ask| session.output.told(ask)).collect::<Vec<_>>(),
                "refused": received.refused,
                "failures": failures.iter().map(|failure| session.output.told(failure)).collect::<Vec<_>>(),
                "renewed": received.renewed,
                "late": received.late,
                "scrubbed": received.scrubbed,
                "orphans": received.orphans.iter().map(|it| session.output.told(it)).collect::<Vec<_>>(),
                "conflicts": received.conflicts,
            })
        },
    )?;
    // One answer: what was refused is said beside what came in.
    failures.iter().for_each(|failure| session.output.warn(failure));
    Ok(if failures.is_empty() { code } else { ExitCode::from(1) })
}

fn told(session: &Session, received: &Received, dry_run: bool) -> Vec<String> {
    let words = session.words;
    let mut lines = Vec::new();
    if dry_run {
        lines.push(words.text(key::CLI_PACKAGE_DRY));
    }
    let counts: [(Key, usize); 6] = [
        (key::CLI_PACKAGE_APPLIED, received.applied),
        (key::CLI_PACKAGE_COMPLETED, received.completed),
        (key::CLI_PACKAGE_KNOWN, received.known),
        (key::CLI_PACKAGE_KEPT, received.stubs),
        (key::CLI_PACKAGE_NEWER, received.newer),
        (key::CLI_PACKAGE_FILES, received.files),
    ];
    let told = |(key, count): (Key, usize)| words.format(key, &[("count", count.into())]);
    lines.extend(
        counts.into_iter().filter(|(key, count)| *count > 0 || *key == key::CLI_PACKAGE_APPLIED).map(told),
    );
    if let Some(renewed) = &received.renewed {
        lines.push(words.format(key::CLI_PACKAGE_RENEWED, &[("device", (&renewed.device).into())]));
    }
    let (deleted, fields): (Vec<_>, Vec<_>) =
        received.conflicts.iter().partition(|(_, field)| field == "$deleted");
    let disputed = match dry_run {
        true => [key::CLI_PACKAGE_DRY_CONFLICTS, key::CLI_PACKAGE_DRY_CONFLICTS_DELETED],
        false => [key::CLI_PACKAGE_CONFLICTS, key::CLI_PACKAGE_CONFLICTS_DELETED],
    };
    let disputed = disputed.into_iter().zip([fields.len(), deleted.len()]);
    lines.extend(disputed.filter(|(_, count)| *count > 0).map(told));
    lines.extend(received.orphans.iter().map(|it| words.failure(it)));
    let scrubbed = received.scrubbed.iter().flat_map(Scrubbed::told);
    lines.extend(scrubbed.map(|it| words.failure(&it)));
    lines.extend(received.late.iter().map(|it| words.failure(&faults::problem(&it.problem()))));
    lines.extend(received.waiting.iter().map(|it| waiting::told(it, words)));
    lines
}
