//! The bytes of files that were handed over. They stand in the file once, under their
//! SHA-256, and are given back as they came.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::{Failure, Id, KeptFile};
use rusqlite::{Connection, OptionalExtension as _};
use sha2::{Digest as _, Sha256};

use crate::settings::{get, set};
use crate::{Store, Trouble};

/// The setting that names the files whose bytes did not come with their records.
const TO_COME: &str = "files-to-come";

/// A file whose bytes are kept here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    /// SHA-256 of its bytes, in 64 hexadecimal digits.
    pub digest: String,
    /// Its size in bytes.
    pub size: u64,
}

/// The name under which bytes are kept.
pub(crate) fn digest(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Keeps bytes under their digest, once.
pub(crate) fn keep(sql: &Connection, bytes: &[u8]) -> Result<Kept, Trouble> {
    let digest = digest(bytes);
    let mut insert = sql.prepare_cached("INSERT OR IGNORE INTO kept_file (digest, bytes) VALUES (?1, ?2)")?;
    insert.execute((&digest, bytes))?;
    Ok(Kept { digest, size: bytes.len() as u64 })
}

/// The bytes of that digest; `None` when they are not here: they have not arrived, or
/// were taken out for good.
pub(crate) fn bytes(sql: &Connection, digest: &str) -> Result<Option<Vec<u8>>, Trouble> {
    let mut query = sql.prepare_cached("SELECT bytes FROM kept_file WHERE digest = ?1")?;
    Ok(query.query_row([digest], |row| row.get(0)).optional()?)
}

/// Notes that the records which name these files came back from elsewhere, those of them
/// whose bytes are not here: a backup of before was restored, or the file was copied.
pub(crate) fn expect(sql: &Connection, files: BTreeSet<String>) -> Result<(), Trouble> {
    let mut all = to_come(sql)?;
    let known = all.len();
    for file in files {
        if bytes(sql, &file)?.is_none() {
            all.insert(file);
        }
    }
    if all.len() > known {
        set(sql, TO_COME, &serde_json::json!(all).to_string())?;
    }
    Ok(())
}

fn to_come(sql: &Connection) -> Result<BTreeSet<String>, Trouble> {
    let value = get(sql, TO_COME)?;
    Ok(value.and_then(|value| serde_json::from_str(&value).ok()).unwrap_or_default())
}

/// The files of tabled decks of which only the records came back: the deck and the name.
pub(crate) fn missing(sql: &Connection) -> Result<Vec<(Id, String)>, Trouble> {
    let mut missing = Vec::new();
    let to_come = to_come(sql)?;
    if to_come.is_empty() {
        return Ok(missing);
    }
    for (digest, named) in named(sql)?.into_iter().filter(|(digest, _)| to_come.contains(digest)) {
        if bytes(sql, &digest)?.is_none() {
            missing.extend(Id::parse(&named.deck).map(|deck| (deck, named.name)));
        }
    }
    Ok(missing)
}

/// What is wrong with what is kept: bytes that are not those of their digest, and bytes
/// that this file's own devices handed over and that are missing. Those of others may
/// still be on their way, and so may those of which the record came back from elsewhere.
pub(crate) fn damage(sql: &Connection) -> Result<Vec<Failure>, Trouble> {
    let mut missing = named(sql)?;
    let mut damage = Vec::new();
    let mut query = sql.prepare("SELECT digest, bytes FROM kept_file ORDER BY digest")?;
    let mut rows = query.query([])?;
    while let Some(row) = rows.next()? {
        let name: String = row.get(0)?;
        let bytes = row.get_ref(1)?.as_blob().map_err(|error| Trouble::Damaged(error.to_string()))?;
        missing.remove(&name);
        if digest(bytes) != name {
            damage.push(Failure::new("failure-council-damage-bytes").text("digest", name));
        }
    }
    let names = own_names(sql, missing)?;
    damage.extend(names.map(|name| Failure::new("failure-council-damage-missing").text("name", name)));
    Ok(damage)
}

/// The names of the files whose bytes this file's own devices handed over, and that are
/// not here.
pub(crate) fn lost(sql: &Connection) -> Result<Vec<String>, Trouble> {
    let mut missing = named(sql)?;
    let mut query = sql.prepare("SELECT digest FROM kept_file")?;
    for digest in query.query_map([], |row| row.get::<_, String>(0))? {
        missing.remove(&digest?);
    }
    Ok(own_names(sql, missing)?.collect())
}

/// Of files whose bytes are not here, the names of those that have been.
fn own_names(
    sql: &Connection,
    missing: BTreeMap<String, Named>,
) -> Result<impl Iterator<Item = String>, Trouble> {
    let to_come = to_come(sql)?;
    let own = missing.into_iter().filter(move |(digest, named)| named.own && !to_come.contains(digest));
    Ok(own.map(|(_, named)| named.name))
}

struct Named {
    /// The record that names it.
    deck: String,
    name: String,
    /// One of this file's devices wrote the record.
    own: bool,
}

/// The files that records name anywhere in the journal, by digest. A record whose
/// files were redacted names none.
fn named(sql: &Connection) -> Result<BTreeMap<String, Named>, Trouble> {
    let mut query = sql.prepare_cached(
        "SELECT change.value, txn.device IN (SELECT id FROM device), change.entity FROM change
         JOIN txn ON txn.id = change.txn
         WHERE change.kind = 'tabled_deck' AND change.field = 'files' AND change.value IS NOT NULL",
    )?;
    let mut rows = query.query([])?;
    let mut found = BTreeMap::new();
    while let Some(row) = rows.next()? {
        let (value, own, deck): (String, bool, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
        // A form that only a newer version reads names nothing that this one could miss.
        for file in serde_json::from_str::<Vec<KeptFile>>(&value).unwrap_or_default() {
            let new = Named { deck: deck.clone(), name: file.name, own };
            let named = found.entry(file.digest).or_insert(new);
            named.own |= own;
        }
    }
    Ok(found)
}

impl Store {
    /// The files whose bytes are kept here, by digest.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn kept_files(&self) -> Result<Vec<Kept>, Trouble> {
        self.reading(|sql| {
            let mut query =
                sql.prepare_cached("SELECT digest, length(bytes) FROM kept_file ORDER BY digest")?;
            let kept = query.query_map([], |row| {
                let size: i64 = row.get(1)?;
                Ok(Kept { digest: row.get(0)?, size: u64::try_from(size).unwrap_or(0) })
            })?;
            Ok(kept.collect::<Result<_, _>>()?)
        })
    }

    /// The bytes of a file that was handed over, by their digest: the very bytes that
    /// came. `None` when they are not here.
    ///
    /// # Errors
    /// When the file cannot be read, or the bytes are no longer those that came.
    pub fn kept_bytes(&self, wanted: &str) -> Result<Option<Vec<u8>>, Trouble> {
        let found = self.reading(|sql| bytes(sql, wanted))?;
        if found.as_ref().is_some_and(|bytes| digest(bytes) != wanted) {
            return Err(Trouble::Damaged(format!("kept file {wanted}")));
        }
        Ok(found)
    }
}
