//! Ids and salts of transactions and changes.

use chrono::{DateTime, Datelike as _, SecondsFormat, Utc};
use sha2::{Digest as _, Sha256};
use uuid::Builder;

/// Where ids and salts come from.
pub(crate) enum Ids {
    /// New ones: UUIDv7 and random salts.
    Fresh(DateTime<Utc>),
    /// The same in every store: the transaction is named `name`, its changes are
    /// numbered, and salts follow from their ids.
    Fixed(String),
}

impl Ids {
    /// The transaction's id.
    pub fn txn(&self) -> String {
        match self {
            Ids::Fresh(now) => uuid_at(*now),
            Ids::Fixed(name) => name.clone(),
        }
    }

    /// The id and salt of the transaction's change `n`.
    pub fn change(&self, n: usize) -> (String, Vec<u8>) {
        match self {
            Ids::Fresh(now) => (uuid_at(*now), random::<16>().to_vec()),
            Ids::Fixed(name) => {
                let id = format!("{name}-{n:05}");
                let salt = Sha256::digest(format!("jalon-built-in-salt {id}"))[..16].to_vec();
                (id, salt)
            }
        }
    }
}

/// A UUIDv7. Its time is only a habit of reading: no order rests on it, so a clock
/// before 1970 may count as 1970.
pub(crate) fn uuid_at(now: DateTime<Utc>) -> String {
    let millis = u64::try_from(now.timestamp_millis()).unwrap_or(0);
    Builder::from_unix_timestamp_millis(millis, &random::<10>()).into_uuid().to_string()
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
        // A system without a source of randomness: v4's fallback is a panic too,
        // and an id that is not unique would be worse.
        panic!("the system gives no random numbers");
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wild_clock_gives_well_formed_and_different_ids() {
        for second in [-9_000_000_000, 0, 7_226_582_400, 253_402_300_800] {
            let now = DateTime::from_timestamp(second, 0).unwrap();
            assert_eq!(uuid_at(now).len(), 36);
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
