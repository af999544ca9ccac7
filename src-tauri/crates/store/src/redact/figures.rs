//! The figures of statuses whose words were redacted. Only words were: a milestone does not
//! turn into one that was not started, neither when a backup comes back nor where what stood
//! before is looked at.
//!
//! The redaction itself says them in the journal, so every store that hears of it knows them.
//! Beside the journal of a backup, which has no redaction, they are kept in a setting.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::registry::KINDS;
use jalon_domain::{Bilingual, FieldType, Id, Lang, Status, Translation};
use jalon_words::{Words, key};
use rusqlite::{Connection, OptionalExtension as _};
use serde_json::{Value, json};

use super::{dates, obey};
use crate::Trouble;
use crate::journal::REDACTED;
use crate::journal::row::Row;

/// The setting that keeps the figures of statuses, by their changes.
pub(super) const FIGURES: &str = "redacted-statuses";

/// The figures of those of these changes that set a status, before they are destroyed. That
/// there was a reason is told, and not what it was.
pub(super) fn of(
    sql: &Connection,
    changes: &BTreeSet<String>,
    with_links: bool,
) -> Result<BTreeMap<String, Status>, Trouble> {
    let mut found = BTreeMap::new();
    let mut query =
        sql.prepare("SELECT value FROM change WHERE id = ?1 AND kind = 'milestone' AND field = 'status'")?;
    for change in changes {
        let value: Option<Option<String>> = query.query_row([change], |row| row.get(0)).optional()?;
        let status = value.flatten().and_then(|value| serde_json::from_str::<Status>(&value).ok());
        if let Some(status) = status {
            let reason = status.reason.map(|_| Bilingual::default());
            let evidence = if with_links { status.evidence } else { Vec::new() };
            found.insert(change.clone(), Status { reason, evidence, ..status });
        }
    }
    Ok(found)
}

/// Keeps the figures of the statuses that these changes set, before they are destroyed.
pub(super) fn keep(sql: &Connection, changes: &BTreeSet<String>) -> Result<(), Trouble> {
    let mut all = figures(sql)?;
    all.extend(of(sql, changes, false)?);
    let value = json!(all).to_string();
    sql.execute(
        "INSERT INTO setting (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        [FIGURES, &value],
    )?;
    Ok(())
}

/// Those that are kept in the setting.
pub(super) fn figures(sql: &Connection) -> Result<BTreeMap<String, Status>, Trouble> {
    let mut query = sql.prepare("SELECT value FROM setting WHERE name = ?1")?;
    let value: Option<String> = query.query_row([FIGURES], |row| row.get(0)).optional()?;
    Ok(value.and_then(|value| serde_json::from_str(&value).ok()).unwrap_or_default())
}

/// What stood in a milestone's field where its value was redacted since, as JSON: the status
/// without its words, or that there was a date. `None` where nothing is known of it, as of
/// what was not for this store to see.
pub(crate) fn stood_there(
    sql: &Connection,
    entity: &str,
    field: &str,
    change: &str,
) -> Result<Option<String>, Trouble> {
    match field {
        "due" if obey::is_redacted(sql, entity, change)? => Ok(Some(dates::gone().to_string())),
        _ if is_needed_day(field) => Ok(match obey::is_redacted(sql, entity, change)? {
            true => day_of_now(sql, entity, field)?,
            false => None,
        }),
        "status" => {
            let mut query = sql.prepare_cached(
                "SELECT value FROM change WHERE entity = ?1 AND field = ?2 AND value IS NOT NULL",
            )?;
            let mut rows = query.query([entity, REDACTED])?;
            while let Some(row) = rows.next()? {
                let said: Value = serde_json::from_str(&row.get::<_, String>(0)?).unwrap_or_default();
                let status = serde_json::from_value::<Status>(said["figures"][change].clone());
                if let Ok(status) = status {
                    return Ok(Some(json!(without_words(status)).to_string()));
                }
            }
            Ok(None)
        }
        _ => Ok(None),
    }
}

/// The fields of which something is known where their value was redacted.
pub(crate) fn known_fields() -> Vec<&'static str> {
    let all = KINDS.iter().flat_map(|def| def.fields);
    let days = all.filter(|field| field.required && field.ty == FieldType::Day).map(|field| field.name);
    ["status", "due"].into_iter().chain(days).collect()
}

/// Whether there is a kind of which nothing is shown without this day.
fn is_needed_day(field: &str) -> bool {
    KINDS.iter().any(|def| def.field(field).is_some_and(|it| it.required && it.ty == FieldType::Day))
}

/// The day that stands now, in place of one that was redacted: without any, a meeting would
/// be gone from the past with all that was reported for it.
fn day_of_now(sql: &Connection, entity: &str, field: &str) -> Result<Option<String>, Trouble> {
    let row = match Id::parse(entity) {
        Some(id) => Row::read(sql, &id)?,
        None => None,
    };
    let day = row.filter(|row| row.kind.def().field(field).is_some_and(|it| it.ty == FieldType::Day));
    Ok(day.map(|row| row.value(field).clone()).filter(|day| !day.is_null()).map(|day| day.to_string()))
}

/// A status with words that say that its reason was redacted, if it had one.
pub(super) fn without_words(status: Status) -> Status {
    // Its rule asks for the reason of a status that has one; this says what became of it.
    let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).text(key::REDACTED_STAND_IN));
    let reason = Bilingual { en, fr, source: Lang::En, state: Translation::Draft };
    Status { reason: status.reason.and(Some(reason)), ..status }
}
