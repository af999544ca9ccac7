//! Transactions that came before what they build on.

use chrono::{DateTime, Utc};
use jalon_domain::Failure;
use jalon_domain::action::ActionName;
use rusqlite::{Connection, params};
use serde::Serialize;
use ts_rs::TS;

use super::item::Item;
use super::queue::Queue;
use crate::changes::read_action;
use crate::{Store, Trouble};

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
    /// The first thing that it waits for.
    pub needs: Need,
}

impl Waiting {
    pub(super) fn of(item: &Item, needs: Need) -> Waiting {
        let txn = item.whole.as_ref().map(|whole| &whole.txn);
        Waiting {
            device: item.place.device.clone(),
            seq: item.place.seq,
            action: txn.map(|txn| read_action(&txn.action)),
            made_at: txn.and_then(|txn| txn.made_at.parse().ok()),
            needs,
        }
    }
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
