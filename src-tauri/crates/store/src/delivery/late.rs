//! Changes to a closed plan or reporting cycle that its closing does not know of: whoever
//! made them had not heard that it was closed.

mod cycle;

use std::collections::BTreeSet;

use jalon_domain::action::ActionName;
use jalon_domain::problem::{Problem, ProblemKind};
use jalon_domain::{Actor, Id, Kind, Vector};
use rusqlite::Connection;
use serde::Serialize;

use super::place::widened;
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
        self.told_late(self.reading(|sql| late(sql, workplan))?, reader)
    }

    /// What touches a closed reporting cycle, its meeting, or anything that is reported in
    /// it and is not within the moment at which it was closed, newest first, as `reader`
    /// may see it; nothing while it is open, or where a version closed it that pinned no
    /// moment. Closing it anew takes all of that in.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn late_in_cycle(&self, cycle: &Id, reader: &Actor) -> Result<Vec<HistoryEntry>, Trouble> {
        let mut all = self.reading(cycle::late)?;
        self.told_late(all.remove(cycle).unwrap_or_default(), reader)
    }

    fn told_late(&self, late: BTreeSet<String>, reader: &Actor) -> Result<Vec<HistoryEntry>, Trouble> {
        if late.is_empty() {
            return Ok(Vec::new());
        }
        let page = HistoryPage { reader: Some(reader), ..HistoryPage::default() };
        Ok(self.history_page(&page)?.into_iter().filter(|entry| late.contains(&entry.txn)).collect())
    }
}

/// How much was written for a closed plan or cycle without knowing that it was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Late {
    /// Workplan or cycle.
    pub kind: Kind,
    /// Which one.
    pub id: Id,
    /// How many actions.
    pub count: usize,
}

impl Late {
    /// The same as a problem of the plan.
    pub fn problem(&self) -> Problem {
        Problem { kind: self.kind, id: self.id.clone(), field: "state", what: ProblemKind::Late(self.count) }
    }
}

/// The ids of the transactions that came late, for each closed workplan and cycle with any.
type LateTxns = Vec<((Kind, Id), BTreeSet<String>)>;

/// Everything that came late.
pub(super) fn all_late(sql: &Connection) -> Result<LateTxns, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT id FROM workplan WHERE state = 'closed' AND deleted = 0 ORDER BY position, id",
    )?;
    let closed = query.query_map([], |row| row.get(0))?.collect::<Result<Vec<String>, _>>()?;
    let mut all = Vec::new();
    for workplan in closed.iter().filter_map(|id| Id::parse(id)) {
        let late = late(sql, &workplan)?;
        all.push(((Kind::Workplan, workplan), late));
    }
    all.extend(cycle::late(sql)?.into_iter().map(|(cycle, late)| ((Kind::Cycle, cycle), late)));
    all.retain(|(_, late)| !late.is_empty());
    Ok(all)
}

/// How much came late for each closed workplan and cycle; only those with any.
pub(crate) fn late_counts(sql: &Connection) -> Result<Vec<Late>, Trouble> {
    Ok(counts(all_late(sql)?))
}

/// How many there are of each.
pub(super) fn counts(late: LateTxns) -> Vec<Late> {
    late.into_iter().map(|((kind, id), late)| Late { kind, id, count: late.len() }).collect()
}

/// Of what is late now, what was not before.
pub(super) fn newly(before: &LateTxns, mut now: LateTxns) -> LateTxns {
    for (of, late) in &mut now {
        let known = before.iter().find(|(it, _)| it == of).map(|(_, known)| known);
        late.retain(|txn| !known.is_some_and(|known| known.contains(txn)));
    }
    now.retain(|(_, late)| !late.is_empty());
    now
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
    let moments = moments.iter().flatten().filter_map(|at| serde_json::from_str(at).ok());
    moments.map(|at: Vector| Ok(widened(sql, &at)?.into_owned())).collect()
}
