//! Every text of an entity, and where in it each stands. Search, the translators' queue
//! and the proofreading all read this one walk, so that a new field is covered by its
//! line in the registry.

use serde_json::Value;

use crate::registry::{FieldDef, FieldType, KindDef};
use crate::text::Bilingual;

/// A text and where in its entity it stands: `title`, `status.reason`,
/// `status.evidence[0].label`, `links[1].label`, `due.words`, `forbidden_fr[0]`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextAt {
    /// The field and, where the text is only a part of it, the way there.
    pub path: String,
    /// The text.
    pub text: Text,
}

/// A text with a translation, or one without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Text {
    /// Two sides and how they stand to each other.
    Pair(Bilingual),
    /// A name, an address, a number: the same for readers of both languages.
    Plain(String),
}

/// All texts of an entity that stands as plan JSON writes it, in the order of its fields.
pub fn of_entity(def: &KindDef, object: &Value) -> Vec<TextAt> {
    let value = |field: &FieldDef| object.get(field.name).cloned().unwrap_or_default();
    def.fields.iter().flat_map(|field| in_field(field, &value(field))).collect()
}

/// The texts that a field holds.
pub fn in_field(field: &FieldDef, value: &Value) -> Vec<TextAt> {
    let name = field.name;
    match field.ty {
        FieldType::Bilingual => pair(name.to_owned(), Some(value)).into_iter().collect(),
        FieldType::Text => plain(name.to_owned(), Some(value)).into_iter().collect(),
        FieldType::Texts => {
            list(value).filter_map(|(n, text)| plain(format!("{name}[{n}]"), Some(text))).collect()
        }
        FieldType::Count => {
            value.as_u64().map(|number| said(name.to_owned(), number.to_string())).into_iter().collect()
        }
        FieldType::Status => {
            let reason = pair(format!("{name}.reason"), value.get("reason"));
            let evidence = value.get("evidence").map(|links| in_links(&format!("{name}.evidence"), links));
            reason.into_iter().chain(evidence.into_iter().flatten()).collect()
        }
        FieldType::Links => in_links(name, value),
        FieldType::Date => pair(format!("{name}.words"), value.get("words")).into_iter().collect(),
        FieldType::Files => {
            let of = |(n, file): (usize, &Value)| plain(format!("{name}[{n}].name"), file.get("name"));
            list(value).filter_map(of).collect()
        }
        FieldType::OneOf(_)
        | FieldType::Flag
        | FieldType::Day
        | FieldType::Position
        | FieldType::Ref(_)
        | FieldType::Refs(_)
        | FieldType::Leads
        | FieldType::Roles
        | FieldType::Langs
        | FieldType::Vector => Vec::new(),
    }
}

/// The bilingual text at a path of an entity, if one stands there.
pub fn pair_at(def: &KindDef, object: &Value, path: &str) -> Option<Bilingual> {
    let field = def.field(field_of(path))?;
    pair_in(field, object.get(field.name)?, path)
}

/// The bilingual text at a path of a field, if one stands there.
pub fn pair_in(field: &FieldDef, value: &Value, path: &str) -> Option<Bilingual> {
    let found = in_field(field, value).into_iter().find(|text| text.path == path)?;
    match found.text {
        Text::Pair(pair) => Some(pair),
        Text::Plain(_) => None,
    }
}

/// The field that a path begins with.
///
/// ```
/// use jalon_domain::texts::field_of;
///
/// assert_eq!(field_of("links[1].label"), "links");
/// assert_eq!(field_of("title"), "title");
/// ```
pub fn field_of(path: &str) -> &str {
    path.split(['.', '[']).next().unwrap_or(path)
}

/// The way from a field to the text, as a JSON pointer; empty for the whole field.
///
/// ```
/// use jalon_domain::texts::pointer;
///
/// assert_eq!(pointer("status.evidence[0].label"), "/evidence/0/label");
/// assert_eq!(pointer("title"), "");
/// ```
pub fn pointer(path: &str) -> String {
    path[field_of(path).len()..].replace(['.', '['], "/").replace(']', "")
}

fn in_links(at: &str, links: &Value) -> Vec<TextAt> {
    let of = |(n, link): (usize, &Value)| {
        let at = format!("{at}[{n}]");
        let english = plain(format!("{at}.en"), link.get("en"));
        let french = plain(format!("{at}.fr"), link.get("fr"));
        let again = english.as_ref().map(|it| &it.text) == french.as_ref().map(|it| &it.text);
        let addresses = english.into_iter().chain(french.filter(|_| !again));
        pair(format!("{at}.label"), link.get("label")).into_iter().chain(addresses).collect::<Vec<_>>()
    };
    list(links).flat_map(of).collect()
}

fn list(value: &Value) -> impl Iterator<Item = (usize, &Value)> {
    value.as_array().map(Vec::as_slice).unwrap_or_default().iter().enumerate()
}

fn pair(path: String, value: Option<&Value>) -> Option<TextAt> {
    let pair: Bilingual = serde_json::from_value(value?.clone()).ok()?;
    (!pair.is_empty()).then_some(TextAt { path, text: Text::Pair(pair) })
}

fn plain(path: String, value: Option<&Value>) -> Option<TextAt> {
    Some(said(path, value?.as_str().filter(|text| !text.is_empty())?.to_owned()))
}

fn said(path: String, text: String) -> TextAt {
    TextAt { path, text: Text::Plain(text) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Kind;
    use serde_json::json;

    fn paths(kind: Kind, object: Value) -> Vec<String> {
        of_entity(kind.def(), &object).into_iter().map(|text| text.path).collect()
    }

    #[test]
    fn every_text_is_found_with_its_place_however_deep_it_stands() {
        let text = |en: &str| json!({"en": en, "source": "en"});
        let milestone = json!({
            "title": text("Title"), "due": {"words": text("early fall")}, "baseline_due": "2019-10",
            "status": {"completion": "C", "reason": text("Adopted"), "evidence": [
                {"en": "https://example.org/a"},
                {"label": text("Minutes"), "en": "https://example.org/b", "fr": "https://example.org/b"},
            ]},
        });
        let expected = [
            "title",
            "status.reason",
            "status.evidence[0].en",
            "status.evidence[1].label",
            "status.evidence[1].en",
            "due.words",
        ];
        assert_eq!(paths(Kind::Milestone, milestone.clone()), expected);
        let found = pair_at(Kind::Milestone.def(), &milestone, "status.evidence[1].label");
        assert_eq!(found.map(|pair| pair.en).as_deref(), Some("Minutes"));
        for nothing in ["status", "status.evidence[0].en", "status.evidence[9].label", "nothing", ""] {
            assert_eq!(pair_at(Kind::Milestone.def(), &milestone, nothing), None, "{nothing}");
        }
        let term = json!({"term": text("open data"), "forbidden_fr": ["données libres"]});
        assert_eq!(paths(Kind::Term, term), ["term", "forbidden_fr[0]"]);
        let deck = json!({"files": [{"name": "COGWG.pptx", "digest": "0", "size": 1}]});
        assert_eq!(paths(Kind::TabledDeck, deck), ["files[0].name"]);
        assert_eq!(paths(Kind::Figure, json!({"value": 95, "label": text("sessions")})), ["value", "label"]);
    }

    #[test]
    fn a_path_points_to_its_text() {
        let value = json!({"reason": {"en": "Late"}, "evidence": [{"label": {"en": "Minutes"}}]});
        for (path, expected) in [("status.reason", "Late"), ("status.evidence[0].label", "Minutes")] {
            assert_eq!(value.pointer(&pointer(path)).unwrap()["en"], expected);
        }
    }
}
