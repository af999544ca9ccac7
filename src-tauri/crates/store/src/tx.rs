//! One action in the making: what it reads, what it may, and what it will write.

mod anew;
mod asking;
mod making;

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::action::{ActionName, Bases};
use jalon_domain::{Id, Kind};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;

use crate::act_error::FieldError;
use crate::confidential::Nameless;
use crate::journal::append::{append, chain_end};
use crate::journal::ids::{Ids, moment};
use crate::journal::row::Row;
use crate::journal::{ChangeRow, DELETED, SCHEMA_V, TxnRow};
use crate::projection::write;
use crate::queries::Head;
use crate::{ActError, Changes, Context, changes, redact, search};

/// An action in the making.
pub(crate) struct Tx<'a> {
    pub sql: &'a Connection,
    pub context: &'a Context,
    /// What an undo or redo takes back.
    pub undoes: Option<String>,
    /// Why, where the action itself says it.
    pub reason: Option<String>,
    /// Whether what comes in is the record of a plan that was kept elsewhere: into a
    /// store without a workplan, by somebody who may write one.
    pub record: bool,
    device: String,
    action: ActionName,
    ids: Ids,
    /// Entities read or made, as they will stand; beside each, as it stood.
    rows: BTreeMap<Id, (Row, Row)>,
    changes: Vec<ChangeRow>,
}

/// What came of it.
pub(crate) struct Outcome {
    pub changes: Changes,
    pub local_n: i64,
}

impl<'a> Tx<'a> {
    /// Begins within a transaction of the file.
    pub fn begin(sql: &'a Connection, device: String, action: ActionName, context: &'a Context) -> Self {
        Tx {
            sql,
            context,
            undoes: None,
            reason: None,
            record: false,
            device,
            action,
            ids: Ids::Fresh(context.now),
            rows: BTreeMap::new(),
            changes: Vec::new(),
        }
    }

    /// Begins a built-in transaction: the same ids, salts and chain in every store.
    pub fn built_in(sql: &'a Connection, name: String, action: ActionName, context: &'a Context) -> Self {
        Tx { ids: Ids::Fixed(name.clone()), ..Tx::begin(sql, name, action, context) }
    }

    /// What is done.
    pub fn action(&self) -> ActionName {
        self.action
    }

    /// The device that writes.
    pub fn device(&self) -> &str {
        &self.device
    }

    /// An entity, deleted or not.
    pub fn row(&mut self, id: &Id) -> Result<&Row, ActError> {
        if !self.rows.contains_key(id) {
            let row = Row::read(self.sql, id)?.ok_or_else(|| ActError::Unknown(id.clone()))?;
            // Its id follows from what it says: that there is one would tell whose word it is.
            if row.kind == Kind::Clearance
                && !matches!(self.action, ActionName::Import | ActionName::Undo | ActionName::Redo)
                && Nameless::read(self.sql)?.hides(id, &self.context.actor)
            {
                return Err(ActError::Unknown(id.clone()));
            }
            self.rows.insert(id.clone(), (row.clone(), row));
        }
        self.rows.get(id).map(|(row, _)| row).ok_or_else(|| ActError::Unknown(id.clone()))
    }

    /// An entity that is not deleted.
    pub fn live(&mut self, id: &Id) -> Result<&Row, ActError> {
        let row = self.row(id)?;
        if row.is_live() { Ok(row) } else { Err(ActError::Deleted(id.clone())) }
    }

    /// Entities that this action has changed.
    pub fn touched(&self) -> Vec<Id> {
        self.rows.iter().filter(|(_, (row, before))| row != before).map(|(id, _)| id.clone()).collect()
    }

    /// An entity as it will stand, and as it stood.
    pub fn states(&mut self, id: &Id) -> Result<(Row, Row), ActError> {
        self.row(id)?;
        self.rows.get(id).cloned().ok_or_else(|| ActError::Unknown(id.clone()))
    }

    /// Whether this action has looked at an entity.
    pub fn has_read(&self, id: &Id) -> bool {
        self.rows.contains_key(id)
    }

    /// Every entity that this action has looked at, as it will stand.
    pub fn in_hand(&self) -> impl Iterator<Item = &Row> {
        self.rows.values().map(|(row, _)| row)
    }

    /// Refuses to write the fields of a record by hand.
    pub fn no_record(kind: Kind) -> Result<(), ActError> {
        if kind.def().record { Err(ActError::Record(kind)) } else { Ok(()) }
    }

    /// An error about a field.
    pub fn wrong(kind: Kind, id: &Id, field: &str, what: FieldError) -> ActError {
        ActError::Field { kind, id: id.clone(), field: field.to_owned(), what }
    }

    /// Sets a journal field from a form that showed `bases`. Nothing happens when it
    /// holds that value already. When the form was stale, the field has two heads
    /// afterwards: what was typed is kept beside what came between.
    pub fn set(&mut self, id: &Id, field: &str, value: Value, bases: &Bases) -> Result<(), ActError> {
        let stood = self.row(id)?.value(field).clone();
        let value = self.settled(&stood, value);
        if stood == value {
            let row = self.row(id)?.clone();
            if !redact::is_gap(self.sql, &row, field)? {
                return Ok(());
            }
        }
        let row = self.row(id)?;
        let kind = row.kind;
        let heads = row.head_ids(field);
        if row.is_disputed(field) {
            return Err(Self::wrong(kind, id, field, FieldError::Conflict));
        }
        let shown = match bases.get(field) {
            Some(shown) => shown.clone(),
            None if heads.is_empty() => Vec::new(),
            None => return Err(Self::wrong(kind, id, field, FieldError::BasesMissing)),
        };
        for base in shown.iter().filter(|base| !heads.contains(base)) {
            if self.value_of(base, id, field)?.is_none() {
                return Err(Self::wrong(kind, id, field, FieldError::BasesUnknown(base.clone())));
            }
        }
        self.change(id, field, value, shown, None)
    }

    /// Sets a journal field whatever it held: for what follows from other fields,
    /// for choosing between heads, for taking back, and for plan files.
    pub fn put(&mut self, id: &Id, field: &str, value: Value) -> Result<(), ActError> {
        let row = self.row(id)?;
        let bases = row.head_ids(field);
        // A deletion that somebody's unseen work disputes is one head, and chosen anew.
        let disputed = bases.len() > 1 || row.is_disputed(field);
        if row.value(field) == &value && !disputed {
            return Ok(());
        }
        self.change(id, field, value, bases, None)
    }

    /// What a change said that a field holds; `None` when it is no change of that field.
    pub fn value_of(&self, change: &str, id: &Id, field: &str) -> Result<Option<Value>, ActError> {
        let mut query = self
            .sql
            .prepare_cached("SELECT value FROM change WHERE id = ?1 AND entity = ?2 AND field = ?3")?;
        let value: Option<Option<String>> =
            query.query_row([change, id.as_str(), field], |row| row.get(0)).optional()?;
        Ok(value.map(|text| text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or(Value::Null)))
    }

    /// Destroys what changes of an entity said. They keep their places.
    pub fn destroy(&mut self, id: &Id, changes: &BTreeSet<String>) -> Result<(), ActError> {
        self.row(id)?;
        redact::blank(self.sql, changes)?;
        if let Some((row, _)) = self.rows.get_mut(id) {
            row.forget(changes);
        }
        Ok(())
    }

    /// Says of the change just made which source text it was translated from.
    pub fn translated_from(&mut self, source: Option<String>) {
        if let Some(change) = self.changes.last_mut() {
            change.from_change = source;
        }
    }

    /// How many changes there are so far.
    pub fn len(&self) -> usize {
        self.changes.len()
    }

    fn change(
        &mut self,
        id: &Id,
        field: &str,
        value: Value,
        mut bases: Vec<String>,
        from_change: Option<String>,
    ) -> Result<(), ActError> {
        let n = self.changes.len();
        let (change, salt) = self.ids.change(n);
        if self.row(id)?.kind == Kind::Challenge {
            // What led here may be hidden from a store that has what led there.
            bases = self.with_ancestry(id, field, bases)?;
        }
        let (row, _) = self.rows.get_mut(id).ok_or_else(|| ActError::Unknown(id.clone()))?;
        if field == DELETED && value == Value::Bool(true) {
            // It takes away all that stands, and no more: what somebody elsewhere writes
            // at the same time is told from what was known here.
            let known: Vec<String> = row.all_head_ids().filter(|it| !bases.contains(it)).cloned().collect();
            bases.extend(known);
        }
        self.changes.push(ChangeRow {
            id: change.clone(),
            n: n as i64,
            kind: row.kind.def().name.to_owned(),
            entity: id.to_string(),
            field: field.to_owned(),
            bases: serde_json::json!(bases).to_string(),
            value: Some(value.to_string()),
            salt: Some(salt),
            value_hash: None,
            from_change,
        });
        row.advance(field, &bases, Head { change, value });
        Ok(())
    }

    /// Writes everything and says what it changed.
    pub fn finish(self) -> Result<Outcome, ActError> {
        // That a backup took the store's place is told even though it changes no field.
        if self.changes.is_empty() && self.action != ActionName::Restore {
            return Err(ActError::NothingChanges);
        }
        let json = |value: serde_json::Result<String>| value.unwrap_or_default();
        let (seq, prev) = chain_end(self.sql, &self.device)?;
        let now = moment(self.context.now);
        let mut txn = TxnRow {
            id: self.ids.txn(&self.changes),
            seq: seq + 1,
            prev,
            action: self.action.code().to_owned(),
            actor: json(serde_json::to_string(&self.context.actor.to_record())),
            on_behalf_of: self.context.on_behalf.as_ref().map(|it| json(serde_json::to_string(it))),
            reason: self
                .reason
                .clone()
                .or_else(|| self.context.reason.clone())
                .filter(|reason| !reason.trim().is_empty()),
            undoes: self.undoes.clone(),
            audience: self.audience().to_owned(),
            schema_v: SCHEMA_V,
            made_at: now.clone(),
            hash: Vec::new(),
            device: self.device,
        };
        if let Ids::Fixed(_) = self.ids {
            txn.made_at = crate::built_in::MADE_AT.to_owned();
        }
        let local_n = append(self.sql, &mut txn, &self.changes, &now)?;
        let touched: Vec<&(Row, Row)> = self.rows.values().filter(|(row, before)| row != before).collect();
        for (row, before) in &touched {
            write::write(self.sql, row, local_n)?;
            search::update(self.sql, before, row)?;
        }
        let fields = self.changes.iter().map(|change| (change.entity.as_str(), change.field.as_str()));
        let changes = changes::of(&txn, touched.into_iter().map(|(row, _)| row), fields)?;
        Ok(Outcome { changes, local_n })
    }
}
