//! The glossary.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::Id;
use crate::text::Bilingual;

/// A term of the glossary, and what shall not stand for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Term {
    /// Identifier.
    pub id: Id,
    /// The term.
    pub term: Bilingual,
    /// Its abbreviation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub abbreviation: Option<Bilingual>,
    /// What shall not be written for it in English.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub forbidden_en: Vec<String>,
    /// What shall not be written for it in French.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<String>>")]
    pub forbidden_fr: Vec<String>,
    /// When it is used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<Bilingual>,
}
