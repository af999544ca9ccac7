//! What a deck says otherwise than before, and why somebody cannot speak for a chair.

use jalon_domain::approvals::NotTheChair;
use jalon_domain::{Bilingual, Failure, Id, Kind, Lang, Plan, WordChange};
use serde_json::Value;

use crate::keys::key;
use crate::{Words, faults};

/// A reporting cycle as each language names it: its meeting, its day, and the id that a
/// command takes.
pub fn cycle_named(plan: &Plan, cycle: &Id) -> [String; 2] {
    let meeting = plan.cycles.get(cycle).and_then(|cycle| plan.meetings.get(&cycle.meeting));
    Lang::BOTH.map(|lang| match meeting {
        Some(meeting) => {
            let words = Words::of(lang);
            let args = [
                ("meeting", words.readable(&meeting.name).into()),
                ("date", words.day(meeting.date).into()),
                ("id", cycle.as_str().into()),
            ];
            words.format(key::CYCLE_NAMED, &args)
        }
        None => cycle.to_string(),
    })
}

/// That other governments do not have something as it stands here; whether somebody has to
/// choose between versions of it before it can be issued.
pub fn unissued(kind: Kind, id: &Id, in_conflict: bool, plan: &Plan) -> Failure {
    let code = if in_conflict { "failure-deck-unissued-conflict" } else { "failure-deck-unissued" };
    of_thing(code, kind, id, plan)
}

/// A failure of something in the plan, by what it is called in each language, and by its id:
/// two may be called alike.
pub fn of_thing(code: &str, kind: Kind, id: &Id, plan: &Plan) -> Failure {
    let called = |lang| {
        let words = Words::of(lang);
        let title = plan.title(kind, id).filter(|title| !title.is_empty());
        title.map_or_else(|| words.kind(kind), |title| words.thing(kind, id, &title))
    };
    Failure::new(code).pair("name", Lang::BOTH.map(called)).text("id", id.as_str())
}

/// The name of a jurisdiction in each language; its id where the plan does not name it.
pub fn jurisdiction(id: &Id, plan: &Plan) -> [String; 2] {
    let known = plan.jurisdictions.get(id).filter(|known| !known.name.is_empty());
    Lang::BOTH.map(|lang| known.map_or_else(|| id.to_string(), |known| Words::of(lang).readable(&known.name)))
}

/// Why somebody cannot speak for a chair of the group.
pub fn not_the_chair(no: &NotTheChair) -> Failure {
    let about = |code: &str, id: &Id| Failure::new(code).text("id", id.as_str());
    match no {
        NotTheChair::Denied(denied) => faults::denied(*denied),
        NotTheChair::NoChair(id) => about("failure-council-no-such-chair", id),
        NotTheChair::NotNow(id) => about("failure-council-not-now", id),
        NotTheChair::NoAlternate(id) => about("failure-council-no-alternate", id),
    }
}

/// That a deck has changed since somebody saw it: the first change, and how many more.
pub fn changed(changes: &[WordChange]) -> Failure {
    let Some(first) = changes.first() else { return Failure::new("failure-council-unseen") };
    let more = i64::try_from(changes.len() - 1).unwrap_or(i64::MAX);
    let (kind, id, what, lang) = match first {
        WordChange::Cycle { after, .. } => (Kind::Cycle, after, "council-cycle".to_owned(), None),
        WordChange::Added { kind, id, .. } => (*kind, id, "council-added".to_owned(), None),
        WordChange::Removed { kind, id, .. } => (*kind, id, "council-removed".to_owned(), None),
        WordChange::Moved { kind, id, .. } => (*kind, id, "council-moved".to_owned(), None),
        WordChange::Words { kind, id, field, lang, .. } => (*kind, id, format!("field-{field}"), *lang),
    };
    Failure::new("failure-council-changed")
        .message("kind", format!("kind-{}", kind.def().name))
        .text("id", id.as_str())
        .message("what", what)
        .text("language", lang.map_or("both", |lang| lang.code()))
        .number("more", more)
}

impl Words {
    /// One thing that a deck says otherwise, as a sentence without its full stop. The
    /// plan says how jurisdictions are called.
    pub fn word_change(&self, change: &WordChange, plan: &Plan) -> String {
        let named = |key, kind: Kind, id: &Id, text: &Bilingual| {
            self.format(key, &[("name", self.thing(kind, id, text).into())])
        };
        match change {
            WordChange::Cycle { .. } => self.text(key::COUNCIL_CHANGE_CYCLE),
            WordChange::Added { kind, id, text } => named(key::COUNCIL_CHANGE_ADDED, *kind, id, text),
            WordChange::Removed { kind, id, text } => named(key::COUNCIL_CHANGE_REMOVED, *kind, id, text),
            WordChange::Moved { kind, id, text } => named(key::COUNCIL_CHANGE_MOVED, *kind, id, text),
            WordChange::Words { kind, id, text, field, lang, before, after } => {
                let name = self.thing(*kind, id, text);
                let field_name = match lang {
                    Some(lang) => self.field(&format!("{field}.{}", lang.code())),
                    None => self.field(field),
                };
                // Where nothing stood and nothing stands, a deck says of one of the two that it
                // is to come.
                let to_come = is_nothing(before) && is_nothing(after);
                let is_nothing = |value: &Value| value.is_null() || is_nothing(value) && !to_come;
                let shown = |value: &Value| match value.as_str() {
                    Some("") => self.text(key::DECK_PENDING),
                    _ => self.fact(*kind, field, value, plan),
                };
                let mut args = vec![("name", name.into()), ("field", field_name.into())];
                if !is_nothing(before) {
                    args.push(("before", shown(before).into()));
                }
                if !is_nothing(after) {
                    args.push(("after", shown(after).into()));
                }
                match (is_nothing(before), is_nothing(after)) {
                    (true, true) => self.thing(*kind, id, text),
                    (true, false) => self.format(key::COUNCIL_CHANGE_SAID, &args),
                    (false, true) => self.format(key::COUNCIL_CHANGE_UNSAID, &args),
                    (false, false) => self.format(key::COUNCIL_CHANGE_WORDS, &args),
                }
            }
        }
    }

    /// `Milestone “Common template”`; a thing without words by its id.
    pub(crate) fn thing(&self, kind: Kind, id: &Id, text: &Bilingual) -> String {
        match self.readable(text) {
            title if title.is_empty() => format!("{} {id}", self.kind(kind)),
            title => {
                self.format(key::HISTORY_NAMED, &[("kind", self.kind(kind).into()), ("title", title.into())])
            }
        }
    }
}

/// Nothing stood there: no value, or no text yet.
fn is_nothing(value: &Value) -> bool {
    value.is_null() || value.as_str().is_some_and(str::is_empty)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_domain::Lang;
    use serde_json::json;

    fn told(kind: Kind, field: &str, lang: Option<Lang>, before: Value, after: Value) -> [String; 2] {
        let text = Bilingual { en: "Draft".into(), fr: "Projet".into(), ..Bilingual::default() };
        let id = Id::parse("x").unwrap();
        let change = WordChange::Words { kind, id, text, field: field.into(), lang, before, after };
        let plan: Plan = serde_json::from_value(json!({"jurisdictions": {"QC": {
            "id": "QC", "position": "b", "level": "provincial", "name": {"en": "Quebec", "source": "en"},
            "abbreviation": {"en": "Que.", "fr": "Qc", "source": "en", "state": "approved"},
        }}, "priorities": {"p": {"id": "p", "workplan": "w", "position": "b",
            "title": {"en": "Literacy", "source": "en"}}}}))
        .unwrap();
        Lang::BOTH.map(|lang| Words::of(lang).word_change(&change, &plan).replace('\u{a0}', " "))
    }

    #[test]
    fn what_changed_is_told_in_both_languages() {
        assert_eq!(
            told(Kind::Milestone, "status", None, json!(["SP", "on_track"]), json!(["C"])),
            [
                "Milestone “Draft”, Status: from Substantial progress, On track to Complete",
                "Jalon « Projet », Statut : Progrès important, En bonne voie, puis Réalisé",
            ]
        );
        assert_eq!(
            told(Kind::Priority, "leads", None, json!([]), json!(["QC", "gone"])),
            [
                "Priority “Draft”, Leads: from nothing to Que. and gone",
                "Priorité « Projet », Responsables : rien, puis Qc et gone",
            ]
        );
        let text = told(Kind::Point, "text", Some(Lang::Fr), json!(""), json!("Deux"));
        assert_eq!(text[0], "Point “Draft”, Text (French): “Deux”, where nothing stood");
        // A deck that has no translation says that it is to come.
        let came = told(Kind::Milestone, "description", Some(Lang::Fr), Value::Null, json!(""));
        assert_eq!(
            came[0],
            "Milestone “Draft”, Description (French): Translation pending, where nothing stood"
        );
        let went = told(Kind::Milestone, "description", Some(Lang::Fr), json!(""), Value::Null);
        assert_eq!(went[1], "Jalon « Projet », Description (français) : Traduction à venir n’est plus dit");
        let moved = told(Kind::Milestone, "priority", None, json!("p"), json!("gone"));
        assert_eq!(moved[0], "Milestone “Draft”, Priority: from Priority “Literacy” to gone");
        let gone = told(Kind::Milestone, "due", None, json!("2019-Q4"), Value::Null);
        assert_eq!(gone[0], "Milestone “Draft”, Due date: 4th quarter of 2019 is no longer said");
        let links = told(
            Kind::Point,
            "links",
            Some(Lang::En),
            json!([[true, "page", "https://example.org/", "en"]]),
            json!([[false, "", "https://example.org/b", "en"]]),
        );
        assert_eq!(
            links[0],
            "Point “Draft”, Links (English): from page (https://example.org/) to https://example.org/b"
        );
    }
}
