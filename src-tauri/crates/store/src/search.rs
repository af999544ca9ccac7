//! Search over everything that people have written, in both languages, by prefix,
//! without regard to case, accents, ligatures and apostrophes.
//!
//! The index holds folded texts of what is not deleted; what is shown is read from the
//! journal's heads. A text's row number is a digest of where it stands, so a text is
//! replaced in place without a table of its own.

mod find;

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::texts::{self, Text};
use jalon_domain::{FieldDef, FieldType, Id, Kind, Lang};
use jalon_words::seek::indexed;
use rusqlite::{Connection, params};
use serde::Serialize;
use sha2::{Digest as _, Sha256};
use ts_rs::TS;

use crate::journal::row::Row;
use crate::{Trouble, fields};

pub(crate) use find::find;

/// Creates the index. Titles and names stand in a column of their own: what is found
/// there comes first.
pub(crate) const CREATE: &str = "CREATE VIRTUAL TABLE search USING fts5 (
    title, body, entity UNINDEXED, place UNINDEXED, lang UNINDEXED, prefix = '2 3', tokenize = 'unicode61'
);\n";

/// Fields by which people call a thing.
const TITLES: [&str; 6] = ["title", "name", "term", "abbreviation", "group", "group_abbreviation"];

/// A text that was found.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Hit {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// Where in it the text stands: `title`, `status.reason`, `links[0].label`; `number`
    /// for a priority or milestone that goes by the number sought.
    pub field: String,
    /// The language of the text, where it has one.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lang: Option<Lang>,
    /// The text.
    pub text: String,
    /// Where in it the words sought stand: each the number of its first character, from
    /// 0, and of the first character after it.
    pub marks: Vec<(usize, usize)>,
}

/// What was found, best first.
#[derive(Debug, Clone, Default, PartialEq, Serialize, TS)]
pub struct Found {
    /// The first of the texts.
    pub hits: Vec<Hit>,
    /// Whether there are more than these.
    pub more: bool,
}

/// A text as the index knows it.
#[derive(PartialEq)]
struct Entry {
    path: String,
    lang: Option<Lang>,
    text: String,
}

/// The texts of a field that can be searched. Those of a record are digests, save its
/// note and the names of its files.
fn entries(row: &Row, field: &FieldDef) -> Vec<Entry> {
    if row.kind.def().record && !matches!(field.ty, FieldType::Bilingual | FieldType::Files) {
        return Vec::new();
    }
    let found = texts::in_field(field, &fields::plan_value(row, field));
    let sides = found.into_iter().flat_map(|found| match found.text {
        Text::Plain(text) => vec![Entry { path: found.path, lang: None, text }],
        Text::Pair(pair) => {
            let side =
                |lang| Entry { path: found.path.clone(), lang: Some(lang), text: pair.side(lang).to_owned() };
            Lang::BOTH.map(side).into_iter().filter(|side| !side.text.is_empty()).collect()
        }
    });
    sides.collect()
}

/// All texts of an entity that can be searched; none once it is deleted.
fn all_entries(row: &Row) -> impl Iterator<Item = Entry> {
    let fields = row.kind.def().fields.iter().filter(|_| row.is_live());
    fields.flat_map(|field| entries(row, field))
}

/// The row of the index for a text.
fn place(id: &Id, entry: &Entry) -> i64 {
    let digest = Sha256::digest(format!("{id} {} {}", entry.path, entry.lang.map_or("", Lang::code)));
    let first = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    (first >> 1) as i64
}

/// The columns of a text: the one that it stands in, and the other, which is empty.
fn columns(entry: &Entry) -> [String; 2] {
    let text = indexed(&entry.text);
    if TITLES.contains(&entry.path.as_str()) { [text, String::new()] } else { [String::new(), text] }
}

/// Brings the index up to date with the fields that differ between two states.
pub(crate) fn update(sql: &Connection, before: &Row, after: &Row) -> Result<(), Trouble> {
    let (was, is) = (before.is_live(), after.is_live());
    // What others sent may leave a field without any head.
    let all = before.heads.keys().chain(after.heads.keys());
    let written = all.filter(|field| before.heads.get(*field) != after.heads.get(*field));
    let written: BTreeSet<&str> = written.filter_map(|field| field.split('.').next()).collect();
    for field in after.kind.def().fields.iter().filter(|field| was != is || written.contains(field.name)) {
        let old = if was { entries(before, field) } else { Vec::new() };
        let new = if is { entries(after, field) } else { Vec::new() };
        let kept = |old: &Entry| new.iter().any(|new| (&new.path, new.lang) == (&old.path, old.lang));
        for gone in old.iter().filter(|old| !kept(old)) {
            let mut delete = sql.prepare_cached("DELETE FROM search WHERE rowid = ?1")?;
            delete.execute([place(&after.id, gone)])?;
        }
        for entry in new.iter().filter(|entry| !old.contains(entry)) {
            put(sql, &after.id, entry)?;
        }
    }
    Ok(())
}

/// Takes all texts of an entity out of the index.
pub(crate) fn remove(sql: &Connection, row: &Row) -> Result<(), Trouble> {
    let mut delete = sql.prepare_cached("DELETE FROM search WHERE rowid = ?1")?;
    for entry in all_entries(row) {
        delete.execute([place(&row.id, &entry)])?;
    }
    Ok(())
}

fn put(sql: &Connection, id: &Id, entry: &Entry) -> Result<(), Trouble> {
    let mut insert = sql.prepare_cached(
        "INSERT OR REPLACE INTO search (rowid, title, body, entity, place, lang)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?;
    let [title, body] = columns(entry);
    let lang = entry.lang.map(Lang::code);
    insert.execute(params![place(id, entry), title, body, id.as_str(), entry.path, lang])?;
    Ok(())
}

/// Fills the index anew.
pub(crate) fn rebuild<'a>(sql: &Connection, rows: impl Iterator<Item = &'a Row>) -> Result<(), Trouble> {
    sql.execute_batch("DELETE FROM search")?;
    for row in rows {
        for entry in all_entries(row) {
            put(sql, &row.id, &entry)?;
        }
    }
    Ok(())
}

/// Rows of the index that are not as they should be; those of what is not shown do not
/// matter.
pub(crate) fn compare<'a>(
    sql: &Connection,
    rows: impl Iterator<Item = &'a Row>,
    not_shown: &BTreeSet<&str>,
) -> Result<BTreeSet<i64>, Trouble> {
    let mut expected = BTreeMap::new();
    for row in rows {
        expected.extend(all_entries(row).map(|entry| (place(&row.id, &entry), (&row.id, entry))));
    }
    let mut different = BTreeSet::new();
    let mut query = sql.prepare("SELECT rowid, title, body, entity, place, lang FROM search")?;
    let mut found = query.query([])?;
    while let Some(row) = found.next()? {
        let at: i64 = row.get(0)?;
        let text = |column| Ok::<_, rusqlite::Error>(row.get_ref(column)?.as_str_or_null()?);
        let stands = [text(1)?, text(2)?, text(3)?, text(4)?, text(5)?];
        let same = expected.remove(&at).is_some_and(|(id, entry)| {
            let [title, body] = columns(&entry);
            let lang = entry.lang.map(Lang::code);
            stands == [Some(title.as_str()), Some(&body), Some(id.as_str()), Some(&entry.path), lang]
        });
        if !same && !stands[2].is_some_and(|entity| not_shown.contains(entity)) {
            different.insert(at);
        }
    }
    different.extend(expected.into_keys());
    Ok(different)
}
