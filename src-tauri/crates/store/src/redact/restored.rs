//! What stands in a plan that comes back from a backup for what was redacted since: the
//! backup was cleaned of it, and knows of no redaction.

use std::collections::BTreeSet;

use jalon_domain::problem::ProblemKind;

use super::figures::{FIGURES, figures};
use super::stand_in::{Gone, stand_in};
use crate::tx::Tx;
use crate::{ActError, Trouble, fields, problems};

/// Puts something in the place of all that was redacted and of which the plan would show
/// nothing. What nothing can stand for stays a problem of the plan.
pub(crate) fn stand_in_for_gone(tx: &mut Tx<'_>) -> Result<(), ActError> {
    let figures = figures(tx.sql)?;
    for ((kind, id, name), what) in problems::not_shown(tx.sql)? {
        let Some(def) = kind.def().field(name).filter(|_| what == ProblemKind::Redacted) else { continue };
        let row = tx.row(&id)?;
        let journal = fields::journal_fields(def);
        let heads = journal.iter().flat_map(|field| row.heads.get(field).into_iter().flatten());
        let changes: BTreeSet<String> =
            heads.filter(|head| head.value.is_null()).map(|head| head.change.clone()).collect();
        let gone = Gone { changes: &changes, figures: &figures, stood: fields::plan_value(row, def) };
        stand_in(tx, &id, def, gone, true)?;
    }
    tx.sql.execute("DELETE FROM setting WHERE name = ?1", [FIGURES]).map_err(Trouble::from)?;
    Ok(())
}
