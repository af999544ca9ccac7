//! What translators and those who approve have still to do.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::entity::Workplan;
use crate::id::Id;
use crate::lang::Lang;
use crate::plan::Plan;
use crate::problem::objects;
use crate::reading::in_reading_order;
use crate::registry::Kind;
use crate::text::Translation;
use crate::texts::{self, Text};

/// A text whose translation is missing, stale or not approved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Queued {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// Where in it the text stands: `title`, `status.reason`, `links[0].label`.
    pub field: String,
    /// The language that it was written in.
    pub source: Lang,
    /// The text in that language.
    pub text: String,
    /// The text in the other language; empty when it is missing.
    pub translation: String,
    /// How the translation stands: missing, stale or a draft.
    pub state: Translation,
}

impl Queued {
    /// The language that it is to be translated into.
    pub fn into_lang(&self) -> Lang {
        self.source.other()
    }
}

/// The queue of a workplan, or of all that are kept in both languages, in the order in
/// which people read a plan; what all plans share (names, titles, the glossary) after
/// them. Texts that are approved, or the same in both languages, are not in it, nor are
/// those of a closed plan that is not asked for: nobody may write them.
pub fn translations(plan: &Plan, workplan: Option<&Id>) -> Vec<Queued> {
    let objects = objects(plan);
    let bilingual = |it: &Workplan| it.languages.len() > 1;
    let open = |it: &Workplan| workplan.is_some() || it.state != "closed";
    let any = plan.workplans.is_empty() || plan.workplans.values().any(bilingual);
    let mut queue = Vec::new();
    for place in in_reading_order(plan, workplan) {
        let wanted =
            place.workplan.and_then(|id| plan.workplans.get(id)).map_or(any, |it| bilingual(it) && open(it));
        let object = objects.get(&place.kind).and_then(|by_id| by_id.get(place.id));
        let Some(object) = object.filter(|_| wanted) else { continue };
        for found in texts::of_entity(place.kind.def(), object) {
            let Text::Pair(pair) = found.text else { continue };
            if matches!(pair.state, Translation::Approved | Translation::Same) {
                continue;
            }
            queue.push(Queued {
                kind: place.kind,
                id: place.id.clone(),
                field: found.path,
                source: pair.source,
                text: pair.side(pair.source).to_owned(),
                translation: pair.side(pair.source.other()).to_owned(),
                state: pair.state,
            });
        }
    }
    queue
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn text(en: &str, fr: &str, state: &str) -> Value {
        json!({"en": en, "fr": fr, "source": "en", "state": state})
    }

    fn queue(languages: &[&str]) -> Vec<String> {
        let done = text("Done", "Fait", "approved");
        let plan = json!({
            "workplans": {"w": {"id": "w", "position": "b", "title": done, "group": text("Group", "Groupe", "draft"),
                "group_abbreviation": text("G", "", "same"), "languages": languages, "state": "open"}},
            "priorities": {"p": {"id": "p", "workplan": "w", "position": "b", "title": done}},
            "milestones": {"m": {"id": "m", "priority": "p", "position": "b",
                "title": text("Title", "Titre", "stale"), "due": {"words": text("fall", "", "missing")},
                "status": {"completion": "C", "reason": text("Adopted", "", "missing"), "evidence": [
                    {"en": "https://example.org", "label": text("Minutes", "Procès-verbal", "draft")}]}}},
            "terms": {"t": {"id": "t", "term": text("open data", "", "missing")}},
        });
        let plan: Plan = serde_json::from_value(plan).unwrap();
        let told = |it: Queued| format!("{} {} {:?} {}", it.id, it.field, it.state, it.text);
        translations(&plan, None).into_iter().map(told).collect()
    }

    #[test]
    fn what_is_missing_stale_or_unapproved_is_listed_as_the_board_has_it() {
        let expected = [
            "w group Draft Group",
            "m title Stale Title",
            "m status.reason Missing Adopted",
            "m status.evidence[0].label Draft Minutes",
            "m due.words Missing fall",
            "t term Missing open data",
        ];
        assert_eq!(queue(&["en", "fr"]), expected);
    }

    #[test]
    fn a_plan_in_one_language_has_nothing_to_translate() {
        assert!(queue(&["en"]).is_empty());
    }
}
