//! Events, their figures and results, and the narrative around them.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::date::PlanDate;
use crate::id::Id;
use crate::link::Link;
use crate::text::Bilingual;

/// An event reported in a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Identifier.
    pub id: Id,
    /// Its cycle.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub cycle: Id,
    /// Order key among siblings.
    pub position: String,
    /// Title.
    pub title: Bilingual,
    /// Where.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub place: Option<Bilingual>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub starts: Option<PlanDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub ends: Option<PlanDate>,
    /// Heading over its points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub points_heading: Option<Bilingual>,
    /// Title of its results slide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub outcomes_title: Option<Bilingual>,
}

/// A headline figure of an event.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    /// Identifier.
    pub id: Id,
    /// Its event.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub event: Id,
    /// Order key among siblings.
    pub position: String,
    /// The number.
    #[ts(type = "number")]
    pub value: i64,
    /// The number is a lower bound: "more than".
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[ts(optional, as = "Option<bool>")]
    pub more_than: bool,
    /// What is counted.
    pub label: Bilingual,
}

/// A group of results of an event: one column of its results slide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Outcome {
    /// Identifier.
    pub id: Id,
    /// Its event.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub event: Id,
    /// Order key among siblings.
    pub position: String,
    /// Title.
    pub title: Bilingual,
}

/// A resolution adopted, listed under a group of results.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Resolution {
    /// Identifier.
    pub id: Id,
    /// Its group of results.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub outcome: Id,
    /// Order key among siblings.
    pub position: String,
    /// Title.
    pub title: Bilingual,
}

/// A narrative slide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Slide {
    /// Identifier.
    pub id: Id,
    /// Its workplan.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub workplan: Id,
    /// Order key among siblings.
    pub position: String,
    /// What the slide is for, as a code of the registry.
    pub role: String,
    /// Title.
    pub title: Bilingual,
    /// Sentence before its points.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub lead_in: Option<Bilingual>,
}

/// A bullet of an event, of a group of results or of a narrative slide.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Point {
    /// Identifier.
    pub id: Id,
    /// What it stands under.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub owner: Id,
    /// Order key among siblings.
    pub position: String,
    /// What it says.
    pub text: Bilingual,
    /// Addresses it points to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Link>>")]
    pub links: Vec<Link>,
}
