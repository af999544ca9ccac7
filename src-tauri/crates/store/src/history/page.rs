//! Reads a part of history: one walk over the journal, back from its end.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::{Audience, Bilingual, Id, Kind, Vector};
use rusqlite::{Connection, OptionalExtension as _, Row as SqlRow};

use super::{HistoryChange, HistoryEntry, HistoryPage, actor, typed};
use crate::below::below;
use crate::changes::read_action;
use crate::confidential::{Author, Nameless};
use crate::delivery::widened;
use crate::journal::read::{self, TXN, TXN_COLUMNS};
use crate::journal::{CLOSED, TxnRow};
use crate::{Trouble, redact, title};

pub(super) fn read(sql: &Connection, page: &HistoryPage<'_>) -> Result<Vec<HistoryEntry>, Trouble> {
    let about = page.of.map(|id| about(sql, id, page.with_children)).transpose()?;
    // Of the changes of a transaction the order is put right later: asked for here, it
    // would have all of history read before the first entry is there.
    let mut query = sql.prepare_cached(&format!(
        "SELECT {TXN}, arrival.local_n, change.n, change.id, change.kind, change.entity, change.field, change.value,
            (SELECT it.value FROM json_each(change.bases) AS base JOIN change AS it ON it.id = base.value
             WHERE it.field = change.field ORDER BY base.key LIMIT 1)
         FROM arrival CROSS JOIN txn ON txn.id = arrival.txn LEFT JOIN change ON change.txn = txn.id
         WHERE arrival.local_n < ?1 AND {} ORDER BY arrival.local_n DESC",
        match about {
            Some(_) =>
                "arrival.txn IN (SELECT txn FROM change WHERE entity IN (SELECT value FROM json_each(?2)))",
            None => "?2 IS NULL",
        }
    ))?;
    let ids = about.as_ref().map(|ids| serde_json::json!(ids).to_string());
    let mut rows = query.query((page.before.unwrap_or(i64::MAX), ids))?;
    let span = [page.after, page.until].map(|at| at.map(|at| widened(sql, at)).transpose());
    let [after, until] = span;
    let span = [after?, until?];
    let nameless = Nameless::read(sql)?;
    let mut reading = Reading { sql, page, about, span, nameless, titles: BTreeMap::new() };
    let mut entries = Vec::new();
    let mut open: Option<Open> = None;
    while let Some(row) = rows.next()? {
        let local_n: i64 = row.get(TXN_COLUMNS)?;
        if open.as_ref().is_none_or(|open| open.local_n != local_n) {
            if let Some(open) = open.take() {
                entries.extend(reading.close(open)?);
            }
            if page.limit.is_some_and(|limit| entries.len() >= limit) {
                return Ok(entries);
            }
            open = Some(Open { local_n, txn: read::txn(row)?, changes: Vec::new() });
        }
        if let Some(open) = &mut open {
            open.changes.extend(Said::read(row)?);
        }
    }
    if let Some(open) = open {
        entries.extend(reading.close(open)?);
    }
    Ok(entries)
}

/// The one change of an entity's field, with who made it.
pub(crate) fn of_change(
    sql: &Connection,
    id: &Id,
    field: &str,
    change: &str,
) -> Result<Option<HistoryEntry>, Trouble> {
    let mut place = sql.prepare_cached(
        "SELECT arrival.local_n FROM change JOIN arrival ON arrival.txn = change.txn WHERE change.id = ?1",
    )?;
    let place: Option<i64> = place.query_row([change], |row| row.get(0)).optional()?;
    let Some(place) = place else { return Ok(None) };
    let page =
        HistoryPage { of: Some(id), before: Some(place + 1), limit: Some(1), ..HistoryPage::default() };
    let entry = read(sql, &page)?.into_iter().next();
    Ok(entry.map(|mut entry| {
        entry.changes.retain(|change| change.field == field);
        entry
    }))
}

/// The entities whose history is wanted.
fn about(sql: &Connection, id: &Id, with_children: bool) -> Result<BTreeSet<String>, Trouble> {
    if with_children { below(sql, id, true) } else { Ok(BTreeSet::from([id.to_string()])) }
}

/// A transaction whose changes are being read.
struct Open {
    local_n: i64,
    txn: TxnRow,
    changes: Vec<Said>,
}

/// A change as it was read.
struct Said {
    n: i64,
    id: String,
    kind: String,
    entity: String,
    field: String,
    after: Option<String>,
    before: Option<String>,
}

impl Said {
    /// `None` for a transaction without changes.
    fn read(row: &SqlRow<'_>) -> Result<Option<Said>, Trouble> {
        let at = TXN_COLUMNS + 1;
        let Some(n) = row.get(at)? else { return Ok(None) };
        Ok(Some(Said {
            n,
            id: row.get(at + 1)?,
            kind: row.get(at + 2)?,
            entity: row.get(at + 3)?,
            field: row.get(at + 4)?,
            after: row.get(at + 5)?,
            before: row.get(at + 6)?,
        }))
    }
}

struct Reading<'a> {
    sql: &'a Connection,
    page: &'a HistoryPage<'a>,
    about: Option<BTreeSet<String>>,
    /// The moments after which, and until which.
    span: [Option<Cow<'a, Vector>>; 2],
    nameless: Nameless,
    titles: BTreeMap<Id, Option<Bilingual>>,
}

impl Reading<'_> {
    /// The entry of a transaction that has been read; `None` when it is not wanted.
    fn close(&mut self, open: Open) -> Result<Option<HistoryEntry>, Trouble> {
        let Open { local_n, txn, mut changes } = open;
        let inside = |at: &Cow<'_, Vector>| at.includes(&txn.device, txn.seq);
        let [after, until] = &self.span;
        if after.as_ref().is_some_and(inside) || !until.as_ref().is_none_or(inside) {
            return Ok(None);
        }
        changes.sort_by_key(|change| change.n);
        let damaged = |what: &str| Trouble::Damaged(format!("{what} of {}", txn.id));
        let (undoes, behind) = match &txn.undoes {
            Some(undoes) => crate::undo::behind(self.sql, undoes)?,
            None => (None, Vec::new()),
        };
        let mut authors = vec![Author::of(&txn)];
        authors.extend(behind);
        let mut entry = HistoryEntry {
            local_n,
            made_at: txn.made_at.parse().map_err(|_| damaged("made_at"))?,
            actor: Some(actor(&txn.actor).ok_or_else(|| damaged("actor"))?),
            on_behalf: txn.on_behalf_of.as_deref().and_then(typed),
            reason: txn.reason.clone(),
            action: read_action(&txn.action),
            undoes,
            audience: if txn.audience == "all" { Audience::All } else { Audience::Secretariat },
            changes: Vec::new(),
            nameless: Nameless::default(),
            authors,
            day_only: false,
            txn: txn.id.clone(),
        };
        // That a cycle was closed is told by its state.
        for said in changes.into_iter().filter(|said| said.field != CLOSED) {
            let known = Kind::named(&said.kind).zip(Id::parse(&said.entity));
            let Some((kind, id)) = known else { continue };
            entry.nameless.note(&self.nameless, &id);
            if self.about.as_ref().is_some_and(|about| !about.contains(&said.entity)) {
                continue;
            }
            entry.changes.push(HistoryChange {
                kind,
                title: self.title(&id)?,
                before: said.before.as_deref().and_then(typed).unwrap_or_default(),
                after: said.after.as_deref().and_then(typed).unwrap_or_default(),
                redacted: said.after.is_none() && redact::is_redacted(self.sql, &said.entity, &said.id)?,
                field: said.field,
                id,
            });
        }
        Ok(match self.page.reader {
            Some(reader) => entry.for_reader(reader),
            None => Some(entry),
        })
    }

    /// What an entity is called now.
    fn title(&mut self, id: &Id) -> Result<Option<Bilingual>, Trouble> {
        if let Some(title) = self.titles.get(id) {
            return Ok(title.clone());
        }
        let title = title::title(self.sql, id)?;
        self.titles.insert(id.clone(), title.clone());
        Ok(title)
    }
}
