//! What something says that it became of: what it was carried over from, or merged from.
//!
//! What was merged is not shown any more, and what was carried over is not carried over
//! again. So to name something as a source is to write to it, by whatever verb.

use jalon_domain::action::ActionName;
use jalon_domain::{Id, lineage};
use serde_json::Value;

use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, CycleError, closed, permission};

/// Refuses an action that names a new source which whoever acts may not write to, or merges
/// what is of another cycle or of a closed one. The verbs that carry over and merge have
/// rules of their own; taking back restores what was once asked about.
pub(crate) fn check(tx: &mut Tx<'_>) -> Result<(), ActError> {
    use ActionName::{CarryOver, ClonePlan, MergeChallenges, Redact, Redo, Restore, Undo};
    if tx.record
        || matches!(tx.action(), CarryOver | ClonePlan | MergeChallenges | Redact | Redo | Restore | Undo)
    {
        return Ok(());
    }
    for id in tx.touched() {
        let (row, before) = tx.states(&id)?;
        for field in lineage::FIELDS {
            let stood = named(&before, field);
            for source in named(&row, field).into_iter().filter(|source| !stood.contains(source)) {
                permission::ask_to_write(tx, &source)?;
                if field == "merged_from" {
                    may_merge(tx, &row, &source)?;
                }
            }
        }
    }
    Ok(())
}

fn may_merge(tx: &mut Tx<'_>, row: &Row, source: &Id) -> Result<(), ActError> {
    let of = tx.row(source)?.value("cycle").clone();
    if *row.value("cycle") != of {
        return Err(CycleError::OtherCycle(source.clone()).into());
    }
    match of.as_str().and_then(Id::parse) {
        Some(cycle) if closed::was_closed(tx, &cycle)? => Err(CycleError::CycleClosed(cycle).into()),
        _ => Ok(()),
    }
}

/// The ids that a field holds.
fn named(row: &Row, field: &str) -> Vec<Id> {
    ids_in(row.value(field))
}

/// The ids that a value of the journal holds, be it one or a list.
pub(crate) fn ids_in(value: &Value) -> Vec<Id> {
    match value {
        Value::Array(list) => list.iter().filter_map(|id| Id::parse(id.as_str()?)).collect(),
        value => value.as_str().and_then(Id::parse).into_iter().collect(),
    }
}
