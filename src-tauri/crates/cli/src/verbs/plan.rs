//! `jalon plan …`.

use std::collections::BTreeMap;

use jalon_domain::plan::in_order;
use jalon_domain::{Action, Bilingual, Failure, Id, Plan, PlanDate, Workplan};
use jalon_words::key;
use serde_json::json;

use super::{Outcome, act, left};
use crate::given::readable;
use crate::session::Session;
use crate::stop::Stop;

/// Prints the plans of the store; the current one is marked.
pub fn list(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let plan = store.plan()?;
    let current = plan.current_workplan().map(|it| &it.id);
    let all = in_order(plan.workplans.values());
    session.output.answer(
        || {
            if all.is_empty() {
                return session.words.text(key::CLI_BOARD_EMPTY);
            }
            let lines: Vec<String> =
                all.iter().map(|it| line(session, it, Some(&it.id) == current)).collect();
            lines.join("\n")
        },
        || json!({"ok": true, "current": current, "plans": all}),
    )
}

fn line(session: &Session, workplan: &Workplan, current: bool) -> String {
    let (starts, ends) = (workplan.starts.map(PlanDate::Day), workplan.ends.map(PlanDate::Day));
    let mut state = vec![session.words.code("state", &workplan.state)];
    state.extend(session.words.dates(starts.as_ref(), ends.as_ref()));
    if current {
        state.push(session.words.text(key::CLI_PLAN_CURRENT));
    }
    let args = [
        ("id", workplan.id.as_str().into()),
        ("title", readable(&workplan.title, session).into()),
        ("state", state.join(" · ").into()),
    ];
    session.words.format(key::CLI_PLAN_LINE, &args)
}

/// Closes a plan with the lessons learned, and says what is left open in it.
pub fn close(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let plan = store.plan()?;
    let workplan = session.workplan(&plan)?;
    let said = session.arguments.get_many::<String>("lesson").into_iter().flatten();
    let lessons = said.map(|said| lesson(session, &plan, workplan, said));
    let action = Action::ClosePlan {
        workplan: workplan.id.clone(),
        lessons: lessons.collect::<Result<BTreeMap<_, _>, Stop>>()?,
        bases: Default::default(),
    };
    let context = session.context(&store, session.on_behalf(&plan)?)?;
    let changes = store.act_as_it_stands(&context, &action)?;
    let left = store.left_open(&workplan.id)?;
    session.output.answer(
        || {
            let title = [("title", readable(&workplan.title, session).into())];
            let closed = session.words.format(key::CLI_PLAN_CLOSED_NOW, &title);
            [vec![closed], left::in_plan(session, &plan, &workplan.id, &left)].concat().join("\n")
        },
        || json!({"ok": true, "txn": changes.txn, "conflicts": changes.conflicts, "left": left}),
    )
}

/// `2=Begin earlier`: the number or id of a priority, and its lessons in the language of
/// the words.
fn lesson(session: &Session, plan: &Plan, workplan: &Workplan, said: &str) -> Result<(Id, Bilingual), Stop> {
    let wrong = || Stop::Usage(Failure::new("failure-usage-lesson").text("value", said));
    let (name, text) = said.split_once('=').filter(|(_, text)| !text.trim().is_empty()).ok_or_else(wrong)?;
    let priorities = plan.priorities_of(&workplan.id);
    let place = name.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
    let by_number = place.and_then(|place| priorities.get(place));
    let found = by_number.or_else(|| priorities.iter().find(|it| it.id.as_str() == name));
    let unknown = || Failure::new("failure-priority-unknown").text("priority", name);
    let priority = found.ok_or_else(unknown)?;
    Ok((priority.id.clone(), Bilingual::from_source(session.words.lang(), text)))
}

/// Opens a closed plan again.
pub fn reopen(session: &Session) -> Outcome {
    let mut store = session.store()?;
    let plan = store.plan()?;
    let workplan = session.workplan(&plan)?;
    let action = Action::ReopenPlan {
        workplan: workplan.id.clone(),
        reason: session.text("reason").unwrap_or_default().to_owned(),
        bases: Default::default(),
    };
    let title = [("title", readable(&workplan.title, session).into())];
    act(session, &mut store, &action, || session.words.format(key::CLI_PLAN_REOPENED, &title))
}

/// Begins the next plan.
pub fn clone(session: &Session) -> Outcome {
    let title = session.needed_pair()?;
    let mut store = session.store()?;
    let plan = store.plan()?;
    let workplan = session.workplan(&plan)?;
    let context = session.context(&store, session.on_behalf(&plan)?)?;
    let action = Action::ClonePlan {
        workplan: workplan.id.clone(),
        id: session.id("id")?,
        title,
        starts: session.day("starts")?,
        ends: session.day("ends")?,
    };
    let changes = store.act_as_it_stands(&context, &action)?;
    let after = store.plan()?;
    let made = changes.heads.keys().find_map(|id| after.workplans.get(id));
    let current = after.current_workplan().map(|it| &it.id);
    session.output.answer(
        || made.map(|made| line(session, made, Some(&made.id) == current)).unwrap_or_default(),
        || json!({"ok": true, "txn": changes.txn, "conflicts": changes.conflicts, "plan": made}),
    )
}
