//! Destroys what a field held, for good: personal or protected text that must not be
//! there any more.
//!
//! A change keeps its place, its bases and the digest by which it entered its
//! transaction's hash, so every chain still verifies; its value and salt are gone. That
//! it happened is itself a change, of the field `$redacted`, which names the changes: a
//! store that receives it destroys them too, and two redactions at once are no conflict.
//!
//! The journal alone is not all: [`scrub`] cleans the rest of the file and the backups.
//!
//! What cannot be redacted: reasons and names of actors, which are hashed as they stand;
//! ids; and what has left the store, such as decks and exported files.

mod again;
mod carried;
mod dates;
mod destroyed;
mod elsewhere;
mod figures;
mod gap;
mod left;
mod obey;
mod restored;
mod scrub;
mod stand_in;

use std::collections::BTreeSet;

use jalon_domain::policy::Verb;
use jalon_domain::{FieldDef, FieldType, Id, Kind, Lang};
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;
use serde_json::json;
use ts_rs::TS;

use crate::act_error::FieldError;
use crate::fields::{self, Part};
use crate::journal::REDACTED;
use crate::journal::canonical::value_hash;
use crate::tx::Tx;
use crate::{ActError, Changes, Context, Store, Trouble};

pub(crate) use again::again;
pub(crate) use carried::Carried;
pub(crate) use dates::stands_for_a_date;
pub(crate) use destroyed::Destroyed;
pub use elsewhere::Elsewhere;
pub(crate) use figures::{known_fields, stood_there};
pub(crate) use gap::{is_gap, leaves_a_gap};
pub(crate) use obey::{changes_replaced, is_redacted, obey, refuse};
pub(crate) use restored::stand_in_for_gone;
pub(crate) use scrub::{is_pending, remember};
use stand_in::{Gone, stand_in};

/// What came of a redaction.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Redacted {
    /// What it changed in the plan.
    pub changes: Changes,
    /// What became of the files.
    pub scrubbed: Scrubbed,
    /// Where else the same words stand, or stood: a person looks at them, and redacts
    /// them too.
    pub elsewhere: Vec<Elsewhere>,
}

/// What became of the files around a redaction.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct Scrubbed {
    /// The names of backups that were written anew without it.
    pub backups: Vec<String>,
    /// The names of backups that are too damaged to be written anew: a person looks at
    /// them, and deletes them. A check names them until then.
    pub left: Vec<String>,
    /// The names of files of tabled decks, which are kept to the byte: a person judges
    /// whether it stands in them.
    pub kept_files: Vec<String>,
    /// The plan is without it, and the rest could not be cleaned now, mostly since another
    /// program is reading: that is done when the store is next opened.
    pub later: bool,
}

impl Store {
    /// Destroys what a field held: in all its changes, or in those that are named. For
    /// a bilingual text `field` is the text as a whole or one side (`title`, `title.fr`);
    /// of a status, all of it but its figures (`status`) or its reason (`status.reason`). A
    /// day that cannot be missing stays as it stands now, and what it was before goes.
    /// The reason stands in `context`.
    ///
    /// # Errors
    /// Why it is refused; the store is then as it was. Trouble with the cleaning comes
    /// after the fact, and is no refusal: it is done when the store is next opened.
    pub fn redact(
        &mut self,
        context: &Context,
        id: &Id,
        field: &str,
        changes: &[String],
    ) -> Result<Redacted, ActError> {
        let name = jalon_domain::action::ActionName::Redact;
        let mut elsewhere = Vec::new();
        let changes = self.transact(name, context, |tx| {
            elsewhere = redact(tx, id, field, changes)?;
            Ok(())
        })?;
        let scrubbed = self.clean_up()?.unwrap_or_default();
        Ok(Redacted { changes, scrubbed, elsewhere })
    }
}

/// Destroys values within an action; where else the same words stand.
pub(crate) fn redact(
    tx: &mut Tx<'_>,
    id: &Id,
    field: &str,
    named: &[String],
) -> Result<Vec<Elsewhere>, ActError> {
    tx.ask(Verb::Redact, &[])?;
    if tx.context.reason.as_deref().is_none_or(|reason| reason.trim().is_empty()) {
        return Err(ActError::RedactionWithoutReason);
    }
    let stood = tx.row(id)?.clone();
    let (def, journal) = redactable(stood.kind, id, field)?;
    let mut held = changes_of(tx.sql, id, &journal)?;
    if field != def.name && def.ty == FieldType::Status {
        // A status without a reason has nothing to lose.
        held.retain(|change| holds_reason(tx, id, change));
    }
    if let Some(other) = named.iter().find(|change| !held.contains(change)) {
        return Err(Tx::wrong(stood.kind, id, field, FieldError::BasesUnknown(other.clone())));
    }
    let mut chosen: BTreeSet<String> =
        if named.is_empty() { held.into_iter().collect() } else { named.iter().cloned().collect() };
    if chosen.is_empty() {
        return Err(ActError::NothingChanges);
    }
    if def.ty == FieldType::Bilingual {
        // The marks beside a text hold digests of it, which a short text does not survive.
        chosen.extend(changes_of(tx.sql, id, &[fields::mark(def.name)])?);
    }
    dates::keep_the_day(&stood, def, named, &mut chosen)?;
    let words = elsewhere::words(tx.sql, field, &chosen)?;
    // Who redacts all of a status means the links too.
    let figures = figures::of(tx.sql, &chosen, field != def.name)?;
    tx.destroy(id, &chosen)?;
    assert_gone(tx.sql, &chosen)?;
    let all: Vec<&String> = chosen.iter().collect();
    let mut said = json!({"field": field, "changes": all});
    if !figures.is_empty() {
        said["figures"] = json!(figures);
    }
    tx.put(id, REDACTED, said)?;
    remember(tx.sql, &chosen)?;
    Destroyed::of(stood.kind, id, field, &chosen).keep(tx.sql)?;
    let gone = Gone { changes: &chosen, figures: &figures, stood: fields::plan_value(&stood, def) };
    stand_in(tx, id, def, gone, def.required)?;
    Ok(elsewhere::find(tx.sql, &words)?)
}

/// Whether a change of a status gives a reason.
fn holds_reason(tx: &Tx<'_>, id: &Id, change: &str) -> bool {
    let value = tx.value_of(change, id, "status").ok().flatten();
    value.is_some_and(|status| !status["reason"].is_null())
}

/// The field and those of the journal that `name` stands for, where they hold what people
/// have written.
fn redactable(kind: Kind, id: &Id, name: &str) -> Result<(&'static FieldDef, Vec<String>), ActError> {
    let wrong = |what| Tx::wrong(kind, id, name, what);
    let (def, journal) = match (kind.def().field(name), fields::named(kind.def(), name)) {
        (Some(def), _) if def.ty == FieldType::Bilingual => {
            (def, Lang::BOTH.map(|lang| fields::side(def.name, lang)).to_vec())
        }
        (_, Some((def, Part::Whole | Part::Side(_)))) => (def, vec![name.to_owned()]),
        // The reason alone: the links that show that it is done stay.
        _ if name == "status.reason" => match kind.def().field("status") {
            Some(def) => (def, vec![def.name.to_owned()]),
            None => return Err(wrong(FieldError::NoSuchField)),
        },
        _ => return Err(wrong(FieldError::NoSuchField)),
    };
    let written = matches!(
        def.ty,
        FieldType::Text
            | FieldType::Bilingual
            | FieldType::Status
            | FieldType::Links
            | FieldType::Date
            | FieldType::Texts
            | FieldType::Refs(_)
            | FieldType::Leads
            | FieldType::Roles
    ) || def.ty == FieldType::Day && !kind.def().record;
    if written { Ok((def, journal)) } else { Err(wrong(FieldError::NotRedactable)) }
}

/// Walks through the table: an index that lacks a row would leave what it says. The plus
/// signs keep SQLite from asking one (`NOT INDEXED` does not, in a table without rowids).
const WALK: &str =
    "SELECT id FROM change WHERE +entity = ?1 AND +field = ?2 AND value IS NOT NULL AND value != 'null'";

/// The same for whatever still holds something.
const HELD: &str = "SELECT id FROM change WHERE value IS NOT NULL OR salt IS NOT NULL";

/// The changes of these fields that still hold a value.
fn changes_of(sql: &Connection, id: &Id, journal: &[String]) -> Result<Vec<String>, Trouble> {
    let mut query = sql.prepare_cached(WALK)?;
    let mut found = Vec::new();
    for field in journal {
        let ids = query.query_map([id.as_str(), field], |row| row.get(0))?;
        found.extend(ids.collect::<Result<Vec<String>, _>>()?);
    }
    Ok(found)
}

/// Destroys value and salt of changes; how many still had one.
pub(crate) fn blank<'a>(
    sql: &Connection,
    ids: impl IntoIterator<Item = &'a String>,
) -> Result<usize, Trouble> {
    let mut read =
        sql.prepare_cached("SELECT salt, value FROM change WHERE id = ?1 AND value IS NOT NULL")?;
    let mut write =
        sql.prepare_cached("UPDATE change SET value = NULL, salt = NULL, value_hash = ?2 WHERE id = ?1")?;
    let mut blanked = 0;
    for id in ids {
        let held: Option<(Vec<u8>, String)> =
            read.query_row([id], |row| Ok((row.get(0)?, row.get(1)?))).optional()?;
        if let Some((salt, value)) = held {
            blanked += write.execute(params![id, value_hash(&salt, &value)])?;
        }
    }
    Ok(blanked)
}

/// Which of these changes still hold a value or a salt; by a walk through the table, since
/// what is destroyed is found by an index.
fn still_held(sql: &Connection, changes: &BTreeSet<String>) -> Result<BTreeSet<String>, Trouble> {
    let mut query = sql.prepare(HELD)?;
    let mut rows = query.query([])?;
    let mut held = BTreeSet::new();
    while let Some(row) = rows.next()? {
        let id = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
        held.extend(changes.get(id).cloned());
    }
    Ok(held)
}

/// Fails where any of these changes still holds what it said.
fn assert_gone(sql: &Connection, changes: &BTreeSet<String>) -> Result<(), Trouble> {
    match still_held(sql, changes)?.len() {
        0 => Ok(()),
        left => Err(Trouble::NotRedacted(left)),
    }
}

#[cfg(test)]
mod tests;
