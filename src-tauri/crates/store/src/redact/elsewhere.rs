//! Where else the words of what was redacted stand: copies of a text have lives of their
//! own, such as what is carried over into the next cycle, or a plan that was begun out of
//! another. None of them is followed: a person decides.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::{FieldDef, FieldType, Id, Kind, Lang};
use jalon_words::{Words, fold, key};
use rusqlite::Connection;
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::Trouble;
use crate::fields::{self, Part};
use crate::journal::row::Row;

/// From how many characters on a text is also sought within longer ones: a shorter one
/// stands in too many that have nothing to do with it.
const LONG: usize = 8;

/// A field that holds the same words, or has held them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Elsewhere {
    /// Of which kind of thing.
    pub kind: Kind,
    /// Of which one.
    pub id: Id,
    /// The field, as it is named to redact it.
    pub field: String,
    /// Whether they stand there now, and not only in the history.
    pub now: bool,
}

/// What people wrote in these changes of a field, folded; of a part of it that is redacted
/// alone, what they wrote in that: the links of a status stay when its reason goes.
pub(super) fn words(
    sql: &Connection,
    redacted: &str,
    changes: &BTreeSet<String>,
) -> Result<BTreeSet<String>, Trouble> {
    let mut query =
        sql.prepare_cached("SELECT kind, field, value FROM change WHERE id = ?1 AND value IS NOT NULL")?;
    let mut found = BTreeSet::new();
    for change in changes {
        let mut rows = query.query([change])?;
        while let Some(row) = rows.next()? {
            let (kind, field, value): (String, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
            let Some((_, def, part)) = known(&kind, &field) else { continue };
            for (name, text) in written(def, part, &parsed(&value)) {
                if redacted == def.name || redacted == name {
                    found.insert(fold(text.trim()));
                }
            }
        }
    }
    for lang in Lang::BOTH {
        found.remove(&fold(&Words::of(lang).text(key::REDACTED_STAND_IN)));
    }
    found.remove("");
    Ok(found)
}

/// The fields of which a change that was not destroyed holds any of these words.
pub(super) fn find(sql: &Connection, words: &BTreeSet<String>) -> Result<Vec<Elsewhere>, Trouble> {
    let mut found: BTreeMap<(Kind, Id, &'static str), (BTreeSet<String>, bool)> = BTreeMap::new();
    if words.is_empty() {
        return Ok(Vec::new());
    }
    let long: Vec<&String> = words.iter().filter(|words| words.chars().count() >= LONG).collect();
    let same = |text: &str| {
        let text = fold(text.trim());
        words.contains(&text) || long.iter().any(|words| text.contains(words.as_str()))
    };
    let mut query =
        sql.prepare("SELECT id, kind, entity, field, value FROM change WHERE value IS NOT NULL")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let text = |n| row.get_ref(n).map_err(Trouble::from).map(|it| it.as_str().unwrap_or_default());
        let (change, entity, field) = (text(0)?, text(2)?, text(3)?);
        let (Some((kind, def, part)), Some(id)) = (known(text(1)?, field), Id::parse(entity)) else {
            continue;
        };
        let value = parsed(text(4)?);
        let parts: BTreeSet<String> = written(def, part, &value)
            .into_iter()
            .filter(|(_, text)| same(text))
            .map(|(name, _)| name)
            .collect();
        if parts.is_empty() {
            continue;
        }
        let row = Row::read(sql, &id)?;
        let now =
            row.is_some_and(|row| row.is_live() && row.head_ids(field).iter().any(|head| head == change));
        let (all, stands) = found.entry((kind, id, def.name)).or_default();
        all.extend(parts);
        *stands |= now;
    }
    let told = |((kind, id, whole), (parts, now)): ((Kind, Id, &'static str), (BTreeSet<String>, bool))| {
        // One side, or a reason, goes alone; several go as the whole.
        let field = match parts.len() {
            1 => parts.into_iter().next().unwrap_or_default(),
            _ => whole.to_owned(),
        };
        Elsewhere { kind, id, field, now }
    };
    Ok(found.into_iter().map(told).collect())
}

fn known(kind: &str, field: &str) -> Option<(Kind, &'static FieldDef, Part)> {
    let kind = Kind::named(kind)?;
    let (def, part) = fields::named(kind.def(), field)?;
    Some((kind, def, part))
}

fn parsed(value: &str) -> Value {
    serde_json::from_str(value).unwrap_or_default()
}

/// What people wrote in a value of a field, each with the name by which it is redacted.
fn written<'a>(def: &FieldDef, part: Part, value: &'a Value) -> Vec<(String, &'a str)> {
    let whole = || def.name.to_owned();
    let of = |name: String, texts: Vec<&'a str>| texts.into_iter().map(move |text| (name.clone(), text));
    match (def.ty, part) {
        (FieldType::Bilingual, Part::Side(lang)) => {
            of(fields::side(def.name, lang), value.as_str().into_iter().collect()).collect()
        }
        (FieldType::Text, _) => of(whole(), value.as_str().into_iter().collect()).collect(),
        (FieldType::Texts, _) => {
            of(whole(), value.as_array().into_iter().flatten().filter_map(Value::as_str).collect()).collect()
        }
        (FieldType::Status, _) => {
            let reason = of(format!("{}.reason", def.name), pair(&value["reason"]));
            reason.chain(of(whole(), links(&value["evidence"]))).collect()
        }
        (FieldType::Links, _) => of(whole(), links(value)).collect(),
        (FieldType::Date, _) => {
            let parts = value.as_object().into_iter().flat_map(|date| date.values());
            of(whole(), pair(value).into_iter().chain(parts.flat_map(pair)).collect()).collect()
        }
        _ => Vec::new(),
    }
}

/// Both sides of a bilingual text or of an address.
fn pair(value: &Value) -> Vec<&str> {
    Lang::BOTH.into_iter().filter_map(|lang| value.get(lang.code())?.as_str()).collect()
}

fn links(value: &Value) -> Vec<&str> {
    let links = value.as_array().into_iter().flatten();
    links.flat_map(|link| pair(&link["label"]).into_iter().chain(pair(link))).collect()
}
