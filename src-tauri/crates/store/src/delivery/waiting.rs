//! Transactions that came before what they build on.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use jalon_domain::action::ActionName;
use jalon_domain::{Actor, Failure, Kind, Lang, Plan};
use jalon_words::Words;
use rusqlite::{Connection, OptionalExtension as _, params};
use serde::Serialize;
use ts_rs::TS;

use super::item::{Item, Whole};
use super::queue::Queue;
use crate::changes::read_action;
use crate::history::actor;
use crate::{Store, Teller, Trouble};

/// What a transaction waits for.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Need {
    /// A transaction of a device that has not come.
    Transaction {
        /// The device.
        device: String,
        /// Its place in that device's chain.
        #[ts(type = "number")]
        seq: i64,
    },
    /// A change that has not come, by its id.
    Change(String),
    /// An entity that nothing has created yet, by its id.
    Entity(String),
}

/// A transaction that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Waiting {
    /// The device that wrote it.
    pub device: String,
    /// Its place in that device's chain.
    #[ts(type = "number")]
    pub seq: i64,
    /// What was done; `None` when only its place is known.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub action: Option<ActionName>,
    /// When, by the clock of whoever did it.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made_at: Option<DateTime<Utc>>,
    /// Who writes in that device's name, as far as that tells nobody where a challenge came
    /// from; they have what it waits for.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Actor>,
    /// The first thing that it waits for.
    pub needs: Need,
}

impl Waiting {
    pub(super) fn of(sql: &Connection, item: &Item, needs: Need) -> Result<Waiting, Trouble> {
        let txn = item.whole.as_ref().map(|whole| &whole.txn);
        let open = item.whole.as_ref().filter(|whole| is_open(whole));
        let by = match open.and_then(|whole| actor(&whole.txn.actor)) {
            Some(by) => Some(by),
            None => writer(sql, &item.place.device)?,
        };
        Ok(Waiting {
            device: item.place.device.clone(),
            seq: item.place.seq,
            action: txn.map(|txn| read_action(&txn.action)),
            made_at: txn.and_then(|txn| txn.made_at.parse().ok()),
            by,
            needs,
        })
    }
}

/// Whether nothing in it can be of a challenge that names nobody.
fn is_open(whole: &Whole) -> bool {
    let veiled = [Kind::Challenge, Kind::Clearance].map(|kind| kind.def().name);
    !whole.changes.iter().any(|change| veiled.contains(&change.kind.as_str()))
}

/// Who wrote last in a device's name, of what is here and touches no challenge.
fn writer(sql: &Connection, device: &str) -> Result<Option<Actor>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT actor FROM txn WHERE device = ?1 AND NOT EXISTS (
             SELECT 1 FROM change WHERE change.txn = txn.id AND change.kind IN ('challenge', 'clearance'))
         ORDER BY seq DESC LIMIT 1",
    )?;
    let found: Option<String> = query.query_row([device], |row| row.get(0)).optional()?;
    Ok(found.and_then(|text| actor(&text)))
}

/// What to ask for so that nothing waits any longer, of the writer of each device: whoever
/// has written something has what it builds on.
pub fn asks(waiting: &[Waiting], plan: &Plan) -> Vec<Failure> {
    let mut devices: BTreeMap<&str, (i64, Option<&Actor>)> = BTreeMap::new();
    for it in waiting {
        let (count, by) = devices.entry(&it.device).or_default();
        *count += 1;
        *by = by.or(it.by.as_ref());
    }
    let ask = |(device, (count, by)): (&str, (i64, Option<&Actor>))| {
        let (code, who) = match by {
            Some(by) => (
                "failure-waiting-ask",
                Some(Lang::BOTH.map(|lang| Teller::new(Words::of(lang), plan).actor(by))),
            ),
            None => ("failure-waiting-ask-device", None),
        };
        let ask = Failure::new(code).number("count", count).text("device", device);
        who.into_iter().fold(ask, |ask, who| ask.pair("who", who))
    };
    devices.into_iter().map(ask).collect()
}

impl Store {
    /// What has come and waits for something that has not, by device and place.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn waiting(&self) -> Result<Vec<Waiting>, Trouble> {
        self.reading(|sql| Queue::stored(sql)?.waiting(sql))
    }
}

/// Everything that waits.
pub(super) fn all(sql: &Connection) -> Result<Vec<Item>, Trouble> {
    let mut query = sql.prepare_cached("SELECT device, seq, item FROM waiting ORDER BY device, seq")?;
    let mut rows = query.query([])?;
    let mut items = Vec::new();
    while let Some(row) = rows.next()? {
        let (device, seq): (String, i64) = (row.get(0)?, row.get(1)?);
        let line: String = row.get(2)?;
        let item = Item::from_line(&line).ok().filter(|item| item.device() == device && item.seq() == seq);
        items.push(item.ok_or_else(|| Trouble::Damaged(format!("waiting: {device} {seq}")))?);
    }
    Ok(items)
}

/// Whether what waits is still what came, for a check of the file.
pub(crate) fn damage(sql: &Connection) -> Result<Option<Failure>, Trouble> {
    match all(sql) {
        Ok(_) => Ok(None),
        Err(Trouble::Damaged(detail)) => {
            Ok(Some(Failure::new("failure-store-damage-waiting").text("detail", detail)))
        }
        Err(trouble) => Err(trouble),
    }
}

/// Keeps a transaction until what it waits for has come.
pub(super) fn keep(sql: &Connection, item: &Item) -> Result<(), Trouble> {
    let mut insert = sql.prepare_cached(
        "INSERT INTO waiting (device, seq, item) VALUES (?1, ?2, ?3)
         ON CONFLICT (device, seq) DO UPDATE SET item = excluded.item",
    )?;
    insert.execute(params![item.place.device, item.place.seq, item.to_line()])?;
    Ok(())
}

/// Takes out what waits no longer.
pub(super) fn forget(sql: &Connection, device: &str, seq: i64) -> Result<(), Trouble> {
    let mut delete = sql.prepare_cached("DELETE FROM waiting WHERE device = ?1 AND seq = ?2")?;
    delete.execute(params![device, seq])?;
    Ok(())
}
