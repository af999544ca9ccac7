//! `jalon plan late` and `jalon cycle late`.

use jalon_domain::plan::in_order;
use jalon_domain::{Id, Plan};
use jalon_store::{HistoryTold, Teller, Trouble};
use jalon_words::{Key, key};
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
    let mut all = in_order(plan.workplans.values());
    all.retain(|it| asked.is_none_or(|asked| asked.id == it.id));
    let late = all.into_iter().map(|workplan| {
        let args = [("title", readable(&workplan.title, session).into())];
        let heading = session.words.format(key::CLI_PLAN_LATE_TITLE, &args);
        Ok(Late { heading, id: &workplan.id, told: store.late_changes_told(&workplan.id, &reader)? })
    });
    answer(session, &plan, late.collect::<Result<_, Trouble>>()?, ["plans", "plan"], key::CLI_PLAN_LATE_NONE)
}

/// Prints what was written for a closed cycle, or for each of them, without knowing that it
/// was closed.
pub fn of_cycles(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let reader = session.actor(&store)?;
    let plan = store.plan()?;
    let asked = session.text("id").map(|id| session.cycle(&plan, Some(id), None)).transpose()?;
    let all = plan.cycles.values().filter(|it| asked.is_none_or(|(_, asked)| asked.id == it.id));
    let late = all.map(|cycle| {
        let heading = session.words.format(key::CLI_CYCLE_LATE_TITLE, &[("id", cycle.id.as_str().into())]);
        Ok(Late { heading, id: &cycle.id, told: store.late_in_cycle_told(&cycle.id, &reader)? })
    });
    answer(
        session,
        &plan,
        late.collect::<Result<_, Trouble>>()?,
        ["cycles", "cycle"],
        key::CLI_CYCLE_LATE_NONE,
    )
}

/// What came late for one of them.
struct Late<'p> {
    heading: String,
    id: &'p Id,
    told: HistoryTold,
}

/// Prints it, in JSON under these names; `none`: the words for nothing.
fn answer(
    session: &Session,
    plan: &Plan,
    mut found: Vec<Late<'_>>,
    [list, item]: [&str; 2],
    none: Key,
) -> Outcome {
    let none =
        if found.iter().any(|late| late.told.withheld) { key::PROBLEM_LATE_CONFIDENTIAL } else { none };
    found.retain(|late| !late.told.entries.is_empty());
    session.output.answer(
        || told(session, plan, &found).unwrap_or_else(|| session.words.text(none)),
        || {
            let late = found.iter().map(|late| json!({item: late.id, "late": late.told.entries}));
            json!({"ok": true, list: late.collect::<Vec<_>>()})
        },
    )
}

/// `None` where nothing did.
fn told(session: &Session, plan: &Plan, found: &[Late<'_>]) -> Option<String> {
    let teller = Teller::new(session.words, plan);
    let lines = found.iter().flat_map(|late| {
        let entries = late.told.entries.iter().map(|entry| teller.entry(entry).line(session.words));
        [late.heading.clone()].into_iter().chain(entries)
    });
    if found.is_empty() { None } else { Some(lines.collect::<Vec<_>>().join("\n")) }
}
