//! Identifiers of entities.

use std::borrow::Borrow;
use std::fmt;

use schemars::JsonSchema;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};
use ts_rs::TS;

use crate::digest;

/// An entity's identifier: 1 to 64 of `A-Z a-z 0-9 . _ -`, beginning with a
/// letter or digit. New entities get a random UUID; jurisdictions and the sample have
/// readable ones (`CA-ON`, `milestone-2-1`).
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, JsonSchema, TS, Default)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// Checks the form. `None` when it is not an identifier.
    pub fn parse(text: &str) -> Option<Id> {
        well_formed(text).then(|| Id(text.to_owned()))
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

fn well_formed(text: &str) -> bool {
    (1..=64).contains(&text.len())
        && text.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric())
        && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

/// Whatever is read as an identifier is one: what is no identifier would be written to the
/// journal and never be found there again.
impl<'de> Deserialize<'de> for Id {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Id, D::Error> {
        let text = String::deserialize(from)?;
        if well_formed(&text) {
            Ok(Id(text))
        } else {
            Err(D::Error::custom(format_args!("{NOT_ONE}`{text}`")))
        }
    }
}

/// What the parser says of a text that is no identifier, before the text.
pub(crate) const NOT_ONE: &str = "no identifier: ";

/// Reads what an entity refers to; an empty text, which is no identifier, where a merge has
/// left nothing of it.
pub(crate) fn or_nothing<'de, D: Deserializer<'de>>(from: D) -> Result<Id, D::Error> {
    let text = String::deserialize(from)?;
    if text.is_empty() || well_formed(&text) { Ok(Id(text)) } else { Err(D::Error::custom(NOT_ONE)) }
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn only_identifiers_are_read_as_such(text in "[-a-zA-Z0-9._é /:]{0,70}|.{0,8}") {
            let read: Option<Id> = serde_json::from_value(text.clone().into()).ok();
            prop_assert_eq!(read, Id::parse(&text));
        }
    }
}
