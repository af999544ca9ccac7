//! References between entities: what is written refers to what is there, nothing
//! stands under itself, nothing is named that shall not be, and what others refer to
//! is not deleted.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::registry::KINDS;
use jalon_domain::{Audience, FieldDef, FieldType, Id, Kind, lineage, problem};
use rusqlite::Connection;
use serde_json::Value;

use crate::act_error::FieldError;
use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, Trouble, confidential, dates, fields, glossary};

/// Checks everything that this action has written so far.
pub(crate) fn check(tx: &mut Tx<'_>) -> Result<(), ActError> {
    let mut deleted = BTreeMap::new();
    for id in tx.touched() {
        let (row, before) = tx.states(&id)?;
        if row.is_live() {
            check_outgoing(tx, &row, &before)?;
        } else if before.is_live() {
            deleted.insert(id, row.kind);
        }
    }
    if deleted.is_empty() { Ok(()) } else { check_incoming(tx, &deleted) }
}

/// What the entity refers to is there. Fields that did not change are left alone: a
/// merge may have broken them, and that shall not stand in the way of other edits.
fn check_outgoing(tx: &mut Tx<'_>, row: &Row, before: &Row) -> Result<(), ActError> {
    for field in row.kind.def().fields {
        let value = fields::plan_value(row, field);
        if before.is_live() && fields::plan_value(before, field) == value {
            continue;
        }
        if tx.record && lineage::FIELDS.contains(&field.name) {
            // Where it was decided, this may come from what is hidden there.
            continue;
        }
        for (at, target, kinds) in field.ty.references(&value) {
            let there = match tx.row(&target) {
                Ok(target) => target.is_live() && kinds.contains(&target.kind),
                Err(ActError::Unknown(_)) => false,
                Err(error) => return Err(error),
            };
            if !there {
                return Err(Tx::wrong(row.kind, &row.id, field.name, FieldError::Dangling(at, target)));
            }
        }
        if stands_under_itself(tx, row, field)? {
            return Err(Tx::wrong(row.kind, &row.id, field.name, FieldError::Loop));
        }
    }
    check_names(row, before)?;
    glossary::check(tx, row, before)?;
    dates::check(tx, row, before)
}

/// A challenge names jurisdictions only when it is marked so; what a merge has broken
/// is left alone here too.
fn check_names(row: &Row, before: &Row) -> Result<(), ActError> {
    const NAMES: &str = "jurisdictions";
    let same = |field: &str| row.value(field) == before.value(field);
    if before.is_live() && same(NAMES) && same("attribution") {
        return Ok(());
    }
    let object = fields::object(row);
    if problem::names_nobody(row.kind, &object) {
        return Err(Tx::wrong(row.kind, &row.id, NAMES, FieldError::Missing));
    }
    if problem::names_against_its_mark(row.kind, NAMES, &object) {
        return Err(Tx::wrong(row.kind, &row.id, NAMES, FieldError::Named));
    }
    Ok(())
}

fn stands_under_itself(tx: &mut Tx<'_>, row: &Row, field: &FieldDef) -> Result<bool, ActError> {
    if !matches!(field.ty, FieldType::Ref(kinds) if kinds == [row.kind]) {
        return Ok(false);
    }
    let mut seen = BTreeSet::from([row.id.clone()]);
    let mut at = row.value(field.name).as_str().and_then(Id::parse);
    while let Some(id) = at {
        if !seen.insert(id.clone()) {
            return Ok(id == row.id);
        }
        at = tx.row(&id)?.value(field.name).as_str().and_then(Id::parse);
    }
    Ok(false)
}

/// Nothing that stays refers to what is deleted.
fn check_incoming(tx: &mut Tx<'_>, deleted: &BTreeMap<Id, Kind>) -> Result<(), ActError> {
    let kinds: BTreeSet<Kind> = deleted.values().copied().collect();
    // What somebody may not see neither refuses them anything nor lets them: what it
    // refers to in vain is a problem that the secretariat is shown.
    let reads_all = confidential::reads_all(&tx.context.actor);
    for def in KINDS {
        let seen = |field: &&FieldDef| reads_all || field.audience == Audience::All;
        let stands = |field: &&FieldDef| !def.record || stands_in_the_way(def.kind, field);
        let fields = def.fields.iter().filter(|field| refers_to(field.ty, &kinds));
        for field in fields.filter(seen).filter(stands) {
            for (by, value) in holders(tx, def.kind, field)? {
                let mut targets = field.ty.references(&value).into_iter();
                if let Some((_, id, _)) = targets.find(|(_, id, _)| deleted.contains_key(id)) {
                    return Err(ActError::Referred { id, kind: def.kind, by });
                }
            }
        }
    }
    Ok(())
}

/// Whether a record keeps from being deleted what it refers to. Mostly it does not: it says
/// what was attested of what goes. But a deck that was tabled is found by its cycle, and
/// without that nobody would know any more that the councils were told anything.
fn stands_in_the_way(record: Kind, field: &FieldDef) -> bool {
    record == Kind::TabledDeck && field.name == "cycle"
}

/// Whether a field may refer to entities of one of these kinds.
pub(crate) fn refers_to(ty: FieldType, targets: &BTreeSet<Kind>) -> bool {
    match ty {
        FieldType::Ref(kinds) => kinds.iter().any(|kind| targets.contains(kind)),
        FieldType::Refs(kind) => targets.contains(&kind),
        FieldType::Leads | FieldType::Roles => targets.contains(&Kind::Jurisdiction),
        _ => false,
    }
}

/// The entities of a kind that hold something in a field, as they will stand.
fn holders(tx: &mut Tx<'_>, kind: Kind, field: &FieldDef) -> Result<Vec<(Id, Value)>, ActError> {
    let mut found = stored(tx.sql, kind, field)?;
    found.retain(|(id, _)| !tx.has_read(id));
    let in_hand = tx.in_hand().filter(|row| row.kind == kind && row.is_live());
    found.extend(in_hand.map(|row| (row.id.clone(), row.value(field.name).clone())));
    Ok(found)
}

/// The entities of a kind that hold something in a field that refers to others, as they stand
/// in the file.
pub(crate) fn stored(sql: &Connection, kind: Kind, field: &FieldDef) -> Result<Vec<(Id, Value)>, Trouble> {
    let (table, name) = (kind.def().name, field.name);
    let query = format!("SELECT id, \"{name}\" FROM {table} WHERE deleted = 0 AND \"{name}\" IS NOT NULL");
    let mut query = sql.prepare_cached(&query)?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let (id, text): (String, String) = (row.get(0)?, row.get(1)?);
        let value = match field.ty {
            FieldType::Ref(_) => Value::String(text),
            _ => serde_json::from_str(&text).unwrap_or_default(),
        };
        found.extend(Id::parse(&id).map(|id| (id, value)));
    }
    Ok(found)
}
