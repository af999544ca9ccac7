//! The first due date of a milestone stays when the date moves.

use jalon_domain::{Id, Kind};

use crate::ActError;
use crate::redact::stands_for_a_date;
use crate::tx::Tx;

/// The field that keeps it.
pub(crate) const BASELINE: &str = "baseline_due";

/// Keeps the date that a milestone was due before this action moved it, unless an
/// earlier one is kept already.
pub(crate) fn keep_baseline(tx: &mut Tx<'_>, id: &Id) -> Result<(), ActError> {
    let (row, before) = tx.states(id)?;
    let stood = before.value("due");
    let was_due = !stood.is_null() && !stands_for_a_date(stood);
    let moved = before.is_live() && was_due && stood != row.value("due");
    if row.kind == Kind::Milestone && moved && row.value(BASELINE).is_null() {
        tx.put(id, BASELINE, stood.clone())?;
    }
    Ok(())
}
