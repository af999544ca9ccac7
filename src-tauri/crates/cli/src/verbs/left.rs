//! What is told after something was closed: what is left open in it, and how it is
//! opened again.

use jalon_domain::{Id, Plan};
use jalon_store::{LeftOpen, Outstanding};
use jalon_words::key;

use super::cycle::of_meeting;
use crate::given::abbreviation;
use crate::session::Session;

/// What is left open in a cycle, a line each; nothing when nothing is.
pub fn in_cycle(session: &Session, plan: &Plan, cycle: &Id, left: &Outstanding) -> Vec<String> {
    let words = session.words;
    let mut lines = Vec::new();
    if !left.expected.is_empty() {
        let whose: Vec<String> = left.expected.iter().map(|id| abbreviation(plan, id, session)).collect();
        let args = [("count", whose.len().into()), ("whose", whose.join(", ").into())];
        lines.push(words.format(key::CLI_LEFT_SUBMISSIONS, &args));
    }
    if left.uncleared > 0 {
        let args = [("count", left.uncleared.into()), ("id", cycle.as_str().into())];
        lines.push(words.format(key::CLI_LEFT_CLEARANCES, &args));
    }
    if left.unfinished > 0 {
        let count = ("count", left.unfinished.into());
        lines.push(match &left.next {
            Some(next) => {
                let args = [count, ("from", cycle.as_str().into()), ("to", next.as_str().into())];
                words.format(key::CLI_LEFT_UNFINISHED, &args)
            }
            None => words.format(key::CLI_LEFT_UNFINISHED_NOWHERE, &[count, ("from", cycle.as_str().into())]),
        });
    }
    lines.push(words.format(key::CLI_LEFT_REOPEN_CYCLE, &[("id", cycle.as_str().into())]));
    lines
}

/// What is left open in a plan, a line each.
pub fn in_plan(session: &Session, plan: &Plan, workplan: &Id, left: &LeftOpen) -> Vec<String> {
    let words = session.words;
    let cycles = left.cycles.iter().filter_map(|id| {
        let cycle = plan.cycles.get(id)?;
        let meeting = plan.meetings.get(&cycle.meeting)?;
        Some(words.format(key::CLI_LEFT_CYCLE, &of_meeting(session, meeting, cycle)))
    });
    let mut lines: Vec<String> = cycles.collect();
    if left.milestones > 0 {
        let args = [("count", left.milestones.into()), ("id", workplan.as_str().into())];
        lines.push(words.format(key::CLI_LEFT_MILESTONES, &args));
    }
    lines.push(words.format(key::CLI_LEFT_REOPEN_PLAN, &[("id", workplan.as_str().into())]));
    lines
}
