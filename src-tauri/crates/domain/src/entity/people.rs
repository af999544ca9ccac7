//! Who takes part: jurisdictions and people.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::RoleHeld;
use crate::id::Id;
use crate::text::Bilingual;

/// A government or municipal group; its id is its code (`CA-ON`), its order the protocol order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Jurisdiction {
    /// Identifier.
    pub id: Id,
    /// Order key among siblings.
    pub position: String,
    /// `federal`, `provincial`, `territorial` or `municipal`.
    pub level: String,
    /// Name.
    pub name: Bilingual,
    /// Abbreviation as the deck shows it.
    pub abbreviation: Bilingual,
}

/// Somebody of the working group, with the roles held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Person {
    /// Identifier.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Title.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub title: Option<Bilingual>,
    /// Address for mail.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub email: Option<String>,
    /// Roles held.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<RoleHeld>>")]
    pub roles: Vec<RoleHeld>,
}
