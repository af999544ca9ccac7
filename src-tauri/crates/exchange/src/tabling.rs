//! Tables the council deck: makes both final decks and keeps them, or keeps files that
//! were handed over instead (a deck that was finished by hand in PowerPoint). Either way
//! the plan must give final decks at that moment: what is tabled is what was approved.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use jalon_deck::Made;
use jalon_deck::laid_out::Remark;
use jalon_domain::content::content;
use jalon_domain::policy::{self, Verb};
use jalon_domain::{Bilingual, Failure, Id, Lang, Plan, TabledDeck};
use jalon_store::{ActError, Changes, Context, CouncilError, LARGEST_FILE, Store, Tabling, Trouble};
use jalon_words::council::cycle_named;

use crate::decks::{DeckRequest, ExportError, deck_name, make_decks, prepared};
use crate::files::{FileError, Over, write_over};
use crate::load::{LoadError, load};

/// What is tabled, beside its files.
#[derive(Debug, Clone, Default)]
pub struct TableRequest {
    /// The day on which it is tabled; absent, today.
    pub tabled_on: Option<NaiveDate>,
    /// For an erratum to what was tabled last: what it corrects.
    pub erratum: Option<Bilingual>,
    /// Which deck it corrects, where unlike ones bear the last number.
    pub corrects: Option<Id>,
    /// The cycle whose deck it is; absent, the one that is being prepared.
    pub cycle: Option<Id>,
}

/// What was tabled.
#[derive(Debug, Clone, PartialEq)]
pub struct TabledNow {
    /// The record.
    pub deck: TabledDeck,
    /// What the store changed.
    pub changes: Changes,
    /// What a person should know of the slides that were made.
    pub remarks: Vec<Remark>,
}

/// Why nothing was tabled, or a tabled file not given back.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// The plan gives no final decks.
    #[error(transparent)]
    Export(#[from] ExportError),
    /// A file that was handed over cannot be read.
    #[error(transparent)]
    Load(#[from] LoadError),
    /// The store refuses.
    #[error(transparent)]
    Act(#[from] ActError),
    /// Some files could not be given back; the others were written.
    #[error("{} files could not be given back", .lost.len())]
    Lost {
        /// What was written.
        written: Vec<PathBuf>,
        /// Each that was not: its name, and whether its bytes are here and are other ones.
        lost: Vec<(String, bool)>,
    },
}

impl TableError {
    /// For the user: what happened, then what it consists of, one by one.
    pub fn failures(&self) -> Vec<Failure> {
        match self {
            TableError::Export(error) => error.failures(),
            TableError::Load(error) => vec![error.failure()],
            TableError::Act(error) => vec![error.failure()],
            TableError::Lost { written, lost } => {
                let told = |(name, damaged): &(String, bool)| {
                    let why = if *damaged {
                        "failure-council-file-damaged"
                    } else {
                        "failure-council-file-not-here"
                    };
                    Failure::new(why).text("name", name)
                };
                let told_written = |path: &PathBuf| {
                    Failure::new("failure-council-file-written").text("path", path.display().to_string())
                };
                lost.iter().map(told).chain(written.iter().map(told_written)).collect()
            }
        }
    }
}

impl From<TableError> for Vec<Failure> {
    fn from(error: TableError) -> Self {
        error.failures()
    }
}

impl From<Trouble> for TableError {
    fn from(trouble: Trouble) -> Self {
        TableError::Export(trouble.into())
    }
}

impl From<FileError> for TableError {
    fn from(error: FileError) -> Self {
        TableError::Export(error.into())
    }
}

/// Makes the final decks in the plan's languages and tables them in one go.
///
/// # Errors
/// See [`TableError`]; nothing is tabled then.
pub fn table_final(
    store: &mut Store,
    context: &Context,
    request: &TableRequest,
) -> Result<TabledNow, TableError> {
    let (plan, langs, decks) = final_decks(store, context, request)?;
    let names: Vec<String> = langs.iter().map(|&lang| deck_name(&plan, lang, false)).collect();
    let files: Vec<(&str, &[u8])> =
        names.iter().map(String::as_str).zip(decks.iter().map(|deck| deck.bytes.as_slice())).collect();
    let remarks = decks.iter().flat_map(|deck| deck.remarks.clone()).collect();
    let (deck, changes) = table(store, context, request, &plan, &files)?;
    Ok(TabledNow { deck, changes, remarks })
}

/// Tables the files that were handed over, as they are.
///
/// # Errors
/// See [`TableError`]; nothing is tabled then.
pub fn table_files(
    store: &mut Store,
    context: &Context,
    request: &TableRequest,
    paths: &[PathBuf],
) -> Result<TabledNow, TableError> {
    let (plan, ..) = final_decks(store, context, request)?;
    let mut loaded = Vec::new();
    for path in paths {
        let name = path.file_name().unwrap_or(path.as_os_str());
        let name = name.to_str().ok_or_else(|| CouncilError::FileName(name.to_string_lossy().into_owned()));
        let name = name.map_err(ActError::from)?.to_owned();
        match load(path) {
            Ok(bytes) => loaded.push((name, bytes)),
            Err(LoadError::TooLarge(_)) => {
                return Err(ActError::from(CouncilError::FileTooLarge(name, LARGEST_FILE >> 20)).into());
            }
            Err(error) => return Err(error.into()),
        }
    }
    let files: Vec<(&str, &[u8])> =
        loaded.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
    let (deck, changes) = table(store, context, request, &plan, &files)?;
    Ok(TabledNow { deck, changes, remarks: Vec::new() })
}

/// The final decks that the plan gives at this moment, in its languages.
fn final_decks(
    store: &Store,
    context: &Context,
    request: &TableRequest,
) -> Result<(Plan, Vec<Lang>, Vec<Made>), TableError> {
    let on_behalf = context.on_behalf.as_ref();
    policy::may(Verb::ComposeDeck, &context.actor, on_behalf, &[]).map_err(ExportError::Denied)?;
    let plan = prepared(store.plan()?, request.cycle.as_ref())?;
    // Said before anything that is missing from the deck: it may not be the deck that is meant.
    fits(&plan, request)?;
    let langs = plan.current_workplan().map_or(Lang::BOTH.to_vec(), |workplan| workplan.languages.clone());
    let decks = DeckRequest {
        langs: &langs,
        folder: Path::new(""),
        is_final: true,
        day: context.today(),
        over: Over::TheSame,
        cycle: request.cycle.as_ref(),
    };
    let (plan, decks) = make_decks(store, &decks)?;
    Ok((plan, langs, decks))
}

/// Whether the deck of the cycle that is being prepared is still to be tabled, or to be
/// corrected, as the request says.
fn fits(plan: &Plan, request: &TableRequest) -> Result<(), TableError> {
    let workplan = plan.current_workplan();
    let Some((_, cycle)) = workplan.and_then(|workplan| plan.current_cycle(&workplan.id)) else {
        return Err(ActError::from(CouncilError::NothingToShow(Id::default())).into());
    };
    corrected(plan, &cycle.id, request).map(|_| ())
}

/// What an erratum corrects: the deck that it names, else the one that was tabled last;
/// nothing for what is no erratum.
fn corrected(plan: &Plan, cycle: &Id, request: &TableRequest) -> Result<Option<Id>, TableError> {
    let refused = |error: CouncilError| Err(ActError::from(error).into());
    match (&request.erratum, plan.last_tabled(cycle).as_slice(), &request.corrects) {
        (None, [], _) => Ok(None),
        (None, [last, ..], _) => refused(CouncilError::TabledAlready(last.version)),
        (Some(_), [], _) => refused(CouncilError::NothingTabled(cycle_named(plan, cycle))),
        (Some(_), _, Some(named)) => Ok(Some(named.clone())),
        (Some(_), [last], None) => Ok(Some(last.id.clone())),
        (Some(_), several, None) => refused(CouncilError::several(several.iter().copied())),
    }
}

/// Tables the deck of what `plan` shows, unless the store has moved on since.
fn table(
    store: &mut Store,
    context: &Context,
    request: &TableRequest,
    plan: &Plan,
    files: &[(&str, &[u8])],
) -> Result<(TabledDeck, Changes), TableError> {
    let workplan = plan.current_workplan();
    let cycle = workplan.and_then(|workplan| plan.current_cycle(&workplan.id)).map(|(_, cycle)| &cycle.id);
    let shown = cycle.and_then(|cycle| content(plan, cycle));
    let shown = shown.ok_or_else(|| ActError::from(CouncilError::NothingToShow(Id::default())))?;
    let erratum_of = corrected(plan, &shown.cycle, request)?;
    let tabling = Tabling {
        content: shown.hash(),
        cycle: shown.cycle,
        tabled_on: request.tabled_on.unwrap_or(context.today()),
        erratum_of,
        note: request.erratum.clone(),
    };
    let changes = store.table(context, &tabling, files)?;
    let deck = store.last_tabled(&tabling.cycle)?.pop();
    let none = || ActError::from(CouncilError::NothingTabled(cycle_named(plan, &tabling.cycle)));
    let deck = deck.ok_or_else(none)?;
    Ok((deck, changes))
}

/// Writes the files of a tabled deck into a folder, as they came; all or none of those
/// whose bytes are here.
///
/// # Errors
/// See [`TableError`]. But for [`TableError::Lost`], what stood in the folder is as it was.
pub fn write_tabled(
    store: &Store,
    deck: &TabledDeck,
    folder: &Path,
    over: Over,
) -> Result<Vec<PathBuf>, TableError> {
    let (mut files, mut lost) = (Vec::new(), Vec::new());
    for file in &deck.files {
        match store.kept_bytes(&file.digest) {
            Ok(Some(bytes)) => files.push((folder.join(safe_name(&file.name)), bytes)),
            Ok(None) => lost.push((file.name.clone(), false)),
            Err(Trouble::Damaged(_)) => lost.push((file.name.clone(), true)),
            Err(trouble) => return Err(trouble.into()),
        }
    }
    let together: Vec<(&Path, &[u8])> =
        files.iter().map(|(path, bytes)| (path.as_path(), bytes.as_slice())).collect();
    write_over(&together, over)?;
    let written: Vec<PathBuf> = files.into_iter().map(|(path, _)| path).collect();
    if lost.is_empty() { Ok(written) } else { Err(TableError::Lost { written, lost }) }
}

/// The name of a file, which may have come from another store, and leads out of no
/// folder.
pub(crate) fn safe_name(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_control() || matches!(c, '/' | '\\' | ':') { '_' } else { c }).collect();
    if plain.trim_matches(['.', ' ']).is_empty() { "_".to_owned() } else { plain }
}
