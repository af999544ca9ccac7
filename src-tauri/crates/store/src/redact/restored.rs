//! What stands in a plan that comes back from a backup for what was redacted since: the
//! backup was cleaned of it, and knows of no redaction.
//!
//! Of a status only words were redacted. Its figures are kept beside the journal when a
//! backup is cleaned, so that a milestone does not come back as not started.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::problem::ProblemKind;
use jalon_domain::{Bilingual, FieldType, Status};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::Value;

use super::stand_in;
use crate::tx::Tx;
use crate::{ActError, Trouble, fields, problems};

/// The setting that keeps the figures of statuses, by their changes.
const FIGURES: &str = "redacted-statuses";

/// Keeps the figures of the statuses that these changes set, before they are destroyed.
pub(super) fn keep_figures(sql: &Connection, changes: &BTreeSet<String>) -> Result<(), Trouble> {
    let mut all = figures(sql)?;
    let mut query =
        sql.prepare("SELECT value FROM change WHERE id = ?1 AND kind = 'milestone' AND field = 'status'")?;
    for change in changes {
        let value: Option<Option<String>> = query.query_row([change], |row| row.get(0)).optional()?;
        let status = value.flatten().and_then(|value| serde_json::from_str::<Status>(&value).ok());
        if let Some(status) = status {
            // That there was a reason is kept, and not what it was.
            let reason = status.reason.map(|_| Bilingual::default());
            all.insert(change.clone(), Status { reason, evidence: Vec::new(), ..status });
        }
    }
    let value = serde_json::json!(all).to_string();
    sql.execute(
        "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [FIGURES, &value],
    )?;
    Ok(())
}

fn figures(sql: &Connection) -> Result<BTreeMap<String, Status>, Trouble> {
    let mut query = sql.prepare("SELECT value FROM setting WHERE name = ?1")?;
    let value: Option<String> = query.query_row([FIGURES], |row| row.get(0)).optional()?;
    Ok(value.and_then(|value| serde_json::from_str(&value).ok()).unwrap_or_default())
}

/// Puts something in the place of all that was redacted and of which the plan would show
/// nothing. What nothing can stand for stays a problem of the plan.
pub(crate) fn stand_in_for_gone(tx: &mut Tx<'_>) -> Result<(), ActError> {
    let figures = figures(tx.sql)?;
    for ((kind, id, name), what) in problems::not_shown(tx.sql)? {
        let Some(def) = kind.def().field(name).filter(|_| what == ProblemKind::Redacted) else { continue };
        let row = tx.row(&id)?;
        let head = row.head_ids(name).into_iter().next().unwrap_or_default();
        let stood = match def.ty {
            FieldType::Status => figures.get(&head).map(|status| serde_json::json!(status)),
            _ => Some(fields::plan_value(row, def)),
        };
        stand_in(tx, &id, def, stood.unwrap_or(Value::Null), true)?;
    }
    tx.sql.execute("DELETE FROM setting WHERE name = ?1", [FIGURES]).map_err(Trouble::from)?;
    Ok(())
}
