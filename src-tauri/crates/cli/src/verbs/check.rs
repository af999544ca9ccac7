//! `jalon check`.

use jalon_store::Backups;
use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::session::Session;
use crate::stop::Stop;

/// Verifies the file (structure, hash chains, projection) and lists the plan's
/// problems. Exit code 1 when there are any.
pub fn check(session: &Session) -> Outcome {
    // A damaged file is refused here already, with all that a check finds.
    let store = session.store_to_check()?;
    let report = store.check()?;
    let found = store.findings(&report, &session.actor(&store)?)?;
    let mut failures = report.damage;
    match Backups::of(store.path()).lost()? {
        Some(lost) => failures.push(lost.failure()),
        None => session.keep_safe(&store),
    }
    failures.extend(found);
    if !failures.is_empty() {
        return Err(Stop::Refused(failures));
    }
    session.output.answer(
        || {
            let transactions = [("count", report.transactions.into())];
            let entities = [("count", report.entities.into())];
            [
                session.words.text(key::CLI_CHECK_GOOD),
                session.words.format(key::CLI_CHECK_TRANSACTIONS, &transactions),
                session.words.format(key::CLI_CHECK_ENTITIES, &entities),
            ]
            .join("\n")
        },
        || json!({"ok": true, "transactions": report.transactions, "entities": report.entities}),
    )
}
