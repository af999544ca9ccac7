//! What is built in: the jurisdictions, and the sample plan. Each is one transaction
//! that is the same in every store, down to its ids, salts and hash, so that two
//! stores that meet agree on it.
//!
//! A built-in transaction is the only one of a chain of its own, which is named by a
//! digest of its content: when a later version brings other content, that is
//! another transaction, and not one that claims to be this one.

use chrono::{DateTime, Utc};
use jalon_domain::action::ActionName;
use jalon_domain::problem::Objects;
use jalon_domain::{Actor, Bilingual, Id, Kind, Lang, Translation, digest};
use rusqlite::Connection;
use serde_json::json;

use crate::import::bring_in;
use crate::transact::Ending;
use crate::tx::{Outcome, Tx};
use crate::{ActError, Changes, Context, Store};

/// When built-in transactions were made: the first day of the year of the sample.
pub(crate) const MADE_AT: &str = "2018-04-01T12:00:00.000Z";

/// When what the sample says of its milestones was reported: the day on which its
/// jurisdictions submitted.
pub(crate) const SAMPLE_AS_OF: &str = "2019-08-14T12:00:00.000Z";

/// Facts about the working group's jurisdictions, in protocol order.
const JURISDICTIONS: &str = include_str!("jurisdictions.csv");

/// Installs the jurisdictions into a new file.
pub(crate) fn install_jurisdictions(sql: &Connection, now: DateTime<Utc>) -> Result<(), ActError> {
    let name = format!("builtin-jurisdictions-{}", digest::short(&[JURISDICTIONS]));
    install(sql, name, ActionName::InstallJurisdictions, &jurisdictions(), now).map(drop)
}

impl Store {
    /// Installs the sample plan, as the same transaction in every store.
    ///
    /// # Errors
    /// When there is a workplan already, or the sample was installed before.
    pub fn install_sample(&mut self, objects: &Objects, now: DateTime<Utc>) -> Result<Changes, ActError> {
        let content: Vec<String> =
            objects.values().flat_map(|by_id| by_id.values()).map(ToString::to_string).collect();
        let content: Vec<&str> = content.iter().map(String::as_str).collect();
        let name = format!("builtin-sample-{}", digest::short(&content));
        let outcome = self.writing(Ending::Commit, |sql| {
            let before = "SELECT EXISTS (SELECT 1 FROM txn WHERE id = ?1)";
            if sql.query_row(before, [&name], |row| row.get(0))? {
                return Err(ActError::SampleBefore);
            }
            let any = "SELECT EXISTS (SELECT 1 FROM workplan WHERE deleted = 0)";
            if sql.query_row(any, [], |row| row.get(0))? {
                return Err(ActError::NotEmpty);
            }
            install(sql, name, ActionName::InstallSample, objects, now)
        })?;
        self.seen.own.insert(outcome.local_n);
        Ok(outcome.changes)
    }
}

fn install(
    sql: &Connection,
    name: String,
    action: ActionName,
    objects: &Objects,
    now: DateTime<Utc>,
) -> Result<Outcome, ActError> {
    let nobody = Actor::nobody();
    let context = Context::new(nobody, now);
    let mut tx = Tx::built_in(sql, name, action, &context);
    bring_in(&mut tx, objects)?;
    tx.finish()
}

fn jurisdictions() -> Objects {
    let pair = |en: &str, fr: &str| {
        let (en, fr) = (en.to_owned(), fr.to_owned());
        Bilingual { en, fr, source: Lang::En, state: Translation::Approved }
    };
    let mut objects = Objects::new();
    let of_kind = objects.entry(Kind::Jurisdiction).or_default();
    for line in JURISDICTIONS.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        let &[code, position, level, name_en, abbr_en, name_fr, abbr_fr] = cells.as_slice() else { continue };
        let Some(id) = Id::parse(code) else { continue };
        let object = json!({
            "id": code,
            "position": position,
            "level": level,
            "name": pair(name_en, name_fr),
            "abbreviation": pair(abbr_en, abbr_fr),
        });
        of_kind.insert(id, object);
    }
    objects
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_table_is_a_jurisdiction() {
        assert_eq!(jurisdictions()[&Kind::Jurisdiction].len(), JURISDICTIONS.lines().count() - 1);
    }

    /// Stores that were made before must agree with those that are made now: what
    /// changes this makes a transaction of another name.
    #[test]
    fn the_built_in_transaction_has_its_golden_hash() {
        let folder = tempfile::tempdir().unwrap();
        let now = DateTime::from_timestamp(0, 0).unwrap();
        let store = Store::create(&folder.path().join("plan.jalon"), now).unwrap();
        let (id, hash): (String, String) = store
            .sql
            .query_row("SELECT id, lower(hex(hash)) FROM txn", [], |row| Ok((row.get(0)?, row.get(1)?)))
            .unwrap();
        assert_eq!(
            (id.as_str(), hash.as_str()),
            (
                "builtin-jurisdictions-0eb4e6ffd1223070",
                "1c2d801cebe0df05f68158f868345d1f96bce18fa45abae1c5918df5ac3f48a3"
            )
        );
    }
}
