//! The places of entities among their siblings.

use crate::entity::{
    Achievement, Challenge, Event, Figure, Jurisdiction, Milestone, NextStep, Outcome, Point, Priority,
    Progress, Resolution, Slide, Workplan,
};
use crate::id::Id;

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
