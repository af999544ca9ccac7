//! What every kind of entity consists of, declared once. The journal's checks,
//! the projection's tables, plan JSON and the search index all read this.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub mod check;
mod define;
mod fault;
mod kinds;
mod records;

pub use check::{Expected, FieldFault};
pub use kinds::KINDS;

/// A kind of entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A government or municipal group of the working group.
    Jurisdiction,
    /// Somebody, with roles.
    Person,
    /// A plan with its dates and languages.
    Workplan,
    /// One of the plan's priorities.
    Priority,
    /// A milestone of a priority.
    Milestone,
    /// A council meeting.
    Meeting,
    /// The reporting cycle of a meeting.
    Cycle,
    /// What a jurisdiction submitted in a cycle.
    Submission,
    /// A progress point of a priority.
    Progress,
    /// An achievement of a jurisdiction.
    Achievement,
    /// A challenge.
    Challenge,
    /// An event that is reported.
    Event,
    /// A headline figure of an event.
    Figure,
    /// A group of results of an event, one column in the deck.
    Outcome,
    /// A resolution among the results.
    Resolution,
    /// A narrative slide.
    Slide,
    /// A bullet of an event, outcome or narrative slide.
    Point,
    /// A next step, possibly under another.
    NextStep,
    /// A term of the glossary.
    Term,
    /// A jurisdiction's word that an item which names it may be shown.
    Clearance,
    /// A co-chair's approval of what a council deck shows.
    Approval,
    /// A deck as it was tabled.
    TabledDeck,
    /// That a workplan was closed, and what stood then.
    Closing,
    /// That the secretariat issued anew what others could not see, and what stood then.
    Issuance,
}

/// Who may see a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Audience {
    /// Everybody.
    All,
    /// The secretariat, and whoever it comes from.
    Secretariat,
}

/// What a field holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FieldType {
    /// A text without a translation (a person's name).
    Text,
    /// English and French, kept as the fields `x.en`, `x.fr` and `x.translation`.
    Bilingual,
    /// One of these codes.
    OneOf(&'static [&'static str]),
    /// A whole number from 0.
    Count,
    /// Yes or no.
    Flag,
    /// A day, `2019-09-25`.
    Day,
    /// A date of any precision: [`crate::PlanDate`].
    Date,
    /// An order key among siblings: a fractional key, ties by id.
    Position,
    /// The id of an entity of one of these kinds.
    Ref(&'static [Kind]),
    /// A list of ids of entities of this kind.
    Refs(Kind),
    /// [`crate::Status`].
    Status,
    /// A list of [`crate::Lead`].
    Leads,
    /// A list of [`crate::Link`].
    Links,
    /// A list of [`crate::RoleHeld`].
    Roles,
    /// A non-empty list of [`crate::Lang`].
    Langs,
    /// A list of texts without translations.
    Texts,
    /// A moment of the journal: [`crate::Vector`].
    Vector,
    /// A non-empty list of [`crate::KeptFile`].
    Files,
}

/// One field of a kind.
#[derive(Debug, Clone, Copy)]
pub struct FieldDef {
    /// Its name in JSON, in the journal and in SQL.
    pub name: &'static str,
    /// What it holds.
    pub ty: FieldType,
    /// Whether an entity without it is refused.
    pub required: bool,
    /// Who may see it.
    pub audience: Audience,
}

/// One kind of entity.
#[derive(Debug, Clone, Copy)]
pub struct KindDef {
    /// The kind.
    pub kind: Kind,
    /// Its name in the journal and its table's name in SQL.
    pub name: &'static str,
    /// The name of its list in plan JSON.
    pub plural: &'static str,
    /// The field that names the entity it belongs to.
    pub parent: Option<&'static str>,
    /// Its fields, in the order of plan JSON.
    pub fields: &'static [FieldDef],
    /// Whether it records what somebody attested (an approval, a tabled deck). Such a
    /// thing comes about by its own verb only, and stands in no plan file: what a file
    /// says was approved was approved by nobody here.
    pub record: bool,
}

impl Kind {
    /// Its declaration.
    pub fn def(self) -> &'static KindDef {
        &KINDS[self as usize]
    }

    /// The kind of that name, if there is one.
    pub fn named(name: &str) -> Option<Kind> {
        KINDS.iter().find(|def| def.name == name).map(|def| def.kind)
    }
}

impl KindDef {
    /// A field by its name in JSON (`title`, not `title.fr`).
    pub fn field(&self, name: &str) -> Option<&'static FieldDef> {
        self.fields.iter().find(|field| field.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_stands_at_its_own_place_with_a_parent_that_is_a_field() {
        for (n, def) in KINDS.iter().enumerate() {
            assert_eq!(def.kind as usize, n);
            assert_eq!(Kind::named(def.name), Some(def.kind));
            if let Some(parent) = def.parent {
                assert!(
                    matches!(def.field(parent).map(|field| field.ty), Some(FieldType::Ref(_))),
                    "{}",
                    def.name
                );
            }
            let mut names: Vec<_> = def.fields.iter().map(|field| field.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), def.fields.len(), "{}: a field twice", def.name);
        }
    }
}
