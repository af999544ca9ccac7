//! Closes a reporting cycle.

use jalon_domain::action::Bases;
use jalon_domain::policy::Verb;
use jalon_domain::{Id, Kind};
use serde_json::Value;

use crate::ActError;
use crate::tx::Tx;

/// Closes a cycle, from a form that showed `bases`.
pub(crate) fn close(tx: &mut Tx<'_>, cycle: &Id, bases: &Bases) -> Result<(), ActError> {
    tx.live_of(Kind::Cycle, cycle)?;
    tx.ask(Verb::EditAround, &[])?;
    tx.set(cycle, "state", Value::from("closed"), bases)
}
