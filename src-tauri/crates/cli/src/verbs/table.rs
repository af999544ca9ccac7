//! `jalon table` and `jalon erratum`.

use std::path::PathBuf;

use chrono::NaiveDate;
use jalon_domain::{Bilingual, Failure, Id};
use jalon_exchange::{TableRequest, table_files, table_final};
use jalon_store::Store;
use jalon_words::key;
use serde_json::json;

use super::tabled::{named, told_corrected, told_line};
use super::{Outcome, approvals};
use crate::session::Session;
use crate::stop::Stop;

/// Tables the deck: keeps the files that are named, or makes the final decks and keeps
/// them.
pub fn table(session: &Session) -> Outcome {
    tabling(session, None)
}

/// Tables another version of what was tabled last, which says what it corrects.
pub fn erratum(session: &Session) -> Outcome {
    let note = session.text("note").unwrap_or_default();
    tabling(session, Some(Bilingual::from_source(session.words.lang(), note)))
}

fn tabling(session: &Session, erratum: Option<Bilingual>) -> Outcome {
    let files: Vec<PathBuf> = session.arguments.get_many("file").into_iter().flatten().cloned().collect();
    if files.is_empty() && !session.arguments.get_flag("final") {
        return Err(Stop::Usage(Failure::new("failure-table-what")));
    }
    let tabled_on = day(session)?;
    let mut store = session.store()?;
    let corrects = corrected(session, &store, erratum.is_some())?;
    let request = TableRequest { tabled_on, erratum, corrects, cycle: approvals::cycle(session)? };
    let context = session.context(&store, None)?;
    let tabled = if files.is_empty() {
        table_final(&mut store, &context, &request)?
    } else {
        table_files(&mut store, &context, &request, &files)?
    };
    let plan = store.plan()?;
    let remarks: Vec<String> =
        tabled.remarks.iter().map(|remark| session.words.failure(&remark.failure())).collect();
    session.output.answer(
        || {
            let mut lines = vec![told_line(&tabled.deck, &plan, session.words)];
            lines.extend(told_corrected(&tabled.deck, &plan, session.words));
            lines.extend(tabled.deck.files.iter().map(|file| format!("  {}", file.name)));
            lines.extend(remarks.iter().cloned());
            lines.push(session.words.text(key::CLI_TABLE_DONE));
            lines.join("\n")
        },
        || json!({"ok": true, "txn": tabled.changes.txn, "tabled": tabled.deck, "remarks": remarks}),
    )
}

/// The deck that an erratum names: of the cycle that is named, else of the one that is being
/// prepared.
fn corrected(session: &Session, store: &Store, is_erratum: bool) -> Result<Option<Id>, Stop> {
    let Some(said) = is_erratum.then(|| session.text("of")).flatten() else { return Ok(None) };
    let plan = store.plan()?;
    let workplan = plan.current_workplan();
    let current = workplan.and_then(|workplan| plan.current_cycle(&workplan.id));
    let cycle = approvals::cycle(session)?.or(current.map(|(_, cycle)| cycle.id.clone()));
    Ok(Some(named(store, cycle.as_ref(), Some(said))?.id))
}

fn day(session: &Session) -> Result<Option<NaiveDate>, Stop> {
    let Some(said) = session.text("on") else { return Ok(None) };
    let unread = || Stop::Usage(Failure::new("failure-table-day").text("value", said));
    said.parse().map(Some).map_err(|_| unread())
}
