//! Packages: what one store sends another, in a file that goes by e-mail or on a stick.
//!
//! UTF-8, a line of JSON each: first a header, then one transaction a line, by device
//! and place, then one file of a tabled deck a line. The header says how many there are,
//! so that a file that was cut short is told from a whole one, and up to where the
//! sender's store had come, and of what it lacks a part, so that the answer need only hold
//! that and what is new.

mod error;
mod lines;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use chrono::{DateTime, Utc};
use jalon_domain::{Actor, Vector};
use jalon_store::{Item, Parcel, Received, Receiver, Store, Why};
use serde::{Deserialize, Serialize};

pub use error::{LineFault, PackageError};
use lines::Lines;

use crate::files::{Over, write_over};

/// The version of this form. A reader refuses what is newer.
const FORM: u32 = 1;

/// The most transactions in a package.
const MAX_ITEMS: usize = 1_000_000;

/// The first line.
#[derive(Serialize, Deserialize)]
struct Header {
    /// The version of the form; its name tells a package from any other JSON.
    jalon_package: u32,
    /// How many transactions follow.
    transactions: usize,
    /// How many files of tabled decks come after them.
    #[serde(default)]
    files: usize,
    #[serde(flatten)]
    reached: Reached,
}

/// Up to where a store had come.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reached {
    /// By device and place.
    through: Vector,
    /// The places before those ends of which it had no more than the place, or not every
    /// value. Earlier versions did not say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    lacking: Option<BTreeMap<String, BTreeSet<i64>>>,
}

/// A package that was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct WrittenPackage {
    /// How many transactions it holds.
    pub transactions: usize,
    /// How many of them only keep their places, their content being for others.
    pub stubs: usize,
    /// How many files of tabled decks go with them.
    pub files: usize,
}

/// Writes what a store lacks that has come up to `after`, and notes that it was sent. What
/// was kept back from that store is in it again where this receiver may have more of it.
///
/// # Errors
/// See [`PackageError`]; what stood at the path is as it was.
pub fn write_package(
    store: &mut Store,
    sender: &Actor,
    (path, over): (&Path, Over),
    after: &Reached,
    receiver: Receiver,
) -> Result<WrittenPackage, PackageError> {
    let all = store.outgoing(&Vector::default(), receiver, sender)?;
    let through: Vector = all.iter().map(|item| (item.device(), item.seq())).collect();
    let reached = Reached { through, lacking: Some(store.lacking()?) };
    // What a receiver lacks who did not say: whatever would have been kept back from anybody.
    let for_everybody = match (&after.lacking, receiver) {
        (None, Receiver::Secretariat) => store.outgoing(&Vector::default(), Receiver::Everybody, sender)?,
        _ => Vec::new(),
    };
    let place = |item: &Item| (item.device().to_owned(), item.seq());
    let for_everybody: BTreeMap<_, &Item> = for_everybody.iter().map(|item| (place(item), item)).collect();
    let kept_back = |item: &Item| for_everybody.get(&place(item)) != Some(&item);
    let again = |item: &Item| match (&after.lacking, receiver) {
        (Some(lacking), _) if !has(lacking, item) => false,
        (Some(_), Receiver::Everybody) => item.is_complete(),
        (Some(_), Receiver::Secretariat) => !item.is_stub(),
        (None, Receiver::Everybody) => false,
        (None, Receiver::Secretariat) => !item.is_stub() && kept_back(item),
    };
    let new = |item: &Item| !after.through.includes(item.device(), item.seq());
    let items: Vec<Item> = all.into_iter().filter(|item| new(item) || again(item)).collect();
    let files = files_of(store, &items)?;
    let header = Header { jalon_package: FORM, transactions: items.len(), files: files.len(), reached };
    let mut text = serde_json::to_string(&header).unwrap_or_default();
    text.push('\n');
    for line in items.iter().map(Item::to_line).chain(files.iter().map(Parcel::to_line)) {
        text.push_str(&line);
        text.push('\n');
    }
    write_over(&[(path, text.as_bytes())], over)?;
    // Only now has anything left: a place that is kept for nothing costs nothing, one
    // that is given away after it was sent makes two of one.
    store.mark_sent(&items)?;
    let stubs = items.iter().filter(|item| item.is_stub()).count();
    Ok(WrittenPackage { transactions: items.len(), stubs, files: files.len() })
}

fn has(places: &BTreeMap<String, BTreeSet<i64>>, item: &Item) -> bool {
    places.get(item.device()).is_some_and(|places| places.contains(&item.seq()))
}

/// Takes a package in. Every line is verified before anything is done, and a backup of
/// what stands goes before it.
///
/// # Errors
/// See [`PackageError`]; the store is as it was.
pub fn read_package(
    store: &mut Store,
    now: DateTime<Utc>,
    path: &Path,
    dry_run: bool,
) -> Result<Received, PackageError> {
    let mut lines = Lines::open(path)?;
    let header = header(&mut lines)?;
    let (mut items, mut files) = (Vec::new(), Vec::new());
    while let Some(line) = lines.next()? {
        let read = if items.len() < header.transactions {
            Item::from_line(line).map(|item| items.push(item))
        } else if files.len() < header.files {
            Parcel::from_line(line).map(|file| files.push(file))
        } else {
            return Err(PackageError::Count { said: header.transactions + header.files });
        };
        read.map_err(|fault| lines.wrong(LineFault::Item(fault)))?;
    }
    let (said, found) = (header.transactions + header.files, items.len() + files.len());
    if found < said {
        return Err(PackageError::Short { said, found });
    }
    if !dry_run {
        store.back_up_before(Why::BeforePackage, now)?;
    }
    Ok(store.receive_with_files(now, items, &files, dry_run)?)
}

/// The bytes of the files of tabled decks that these transactions tell of, as far as
/// they are here.
fn files_of(store: &Store, items: &[Item]) -> Result<Vec<Parcel>, PackageError> {
    let digests: BTreeSet<String> = items.iter().flat_map(Item::tabled_files).collect();
    let mut files = Vec::new();
    for digest in digests {
        files.extend(store.kept_bytes(&digest)?.map(Parcel::new));
    }
    Ok(files)
}

/// Up to where the store had come that a package was written from: what to answer
/// after.
///
/// # Errors
/// See [`PackageError`].
pub fn package_through(path: &Path) -> Result<Reached, PackageError> {
    Ok(header(&mut Lines::open(path)?)?.reached)
}

/// The first line, of which a newer form may say more.
fn header(lines: &mut Lines) -> Result<Header, PackageError> {
    #[derive(Deserialize)]
    struct Form {
        jalon_package: u32,
    }
    let path = lines.path().to_owned();
    let line = match lines.next() {
        Ok(Some(line)) => line,
        Ok(None) | Err(PackageError::Line { .. }) => return Err(PackageError::Foreign(path)),
        Err(error) => return Err(error),
    };
    let form: Form = serde_json::from_str(line).map_err(|_| PackageError::Foreign(path.clone()))?;
    if form.jalon_package > FORM {
        return Err(PackageError::Newer { path, found: form.jalon_package, known: FORM });
    }
    let header: Header = serde_json::from_str(line).map_err(|_| PackageError::Foreign(path))?;
    let said = header.transactions.saturating_add(header.files);
    if said > MAX_ITEMS {
        return Err(PackageError::TooMany { said, limit: MAX_ITEMS });
    }
    Ok(header)
}
