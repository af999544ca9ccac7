//! Events: their headline figures and points, and their results in columns.

use jalon_domain::plan::in_order;
use jalon_domain::{Event, Figure, Kind, Outcome, PlanDate};
use jalon_words::key;

use crate::model::{BigFigure, Body, Column, Paragraph, ParagraphStyle, Run, Slide};

use super::writer::{At, Piece, Writer, plain};
use super::{Scope, narrative, notes};

/// The slides of the cycle's events, in order.
pub(super) fn slides(writer: &Writer<'_>, scope: &Scope<'_>) -> Vec<Slide> {
    let Some(cycle) = scope.cycle else { return Vec::new() };
    let events = in_order(writer.plan.events.values().filter(|event| event.cycle == cycle.id));
    events.into_iter().flat_map(|event| event_slides(writer, event)).collect()
}

fn event_slides(writer: &Writer<'_>, event: &Event) -> Vec<Slide> {
    let figures = in_order(writer.plan.figures.values().filter(|it| it.event == event.id));
    let outcomes = in_order(writer.plan.outcomes.values().filter(|it| it.event == event.id));
    let points = narrative::points(writer, &event.id);
    let mut slides = Vec::new();
    if !figures.is_empty() || !points.is_empty() || outcomes.is_empty() {
        slides.push(event_slide(writer, event, &figures, points));
    }
    if !outcomes.is_empty() {
        slides.push(outcomes_slide(writer, event, &outcomes));
    }
    slides
}

/// The slide of the event itself: its figures, when it has some, then its points.
fn event_slide(writer: &Writer<'_>, event: &Event, figures: &[&Figure], points: Vec<Paragraph>) -> Slide {
    let mut paragraphs = Vec::new();
    let heading = event.points_heading.as_ref().filter(|heading| !heading.is_empty() && !points.is_empty());
    if let Some(heading) = heading {
        let runs = writer.text(At(Kind::Event, &event.id, "points_heading"), heading);
        paragraphs.push(Paragraph { runs, style: ParagraphStyle::Heading });
    }
    paragraphs.extend(points);
    let body = if figures.is_empty() {
        if paragraphs.is_empty() {
            paragraphs.push(plain(writer.say(key::DECK_EVENT_EMPTY)));
        }
        Body::Text(paragraphs)
    } else {
        let figures = figures.iter().map(|figure| big_figure(writer, figure)).collect();
        Body::Figures { figures, paragraphs }
    };
    writer.slide(event.id.as_str(), title(writer, event), body, notes::event(writer, event))
}

/// The event's name with its place and dates: `OGP Global Summit, Ottawa, May 29 to 31, 2019`.
fn title(writer: &Writer<'_>, event: &Event) -> Vec<Run> {
    let name = Piece::Runs(writer.text(At(Kind::Event, &event.id, "title"), &event.title));
    let place = event.place.as_ref().filter(|place| !place.is_empty());
    let place = place.map(|place| Piece::Runs(writer.text(At(Kind::Event, &event.id, "place"), place)));
    match (place, dates(writer, event)) {
        (Some(place), Some(dates)) => {
            let pieces = [("title", name), ("place", place), ("dates", Piece::Text(dates))];
            writer.fill(key::DECK_EVENT_AT, &pieces)
        }
        (Some(place), None) => writer.fill(key::DECK_EVENT_IN, &[("title", name), ("place", place)]),
        (None, Some(dates)) => {
            // A date in brackets goes to the next line as a whole.
            let together = Piece::Text(dates.replace(' ', "\u{A0}"));
            writer.fill(key::DECK_EVENT_ON, &[("title", name), ("dates", together)])
        }
        (None, None) => match name {
            Piece::Runs(runs) => runs,
            Piece::Text(_) | Piece::Number(_) => Vec::new(),
        },
    }
}

/// When an event took place, in words; `None` when nobody said.
pub(super) fn dates(writer: &Writer<'_>, event: &Event) -> Option<String> {
    let said = |date: &&PlanDate| match date {
        PlanDate::Words(words) => !words.shown(writer.lang).is_empty(),
        _ => true,
    };
    writer.words.dates(event.starts.as_ref().filter(said), event.ends.as_ref().filter(said))
}

fn big_figure(writer: &Writer<'_>, figure: &Figure) -> BigFigure {
    let number = writer.words.number(figure.value);
    let value = if figure.more_than {
        writer.tell(key::DECK_MORE_THAN, &[("number", Piece::Text(number))])
    } else {
        number
    };
    BigFigure { value, label: writer.text(At(Kind::Figure, &figure.id, "label"), &figure.label) }
}

/// The results, a column for each group of them.
fn outcomes_slide(writer: &Writer<'_>, event: &Event, outcomes: &[&Outcome]) -> Slide {
    let title = match event.outcomes_title.as_ref().filter(|title| !title.is_empty()) {
        Some(title) => writer.text(At(Kind::Event, &event.id, "outcomes_title"), title),
        None => {
            let name = writer.text(At(Kind::Event, &event.id, "title"), &event.title);
            writer.fill(key::DECK_OUTCOMES, &[("title", Piece::Runs(name))])
        }
    };
    let columns = outcomes.iter().map(|outcome| column(writer, outcome)).collect();
    let id = format!("{}.outcomes", event.id);
    writer.slide(&id, title, Body::Columns(columns), notes::outcomes(writer, outcomes))
}

fn column(writer: &Writer<'_>, outcome: &Outcome) -> Column {
    let heading = writer.text(At(Kind::Outcome, &outcome.id, "title"), &outcome.title);
    let mut paragraphs = narrative::points(writer, &outcome.id);
    let resolutions = in_order(writer.plan.resolutions.values().filter(|it| it.outcome == outcome.id));
    for (n, resolution) in resolutions.into_iter().enumerate() {
        let title = writer.text(At(Kind::Resolution, &resolution.id, "title"), &resolution.title);
        let pieces = [("numeral", Piece::Text(roman(n + 1))), ("title", Piece::Runs(title))];
        let runs = writer.fill(key::DECK_RESOLUTION, &pieces);
        paragraphs.push(Paragraph { runs, style: ParagraphStyle::Labelled(0) });
    }
    if paragraphs.is_empty() {
        paragraphs.push(plain(writer.say(key::DECK_EVENT_EMPTY)));
    }
    Column { heading, paragraphs }
}

/// A number in small Roman numerals.
fn roman(mut number: usize) -> String {
    const NUMERALS: [(usize, &str); 9] =
        [(100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")];
    let mut text = String::new();
    for (value, numeral) in NUMERALS {
        while number >= value {
            text.push_str(numeral);
            number -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #[test]
    fn resolutions_are_numbered_in_small_roman_numerals() {
        let numerals = [1, 2, 4, 9, 14, 40].map(super::roman);
        assert_eq!(numerals, ["i", "ii", "iv", "ix", "xiv", "xl"]);
    }
}
