//! Who may see what an action writes, and what it writes anew: for those who could not see
//! what somebody else wrote, and in the place of what was destroyed.

use std::collections::BTreeSet;

use jalon_domain::{Audience, FieldDef, Id, Kind};
use rusqlite::OptionalExtension as _;
use serde_json::Value;

use super::Tx;
use crate::act_error::FieldError;
use crate::journal::read::bases_in;
use crate::{ActError, fields};

impl Tx<'_> {
    /// Writes again what a field holds, in place of everything that led to it: a store
    /// that has any part of that holds the same afterwards.
    ///
    /// # Errors
    /// When the field has several heads that differ.
    pub fn restate(&mut self, id: &Id, field: &str) -> Result<(), ActError> {
        let row = self.row(id)?;
        if row.is_disputed(field) && !field.ends_with(".translation") {
            return Err(Self::wrong(row.kind, id, field, FieldError::Conflict));
        }
        let (value, heads) = (row.value(field).clone(), row.head_ids(field));
        let bases = self.with_ancestry(id, field, heads)?;
        self.change(id, field, value, bases, None)
    }

    /// Sets a journal field as [`Tx::put`] does, also where it holds that value already: for
    /// what says something of the transaction that it stands in.
    pub fn put_anew(&mut self, id: &Id, field: &str, value: Value) -> Result<(), ActError> {
        let bases = self.row(id)?.head_ids(field);
        self.change(id, field, value, bases, None)
    }

    /// Sets a journal field in place of one of its heads alone, or of none: what others said
    /// at the same time stays, for somebody to choose.
    pub fn put_for(
        &mut self,
        id: &Id,
        field: &str,
        head: Option<&String>,
        value: Value,
    ) -> Result<(), ActError> {
        self.change(id, field, value, head.into_iter().cloned().collect(), None)
    }

    /// Says of all that this action has written to an entity that a redaction put it there.
    pub fn put_by_redaction(&mut self, id: &Id) {
        let written = self.changes.iter().filter(|change| change.entity == id.as_str());
        if let Some((row, _)) = self.rows.get_mut(id) {
            row.put_by_redaction(written.map(|change| &change.id));
        }
    }

    /// Changes of a field, and after them all those of the same field that they replaced,
    /// one after another.
    pub(super) fn with_ancestry(
        &self,
        id: &Id,
        field: &str,
        mut bases: Vec<String>,
    ) -> Result<Vec<String>, ActError> {
        let mut query = self
            .sql
            .prepare_cached("SELECT bases FROM change WHERE id = ?1 AND entity = ?2 AND field = ?3")?;
        let mut known: BTreeSet<String> = bases.iter().cloned().collect();
        let mut next = 0;
        while next < bases.len() {
            let here = self.changes.iter().find(|made| made.id == bases[next] && made.field == field);
            let before = match here {
                Some(made) => Some(made.bases.clone()),
                None => query.query_row([&bases[next], id.as_str(), field], |row| row.get(0)).optional()?,
            };
            let before = before.as_deref().map(bases_in).transpose()?.unwrap_or_default();
            bases.extend(before.into_iter().filter(|base| known.insert(base.clone())));
            next += 1;
        }
        Ok(bases)
    }

    /// Who may see the transaction: the secretariat alone as soon as one of its
    /// fields is theirs. The transaction is the unit of delivery, so an action that
    /// touches such a field travels as a whole or not at all.
    pub(super) fn audience(&self) -> &'static str {
        let secret = self.changes.iter().any(|change| {
            let def = Kind::named(&change.kind).map(Kind::def);
            let field = def.and_then(|def| fields::named(def, &change.field));
            field.is_some_and(|(field, _): (&FieldDef, _)| field.audience == Audience::Secretariat)
        });
        if secret { "secretariat" } else { "all" }
    }
}
