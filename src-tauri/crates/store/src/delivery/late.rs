//! Changes to a closed plan that its closing does not know of: whoever made them had
//! not heard that it was closed.

use std::collections::BTreeSet;

use jalon_domain::{Id, Kind, Vector};
use rusqlite::Connection;

use crate::below::below;
use crate::{HistoryEntry, Store, Trouble};

impl Store {
    /// What touches a closed workplan or anything in it and is not within the moments
    /// that its closings pinned, newest first; nothing while the workplan is open.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn late_changes(&self, workplan: &Id) -> Result<Vec<HistoryEntry>, Trouble> {
        let late = self.reading(|sql| late(sql, workplan))?;
        if late.is_empty() {
            return Ok(Vec::new());
        }
        Ok(self.history(None)?.into_iter().filter(|entry| late.contains(&entry.txn)).collect())
    }
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
         FROM change JOIN txn ON txn.id = change.txn",
    )?;
    let mut rows = query.query([])?;
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
