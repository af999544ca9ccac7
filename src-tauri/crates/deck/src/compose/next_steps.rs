//! Next steps, their sub-points under them.

use jalon_domain::plan::in_order;
use jalon_domain::{Id, Kind, NextStep, PlanDate};
use jalon_words::{fold, key};

use crate::model::{Body, Paragraph, ParagraphStyle, Run, Slide};

use super::Scope;
use super::writer::{At, Piece, Writer, joined, plain};

/// Deepest bullet level of a slide.
const DEEPEST: u8 = 2;

pub(super) fn slide(writer: &Writer<'_>, scope: &Scope<'_>) -> Slide {
    let own = writer.plan.next_steps.values().filter(|it| scope.cycle.is_some_and(|c| it.cycle == c.id));
    let steps = in_order(own);
    let mut paragraphs = Vec::new();
    let mut notes = Vec::new();
    let known = |id: &Id| steps.iter().any(|it| &it.id == id);
    for step in steps.iter().filter(|it| !it.parent.as_ref().is_some_and(known)) {
        put(writer, &steps, step, 0, &mut paragraphs, &mut notes);
    }
    if paragraphs.is_empty() {
        paragraphs.push(plain(writer.say(key::DECK_NO_NEXT_STEPS)));
    }
    writer.slide("next-steps", writer.say(key::DECK_NEXT_STEPS), Body::Text(paragraphs), notes)
}

/// A step and those under it. Steps that stand under each other in a circle hang
/// from no outer one: they are a problem of the plan, and are not reached.
fn put(
    writer: &Writer<'_>,
    steps: &[&NextStep],
    step: &NextStep,
    level: u8,
    paragraphs: &mut Vec<Paragraph>,
    notes: &mut Vec<String>,
) {
    let text = writer.text(At(Kind::NextStep, &step.id, "text"), &step.text);
    if let Some(when) = when(writer, step) {
        let pieces = [("text", Piece::Runs(text.clone())), ("when", Piece::Text(when))];
        notes.push(writer.tell(key::DECK_NOTE_STEP, &pieces));
    }
    let runs = with_date(writer, step, text);
    paragraphs.push(Paragraph { runs, style: ParagraphStyle::Bullet(level.min(DEEPEST)) });
    for under in steps.iter().filter(|it| it.parent.as_ref() == Some(&step.id)) {
        put(writer, steps, under, level.saturating_add(1), paragraphs, notes);
    }
}

/// When, in words; nothing while the words have no text in this language.
fn when(writer: &Writer<'_>, step: &NextStep) -> Option<String> {
    match step.when.as_ref()? {
        PlanDate::Words(words) => Some(writer.note(At(Kind::NextStep, &step.id, "when"), words)),
        date => Some(writer.words.date(date)),
    }
}

/// The text with its date in brackets, unless it says it already.
fn with_date(writer: &Writer<'_>, step: &NextStep, text: Vec<Run>) -> Vec<Run> {
    match when(writer, step) {
        Some(when) if !fold(&joined(&text)).contains(&fold(&when)) => {
            writer.fill(key::DECK_WITH_DATE, &[("text", Piece::Runs(text)), ("when", Piece::Text(when))])
        }
        _ => text,
    }
}
