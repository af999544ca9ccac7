//! Finding: which texts hold what is sought, best first, for whoever may read them.

use std::collections::BTreeMap;

use jalon_domain::{Actor, Audience, Bilingual, Id, Kind, Lang};
use jalon_words::seek::{found, words_sought};
use rusqlite::{Connection, OptionalExtension as _};

use super::{Found, Hit, entries};
use crate::journal::row::Row;
use crate::{Trouble, confidential, fields};

/// The most hits that a search gives.
pub(crate) const MOST: usize = 100;

/// Texts that hold every word of `text` as the beginning of a word: the priority or
/// milestone of that number, then titles and names, then everything else, best first.
///
/// The origins of a challenge are references and in no text. Should a text ever be for
/// the secretariat alone, it is found by whoever reads all origins, and by nobody else.
pub(crate) fn find(sql: &Connection, text: &str, reader: &Actor) -> Result<Found, Trouble> {
    let sought = words_sought(text);
    let mut finder =
        Finder { sql, reads_all: confidential::reads_all(reader), sought, rows: BTreeMap::new() };
    if finder.sought.is_empty() {
        return Ok(Found::default());
    }
    let mut hits = finder.by_number(text)?;
    for column in ["title", "body"] {
        // One more than is given tells whether there are more.
        if hits.len() <= MOST {
            hits.extend(finder.in_column(column, MOST + 1 - hits.len())?);
        }
    }
    let more = hits.len() > MOST;
    hits.truncate(MOST);
    Ok(Found { hits, more })
}

struct Finder<'a> {
    sql: &'a Connection,
    reads_all: bool,
    sought: Vec<String>,
    /// Entities that were read, each once.
    rows: BTreeMap<Id, Option<Row>>,
}

impl Finder<'_> {
    fn row(&mut self, id: &Id) -> Result<Option<&Row>, Trouble> {
        if !self.rows.contains_key(id) {
            let row = Row::read(self.sql, id)?.filter(Row::is_live);
            self.rows.insert(id.clone(), row);
        }
        Ok(self.rows.get(id).and_then(Option::as_ref))
    }

    fn in_column(&mut self, column: &str, most: usize) -> Result<Vec<Hit>, Trouble> {
        let words: Vec<String> = self.sought.iter().map(|word| format!("\"{word}\"*")).collect();
        let query = format!("{column} : ({})", words.join(" "));
        let mut search = self.sql.prepare_cached(
            "SELECT entity, place, lang FROM search WHERE search MATCH ?1 ORDER BY rank, rowid LIMIT ?2",
        )?;
        let places = search.query_map((query, most as i64), |row| {
            let (entity, path, lang): (String, String, Option<String>) =
                (row.get(0)?, row.get(1)?, row.get(2)?);
            Ok((entity, path, lang))
        })?;
        let mut hits = Vec::new();
        for place in places {
            let (entity, path, lang) = place?;
            let Some(id) = Id::parse(&entity) else { continue };
            let lang = Lang::BOTH.into_iter().find(|it| lang.as_deref() == Some(it.code()));
            hits.extend(self.hit(id, path, lang)?);
        }
        Ok(hits)
    }

    fn hit(&mut self, id: Id, path: String, lang: Option<Lang>) -> Result<Option<Hit>, Trouble> {
        let reads_all = self.reads_all;
        let Some(row) = self.row(&id)? else { return Ok(None) };
        let field = row.kind.def().field(jalon_domain::texts::field_of(&path));
        let Some(field) = field.filter(|field| reads_all || field.audience == Audience::All) else {
            return Ok(None);
        };
        let entry = entries(row, field).into_iter().find(|it| it.path == path && it.lang == lang);
        let (kind, text) = (row.kind, entry.map(|entry| entry.text));
        Ok(text.map(|text| Hit { marks: self.marks(&text), kind, id, field: path, lang, text }))
    }

    fn marks(&self, text: &str) -> Vec<(usize, usize)> {
        found(text, &self.sought).into_iter().map(|mark| (mark.start, mark.end)).collect()
    }

    /// The priority or milestone of the current workplan that goes by the number typed
    /// (`2`, `2.1`), by its title in each language.
    fn by_number(&mut self, text: &str) -> Result<Vec<Hit>, Trouble> {
        let text = text.trim();
        let Some(numbers) = numbers(text) else { return Ok(Vec::new()) };
        let mut id = self.nth(
            // The plan that `Plan::current_workplan` tells: the first open one, else the last.
            "SELECT id FROM priority WHERE deleted = 0 AND workplan = coalesce(
                 (SELECT id FROM workplan WHERE deleted = 0 AND state = 'open' ORDER BY position, id LIMIT 1),
                 (SELECT id FROM workplan WHERE deleted = 0 ORDER BY position DESC, id DESC LIMIT 1))
             ORDER BY position, id LIMIT 1 OFFSET ?1",
            &[&(numbers.0 - 1)],
        )?;
        if let (Some(priority), Some(milestone)) = (&id, numbers.1) {
            id = self.nth(
                "SELECT id FROM milestone WHERE deleted = 0 AND priority = ?2
                 ORDER BY position, id LIMIT 1 OFFSET ?1",
                &[&(milestone - 1), &priority.as_str()],
            )?;
        }
        let Some(row) = id.map(|id| self.row(&id).map(|row| row.cloned())).transpose()?.flatten() else {
            return Ok(Vec::new());
        };
        Ok(numbered(&row, text))
    }

    fn nth(&self, query: &str, values: &[&dyn rusqlite::ToSql]) -> Result<Option<Id>, Trouble> {
        let mut query = self.sql.prepare_cached(query)?;
        let id: Option<String> = query.query_row(values, |row| row.get(0)).optional()?;
        Ok(id.and_then(|id| Id::parse(&id)))
    }
}

/// A number on the board: of a priority, or of a milestone within one.
fn numbers(text: &str) -> Option<(i64, Option<i64>)> {
    let number = |text: &str| {
        let digits = text.len() <= 4 && text.bytes().all(|b| b.is_ascii_digit());
        text.parse().ok().filter(|number| digits && *number > 0)
    };
    match text.split_once('.') {
        Some((priority, milestone)) => Some((number(priority)?, Some(number(milestone)?))),
        None => Some((number(text)?, None)),
    }
}

fn numbered(row: &Row, number: &str) -> Vec<Hit> {
    let title: Bilingual = fields::pair(row, "title").unwrap_or_default();
    let hit = |lang| {
        let side = Some(title.side(lang)).filter(|side| !side.is_empty())?;
        Some(Hit {
            kind: row.kind,
            id: row.id.clone(),
            field: "number".to_owned(),
            lang: Some(lang),
            text: format!("{number} {side}"),
            marks: vec![(0, number.chars().count())],
        })
    };
    debug_assert!(matches!(row.kind, Kind::Priority | Kind::Milestone));
    Lang::BOTH.into_iter().filter_map(hit).collect()
}
