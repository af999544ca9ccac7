//! What the councils are told: everything of a plan that the deck of one cycle can
//! show, in both languages and in the order of the deck. The co-chairs approve this
//! and nothing else, so that an approval stands exactly as long as the deck says the
//! same.
//!
//! Deliberately absent: what no deck shows (origins, internal challenges, submissions,
//! evidence, drafts of a translation as such), and what the program says by itself
//! (headings, the look). A deck's own test changes each field of a plan in turn and
//! proves that no slide changes while this stays the same.

mod changed;
mod collect;

use serde::Serialize;
use serde_json::Value;
use sha2::{Digest as _, Sha256};

use crate::id::Id;
use crate::lang::Lang;
use crate::plan::Plan;
use crate::registry::Kind;

pub use changed::WordChange;
pub(crate) use changed::rising;
pub(crate) use collect::shown_links as links;

/// The content of the deck of one cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Content {
    /// The cycle that is reported on.
    pub cycle: Id,
    /// What is shown, in the order of the deck.
    pub items: Vec<Item>,
}

/// One entity, as far as the deck shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Item {
    /// Its kind.
    pub kind: Kind,
    /// Its id.
    pub id: Id,
    /// What is said of it.
    pub said: Vec<Said>,
}

/// One thing that is said of an entity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Said {
    /// The field, as plan JSON names it.
    pub field: &'static str,
    /// The language whose deck says it; `None` for a fact that both say.
    pub lang: Option<Lang>,
    /// A text of that language, or a fact as plan JSON writes it: a code, a day, a
    /// number, a list of ids. Never an object.
    pub value: Value,
}

/// The content that the deck of a cycle shows; `None` when the plan has no such cycle,
/// or not its meeting or workplan. Leads are those of the day of the meeting.
pub fn content(plan: &Plan, cycle: &Id) -> Option<Content> {
    let cycle = plan.cycles.get(cycle)?;
    let meeting = plan.meetings.get(&cycle.meeting)?;
    let workplan = plan.workplans.get(&meeting.workplan)?;
    Some(Content { cycle: cycle.id.clone(), items: collect::collect(plan, workplan, meeting, cycle) })
}

impl Content {
    /// What is approved and tabled: 64 hexadecimal digits.
    ///
    /// It is the SHA-256 of these parts, each of them UTF-8 preceded by its length in
    /// bytes as eight bytes, most significant first: `jalon content 1`, the cycle's id;
    /// for each item `item`, the name of its kind, its id; and, after its item, for each
    /// thing said `said`, the field, the code of the language or nothing, and the value as
    /// JSON without spaces.
    pub fn hash(&self) -> String {
        let mut hasher = Sha256::new();
        let mut part = |text: &str| {
            hasher.update((text.len() as u64).to_be_bytes());
            hasher.update(text.as_bytes());
        };
        part("jalon content 1");
        part(self.cycle.as_str());
        for item in &self.items {
            part("item");
            part(item.kind.def().name);
            part(item.id.as_str());
            for said in &item.said {
                part("said");
                part(said.field);
                part(said.lang.map_or("", Lang::code));
                part(&said.value.to_string());
            }
        }
        hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// What is different in `other`, which came later: the words that changed, and what
    /// was added, taken out or moved; in the order of the deck. Empty if and only if the
    /// two have the same hash.
    pub fn words_changed(&self, other: &Content) -> Vec<WordChange> {
        changed::changed(self, other)
    }
}

#[cfg(test)]
mod tests;
