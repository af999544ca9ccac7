//! The council deck, from the store to its files: what `jalon deck` and the
//! window's button both do.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use jalon_deck::remark::Remark;
use jalon_deck::{Options, make_all};
use jalon_domain::policy::{self, Verb};
use jalon_domain::{Actor, Failure, Lang, Plan};
use jalon_store::Store;
use jalon_words::faults;

use crate::files::write_together;
use crate::name::deck_file_name;

/// What is asked for.
#[derive(Debug, Clone)]
pub struct DeckRequest<'a> {
    /// One language or both; decks of both come whole or not at all.
    pub langs: &'a [Lang],
    /// The folder to write into.
    pub folder: &'a Path,
    /// A final deck; else a draft.
    pub is_final: bool,
    /// The day that leads and lateness are reckoned from.
    pub day: NaiveDate,
}

/// A deck's file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenDeck {
    /// Its language.
    pub lang: Lang,
    /// Where it is.
    pub path: PathBuf,
    /// What a person should know of its slides.
    pub remarks: Vec<Remark>,
}

/// Makes the decks and writes their files. Anybody who may read the plan may take a
/// draft; composing a final deck is the secretariat's.
///
/// # Errors
/// What stands in the way, one by one; then no file was written or changed.
pub fn export_decks(store: &Store, actor: &Actor, request: &DeckRequest) -> Result<Vec<WrittenDeck>, Vec<Failure>> {
    if request.is_final {
        policy::may(Verb::ComposeDeck, actor, None, &[]).map_err(|denied| vec![faults::denied(denied)])?;
    }
    let trouble = |error: jalon_store::Trouble| vec![error.failure()];
    let plan = store.plan().map_err(trouble)?;
    let around = store.surroundings(request.day).map_err(trouble)?;
    let options = Options {
        day: request.day,
        is_final: request.is_final,
        conflicted: around.conflicted,
        template: None,
    };
    let made = make_all(&plan, request.langs, &options).map_err(|error| {
        let mut all = vec![error.failure()];
        all.extend(error.details());
        all
    })?;
    let paths: Vec<PathBuf> =
        request.langs.iter().map(|&lang| request.folder.join(file_name(&plan, lang, !request.is_final))).collect();
    let files: Vec<(&Path, &[u8])> =
        paths.iter().zip(&made).map(|(path, deck)| (path.as_path(), deck.bytes.as_slice())).collect();
    write_together(&files).map_err(|error| vec![error.failure()])?;
    let written = request.langs.iter().zip(paths).zip(made);
    Ok(written.map(|((&lang, path), deck)| WrittenDeck { lang, path, remarks: deck.remarks }).collect())
}

/// The file name of the current cycle's deck.
fn file_name(plan: &Plan, lang: Lang, draft: bool) -> String {
    let workplan = plan.current_workplan();
    let meeting = workplan.and_then(|workplan| plan.current_cycle(&workplan.id)).map(|(meeting, _)| meeting);
    deck_file_name(
        workplan.map_or("", |workplan| workplan.group_abbreviation.readable(lang).0),
        meeting.map_or("", |meeting| meeting.name.readable(lang).0),
        meeting.map(|meeting| meeting.date),
        lang,
        draft,
    )
}
