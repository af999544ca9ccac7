//! The whole plan as of one moment, in memory.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::entity::*;
use crate::id::Id;
use crate::registry::Kind;

/// Every entity that is not deleted, by kind and id: what the board shows, what a
/// deck is composed from. Serialised, each kind is an object from id to entity.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(deny_unknown_fields, default)]
pub struct Plan {
    /// A government or municipal group; its id is its code (`CA-ON`), its order the protocol order.
    #[ts(as = "std::collections::HashMap<String, Jurisdiction>")]
    pub jurisdictions: BTreeMap<Id, Jurisdiction>,
    /// Somebody of the working group, with the roles held.
    #[ts(as = "std::collections::HashMap<String, Person>")]
    pub people: BTreeMap<Id, Person>,
    /// A plan: its own dates (not a fiscal year), its languages, its group.
    #[ts(as = "std::collections::HashMap<String, Workplan>")]
    pub workplans: BTreeMap<Id, Workplan>,
    /// A priority of a workplan; its number is its place among its siblings.
    #[ts(as = "std::collections::HashMap<String, Priority>")]
    pub priorities: BTreeMap<Id, Priority>,
    /// A milestone of a priority.
    #[ts(as = "std::collections::HashMap<String, Milestone>")]
    pub milestones: BTreeMap<Id, Milestone>,
    /// A council meeting.
    #[ts(as = "std::collections::HashMap<String, Meeting>")]
    pub meetings: BTreeMap<Id, Meeting>,
    /// The reporting cycle of a council meeting.
    #[ts(as = "std::collections::HashMap<String, Cycle>")]
    pub cycles: BTreeMap<Id, Cycle>,
    /// What a jurisdiction submitted in a cycle.
    #[ts(as = "std::collections::HashMap<String, Submission>")]
    pub submissions: BTreeMap<Id, Submission>,
    /// A progress point of a priority, in a cycle.
    #[ts(as = "std::collections::HashMap<String, Progress>")]
    pub progress: BTreeMap<Id, Progress>,
    /// An achievement of a jurisdiction, in a cycle.
    #[ts(as = "std::collections::HashMap<String, Achievement>")]
    pub achievements: BTreeMap<Id, Achievement>,
    /// A challenge; `jurisdictions` are named in the deck, `origins` are for the secretariat alone.
    #[ts(as = "std::collections::HashMap<String, Challenge>")]
    pub challenges: BTreeMap<Id, Challenge>,
    /// An event reported in a cycle.
    #[ts(as = "std::collections::HashMap<String, Event>")]
    pub events: BTreeMap<Id, Event>,
    /// A headline figure of an event.
    #[ts(as = "std::collections::HashMap<String, Figure>")]
    pub figures: BTreeMap<Id, Figure>,
    /// A group of results of an event: one column of its results slide.
    #[ts(as = "std::collections::HashMap<String, Outcome>")]
    pub outcomes: BTreeMap<Id, Outcome>,
    /// A resolution adopted, listed under a group of results.
    #[ts(as = "std::collections::HashMap<String, Resolution>")]
    pub resolutions: BTreeMap<Id, Resolution>,
    /// A narrative slide.
    #[ts(as = "std::collections::HashMap<String, Slide>")]
    pub slides: BTreeMap<Id, Slide>,
    /// A bullet of an event, of a group of results or of a narrative slide.
    #[ts(as = "std::collections::HashMap<String, Point>")]
    pub points: BTreeMap<Id, Point>,
    /// A next step; under another when it has a parent.
    #[ts(as = "std::collections::HashMap<String, NextStep>")]
    pub next_steps: BTreeMap<Id, NextStep>,
}

/// One entity of any kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Entity {
    /// Jurisdiction.
    Jurisdiction(Jurisdiction),
    /// Person.
    Person(Person),
    /// Workplan.
    Workplan(Workplan),
    /// Priority.
    Priority(Priority),
    /// Milestone.
    Milestone(Milestone),
    /// Meeting.
    Meeting(Meeting),
    /// Cycle.
    Cycle(Cycle),
    /// Submission.
    Submission(Submission),
    /// Progress.
    Progress(Progress),
    /// Achievement.
    Achievement(Achievement),
    /// Challenge.
    Challenge(Challenge),
    /// Event.
    Event(Event),
    /// Figure.
    Figure(Figure),
    /// Outcome.
    Outcome(Outcome),
    /// Resolution.
    Resolution(Resolution),
    /// Slide.
    Slide(Slide),
    /// Point.
    Point(Point),
    /// NextStep.
    NextStep(NextStep),
}

impl Entity {
    /// Reads an entity of `kind` from its JSON object, `id` included.
    ///
    /// # Errors
    /// When the object is not one of that kind.
    pub fn from_value(kind: Kind, value: serde_json::Value) -> serde_json::Result<Entity> {
        Ok(match kind {
            Kind::Jurisdiction => Entity::Jurisdiction(serde_json::from_value(value)?),
            Kind::Person => Entity::Person(serde_json::from_value(value)?),
            Kind::Workplan => Entity::Workplan(serde_json::from_value(value)?),
            Kind::Priority => Entity::Priority(serde_json::from_value(value)?),
            Kind::Milestone => Entity::Milestone(serde_json::from_value(value)?),
            Kind::Meeting => Entity::Meeting(serde_json::from_value(value)?),
            Kind::Cycle => Entity::Cycle(serde_json::from_value(value)?),
            Kind::Submission => Entity::Submission(serde_json::from_value(value)?),
            Kind::Progress => Entity::Progress(serde_json::from_value(value)?),
            Kind::Achievement => Entity::Achievement(serde_json::from_value(value)?),
            Kind::Challenge => Entity::Challenge(serde_json::from_value(value)?),
            Kind::Event => Entity::Event(serde_json::from_value(value)?),
            Kind::Figure => Entity::Figure(serde_json::from_value(value)?),
            Kind::Outcome => Entity::Outcome(serde_json::from_value(value)?),
            Kind::Resolution => Entity::Resolution(serde_json::from_value(value)?),
            Kind::Slide => Entity::Slide(serde_json::from_value(value)?),
            Kind::Point => Entity::Point(serde_json::from_value(value)?),
            Kind::NextStep => Entity::NextStep(serde_json::from_value(value)?),
        })
    }
}

impl Plan {
    /// Puts an entity in, in place of the one with its id.
    pub fn put(&mut self, entity: Entity) {
        match entity {
            Entity::Jurisdiction(it) => drop(self.jurisdictions.insert(it.id.clone(), it)),
            Entity::Person(it) => drop(self.people.insert(it.id.clone(), it)),
            Entity::Workplan(it) => drop(self.workplans.insert(it.id.clone(), it)),
            Entity::Priority(it) => drop(self.priorities.insert(it.id.clone(), it)),
            Entity::Milestone(it) => drop(self.milestones.insert(it.id.clone(), it)),
            Entity::Meeting(it) => drop(self.meetings.insert(it.id.clone(), it)),
            Entity::Cycle(it) => drop(self.cycles.insert(it.id.clone(), it)),
            Entity::Submission(it) => drop(self.submissions.insert(it.id.clone(), it)),
            Entity::Progress(it) => drop(self.progress.insert(it.id.clone(), it)),
            Entity::Achievement(it) => drop(self.achievements.insert(it.id.clone(), it)),
            Entity::Challenge(it) => drop(self.challenges.insert(it.id.clone(), it)),
            Entity::Event(it) => drop(self.events.insert(it.id.clone(), it)),
            Entity::Figure(it) => drop(self.figures.insert(it.id.clone(), it)),
            Entity::Outcome(it) => drop(self.outcomes.insert(it.id.clone(), it)),
            Entity::Resolution(it) => drop(self.resolutions.insert(it.id.clone(), it)),
            Entity::Slide(it) => drop(self.slides.insert(it.id.clone(), it)),
            Entity::Point(it) => drop(self.points.insert(it.id.clone(), it)),
            Entity::NextStep(it) => drop(self.next_steps.insert(it.id.clone(), it)),
        }
    }

    /// Takes an entity out; whether it was there.
    pub fn remove(&mut self, kind: Kind, id: &Id) -> bool {
        match kind {
            Kind::Jurisdiction => self.jurisdictions.remove(id).is_some(),
            Kind::Person => self.people.remove(id).is_some(),
            Kind::Workplan => self.workplans.remove(id).is_some(),
            Kind::Priority => self.priorities.remove(id).is_some(),
            Kind::Milestone => self.milestones.remove(id).is_some(),
            Kind::Meeting => self.meetings.remove(id).is_some(),
            Kind::Cycle => self.cycles.remove(id).is_some(),
            Kind::Submission => self.submissions.remove(id).is_some(),
            Kind::Progress => self.progress.remove(id).is_some(),
            Kind::Achievement => self.achievements.remove(id).is_some(),
            Kind::Challenge => self.challenges.remove(id).is_some(),
            Kind::Event => self.events.remove(id).is_some(),
            Kind::Figure => self.figures.remove(id).is_some(),
            Kind::Outcome => self.outcomes.remove(id).is_some(),
            Kind::Resolution => self.resolutions.remove(id).is_some(),
            Kind::Slide => self.slides.remove(id).is_some(),
            Kind::Point => self.points.remove(id).is_some(),
            Kind::NextStep => self.next_steps.remove(id).is_some(),
        }
    }

    /// Whether there is an entity of that kind and id.
    pub fn contains(&self, kind: Kind, id: &Id) -> bool {
        match kind {
            Kind::Jurisdiction => self.jurisdictions.contains_key(id),
            Kind::Person => self.people.contains_key(id),
            Kind::Workplan => self.workplans.contains_key(id),
            Kind::Priority => self.priorities.contains_key(id),
            Kind::Milestone => self.milestones.contains_key(id),
            Kind::Meeting => self.meetings.contains_key(id),
            Kind::Cycle => self.cycles.contains_key(id),
            Kind::Submission => self.submissions.contains_key(id),
            Kind::Progress => self.progress.contains_key(id),
            Kind::Achievement => self.achievements.contains_key(id),
            Kind::Challenge => self.challenges.contains_key(id),
            Kind::Event => self.events.contains_key(id),
            Kind::Figure => self.figures.contains_key(id),
            Kind::Outcome => self.outcomes.contains_key(id),
            Kind::Resolution => self.resolutions.contains_key(id),
            Kind::Slide => self.slides.contains_key(id),
            Kind::Point => self.points.contains_key(id),
            Kind::NextStep => self.next_steps.contains_key(id),
        }
    }
}

/// An entity that has a place among its siblings.
pub trait Ordered {
    /// Order key; ties are broken by id.
    fn order(&self) -> (&str, &Id);
}

macro_rules! ordered {
    ($($kind:ty),* $(,)?) => {
        $(impl Ordered for $kind {
            fn order(&self) -> (&str, &Id) {
                (&self.position, &self.id)
            }
        })*
    };
}

ordered!(
    Jurisdiction,
    Workplan,
    Priority,
    Milestone,
    Progress,
    Achievement,
    Challenge,
    Event,
    Figure,
    Outcome,
    Resolution,
    Slide,
    Point,
    NextStep,
);

/// Sorts by order key.
pub fn in_order<'a, T: Ordered + 'a>(items: impl Iterator<Item = &'a T>) -> Vec<&'a T> {
    let mut sorted: Vec<&T> = items.collect();
    sorted.sort_by(|a, b| a.order().cmp(&b.order()));
    sorted
}

impl Plan {
    /// The current workplan: the open one that comes last, else the last one.
    pub fn current_workplan(&self) -> Option<&Workplan> {
        let sorted = in_order(self.workplans.values());
        sorted.iter().rev().find(|plan| plan.state == "open").or(sorted.last()).copied()
    }

    /// The meeting and cycle that are being prepared for a workplan: the open
    /// cycle whose meeting is the earliest, else the cycle of the latest meeting.
    pub fn current_cycle(&self, workplan: &Id) -> Option<(&Meeting, &Cycle)> {
        let mut cycles: Vec<(&Meeting, &Cycle)> = self
            .cycles
            .values()
            .filter_map(|cycle| Some((self.meetings.get(&cycle.meeting)?, cycle)))
            .filter(|(meeting, _)| &meeting.workplan == workplan)
            .collect();
        cycles.sort_by_key(|(meeting, cycle)| (meeting.date, &cycle.id));
        cycles.iter().find(|(_, cycle)| cycle.state == "open").or(cycles.last()).copied()
    }

    /// Priorities of a workplan, in order.
    pub fn priorities_of(&self, workplan: &Id) -> Vec<&Priority> {
        in_order(self.priorities.values().filter(|it| &it.workplan == workplan))
    }

    /// Milestones of a priority, in order.
    pub fn milestones_of(&self, priority: &Id) -> Vec<&Milestone> {
        in_order(self.milestones.values().filter(|it| &it.priority == priority))
    }

    /// Points under an event, a group of results or a narrative slide, in order.
    pub fn points_of(&self, owner: &Id) -> Vec<&Point> {
        in_order(self.points.values().filter(|it| &it.owner == owner))
    }
}
