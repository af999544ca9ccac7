//! The format of plan JSON: its name, version and limits, and the shape of a file.

use jalon_domain::{
    Achievement, Challenge, Cycle, Event, Figure, Jurisdiction, Meeting, Milestone, NextStep, Outcome,
    Person, Point, Priority, Progress, Resolution, Slide, Submission, Term, Workplan,
};
use schemars::JsonSchema;

/// What a plan file says that it is.
pub const FORMAT: &str = "jalon-plan";

/// The version that is written, and the newest that is read.
pub const VERSION: u64 = 1;

/// The largest file that is read, in bytes. The real plan takes 50 kB.
pub const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The deepest nesting that is read. A link's label in a status lies 7 deep.
pub const MAX_DEPTH: usize = 32;

/// The most values (texts, numbers, lists, objects) that are read from one file,
/// so that a small file of many empty lists cannot fill the memory.
pub const MAX_VALUES: usize = 2_000_000;

/// The most faults that are listed for one file.
pub const MAX_FAULTS: usize = 100;

/// A plan file. Lists may be absent; entities refer to each other by id, and to
/// those that the store already holds.
#[derive(Debug, JsonSchema)]
#[schemars(title = "Jalon plan", deny_unknown_fields)]
pub struct PlanFile {
    /// Always `jalon-plan`.
    pub format: String,
    /// The version of the format.
    pub version: u64,
    /// Governments and municipal groups, in protocol order.
    #[schemars(default)]
    pub jurisdictions: Vec<Jurisdiction>,
    /// Who belongs to the working group.
    #[schemars(default)]
    pub people: Vec<Person>,
    /// Workplans.
    #[schemars(default)]
    pub workplans: Vec<Workplan>,
    /// Priorities of the workplans.
    #[schemars(default)]
    pub priorities: Vec<Priority>,
    /// Milestones of the priorities.
    #[schemars(default)]
    pub milestones: Vec<Milestone>,
    /// Council meetings.
    #[schemars(default)]
    pub meetings: Vec<Meeting>,
    /// Reporting cycles of the meetings.
    #[schemars(default)]
    pub cycles: Vec<Cycle>,
    /// What jurisdictions submitted in the cycles.
    #[schemars(default)]
    pub submissions: Vec<Submission>,
    /// Progress points of the priorities.
    #[schemars(default)]
    pub progress: Vec<Progress>,
    /// Achievements of the jurisdictions.
    #[schemars(default)]
    pub achievements: Vec<Achievement>,
    /// Challenges.
    #[schemars(default)]
    pub challenges: Vec<Challenge>,
    /// Events.
    #[schemars(default)]
    pub events: Vec<Event>,
    /// Headline figures of the events.
    #[schemars(default)]
    pub figures: Vec<Figure>,
    /// Groups of results of the events.
    #[schemars(default)]
    pub outcomes: Vec<Outcome>,
    /// Resolutions among the results.
    #[schemars(default)]
    pub resolutions: Vec<Resolution>,
    /// Narrative slides.
    #[schemars(default)]
    pub slides: Vec<Slide>,
    /// Bullets of events, results and narrative slides.
    #[schemars(default)]
    pub points: Vec<Point>,
    /// Next steps.
    #[schemars(default)]
    pub next_steps: Vec<NextStep>,
    /// The glossary.
    #[schemars(default)]
    pub terms: Vec<Term>,
}
