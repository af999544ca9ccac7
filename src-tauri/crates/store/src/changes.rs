//! What an action changed: what the window applies to the plan that it shows.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use jalon_domain::action::ActionName;
use jalon_domain::plan::Entity;
use jalon_domain::{Id, Kind};
use serde::Serialize;
use ts_rs::TS;

use crate::journal::row::Row;
use crate::journal::{DELETED, TxnRow};
use crate::{HistoryChange, Scrubbed};
use crate::{Trouble, fields, shown};

/// The outcome of one transaction, or of several together.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Changes {
    /// The transaction.
    pub txn: String,
    /// What was done.
    pub action: ActionName,
    /// When, by the clock of whoever did it.
    pub made_at: DateTime<Utc>,
    /// Entities that are new or different, as they now stand.
    pub upserted: Vec<Entity>,
    /// Entities that are no longer there.
    pub removed: Vec<(Kind, Id)>,
    /// For every entity touched: the heads of all its journal fields.
    pub heads: BTreeMap<Id, BTreeMap<String, Vec<String>>>,
    /// Fields touched that now have several heads: the entity and the journal field;
    /// `$deleted` for what somebody deleted and somebody else worked on at the same time.
    pub conflicts: Vec<(Id, String)>,
    /// Where it was a redaction: what became of the files around the plan.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scrubbed: Option<Scrubbed>,
}

impl Changes {
    /// Several transactions as one, with the last one's name and moment; `None` when
    /// there are none. Each entity stands in it as the last one that touched it tells.
    pub fn together(all: impl IntoIterator<Item = Changes>) -> Option<Changes> {
        all.into_iter().reduce(|before, mut last| {
            let again = |id: &Id| last.heads.contains_key(id);
            let upserted: Vec<Entity> = before.upserted.into_iter().filter(|it| !again(it.id())).collect();
            let removed: Vec<_> = before.removed.into_iter().filter(|(_, id)| !again(id)).collect();
            let conflicts: Vec<_> =
                before.conflicts.into_iter().filter(|it| !last.conflicts.contains(it)).collect();
            last.upserted.splice(..0, upserted);
            last.removed.splice(..0, removed);
            last.conflicts.splice(..0, conflicts);
            for (id, heads) in before.heads {
                last.heads.entry(id).or_insert(heads);
            }
            last
        })
    }
}

/// What a plan file that came in changed, or would change.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Import {
    /// Entities that were not there, in the order of plan JSON.
    pub created: Vec<(Kind, Id)>,
    /// Entities that were different, in the order of plan JSON.
    pub edited: Vec<(Kind, Id)>,
    /// What changes in those that were different, as far as whoever brings the file in may see
    /// it.
    pub differences: Vec<HistoryChange>,
    /// How many entities were the same.
    pub unchanged: usize,
    /// The transaction; `None` when nothing changed, or when it was only tried.
    pub changes: Option<Changes>,
}

impl Import {
    /// Adds what another part of the same file changed.
    pub(crate) fn add(&mut self, part: Import) {
        // What one part made, a later one may only finish.
        self.edited.extend(part.edited.into_iter().filter(|it| !self.created.contains(it)));
        self.created.extend(part.created);
        self.created.sort();
        self.edited.sort();
        self.differences.extend(part.differences);
        self.unchanged += part.unchanged;
    }
}

/// What a transaction changed, given the entities that it touched as they now stand
/// and the fields of them that it wrote.
pub(crate) fn of<'a>(
    txn: &TxnRow,
    touched: impl Iterator<Item = &'a Row>,
    written: impl Iterator<Item = (&'a str, &'a str)>,
) -> Result<Changes, Trouble> {
    let damaged = |what: &str| Trouble::Damaged(format!("{what} of {}", txn.id));
    let mut changes = Changes {
        txn: txn.id.clone(),
        action: read_action(&txn.action),
        made_at: txn.made_at.parse().map_err(|_| damaged("made_at"))?,
        upserted: Vec::new(),
        removed: Vec::new(),
        heads: BTreeMap::new(),
        conflicts: Vec::new(),
        scrubbed: None,
    };
    let written: BTreeSet<(&str, &str)> = written.collect();
    for row in touched {
        let live = match row.is_live() {
            true => shown::entity(row.kind, || Ok::<_, Trouble>(fields::object(row)))?,
            false => None,
        };
        match live {
            Some(entity) => changes.upserted.push(entity),
            None => changes.removed.push((row.kind, row.id.clone())),
        }
        let heads = row.heads.keys().map(|field| (field.clone(), row.head_ids(field)));
        changes.heads.insert(row.id.clone(), heads.collect());
        let wrote = |field: &str| written.contains(&(row.id.as_str(), field));
        // A deletion is disputed by whoever did not know of it, and so wrote other fields.
        let disputes = |field: &str| field == DELETED && row.written_unseen().any(|(it, _)| wrote(it));
        let open = row.conflicts().filter(|field| row.is_open(field) && (wrote(field) || disputes(field)));
        changes.conflicts.extend(open.map(|field| (row.id.clone(), field.to_owned())));
    }
    Ok(changes)
}

/// The action of that name in the journal.
pub(crate) fn read_action(code: &str) -> ActionName {
    ActionName::named(code).unwrap_or(ActionName::Newer)
}
