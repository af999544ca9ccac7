//! Brings the projection and the search index up to date after transactions of others
//! were appended, each entity once, however many of them touched it.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::Id;
use rusqlite::Connection;

use crate::journal::append::leave_replaced;
use crate::journal::row::Row;
use crate::journal::{ChangeRow, TxnRow};
use crate::projection::write;
use crate::{Changes, Trouble, changes, search};

/// The entities that were touched: as each stood before, and the place in this store
/// of what touched it last.
#[derive(Default)]
pub(super) struct Touched {
    rows: BTreeMap<Id, (Option<Row>, i64)>,
    written: BTreeSet<(String, String)>,
}

impl Touched {
    /// Remembers how what a transaction will touch stands, before it is appended.
    pub fn before(&mut self, sql: &Connection, changes: &[ChangeRow]) -> Result<(), Trouble> {
        for change in changes {
            // What has no id of ours is of a kind that this version cannot show.
            let Some(id) = Id::parse(&change.entity) else { continue };
            if let Entry::Vacant(place) = self.rows.entry(id) {
                let row = Row::read(sql, place.key())?;
                place.insert((row, 0));
            }
            self.written.insert((change.entity.clone(), change.field.clone()));
        }
        Ok(())
    }

    /// The entities that were touched.
    pub fn entities(&self) -> impl Iterator<Item = &Id> {
        self.rows.keys()
    }

    /// Notes where a transaction that was appended stands.
    pub fn after(&mut self, changes: &[ChangeRow], local_n: i64) {
        for change in changes {
            if let Some((_, at)) = self.rows.get_mut(change.entity.as_str()) {
                *at = local_n;
            }
        }
    }

    /// Writes rows and index, and says what changed, under the name of `last`.
    pub fn settle(self, sql: &Connection, last: &TxnRow) -> Result<Changes, Trouble> {
        for (entity, field) in &self.written {
            leave_replaced(sql, entity, field)?;
        }
        let mut shown = Vec::new();
        for (id, (before, local_n)) in self.rows {
            let after = Row::read(sql, &id)?;
            let kind = |row: &Option<Row>| row.as_ref().map(|row| row.kind);
            if let Some(before) = before.as_ref().filter(|_| kind(&before) != kind(&after)) {
                write::remove(sql, before)?;
                search::remove(sql, before)?;
            }
            let Some(after) = after else { continue };
            let before = before.filter(|before| before.kind == after.kind);
            let before = before.unwrap_or_else(|| Row::new(after.kind, id));
            write::write(sql, &after, local_n)?;
            search::update(sql, &before, &after)?;
            shown.push(after);
        }
        let written = self.written.iter().map(|(entity, field)| (entity.as_str(), field.as_str()));
        changes::of(last, shown.iter(), written)
    }
}
