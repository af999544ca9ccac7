//! `jalon board`.

use chrono::NaiveDate;
use jalon_domain::Outlook;
use jalon_domain::board::{self, Board, Card, Column};
use jalon_words::{Words, key};
use serde_json::json;

use super::Outcome;
use crate::session::Session;
use jalon_exchange::host;

/// Prints the board: one block a priority, one line a milestone.
pub fn board(session: &Session) -> Outcome {
    let store = session.store_to_read()?;
    let moment = session.recorded(&store, "as-of")?;
    let (plan, around) = match &moment {
        Some(moment) => (store.plan_as_of(&moment.at)?, store.surroundings_at(moment)?),
        None => (store.plan()?, store.surroundings(host::today(session.now))?),
    };
    let today = around.today;
    let workplan = session.text("plan").map(|_| session.workplan(&plan)).transpose()?;
    let board = match workplan {
        Some(workplan) => Some(board::board_of(&plan, workplan, &around)),
        None => board::board(&plan, &around),
    };
    session.output.answer(
        || match &board {
            Some(board) => {
                let title = plan.workplans.get(&board.workplan).map(|it| session.words.readable(&it.title));
                let mut title = title.unwrap_or_default();
                if let Some(moment) = &moment {
                    let args = [("title", title.into()), ("moment", moment.told(session.words).into())];
                    title = session.words.format(key::CLI_BOARD_AS_OF, &args);
                }
                text(board, title, today, session.words)
            }
            // What one could do about it today is no help about another day.
            None => match &moment {
                Some(moment) => {
                    let args = [("moment", moment.told(session.words).into())];
                    session.words.format(key::CLI_BOARD_EMPTY_THEN, &args)
                }
                None => session.words.text(key::CLI_BOARD_EMPTY),
            },
        },
        || json!({"ok": true, "board": board}),
    )
}

fn text(board: &Board, title: String, today: NaiveDate, words: &Words) -> String {
    let blocks = board.columns.iter().map(|column| block(column, today, words));
    std::iter::once(title).chain(blocks).collect::<Vec<_>>().join("\n\n")
}

fn block(column: &Column, today: NaiveDate, words: &Words) -> String {
    let leads: Vec<String> = column.leads.iter().map(|lead| words.readable(lead)).collect();
    let leads = if leads.is_empty() {
        words.text(key::CLI_BOARD_NO_LEADS)
    } else {
        words.format(key::CLI_BOARD_LEADS, &[("leads", leads.join(", ").into())])
    };
    let mut lines =
        vec![format!("{}. {}", column.number, words.readable(&column.title)), format!("   {leads}")];
    lines.extend(column.cards.iter().map(|card| format!("   {}", line(card, today, words))));
    if !column.progress.is_empty() {
        lines.push(format!("   {}", words.text(key::CLI_BOARD_PROGRESS)));
        lines.extend(column.progress.iter().map(|point| format!("   – {}", words.readable(&point.text))));
    }
    lines.join("\n")
}

fn line(card: &Card, today: NaiveDate, words: &Words) -> String {
    let mut parts = vec![words.completion(card.status.completion)];
    if let Some(outlook) = card.status.outlook.filter(|outlook| *outlook != Outlook::OnTrack) {
        parts.push(words.outlook(outlook));
    }
    if let Some(due) = &card.due {
        parts.push(words.format(key::CLI_BOARD_DUE, &[("date", words.date(due).into())]));
    }
    if let Some(before) = &card.moved_from {
        parts.push(words.format(key::CLI_BOARD_MOVED, &[("date", words.date(before).into())]));
    }
    if let Some(days) = card.days_overdue {
        parts.push(words.overdue(days, today));
    }
    if card.stale {
        parts.push(words.text(key::COMPUTED_STALE));
    }
    if card.conflicted {
        parts.push(words.text(key::CLI_BOARD_CONFLICT));
    }
    if card.to_correct {
        parts.push(words.text(key::CLI_BOARD_TO_CORRECT));
    }
    let args = [
        ("number", (&card.number).into()),
        ("title", words.readable(&card.title).into()),
        ("state", parts.join(" · ").into()),
    ];
    words.format(key::CLI_BOARD_CARD, &args)
}
