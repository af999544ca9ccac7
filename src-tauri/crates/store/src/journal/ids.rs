//! Ids and salts of transactions and changes.
//!
//! What is hidden from a store is named there by the ids of its changes and entities, and
//! a time within them would tell in whose chain, between which of its neighbours that may
//! be seen, it stands. So they are random, and so is the id of a transaction that may have
//! to be hidden. That of any other begins with the time at which it was made: the journal
//! stands in that order in the file, and what happened together is read together.

use chrono::{DateTime, Datelike as _, SecondsFormat, Utc};
use sha2::{Digest as _, Sha256};
use uuid::Builder;

use super::ChangeRow;

/// Where ids and salts come from.
pub(crate) enum Ids {
    /// New ones.
    Fresh(DateTime<Utc>),
    /// The same in every store: the transaction is named `name`, its changes are
    /// numbered, and salts follow from their ids.
    Fixed(String),
}

impl Ids {
    /// The id of a transaction with these changes.
    pub fn txn(&self, changes: &[ChangeRow]) -> String {
        match self {
            // Whatever is written to an item may be hidden, now or later.
            Ids::Fresh(_) if changes.iter().any(|change| ITEMS.contains(&change.kind.as_str())) => fresh(),
            Ids::Fresh(now) => uuid_at(*now),
            Ids::Fixed(name) => name.clone(),
        }
    }

    /// The id and salt of the transaction's change `n`.
    pub fn change(&self, n: usize) -> (String, Vec<u8>) {
        match self {
            Ids::Fresh(_) => (fresh(), random::<16>().to_vec()),
            Ids::Fixed(name) => {
                let id = format!("{name}-{n:05}");
                let salt = Sha256::digest(format!("jalon-built-in-salt {id}"))[..16].to_vec();
                (id, salt)
            }
        }
    }
}

/// The kinds of which others may see less: challenges that name nobody, and what is said
/// of them.
const ITEMS: [&str; 2] = ["challenge", "clearance"];

/// A new id: a UUIDv4, which holds nothing but chance.
pub(crate) fn fresh() -> String {
    Builder::from_random_bytes(random::<16>()).into_uuid().to_string()
}

/// A UUIDv7. No order rests on its time, so a clock before 1970 may count as 1970.
fn uuid_at(now: DateTime<Utc>) -> String {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &random::<10>()).into_uuid().to_string()
}

/// Whether an id begins with a time.
pub(crate) fn holds_time(id: &str) -> bool {
    id.len() == 36 && id.as_bytes()[14] == b'7'
}

/// A moment as the journal writes it; years that do not have four digits, which no
/// sane clock shows, become the nearest that do.
pub(crate) fn moment(now: DateTime<Utc>) -> String {
    let now = match now.year() {
        year if year < 1 => DateTime::from_timestamp(-62_135_596_800, 0).unwrap_or_default(),
        year if year > 9999 => DateTime::from_timestamp(253_402_300_799, 0).unwrap_or_default(),
        _ => now,
    };
    now.to_rfc3339_opts(SecondsFormat::Millis, true)
}

fn random<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    if getrandom::fill(&mut bytes).is_err() {
        // A system without a source of randomness: an id that is not unique, or that
        // could be guessed, would be worse.
        panic!("the system gives no random numbers");
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use uuid::Uuid;

    #[test]
    fn new_ids_are_random_throughout() {
        let all: Vec<Uuid> = (0..200).map(|_| fresh().parse().unwrap()).collect();
        assert!(all.iter().all(|id| id.get_version_num() == 4 && !holds_time(&id.to_string())));
        // What a time would begin with: that of two of them is never the same.
        let begins: BTreeSet<&[u8]> = all.iter().map(|id| &id.as_bytes()[..6]).collect();
        assert_eq!(begins.len(), all.len());
    }

    #[test]
    fn a_wild_clock_gives_well_formed_moments_and_different_ids() {
        for second in [-9_000_000_000, 0, 7_226_582_400, 253_402_300_800] {
            let now = DateTime::from_timestamp(second, 0).unwrap();
            assert!(uuid_at(now).len() == 36 && holds_time(&uuid_at(now)));
            assert_ne!(uuid_at(now), uuid_at(now));
            assert_eq!(moment(now).len(), "2019-09-25T14:05:00.000Z".len());
        }
    }

    #[test]
    fn built_in_ids_and_salts_are_always_the_same() {
        let ids = Ids::Fixed("builtin-sample".into());
        assert_eq!(ids.change(3), ids.change(3));
        assert_eq!(ids.change(3).0, "builtin-sample-00003");
    }
}
