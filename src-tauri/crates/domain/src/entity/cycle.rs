//! What is reported in a cycle, and the cycle.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::date::PlanDate;
use crate::id::Id;
use crate::link::Link;
use crate::text::Bilingual;

/// A council meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Identifier.
    pub id: Id,
    /// Its workplan.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub workplan: Id,
    /// Name.
    pub name: Bilingual,
    /// The day.
    pub date: NaiveDate,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub place: Option<Bilingual>,
}

/// The reporting cycle of a council meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Cycle {
    /// Identifier.
    pub id: Id,
    /// Its meeting.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub meeting: Id,
    /// When it opens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub opens: Option<NaiveDate>,
    /// When submissions are due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub submissions_due: Option<NaiveDate>,
    /// When approvals are due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub approvals_due: Option<NaiveDate>,
    /// Where it stands, as a code of the registry.
    pub state: String,
}

/// What a jurisdiction submitted in a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Submission {
    /// Identifier.
    pub id: Id,
    /// Its cycle.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub cycle: Id,
    /// Its jurisdiction.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub jurisdiction: Id,
    /// Where it stands, as a code of the registry.
    pub state: String,
}

/// A progress point of a priority, in a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Progress {
    /// Identifier.
    pub id: Id,
    /// Its priority.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub priority: Id,
    /// Its cycle.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub cycle: Id,
    /// The milestone that it is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub milestone: Option<Id>,
    /// Its jurisdiction.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub jurisdiction: Option<Id>,
    /// Order key among siblings.
    pub position: String,
    /// What it says.
    pub text: Bilingual,
    /// Finished: it is not carried over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub done: bool,
    /// What it was carried over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub carried_from: Option<Id>,
}

/// An achievement of a jurisdiction, in a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Achievement {
    /// Identifier.
    pub id: Id,
    /// Its cycle.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub cycle: Id,
    /// Its jurisdiction.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub jurisdiction: Id,
    /// Order key among siblings.
    pub position: String,
    /// What it says.
    pub text: Bilingual,
    /// Addresses it points to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Link>>")]
    pub links: Vec<Link>,
    /// Begun and not finished.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub ongoing: bool,
    /// What it was carried over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub carried_from: Option<Id>,
}

/// A challenge; `jurisdictions` are named in the deck, `origins` are for the secretariat alone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Challenge {
    /// Identifier.
    pub id: Id,
    /// Its cycle.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub cycle: Id,
    /// Order key among siblings.
    pub position: String,
    /// What it says.
    pub text: Bilingual,
    /// `named`, `anonymous` or `internal`.
    pub attribution: String,
    /// Addresses it points to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Link>>")]
    pub links: Vec<Link>,
    /// Whom it names.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Id>>")]
    pub jurisdictions: Vec<Id>,
    /// Where it came from; for the secretariat alone.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Id>>")]
    pub origins: Vec<Id>,
    /// The challenges that it was merged from.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Id>>")]
    pub merged_from: Vec<Id>,
    /// Resolved: it is not carried over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub done: bool,
    /// What it was carried over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub carried_from: Option<Id>,
}

/// A next step; under another when it has a parent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    /// Identifier.
    pub id: Id,
    /// Its cycle.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub cycle: Id,
    /// The next step it stands under.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub parent: Option<Id>,
    /// Order key among siblings.
    pub position: String,
    /// What it says.
    pub text: Bilingual,
    /// When.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub when: Option<PlanDate>,
    /// Done: it is not carried over.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub done: bool,
    /// What it was carried over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub carried_from: Option<Id>,
}
