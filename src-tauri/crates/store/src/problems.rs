//! What is wrong with the plan, and what of that only the journal knows: fields that were
//! redacted or that this version cannot read, where the plan shows nothing or a default,
//! what refers to something that was deleted, what was written for a closed plan or cycle, and decks under one number that nobody has settled. None of it may be passed over in silence.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use jalon_domain::problem::{Problem, ProblemKind, with_hidden};
use jalon_domain::registry::KINDS;
use jalon_domain::{Actor, FieldDef, FieldType, Id, Kind, Mark, Plan};
use rusqlite::Connection;
use serde_json::Value;

use crate::council::{kept, tabled_twice};
use crate::delivery::late_counts;
use crate::fields::{self, Part};
use crate::journal::{NAMELESS, REDACTED};
use crate::orphans::orphans;
use crate::projection::read;
use crate::redact::{changes_replaced, leaves_a_gap, stands_for_a_date};
use crate::{Late, Store, Trouble, confidential, shown};

impl Store {
    /// Everything that is wrong with the plan: what its entities show by themselves, then
    /// what only the journal knows.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn problems(&self) -> Result<Vec<Problem>, Trouble> {
        self.reading(|sql| all(sql, &read::plan(sql)?))
    }

    /// What is wrong of which the plan itself shows nothing; see [`Store::problems`].
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hidden_problems(&self) -> Result<Vec<Problem>, Trouble> {
        self.reading(hidden)
    }

    /// See [`Store::problems`]: of what came late, as much as is listed for `reader`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn problems_for(&self, reader: &Actor) -> Result<Vec<Problem>, Trouble> {
        self.told_to(reader, self.problems()?)
    }

    /// See [`Store::hidden_problems`]: of what came late, as much as is listed for `reader`.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn hidden_problems_for(&self, reader: &Actor) -> Result<Vec<Problem>, Trouble> {
        self.told_to(reader, self.hidden_problems()?)
    }

    fn told_to(&self, reader: &Actor, mut all: Vec<Problem>) -> Result<Vec<Problem>, Trouble> {
        if confidential::reads_all(reader) {
            return Ok(all);
        }
        for problem in all.iter_mut().filter(|it| matches!(it.what, ProblemKind::Late(_))) {
            let listed = match problem.kind {
                Kind::Workplan => self.late_changes(&problem.id, reader)?,
                _ => self.late_in_cycle(&problem.id, reader)?,
            };
            problem.what = match listed.len() {
                0 => ProblemKind::LateUntold,
                count => ProblemKind::Late(count),
            };
        }
        Ok(all)
    }
}

/// Everything that is wrong with a plan that stands in this file.
pub(crate) fn all(sql: &Connection, plan: &Plan) -> Result<Vec<Problem>, Trouble> {
    let hidden = hidden(sql)?;
    // What is there and cannot be shown is told as that, and not as missing to what refers
    // to it.
    let unseen = hidden.iter().filter(|it| it.what != ProblemKind::Missing).map(|it| it.id.clone());
    let unseen: BTreeSet<Id> = unseen.collect();
    let mut found = with_hidden(plan, hidden);
    found.retain(|it| !matches!(&it.what, ProblemKind::Dangling(_, id) if unseen.contains(id)));
    Ok(found)
}

/// What is wrong of which the plan itself shows nothing.
pub(crate) fn hidden(sql: &Connection) -> Result<Vec<Problem>, Trouble> {
    let mut found: Vec<Problem> = not_shown(sql)?
        .into_iter()
        .map(|((kind, id, field), what)| Problem { kind, id, field, what })
        .collect();
    found.extend(orphans(sql)?);
    found.extend(late_counts(sql)?.iter().map(Late::problem));
    found.extend(tabled_twice(sql)?);
    found.extend(kept::missing(sql)?.into_iter().map(|(id, name)| Problem {
        kind: Kind::TabledDeck,
        id,
        field: "files",
        what: ProblemKind::FileToCome(name),
    }));
    found.extend(nameless(sql)?);
    Ok(found)
}

/// What is kept and cannot be shown, because nothing can refer to it: earlier versions
/// could be made to write it.
fn nameless(sql: &Connection) -> Result<Vec<Problem>, Trouble> {
    let mut query = sql.prepare_cached(&format!(
        "SELECT change.kind, head.entity FROM (SELECT * FROM head WHERE field = '$create' AND {NAMELESS}) AS head
         JOIN change ON change.id = head.change WHERE NOT EXISTS (
             SELECT 1 FROM head AS gone JOIN change ON change.id = gone.change
             WHERE gone.entity = head.entity AND gone.field = '$deleted' AND change.value = 'true')
         ORDER BY head.entity"
    ))?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (kind, said): (String, String) = (row.get(0)?, row.get(1)?);
        let Some(kind) = Kind::named(&kind) else { continue };
        let what = ProblemKind::NoIdentifier(said);
        found.push(Problem { kind, id: Id::default(), field: "id", what });
    }
    Ok(found)
}

/// A field of an entity, as plan JSON names it.
type Place = (Kind, Id, &'static str);

/// Fields whose value is not what the plan shows, and why.
pub(crate) fn not_shown(sql: &Connection) -> Result<BTreeMap<Place, ProblemKind>, Trouble> {
    let live = live(sql)?;
    let known = redactions(sql)?;
    let mut found = BTreeMap::new();
    let mut standing: BTreeSet<(Id, &'static str)> = BTreeSet::new();
    // Of several heads the first is shown; they come in that order.
    let mut query = sql.prepare(
        "SELECT head.entity, head.field, head.change, change.value,
            change.value IS NULL AND head.change NOT IN (SELECT change FROM withheld)
         FROM head JOIN change ON change.id = head.change ORDER BY head.entity, head.field, head.change",
    )?;
    let mut rows = query.query([])?;
    let mut last = (String::new(), String::new());
    while let Some(row) = rows.next()? {
        let at: (String, String) = (row.get(0)?, row.get(1)?);
        if at == last {
            continue;
        }
        let value: Option<String> = row.get(3)?;
        if let Some(kind) = live.get(&at.0)
            && let Some((def, part)) = fields::named(kind.def(), &at.1)
            && let Some(id) = Id::parse(&at.0)
        {
            let gone: bool = row.get(4)?;
            let change: String = row.get(2)?;
            let value: Value =
                value.as_deref().and_then(|value| serde_json::from_str(value).ok()).unwrap_or_default();
            let what = match (&value, part) {
                // Nothing can stand for a day, nor for who leads; for a date only words that say so.
                (Value::Null, _) if gone && leaves_a_gap(def.ty) => Some(ProblemKind::Redacted),
                (value, _) if def.ty == FieldType::Date && stands_for_a_date(value) => {
                    Some(ProblemKind::Redacted)
                }
                // That it is empty is what a redaction here has left on purpose.
                (Value::Null, _) if gone && !known.contains(&change) => Some(ProblemKind::Redacted),
                (Value::Null, _) => None,
                (value, _) if reads(def, part, value) => None,
                _ => Some(ProblemKind::Unreadable),
            };
            if what.is_some() || !value.is_null() {
                standing.insert((id.clone(), def.name));
            }
            if let Some(what) = what {
                found.entry((*kind, id, def.name)).or_insert(what);
            }
        }
        last = at;
    }
    for (id, kind) in &live {
        // In place of these the plan shows a default, or it leaves the entity out.
        let silent = kind.def().fields.iter().filter(|def| def.required && is_silent(def.ty));
        let Some(id) = Id::parse(id) else { continue };
        for def in silent.filter(|def| !standing.contains(&(id.clone(), def.name))) {
            found.insert((*kind, id.clone(), def.name), ProblemKind::Missing);
        }
    }
    Ok(found)
}

/// Whether the plan shows what a journal field holds.
fn reads(def: &FieldDef, part: Part, value: &Value) -> bool {
    match part {
        Part::Whole => shown::reads(def.ty, value),
        Part::Side(_) => value.is_string(),
        Part::Mark => serde_json::from_value::<Mark>(value.clone()).is_ok(),
    }
}

/// Whether the plan itself does not tell that a value is missing.
fn is_silent(ty: FieldType) -> bool {
    matches!(ty, FieldType::Status | FieldType::Day | FieldType::Date | FieldType::Count | FieldType::Flag)
}

/// The entities that are not deleted.
fn live(sql: &Connection) -> Result<HashMap<String, Kind>, Trouble> {
    let mut live = HashMap::new();
    for def in KINDS {
        let mut query = sql.prepare(&format!("SELECT id FROM {} WHERE deleted = 0", def.name))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            live.insert(row.get(0)?, def.kind);
        }
    }
    Ok(live)
}

/// The changes that redactions in this journal name, and in whose place they put what should stand there.
fn redactions(sql: &Connection) -> Result<BTreeSet<String>, Trouble> {
    let mut query = sql.prepare("SELECT value FROM change WHERE field = ?1 AND value IS NOT NULL")?;
    let mut rows = query.query([REDACTED])?;
    let mut named = BTreeSet::new();
    while let Some(row) = rows.next()? {
        named.extend(changes_replaced(&row.get::<_, String>(0)?));
    }
    Ok(named)
}
