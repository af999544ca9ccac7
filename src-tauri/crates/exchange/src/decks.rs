//! Decks out of a store, into files: what the command line and the window both do.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use jalon_deck::laid_out::Remark;
use jalon_deck::{DeckError, Made, Options, make_all};
use jalon_domain::policy::{self, Denied, Verb};
use jalon_domain::{Actor, Failure, Id, Lang, Plan};
use jalon_store::{Moment, Store, Trouble};
use jalon_words::faults;

use crate::files::{FileError, Over, write_over};
use crate::name::deck_file_name;

/// Which decks are asked for.
#[derive(Debug, Clone, Copy)]
pub struct DeckRequest<'r> {
    /// Their languages.
    pub langs: &'r [Lang],
    /// The folder they go to, which is there already.
    pub folder: &'r Path,
    /// Final decks, which only the secretariat composes; else drafts.
    pub is_final: bool,
    /// The day that leads and lateness are reckoned from.
    pub day: NaiveDate,
    /// What they may be written over.
    pub over: Over,
    /// The cycle that they report on; else the one that is being prepared.
    pub cycle: Option<&'r Id>,
}

/// A deck that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDeck {
    /// Its language.
    pub lang: Lang,
    /// Its file.
    pub path: PathBuf,
    /// What a person should know of its slides.
    pub remarks: Vec<Remark>,
}

/// Why no deck was written.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// The policy table says no.
    #[error("not allowed: {0:?}")]
    Denied(Denied),
    /// The cycle that was named is none.
    #[error("no cycle {0}")]
    NoCycle(Id),
    /// The decks cannot be made.
    #[error(transparent)]
    Deck(#[from] DeckError),
    /// The files cannot be written.
    #[error(transparent)]
    File(#[from] FileError),
    /// The store cannot be read.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl ExportError {
    /// For the user: what happened, then what it consists of, one by one.
    pub fn failures(&self) -> Vec<Failure> {
        match self {
            ExportError::Denied(denied) => vec![faults::denied(*denied)],
            ExportError::NoCycle(id) => {
                vec![Failure::new("failure-council-no-cycle").text("id", id.as_str())]
            }
            ExportError::Deck(error) => {
                let mut failures = vec![error.failure()];
                for detail in error.details() {
                    // Both languages may wait for the same thing.
                    if !failures.contains(&detail) {
                        failures.push(detail);
                    }
                }
                failures
            }
            ExportError::File(error) => vec![error.failure()],
            ExportError::Trouble(trouble) => vec![trouble.failure()],
        }
    }
}

impl From<ExportError> for Vec<Failure> {
    fn from(error: ExportError) -> Self {
        error.failures()
    }
}

/// Writes the decks that are asked for, all or none.
///
/// # Errors
/// See [`ExportError`]; what stood in the folder is as it was.
pub fn export_decks(
    store: &Store,
    actor: &Actor,
    request: &DeckRequest<'_>,
) -> Result<Vec<WrittenDeck>, ExportError> {
    if request.is_final {
        policy::may(Verb::ComposeDeck, actor, None, &[]).map_err(ExportError::Denied)?;
    }
    let (plan, decks) = make_decks(store, request)?;
    write_decks(&plan, decks, request)
}

/// Writes drafts of the decks as they would have been at a moment, on its day.
///
/// # Errors
/// See [`ExportError`]; what stood in the folder is as it was.
pub fn export_drafts_as_of(
    store: &Store,
    moment: &Moment,
    request: &DeckRequest<'_>,
) -> Result<Vec<WrittenDeck>, ExportError> {
    let day = moment.day;
    let plan = prepared(store.plan_as_of_for(&moment.at, &anybody())?, request.cycle)?;
    let conflicted = store.surroundings_as_of(&moment.at, day)?.conflicted;
    let decks = make_all(&plan, request.langs, &Options { day, conflicted, ..Options::default() })?;
    write_decks(&plan, decks, &DeckRequest { is_final: false, day, ..*request })
}

fn write_decks(
    plan: &Plan,
    decks: Vec<Made>,
    request: &DeckRequest<'_>,
) -> Result<Vec<WrittenDeck>, ExportError> {
    let name = |lang| deck_name(plan, lang, !request.is_final);
    let paths: Vec<PathBuf> = request.langs.iter().map(|&lang| request.folder.join(name(lang))).collect();
    let files = paths.iter().map(PathBuf::as_path).zip(decks.iter().map(|deck| deck.bytes.as_slice()));
    write_over(&files.collect::<Vec<_>>(), request.over)?;
    let written = request.langs.iter().zip(paths).zip(decks);
    Ok(written.map(|((&lang, path), deck)| WrittenDeck { lang, path, remarks: deck.remarks }).collect())
}

/// Makes decks out of a store, with the plan that they show.
pub(crate) fn make_decks(store: &Store, request: &DeckRequest<'_>) -> Result<(Plan, Vec<Made>), ExportError> {
    let DeckRequest { langs, is_final, day, .. } = *request;
    let mut plan = prepared(store.plan_for(&anybody())?, request.cycle)?;
    if is_final {
        // No deck shows who has cleared what; it waits for all of them all the same.
        plan.clearances = store.plan()?.clearances;
    }
    let conflicted = store.surroundings(day)?.conflicted;
    let hidden = store.hidden_problems()?;
    let unissued = store.unissued(&Actor::secretariat())?.into_iter();
    let unissued = unissued.map(|it| (it.kind, it.id, it.in_conflict)).collect();
    let options = Options { day, is_final, conflicted, hidden, unissued, template: None };
    let decks = make_all(&plan, langs, &options)?;
    Ok((plan, decks))
}

/// The plan with the cycle that was named as the one that is being prepared.
///
/// # Errors
/// There is no such cycle.
pub fn prepared(plan: Plan, cycle: Option<&Id>) -> Result<Plan, ExportError> {
    match cycle {
        Some(cycle) => plan.preparing(cycle).ok_or_else(|| ExportError::NoCycle(cycle.clone())),
        None => Ok(plan),
    }
}

/// Where an anonymous challenge came from is for no deck, and for no file that goes to all.
pub(crate) fn anybody() -> Actor {
    Actor::nobody()
}

/// The name of the file of the current deck, after the group and the meeting that it
/// is for.
pub fn deck_name(plan: &Plan, lang: Lang, draft: bool) -> String {
    let workplan = plan.current_workplan();
    let meeting = workplan.and_then(|workplan| plan.current_cycle(&workplan.id)).map(|(meeting, _)| meeting);
    let group = workplan.map_or("", |workplan| workplan.group_abbreviation.readable(lang).0);
    let council = meeting.map_or("", |meeting| meeting.name.readable(lang).0);
    deck_file_name(group, council, meeting.map(|meeting| meeting.date), lang, draft)
}
