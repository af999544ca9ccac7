//! Short content digests, for saying *which* text was approved or translated.

use sha2::{Digest as _, Sha256};

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
