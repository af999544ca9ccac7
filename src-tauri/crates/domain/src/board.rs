//! The status board: five (or any number of) numbered columns, computed from the
//! plan. Overdue and stale are computed here and never chosen.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::date::PlanDate;
use crate::entity::{Milestone, Priority, Progress, Workplan};
use crate::id::Id;
use crate::plan::{Plan, in_order};
use crate::status::{Completion, Status};
use crate::text::Bilingual;

/// What the board needs beside the plan: the day, and what the journal knows.
#[derive(Debug, Clone, Default)]
pub struct Surroundings {
    /// The day that "overdue" is reckoned from.
    pub today: NaiveDate,
    /// The day on which each milestone's status or date was last reported.
    pub reported_on: BTreeMap<Id, NaiveDate>,
    /// Entities with a field that has more than one head.
    pub conflicted: BTreeSet<Id>,
    /// Milestones that the deck tabled last reported as complete, and that are not.
    pub to_correct: BTreeSet<Id>,
}

/// The board of one workplan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Board {
    /// The workplan shown.
    pub workplan: Id,
    /// One column per priority, in order.
    pub columns: Vec<Column>,
    /// Milestones by completion, in the order of [`Completion::ALL`].
    pub counts: Vec<CompletionCount>,
    /// Milestones that are overdue.
    pub overdue: usize,
    /// Open milestones without news in this cycle.
    pub stale: usize,
}

/// How many milestones stand at a completion.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CompletionCount {
    /// The completion.
    pub completion: Completion,
    /// How many.
    pub count: usize,
}

/// A priority as a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Column {
    /// The priority.
    pub id: Id,
    /// Its number as people see it, from 1.
    pub number: usize,
    /// Its title.
    pub title: Bilingual,
    /// Abbreviations of those who lead it today, in the group's own order.
    pub leads: Vec<Bilingual>,
    /// Its milestones, in order.
    pub cards: Vec<Card>,
    /// What will be reported in this cycle.
    pub progress: Vec<ProgressLine>,
}

/// A progress point under a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ProgressLine {
    /// The progress point.
    pub id: Id,
    /// What it says.
    pub text: Bilingual,
}

/// A milestone as a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Card {
    /// The milestone.
    pub id: Id,
    /// Its number as people see it: `2.1`.
    pub number: String,
    /// Its title.
    pub title: Bilingual,
    /// Its status.
    pub status: Status,
    /// When it is due.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub due: Option<PlanDate>,
    /// When it was first due, where that differs.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub moved_from: Option<PlanDate>,
    /// Days since its due period ended, on an open milestone.
    #[ts(optional, type = "number")]
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub days_overdue: Option<i64>,
    /// Open, and without news in this cycle.
    pub stale: bool,
    /// The day on which its status or date was last reported.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub changed_on: Option<NaiveDate>,
    /// A field of it has several heads, between which somebody must choose.
    pub conflicted: bool,
    /// It was reported complete to the councils and is not: they are owed a correction.
    pub to_correct: bool,
}

/// The board of the current workplan; `None` when there is no workplan.
pub fn board(plan: &Plan, around: &Surroundings) -> Option<Board> {
    plan.current_workplan().map(|workplan| board_of(plan, workplan, around))
}

/// The board of any workplan.
pub fn board_of(plan: &Plan, workplan: &Workplan, around: &Surroundings) -> Board {
    let cycle = plan.current_cycle(&workplan.id).map(|(_, cycle)| cycle);
    let opened = cycle.and_then(|cycle| cycle.opens);
    let progress = |priority: &Id| {
        let reported =
            |it: &&Progress| &it.priority == priority && cycle.is_some_and(|cycle| it.cycle == cycle.id);
        in_order(plan.progress.values().filter(reported))
    };
    let column = |(n, (priority, milestones)): (usize, (&Priority, Vec<&Milestone>))| Column {
        id: priority.id.clone(),
        number: n,
        title: priority.title.clone(),
        leads: lead_abbreviations(plan, priority, around.today),
        cards: (1..)
            .zip(milestones)
            .map(|(m, milestone)| card(milestone, format!("{n}.{m}"), opened, around))
            .collect(),
        progress: progress(&priority.id)
            .into_iter()
            .map(|it| ProgressLine { id: it.id.clone(), text: it.text.clone() })
            .collect(),
    };
    let columns: Vec<Column> = (1..).zip(plan.columns(&workplan.id)).map(column).collect();
    let cards = || columns.iter().flat_map(|column| &column.cards);
    let counts = Completion::ALL.map(|completion| CompletionCount {
        completion,
        count: cards().filter(|card| card.status.completion == completion).count(),
    });
    Board {
        workplan: workplan.id.clone(),
        counts: counts.into(),
        overdue: cards().filter(|card| card.days_overdue.is_some()).count(),
        stale: cards().filter(|card| card.stale).count(),
        columns,
    }
}

/// The abbreviations of those who lead a priority on a day, in stored order.
pub fn lead_abbreviations(plan: &Plan, priority: &Priority, day: NaiveDate) -> Vec<Bilingual> {
    let leading = priority.leads.iter().filter(|lead| lead.leads_on(day));
    leading
        .filter_map(|lead| plan.jurisdictions.get(&lead.jurisdiction))
        .map(|jurisdiction| jurisdiction.abbreviation.clone())
        .collect()
}

fn card(milestone: &Milestone, number: String, opened: Option<NaiveDate>, around: &Surroundings) -> Card {
    let open = milestone.status.completion.is_open();
    let changed_on = around.reported_on.get(&milestone.id).copied();
    let due = milestone.due.clone();
    Card {
        id: milestone.id.clone(),
        number,
        title: milestone.title.clone(),
        status: milestone.status.clone(),
        days_overdue: due.as_ref().filter(|_| open).and_then(|due| due.days_overdue(around.today)),
        moved_from: milestone.baseline_due.clone().filter(|baseline| Some(baseline) != due.as_ref()),
        due,
        stale: open && opened.is_some_and(|opened| changed_on.is_none_or(|day| day < opened)),
        changed_on,
        conflicted: around.conflicted.contains(&milestone.id),
        to_correct: around.to_correct.contains(&milestone.id),
    }
}
