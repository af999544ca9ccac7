//! `jalon plan late` and `jalon cycle late`.

use jalon_domain::plan::in_order;
use jalon_domain::{Actor, Id, Plan};
use jalon_store::{HistoryEntry, Teller};
use jalon_words::key;
use serde_json::json;

use super::Outcome;
use crate::given::readable;
use crate::session::Session;

/// Prints what arrived for a closed plan, or for each of them, after it was closed.
pub fn of_plans(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let reader = session.actor(&store)?;
    let plan = store.plan()?;
    let asked = session.text("plan").map(|_| session.workplan(&plan)).transpose()?;
    let all = in_order(plan.workplans.values());
    let mut found = Vec::new();
    for workplan in all.into_iter().filter(|it| asked.is_none_or(|asked| asked.id == it.id)) {
        let entries = store.late_changes(&workplan.id, &reader)?;
        let args = [("title", readable(&workplan.title, session).into())];
        let heading = session.words.format(key::CLI_PLAN_LATE_TITLE, &args);
        found.push(Late { heading, id: &workplan.id, entries });
    }
    found.retain(|late| !late.entries.is_empty());
    let mut unseen = false;
    for late in plan.workplans.keys().filter(|_| found.is_empty()) {
        unseen |= !store.late_changes(late, &Actor::secretariat())?.is_empty();
    }
    let none = if unseen { key::CLI_LATE_CONFIDENTIAL } else { key::CLI_PLAN_LATE_NONE };
    session.output.answer(
        || told(session, &plan, &found).unwrap_or_else(|| session.words.text(none)),
        || {
            let plans = found.iter().map(|late| json!({"plan": late.id, "late": late.entries}));
            json!({"ok": true, "plans": plans.collect::<Vec<_>>()})
        },
    )
}

/// Prints what was written for a closed cycle, or for each of them, without knowing that it
/// was closed.
pub fn of_cycles(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let reader = session.actor(&store)?;
    let plan = store.plan()?;
    let asked = session.text("id").map(|id| session.cycle(&plan, Some(id), None)).transpose()?;
    let mut found = Vec::new();
    for cycle in plan.cycles.values().filter(|it| asked.is_none_or(|(_, asked)| asked.id == it.id)) {
        let entries = store.late_in_cycle(&cycle.id, &reader)?;
        let heading = session.words.format(key::CLI_CYCLE_LATE_TITLE, &[("id", cycle.id.as_str().into())]);
        found.push(Late { heading, id: &cycle.id, entries });
    }
    found.retain(|late| !late.entries.is_empty());
    let mut unseen = false;
    for late in plan.cycles.keys().filter(|_| found.is_empty()) {
        unseen |= !store.late_in_cycle(late, &Actor::secretariat())?.is_empty();
    }
    let none = if unseen { key::CLI_LATE_CONFIDENTIAL } else { key::CLI_CYCLE_LATE_NONE };
    session.output.answer(
        || told(session, &plan, &found).unwrap_or_else(|| session.words.text(none)),
        || {
            let cycles = found.iter().map(|late| json!({"cycle": late.id, "late": late.entries}));
            json!({"ok": true, "cycles": cycles.collect::<Vec<_>>()})
        },
    )
}

/// What came late for one of them.
struct Late<'p> {
    heading: String,
    id: &'p Id,
    entries: Vec<HistoryEntry>,
}

/// `None` where nothing did.
fn told(session: &Session, plan: &Plan, found: &[Late<'_>]) -> Option<String> {
    let teller = Teller::new(session.words, plan);
    let lines = found.iter().flat_map(|late| {
        let entries = late.entries.iter().map(|entry| teller.entry(entry).line(session.words));
        [late.heading.clone()].into_iter().chain(entries)
    });
    if found.is_empty() { None } else { Some(lines.collect::<Vec<_>>().join("\n")) }
}
