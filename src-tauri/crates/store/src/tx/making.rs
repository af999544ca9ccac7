//! Entities that verbs of their own make and look for.

use jalon_domain::{Id, Kind, Vector, clearance};
use serde_json::Value;

use super::Tx;
use crate::journal::append::chain_end;
use crate::journal::ids::fresh;
use crate::journal::row::Row;
use crate::journal::{CREATE, DELETED};
use crate::moment::present;
use crate::{ActError, CycleError};

impl Tx<'_> {
    /// Makes an entity, without any fields yet. Only a clearance goes by an id of that form:
    /// that one is taken would tell that there is a clearance, and so whose word it is.
    pub fn make(&mut self, kind: Kind, id: &Id) -> Result<(), ActError> {
        if kind != Kind::Clearance && clearance::could_be(id) {
            return Err(ActError::Reserved(id.clone()));
        }
        let mut taken = self.sql.prepare_cached("SELECT 1 FROM change WHERE entity = ?1 LIMIT 1")?;
        if self.rows.contains_key(id) || taken.exists([id.as_str()])? {
            return Err(ActError::Taken(id.clone()));
        }
        let row = Row::new(kind, id.clone());
        self.rows.insert(id.clone(), (row.clone(), row));
        self.change(id, CREATE, Value::Bool(true), Vec::new(), None)
    }

    /// Marks an entity as deleted or as there again.
    pub fn set_deleted(&mut self, id: &Id, deleted: bool) -> Result<(), ActError> {
        if self.row(id)?.is_live() != deleted {
            return Ok(());
        }
        self.put(id, DELETED, Value::Bool(deleted))
    }

    /// The moment of the journal when this action is done: everything that is here, and
    /// what the action itself writes.
    pub fn moment(&self) -> Result<Vector, ActError> {
        let mut vector = present(self.sql)?;
        vector.include(self.device(), self.place()?);
        Ok(vector)
    }

    /// The place of this transaction in the chain of the device that writes.
    pub fn place(&self) -> Result<i64, ActError> {
        let (seq, _) = chain_end(self.sql, self.device())?;
        Ok(seq + 1)
    }

    /// An id that nothing has yet.
    pub fn fresh_id(&self) -> Id {
        Id::parse(&fresh()).unwrap_or_default()
    }

    /// An entity of a kind that is not deleted.
    pub fn live_of(&mut self, kind: Kind, id: &Id) -> Result<&Row, ActError> {
        if self.live(id)?.kind != kind {
            return Err(CycleError::OtherKind(id.clone(), kind).into());
        }
        self.row(id)
    }

    /// Makes an entity whose id follows from what it is about, unless it is there; one
    /// that was deleted comes back.
    pub fn make_or_restore(&mut self, kind: Kind, id: &Id) -> Result<(), ActError> {
        match self.row(id) {
            Ok(row) if row.kind == kind => self.set_deleted(id, false),
            Ok(_) => Err(ActError::Taken(id.clone())),
            Err(ActError::Unknown(_)) => self.make(kind, id),
            Err(error) => Err(error),
        }
    }
}
