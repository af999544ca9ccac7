//! The bytes of files of tabled decks, on their way between two stores.

use std::collections::BTreeSet;

use jalon_domain::{KeptFile, Kind};
use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::item::{Item, ItemFault};
use super::line::{hex, unhex};
use crate::Trouble;
use crate::council::LARGEST_FILE;
use crate::council::kept::{digest, keep};
use crate::journal::ChangeRow;

/// The bytes of a file that was handed over; they are what their digest says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parcel {
    bytes: Vec<u8>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    /// SHA-256 of the bytes.
    file: String,
    bytes: String,
}

impl Parcel {
    /// Bytes on their way.
    pub fn new(bytes: Vec<u8>) -> Parcel {
        Parcel { bytes }
    }

    /// As a line of JSON, without a line feed.
    pub fn to_line(&self) -> String {
        let line = Line { file: digest(&self.bytes), bytes: hex(&self.bytes) };
        serde_json::to_string(&line).unwrap_or_default()
    }

    /// Reads a line, and verifies that it is what its digest says.
    ///
    /// # Errors
    /// What is wrong with it.
    pub fn from_line(line: &str) -> Result<Parcel, ItemFault> {
        let line: Line = serde_json::from_str(line).map_err(|_| ItemFault::NotUnderstood)?;
        // Nobody tables a larger one, and every backup would hold it.
        if line.bytes.len() as u64 / 2 > LARGEST_FILE {
            return Err(ItemFault::Malformed("size"));
        }
        let bytes = unhex(&line.bytes).ok_or(ItemFault::Malformed("bytes"))?;
        if digest(&bytes) == line.file { Ok(Parcel { bytes }) } else { Err(ItemFault::Changed) }
    }
}

impl Item {
    /// The digests of the files that it says were tabled.
    pub fn tabled_files(&self) -> BTreeSet<String> {
        let changes = self.whole.iter().flat_map(|whole| &whole.changes);
        changes.flat_map(files_of).collect()
    }
}

/// The digests of the files that a change says were tabled.
pub(super) fn files_of(change: &ChangeRow) -> Vec<String> {
    let tabled = change.kind == Kind::TabledDeck.def().name && change.field == "files";
    let value = change.value.as_deref().filter(|_| tabled);
    let files: Option<Vec<KeptFile>> = value.and_then(|value| serde_json::from_str(value).ok());
    files.into_iter().flatten().map(|file| file.digest).collect()
}

/// Keeps those of the parcels that are named; how many there are. What nothing names is
/// no part of any deck.
pub(super) fn take_in(
    sql: &Connection,
    parcels: &[Parcel],
    named: &BTreeSet<String>,
) -> Result<usize, Trouble> {
    let wanted = parcels.iter().filter(|parcel| named.contains(&digest(&parcel.bytes)));
    wanted.map(|parcel| keep(sql, &parcel.bytes).map(|_| 1)).sum()
}
