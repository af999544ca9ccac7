//! Opens a closed plan again.

use jalon_domain::action::Bases;
use jalon_domain::policy::Verb;
use jalon_domain::{Id, Kind};
use serde_json::Value;

use crate::tx::Tx;
use crate::{ActError, CycleError};

/// Reopens a plan for a reason, from a form that showed `bases`. That it was closed, and
/// what stood then, stays on record.
pub(crate) fn reopen(tx: &mut Tx<'_>, workplan: &Id, reason: &str, bases: &Bases) -> Result<(), ActError> {
    let state = tx.live_of(Kind::Workplan, workplan)?.value("state").clone();
    tx.ask(Verb::ClosePlan, &[])?;
    if state != "closed" {
        return Err(CycleError::PlanOpen(workplan.clone()).into());
    }
    if reason.trim().is_empty() {
        return Err(CycleError::NoReason.into());
    }
    tx.reason = Some(reason.to_owned());
    tx.set(workplan, "state", Value::from("open"), bases)
}
