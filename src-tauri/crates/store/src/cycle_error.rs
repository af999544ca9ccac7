//! Why something of a reporting cycle, or of a plan's year, is refused.

use chrono::NaiveDate;
use jalon_domain::{Failure, Id, Kind};

use crate::act_error::kind_key;
use crate::council::written;

/// Why something of a reporting cycle, or of a plan's year, is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CycleError {
    /// The id is of another kind of thing than the action is about.
    #[error("{0} is no {1:?}")]
    OtherKind(Id, Kind),
    /// A cycle needs a meeting that is there, or the plan, name and day of a new one.
    #[error("no meeting, and not what a new one needs")]
    NoMeeting,
    /// This date of the cycle (`date`: of its meeting) comes before one that it must follow.
    #[error("{0} comes too early")]
    OutOfOrder(&'static str),
    /// Both a meeting that is there and what a new one needs were given.
    #[error("a meeting, and a new one")]
    TwoMeetings,
    /// The meeting has a cycle already.
    #[error("meeting {0} has a cycle")]
    MeetingHasCycle(Id),
    /// A meeting of that name is on that day already, and has this cycle.
    #[error("a meeting on {0} has cycle {1}")]
    MeetingThere(NaiveDate, Id),
    /// This meeting of that name is on that day already, and has no cycle yet.
    #[error("meeting {1} is on {0}")]
    MeetingWithoutCycle(NaiveDate, Id),
    /// The meeting would come before its plan begins, on that day.
    #[error("before {0}, when the plan begins")]
    MeetingBeforePlan(NaiveDate),
    /// This plan of that name follows the other already.
    #[error("plan {0} follows it already")]
    PlanFollowed(Id),
    /// The cycle is closed.
    #[error("cycle {0} is closed")]
    CycleClosed(Id),
    /// The item does not name the jurisdiction, so that there is nothing to clear.
    #[error("{item} does not name {jurisdiction}")]
    NotNamed {
        /// The item.
        item: Id,
        /// The jurisdiction.
        jurisdiction: Id,
    },
    /// The item does not read as it was shown.
    #[error("{0} reads otherwise")]
    ContentChanged(Id),
    /// It takes two challenges to merge.
    #[error("fewer than two challenges")]
    TooFew,
    /// The challenges are not of one cycle; the first that is not.
    #[error("challenge {0} is of another cycle")]
    OtherCycle(Id),
    /// The challenge is merged into another one already.
    #[error("challenge {0} is merged")]
    Merged(Id),
    /// None of the challenges names anybody, so that the new one cannot be named.
    #[error("a named challenge of nobody")]
    NamesNobody,
    /// It is not known here where the challenge came from, so that nobody who may write only
    /// their own may write it.
    #[error("challenge {0} may be of others")]
    OriginsHidden(Id),
    /// Nothing was carried over but so many challenges are left that only the secretariat
    /// carries.
    #[error("{0} challenges are left to the secretariat")]
    LeftToCarry(usize),
    /// A reason was given for issuing, and would go to everybody.
    #[error("issued with a reason")]
    IssuedWithReason,
    /// Of these several versions stand side by side, and others do not see all of them.
    #[error("issued in conflict: {0:?}")]
    IssuedInConflict(Vec<Id>),
    /// What others lack is in closed plans, where nothing is issued; it is issued all at once.
    #[error("in closed plans: {items:?}")]
    IssuedInClosed {
        /// What they lack.
        items: Vec<Id>,
        /// The plans.
        plans: Vec<Id>,
    },
    /// A cycle cannot be carried over into itself.
    #[error("a cycle into itself")]
    SameCycle,
    /// The jurisdiction does not lead on that day.
    #[error("{0} does not lead")]
    NotLead(Id),
    /// The plan is closed.
    #[error("workplan {0} is closed")]
    PlanClosed(Id),
    /// The plan is not closed.
    #[error("workplan {0} is open")]
    PlanOpen(Id),
    /// The priorities of these numbers have no lessons learned.
    #[error("no lessons for {0:?}")]
    NoLessons(Vec<usize>),
    /// The priority is of another plan.
    #[error("priority {0} is of another plan")]
    OtherPlan(Id),
    /// The priority has lessons already; they are edited where they stand.
    #[error("priority {0} has lessons")]
    LessonsThere(Id),
    /// It was not said why the plan is reopened.
    #[error("no reason")]
    NoReason,
}

impl CycleError {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        let plain = |code: &str| Failure::new(format!("failure-cycle-{code}"));
        let about = |code: &str, id: &Id| plain(code).text("id", id.as_str());
        match self {
            CycleError::OtherKind(id, kind) => about("other-kind", id).message("kind", kind_key(*kind)),
            CycleError::NoMeeting => plain("no-meeting"),
            CycleError::OutOfOrder(field) => Failure::new("failure-value")
                .message("place", format!("field-{field}"))
                .message("what", "problem-order".to_owned()),
            CycleError::TwoMeetings => plain("two-meetings"),
            CycleError::MeetingHasCycle(id) => about("meeting-has-cycle", id),
            CycleError::MeetingThere(day, cycle) => about("meeting-there", cycle).pair("day", written(*day)),
            CycleError::MeetingWithoutCycle(day, meeting) => {
                about("meeting-without-cycle", meeting).pair("day", written(*day))
            }
            CycleError::MeetingBeforePlan(day) => plain("meeting-before-plan").pair("day", written(*day)),
            CycleError::PlanFollowed(id) => about("plan-followed", id),
            CycleError::CycleClosed(id) => about("closed", id),
            CycleError::NotNamed { item, jurisdiction } => {
                about("not-named", item).text("jurisdiction", jurisdiction.as_str())
            }
            CycleError::ContentChanged(id) => about("content-changed", id),
            CycleError::TooFew => plain("too-few"),
            CycleError::OtherCycle(id) => about("other-cycle", id),
            CycleError::Merged(id) => about("merged", id),
            CycleError::NamesNobody => plain("names-nobody"),
            CycleError::OriginsHidden(id) => about("origins-hidden", id),
            CycleError::LeftToCarry(count) => plain("left-to-carry").number("count", *count as i64),
            CycleError::IssuedWithReason => plain("issued-with-reason"),
            CycleError::IssuedInConflict(ids) => {
                let ids: Vec<&str> = ids.iter().map(Id::as_str).collect();
                plain("issued-in-conflict").text("ids", ids.join(", "))
            }
            CycleError::IssuedInClosed { items, plans } => {
                let list = |ids: &[Id]| ids.iter().map(Id::as_str).collect::<Vec<_>>().join(", ");
                plain("issued-in-closed").text("ids", list(items)).text("plans", list(plans))
            }
            CycleError::SameCycle => plain("same-cycle"),
            CycleError::NotLead(id) => about("not-lead", id),
            CycleError::PlanClosed(id) => about("plan-closed", id),
            CycleError::PlanOpen(id) => about("plan-open", id),
            CycleError::NoLessons(numbers) => {
                let numbers: Vec<String> = numbers.iter().map(usize::to_string).collect();
                plain("no-lessons").text("priorities", numbers.join(", "))
            }
            CycleError::OtherPlan(id) => about("other-plan", id),
            CycleError::LessonsThere(id) => about("lessons-there", id),
            CycleError::NoReason => plain("no-reason"),
        }
    }
}
