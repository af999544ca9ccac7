//! `jalon check`.

use std::process::ExitCode;

use jalon_domain::problem::problems;
use jalon_domain::{Failure, Id};
use jalon_words::{faults, key};
use serde_json::json;

use super::{Outcome, refused};
use crate::session::Session;

/// Verifies the file (structure, hash chains, projection) and lists the plan's
/// problems. Exit code 1 when there are any.
pub fn check(session: &Session) -> Outcome {
    let store = session.store().map_err(refused)?;
    let report = store.check().map_err(|error| refused(error.failure()))?;
    let plan = store.plan().map_err(|error| refused(error.failure()))?;
    let conflict = |(id, field): &(Id, String)| {
        Failure::new("failure-check-conflict")
            .text("id", id.as_str())
            .text("field", session.words.field(field))
    };
    let mut failures = report.damage;
    failures.extend(report.conflicts.iter().map(conflict));
    failures.extend(problems(&plan).iter().map(faults::problem));
    if !failures.is_empty() {
        return Err(failures);
    }
    session.output.answer(
        || {
            let verified = [("count", report.transactions.into())];
            let verified = session.words.format(key::CLI_CHECK_TRANSACTIONS, &verified);
            format!("{}\n{verified}", session.words.text(key::CLI_CHECK_GOOD))
        },
        || json!({"ok": true, "transactions": report.transactions}),
    );
    Ok(ExitCode::SUCCESS)
}
