//! Verbs on reporting cycles.

mod carry_over;
mod close;
mod open;
mod reopen;

pub use carry_over::CarriedOver;
pub(crate) use carry_over::carry_over;
pub(crate) use close::close;
pub(crate) use open::open;
pub(crate) use reopen::reopen;

use jalon_domain::{Id, Kind};

use crate::tx::Tx;
use crate::{ActError, CycleError};

/// Refuses a cycle that is closed.
pub(crate) fn check_open(tx: &mut Tx<'_>, cycle: &Id) -> Result<(), ActError> {
    match tx.live_of(Kind::Cycle, cycle)?.value("state").as_str() {
        Some("open") => Ok(()),
        _ => Err(CycleError::CycleClosed(cycle.clone()).into()),
    }
}
