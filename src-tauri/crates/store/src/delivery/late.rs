//! Changes to a closed plan that its closing does not know of: whoever made them had
//! not heard that it was closed.

use std::collections::BTreeSet;

use jalon_domain::action::ActionName;
use jalon_domain::{Actor, Id, Kind, Vector};
use rusqlite::Connection;

use crate::below::below;
use crate::{HistoryEntry, HistoryPage, Store, Trouble};

impl Store {
    /// What touches a closed workplan or anything in it and is not within the moments
    /// that its closings pinned, newest first, as `reader` may see it; nothing while the
    /// workplan is open. Closing it anew takes all of that in.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn late_changes(&self, workplan: &Id, reader: &Actor) -> Result<Vec<HistoryEntry>, Trouble> {
        let late = self.reading(|sql| late(sql, workplan))?;
        if late.is_empty() {
            return Ok(Vec::new());
        }
        let page = HistoryPage { reader: Some(reader), ..HistoryPage::default() };
        Ok(self.history_page(&page)?.into_iter().filter(|entry| late.contains(&entry.txn)).collect())
    }
}

/// How many transactions came late for each closed workplan; only those with any.
pub(crate) fn late_counts(sql: &Connection) -> Result<Vec<(Id, usize)>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT id FROM workplan WHERE state = 'closed' AND deleted = 0 ORDER BY position, id",
    )?;
    let closed = query.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    let mut counts = Vec::new();
    for workplan in closed.iter().filter_map(|id| Id::parse(id)) {
        let count = late(sql, &workplan)?.len();
        if count > 0 {
            counts.push((workplan, count));
        }
    }
    Ok(counts)
}

/// The ids of the late transactions.
fn late(sql: &Connection, workplan: &Id) -> Result<BTreeSet<String>, Trouble> {
    let closed = "SELECT EXISTS (SELECT 1 FROM workplan WHERE id = ?1 AND state = 'closed' AND deleted = 0)";
    let closings = closings(sql, workplan)?;
    if closings.is_empty() || !sql.prepare_cached(closed)?.query_row([workplan.as_str()], |row| row.get(0))? {
        return Ok(BTreeSet::new());
    }
    // Records say what was attested of the workplan, and change nothing of it.
    let members = below(sql, workplan, false)?;
    let mut query = sql.prepare_cached(
        "SELECT DISTINCT txn.id, txn.device, txn.seq, change.kind, change.entity
         FROM change JOIN txn ON txn.id = change.txn WHERE txn.action NOT IN (?1, ?2)",
    )?;
    // What must not be read any longer goes from a closed plan too, knowingly.
    let mut rows = query.query([ActionName::Redact.code(), ActionName::Restore.code()])?;
    let (mut late, mut closing) = (BTreeSet::new(), BTreeSet::new());
    while let Some(row) = rows.next()? {
        let (txn, device, seq): (String, String, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let (kind, entity): (String, String) = (row.get(3)?, row.get(4)?);
        if kind == Kind::Closing.def().name {
            closing.insert(txn);
        } else if members.contains(&entity) && !closings.iter().any(|at| at.includes(&device, seq)) {
            late.insert(txn);
        }
    }
    Ok(&late - &closing)
}

/// The moments at which a workplan was closed.
fn closings(sql: &Connection, workplan: &Id) -> Result<Vec<Vector>, Trouble> {
    let mut query = sql.prepare_cached("SELECT at FROM closing WHERE workplan = ?1 AND deleted = 0")?;
    let moments = query.query_map([workplan.as_str()], |row| row.get::<_, Option<String>>(0))?;
    let moments: Vec<Option<String>> = moments.collect::<Result<_, _>>()?;
    Ok(moments.iter().flatten().filter_map(|at| serde_json::from_str(at).ok()).collect())
}
