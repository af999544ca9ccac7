//! Who did what, when and why.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use jalon_domain::action::ActionName;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Actor, Audience, Bilingual, Id, Kind};
use rusqlite::{Connection, OptionalExtension as _};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use crate::changes::read_action;
use crate::journal::read::{self, TXN, TXN_COLUMNS};
use crate::journal::{ChangeRow, TxnRow};
use crate::{Store, Trouble, confidential, redact, title};

/// One transaction, for people.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryEntry {
    /// The transaction.
    pub txn: String,
    /// Its place in the order in which this store learnt of things, from 1.
    #[ts(type = "number")]
    pub local_n: i64,
    /// When it was made, by the clock of whoever made it.
    pub made_at: DateTime<Utc>,
    /// Who; absent when that would tell where a challenge that names nobody came from.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// For whom.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<OnBehalf>,
    /// Why, in the actor's words.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What was done.
    pub action: ActionName,
    /// What an undo took back or a redo did again.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undoes: Option<ActionName>,
    /// Who may see it.
    pub audience: Audience,
    /// What changed, in the order of the journal.
    pub changes: Vec<HistoryChange>,
    /// The challenges it touched that do not, or did not always, name anybody.
    #[serde(skip)]
    pub(crate) nameless: BTreeSet<Id>,
}

/// One change, for people.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryChange {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// What the entity is called now.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Bilingual>,
    /// The journal field: `status`, `title.fr`, `$create`, `$deleted`.
    pub field: String,
    /// What it held before; null when it held nothing.
    pub before: Value,
    /// What it held afterwards; null when it was emptied or redacted.
    pub after: Value,
    /// Whether what it held afterwards was destroyed since.
    #[ts(optional, as = "Option<bool>")]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub redacted: bool,
}

impl HistoryEntry {
    /// Without what `reader` may not see: the origins of challenges, and whoever wrote
    /// to a challenge that does not, or did not always, name anybody, with the reason.
    /// `None` when nothing of it is left.
    #[must_use]
    pub fn for_reader(mut self, reader: &Actor) -> Option<HistoryEntry> {
        let nameless = &self.nameless;
        let touched_nothing = self.changes.is_empty();
        self.changes.retain_mut(|change| {
            if !confidential::tells_origin(change.kind, &change.field, nameless.contains(&change.id)) {
                return true;
            }
            let [before, after] =
                [&change.before, &change.after].map(|list| confidential::left_for(reader, list));
            let any = |list: &Value| list.as_array().is_some_and(|list| !list.is_empty());
            let seen = before != after && (any(&before) || any(&after));
            (change.before, change.after) = (before, after);
            seen
        });
        let known = |actor: &Actor| confidential::may_know(reader, actor, self.on_behalf.as_ref());
        if !self.nameless.is_empty() && !self.actor.as_ref().is_some_and(known) {
            (self.actor, self.on_behalf, self.reason) = (None, None, None);
        }
        (touched_nothing || !self.changes.is_empty()).then_some(self)
    }
}

impl Store {
    /// History, newest first: of one entity (only what concerns it), or of everything.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self, id: Option<&Id>) -> Result<Vec<HistoryEntry>, Trouble> {
        self.reading(|sql| {
            let of_one = "WHERE txn.id IN (SELECT txn FROM change WHERE entity = ?1)";
            let condition = if id.is_some() { of_one } else { "WHERE ?1 IS NULL" };
            let mut query = sql.prepare_cached(&format!(
                "SELECT {TXN}, arrival.local_n FROM arrival JOIN txn ON txn.id = arrival.txn
                 {condition} ORDER BY arrival.local_n DESC"
            ))?;
            let mut rows = query.query([id.map(Id::as_str)])?;
            let nameless = confidential::nameless(sql)?;
            let mut titles = BTreeMap::new();
            let mut entries = Vec::new();
            while let Some(row) = rows.next()? {
                let about = About { of: id, nameless: &nameless };
                entries.push(entry(sql, &read::txn(row)?, row.get(TXN_COLUMNS)?, about, &mut titles)?);
            }
            Ok(entries)
        })
    }
}

type Titles = BTreeMap<Id, Option<Bilingual>>;

/// Of which entity history is wanted (all, when of none), and the nameless challenges.
#[derive(Clone, Copy)]
struct About<'a> {
    of: Option<&'a Id>,
    nameless: &'a BTreeSet<Id>,
}

fn entry(
    sql: &Connection,
    txn: &TxnRow,
    local_n: i64,
    about: About<'_>,
    titles: &mut Titles,
) -> Result<HistoryEntry, Trouble> {
    let damaged = |what: &str| Trouble::Damaged(format!("{what} of {}", txn.id));
    let mut entry = HistoryEntry {
        txn: txn.id.clone(),
        local_n,
        made_at: txn.made_at.parse().map_err(|_| damaged("made_at"))?,
        actor: Some(actor(&txn.actor).ok_or_else(|| damaged("actor"))?),
        on_behalf: txn.on_behalf_of.as_deref().and_then(typed),
        reason: txn.reason.clone(),
        action: read_action(&txn.action),
        undoes: match &txn.undoes {
            Some(undoes) => crate::undo::original(sql, undoes)?,
            None => None,
        },
        audience: if txn.audience == "all" { Audience::All } else { Audience::Secretariat },
        changes: Vec::new(),
        nameless: BTreeSet::new(),
    };
    for change in read::changes_of(sql, &txn.id)? {
        let known = Kind::named(&change.kind).zip(Id::parse(&change.entity));
        let Some((kind, id)) = known else { continue };
        if about.nameless.contains(&id) {
            entry.nameless.insert(id.clone());
        }
        if about.of.is_some_and(|of| *of != id) {
            continue;
        }
        if !titles.contains_key(&id) {
            titles.insert(id.clone(), title::title(sql, &id)?);
        }
        entry.changes.push(HistoryChange {
            kind,
            title: titles.get(&id).cloned().flatten(),
            before: before(sql, &change)?,
            after: change.value.as_deref().and_then(typed).unwrap_or_default(),
            redacted: change.value.is_none() && redact::is_redacted(sql, &change)?,
            field: change.field,
            id,
        });
    }
    Ok(entry)
}

fn typed<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}

/// Who acted; of a role that only a newer version knows, nothing but the name is told.
pub(crate) fn actor(text: &str) -> Option<Actor> {
    let actor: Value = typed(text)?;
    let role = |role: &Value| serde_json::from_value(role.clone()).ok();
    let roles = actor["roles"].as_array().into_iter().flatten().filter_map(role).collect();
    Some(Actor { name: actor["name"].as_str().unwrap_or_default().to_owned(), roles })
}

/// What the field held before: the value of what the change was based on.
fn before(sql: &Connection, change: &ChangeRow) -> Result<Value, Trouble> {
    let mut query = sql.prepare_cached("SELECT value FROM change WHERE id = ?1 AND field = ?2")?;
    for base in read::bases(change)? {
        let value: Option<Option<String>> =
            query.query_row([&base, &change.field], |row| row.get(0)).optional()?;
        if let Some(value) = value {
            return Ok(value.as_deref().and_then(typed).unwrap_or_default());
        }
    }
    Ok(Value::Null)
}

/// The one change of an entity's field, with who made it.
pub(crate) fn of_change(
    sql: &Connection,
    id: &Id,
    field: &str,
    change: &str,
) -> Result<Option<HistoryEntry>, Trouble> {
    let mut query = sql.prepare_cached(&format!(
        "SELECT {TXN}, arrival.local_n FROM change JOIN txn ON txn.id = change.txn
         JOIN arrival ON arrival.txn = txn.id WHERE change.id = ?1"
    ))?;
    let found = query.query_row([change], |row| Ok((read::txn(row)?, row.get(TXN_COLUMNS)?))).optional()?;
    let Some((txn, local_n)) = found else { return Ok(None) };
    let about = About { of: Some(id), nameless: &confidential::nameless(sql)? };
    let mut entry = entry(sql, &txn, local_n, about, &mut BTreeMap::new())?;
    entry.changes.retain(|change| change.field == field);
    Ok(Some(entry))
}
