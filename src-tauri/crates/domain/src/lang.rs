//! The two official languages.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// One of the two official languages of every plan.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, JsonSchema, TS,
)]
#[serde(rename_all = "lowercase")]
pub enum Lang {
    /// Canadian English (`en-CA`).
    En,
    /// Canadian French (`fr-CA`).
    Fr,
}

impl Lang {
    /// Both, in the order in which files list them.
    pub const BOTH: [Lang; 2] = [Lang::En, Lang::Fr];

    /// The BCP 47 tag that documents carry.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::En => "en-CA",
            Lang::Fr => "fr-CA",
        }
    }

    /// The short code used in field names (`title.fr`) and on the command line.
    pub fn code(self) -> &'static str {
        match self {
            Lang::En => "en",
            Lang::Fr => "fr",
        }
    }

    /// The other side of a bilingual pair.
    pub fn other(self) -> Lang {
        match self {
            Lang::En => Lang::Fr,
            Lang::Fr => Lang::En,
        }
    }
}
