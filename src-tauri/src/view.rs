//! What the window is given: the plan, its board with every date already in words
//! of both languages, and what has changed. Pure: a plan and what the journal
//! knows go in, the view comes out.

mod board;
mod council;
mod cycle;
mod delivery;
mod history;
mod moments;
mod safety;
mod transfer;

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::action::ActionName;
use jalon_domain::board::Surroundings;
use jalon_domain::{Actor, Bilingual, Failure, Id, Jurisdiction, Lang, Plan};
use jalon_store::{Changes, WayOut};
use jalon_words::Words;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use board::{Board, Card, Column};
pub use council::{ChairStanding, DeckApprovals, Tabled, TabledDiff, TabledVersionLine};
pub(crate) use council::{deck_approvals, tabled_version};
pub use cycle::CarriedOver;
pub(crate) use cycle::left_to_carry;
pub use delivery::{Disputed, DisputedVersionLine, Reception, Sent, Waits, disputed};
pub(crate) use history::history;
pub use history::{FieldHead, History, HistoryLine, field_heads, history_line, history_lines};
pub use moments::{HistoryRequest, Past, SinceBlock, SinceLine, SinceView};
pub(crate) use safety::backup_line;
pub use safety::{BackupLine, Redaction};
pub use transfer::{Checked, Imported};

pub(crate) use moments::{past, since};

/// Ids of the changes that are current, by entity and journal field: what a form
/// hands back as its bases.
pub type Heads = BTreeMap<Id, BTreeMap<String, Vec<String>>>;

/// Words that are ready in both languages, so that switching needs no command.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Pair {
    /// English.
    pub en: String,
    /// French.
    pub fr: String,
}

impl Pair {
    /// The same thing in the words of each language.
    pub fn of(say: impl Fn(&'static Words) -> String) -> Pair {
        Pair { en: say(Words::of(Lang::En)), fr: say(Words::of(Lang::Fr)) }
    }
}

/// Where the window begins.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// There is no plan yet, or nobody has said who they are.
    FirstRun,
    /// There is a plan to show.
    Ready,
    /// The plan's file cannot be opened.
    Failed,
}

/// Everything that the window needs to begin.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Start {
    /// Which of its beginnings the window shows.
    pub stage: Stage,
    /// The language of the window.
    pub lang: Lang,
    /// The plan's file, as it can be shown.
    pub store_path: String,
    /// Who the user says to be.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<Actor>,
    /// In protocol order; for the first run, which has no plan to take them from.
    pub jurisdictions: Vec<Jurisdiction>,
    /// What to show, when ready.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub view: Option<View>,
    /// Why it failed.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub failure: Option<Failure>,
    /// What can be done about it.
    #[ts(optional, as = "Option<Vec<WayOut>>")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ways_out: Vec<WayOut>,
    /// Why the plan can only be looked at, when ready.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub notice: Option<Failure>,
}

/// The whole plan, as its reader may see it.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct View {
    /// Every entity.
    pub plan: Plan,
    /// The board; absent while there is no workplan.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub board: Option<Board>,
    /// What stands over every room; absent while there is no workplan.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// Heads of every entity.
    #[ts(type = "Record<string, Record<string, string[]>>")]
    pub heads: Heads,
    /// Who the user says to be.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identity: Option<Actor>,
    /// What undo would take back.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undo: Option<ActionName>,
    /// What redo would do again.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redo: Option<ActionName>,
}

/// What one transaction changed, or several of others, and all that is computed from the plan, anew.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct Patch {
    /// Entities as they now stand, and those that are gone.
    pub changes: Changes,
    /// The board as it now stands.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub board: Option<Board>,
    /// What stands over every room.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub header: Option<Header>,
    /// Heads of the entities that were touched.
    #[ts(type = "Record<string, Record<string, string[]>>")]
    pub heads: Heads,
    /// What undo would now take back.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undo: Option<ActionName>,
    /// What redo would now do again.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub redo: Option<ActionName>,
}

/// What stands over every room: the plan and the meeting that it is prepared for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Header {
    /// The workplan.
    pub title: Bilingual,
    /// A remark on it (the sample says here that it is one).
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<Bilingual>,
    /// The meeting that is being prepared.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meeting: Option<Bilingual>,
    /// Its day.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<Pair>,
    /// How far off it is: `in 11 days`.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<Pair>,
    /// The day by which approvals are due.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approvals_due: Option<Pair>,
}

/// The deck files that were written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Exported {
    /// Their names.
    pub files: Vec<String>,
    /// The folder they are in, as it can be shown and handed back.
    pub folder: String,
    /// What to look at in them: a character without a glyph, a text that does not fit.
    pub remarks: Vec<Failure>,
}

/// Which decks to export.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize, TS)]
pub struct ExportRequest {
    /// Languages, one deck each; several come whole or not at all.
    pub langs: Vec<Lang>,
    /// A final deck, not a draft (`final` is a reserved word in Rust).
    pub final_: bool,
    /// The folder; absent, the one that was used last.
    #[ts(optional)]
    pub folder: Option<String>,
    /// Drafts as they would have been at this moment; absent, of the plan as it stands.
    #[ts(optional)]
    pub as_of: Option<String>,
    /// The cycle whose decks they are; absent, the one that is being prepared.
    #[ts(optional)]
    pub cycle: Option<Id>,
    /// Other files that stand there may go: somebody was asked.
    #[serde(default)]
    #[ts(optional, as = "Option<bool>")]
    pub replace: bool,
}

/// What a command gives beside the plan itself.
pub(crate) struct Facts {
    pub identity: Option<Actor>,
    pub undo: Option<ActionName>,
    pub redo: Option<ActionName>,
}

/// The view of a plan.
pub(crate) fn view(plan: Plan, around: &Surroundings, heads: Heads, facts: Facts) -> View {
    let Facts { identity, undo, redo } = facts;
    View { board: board::of(&plan, around), header: header(&plan, around), plan, heads, identity, undo, redo }
}

/// The patch for changes after which the plan is `plan`.
pub(crate) fn patch(changes: Changes, plan: &Plan, around: &Surroundings, facts: &Facts) -> Patch {
    Patch {
        board: board::of(plan, around),
        header: header(plan, around),
        heads: changes.heads.clone(),
        undo: facts.undo,
        redo: facts.redo,
        changes,
    }
}

fn header(plan: &Plan, around: &Surroundings) -> Option<Header> {
    let workplan = plan.current_workplan()?;
    let prepared = plan.current_cycle(&workplan.id);
    let day = prepared.map(|(meeting, _)| meeting.date);
    let approvals = prepared.and_then(|(_, cycle)| cycle.approvals_due);
    Some(Header {
        title: workplan.title.clone(),
        note: workplan.note.clone(),
        meeting: prepared.map(|(meeting, _)| meeting.name.clone()),
        date: day.map(|day| Pair::of(|words| words.day(day))),
        distance: day.map(|day| Pair::of(|words| words.relative(day, around.today))),
        approvals_due: approvals.map(|day| Pair::of(|words| words.day(day))),
    })
}

/// Takes out of a transaction's entities what `reader` may not see, as `plan`, which
/// was read for that reader, shows them, and whatever is `hidden` altogether.
pub(crate) fn as_read(mut changes: Changes, plan: &Plan, hidden: &BTreeSet<Id>) -> Changes {
    changes.upserted.retain(|entity| match entity {
        jalon_domain::plan::Entity::Clearance(it) => !hidden.contains(&it.id),
        _ => true,
    });
    changes.removed.retain(|(_, id)| !hidden.contains(id));
    changes.heads.retain(|id, _| !hidden.contains(id));
    changes.conflicts.retain(|(id, _)| !hidden.contains(id));
    for entity in &mut changes.upserted {
        if let jalon_domain::plan::Entity::Challenge(challenge) = entity {
            let read = plan.challenges.get(&challenge.id);
            let (origins, jurisdictions) =
                read.map(|it| (it.origins.clone(), it.jurisdictions.clone())).unwrap_or_default();
            (challenge.origins, challenge.jurisdictions) = (origins, jurisdictions);
        }
    }
    changes
}
