//! What can be done to a plan. One exhaustive enum: it is what `jalon apply`
//! reads, what a verb is called with, and (by its name) what history and undo
//! show.

mod form;
mod name;
mod object;
mod open_cycle;

use std::collections::BTreeMap;

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use ts_rs::TS;

use crate::id::Id;
use crate::link::Link;
use crate::registry::Kind;
use crate::status::Status;
use crate::text::Bilingual;

pub use name::ActionName;
pub use object::no_identifier;
pub use open_cycle::OpenCycle;

/// The heads that a form showed: for each journal field (`status`, `title.fr`) the
/// ids of the changes that were current. Passed in by whoever asks; never filled
/// in by the store, or a stale form could not be told from a fresh one.
pub type Bases = BTreeMap<String, Vec<String>>;

/// One action of a user, written as one transaction.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(tag = "action", rename_all = "snake_case", deny_unknown_fields)]
pub enum Action {
    /// Sets a milestone's completion, outlook, reason and evidence.
    SetMilestoneStatus {
        /// The milestone.
        milestone: Id,
        /// Its new status.
        status: Status,
        /// Heads of `status` that the form showed.
        #[serde(default)]
        bases: Bases,
        /// The reason or a label was reworded, and its translation still holds.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        #[ts(optional, as = "Option<bool>")]
        holds: bool,
    },
    /// Creates an entity.
    Create {
        /// Its kind.
        #[schemars(with = "String")]
        kind: Kind,
        /// Its id; a new one is made when it is absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        id: Option<Id>,
        /// Its fields, as plan JSON writes them.
        #[ts(type = "Record<string, unknown>")]
        fields: Map<String, Value>,
    },
    /// Changes fields of an entity.
    Edit {
        /// The entity.
        id: Id,
        /// The fields that change, as plan JSON writes them. One side of a
        /// bilingual text is written alone as `title.fr` or, inside another
        /// field, `status.reason.fr`, `links[0].label.fr`; `null` clears.
        #[ts(type = "Record<string, unknown>")]
        fields: Map<String, Value>,
        /// Heads of those fields that the form showed.
        #[serde(default)]
        bases: Bases,
        /// The source text changed, now or before, and its translation still holds.
        #[serde(default)]
        holds: bool,
    },
    /// Deletes an entity. Its history stays.
    Delete {
        /// The entity.
        id: Id,
        /// Heads of `$deleted` that the form showed.
        #[serde(default)]
        bases: Bases,
    },
    /// Approves the translation of one text as it stands.
    ApproveTranslation {
        /// The entity.
        id: Id,
        /// The bilingual field (`title`), or the way to a text inside another
        /// one (`status.reason`, `links[0].label`, `due.words`).
        field: String,
        /// Heads of both sides that the form showed; of the whole field for a
        /// text inside one.
        #[serde(default)]
        bases: Bases,
    },
    /// Chooses what a field with several heads shall hold.
    Resolve {
        /// The entity.
        id: Id,
        /// The journal field (`status`, `title.fr`).
        field: String,
        /// What it shall hold.
        #[ts(type = "unknown")]
        value: Value,
        /// All heads that were chosen between.
        bases: Bases,
    },
    /// Opens the reporting cycle of a council meeting: one that is there, or a new one.
    OpenCycle(OpenCycle),
    /// Closes a reporting cycle: nothing more is submitted to it.
    CloseCycle {
        /// The cycle.
        cycle: Id,
        /// Heads of `state` that the form showed.
        #[serde(default)]
        bases: Bases,
    },
    /// Opens a closed reporting cycle again.
    ReopenCycle {
        /// The cycle.
        cycle: Id,
        /// Heads of `state` that the form showed.
        #[serde(default)]
        bases: Bases,
    },
    /// Says where a jurisdiction stands in a cycle.
    SetSubmission {
        /// The cycle.
        cycle: Id,
        /// The jurisdiction.
        jurisdiction: Id,
        /// `outstanding`, `draft`, `submitted` or `nothing_to_report`.
        state: String,
        /// Heads of `state` that the form showed; none where nothing was recorded.
        #[serde(default)]
        bases: Bases,
    },
    /// A jurisdiction's word that an item which names it may be shown as it reads.
    ClearItem {
        /// The progress point, achievement or challenge.
        item: Id,
        /// The jurisdiction.
        jurisdiction: Id,
        /// Digest of what was shown. Nobody clears words that they have not seen, so
        /// another content than the present one is refused.
        content: String,
    },
    /// Takes such a word back.
    WithdrawClearance {
        /// The clearance.
        clearance: Id,
        /// Heads of `$deleted` that the form showed.
        #[serde(default)]
        bases: Bases,
    },
    /// Makes one challenge of several, which it keeps as its sources.
    MergeChallenges {
        /// The challenges, of one cycle.
        challenges: Vec<Id>,
        /// The new challenge's id; a new one is made when it is absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        id: Option<Id>,
        /// What it says.
        text: Bilingual,
        /// `named`, `anonymous` or `internal`. A named one names those whom its named
        /// sources name, and nobody else.
        attribution: String,
        /// Addresses that it points to; those of its sources when they are absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        links: Option<Vec<Link>>,
    },
    /// Issues anew, in the secretariat's own name, what others cannot see because its
    /// author would tell where a challenge came from.
    IssueChallenges,
    /// Carries what is unfinished in a cycle over into another.
    CarryOver {
        /// The cycle that it comes from.
        from: Id,
        /// The cycle that it goes to.
        to: Id,
        /// Only challenges that name nobody or keep their origins for the secretariat's
        /// eyes, which travel apart; without it, everything but those.
        #[serde(default)]
        confidential: bool,
    },
    /// Lets a jurisdiction lead a priority, the others staying in their order.
    AddLead {
        /// The priority.
        priority: Id,
        /// The jurisdiction.
        jurisdiction: Id,
        /// Its first day; from the start when it is absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        from: Option<NaiveDate>,
        /// Its place among the leads, from 1; the last when it is absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        place: Option<u32>,
        /// Heads of `leads` that the form showed.
        #[serde(default)]
        bases: Bases,
    },
    /// Ends a jurisdiction's lead of a priority; earlier reports keep it.
    EndLead {
        /// The priority.
        priority: Id,
        /// The jurisdiction.
        jurisdiction: Id,
        /// Its last day.
        to: NaiveDate,
        /// Heads of `leads` that the form showed.
        #[serde(default)]
        bases: Bases,
    },
    /// Closes a plan with the lessons learned for each priority. From then on nothing of
    /// it changes, until it is reopened.
    ClosePlan {
        /// The workplan.
        workplan: Id,
        /// The lessons of priorities that have none yet.
        #[serde(default)]
        lessons: BTreeMap<Id, Bilingual>,
        /// Heads of `state` that the form showed.
        #[serde(default)]
        bases: Bases,
    },
    /// Opens a closed plan again.
    ReopenPlan {
        /// The workplan.
        workplan: Id,
        /// Why.
        reason: String,
        /// Heads of `state` that the form showed.
        #[serde(default)]
        bases: Bases,
    },
    /// Begins the next plan with the priorities, leads, narrative and open milestones
    /// of another.
    ClonePlan {
        /// The workplan that it follows.
        workplan: Id,
        /// The new workplan's id; a new one is made when it is absent.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        id: Option<Id>,
        /// Its title.
        title: Bilingual,
        /// Its first day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        starts: Option<NaiveDate>,
        /// Its last day.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[ts(optional)]
        ends: Option<NaiveDate>,
    },
    /// Destroys what a field held, for good. Needs a reason.
    Redact {
        /// The entity.
        id: Id,
        /// The field, or one side of a bilingual text (`title`, `title.fr`).
        field: String,
        /// Which of its changes; all of them when none is named.
        #[serde(default)]
        changes: Vec<String>,
    },
    /// Approves what the council deck of a cycle shows, for one chair of the group.
    ApproveDeck {
        /// The cycle.
        cycle: Id,
        /// The jurisdiction whose chair it is.
        jurisdiction: Id,
        /// Hash of what was seen. Nobody approves what they have not seen, so another
        /// content than the present one is refused.
        content: String,
    },
    /// Takes such an approval back.
    WithdrawApproval {
        /// The cycle.
        cycle: Id,
        /// The jurisdiction whose chair it is.
        jurisdiction: Id,
    },
    /// Takes back one's own latest action on this device.
    Undo,
    /// Does again what was last taken back.
    Redo,
}
