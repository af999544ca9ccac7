//! Short content digests, for saying *which* text was approved or translated.

use sha2::{Digest as _, Sha256};

/// The fewest digits of a digest that stand for all of it.
const FEWEST: usize = 8;

/// A digest that somebody names, in full where it is the beginning of the one that is
/// `present` (`a13391c1`, `a13391c1…`); else as it was said.
///
/// ```
/// use jalon_domain::digest::in_full;
///
/// assert_eq!(in_full(" A13391C1… ", "a13391c1d2"), "a13391c1d2");
/// assert_eq!(in_full("a1339", "a13391c1d2"), "a1339");
/// ```
pub fn in_full(said: &str, present: &str) -> String {
    let said = said.trim().to_lowercase();
    let begun = said.trim_end_matches(['…', '.']);
    if begun.len() >= FEWEST && present.starts_with(begun) { present.to_owned() } else { said }
}

/// The first 16 hexadecimal digits of the SHA-256 of the parts, each preceded by
/// its length, so that `("ab", "c")` and `("a", "bc")` differ.
pub fn short(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part.as_bytes());
    }
    let first = hasher.finalize()[..8].iter().fold(0_u64, |first, byte| first << 8 | u64::from(*byte));
    format!("{first:016x}")
}
