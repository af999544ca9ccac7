//! Records redactions again that were lost from the journal when a backup took the store's
//! place, so that other stores hear of them.
//!
//! The program itself writes it, as nobody: who redacted stands in no journal that is here,
//! and a redaction must reach also those who may not know who restored the plan.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use jalon_domain::action::ActionName;
use jalon_domain::{Actor, Id};
use rusqlite::Connection;
use serde_json::json;

use super::destroyed::{Destroyed, kept, said_of};
use super::figures::figures;
use crate::delivery::device;
use crate::journal::REDACTED;
use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, Context, Trouble};

/// Records what the file keeps as destroyed and its journal says nowhere, within the
/// caller's transaction; the place of that. What is of an entity that is not here yet is
/// recorded when that has come.
pub(crate) fn again(sql: &Connection, now: DateTime<Utc>) -> Result<Option<i64>, Trouble> {
    let kept = kept(sql)?;
    let said = said_of(sql, kept.entities())?;
    let unsaid = kept.without(&said);
    if unsaid.is_empty() {
        return Ok(None);
    }
    let nobody = Context::new(Actor::nobody(), now);
    let mut tx = Tx::begin(sql, device::current(sql)?, ActionName::Redact, &nobody);
    let written = record(&mut tx, unsaid).and_then(|()| match tx.len() {
        0 => Ok(None),
        _ => tx.finish().map(|outcome| Some(outcome.local_n)),
    });
    written.map_err(ActError::into_trouble)
}

fn record(tx: &mut Tx<'_>, unsaid: Destroyed) -> Result<(), ActError> {
    let figures = figures(tx.sql)?;
    for (of, changes) in unsaid.by_field() {
        let Some(id) = Id::parse(&of.entity) else { continue };
        if tx.has_read(&id) || Row::read(tx.sql, &id)?.is_some() {
            let mut said = json!({"field": of.field, "changes": changes, "again": true});
            let known: BTreeMap<_, _> =
                figures.iter().filter(|(change, _)| changes.contains(change)).collect();
            if !known.is_empty() {
                said["figures"] = json!(known);
            }
            tx.put(&id, REDACTED, said)?;
        }
    }
    Ok(())
}
