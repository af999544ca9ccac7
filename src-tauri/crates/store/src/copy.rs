//! Writes what is carried over: copies of entities, word for word, with the state of
//! their translations.

use std::collections::BTreeSet;

use jalon_domain::action::ActionName;
use jalon_domain::carry::Copy;
use jalon_domain::{FieldType, Id};
use serde_json::Value;

use crate::act_error::FieldError;
use crate::entity::check_complete;
use crate::fields::{canonical, journal_fields};
use crate::journal::DELETED;
use crate::journal::row::{Row, can_be_open};
use crate::tx::Tx;
use crate::{ActError, references};

/// Writes copies, those of them that are not there yet. What somebody has deleted stays
/// deleted; what an undo took back comes again.
pub(crate) fn write_all(tx: &mut Tx<'_>, copies: &[Copy]) -> Result<(), ActError> {
    let mut gone = BTreeSet::new();
    let mut made = Vec::new();
    for copy in copies {
        match tx.row(&copy.id) {
            Err(ActError::Unknown(_)) => tx.make(copy.kind, &copy.id)?,
            Err(error) => return Err(error),
            Ok(row) if row.is_live() => continue,
            Ok(row) => {
                let row = row.clone();
                if taken_back(tx, &row)? {
                    tx.set_deleted(&copy.id, false)?;
                } else {
                    gone.insert(copy.id.clone());
                    continue;
                }
            }
        }
        made.push(copy);
    }
    for copy in made {
        write(tx, copy, &gone)?;
        check_complete(tx, &copy.id)?;
    }
    references::check(tx)
}

/// How many of the copies are not there yet and would be written.
pub(crate) fn count(tx: &mut Tx<'_>, copies: &[Copy]) -> Result<usize, ActError> {
    let mut count = 0;
    for copy in copies {
        let row = match tx.row(&copy.id) {
            Ok(row) => Some(row.clone()),
            Err(ActError::Unknown(_)) => None,
            Err(error) => return Err(error),
        };
        count += usize::from(match row {
            Some(row) => !row.is_live() && taken_back(tx, &row)?,
            None => true,
        });
    }
    Ok(count)
}

/// Whether it was an undo that took the entity away.
fn taken_back(tx: &Tx<'_>, row: &Row) -> Result<bool, ActError> {
    let Some(head) = row.heads.get(DELETED).and_then(|heads| heads.first()) else { return Ok(false) };
    let mut query = tx.sql.prepare_cached(
        "SELECT txn.action FROM txn JOIN change ON change.txn = txn.id WHERE change.id = ?1",
    )?;
    let action: String = query.query_row([&head.change], |row| row.get(0))?;
    Ok(action == ActionName::Undo.code())
}

fn write(tx: &mut Tx<'_>, copy: &Copy, gone: &BTreeSet<Id>) -> Result<(), ActError> {
    let source = tx.row(&copy.source)?.clone();
    for field in copy.kind.def().fields {
        let other = copy.fields.get(field.name);
        for name in journal_fields(field) {
            let value = match other {
                Some(value) if field.ty != FieldType::Bilingual && !names_one_of(value, gone) => {
                    canonical(field.ty, value)
                }
                Some(_) => Value::Null,
                None if can_be_open(&name) && source.is_disputed(&name) => {
                    return Err(Tx::wrong(copy.kind, &copy.source, &name, FieldError::ConflictToCopy));
                }
                None => source.value(&name).clone(),
            };
            tx.put(&copy.id, &name, value)?;
        }
    }
    Ok(())
}

fn names_one_of(value: &Value, ids: &BTreeSet<Id>) -> bool {
    value.as_str().is_some_and(|id| ids.contains(id))
}
