//! Achievements and challenges, in two columns.

use jalon_domain::plan::in_order;
use jalon_domain::{Achievement, Challenge, Id, Kind, lineage};
use jalon_words::key;

use crate::model::{Body, Column, Paragraph, Run, Slide};

use super::writer::{At, Piece, Writer, bullet, joined, plain};
use super::{Scope, notes};

pub(super) fn slide(writer: &Writer<'_>, scope: &Scope<'_>) -> Slide {
    let in_cycle = |id: &Id| scope.cycle.is_some_and(|cycle| id == &cycle.id);
    let achievements = in_order(writer.plan.achievements.values().filter(|it| in_cycle(&it.cycle)));
    // What is internal is for the group alone: it never reaches a deck. What was merged
    // into another challenge is said there.
    let merged = lineage::merged(writer.plan);
    let shown =
        |it: &&Challenge| in_cycle(&it.cycle) && it.attribution != "internal" && !merged.contains(&it.id);
    let challenges = in_order(writer.plan.challenges.values().filter(shown));
    let column = |heading, paragraphs: Vec<Paragraph>| {
        let none = || vec![plain(writer.say(key::DECK_NONE_REPORTED))];
        let paragraphs = if paragraphs.is_empty() { none() } else { paragraphs };
        Column { heading: writer.say(heading), paragraphs }
    };
    let columns = vec![
        column(key::DECK_ACHIEVEMENTS, achievements.iter().map(|it| achievement(writer, it)).collect()),
        column(key::DECK_CHALLENGES, challenges.iter().map(|it| challenge(writer, it)).collect()),
    ];
    let title = writer.say(key::DECK_JURISDICTIONS);
    let notes = notes::reports(writer, &achievements, &challenges);
    writer.slide("jurisdictions", title, Body::Columns(columns), notes)
}

fn achievement(writer: &Writer<'_>, it: &Achievement) -> Paragraph {
    let at = At(Kind::Achievement, &it.id, "text");
    let mut text = writer.text(at, &it.text);
    if it.ongoing {
        text = writer.fill(key::DECK_ONGOING, &[("text", Piece::Runs(text))]);
    }
    bullet(writer.with_links(at, text, &it.links))
}

fn challenge(writer: &Writer<'_>, it: &Challenge) -> Paragraph {
    let at = At(Kind::Challenge, &it.id, "text");
    let mut text = writer.text(at, &it.text);
    let named = if it.attribution == "named" { abbreviations(writer, it) } else { Vec::new() };
    if !named.is_empty() {
        let named = Piece::Text(writer.words.list(&named));
        let pieces = [("text", Piece::Runs(text)), ("jurisdictions", named)];
        text = writer.fill(key::DECK_WITH_JURISDICTIONS, &pieces);
    }
    bullet(writer.with_links(at, text, &it.links))
}

/// Abbreviations of the jurisdictions that a challenge names.
fn abbreviations(writer: &Writer<'_>, it: &Challenge) -> Vec<String> {
    let found = it.jurisdictions.iter().filter_map(|id| writer.plan.jurisdictions.get(id));
    let runs = found.map(|jurisdiction| -> Vec<Run> {
        let at = At(Kind::Jurisdiction, &jurisdiction.id, "abbreviation");
        writer.text(at, &jurisdiction.abbreviation)
    });
    runs.map(|runs| joined(&runs)).collect()
}
