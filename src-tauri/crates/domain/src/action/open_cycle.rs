//! What opening a reporting cycle takes.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::id::Id;
use crate::text::Bilingual;

/// See [`super::Action::OpenCycle`].
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields)]
pub struct OpenCycle {
    /// The cycle's id; a new one is made when it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub id: Option<Id>,
    /// The meeting; a new one when it is absent, which needs the next three.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub meeting: Option<Id>,
    /// The plan that the new meeting is about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub workplan: Option<Id>,
    /// The new meeting's name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub name: Option<Bilingual>,
    /// The new meeting's day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub date: Option<NaiveDate>,
    /// Where the new meeting is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub place: Option<Bilingual>,
    /// When the cycle opens; eight weeks before the meeting when it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub opens: Option<NaiveDate>,
    /// When submissions are due; six weeks before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub submissions_due: Option<NaiveDate>,
    /// When approvals are due; two weeks before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[ts(optional)]
    pub approvals_due: Option<NaiveDate>,
}
