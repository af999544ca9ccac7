//! Deletes an entity. Its row and its history stay; it can be brought back by undo.

use jalon_domain::Id;
use jalon_domain::action::Bases;
use serde_json::Value;

use crate::journal::DELETED;
use crate::tx::Tx;
use crate::{ActError, permission, references};

/// Deletes an entity, unless something that stays refers to it.
pub(crate) fn delete(tx: &mut Tx<'_>, id: &Id, bases: &Bases) -> Result<(), ActError> {
    let kind = tx.live(id)?.kind;
    Tx::no_record(kind)?;
    permission::ask_to_write(tx, id)?;
    tx.set(id, DELETED, Value::Bool(true), bases)?;
    references::check(tx)
}
