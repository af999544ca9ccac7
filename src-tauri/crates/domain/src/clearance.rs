//! What a jurisdiction must clear before it is shown under its name, and what it has
//! cleared. A clearance names the content that was shown; other content voids it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::digest;
use crate::entity::{Achievement, Challenge, Progress};
use crate::id::Id;
use crate::lineage;
use crate::link::Link;
use crate::plan::{Entity, Plan, in_order};
use crate::registry::Kind;
use crate::text::Bilingual;

/// Something that may name a jurisdiction in a deck.
#[derive(Debug, Clone, Copy)]
pub enum Item<'p> {
    /// A progress point.
    Progress(&'p Progress),
    /// An achievement.
    Achievement(&'p Achievement),
    /// A challenge.
    Challenge(&'p Challenge),
}

impl<'p> Item<'p> {
    /// The item of that id.
    pub fn find(plan: &'p Plan, id: &Id) -> Option<Item<'p>> {
        let progress = plan.progress.get(id).map(Item::Progress);
        let achievement = || plan.achievements.get(id).map(Item::Achievement);
        let challenge = || plan.challenges.get(id).map(Item::Challenge);
        progress.or_else(achievement).or_else(challenge)
    }

    /// The entity as an item, if it is one.
    pub fn of(entity: &'p Entity) -> Option<Item<'p>> {
        match entity {
            Entity::Progress(it) => Some(Item::Progress(it)),
            Entity::Achievement(it) => Some(Item::Achievement(it)),
            Entity::Challenge(it) => Some(Item::Challenge(it)),
            _ => None,
        }
    }

    /// Its kind.
    pub fn kind(self) -> Kind {
        match self {
            Item::Progress(_) => Kind::Progress,
            Item::Achievement(_) => Kind::Achievement,
            Item::Challenge(_) => Kind::Challenge,
        }
    }

    /// Its id.
    pub fn id(self) -> &'p Id {
        match self {
            Item::Progress(it) => &it.id,
            Item::Achievement(it) => &it.id,
            Item::Challenge(it) => &it.id,
        }
    }

    /// What it says.
    pub fn text(self) -> &'p Bilingual {
        match self {
            Item::Progress(it) => &it.text,
            Item::Achievement(it) => &it.text,
            Item::Challenge(it) => &it.text,
        }
    }

    /// The addresses that it points to.
    pub fn links(self) -> &'p [Link] {
        match self {
            Item::Progress(_) => &[],
            Item::Achievement(it) => &it.links,
            Item::Challenge(it) => &it.links,
        }
    }

    /// The jurisdictions under whose names it is shown. A challenge names some only when
    /// it is marked so; where an anonymous one came from is no part of what is shown.
    pub fn named(self) -> Vec<&'p Id> {
        match self {
            Item::Progress(it) => it.jurisdiction.iter().collect(),
            Item::Achievement(it) => vec![&it.jurisdiction],
            Item::Challenge(it) if it.attribution == "named" => it.jurisdictions.iter().collect(),
            Item::Challenge(_) => Vec::new(),
        }
    }

    /// Digest of what a deck shows of it in either language: words, addresses, whom it
    /// names, and whether it is said to be in progress. Where its translation stands is
    /// not shown, and approving one voids nothing.
    pub fn content(self) -> String {
        let mut parts: Vec<&str> = vec![self.kind().def().name, &self.text().en, &self.text().fr];
        for link in self.links() {
            let label = link.label.as_ref().map(|label| [label.en.as_str(), label.fr.as_str()]);
            parts.extend(label.unwrap_or_default());
            parts.extend([&link.en, &link.fr].map(|address| address.as_deref().unwrap_or_default()));
        }
        parts.push(match self {
            Item::Progress(it) => it.priority.as_str(),
            Item::Achievement(it) if it.ongoing => "ongoing",
            Item::Achievement(_) => "",
            Item::Challenge(it) => &it.attribution,
        });
        parts.extend(self.named().into_iter().map(Id::as_str));
        digest::short(&parts)
    }
}

/// Digest of what a deck shows of an item; `None` when there is no such item.
pub fn content(plan: &Plan, item: &Id) -> Option<String> {
    Item::find(plan, item).map(Item::content)
}

/// The identifier of a jurisdiction's word on an item as it read: the same in every
/// store, so that two who record the same word record one thing.
pub fn id_of(item: &Id, jurisdiction: &Id, content: &str) -> Id {
    match Id::parse(content) {
        Some(content) => Id::derived("clearance", &[item, jurisdiction, &content]),
        None => Id::derived("clearance", &[item, jurisdiction]),
    }
}

/// Whether an id is of the form of a clearance's.
pub fn could_be(id: &Id) -> bool {
    let digits = id.as_str().strip_prefix("clearance-");
    digits.is_some_and(|digits| {
        digits.len() == 16 && digits.bytes().all(|it| matches!(it, b'0'..=b'9' | b'a'..=b'f'))
    })
}

/// Whether a jurisdiction has cleared an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Clearing {
    /// It has, as the item reads now.
    Cleared,
    /// It has, but the item reads otherwise since.
    Outdated,
    /// It has not.
    Missing,
}

impl Clearing {
    /// All, from the best to the worst.
    pub const ALL: [Clearing; 3] = [Clearing::Cleared, Clearing::Outdated, Clearing::Missing];

    /// The code of its words.
    pub fn code(self) -> &'static str {
        match self {
            Clearing::Cleared => "cleared",
            Clearing::Outdated => "outdated",
            Clearing::Missing => "missing",
        }
    }
}

/// One jurisdiction's word on one item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ToClear {
    /// Kind of the item.
    pub kind: Kind,
    /// The item.
    pub item: Id,
    /// The jurisdiction that it names.
    pub jurisdiction: Id,
    /// What it says.
    pub text: Bilingual,
    /// Digest of what is shown of it now; whoever clears it names this.
    pub content: String,
    /// Whether it is cleared.
    pub state: Clearing,
    /// The clearance, of this content or of an earlier one.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub clearance: Option<Id>,
}

/// Every item of a cycle that names a jurisdiction, with each one that it names and
/// whether that one has cleared it: progress, achievements, then challenges. Challenges
/// that were merged into another one are not shown, and need no clearance.
pub fn clearances(plan: &Plan, cycle: &Id) -> Vec<ToClear> {
    let merged = lineage::merged(plan);
    let progress = in_order(plan.progress.values().filter(|it| &it.cycle == cycle));
    let achievements = in_order(plan.achievements.values().filter(|it| &it.cycle == cycle));
    let challenges = plan.challenges.values().filter(|it| &it.cycle == cycle && !merged.contains(&it.id));
    let items = progress.into_iter().map(Item::Progress);
    let items = items.chain(achievements.into_iter().map(Item::Achievement));
    let items = items.chain(in_order(challenges).into_iter().map(Item::Challenge));
    items.flat_map(|item| item.named().into_iter().map(move |of| to_clear(plan, item, of))).collect()
}

/// One jurisdiction's word on one item, as it stands.
pub fn to_clear(plan: &Plan, item: Item<'_>, jurisdiction: &Id) -> ToClear {
    let content = item.content();
    let of_it =
        plan.clearances.values().filter(|it| &it.item == item.id() && &it.jurisdiction == jurisdiction);
    let (mut state, mut clearance) = (Clearing::Missing, None);
    for given in of_it {
        if given.content == content {
            (state, clearance) = (Clearing::Cleared, Some(given.id.clone()));
            break;
        }
        (state, clearance) = (Clearing::Outdated, Some(given.id.clone()));
    }
    ToClear {
        kind: item.kind(),
        item: item.id().clone(),
        jurisdiction: jurisdiction.clone(),
        text: item.text().clone(),
        content,
        state,
        clearance,
    }
}

#[cfg(test)]
mod tests;
