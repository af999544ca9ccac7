//! Reads the plan out of the projection.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use jalon_domain::board::Surroundings;
use jalon_domain::registry::KINDS;
use jalon_domain::{Id, Plan};
use rusqlite::Connection;

use super::columns;
use super::entity::entity;
use crate::journal::row::{Row, can_be_open};
use crate::news::News;
use crate::{Trouble, moment};

/// The plan as it stands.
pub(crate) fn plan(sql: &Connection) -> Result<Plan, Trouble> {
    let mut plan = Plan::default();
    for def in KINDS {
        let mut query = sql.prepare_cached(&format!("{} WHERE deleted = 0", columns::of(def.kind).select))?;
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            if let Some(entity) = entity(def.kind, row)? {
                plan.put(entity);
            }
        }
    }
    Ok(plan)
}

/// What the board needs beside the plan.
pub(crate) fn surroundings(sql: &Connection, today: NaiveDate) -> Result<Surroundings, Trouble> {
    let conflicted: BTreeSet<Id> = conflicts(sql)?.into_iter().map(|(id, _)| id).collect();
    let to_correct = moment::corrections(sql)?.into_iter().map(|it| it.milestone).collect();
    Ok(Surroundings { today, reported_on: News::now(sql)?, conflicted, to_correct })
}

/// Every field whose heads do not say the same, and every deletion that did not know of
/// all that stood: the entity and the journal field.
pub(crate) fn conflicts(sql: &Connection) -> Result<Vec<(Id, String)>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT head.entity, head.field FROM head JOIN change ON change.id = head.change
         WHERE (head.entity, head.field) IN
            (SELECT entity, field FROM head GROUP BY entity, field HAVING count(*) > 1)
         GROUP BY head.entity, head.field HAVING count(DISTINCT coalesce(change.value, 'null')) > 1
         UNION
         SELECT head.entity, head.field FROM head JOIN change ON change.id = head.change
         WHERE head.field = '$deleted' AND change.value = 'true' AND EXISTS (
             SELECT 1 FROM head AS other WHERE other.entity = head.entity AND other.field <> '$deleted'
             AND other.change NOT IN (SELECT value FROM json_each(change.bases)))",
    )?;
    let mut rows = query.query([])?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let field: String = row.get(1)?;
        let Some(id) = Id::parse(&row.get::<_, String>(0)?).filter(|_| can_be_open(&field)) else { continue };
        if Row::read(sql, &id)?.is_some_and(|row| row.is_open(&field)) {
            found.push((id, field));
        }
    }
    Ok(found)
}
