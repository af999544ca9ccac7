//! Reads what can be read of a damaged store.
//!
//! Of each device's chain the longest beginning is taken whose hashes verify; what comes
//! after a gap may be real, but nothing shows that it is. The file is copied first and
//! never written to. What comes out is a store in memory, for looking only, that is as
//! sound as any: its plan, history and search are those of the part that verifies.

mod gather;
mod schema;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::DateTime;
use jalon_domain::Failure;
use rusqlite::params;

use crate::council::kept;
use crate::journal::append::append;
use crate::journal::canonical::txn_hash;
use crate::journal::chain;
use crate::journal::{ChangeRow, TxnRow};
use crate::open::identity::FileIdentity;
use crate::open::{connect, header, migrations};
use crate::projection::compare;
use crate::store::Mode;
use crate::transact::{Ending, in_one};
use crate::{OpenError, Store, Trouble, disk, restore};

pub(crate) use gather::both_ways;
use gather::{Gathered, Link};

/// What could be read of a damaged store.
pub struct Salvaged {
    /// A store of what verifies, for looking only.
    pub store: Store,
    /// How many transactions that is.
    pub transactions: usize,
    /// How many more there are traces of.
    pub lost: usize,
    /// Files of tabled decks whose bytes were in it and cannot be read, or are other ones:
    /// their names.
    pub lost_files: Vec<String>,
}

impl Salvaged {
    /// What the user is told who looks at it.
    pub fn failure(&self) -> Failure {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        Failure::new("failure-store-salvaged")
            .number("count", number(self.transactions))
            .number("lost", number(self.lost))
            .number("files", number(self.lost_files.len()))
    }
}

impl Store {
    /// Reads what can be read of a damaged store, without writing to it.
    ///
    /// # Errors
    /// When it is no store, or nothing in it can be read.
    pub fn salvage(path: &Path) -> Result<Salvaged, OpenError> {
        connect::assert_sqlite()?;
        restore::finish(path)?;
        let identity = header::look(path)?;
        salvage(path, identity).map_err(|error| error.at(path))
    }
}

fn salvage(path: &Path, identity: FileIdentity) -> Result<Salvaged, OpenError> {
    let copying = |error: std::io::Error| OpenError::Trouble(disk::trouble(&error, path));
    let (_folder, copy) = disk::copied_to_look(&disk::real(path)).map_err(copying)?;
    let mut gathered = gather::gather(&copy);
    for anew in [false, true] {
        if gathered.chains.is_empty()
            && let Ok(other) = schema::replaced(&copy, anew)
        {
            gathered = gather::gather(&other);
        }
    }
    let known = gathered.known;
    let settings = std::mem::take(&mut gathered.settings);
    let kept = std::mem::take(&mut gathered.kept);
    let devices = std::mem::take(&mut gathered.devices);
    let sound = verified(gathered);
    let transactions = sound.iter().filter(|place| place.link.whole.is_some()).count();
    if transactions == 0 {
        return Err(Trouble::Damaged(String::new()).into());
    }
    let mut sql = connect::in_memory()?;
    migrations::migrate(&mut sql, 0, DateTime::UNIX_EPOCH)?;
    let lost_files = in_one(&mut sql, Ending::Commit, |sql| -> Result<Vec<String>, Trouble> {
        let mut stub =
            sql.prepare_cached("INSERT INTO stub (device, seq, prev, hash) VALUES (?1, ?2, ?3, ?4)")?;
        for Place { device, seq, link } in sound {
            match link.whole {
                Some(mut whole) => {
                    append(sql, &mut whole.txn, &whole.changes, &whole.arrived_at)?;
                }
                None => {
                    stub.execute(params![device, seq, link.prev, link.hash])?;
                }
            }
        }
        for (name, value) in settings {
            sql.execute("INSERT OR IGNORE INTO setting (name, value) VALUES (?1, ?2)", [name, value])?;
        }
        for (id, since) in devices {
            sql.execute("INSERT OR IGNORE INTO device (id, since) VALUES (?1, ?2)", [id, since])?;
        }
        // Other bytes than those that were handed over are nobody's deck.
        for (_, bytes) in kept.iter().filter(|(digest, bytes)| *digest == kept::digest(bytes)) {
            kept::keep(sql, bytes)?;
        }
        compare::rebuild(sql, &compare::expected(&chain::fold(sql)?))?;
        kept::lost(sql)
    })?;
    let store = Store::over(sql, path, identity, Mode::ReadOnly)?;
    Ok(Salvaged { store, transactions, lost: known.saturating_sub(transactions), lost_files })
}

/// A place of a chain that verifies.
struct Place {
    device: String,
    seq: i64,
    link: Link,
}

/// Of each chain the longest beginning that verifies, in an order in which they may have
/// arrived.
fn verified(gathered: Gathered) -> Vec<Place> {
    let mut sound = Vec::new();
    for (device, chain) in gathered.chains {
        let (mut last, mut before, mut arrived) = (0, None, 0);
        for (seq, link) in chain {
            let whole = link.whole.as_ref().is_none_or(|whole| is_whole(&whole.txn, &whole.changes));
            if seq != last + 1 || link.prev != before || !whole {
                break;
            }
            arrived = arrived.max(link.local_n.unwrap_or(arrived));
            (last, before) = (seq, Some(link.hash.clone()));
            sound.push((arrived, Place { device: device.clone(), seq, link }));
        }
    }
    // Stable: within a chain they stay in its order.
    sound.sort_by_key(|(arrived, _)| *arrived);
    sound.into_iter().map(|(_, place)| place).collect()
}

fn is_whole(txn: &TxnRow, changes: &[ChangeRow]) -> bool {
    let numbered = changes.iter().enumerate().all(|(n, change)| change.n == n as i64);
    numbered && txn.hash == txn_hash(txn, changes) && txn.made_at.parse::<DateTime<chrono::Utc>>().is_ok()
}

/// Places of chains by device and number.
type Chains = BTreeMap<String, BTreeMap<i64, Link>>;
