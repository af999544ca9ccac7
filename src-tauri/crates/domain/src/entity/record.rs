//! Records: what somebody attested, and what was handed over. Each comes about by a
//! verb of its own.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::Id;
use crate::text::Bilingual;
use crate::vector::Vector;

/// A jurisdiction's word that an item which names it may be shown as it reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Clearance {
    /// Identifier.
    pub id: Id,
    /// The progress point, achievement or challenge.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub item: Id,
    /// Whose word it is.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub jurisdiction: Id,
    /// Digest of what was shown when it was given; other content voids it.
    pub content: String,
}

/// A co-chair's approval of what the deck of a cycle shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Approval {
    /// Identifier.
    pub id: Id,
    /// The cycle.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub cycle: Id,
    /// Whose chair it is.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub jurisdiction: Id,
    /// Hash of what was approved; other content voids it.
    pub content: String,
    /// The moment of the journal that was approved.
    pub at: Vector,
}

/// A deck as it was tabled before the councils.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct TabledDeck {
    /// Identifier.
    pub id: Id,
    /// The cycle.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub cycle: Id,
    /// 1 for what was tabled first; an erratum is the next.
    pub version: u32,
    /// The day on which it was tabled.
    pub tabled_on: NaiveDate,
    /// Hash of what it shows.
    pub content: String,
    /// The moment of the journal that it shows.
    pub at: Vector,
    /// The files that were handed over, kept to the byte.
    pub files: Vec<KeptFile>,
    /// The version that it corrects.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub erratum_of: Option<Id>,
    /// What was corrected, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<Bilingual>,
}

/// A file whose bytes the store keeps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct KeptFile {
    /// Its name when it was handed over.
    pub name: String,
    /// SHA-256 of its bytes, in 64 hexadecimal digits.
    pub digest: String,
    /// Its size in bytes.
    #[ts(type = "number")]
    pub size: u64,
}

/// That a workplan was closed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Closing {
    /// Identifier.
    pub id: Id,
    /// The workplan.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub workplan: Id,
    /// The day on which it was closed.
    pub closed_on: NaiveDate,
    /// The moment of the journal that was closed; what arrives later is late.
    pub at: Vector,
}

/// That the secretariat issued anew, in its own name, what others could not see because
/// its author would tell where it came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Issuance {
    /// Identifier.
    pub id: Id,
    /// The moment of the journal up to which nothing that a deck can show is kept from
    /// other stores. It does not say which words stood in which place.
    pub at: Vector,
}
