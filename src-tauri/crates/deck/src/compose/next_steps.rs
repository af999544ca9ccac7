//! Next steps, their sub-points under them.

use std::collections::{BTreeMap, BTreeSet};

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
    for (step, level) in in_outline(&steps) {
        let text = writer.text(At(Kind::NextStep, &step.id, "text"), &step.text);
        let when = when(writer, step);
        if let Some(when) = when.clone() {
            let pieces = [("text", Piece::Runs(text.clone())), ("when", Piece::Text(when))];
            notes.push(writer.tell(key::DECK_NOTE_STEP, &pieces));
        }
        let runs = with_date(writer, when, text);
        paragraphs.push(Paragraph { runs, style: ParagraphStyle::Bullet(level) });
    }
    if paragraphs.is_empty() {
        paragraphs.push(plain(writer.say(key::DECK_NO_NEXT_STEPS)));
    }
    writer.slide("next-steps", writer.say(key::DECK_NEXT_STEPS), Body::Text(paragraphs), notes)
}

/// The steps with their bullet levels, each over those that stand under it. Steps
/// that stand under each other in a circle hang from no outer one: they are a
/// problem of the plan, and come last rather than not at all.
fn in_outline<'a>(steps: &[&'a NextStep]) -> Vec<(&'a NextStep, u8)> {
    let ids: BTreeSet<&Id> = steps.iter().map(|step| &step.id).collect();
    let parent = |step: &'a NextStep| step.parent.as_ref().filter(|id| ids.contains(id));
    let mut under: BTreeMap<Option<&Id>, Vec<&NextStep>> = BTreeMap::new();
    for step in steps {
        under.entry(parent(step)).or_default().push(step);
    }
    let mut outline = Vec::new();
    let mut reached = BTreeSet::new();
    let outer = under.get(&None).into_iter().flatten().chain(steps);
    for start in outer {
        let mut open: Vec<(&NextStep, u8)> = vec![(start, 0)];
        while let Some((step, level)) = open.pop() {
            if !reached.insert(&step.id) {
                continue;
            }
            outline.push((step, level));
            let below = under.get(&Some(&step.id)).into_iter().flatten().rev();
            open.extend(below.map(|step| (*step, (level + 1).min(DEEPEST))));
        }
    }
    outline
}

/// When, in words; nothing while the words have no text in this language.
fn when(writer: &Writer<'_>, step: &NextStep) -> Option<String> {
    match step.when.as_ref()? {
        PlanDate::Words(words) => Some(writer.note(At(Kind::NextStep, &step.id, "when"), words)),
        date => Some(writer.words.date(date)),
    }
}

/// The text with its date in brackets, unless it says it already.
fn with_date(writer: &Writer<'_>, when: Option<String>, text: Vec<Run>) -> Vec<Run> {
    match when {
        Some(when) if !fold(&joined(&text)).contains(&fold(&when)) => {
            writer.fill(key::DECK_WITH_DATE, &[("text", Piece::Runs(text)), ("when", Piece::Text(when))])
        }
        _ => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outline(steps: &[(&str, Option<&str>)]) -> Vec<(String, u8)> {
        let step = |(id, parent): &(&str, Option<&str>)| -> NextStep {
            let text = serde_json::json!({"en": "Text", "source": "en"});
            let step = serde_json::json!({
                "id": id, "parent": parent, "cycle": "c", "position": "a1", "text": text
            });
            serde_json::from_value(step).expect("a step")
        };
        let steps: Vec<NextStep> = steps.iter().map(step).collect();
        let found = in_outline(&steps.iter().collect::<Vec<_>>());
        found.into_iter().map(|(step, level)| (step.id.to_string(), level)).collect()
    }

    #[test]
    fn sub_points_stand_under_their_steps() {
        let found =
            outline(&[("a", None), ("b", None), ("a1", Some("a")), ("a2", Some("a")), ("a1x", Some("a1"))]);
        let expected = [("a", 0), ("a1", 1), ("a1x", 2), ("a2", 1), ("b", 0)];
        assert_eq!(found, expected.map(|(id, level)| (id.to_owned(), level)));
    }

    #[test]
    fn steps_in_a_circle_and_under_strangers_are_shown_once() {
        let found = outline(&[("a", Some("b")), ("b", Some("a")), ("c", Some("gone"))]);
        let expected = [("c", 0), ("a", 0), ("b", 1)];
        assert_eq!(found, expected.map(|(id, level)| (id.to_owned(), level)));
    }

    #[test]
    fn a_chain_of_any_length_is_followed() {
        let ids: Vec<String> = (0..20_000).map(|n| format!("s{n:05}")).collect();
        let chain: Vec<(&str, Option<&str>)> =
            (0..ids.len()).map(|n| (ids[n].as_str(), n.checked_sub(1).map(|m| ids[m].as_str()))).collect();
        assert_eq!(outline(&chain).len(), 20_000);
    }
}
