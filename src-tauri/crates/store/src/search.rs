//! Search over everything that people have written, in both languages, by prefix,
//! without regard to case, accents, ligatures and apostrophes.
//!
//! The index holds folded texts only; what is shown is read from the journal's
//! heads. A text's row number is a digest of where it stands, so a text is replaced
//! in place without a table of its own.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::{Bilingual, FieldDef, FieldType, Id, KeptFile, Kind, Lang, Link, PlanDate, Status};
use jalon_words::fold;
use rusqlite::{Connection, params};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use crate::journal::row::Row;
use crate::{Trouble, fields};

/// Creates the index.
pub(crate) const CREATE: &str = "CREATE VIRTUAL TABLE search USING fts5 (
    text, entity UNINDEXED, field UNINDEXED, lang UNINDEXED, prefix = '2 3', tokenize = 'unicode61'
);\n";

/// The most hits that a search gives.
const MOST: usize = 100;

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Hit {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// The field, as plan JSON names it.
    pub field: String,
    /// The language of the text, where it has one.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// The text.
    pub text: String,
}

/// The texts of a field that can be searched, by language, each on one line.
fn texts(row: &Row, field: &FieldDef) -> Vec<(Option<Lang>, String)> {
    fn typed<T: DeserializeOwned>(value: Value) -> Option<T> {
        serde_json::from_value(value).ok()
    }
    let value = fields::plan_value(row, field);
    let mut pairs: Vec<Bilingual> = Vec::new();
    let mut plain: Vec<String> = Vec::new();
    match field.ty {
        _ if value.is_null() => {}
        FieldType::Text => plain.extend(value.as_str().map(str::to_owned)),
        FieldType::Bilingual => pairs.extend(typed::<Bilingual>(value)),
        FieldType::Status => {
            let status: Option<Status> = typed(value);
            pairs.extend(status.as_ref().and_then(|status| status.reason.clone()));
            let evidence = status.map(|status| status.evidence).unwrap_or_default();
            links(&evidence, &mut pairs, &mut plain);
        }
        FieldType::Texts => plain.extend(typed::<Vec<String>>(value).unwrap_or_default()),
        FieldType::Files => {
            let files = typed::<Vec<KeptFile>>(value).unwrap_or_default();
            plain.extend(files.into_iter().map(|file| file.name));
        }
        FieldType::Links => links(&typed::<Vec<Link>>(value).unwrap_or_default(), &mut pairs, &mut plain),
        FieldType::Date => {
            if let Some(PlanDate::Words(words)) = typed(value) {
                pairs.push(words);
            }
        }
        _ => {}
    }
    let side = |lang| {
        let texts: Vec<&str> =
            pairs.iter().map(|pair| pair.side(lang)).filter(|text| !text.is_empty()).collect();
        (Some(lang), texts.join(" · "))
    };
    let all = Lang::BOTH.map(side).into_iter().chain([(None, plain.join(" · "))]);
    all.filter(|(_, text)| !text.is_empty()).collect()
}

fn links(links: &[Link], pairs: &mut Vec<Bilingual>, plain: &mut Vec<String>) {
    for link in links {
        pairs.extend(link.label.clone());
        plain.extend(link.en.clone());
        plain.extend(link.fr.clone().filter(|fr| Some(fr) != link.en.as_ref()));
    }
}

/// The row of the index for a text.
fn place(id: &Id, field: &str, lang: Option<Lang>) -> i64 {
    let digest = Sha256::digest(format!("{id} {field} {}", lang.map_or("", Lang::code)));
    let first = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    (first >> 1) as i64
}

/// Brings the index up to date with the fields that differ between two states.
pub(crate) fn update(sql: &Connection, before: &Row, after: &Row) -> Result<(), Trouble> {
    let written = after.heads.iter().filter(|(field, heads)| before.heads.get(*field) != Some(*heads));
    let written: BTreeSet<&str> = written.filter_map(|(field, _)| field.split('.').next()).collect();
    for field in after.kind.def().fields.iter().filter(|field| written.contains(field.name)) {
        let (old, new) = (texts(before, field), texts(after, field));
        if old == new {
            continue;
        }
        for (lang, _) in old.iter().filter(|(lang, _)| !new.iter().any(|(other, _)| other == lang)) {
            let mut delete = sql.prepare_cached("DELETE FROM search WHERE rowid = ?1")?;
            delete.execute([place(&after.id, field.name, *lang)])?;
        }
        for (lang, text) in new.iter().filter(|text| !old.contains(text)) {
            put(sql, &after.id, field.name, *lang, text)?;
        }
    }
    Ok(())
}

/// Takes all texts of an entity out of the index.
pub(crate) fn remove(sql: &Connection, row: &Row) -> Result<(), Trouble> {
    let mut delete = sql.prepare_cached("DELETE FROM search WHERE rowid = ?1")?;
    for field in row.kind.def().fields {
        for (lang, _) in texts(row, field) {
            delete.execute([place(&row.id, field.name, lang)])?;
        }
    }
    Ok(())
}

fn put(sql: &Connection, id: &Id, field: &str, lang: Option<Lang>, text: &str) -> Result<(), Trouble> {
    let mut insert = sql.prepare_cached(
        "INSERT OR REPLACE INTO search (rowid, text, entity, field, lang) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?;
    insert.execute(params![place(id, field, lang), fold(text), id.as_str(), field, lang.map(Lang::code)])?;
    Ok(())
}

/// Fills the index anew.
pub(crate) fn rebuild<'a>(sql: &Connection, rows: impl Iterator<Item = &'a Row>) -> Result<(), Trouble> {
    sql.execute_batch("DELETE FROM search")?;
    for row in rows {
        for field in row.kind.def().fields {
            for (lang, text) in texts(row, field) {
                put(sql, &row.id, field.name, lang, &text)?;
            }
        }
    }
    Ok(())
}

/// Rows of the index that are not as they should be.
pub(crate) fn compare<'a>(
    sql: &Connection,
    rows: impl Iterator<Item = &'a Row>,
) -> Result<BTreeSet<i64>, Trouble> {
    let mut expected = BTreeMap::new();
    for row in rows {
        for field in row.kind.def().fields {
            for (lang, text) in texts(row, field) {
                expected.insert(place(&row.id, field.name, lang), fold(&text));
            }
        }
    }
    let mut different = BTreeSet::new();
    let mut query = sql.prepare("SELECT rowid, text FROM search")?;
    let mut found = query.query([])?;
    while let Some(row) = found.next()? {
        let at: i64 = row.get(0)?;
        if expected.remove(&at) != Some(row.get(1)?) {
            different.insert(at);
        }
    }
    different.extend(expected.into_keys());
    Ok(different)
}

/// Texts that hold every word of `text` as the beginning of a word, best first.
pub(crate) fn find(sql: &Connection, text: &str) -> Result<Vec<Hit>, Trouble> {
    let folded = fold(text);
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let query: Vec<String> = words.map(|word| format!("\"{word}\"*")).collect();
    if query.is_empty() {
        return Ok(Vec::new());
    }
    let mut search = sql.prepare_cached(
        "SELECT entity, field, lang FROM search WHERE search MATCH ?1 ORDER BY rank, rowid",
    )?;
    let mut found = search.query([query.join(" ")])?;
    let mut rows: BTreeMap<Id, Option<Row>> = BTreeMap::new();
    let mut hits = Vec::new();
    while let Some(row) = found.next()? {
        let (field, lang): (String, Option<String>) = (row.get(1)?, row.get(2)?);
        let Some(id) = Id::parse(&row.get::<_, String>(0)?) else { continue };
        if !rows.contains_key(&id) {
            rows.insert(id.clone(), Row::read(sql, &id)?.filter(Row::is_live));
        }
        let Some(Some(entity)) = rows.get(&id) else { continue };
        let Some(def) = entity.kind.def().field(&field) else { continue };
        let lang = Lang::BOTH.into_iter().find(|it| lang.as_deref() == Some(it.code()));
        let text = texts(entity, def).into_iter().find(|(of, _)| *of == lang);
        hits.extend(text.map(|(_, text)| Hit { kind: entity.kind, id, field, lang, text }));
        if hits.len() == MOST {
            break;
        }
    }
    Ok(hits)
}
