//! An entity as the journal's heads have it.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::action::ActionName;
use jalon_domain::{Id, Kind, Vector};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;

use super::{CLOSED, CREATE, DELETED, REDACTED, read};
use crate::Trouble;
use crate::queries::Head;

/// One entity: for each journal field its heads, the one with the lowest id first.
/// A field shows the value of that first head.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Row {
    pub kind: Kind,
    pub id: Id,
    pub heads: BTreeMap<String, Vec<Head>>,
    /// What whoever deleted it knew of it: the changes that the deletion is based on; and
    /// what a redaction put there, of which nobody had to know.
    known: BTreeSet<String>,
}

/// The actions that put something in the place of what was redacted.
const REDACTING: [ActionName; 2] = [ActionName::Redact, ActionName::Restore];

impl Row {
    /// An entity that does not exist yet.
    pub fn new(kind: Kind, id: Id) -> Self {
        Row { kind, id, heads: BTreeMap::new(), known: BTreeSet::new() }
    }

    /// Reads an entity; `None` when the journal has none of that id, or one of a
    /// kind that this version does not know.
    pub fn read(sql: &Connection, id: &Id) -> Result<Option<Row>, Trouble> {
        let Some(kind) = kind_of(sql, id)? else { return Ok(None) };
        let mut row = Row::new(kind, id.clone());
        let mut heads = sql.prepare_cached(
            "SELECT head.field, change.id, change.value, change.bases FROM head JOIN change ON change.id = head.change
             WHERE head.entity = ?1 ORDER BY head.field, head.change",
        )?;
        let mut found = heads.query([id.as_str()])?;
        while let Some(head) = found.next()? {
            let value = value_in(head.get(2)?)?;
            let field: String = head.get(0)?;
            if field == DELETED {
                row.known.extend(read::bases_in(&head.get::<_, String>(3)?)?);
            }
            row.heads.entry(field).or_default().push(Head { change: head.get(1)?, value });
        }
        if row.value(DELETED) == &Value::Bool(true) {
            let mut put = sql.prepare_cached(
                "SELECT head.change FROM head JOIN change ON change.id = head.change
                 JOIN txn ON txn.id = change.txn WHERE head.entity = ?1 AND txn.action IN (?2, ?3)",
            )?;
            let [redact, restore] = REDACTING.map(ActionName::code);
            let put = put.query_map([id.as_str(), redact, restore], |found| found.get(0))?;
            row.known.extend(put.collect::<Result<Vec<String>, _>>()?);
        }
        Ok(Some(row))
    }

    /// Reads an entity as it stood at a moment, from all of its changes inside that: those
    /// that the moment names by the place in which each stands here.
    pub fn read_as_of(sql: &Connection, id: &Id, at: &Vector) -> Result<Option<Row>, Trouble> {
        let Some(kind) = kind_of(sql, id)? else { return Ok(None) };
        let mut query = sql.prepare_cached(
            "SELECT txn.device, txn.seq, change.field, change.id, change.bases, change.value, txn.action
             FROM change JOIN txn ON txn.id = change.txn WHERE change.entity = ?1 ORDER BY change.field, change.id",
        )?;
        let (mut deletions, mut put) = (Vec::new(), BTreeSet::new());
        let (mut row, mut replaced) =
            (Row::new(kind, id.clone()), BTreeMap::<String, BTreeSet<String>>::new());
        let mut found = query.query([id.as_str()])?;
        while let Some(change) = found.next()? {
            if !at.includes(&change.get::<_, String>(0)?, change.get(1)?) {
                continue;
            }
            let (field, bases): (String, String) = (change.get(2)?, change.get(4)?);
            let head = Head { change: change.get(3)?, value: value_in(change.get(5)?)? };
            let bases = read::bases_in(&bases)?;
            if field == DELETED {
                deletions.push((head.change.clone(), bases.clone()));
            }
            let action: String = change.get(6)?;
            if REDACTING.iter().any(|it| it.code() == action) {
                put.insert(head.change.clone());
            }
            row.heads.entry(field.clone()).or_default().push(head);
            replaced.entry(field).or_default().extend(bases);
        }
        for (field, heads) in &mut row.heads {
            heads.retain(|head| !replaced.get(field).is_some_and(|replaced| replaced.contains(&head.change)));
        }
        let stands = row.head_ids(DELETED);
        let known = deletions.into_iter().filter(|(deletion, _)| stands.contains(deletion));
        row.known = known.flat_map(|(_, bases)| bases).chain(put).collect();
        Ok(Some(row))
    }

    /// What a journal field holds; null when it holds nothing.
    pub fn value(&self, field: &str) -> &Value {
        self.heads.get(field).and_then(|heads| heads.first()).map_or(&Value::Null, |head| &head.value)
    }

    /// The ids of a field's heads.
    pub fn head_ids(&self, field: &str) -> Vec<String> {
        self.heads.get(field).into_iter().flatten().map(|head| head.change.clone()).collect()
    }

    /// Whether it was created and is not deleted.
    pub fn is_live(&self) -> bool {
        self.heads.contains_key(CREATE) && self.value(DELETED) != &Value::Bool(true)
    }

    /// Journal fields whose heads do not say the same. Marks are left out: they follow
    /// from the texts, and the next edit settles them.
    pub fn conflicts(&self) -> impl Iterator<Item = &str> {
        self.heads.keys().map(String::as_str).filter(|field| can_be_open(field) && self.is_disputed(field))
    }

    /// Whether somebody has to choose in a field. Of what is deleted for good, only the
    /// deletion can be disputed.
    pub fn is_open(&self, field: &str) -> bool {
        (self.is_live() || self.is_disputed(DELETED)) && self.conflicts().any(|open| open == field)
    }

    /// Whether the heads of a field do not all say the same. Two stores that did the
    /// same at once leave two heads and nothing to choose between.
    pub fn is_disputed(&self, field: &str) -> bool {
        let heads = self.heads.get(field).map(Vec::as_slice).unwrap_or_default();
        heads.iter().any(|head| head.value != heads[0].value)
            || field == DELETED && self.written_unseen().next().is_some()
    }

    /// Of an entity that is deleted, the fields and changes that whoever deleted it had
    /// not seen: somebody worked on what somebody else was taking away. A redaction is no
    /// such work.
    pub fn written_unseen(&self) -> impl Iterator<Item = (&str, &Head)> {
        // A deletion of the first version says only which deletion it follows.
        let says = self.heads.get(CREATE).into_iter().flatten().any(|made| self.known.contains(&made.change));
        let deleted = says && self.value(DELETED) == &Value::Bool(true);
        let heads = self.heads.iter().flat_map(|(field, heads)| heads.iter().map(move |head| (field, head)));
        heads
            .filter(move |(field, head)| {
                deleted
                    && ![CREATE, DELETED, REDACTED, CLOSED].contains(&field.as_str())
                    && !self.known.contains(&head.change)
            })
            .map(|(field, head)| (field.as_str(), head))
    }

    /// What a deletion now would be based on: everything that stands.
    pub fn all_head_ids(&self) -> impl Iterator<Item = &String> {
        self.heads.values().flatten().map(|head| &head.change)
    }

    /// Notes that these changes were put here by a redaction.
    pub fn put_by_redaction<'c>(&mut self, changes: impl IntoIterator<Item = &'c String>) {
        self.known.extend(changes.into_iter().cloned());
    }

    /// Forgets what changes said that were destroyed.
    pub fn forget(&mut self, changes: &BTreeSet<String>) {
        for head in self.heads.values_mut().flatten().filter(|head| changes.contains(&head.change)) {
            head.value = Value::Null;
        }
    }

    /// Puts a new head in, in place of those that it is based on.
    pub fn advance(&mut self, field: &str, bases: &[String], head: Head) {
        if field == DELETED {
            self.known = bases.iter().cloned().collect();
        }
        let heads = self.heads.entry(field.to_owned()).or_default();
        heads.retain(|old| !bases.contains(&old.change));
        heads.push(head);
        heads.sort_by(|a, b| a.change.cmp(&b.change));
    }
}

/// A value as the journal keeps it; null where it was destroyed.
fn value_in(text: Option<String>) -> Result<Value, Trouble> {
    let value = text.as_deref().map_or(Ok(Value::Null), serde_json::from_str);
    value.map_err(|error| Trouble::Damaged(error.to_string()))
}

/// Whether a field whose heads differ waits for somebody to choose.
pub(crate) fn can_be_open(field: &str) -> bool {
    !field.ends_with(".translation") && ![CREATE, REDACTED, CLOSED].contains(&field)
}

/// An entity's kind: that of the creation with the lowest id, for two stores may have
/// given one id to two things; of what nothing here created, that of its change with
/// the lowest id. `None` when there is no change of it, or the kind is not known.
pub(crate) fn kind_of(sql: &Connection, id: &Id) -> Result<Option<Kind>, Trouble> {
    let mut created =
        sql.prepare_cached("SELECT kind FROM change WHERE entity = ?1 AND field = ?2 ORDER BY id LIMIT 1")?;
    let kind: Option<String> = created.query_row([id.as_str(), CREATE], |row| row.get(0)).optional()?;
    let kind = match kind {
        Some(kind) => Some(kind),
        None => {
            let mut any =
                sql.prepare_cached("SELECT kind FROM change WHERE entity = ?1 ORDER BY id LIMIT 1")?;
            any.query_row([id.as_str()], |row| row.get(0)).optional()?
        }
    };
    Ok(kind.as_deref().and_then(Kind::named))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn heads_that_say_the_same_leave_nothing_to_choose() {
        let check = |field: &str, values: &[Value], expected: bool| {
            let mut row = Row::new(Kind::Submission, Id::default());
            for (n, value) in values.iter().enumerate() {
                row.advance(field, &[], Head { change: n.to_string(), value: value.clone() });
            }
            assert_eq!(row.conflicts().any(|open| open == field), expected, "{field} {values:?}");
        };
        check("state", &[json!("draft")], false);
        check("state", &[json!("draft"), json!("draft")], false);
        check("state", &[json!("draft"), json!("draft"), json!("submitted")], true);
        check("text.translation", &[json!({"source": "en"}), json!({"source": "fr"})], false);
        check(DELETED, &[json!(true), json!(false)], true);
    }
}
