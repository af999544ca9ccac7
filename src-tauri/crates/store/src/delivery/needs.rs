//! What a transaction builds on, and must not come before.

use std::collections::BTreeSet;

use jalon_domain::{FieldType, Id, Kind};
use rusqlite::Connection;

use super::waiting::Need;
use crate::journal::{CREATE, ChangeRow, read};
use crate::{Trouble, fields};

/// What a transaction with these changes builds on and does not bring itself: the
/// changes that it was based on, the entities that it writes to, and those that they
/// stand under or refer to one by one. A list of references may run ahead of what it
/// names: what does not stand there yet is a problem of the plan, and is shown as one.
pub(super) fn of(changes: &[ChangeRow]) -> Result<BTreeSet<Need>, Trouble> {
    let made: BTreeSet<&str> = changes.iter().map(|change| change.id.as_str()).collect();
    let created: BTreeSet<&str> =
        changes.iter().filter(|change| change.field == CREATE).map(|change| change.entity.as_str()).collect();
    let mut needs = BTreeSet::new();
    for change in changes {
        let bases = read::bases(change)?.into_iter().filter(|base| !made.contains(base.as_str()));
        needs.extend(bases.map(Need::Change));
        let entities = [Some(change.entity.clone()), target(change)].into_iter().flatten();
        needs.extend(entities.filter(|id| !created.contains(id.as_str())).map(Need::Entity));
    }
    Ok(needs)
}

/// The one entity that a change refers to, where this version knows that it does.
fn target(change: &ChangeRow) -> Option<String> {
    let (field, _) = fields::named(Kind::named(&change.kind)?.def(), &change.field)?;
    if !matches!(field.ty, FieldType::Ref(_)) {
        return None;
    }
    let value: serde_json::Value = serde_json::from_str(change.value.as_deref()?).ok()?;
    Some(Id::parse(value.as_str()?)?.to_string())
}

/// The transactions of this journal that bring what is needed.
pub(super) fn bringers(sql: &Connection, need: &Need) -> Result<Vec<String>, Trouble> {
    let (query, value) = match need {
        Need::Change(change) => ("SELECT txn FROM change WHERE id = ?1", change),
        Need::Entity(entity) => ("SELECT txn FROM change WHERE entity = ?1 AND field = '$create'", entity),
        Need::Transaction { .. } => return Ok(Vec::new()),
    };
    let mut query = sql.prepare_cached(query)?;
    let found = query.query_map([value], |row| row.get(0))?;
    Ok(found.collect::<Result<_, _>>()?)
}

/// What a transaction with these changes brings that others may wait for.
pub(super) fn brought(changes: &[ChangeRow]) -> impl Iterator<Item = Need> {
    changes.iter().flat_map(|change| {
        let entity = (change.field == CREATE).then(|| Need::Entity(change.entity.clone()));
        entity.into_iter().chain([Need::Change(change.id.clone())])
    })
}
