//! What is different between two moments of a plan.

use serde::Serialize;
use serde_json::Value;

use crate::date::PlanDate;
use crate::id::Id;
use crate::lang::Lang;
use crate::leads::Lead;
use crate::plan::Plan;
use crate::registry::Kind;
use crate::status::Status;
use crate::text::Bilingual;

/// One difference. A milestone may have several: it may slip and regress at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "difference", rename_all = "snake_case")]
pub enum Difference {
    /// It is complete and was not.
    Completed {
        /// The milestone.
        milestone: Id,
    },
    /// It is due later than it was.
    Slipped {
        /// The milestone.
        milestone: Id,
        /// When it was due.
        before: PlanDate,
        /// When it is due.
        after: PlanDate,
    },
    /// It is due at another time, and not later: earlier, newly, no longer, or in words.
    Rescheduled {
        /// The milestone.
        milestone: Id,
        /// When it was due.
        before: Option<PlanDate>,
        /// When it is due.
        after: Option<PlanDate>,
    },
    /// It stands under another priority.
    Moved {
        /// The milestone.
        milestone: Id,
        /// Where it stood.
        before: Id,
        /// Where it stands.
        after: Id,
    },
    /// Its completion went down. From complete, anything else is down.
    Regressed {
        /// The milestone.
        milestone: Id,
        /// How it stood.
        before: Status,
        /// How it stands.
        after: Status,
    },
    /// It was not there before. If it is complete, that is told besides.
    New {
        /// The milestone.
        milestone: Id,
    },
    /// It is no longer in the workplan, or no longer pursued.
    Dropped {
        /// The milestone.
        milestone: Id,
    },
    /// Its completion or outlook is another, in none of the ways above: work went on, it
    /// is taken up again, or it looks better or worse.
    Restated {
        /// The milestone.
        milestone: Id,
        /// How it stood.
        before: Status,
        /// How it stands.
        after: Status,
    },
    /// Other addresses show how it stands.
    Evidence {
        /// The milestone.
        milestone: Id,
        /// How it stood.
        before: Status,
        /// How it stands.
        after: Status,
    },
    /// It is open; but for translations its status, its date and its place are the same.
    Silent {
        /// The milestone.
        milestone: Id,
    },
    /// Something else that the councils are told of was not there before: a priority, what
    /// is reported in a cycle, a slide, a meeting. What was carried over from what was there is not new.
    Added {
        /// Its kind.
        kind: Kind,
        /// The entity.
        id: Id,
    },
    /// It was there before and is not any more.
    Removed {
        /// Its kind.
        kind: Kind,
        /// The entity.
        id: Id,
    },
    /// A challenge that was there before left the deck: another one says what it said.
    Merged {
        /// The challenge that was merged.
        challenge: Id,
        /// The one that is shown in its place.
        into: Id,
    },
    /// Others lead a priority that was there before, or in another order, or at other times.
    Leads {
        /// The priority.
        priority: Id,
        /// Who led.
        before: Vec<Lead>,
        /// Who leads.
        after: Vec<Lead>,
    },
    /// Another date of anything but a milestone that was there before: the day of a
    /// meeting, when something is due in a cycle, when an event is.
    Date {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// The field, as plan JSON names it.
        field: String,
        /// What it said.
        before: Option<PlanDate>,
        /// What it says.
        after: Option<PlanDate>,
    },
    /// A bilingual text of anything that was there before: a side of it reads differently.
    Translation {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// The field, as plan JSON names it.
        field: String,
        /// How it read; both sides empty when there was none.
        before: Bilingual,
        /// How it reads; both sides empty when there is none.
        after: Bilingual,
    },
    /// Any other fact of what was there before: a number, a mark, links, whose it is.
    Otherwise {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// The field, as plan JSON names it.
        field: String,
        /// The language whose deck says it otherwise; absent for a fact of both.
        #[serde(skip_serializing_if = "Option::is_none")]
        lang: Option<Lang>,
        /// What it said, as plan JSON writes it; of links, what [`crate::content::Said`] does.
        before: Value,
        /// What it says.
        after: Value,
    },
    /// It stands at another place among those that it stood with before.
    Reordered {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
    },
}

/// What is different in `after`: the milestones of its current workplan in the order of the
/// board, those of its other workplans, and those that have gone, what else has come and
/// gone, the leads of priorities, then other dates, texts and facts in the order of plan JSON,
/// and what stands at another place. Where `after` has no workplan, all of those of `before`
/// have gone.
///
/// What was carried over is compared with what it was carried over from, over however many
/// cycles and plans; and what is told of it is not told of that besides.
pub fn since(before: &Plan, after: &Plan) -> Vec<Difference> {
    let descent = Descent::of(before, after);
    let mut found = Vec::new();
    if !(before.workplans.is_empty() && after.workplans.is_empty()) {
        let [was, is] = [before, after].map(Years::of);
        milestones::became([before, after], [&was, &is], &descent, &mut found);
        found.extend(items::come_and_gone(before, after, &descent));
        found.extend(leads::leads(before, after, &is, &descent));
    }
    found.extend(fields::differing(before, after, &descent));
    found.extend(order::reordered(before, after, &descent));
    once::once(found, after, &descent)
}

mod descent;
mod fields;
mod items;
mod leads;
mod milestones;
mod once;
mod order;
#[cfg(test)]
mod tests;
mod years;

use descent::Descent;
use years::Years;
