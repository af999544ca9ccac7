//! Values that were not for this store to see, and come to be.

use std::collections::BTreeSet;

use rusqlite::{Connection, params};

use super::item::Whole;
use super::settle::Touched;
use crate::Trouble;
use crate::journal::ChangeRow;

/// Notes that a change came without its value. Whether it was redacted where it came
/// from or is only for others to see, it does not say.
pub(super) fn note(sql: &Connection, change: &ChangeRow) -> Result<(), Trouble> {
    if change.value.is_none() {
        let mut insert = sql.prepare_cached("INSERT INTO withheld (change) VALUES (?1)")?;
        insert.execute([&change.id])?;
    }
    Ok(())
}

/// Which of these transactions of the journal bring values that were withheld.
pub(super) fn brought<'w>(sql: &Connection, all: &'w [Whole]) -> Result<Vec<&'w Whole>, Trouble> {
    let mut query = sql.prepare_cached("SELECT change FROM withheld")?;
    let withheld = query.query_map([], |row| row.get(0))?.collect::<Result<BTreeSet<String>, _>>()?;
    let brings = |change: &ChangeRow| change.value.is_some() && withheld.contains(&change.id);
    Ok(all.iter().filter(|whole| whole.changes.iter().any(brings)).collect())
}

/// Puts the values in that were withheld. The hash of their transaction was verified:
/// they are those.
pub(super) fn fill(sql: &Connection, whole: &Whole, touched: &mut Touched) -> Result<(), Trouble> {
    touched.before(sql, &whole.changes)?;
    for change in whole.changes.iter().filter(|change| change.value.is_some()) {
        let mut update = sql.prepare_cached(
            "UPDATE change SET value = ?2, salt = ?3, value_hash = NULL
             WHERE id = ?1 AND id IN (SELECT change FROM withheld)",
        )?;
        if update.execute(params![change.id, change.value, change.salt])? > 0 {
            sql.prepare_cached("DELETE FROM withheld WHERE change = ?1")?.execute([&change.id])?;
        }
    }
    // Nothing has arrived: what touched these entities last is what did before.
    for change in &whole.changes {
        let mut last = sql.prepare_cached(
            "SELECT max(arrival.local_n) FROM change JOIN arrival ON arrival.txn = change.txn
             WHERE change.entity = ?1",
        )?;
        touched.after(std::slice::from_ref(change), last.query_row([&change.entity], |row| row.get(0))?);
    }
    Ok(())
}
