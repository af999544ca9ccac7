//! Carries what is unfinished in a cycle over into another.

use jalon_domain::policy::{self, Verb};
use jalon_domain::{Action, Cycle, Id, Kind, carry};

use super::check_open;
use crate::projection::read;
use crate::tx::Tx;
use crate::{ActError, Changes, Context, CycleError, Store, copy};

impl Store {
    /// Carries everything unfinished in a cycle over into another. Challenges that name
    /// nobody go in a transaction of their own, which only those write who may read
    /// origins: other stores may get to see less of it. Each of the two can be done again,
    /// and then does nothing.
    ///
    /// # Errors
    /// Why it is refused; `NothingChanges` where nothing is left to carry over.
    pub fn carry_over(&mut self, context: &Context, from: &Id, to: &Id) -> Result<Vec<Changes>, ActError> {
        let mut done = Vec::new();
        let reads_origins = policy::may(Verb::ReadOrigins, &context.actor, None, &[]).is_ok();
        for confidential in [false, true] {
            if confidential && !reads_origins {
                break;
            }
            let action = Action::CarryOver { from: from.clone(), to: to.clone(), confidential };
            match self.act(context, &action) {
                Ok(changes) => done.push(changes),
                Err(ActError::NothingChanges) => {}
                Err(error) => return Err(error),
            }
        }
        if done.is_empty() { Err(ActError::NothingChanges) } else { Ok(done) }
    }
}

/// Carries over what [`carry::over`] says. Clearances stay behind: they were given for
/// the other meeting.
pub(crate) fn carry_over(tx: &mut Tx<'_>, from: &Id, to: &Id, confidential: bool) -> Result<(), ActError> {
    tx.live_of(Kind::Cycle, from)?;
    tx.ask(Verb::EditAround, &[])?;
    if confidential {
        tx.ask(Verb::ReadOrigins, &[])?;
    }
    if from == to {
        return Err(CycleError::SameCycle.into());
    }
    check_open(tx, to)?;
    let plan = read::plan(tx.sql)?;
    let cycle = |id: &Id| -> Result<&Cycle, ActError> {
        plan.cycles.get(id).ok_or_else(|| ActError::Unknown(id.clone()))
    };
    copy::write_all(tx, &carry::over(&plan, cycle(from)?, cycle(to)?, confidential))
}
