//! `jalon plan late` and `jalon cycle late`.

use jalon_domain::plan::in_order;
use jalon_domain::{Actor, Id, Plan};
use jalon_store::{HistoryEntry, Teller, Trouble};
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
        Late::read(heading, &workplan.id, &reader, |who| store.late_changes(&workplan.id, who))
    });
    answer(session, &plan, late.collect::<Result<_, _>>()?, ["plans", "plan"], key::CLI_PLAN_LATE_NONE)
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
        Late::read(heading, &cycle.id, &reader, |who| store.late_in_cycle(&cycle.id, who))
    });
    answer(session, &plan, late.collect::<Result<_, _>>()?, ["cycles", "cycle"], key::CLI_CYCLE_LATE_NONE)
}

/// What came late for one of them.
struct Late<'p> {
    heading: String,
    id: &'p Id,
    entries: Vec<HistoryEntry>,
    /// Whether something did of which whoever asks may see nothing.
    hidden: bool,
}

impl<'p> Late<'p> {
    fn read(
        heading: String,
        id: &'p Id,
        reader: &Actor,
        late: impl Fn(&Actor) -> Result<Vec<HistoryEntry>, Trouble>,
    ) -> Result<Late<'p>, Trouble> {
        let entries = late(reader)?;
        let hidden = entries.is_empty() && !late(&Actor::secretariat())?.is_empty();
        Ok(Late { heading, id, entries, hidden })
    }
}

/// Prints it, in JSON under these names; `none`: the words for nothing.
fn answer(
    session: &Session,
    plan: &Plan,
    mut found: Vec<Late<'_>>,
    [list, item]: [&str; 2],
    none: Key,
) -> Outcome {
    let none = if found.iter().any(|late| late.hidden) { key::PROBLEM_LATE_CONFIDENTIAL } else { none };
    found.retain(|late| !late.entries.is_empty());
    session.output.answer(
        || told(session, plan, &found).unwrap_or_else(|| session.words.text(none)),
        || {
            let late = found.iter().map(|late| json!({item: late.id, "late": late.entries}));
            json!({"ok": true, list: late.collect::<Vec<_>>()})
        },
    )
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
