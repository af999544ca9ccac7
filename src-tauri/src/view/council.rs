//! Approvals and tabled decks, with everything that changed in words of both languages.

use chrono::{DateTime, Local};
use jalon_domain::approvals::{Chair, Standing};
use jalon_domain::{Failure, Id, Plan};
use jalon_store::{Approvals, FileDifference, TabledVersion, Unissued};
use jalon_words::key;
use serde::Serialize;
use ts_rs::TS;

use super::{Pair, Patch};

/// What a deck shows, and which chairs have approved it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct DeckApprovals {
    /// The cycle that it reports on.
    pub cycle: Id,
    /// Hash of what it shows now: what an approval names.
    pub content: String,
    /// Whether every chair has approved, and there is one.
    pub complete: bool,
    /// The chairs, in protocol order; none when the plan records no co-chair.
    pub chairs: Vec<ChairStanding>,
    /// How many places are here without their content, which was not issued either: the
    /// deck may show more elsewhere, and nothing is approved here.
    pub unseen: usize,
    /// What other governments do not have as it stands here, for who may know.
    pub unissued: Vec<Unissued>,
}

/// What a chair has said.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ChairStanding {
    /// The chair.
    pub chair: Chair,
    /// Where its approval stands.
    pub standing: Standing,
    /// What the deck says otherwise than what was approved, a sentence each; empty unless
    /// the approval is void.
    pub changed: Vec<Pair>,
    /// What was approved cannot be shown here, so that not all that changed is known.
    pub unknown: bool,
}

/// A version that was tabled. Several may bear one number, where stores that had not met
/// tabled one each; its id names it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TabledVersionLine {
    /// Its id.
    pub deck: Id,
    /// Its cycle.
    pub cycle: Id,
    /// Its number.
    pub version: u32,
    /// The day on which it was tabled.
    pub tabled_on: Pair,
    /// Who recorded it; absent where that is not known here.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<Pair>,
    /// When, by the clock of whoever did.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Pair>,
    /// Hash of what it shows.
    pub content: String,
    /// The deck that it corrects.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub corrects: Option<Id>,
    /// The other decks of its cycle that bear its number.
    pub namesakes: Vec<Id>,
}

/// What was tabled.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Tabled {
    /// The record.
    pub deck: Id,
    /// What to look at in the slides that were made.
    pub remarks: Vec<Failure>,
    /// What changed.
    pub patch: Patch,
}

/// What differs between two tabled versions.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct TabledDiff {
    /// What the later one says otherwise, a sentence each.
    pub words: Vec<Pair>,
    /// Which files differ, by name.
    pub files: Vec<FileDifference>,
}

/// A tabled version in words.
pub(crate) fn tabled_version(version: TabledVersion) -> TabledVersionLine {
    let TabledVersion { deck, recorded_by, recorded_at, namesakes } = version;
    let when = recorded_at.map(|at| at.with_timezone(&Local));
    let told = |when: DateTime<Local>| {
        Pair::of(|words| {
            let (day, time) = (words.day(when.date_naive()), words.time(when.time()));
            words.format(key::MOMENT_TIME, &[("day", day.into()), ("time", time.into())])
        })
    };
    TabledVersionLine {
        tabled_on: Pair::of(|words| words.day(deck.tabled_on)),
        who: recorded_by.map(|actor| Pair::of(|words| words.actor(&actor))),
        when: when.map(told),
        deck: deck.id,
        cycle: deck.cycle,
        version: deck.version,
        content: deck.content,
        corrects: deck.erratum_of,
        namesakes,
    }
}

/// Where the approvals stand, for the page.
pub(crate) fn deck_approvals(found: Approvals, unissued: Vec<Unissued>, plan: &Plan) -> DeckApprovals {
    let complete = found.are_complete();
    let chairs = found.chairs.into_iter().map(|it| ChairStanding {
        changed: it.changed.iter().map(|change| Pair::of(|words| words.word_change(change, plan))).collect(),
        chair: it.chair,
        standing: it.standing,
        unknown: it.unknown,
    });
    DeckApprovals {
        cycle: found.cycle,
        content: found.content,
        complete,
        chairs: chairs.collect(),
        unseen: found.unseen,
        unissued,
    }
}
