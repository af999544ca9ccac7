//! The board as the window shows it: `domain::board`, its dates in words.

use jalon_domain::board::{self, CompletionCount, ProgressLine, Surroundings};
use jalon_domain::{Bilingual, Id, Plan, Status};
use serde::Serialize;
use ts_rs::TS;

use super::Pair;

/// The board of the current workplan.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Board {
    /// The workplan shown.
    pub workplan: Id,
    /// One column per priority, in order.
    pub columns: Vec<Column>,
    /// Milestones by completion.
    pub counts: Vec<CompletionCount>,
    /// Milestones that are overdue.
    pub overdue: usize,
    /// Open milestones without news in this cycle.
    pub stale: usize,
}

/// A priority as a column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
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

/// A milestone as a card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
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
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Pair>,
    /// When it was first due, where that differs.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<Pair>,
    /// Days since its due period ended, on an open milestone.
    #[ts(optional, type = "number")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub days_overdue: Option<i64>,
    /// The same in words: `Overdue by 12 days`.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue: Option<Pair>,
    /// Open, and without news in this cycle.
    pub stale: bool,
    /// When it last changed, seen from today: `3 days ago`.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed: Option<Pair>,
    /// The day of its last change.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_on: Option<Pair>,
    /// A field of it has several heads, between which somebody must choose.
    pub conflicted: bool,
    /// It was reported complete to the councils and is not: they are owed a correction.
    pub to_correct: bool,
}

/// The board of a plan; `None` while there is no workplan.
pub(super) fn of(plan: &Plan, around: &Surroundings) -> Option<Board> {
    let board::Board { workplan, columns, counts, overdue, stale } = board::board(plan, around)?;
    let columns = columns.into_iter().map(|it| column(it, around)).collect();
    Some(Board { workplan, columns, counts, overdue, stale })
}

fn column(column: board::Column, around: &Surroundings) -> Column {
    let board::Column { id, number, title, leads, cards, progress } = column;
    let cards = cards.into_iter().map(|it| card(it, around)).collect();
    Column { id, number, title, leads, cards, progress }
}

fn card(card: board::Card, around: &Surroundings) -> Card {
    let today = around.today;
    Card {
        due: card.due.map(|date| Pair::of(|words| words.date(&date))),
        moved_from: card.moved_from.map(|date| Pair::of(|words| words.date(&date))),
        overdue: card.days_overdue.map(|days| Pair::of(|words| words.overdue(days, today))),
        changed: card.changed_on.map(|day| Pair::of(|words| words.relative(day, today))),
        changed_on: card.changed_on.map(|day| Pair::of(|words| words.day(day))),
        id: card.id,
        number: card.number,
        title: card.title,
        status: card.status,
        days_overdue: card.days_overdue,
        stale: card.stale,
        conflicted: card.conflicted,
        to_correct: card.to_correct,
    }
}
