//! Whether a JSON value may stand in a field, and what is wrong where.

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{FieldType, Kind};
use crate::actor::RoleHeld;
use crate::date::PlanDate;
use crate::entity::KeptFile;
use crate::id::Id;
use crate::lang::Lang;
use crate::leads::{self, Lead, LeadsFault};
use crate::link::Link;
use crate::status::Status;
use crate::text::{Bilingual, Translation};
use crate::vector::Vector;

pub use super::fault::{Expected, FaultKind, FieldFault};

fn fault(at: impl Into<String>, expected: Expected) -> FieldFault {
    FieldFault { at: at.into(), what: FaultKind::Expected(expected) }
}

impl FieldType {
    /// Checks a value for a field of this type, as plan JSON writes it (a
    /// bilingual text is one object here).
    ///
    /// # Errors
    /// The first fault and its place.
    pub fn check(self, value: &Value) -> Result<(), FieldFault> {
        match self {
            FieldType::Text => {
                let text = value.as_str().filter(|text| !text.trim().is_empty());
                check_characters("", text.ok_or_else(|| fault("", Expected::Text))?)
            }
            FieldType::Bilingual => bilingual("", value),
            FieldType::OneOf(codes) => {
                whole(value.as_str().is_some_and(|code| codes.contains(&code)), Expected::Code(codes))
            }
            FieldType::Count => {
                whole(value.as_u64().is_some_and(|n| i64::try_from(n).is_ok()), Expected::Count)
            }
            FieldType::Flag => whole(value.is_boolean(), Expected::Flag),
            FieldType::Day => {
                let day = value.as_str().and_then(PlanDate::parse);
                whole(matches!(day, Some(PlanDate::Day(_))), Expected::Day)
            }
            FieldType::Date => match typed(value, Expected::Date)? {
                PlanDate::Words(words) => check_pair(".words", &words),
                _ => Ok(()),
            },
            FieldType::Position => whole(value.as_str().is_some_and(is_position), Expected::Position),
            FieldType::Ref(_) => whole(value.as_str().and_then(Id::parse).is_some(), Expected::Id),
            FieldType::Refs(_) => {
                let ids: Vec<String> = typed(value, Expected::Ids)?;
                match ids.iter().position(|id| Id::parse(id).is_none()) {
                    Some(n) => Err(fault(format!("[{n}]"), Expected::Id)),
                    None => Ok(()),
                }
            }
            FieldType::Status => status(value),
            FieldType::Leads => lead_list(value),
            FieldType::Links => links("", &typed::<Vec<Link>>(value, Expected::Links)?),
            FieldType::Roles => typed::<Vec<RoleHeld>>(value, Expected::Roles).map(drop),
            FieldType::Langs => {
                let langs: Vec<Lang> = typed(value, Expected::Langs)?;
                whole(
                    !langs.is_empty() && (langs.len() == 1 || langs[0] != langs[1]) && langs.len() < 3,
                    Expected::Langs,
                )
            }
            FieldType::Texts => texts(&typed::<Vec<String>>(value, Expected::Texts)?),
            FieldType::Vector => typed::<Vector>(value, Expected::Vector).map(drop),
            FieldType::Files => {
                let files: Vec<KeptFile> = typed(value, Expected::Files)?;
                whole(!files.is_empty(), Expected::Files)
            }
        }
    }

    /// The ids that a value of this type refers to, with their places and the
    /// kinds that they may be of.
    pub fn references(self, value: &Value) -> Vec<(String, Id, &'static [Kind])> {
        const JURISDICTION: &[Kind] = &[Kind::Jurisdiction];
        let id = |value: &Value| value.as_str().and_then(Id::parse);
        let each = |key: Option<&str>, kinds: &'static [Kind]| {
            let list = value.as_array().map(Vec::as_slice).unwrap_or_default();
            let found = list.iter().enumerate().filter_map(|(n, item)| {
                let item = match key {
                    Some(key) => item.get(key)?,
                    None => item,
                };
                Some((format!("[{n}]"), id(item)?, kinds))
            });
            found.collect()
        };
        match self {
            FieldType::Ref(kinds) => id(value).map(|id| (String::new(), id, kinds)).into_iter().collect(),
            FieldType::Refs(kind) => each(None, std::slice::from_ref(&super::KINDS[kind as usize].kind)),
            FieldType::Leads | FieldType::Roles => each(Some("jurisdiction"), JURISDICTION),
            _ => Vec::new(),
        }
    }
}

/// Whether a text is an order key: 1 to 64 of `0-9 a-z`, not ending in `0`, so
/// that there is always a key between two.
pub fn is_position(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_lowercase())
        && !text.ends_with('0')
}

/// Checks that a text holds only characters that every form of a plan can carry: no
/// control characters below U+0020 but tab and line feed, no U+FFFE and no U+FFFF.
/// XML cannot hold the others at all, so that a deck would lack them silently
/// (Extensible Markup Language 1.0, section 2.2).
///
/// # Errors
/// The first such character; `at` becomes the fault's place.
pub fn check_characters(at: &str, text: &str) -> Result<(), FieldFault> {
    let wrong = |character: &char| match character {
        '\t' | '\n' => false,
        other => matches!(other, ..'\u{20}' | '\u{FFFE}' | '\u{FFFF}'),
    };
    match text.chars().enumerate().find(|(_, character)| wrong(character)) {
        Some((index, character)) => {
            Err(FieldFault { at: at.to_owned(), what: FaultKind::Character { character, index } })
        }
        None => Ok(()),
    }
}

fn whole(good: bool, expected: Expected) -> Result<(), FieldFault> {
    if good { Ok(()) } else { Err(fault("", expected)) }
}

fn typed<T: DeserializeOwned>(value: &Value, expected: Expected) -> Result<T, FieldFault> {
    if let Value::Array(items) = value {
        // Name the element that does not fit, where one alone does not.
        for (n, item) in items.iter().enumerate() {
            if serde_json::from_value::<T>(Value::Array(vec![item.clone()])).is_err() {
                return Err(fault(format!("[{n}]"), expected));
            }
        }
    }
    serde_json::from_value(value.clone()).map_err(|_| fault("", expected))
}

fn bilingual(at: &str, value: &Value) -> Result<(), FieldFault> {
    let pair: Bilingual =
        serde_json::from_value(value.clone()).map_err(|_| fault(at, Expected::BilingualText))?;
    check_pair(at, &pair)
}

fn check_pair(at: &str, pair: &Bilingual) -> Result<(), FieldFault> {
    let other = pair.side(pair.source.other());
    let agrees = match pair.state {
        Translation::Missing => other.is_empty(),
        Translation::Draft | Translation::Stale | Translation::Approved => !other.is_empty(),
        Translation::Same => other.is_empty() || other == pair.side(pair.source),
    };
    if pair.side(pair.source).trim().is_empty() || !agrees {
        return Err(fault(at, Expected::BilingualText));
    }
    for lang in Lang::BOTH {
        check_characters(&format!("{at}.{}", lang.code()), pair.side(lang))?;
    }
    Ok(())
}

fn status(value: &Value) -> Result<(), FieldFault> {
    let status: Status = typed(value, Expected::Status)?;
    if let Some(reason) = &status.reason {
        check_pair(".reason", reason)?;
    }
    links(".evidence", &status.evidence)?;
    status.check().map_err(|what| FieldFault { at: String::new(), what: FaultKind::Status(what) })
}

fn texts(list: &[String]) -> Result<(), FieldFault> {
    for (n, text) in list.iter().enumerate() {
        let at = format!("[{n}]");
        if text.trim().is_empty() {
            return Err(fault(at, Expected::Texts));
        }
        check_characters(&at, text)?;
    }
    Ok(())
}

fn lead_list(value: &Value) -> Result<(), FieldFault> {
    let list: Vec<Lead> = typed(value, Expected::Leads)?;
    leads::check(&list).map_err(|what| {
        let (LeadsFault::Twice(n, _) | LeadsFault::FromAfterTo(n, _)) = &what;
        FieldFault { at: format!("[{n}]"), what: FaultKind::Leads(what) }
    })
}

fn links(at: &str, list: &[Link]) -> Result<(), FieldFault> {
    for (n, link) in list.iter().enumerate() {
        if let Some(label) = &link.label {
            check_pair(&format!("{at}[{n}].label"), label)?;
        }
        link.check().map_err(|what| FieldFault { at: format!("{at}[{n}]"), what: FaultKind::Link(what) })?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::LinkFault;
    use serde_json::json;

    fn check(ty: FieldType, value: Value, expected: Result<(), (&str, FaultKind)>) {
        let found = ty.check(&value).map_err(|fault| (fault.at, fault.what));
        assert_eq!(found, expected.map_err(|(at, what)| (at.to_owned(), what)), "{value}");
    }

    #[test]
    fn what_is_wrong_is_named_with_its_place() {
        check(FieldType::Text, json!("  "), Err(("", FaultKind::Expected(Expected::Text))));
        check(FieldType::Position, json!("a0"), Err(("", FaultKind::Expected(Expected::Position))));
        check(FieldType::Day, json!("2019-09"), Err(("", FaultKind::Expected(Expected::Day))));
        let leads = json!([{"jurisdiction": "CA-ON"}, {"jurisdiction": "CA-ON"}]);
        let ontario = Id::parse("CA-ON").unwrap();
        check(FieldType::Leads, leads, Err(("[1]", FaultKind::Leads(LeadsFault::Twice(1, ontario)))));
        let leads = json!([{"jurisdiction": "CA-ON"}, {"name": "Ontario"}]);
        check(FieldType::Leads, leads, Err(("[1]", FaultKind::Expected(Expected::Leads))));
        let status = json!({"completion": "C", "evidence": [{"en": "http://example.org"}]});
        check(FieldType::Status, status, Err((".evidence[0]", FaultKind::Link(LinkFault::Scheme))));
        check(FieldType::Texts, json!(["GTCOG", " "]), Err(("[1]", FaultKind::Expected(Expected::Texts))));
        check(FieldType::Vector, json!({"a": "b"}), Err(("", FaultKind::Expected(Expected::Vector))));
        check(FieldType::Files, json!([]), Err(("", FaultKind::Expected(Expected::Files))));
        let missing = json!({"en": "Text", "source": "fr", "state": "draft"});
        check(FieldType::Bilingual, missing, Err(("", FaultKind::Expected(Expected::BilingualText))));
        check(FieldType::Bilingual, json!({"en": "Text", "source": "en"}), Ok(()));
    }

    #[test]
    fn a_text_holds_no_character_that_a_deck_cannot_hold() {
        let wrong = |character, index| FaultKind::Character { character, index };
        let pair = |text: &str| json!({"en": "Text", "fr": text, "source": "en", "state": "draft"});
        check(FieldType::Text, json!("N\u{0}L"), Err(("", wrong('\0', 1))));
        check(FieldType::Bilingual, pair("é\u{1f}"), Err((".fr", wrong('\u{1f}', 1))));
        check(FieldType::Bilingual, pair("a\r\nb"), Err((".fr", wrong('\r', 1))));
        let links = json!([{"en": "https://example.org", "label": pair("\u{ffff}")}]);
        check(FieldType::Links, links, Err(("[0].label.fr", wrong('\u{ffff}', 0))));
        let status = json!({"completion": "LP", "outlook": "at_risk", "reason": pair("\u{fffe}")});
        check(FieldType::Status, status, Err((".reason.fr", wrong('\u{fffe}', 0))));
        check(FieldType::Date, json!({"words": pair("\u{b}")}), Err((".words.fr", wrong('\u{b}', 0))));
        check(FieldType::Bilingual, pair("a\tb\n\u{7f}\u{fffd}\u{1f600}"), Ok(()));
    }

    #[test]
    fn references_are_found_where_they_stand() {
        let leads = json!([{"jurisdiction": "CA-ON"}, {"jurisdiction": "XX"}]);
        let found = FieldType::Leads.references(&leads);
        assert_eq!(found[1].0, "[1]");
        assert_eq!(found[1].1.as_str(), "XX");
        assert_eq!(FieldType::Refs(Kind::Challenge).references(&json!(["a"]))[0].2, &[Kind::Challenge]);
    }
}
