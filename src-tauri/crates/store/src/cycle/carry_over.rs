//! Carries what is unfinished in a cycle over into another.

use jalon_domain::action::ActionName;
use jalon_domain::carry::{self, Copy};
use jalon_domain::policy::Verb;
use jalon_domain::{Cycle, Id, Kind};

use super::check_open;
use crate::confidential::Nameless;
use crate::projection::read;
use crate::transact::Ending;
use crate::tx::Tx;
use crate::{ActError, Changes, Context, CycleError, Store, copy};

/// What came of carrying a cycle over.
#[derive(Debug, Clone, PartialEq)]
pub struct CarriedOver {
    /// The transactions, one or two.
    pub done: Vec<Changes>,
    /// How many challenges were left behind, which only those carry who may read origins.
    pub left: usize,
}

impl Store {
    /// Carries everything unfinished in a cycle over into another. Challenges that name
    /// nobody, or did not always, go in a transaction of their own, which only those write
    /// who may read origins: other stores may get to see less of it. Both are there or
    /// neither is. It can be done again, and then does nothing.
    ///
    /// # Errors
    /// Why it is refused, and the store is then as it was; `NothingChanges` where nothing is
    /// left to carry over, and how much is left for others where that is all.
    pub fn carry_over(&mut self, context: &Context, from: &Id, to: &Id) -> Result<CarriedOver, ActError> {
        let (mut confidential, mut left) = (false, 0);
        let done = self.transact_in_turn(ActionName::CarryOver, context, Ending::Commit, |tx| {
            carry_over(tx, from, to, confidential)?;
            let more = !confidential && tx.ask(Verb::ReadOrigins, &[]).is_ok();
            if !confidential && !more {
                let copies = copies(tx, from, to, true)?;
                left = copy::count(tx, &copies)?;
            }
            confidential = true;
            Ok(more)
        });
        match done {
            Ok(done) => Ok(CarriedOver { done, left }),
            Err(ActError::NothingChanges) if left > 0 => Err(CycleError::LeftToCarry(left).into()),
            Err(error) => Err(error),
        }
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
    let copies = copies(tx, from, to, confidential)?;
    copy::write_all(tx, &copies)
}

/// What is to be carried over.
fn copies(tx: &Tx<'_>, from: &Id, to: &Id, confidential: bool) -> Result<Vec<Copy>, ActError> {
    let plan = read::plan(tx.sql)?;
    let nameless = Nameless::read(tx.sql)?;
    let cycle = |id: &Id| -> Result<&Cycle, ActError> {
        plan.cycles.get(id).ok_or_else(|| ActError::Unknown(id.clone()))
    };
    Ok(carry::over(&plan, cycle(from)?, cycle(to)?, nameless.challenges(), confidential))
}
