//! `jalon cycle …`.

use std::collections::BTreeSet;

use jalon_domain::action::OpenCycle;
use jalon_domain::clearance::{Clearing, ToClear};
use jalon_domain::submission::{SubmissionState, submissions};
use jalon_domain::{Action, Bilingual, Cycle, Id, Meeting, Plan};
use jalon_exchange::host;
use jalon_store::CarriedOver;
use jalon_words::{Value, key};
use serde_json::json;

use super::approvals::unissued;
use super::{Outcome, act, left};
use crate::given::{abbreviation, readable};
use crate::session::Session;

/// Prints the cycles of a plan, by the days of their meetings.
pub fn list(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let plan = store.plan()?;
    let workplan = session.workplan(&plan)?;
    let mut cycles: Vec<(&Meeting, &Cycle)> = plan
        .cycles
        .values()
        .filter_map(|cycle| Some((plan.meetings.get(&cycle.meeting)?, cycle)))
        .filter(|(meeting, _)| meeting.workplan == workplan.id)
        .collect();
    cycles.sort_by_key(|(meeting, cycle)| (meeting.date, &cycle.id));
    session.output.answer(
        || match cycles.as_slice() {
            [] => session.words.text(key::CLI_CYCLE_NONE),
            cycles => {
                let lines: Vec<String> =
                    cycles.iter().map(|(meeting, cycle)| heading(session, meeting, cycle)).collect();
                lines.join("\n")
            }
        },
        || {
            let told = |(meeting, cycle): &(&Meeting, &Cycle)| json!({"cycle": cycle, "meeting": meeting});
            json!({"ok": true, "plan": workplan.id, "cycles": cycles.iter().map(told).collect::<Vec<_>>()})
        },
    )
}

fn heading(session: &Session, meeting: &Meeting, cycle: &Cycle) -> String {
    let state = [("state", session.words.code("state", &cycle.state).into())];
    let args: Vec<_> = of_meeting(session, meeting, cycle).into_iter().chain(state).collect();
    session.words.format(key::CLI_CYCLE_LINE, &args)
}

/// Prints where each jurisdiction stands in a cycle, and what is still to be cleared.
pub fn status(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let actor = session.actor(&store)?;
    let (plan, to_issue) = (store.plan_for(&actor)?, store.unissued(&actor)?);
    let workplan = session.text("plan").map(|_| session.workplan(&plan)).transpose()?;
    let (meeting, cycle) = session.cycle(&plan, session.text("id"), workplan)?;
    let today = host::today(session.now);
    let submissions = submissions(&plan, &cycle.id, today);
    let conflicted = store.surroundings(today)?.conflicted;
    let clearances = store.clearances(&cycle.id, &actor)?;
    session.output.answer(
        || {
            let mut lines = vec![heading(session, meeting, cycle)];
            lines.extend(dates(session, cycle));
            let expected = submissions.iter().filter(|it| it.expected).count();
            let count = [("count", expected.into()), ("all", submissions.len().into())];
            lines.push(format!("\n{}", session.words.format(key::CLI_CYCLE_SUBMISSIONS, &count)));
            lines.extend(submissions.iter().map(|it| submission(session, &plan, it, today, &conflicted)));
            let open: Vec<&ToClear> = clearances.iter().filter(|it| it.state != Clearing::Cleared).collect();
            let count = [("count", open.len().into()), ("all", clearances.len().into())];
            lines.push(format!("\n{}", session.words.format(key::CLI_CYCLE_CLEARANCES, &count)));
            lines.extend(open.into_iter().map(|it| clearance(session, &plan, it)));
            lines.join("\n") + &unissued(&to_issue, session.words, &plan)
        },
        || {
            json!({"ok": true, "cycle": cycle, "meeting": meeting, "submissions": submissions,
                "clearances": clearances, "unissued": to_issue})
        },
    )
}

fn dates(session: &Session, cycle: &Cycle) -> Vec<String> {
    let day = |key, day: Option<chrono::NaiveDate>| {
        Some(session.words.format(key, &[("date", session.words.day(day?).into())]))
    };
    let known = [
        day(key::CLI_CYCLE_OPENING, cycle.opens),
        day(key::CLI_CYCLE_SUBMISSIONS_BY, cycle.submissions_due),
        day(key::CLI_CYCLE_APPROVALS_BY, cycle.approvals_due),
    ];
    let known: Vec<String> = known.into_iter().flatten().collect();
    if known.is_empty() { Vec::new() } else { vec![known.join(" · ")] }
}

fn submission(
    session: &Session,
    plan: &Plan,
    it: &SubmissionState,
    today: chrono::NaiveDate,
    conflicted: &BTreeSet<Id>,
) -> String {
    let mut state = vec![session.words.code("submission", &it.state)];
    state.extend(it.days_overdue.map(|days| session.words.overdue(days, today)));
    if it.submission.as_ref().is_some_and(|id| conflicted.contains(id)) {
        state.push(session.words.text(key::CLI_BOARD_CONFLICT));
    }
    if it.items > 0 && it.expected {
        // It has written something, and has not said that this is all.
        state.push(session.words.format(key::CLI_CYCLE_WRITTEN, &[("count", it.items.into())]));
    }
    let args = [
        ("jurisdiction", abbreviation(plan, &it.jurisdiction, session).into()),
        ("state", state.join(" · ").into()),
    ];
    format!("  {}", session.words.format(key::CLI_CYCLE_SUBMISSION, &args))
}

/// One item that a jurisdiction is still to clear.
pub fn clearance(session: &Session, plan: &Plan, it: &ToClear) -> String {
    let args = [
        ("jurisdiction", abbreviation(plan, &it.jurisdiction, session).into()),
        ("kind", session.words.kind(it.kind).into()),
        ("id", it.item.as_str().into()),
        ("text", readable(&it.text, session).into()),
        ("state", session.words.code("clearing", it.state.code()).into()),
    ];
    format!("  {}", session.words.format(key::CLI_CYCLE_CLEARANCE, &args))
}

/// Opens a cycle.
pub fn open(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let plan = store.plan()?;
    let context = session.context(&store, session.on_behalf(&plan)?)?;
    let meeting = session.id("meeting")?;
    let workplan = match (&meeting, session.text("plan")) {
        (Some(_), None) => None,
        _ => Some(session.workplan(&plan)?.id.clone()),
    };
    let place = session.text("place").map(|place| Bilingual::from_source(session.words.lang(), place));
    let asked = OpenCycle {
        id: session.id("id")?,
        meeting,
        workplan,
        name: session.pair(),
        date: session.day("date")?,
        place,
        opens: session.day("opens")?,
        submissions_due: session.day("submissions-due")?,
        approvals_due: session.day("approvals-due")?,
    };
    let changes = store.act_as_it_stands(&context, &Action::OpenCycle(asked))?;
    let after = store.plan()?;
    let made = changes.heads.keys().find_map(|id| after.cycles.get(id));
    session.output.answer(
        || {
            let Some((meeting, cycle)) = made.and_then(|it| Some((after.meetings.get(&it.meeting)?, it)))
            else {
                return String::new();
            };
            let mut lines = vec![heading(session, meeting, cycle)];
            lines.extend(dates(session, cycle));
            lines.extend(still_meant(session, &after, meeting, cycle));
            lines.join("\n")
        },
        || json!({"ok": true, "txn": changes.txn, "conflicts": changes.conflicts, "cycle": made}),
    )
}

/// That another cycle is open still, and is the one that is meant where none is named.
fn still_meant(session: &Session, plan: &Plan, meeting: &Meeting, made: &Cycle) -> Option<String> {
    let (other, cycle) = plan.current_cycle(&meeting.workplan).filter(|(_, cycle)| cycle.id != made.id)?;
    Some(session.words.format(key::CLI_CYCLE_STILL_MEANT, &of_meeting(session, other, cycle)))
}

/// The names of a cycle that messages take.
pub(super) fn of_meeting<'w>(
    session: &Session,
    meeting: &Meeting,
    cycle: &'w Cycle,
) -> [(&'static str, Value<'w>); 3] {
    [
        ("id", cycle.id.as_str().into()),
        ("meeting", readable(&meeting.name, session).into()),
        ("date", session.words.day(meeting.date).into()),
    ]
}

/// Closes a cycle, and says what is left open in it.
pub fn close(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let plan = store.plan()?;
    let (meeting, cycle) = session.cycle(&plan, session.text("id"), None)?;
    let context = session.context(&store, session.on_behalf(&plan)?)?;
    let action = Action::CloseCycle { cycle: cycle.id.clone(), bases: Default::default() };
    let changes = store.act_as_it_stands(&context, &action)?;
    let left = store.outstanding(&cycle.id, session.today(), &context.actor)?;
    session.output.answer(
        || {
            let closed = session.words.format(key::CLI_CYCLE_CLOSED, &of_meeting(session, meeting, cycle));
            [vec![closed], left::in_cycle(session, &plan, &cycle.id, &left)].concat().join("\n")
        },
        || json!({"ok": true, "txn": changes.txn, "conflicts": changes.conflicts, "left": left}),
    )
}

/// Opens a closed cycle again.
pub fn reopen(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let plan = store.plan()?;
    let (meeting, cycle) = session.cycle(&plan, session.text("id"), None)?;
    let args = of_meeting(session, meeting, cycle);
    let action = Action::ReopenCycle { cycle: cycle.id.clone(), bases: Default::default() };
    act(session, &mut store, &action, || session.words.format(key::CLI_CYCLE_REOPENED, &args))
}

/// Carries what is unfinished in one cycle over into another.
pub fn carry_over(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let plan = store.plan()?;
    let id = |name: &str| -> Result<Id, crate::stop::Stop> {
        Ok(session.cycle(&plan, session.text(name), None)?.1.id.clone())
    };
    let (from, to) = (id("from")?, id("to")?);
    let context = session.context(&store, session.on_behalf(&plan)?)?;
    let CarriedOver { done, left } = store.carry_over(&context, &from, &to)?;
    let carried: usize = done.iter().map(|changes| changes.upserted.len()).sum();
    session.output.answer(
        || {
            let cycle = plan.cycles.get(&to);
            let named = cycle.and_then(|cycle| Some((plan.meetings.get(&cycle.meeting)?, cycle)));
            let Some((meeting, cycle)) = named else { return String::new() };
            let count = [("count", carried.into())];
            let args: Vec<_> = of_meeting(session, meeting, cycle).into_iter().chain(count).collect();
            let mut lines = vec![session.words.format(key::CLI_CYCLE_CARRIED, &args)];
            if left > 0 {
                lines.push(session.words.format(key::CYCLE_LEFT_TO_CARRY, &[("count", left.into())]));
            }
            lines.join("\n")
        },
        || {
            let txns: Vec<&str> = done.iter().map(|changes| changes.txn.as_str()).collect();
            json!({"ok": true, "txns": txns, "carried": carried, "left": left})
        },
    )
}
