//! Takes back one's own latest action, and does again what was taken back.
//!
//! Both are ordinary transactions that restore what was before; they name what they
//! take back in `undoes`, so it all survives a restart. Own means: written by the
//! same actor on this device. The sample, which is nobody's, may be taken back by
//! whoever may edit the plan.

mod own;

use std::collections::BTreeSet;

use jalon_domain::action::ActionName;
use jalon_domain::policy::Verb;
use jalon_domain::{Actor, Id};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;

use crate::act_error::FieldError;
use crate::changes::read_action;
use crate::confidential::{Author, Nameless};
use crate::delivery::device;
use crate::journal::read::{self, bases};
use crate::journal::row::Row;
use crate::journal::{CLOSED, CREATE, ChangeRow, DELETED};
use crate::tx::Tx;
use own::{Own, latest_done, latest_undone};

use crate::{ActError, Store, Trouble, history, milestone, references};

/// Takes back one's own latest action.
pub(crate) fn undo(tx: &mut Tx<'_>) -> Result<(), ActError> {
    let own = Own { device: tx.device().to_owned(), actor: &tx.context.actor };
    let (txn, action) = latest_done(tx.sql, &own)?.ok_or(ActError::NothingToUndo)?;
    if !action.can_be_undone() {
        return Err(ActError::CannotBeUndone(action));
    }
    take_back(tx, txn)?;
    // Doing again restores what was once asked about; taking back asks nobody.
    tx.touched().iter().try_for_each(|id| milestone::stays_as_reported(tx, id))
}

/// Does again what was taken back last.
pub(crate) fn redo(tx: &mut Tx<'_>) -> Result<(), ActError> {
    let own = Own { device: tx.device().to_owned(), actor: &tx.context.actor };
    let txn = latest_undone(tx.sql, &own)?.ok_or(ActError::NothingToRedo)?;
    take_back(tx, txn).map_err(|error| match error {
        ActError::ChangedSince { id, field, action, actor, .. } => {
            ActError::ChangedSince { id, field, action, actor, redo: true }
        }
        error => error,
    })
}

impl Store {
    /// The action that [`jalon_domain::Action::Undo`] would take back; `None` when
    /// there is none, or when the latest one cannot be taken back.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn undoable(&self, actor: &Actor) -> Result<Option<ActionName>, Trouble> {
        self.reading(|sql| match latest_done(sql, &Own { device: device::current(sql)?, actor })? {
            Some((txn, action)) if action.can_be_undone() => original(sql, &txn),
            _ => Ok(None),
        })
    }

    /// The action that [`jalon_domain::Action::Redo`] would do again.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn redoable(&self, actor: &Actor) -> Result<Option<ActionName>, Trouble> {
        self.reading(|sql| match latest_undone(sql, &Own { device: device::current(sql)?, actor })? {
            Some(txn) => original(sql, &txn),
            None => Ok(None),
        })
    }
}

/// The action at the beginning of a row of undos and redos; `None` where there is none: of
/// what others sent some may lack, or take back one another.
fn original(sql: &Connection, txn: &str) -> Result<Option<ActionName>, Trouble> {
    Ok(behind(sql, txn)?.0)
}

/// The action at the beginning of a row of undos and redos, if it is there, and by whom
/// each of the row was written, `txn` first.
pub(crate) fn behind(sql: &Connection, txn: &str) -> Result<(Option<ActionName>, Vec<Author>), Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT action, undoes, actor, on_behalf_of, reason IS NOT NULL FROM txn WHERE id = ?1",
    )?;
    let (mut been, mut authors) = (BTreeSet::new(), Vec::new());
    let mut next = Some(txn.to_owned());
    while let Some(at) = next.filter(|at| !been.contains(at)) {
        let read = |row: &rusqlite::Row<'_>| {
            let author =
                Author::read(row.get_ref(2)?.as_str()?, row.get_ref(3)?.as_str_or_null()?, row.get(4)?);
            Ok((row.get(0)?, row.get(1)?, author))
        };
        let found: Option<(String, Option<String>, Author)> = query.query_row([&at], read).optional()?;
        let Some((action, undoes, author)) = found else { break };
        authors.push(author);
        if undoes.is_none() {
            return Ok((Some(read_action(&action)), authors));
        }
        next = undoes;
        been.insert(at);
    }
    Ok((None, authors))
}

/// Restores what was before a transaction.
fn take_back(tx: &mut Tx<'_>, txn: String) -> Result<(), ActError> {
    tx.ask(Verb::Undo, &[])?;
    let mut changes = read::changes_of(tx.sql, &txn)?;
    // When a cycle was closed is on record; where this brings that back, it is pinned
    // beside the state as it was.
    changes.retain(|change| change.field != CLOSED);
    if changes.iter().any(|change| change.value.is_none()) {
        // What it said is gone for good: once taken back, it could not be done again.
        return Err(ActError::CannotBeUndone(ActionName::Redact));
    }
    own::is_still_allowed(tx, &txn, &changes)?;
    for change in &changes {
        untouched_since(tx, change)?;
    }
    let made: BTreeSet<&str> =
        changes.iter().filter(|change| change.field == CREATE).map(|change| change.entity.as_str()).collect();
    // A deletion is based on all that stands: it comes after everything else is as it was.
    let (deleting, writing): (Vec<&ChangeRow>, Vec<&ChangeRow>) =
        changes.iter().partition(|change| [CREATE, DELETED].contains(&change.field.as_str()));
    for change in writing.into_iter().chain(deleting) {
        let Some(id) = Id::parse(&change.entity) else { continue };
        if change.field == CREATE {
            tx.put(&id, DELETED, Value::Bool(true))?;
        } else if !made.contains(change.entity.as_str()) {
            let before = value_before(tx, &id, change)?;
            tx.put(&id, &change.field, before)?;
        }
    }
    for id in tx.touched() {
        let (row, before) = tx.states(&id)?;
        if before.is_live() && !row.is_live() {
            unchanged_since(tx, &before, &txn)?;
        }
    }
    tx.undoes = Some(txn);
    references::check(tx)
}

/// What a field held before a change: the value of the first of its bases.
fn value_before(tx: &Tx<'_>, id: &Id, change: &ChangeRow) -> Result<Value, ActError> {
    for base in bases(change)? {
        // A deletion is based on what stands in other fields, too.
        if let Some(value) = tx.value_of(&base, id, &change.field)? {
            if has_gone(tx.sql, &base)? {
                return Err(ActError::CannotBeUndone(ActionName::Redact));
            }
            return Ok(value);
        }
    }
    Ok(if change.field == DELETED { Value::Bool(false) } else { Value::Null })
}

/// Whether what a change said is no longer here: it was redacted, or is withheld.
fn has_gone(sql: &Connection, change: &str) -> Result<bool, Trouble> {
    let mut query =
        sql.prepare_cached("SELECT value IS NULL AND value_hash IS NOT NULL FROM change WHERE id = ?1")?;
    Ok(query.query_row([change], |row| row.get(0))?)
}

/// Refuses when the field no longer stands as this change left it.
fn untouched_since(tx: &mut Tx<'_>, change: &ChangeRow) -> Result<(), ActError> {
    let Some(id) = Id::parse(&change.entity) else { return Ok(()) };
    let row = tx.row(&id)?;
    let (kind, heads) = (row.kind, row.head_ids(&change.field));
    if row.is_disputed(&change.field) && !change.field.ends_with(".translation") {
        return Err(Tx::wrong(kind, &id, &change.field, FieldError::Conflict));
    }
    for head in heads {
        if !amounts_to(tx.sql, &head, change)? {
            let (action, actor) = made_by(tx, &head)?;
            let field = change.field.clone();
            return Err(ActError::ChangedSince { id, field, action, actor, redo: false });
        }
    }
    Ok(())
}

/// Whether a head amounts to a change: an undo leaves a field as it was before what
/// it took back, so its change stands for the one before.
fn amounts_to(sql: &Connection, head: &str, change: &ChangeRow) -> Result<bool, Trouble> {
    let mut been = BTreeSet::new();
    let mut at = head.to_owned();
    while at != change.id {
        match before_undone(sql, &at)? {
            // What others sent may lead back to itself.
            Some(Some(base)) if been.insert(at) => at = base,
            _ => return Ok(false),
        }
    }
    Ok(true)
}

/// For a change of an undo or redo: the change that the field goes back to; `None`
/// in it when the field goes back to nothing. `None` for any other change.
pub(crate) fn before_undone(sql: &Connection, change: &str) -> Result<Option<Option<String>>, Trouble> {
    let mut undone = sql.prepare_cached(
        "SELECT before.bases FROM change JOIN txn ON txn.id = change.txn
         JOIN change AS before ON before.txn = txn.undoes
         WHERE change.id = ?1 AND before.entity = change.entity AND before.field = change.field",
    )?;
    let bases: Option<String> = undone.query_row([change], |row| row.get(0)).optional()?;
    let bases: Option<Vec<String>> = bases.and_then(|bases| serde_json::from_str(&bases).ok());
    Ok(bases.map(|bases| bases.into_iter().next()))
}

/// Refuses to take an entity away again when somebody has written to it since.
fn unchanged_since(tx: &Tx<'_>, row: &Row, txn: &str) -> Result<(), ActError> {
    let fields = row.heads.iter().filter(|(field, _)| *field != CLOSED);
    for (field, head) in fields.flat_map(|(field, heads)| heads.iter().map(move |head| (field, head))) {
        let mut been = BTreeSet::new();
        let mut at = Some(head.change.clone());
        while let Some(change) = at {
            if arrived_before_or_with(tx.sql, &change, txn)? {
                break;
            }
            at = match before_undone(tx.sql, &change)? {
                Some(base) if been.insert(change) => base,
                _ => {
                    let (action, actor) = made_by(tx, &head.change)?;
                    let (id, field) = (row.id.clone(), field.clone());
                    return Err(ActError::ChangedSince { id, field, action, actor, redo: false });
                }
            };
        }
    }
    Ok(())
}

fn arrived_before_or_with(sql: &Connection, change: &str, txn: &str) -> Result<bool, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT arrival.local_n <= (SELECT local_n FROM arrival WHERE txn = ?2)
         FROM change JOIN arrival ON arrival.txn = change.txn WHERE change.id = ?1",
    )?;
    Ok(query.query_row([change, txn], |row| row.get::<_, Option<bool>>(0))?.unwrap_or(false))
}

/// What was done by a change, and by whom; by nobody where whoever acts may not know.
fn made_by(tx: &Tx<'_>, change: &str) -> Result<(ActionName, String), Trouble> {
    let mut query = tx.sql.prepare_cached(
        "SELECT txn.action, txn.actor, txn.on_behalf_of, change.entity
         FROM txn JOIN change ON change.txn = txn.id WHERE change.id = ?1",
    )?;
    let (action, actor, on_behalf, entity): (String, String, Option<String>, String) =
        query.query_row([change], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?;
    let damaged = || Trouble::Damaged(format!("transaction of {change}"));
    let may_know = Author::read(&actor, on_behalf.as_deref(), false).is_known_to(&tx.context.actor);
    let actor: Actor = history::actor(&actor).ok_or_else(damaged)?;
    let hidden = Nameless::read(tx.sql)?.contains(entity.as_str()) && !may_know;
    let name = if hidden { String::new() } else { actor.name };
    Ok((read_action(&action), name))
}
