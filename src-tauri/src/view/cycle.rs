//! What came of carrying a cycle over.

use jalon_words::key;
use serde::Serialize;
use ts_rs::TS;

use super::{Pair, Patch};

/// What came of carrying a cycle over.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct CarriedOver {
    /// What it changed.
    pub patch: Patch,
    /// How many challenges were left behind, and who carries them, where there are any.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub left: Option<Pair>,
}

/// How many challenges were left behind, in words.
pub(crate) fn left_to_carry(count: usize) -> Option<Pair> {
    let told = || Pair::of(|words| words.format(key::CYCLE_LEFT_TO_CARRY, &[("count", count.into())]));
    (count > 0).then(told)
}
