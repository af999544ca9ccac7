//! The whole plan as of one moment, in memory.

mod both;
mod facts;
mod order;
mod preparing;
pub(crate) mod reworded;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use ts_rs::TS;

use self::both::both;
use crate::entity::*;
use crate::id::Id;
use crate::lang::Lang;
use crate::registry::{FieldType, Kind};
use crate::text::{Bilingual, Translation};

pub use facts::OtherFact;
pub use order::{Ordered, in_order};
pub use reworded::Reworded;

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
    /// A term of the glossary.
    #[ts(as = "std::collections::HashMap<String, Term>")]
    pub terms: BTreeMap<Id, Term>,
    /// A jurisdiction's word that an item which names it may be shown.
    #[ts(as = "std::collections::HashMap<String, Clearance>")]
    pub clearances: BTreeMap<Id, Clearance>,
    /// A co-chair's approval of what a council deck shows.
    #[ts(as = "std::collections::HashMap<String, Approval>")]
    pub approvals: BTreeMap<Id, Approval>,
    /// A deck as it was tabled.
    #[ts(as = "std::collections::HashMap<String, TabledDeck>")]
    pub tabled_decks: BTreeMap<Id, TabledDeck>,
    /// That a workplan was closed.
    #[ts(as = "std::collections::HashMap<String, Closing>")]
    pub closings: BTreeMap<Id, Closing>,
    /// That the secretariat issued anew what others could not see.
    #[ts(as = "std::collections::HashMap<String, Issuance>")]
    pub issuances: BTreeMap<Id, Issuance>,
}

/// Everything that is said of each kind in turn, written once.
macro_rules! kinds {
    ($($kind:ident in $list:ident),* $(,)?) => {
        /// One entity of any kind.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
        #[serde(tag = "kind", rename_all = "snake_case")]
        pub enum Entity {
            $(
                #[doc = concat!("See [`", stringify!($kind), "`](crate::", stringify!($kind), ").")]
                $kind($kind),
            )*
        }

        impl Entity {
            /// Its identifier.
            pub fn id(&self) -> &Id {
                match self {
                    $(Entity::$kind(it) => &it.id,)*
                }
            }

            /// Reads an entity of `kind` from its JSON object, `id` included.
            ///
            /// # Errors
            /// When the object is not one of that kind.
            pub fn from_value(kind: Kind, value: serde_json::Value) -> serde_json::Result<Entity> {
                Entity::read(kind, value)
            }

            /// Reads an entity of `kind` from whatever gives the fields of its JSON object.
            ///
            /// # Errors
            /// When they are not those of that kind.
            pub fn read<'de, D: serde::Deserializer<'de>>(kind: Kind, from: D) -> Result<Entity, D::Error> {
                Ok(match kind {
                    $(Kind::$kind => Entity::$kind(Deserialize::deserialize(from)?),)*
                })
            }
        }

        impl Plan {
            /// Puts an entity in, in place of the one with its id.
            pub fn put(&mut self, entity: Entity) {
                match entity {
                    $(Entity::$kind(it) => drop(self.$list.insert(it.id.clone(), it)),)*
                }
            }

            /// Takes an entity out; whether it was there.
            pub fn remove(&mut self, kind: Kind, id: &Id) -> bool {
                match kind {
                    $(Kind::$kind => self.$list.remove(id).is_some(),)*
                }
            }

            /// Whether there is an entity of that kind and id.
            pub fn contains(&self, kind: Kind, id: &Id) -> bool {
                match kind {
                    $(Kind::$kind => self.$list.contains_key(id),)*
                }
            }

            /// An entity as plan JSON writes it.
            pub fn object(&self, kind: Kind, id: &Id) -> Option<Value> {
                match kind {
                    $(Kind::$kind => self.$list.get(id).and_then(|it| serde_json::to_value(it).ok()),)*
                }
            }

            /// The entities of some kinds that are in both plans and not the same, as plan
            /// JSON writes them here and in `other`; in the order of plan JSON.
            pub fn differing(&self, other: &Plan, of: impl Fn(Kind) -> bool) -> Vec<(Kind, Id, Value, Value)> {
                let mut found = Vec::new();
                $(if of(Kind::$kind) {
                    let differ = both(&self.$list, &other.$list).filter(|(_, ours, theirs)| ours != theirs);
                    for (id, ours, theirs) in differ {
                        let [ours, theirs] =
                            [ours, theirs].map(|it| serde_json::to_value(it).unwrap_or_default());
                        found.push((Kind::$kind, id.clone(), ours, theirs));
                    }
                })*
                found
            }
        }
    };
}

kinds! {
    Jurisdiction in jurisdictions,
    Person in people,
    Workplan in workplans,
    Priority in priorities,
    Milestone in milestones,
    Meeting in meetings,
    Cycle in cycles,
    Submission in submissions,
    Progress in progress,
    Achievement in achievements,
    Challenge in challenges,
    Event in events,
    Figure in figures,
    Outcome in outcomes,
    Resolution in resolutions,
    Slide in slides,
    Point in points,
    NextStep in next_steps,
    Term in terms,
    Clearance in clearances,
    Approval in approvals,
    TabledDeck in tabled_decks,
    Closing in closings,
    Issuance in issuances,
}

impl Plan {
    /// What an entity is called: the first of its texts; a cycle is called by its meeting.
    pub fn title(&self, kind: Kind, id: &Id) -> Option<Bilingual> {
        if let Some(cycle) = self.cycles.get(id).filter(|_| kind == Kind::Cycle) {
            return self.title(Kind::Meeting, &cycle.meeting);
        }
        let object = self.object(kind, id)?;
        let text = kind.def().fields.iter().find(|field| {
            matches!(field.ty, FieldType::Bilingual | FieldType::Text) && !object[field.name].is_null()
        })?;
        match &object[text.name] {
            Value::String(name) => {
                Some(Bilingual { state: Translation::Same, ..Bilingual::from_source(Lang::En, name) })
            }
            pair => serde_json::from_value(pair.clone()).ok(),
        }
    }

    /// The current workplan: the open one that comes first, else the last one. The next
    /// year's plan is made while this year's still reports, and takes over when that is
    /// closed.
    pub fn current_workplan(&self) -> Option<&Workplan> {
        let sorted = in_order(self.workplans.values());
        sorted.iter().find(|plan| plan.state == "open").or(sorted.last()).copied()
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
