//! What stands in a plan that comes back from a backup for what was redacted since: the
//! backup was cleaned of it, and knows of no redaction.

use jalon_domain::FieldType;
use jalon_domain::problem::ProblemKind;
use serde_json::Value;

use super::figures::{FIGURES, figures};
use super::stand_in;
use crate::tx::Tx;
use crate::{ActError, Trouble, fields, problems};

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
