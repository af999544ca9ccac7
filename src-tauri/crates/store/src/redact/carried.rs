//! What goes from a store that is replaced, and from its backups, into the one that is
//! restored: what was destroyed stays destroyed.

use std::collections::BTreeSet;

use rusqlite::Connection;

use super::destroyed::{Destroyed, gathered};
use super::left::{left_in, remember_left};
use super::scrub::{clean, pending_in, remember};
use crate::backup::look_into;
use crate::transact::{Ending, in_one};
use crate::{Backups, Trouble};

/// What is known to be destroyed, wherever it is known.
#[derive(Default)]
pub(crate) struct Carried {
    destroyed: Destroyed,
    /// The changes of which some of the files are still to be cleaned, or are to know.
    to_clean: BTreeSet<String>,
    /// The names of backups that could not be cleaned.
    left: BTreeSet<String>,
}

impl Carried {
    /// Gathers it from all that can be read. `held` is the store, as it is held, and may be
    /// damaged; of one that cannot even be held, the backups alone say it.
    pub fn gather(backups: &Backups, held: Option<&Connection>) -> Carried {
        let mut carried = Carried::default();
        if let Some(sql) = held {
            carried.destroyed.extend(gathered(sql));
            carried.to_clean.extend(pending_in(sql));
            carried.left.extend(left_in(sql));
        }
        let mut each: Vec<Destroyed> = Vec::new();
        for backup in backups.list().unwrap_or_default() {
            match look_into(&backups.path(&backup)) {
                Ok(look) => {
                    each.push(gathered(&look.sql));
                    carried.left.extend(left_in(&look.sql));
                }
                // Nobody can tell that it holds nothing, and the replaced file may not say so any more.
                Err(_) => drop(carried.left.insert(backup.name)),
            }
        }
        each.iter().for_each(|theirs| carried.destroyed.extend(theirs.clone()));
        for theirs in &each {
            carried.to_clean.extend(carried.destroyed.clone().without(theirs).changes());
        }
        carried
    }

    /// Puts it into a file that nobody has opened yet, and destroys it there.
    pub fn put_into(&self, sql: &mut Connection) -> Result<(), Trouble> {
        if self.destroyed.is_empty() {
            return Ok(());
        }
        clean(sql, &self.destroyed)?;
        in_one(sql, Ending::Commit, |sql| {
            remember_left(sql, &self.left)?;
            match self.to_clean.is_empty() {
                true => Ok(()),
                false => remember(sql, &self.to_clean),
            }
        })
    }
}
