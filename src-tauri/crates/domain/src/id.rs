//! Identifiers of entities.

use std::borrow::Borrow;
use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::digest;

/// An entity's identifier: 1 to 64 of `A-Z a-z 0-9 . _ -`, beginning with a
/// letter or digit. New entities get a random UUID; jurisdictions and the sample have
/// readable ones (`CA-ON`, `milestone-2-1`).
#[derive(
    Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS, Default,
)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// Checks the form. `None` when it is not an identifier.
    pub fn parse(text: &str) -> Option<Id> {
        let well_formed = (1..=64).contains(&text.len())
            && text.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric())
            && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
        well_formed.then(|| Id(text.to_owned()))
    }

    /// The identifier of what there is once for these others (the submission of a
    /// jurisdiction in a cycle): the same in every store, so that two stores which make
    /// it at once agree that it is one thing.
    pub fn derived(prefix: &str, of: &[&Id]) -> Id {
        let of: Vec<&str> = of.iter().map(|id| id.as_str()).collect();
        Id(format!("{prefix}-{}", digest::short(&of)))
    }

    /// The identifier as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Borrow<str> for Id {
    fn borrow(&self) -> &str {
        &self.0
    }
}
