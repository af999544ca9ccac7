//! `jalon milestone set ID …`.

use std::process::ExitCode;

use jalon_domain::plan::in_order;
use jalon_domain::{Action, Bilingual, Completion, Failure, Id, Link, Milestone, Outlook, Plan, Status};
use jalon_words::key;
use serde_json::json;

use super::{Outcome, refused};
use crate::actor;
use crate::session::Session;
use crate::usage;

/// Sets what was given of a milestone's status, and keeps the rest.
pub fn milestone_set(session: &Session) -> Outcome {
    let given = ["completion", "outlook", "reason"].iter().any(|name| session.text(name).is_some());
    if !given && session.arguments.get_many::<String>("evidence").is_none() {
        return Ok(usage::tell(&Failure::new("failure-usage-nothing-to-set"), session.words));
    }
    let mut store = session.store().map_err(refused)?;
    let plan = store.plan().map_err(|error| refused(error.failure()))?;
    let said = session.text("id").unwrap_or_default();
    let (number, milestone) = find(&plan, said)
        .ok_or_else(|| refused(Failure::new("failure-milestone-unknown").text("milestone", said)))?;
    let status = status(session, &milestone.status);
    let principal = actor::on_behalf(session.text("for"), session.text("how"), session.text("when"), &plan)
        .map_err(refused)?;
    let context = session.context(&store, principal).map_err(refused)?;
    let mut action =
        Action::SetMilestoneStatus { milestone: milestone.id.clone(), status, bases: Default::default() };
    let heads = store.bases_for(&action).map_err(|error| refused(error.failure()))?;
    action.set_bases(heads);
    let changes = store.act(&context, &action).map_err(|error| refused(error.failure()))?;
    let after = store.plan().map_err(|error| refused(error.failure()))?;
    let completion =
        after.milestones.get(&milestone.id).map_or(milestone.status.completion, |it| it.status.completion);
    session.output.answer(
        || {
            let completion = session.words.completion(completion);
            let done = [("number", number.as_str().into()), ("completion", completion.into())];
            let mut text = session.words.format(key::CLI_MILESTONE_DONE, &done);
            if !changes.conflicts.is_empty() {
                text.push('\n');
                text.push_str(&session.words.text(key::CLI_MILESTONE_CONFLICT));
            }
            text
        },
        || json!({"ok": true, "txn": changes.txn, "conflicts": changes.conflicts}),
    );
    Ok(ExitCode::SUCCESS)
}

/// The milestone of that number (`2.1`) or id, with its number.
fn find<'a>(plan: &'a Plan, said: &str) -> Option<(String, &'a Milestone)> {
    let workplan = &plan.current_workplan()?.id;
    let numbered = plan.priorities_of(workplan).into_iter().enumerate().flat_map(|(n, priority)| {
        let milestones = plan.milestones_of(&priority.id).into_iter().enumerate();
        milestones.map(move |(m, milestone)| (format!("{}.{}", n + 1, m + 1), milestone))
    });
    let mut all: Vec<(String, &Milestone)> = numbered.collect();
    // Milestones of other workplans have no number on this board; their id finds them.
    let known: Vec<&Id> = all.iter().map(|(_, milestone)| &milestone.id).collect();
    let others = in_order(plan.milestones.values().filter(|milestone| !known.contains(&&milestone.id)));
    let others: Vec<_> = others.into_iter().map(|milestone| (milestone.id.to_string(), milestone)).collect();
    all.extend(others);
    all.into_iter().find(|(number, milestone)| number == said || milestone.id.as_str() == said)
}

/// The status before, with what was given in place of what it had. An outlook is
/// dropped with a completion that has none, and comes back as "on track".
fn status(session: &Session, before: &Status) -> Status {
    let mut status = before.clone();
    let code = |name| session.text(name);
    if let Some(completion) = Completion::ALL.into_iter().find(|it| Some(it.code()) == code("completion")) {
        status.completion = completion;
        status.outlook = completion.is_open().then(|| before.outlook.unwrap_or_default());
    }
    if let Some(outlook) = Outlook::ALL.into_iter().find(|it| Some(it.code()) == code("outlook")) {
        status.outlook = Some(outlook);
    }
    if let Some(reason) = session.text("reason") {
        let empty = reason.trim().is_empty();
        status.reason = (!empty).then(|| Bilingual::from_source(session.words.lang(), reason));
    }
    if let Some(addresses) = session.arguments.get_many::<String>("evidence") {
        let lang = session.words.lang();
        let link = |address: &String| match lang {
            jalon_domain::Lang::En => Link { en: Some(address.clone()), ..Link::default() },
            jalon_domain::Lang::Fr => Link { fr: Some(address.clone()), ..Link::default() },
        };
        status.evidence = addresses.map(link).collect();
    }
    status
}
