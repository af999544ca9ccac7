//! The only place where a transaction of the file begins and ends.

use jalon_domain::action::ActionName;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::store::Mode;
use crate::tx::{Outcome, Tx};
use crate::{ActError, Changes, Context, Store, Trouble};

/// How a transaction ends when all went well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ending {
    /// It is written.
    Commit,
    /// It was only tried.
    RollBack,
}

/// Runs `work` in one transaction of the file, which is there as a whole or not at
/// all. With `synchronous=FULL` it is durable when this returns.
pub(crate) fn in_one<T, E: From<Trouble>>(
    sql: &mut Connection,
    ending: Ending,
    work: impl FnOnce(&Connection) -> Result<T, E>,
) -> Result<T, E> {
    let wrong = |error: rusqlite::Error| E::from(Trouble::from(error));
    let transaction = sql.transaction_with_behavior(TransactionBehavior::Immediate).map_err(wrong)?;
    let value = work(&transaction)?;
    match ending {
        Ending::Commit => transaction.commit().map_err(wrong)?,
        Ending::RollBack => transaction.rollback().map_err(wrong)?,
    }
    Ok(value)
}

impl Store {
    /// Runs one action: journal, heads, projection and search index move together
    /// or not at all. Nothing is written when `work` refuses or changes nothing.
    pub(crate) fn transact(
        &mut self,
        action: ActionName,
        context: &Context,
        work: impl FnOnce(&mut Tx<'_>) -> Result<(), ActError>,
    ) -> Result<Changes, ActError> {
        self.transact_or_try(action, context, Ending::Commit, work)
    }

    /// The same, or rolled back at the end: what it would have done.
    pub(crate) fn transact_or_try(
        &mut self,
        action: ActionName,
        context: &Context,
        ending: Ending,
        work: impl FnOnce(&mut Tx<'_>) -> Result<(), ActError>,
    ) -> Result<Changes, ActError> {
        let device = self.device.clone();
        let outcome: Outcome = self.writing(ending, |sql| {
            let mut tx = Tx::begin(sql, device, action, context);
            tx.check_behalf()?;
            work(&mut tx)?;
            tx.finish()
        })?;
        if ending == Ending::Commit {
            self.seen.own.insert(outcome.local_n);
        }
        Ok(outcome.changes)
    }

    /// Writes to the file, if that is allowed and it is still the file that was opened.
    pub(crate) fn writing<T, E: From<Trouble>>(
        &mut self,
        ending: Ending,
        work: impl FnOnce(&Connection) -> Result<T, E>,
    ) -> Result<T, E> {
        match self.mode {
            Mode::Full => {}
            Mode::Unverified => return Err(Trouble::Unverified.into()),
            Mode::ReadOnly => return Err(Trouble::ReadOnly.into()),
        }
        self.still_there()?;
        in_one(&mut self.sql, ending, work)
    }

    /// Reads from one moment of the file, whatever others write meanwhile.
    pub(crate) fn reading<T>(
        &self,
        work: impl FnOnce(&Connection) -> Result<T, Trouble>,
    ) -> Result<T, Trouble> {
        let snapshot = Transaction::new_unchecked(&self.sql, TransactionBehavior::Deferred)?;
        let value = work(&snapshot);
        // Nothing was written; there is nothing to keep.
        snapshot.rollback()?;
        value
    }
}
