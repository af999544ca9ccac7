//! Issues anew what others cannot see.

use std::collections::BTreeSet;

use jalon_domain::policy::Verb;
use jalon_domain::{Id, Kind};
use serde_json::json;

use crate::council::write_record;
use crate::delivery::{Lacking, issued_up_to, lacking};
use crate::tx::Tx;
use crate::{ActError, CycleError};

/// Writes anew, in the secretariat's own name, everything that a deck can show and that
/// other governments do not have, because whoever wrote it would tell where a challenge
/// came from. All of it at once: what came alone could be held against whoever wrote then.
/// Nothing is said of why, since that goes to everybody.
pub(crate) fn issue(tx: &mut Tx<'_>) -> Result<(), ActError> {
    tx.ask(Verb::IssueChallenges, &[])?;
    if tx.context.reason.as_ref().is_some_and(|reason| !reason.trim().is_empty()) {
        return Err(CycleError::IssuedWithReason.into());
    }
    let Lacking { open, closed } = lacking(tx.sql)?;
    if !closed.is_empty() {
        // To leave them out would say that others have everything, or of whom they are.
        let (items, plans): (Vec<Id>, BTreeSet<Id>) = closed.into_iter().unzip();
        return Err(CycleError::IssuedInClosed { items, plans: plans.into_iter().collect() }.into());
    }
    let up_to = issued_up_to(tx.sql)?;
    if open.is_empty() && up_to.is_none() {
        return Err(ActError::NothingChanges);
    }
    // All at once, so none before each of them reads in one way.
    let in_conflict: Vec<Id> = open.iter().filter(|it| it.in_conflict).map(|it| it.id.clone()).collect();
    if !in_conflict.is_empty() {
        return Err(CycleError::IssuedInConflict(in_conflict).into());
    }
    for lacking in &open {
        for field in &lacking.fields {
            tx.restate(&lacking.id, field)?;
        }
    }
    match up_to {
        Some(at) => {
            let id = tx.fresh_id();
            write_record(tx, Kind::Issuance, &id, &[("at", json!(at))])
        }
        None => Ok(()),
    }
}
