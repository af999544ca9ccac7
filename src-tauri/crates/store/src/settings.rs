//! What belongs to this file on this machine, and is no part of the plan: who the
//! user says to be, and settings of the window.

use jalon_domain::Actor;
use rusqlite::{Connection, OptionalExtension as _};

use crate::transact::Ending;
use crate::{Store, Trouble};

const IDENTITY: &str = "identity";

impl Store {
    /// Who the user of this store says to be. Declared, not proven.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn identity(&self) -> Result<Option<Actor>, Trouble> {
        let identity = self.setting(IDENTITY)?;
        let identity = identity.map(|text| serde_json::from_str(&text)).transpose();
        identity.map_err(|error| Trouble::Damaged(format!("identity: {error}")))
    }

    /// Keeps who the user says to be, with all roles on record: which of them count is
    /// asked anew each day.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_identity(&mut self, actor: &Actor) -> Result<(), Trouble> {
        let actor = Actor::holding(actor.name.clone(), actor.on_record().cloned().collect());
        let text = serde_json::to_string(&actor).map_err(|error| Trouble::Io(error.to_string()))?;
        self.set_setting(IDENTITY, &text)
    }

    /// A setting; `None` when it was never set.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn setting(&self, name: &str) -> Result<Option<String>, Trouble> {
        self.reading(|sql| get(sql, name))
    }

    /// Keeps a setting.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_setting(&mut self, name: &str, value: &str) -> Result<(), Trouble> {
        let path = self.path.clone();
        self.writing(Ending::Commit, |sql| set(sql, name, value))
            .map_err(|trouble: Trouble| trouble.at(&path))
    }
}

/// A setting, within the caller's transaction.
pub(crate) fn get(sql: &Connection, name: &str) -> Result<Option<String>, Trouble> {
    let mut query = sql.prepare_cached("SELECT value FROM setting WHERE name = ?1")?;
    Ok(query.query_row([name], |row| row.get(0)).optional()?)
}

/// Keeps a setting, within the caller's transaction.
pub(crate) fn set(sql: &Connection, name: &str, value: &str) -> Result<(), Trouble> {
    let mut upsert = sql.prepare_cached(
        "INSERT INTO setting (name, value) VALUES (?1, ?2)
         ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )?;
    upsert.execute([name, value])?;
    Ok(())
}
