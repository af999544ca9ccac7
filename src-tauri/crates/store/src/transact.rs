//! The only place where a transaction of the file begins and ends.

use jalon_domain::action::ActionName;
use rusqlite::{Connection, Transaction, TransactionBehavior};

use crate::delivery::device;
use crate::store::Mode;
use crate::tx::{Outcome, Tx};
use crate::{ActError, Changes, Context, Store, Trouble, closed, stems};

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
        Ending::Commit => transaction.commit().map_err(|error| Trouble::from(error).at_commit())?,
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
        let mut work = Some(work);
        let mut done = self.transact_in_turn(action, context, ending, |tx| {
            work.take().map_or(Ok(()), |work| work(tx))?;
            Ok(false)
        })?;
        done.pop().ok_or(ActError::NothingChanges)
    }

    /// Does what is one action for whoever does it as several of the journal, all of which
    /// are there or none: `work` is asked for one after another until it says that no more
    /// follow. One that changes nothing is left out.
    pub(crate) fn transact_in_turn(
        &mut self,
        action: ActionName,
        context: &Context,
        ending: Ending,
        mut work: impl FnMut(&mut Tx<'_>) -> Result<bool, ActError>,
    ) -> Result<Vec<Changes>, ActError> {
        // Whoever asks may have built it from what is on record: no role outlives its term.
        let context = &context.clone().of_the_day();
        let done: Vec<Outcome> = self.writing(ending, |sql| {
            let mut done = Vec::new();
            loop {
                let mut tx = Tx::begin(sql, device::current(sql)?, action, context);
                tx.check_behalf()?;
                let more = work(&mut tx)?;
                stems::check(&mut tx)?;
                closed::check(&mut tx)?;
                closed::pin(&mut tx)?;
                match tx.finish() {
                    Ok(outcome) => done.push(outcome),
                    Err(ActError::NothingChanges) => {}
                    Err(error) => return Err(error),
                }
                if !more {
                    return if done.is_empty() { Err(ActError::NothingChanges) } else { Ok(done) };
                }
            }
        })?;
        if ending == Ending::Commit {
            self.seen.own.extend(done.iter().map(|outcome| outcome.local_n));
        }
        Ok(done.into_iter().map(|outcome| outcome.changes).collect())
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
        // Of trouble in between the first is told: SQLite may have rolled back already.
        let value = work(&snapshot)?;
        // Nothing was written; there is nothing to keep.
        snapshot.rollback()?;
        Ok(value)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::DateTime;
    use jalon_domain::{Action, Actor, Id, Role};
    use serde_json::json;

    fn person(store: &mut Store, context: &Context, action: serde_json::Value) -> Result<Changes, ActError> {
        let mut action: Action = serde_json::from_value(action).unwrap();
        let shown = store.bases_for(&action).unwrap();
        if let Action::Edit { bases, .. } = &mut action {
            *bases = shown;
        }
        store.act(context, &action)
    }

    fn long_title(letter: &str) -> serde_json::Value {
        json!({"action": "edit", "id": "me", "fields": {"title.en": letter.repeat(20_000)}})
    }

    #[test]
    fn a_full_disk_leaves_the_state_before_whole() {
        let folder = tempfile::tempdir().unwrap();
        let now = DateTime::from_timestamp(1_568_124_300, 0).unwrap();
        let context = Context::new(Actor::new("C", Role::CoChair, Id::parse("CA-AB")), now);
        let mut store = Store::create(&folder.path().join("plan.jalon"), now).unwrap();
        let me = json!({"action": "create", "kind": "person", "id": "me", "fields": {"name": "Me"}});
        person(&mut store, &context, me).unwrap();
        let limit = |store: &Store, pages: i64| {
            store.sql.query_row(&format!("PRAGMA max_page_count = {pages}"), [], |_| Ok(())).unwrap();
        };
        let pages: i64 = store.sql.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
        // At each step of the way the disk has a little more room, and not enough.
        let mut refused = 0;
        for more in 0.. {
            limit(&store, pages + more);
            let before = store.plan().unwrap();
            match person(&mut store, &context, long_title("a")) {
                Err(ActError::Trouble(Trouble::Full)) => refused += 1,
                Err(other) => panic!("{other}"),
                Ok(_) => break,
            }
            assert_eq!(store.plan().unwrap(), before);
            assert!(store.check().unwrap().is_sound());
        }
        assert!(refused > 3, "{refused}");
        limit(&store, 1_000_000);
        person(&mut store, &context, long_title("b")).unwrap();
        assert!(store.check().unwrap().is_sound());
    }
}
