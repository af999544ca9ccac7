//! Values that were not for this store to see, and come to be.

use std::collections::{BTreeMap, BTreeSet};

use rusqlite::{Connection, params};

use super::item::Whole;
use super::place;
use super::settle::Touched;
use crate::journal::ChangeRow;
use crate::journal::canonical::value_hash;
use crate::{Store, Trouble};

impl Store {
    /// The places, by device, of which this store does not hold all that others may: those
    /// without their content, and those with a value that was kept back when it came.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn lacking(&self) -> Result<BTreeMap<String, BTreeSet<i64>>, Trouble> {
        self.reading(|sql| {
            let mut query = sql.prepare_cached(
                "SELECT DISTINCT txn.device, txn.seq FROM withheld
                 JOIN change ON change.id = withheld.change JOIN txn ON txn.id = change.txn",
            )?;
            let partly = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
            let mut places = partly.collect::<Result<Vec<(String, i64)>, _>>()?;
            places.extend(place::unknown(sql)?.into_iter().map(|place| (place.device, place.seq)));
            let mut lacking: BTreeMap<String, BTreeSet<i64>> = BTreeMap::new();
            for (device, seq) in places {
                lacking.entry(device).or_default().insert(seq);
            }
            Ok(lacking)
        })
    }
}

/// Notes that a change came without its value. Whether it was redacted where it came
/// from or is only for others to see, it does not say.
pub(super) fn note(sql: &Connection, change: &ChangeRow) -> Result<(), Trouble> {
    if change.value.is_none() {
        let mut insert = sql.prepare_cached("INSERT INTO withheld (change) VALUES (?1)")?;
        insert.execute([&change.id])?;
    }
    Ok(())
}

/// Which of these transactions of the journal bring values that were withheld. They may
/// have come in another place than they stand in here: what a value must be is what its
/// digest here says.
pub(super) fn brought<'w>(sql: &Connection, all: &'w [Whole]) -> Result<Vec<&'w Whole>, Trouble> {
    let mut query =
        sql.prepare_cached("SELECT id, value_hash FROM change WHERE id IN (SELECT change FROM withheld)")?;
    let withheld = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let withheld = withheld.collect::<Result<BTreeMap<String, Option<Vec<u8>>>, _>>()?;
    let brings = |change: &ChangeRow| {
        digest(change).is_some_and(|digest| withheld.get(&change.id) == Some(&Some(digest)))
    };
    Ok(all.iter().filter(|whole| whole.changes.iter().any(brings)).collect())
}

/// The digest of a value that came.
fn digest(change: &ChangeRow) -> Option<Vec<u8>> {
    Some(value_hash(change.salt.as_deref()?, change.value.as_deref()?))
}

/// Puts the values in that were withheld.
pub(super) fn fill(sql: &Connection, whole: &Whole, touched: &mut Touched) -> Result<(), Trouble> {
    touched.before(sql, &whole.changes)?;
    for change in whole.changes.iter().filter(|change| change.value.is_some()) {
        let mut update = sql.prepare_cached(
            "UPDATE change SET value = ?2, salt = ?3, value_hash = NULL
             WHERE id = ?1 AND value_hash = ?4 AND id IN (SELECT change FROM withheld)",
        )?;
        if update.execute(params![change.id, change.value, change.salt, digest(change)])? > 0 {
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
