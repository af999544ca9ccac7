//! Decks of the sample plan, and their text.

use chrono::NaiveDate;
use jalon_deck::compose::{ComposeOptions, compose};
use jalon_deck::laid_out::{LaidOutDeck, Row, Shape, TextBlock};
use jalon_deck::layout::layout;
use jalon_deck::model::{Deck, Run};
use jalon_deck::pptx::Template;
use jalon_domain::{Id, Lang, Plan};

use crate::support;

/// The sample plan, whole and final.
pub fn sample() -> Plan {
    let file = concat!(env!("CARGO_MANIFEST_DIR"), "/../exchange/sample/plan.json");
    support::read(&std::fs::read(file).expect("the sample is there")).expect("and is a plan")
}

/// An identifier.
pub fn id(text: &str) -> Id {
    Id::parse(text).expect("an id")
}

/// The day of its council meeting.
pub fn meeting_day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2019, 9, 25).expect("a day")
}

/// A draft as content.
pub fn composed(plan: &Plan, lang: Lang) -> Deck {
    compose(plan, lang, &ComposeOptions { day: meeting_day(), draft: true })
}

/// A draft over our template.
pub fn laid_out(plan: &Plan, lang: Lang) -> LaidOutDeck {
    layout(&composed(plan, lang), Template::ours().geometry())
}

/// The joined text of runs.
pub fn joined(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

fn block(text: &TextBlock) -> String {
    let lines: Vec<String> = text.paragraphs.iter().map(|it| joined(&it.paragraph.runs)).collect();
    lines.join("\n")
}

/// Every text of each slide, a line a paragraph, tables row by row.
pub fn texts(deck: &LaidOutDeck) -> Vec<String> {
    let of = |shape: &Shape| match shape {
        Shape::Text { text, .. } => block(text),
        Shape::Table { rows, .. } => {
            let row = |row: &Row| row.cells.iter().map(block).collect::<Vec<_>>().join(" | ");
            rows.iter().map(row).collect::<Vec<_>>().join("\n")
        }
    };
    deck.slides.iter().map(|slide| slide.shapes.iter().map(of).collect::<Vec<_>>().join("\n")).collect()
}
