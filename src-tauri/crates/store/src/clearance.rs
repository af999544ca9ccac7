//! A jurisdiction's word that an item which names it may be shown, given and taken back.

use jalon_domain::action::Bases;
use jalon_domain::clearance::{self, Item};
use jalon_domain::plan::Entity;
use jalon_domain::policy::Verb;
use jalon_domain::{Id, Kind};
use serde_json::{Value, json};

use crate::act_error::FieldError;
use crate::journal::DELETED;
use crate::tx::Tx;
use crate::{ActError, CycleError, Trouble, answered, fields, permission, references};

/// Clears an item for a jurisdiction that it names. The content must be what the item
/// shows now.
pub(crate) fn give(tx: &mut Tx<'_>, item: &Id, jurisdiction: &Id, content: &str) -> Result<(), ActError> {
    let row = tx.live(item)?.clone();
    tx.ask(Verb::ClearOrSubmit, std::slice::from_ref(jurisdiction))?;
    if let Some(open) = row.conflicts().next() {
        return Err(Tx::wrong(row.kind, item, open, FieldError::Conflict));
    }
    let entity = Entity::from_value(row.kind, fields::object(&row));
    let entity = entity.map_err(|error| Trouble::Damaged(error.to_string()))?;
    let not_named = || CycleError::NotNamed { item: item.clone(), jurisdiction: jurisdiction.clone() };
    let shown = Item::of(&entity).ok_or_else(not_named)?;
    if !shown.named().contains(&jurisdiction) {
        return Err(not_named().into());
    }
    if shown.content() != content {
        return Err(CycleError::ContentChanged(item.clone()).into());
    }
    answered::check(tx, |then| clearance::content(then, item).as_deref() == Some(content))?;
    let id = clearance::id_of(item, jurisdiction, content);
    tx.make_or_restore(Kind::Clearance, &id)?;
    tx.put(&id, "item", json!(item))?;
    tx.put(&id, "jurisdiction", json!(jurisdiction))?;
    tx.put(&id, "content", Value::from(content))?;
    references::check(tx)
}

/// Takes a clearance back, from a form that showed `bases`.
pub(crate) fn withdraw(tx: &mut Tx<'_>, clearance: &Id, bases: &Bases) -> Result<(), ActError> {
    tx.live_of(Kind::Clearance, clearance)?;
    permission::ask_to_write(tx, clearance)?;
    tx.set(clearance, DELETED, Value::Bool(true), bases)
}
