//! One struct per kind: what a row of the projection and an object of plan JSON
//! hold, typed. The fields are those of the registry; a test compares them.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::actor::RoleHeld;
use crate::date::PlanDate;
use crate::id::Id;
use crate::lang::Lang;
use crate::leads::Lead;
use crate::link::Link;
use crate::status::Status;
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

/// A council meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Meeting {
    /// Identifier.
    pub id: Id,
    /// Its workplan.
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
    pub cycle: Id,
    /// Its jurisdiction.
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
    pub priority: Id,
    /// Its cycle.
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
    pub cycle: Id,
    /// Its jurisdiction.
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
    /// What it was carried over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub carried_from: Option<Id>,
}

/// An event reported in a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct Event {
    /// Identifier.
    pub id: Id,
    /// Its cycle.
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

/// A next step; under another when it has a parent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct NextStep {
    /// Identifier.
    pub id: Id,
    /// Its cycle.
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
    /// What it was carried over from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub carried_from: Option<Id>,
}
