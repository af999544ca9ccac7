//! `jalon check`.

use jalon_domain::{Failure, Id};
use jalon_store::{Backups, asks, tell_correction};
use jalon_words::{council, faults, key};
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
    let plan = store.plan()?;
    let conflict = |(id, field): &(Id, String)| {
        Failure::new("failure-check-conflict")
            .text("id", id.as_str())
            .text("field", session.words.field(field))
    };
    let mut failures = report.damage;
    match Backups::of(store.path()).lost()? {
        Some(lost) => failures.push(lost.failure()),
        None => session.keep_safe(&store),
    }
    let actor = session.actor(&store)?;
    let hidden = store.hidden_from(&actor)?;
    failures.extend(report.conflicts.iter().filter(|(id, _)| !hidden.contains(id)).map(conflict));
    let problems = store.problems_for(&actor)?;
    failures.extend(problems.iter().filter(|it| !hidden.contains(&it.id)).map(faults::problem));
    let correct = |text: String| Failure::new("failure-check-to-correct").text("milestone", text);
    let corrections = store.corrections()?;
    failures.extend(corrections.iter().map(|it| correct(tell_correction(it, session.words, &plan))));
    let unissued = store.unissued(&actor)?;
    failures.extend(unissued.iter().map(|it| council::unissued(it.kind, &it.id, it.in_conflict, &plan)));
    // What waits is in no plan here yet, and whoever looks at it takes it for whole.
    failures.extend(asks(&store.waiting()?, &plan));
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
