//! The plan itself: workplan, priorities, milestones.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::date::PlanDate;
use crate::id::Id;
use crate::lang::Lang;
use crate::leads::Lead;
use crate::status::Status;
use crate::text::Bilingual;

/// A plan: its own dates (not a fiscal year), its languages, its group.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Workplan {
    /// Identifier.
    pub id: Id,
    /// Order key among siblings.
    pub position: String,
    /// Title.
    pub title: Bilingual,
    /// The working group's full name.
    pub group: Bilingual,
    /// The working group's abbreviation.
    pub group_abbreviation: Bilingual,
    /// The languages that the plan is kept in.
    pub languages: Vec<Lang>,
    /// First day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub starts: Option<NaiveDate>,
    /// Last day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub ends: Option<NaiveDate>,
    /// Where it stands, as a code of the registry.
    pub state: String,
    /// A remark shown with it (the sample says here that it is one).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub note: Option<Bilingual>,
    /// What it was carried over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub carried_from: Option<Id>,
}

/// A priority of a workplan; its number is its place among its siblings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Priority {
    /// Identifier.
    pub id: Id,
    /// Its workplan.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub workplan: Id,
    /// Order key among siblings.
    pub position: String,
    /// Title.
    pub title: Bilingual,
    /// Who leads it, in the group's own order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[ts(optional, as = "Option<Vec<Lead>>")]
    pub leads: Vec<Lead>,
    /// Lessons learned, when the plan is closed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub lessons: Option<Bilingual>,
    /// What it was carried over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub carried_from: Option<Id>,
}

/// A milestone of a priority.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Milestone {
    /// Identifier.
    pub id: Id,
    /// Its priority.
    #[serde(deserialize_with = "crate::id::or_nothing")]
    pub priority: Id,
    /// Order key among siblings.
    pub position: String,
    /// Title.
    pub title: Bilingual,
    /// What it consists of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub description: Option<Bilingual>,
    /// Completion, outlook, reason and evidence.
    pub status: Status,
    /// When it was first due.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub baseline_due: Option<PlanDate>,
    /// When it is due now.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub due: Option<PlanDate>,
    /// What it was carried over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub carried_from: Option<Id>,
}
