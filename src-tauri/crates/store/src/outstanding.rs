//! What is left open in a reporting cycle, or in a plan, when it is closed.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use jalon_domain::clearance::Clearing;
use jalon_domain::submission::submissions;
use jalon_domain::{Actor, Cycle, Id, Milestone, Plan, carry};
use serde::Serialize;
use ts_rs::TS;

use crate::{Store, Trouble};

/// What is left open in a reporting cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Outstanding {
    /// Jurisdictions of which something is still expected, in protocol order.
    pub expected: Vec<Id>,
    /// How many clearances are missing, as far as whoever asks may know.
    pub uncleared: usize,
    /// How many things are unfinished and not carried over.
    pub unfinished: usize,
    /// The cycle into which they can be carried over: the next one that is open.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Id>,
}

/// What is left open in a plan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct LeftOpen {
    /// Its reporting cycles that are open, by the days of their meetings.
    pub cycles: Vec<Id>,
    /// How many of its milestones are neither complete nor given up, and were not taken along
    /// into the plan that follows.
    pub milestones: usize,
}

impl Store {
    /// What is left open in a cycle on a day, as `reader` may see it.
    ///
    /// # Errors
    /// When the file cannot be read, or has no such cycle.
    pub fn outstanding(&self, cycle: &Id, today: NaiveDate, reader: &Actor) -> Result<Outstanding, Trouble> {
        let plan = self.plan_for(reader)?;
        let clearances = self.clearances(cycle, reader)?;
        let submissions = submissions(&plan, cycle, today).into_iter();
        let (next, unfinished) = match plan.cycles.get(cycle) {
            Some(cycle) => unfinished(&plan, cycle),
            None => (None, 0),
        };
        Ok(Outstanding {
            expected: submissions.filter(|it| it.expected).map(|it| it.jurisdiction).collect(),
            uncleared: clearances.iter().filter(|it| it.state != Clearing::Cleared).count(),
            unfinished,
            next,
        })
    }

    /// What is left open in a plan.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn left_open(&self, workplan: &Id) -> Result<LeftOpen, Trouble> {
        let plan = self.plan()?;
        let cycles = open_cycles(&plan).into_iter().filter(|(of, _)| *of == workplan);
        let cycles = cycles.map(|(_, cycle)| cycle.id.clone()).collect();
        let taken: BTreeSet<&Id> =
            plan.milestones.values().filter_map(|it| it.carried_from.as_ref()).collect();
        let of_plan =
            |it: &Milestone| plan.priorities.get(&it.priority).is_some_and(|it| it.workplan == *workplan);
        let open = plan.milestones.values().filter(|it| of_plan(it) && it.status.completion.is_open());
        let milestones = open.filter(|it| !taken.contains(&it.id)).count();
        Ok(LeftOpen { cycles, milestones })
    }
}

/// The open cycles with the plans that they are of, by the days of their meetings.
fn open_cycles(plan: &Plan) -> Vec<(&Id, &Cycle)> {
    let open = plan.cycles.values().filter(|cycle| cycle.state == "open");
    let mut open: Vec<_> =
        open.filter_map(|cycle| Some((plan.meetings.get(&cycle.meeting)?, cycle))).collect();
    open.sort_by_key(|(meeting, cycle)| (meeting.date, &cycle.id));
    open.into_iter().map(|(meeting, cycle)| (&meeting.workplan, cycle)).collect()
}

/// How much is unfinished in a cycle and does not stand in the next one, and which that is.
fn unfinished(plan: &Plan, from: &Cycle) -> (Option<Id>, usize) {
    let day = |cycle: &Cycle| plan.meetings.get(&cycle.meeting).map(|meeting| meeting.date);
    let open = open_cycles(plan).into_iter().map(|(_, cycle)| cycle);
    let next = open.filter(|cycle| cycle.id != from.id).find(|cycle| day(cycle) >= day(from));
    // As long as there is none, nothing stands in it.
    let none = Cycle { id: Id::derived("cycle", &[&from.id]), ..from.clone() };
    let to = next.unwrap_or(&none);
    // Both parts together: which of them a challenge goes with is all the same.
    let nameless = BTreeSet::new();
    let count = [false, true].map(|confidential| carry::over(plan, from, to, &nameless, confidential).len());
    (next.map(|cycle| cycle.id.clone()), count.into_iter().sum())
}
