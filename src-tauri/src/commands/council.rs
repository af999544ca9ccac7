//! Approving the council deck (which is an action), and tabling it.

use chrono::NaiveDate;
use jalon_domain::{Bilingual, Id};
use jalon_exchange::TableRequest;
use tauri::{State, WebviewWindow};
use tauri_plugin_dialog::DialogExt;

use crate::failure::{Outcome, Refused};
use crate::given::Given;
use crate::shell::Shell;
use crate::view::{DeckApprovals, Exported, Tabled, TabledDiff, TabledVersionLine};

/// What the deck of a cycle shows, and which chairs have approved it; of the cycle that
/// is being prepared where none is named.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn deck_approvals(
    shell: State<'_, Shell>,
    cycle: Given<Option<Id>>,
) -> Outcome<Option<DeckApprovals>> {
    shell.with(|session| session.deck_approvals(cycle.0.as_ref()))
}

/// Every version that was tabled, of all cycles or of one.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn tabled_versions(
    shell: State<'_, Shell>,
    cycle: Given<Option<Id>>,
) -> Outcome<Vec<TabledVersionLine>> {
    shell.with(|session| session.tabled_versions(cycle.0.as_ref()))
}

/// Makes the final decks and tables them; with an erratum, as another version of what was
/// tabled last, or of the deck that it corrects where several bear that number. Of the cycle
/// that is being prepared where none is named.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn table_deck(
    shell: State<'_, Shell>,
    tabled_on: Option<NaiveDate>,
    erratum: Option<Bilingual>,
    corrects: Given<Option<Id>>,
    cycle: Given<Option<Id>>,
) -> Outcome<Tabled> {
    shell.with(|session| {
        session.table_deck(TableRequest { tabled_on, erratum, corrects: corrects.0, cycle: cycle.0 })
    })
}

/// Asks for the files that were handed over by the system's own dialog and tables them;
/// `None` when the dialog was cancelled.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn table_chosen_files(
    window: WebviewWindow,
    shell: State<'_, Shell>,
    tabled_on: Option<NaiveDate>,
    erratum: Option<Bilingual>,
    corrects: Given<Option<Id>>,
    cycle: Given<Option<Id>>,
) -> Outcome<Option<Tabled>> {
    let now = shell.with(|session| session.export_folder())?;
    let dialog = window.dialog().file().set_parent(&window).set_directory(now);
    let Some(chosen) = dialog.blocking_pick_files() else { return Ok(None) };
    let paths = chosen.into_iter().map(|file| file.into_path().map_err(Refused::by_the_system));
    let paths = paths.collect::<Outcome<Vec<_>>>()?;
    let request = TableRequest { tabled_on, erratum, corrects: corrects.0, cycle: cycle.0 };
    shell.with(|session| session.table_files(&paths, request)).map(Some)
}

/// What differs between two tabled versions, in words.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn tabled_diff(
    shell: State<'_, Shell>,
    before: Given<Id>,
    after: Given<Id>,
) -> Outcome<TabledDiff> {
    shell.with(|session| session.tabled_diff(&before.0, &after.0))
}

/// Writes the files of a tabled version, as they came, into the folder for decks; `replace`:
/// other files that stand there may go.
#[tauri::command(async, rename_all = "snake_case")]
pub(super) fn write_tabled_files(
    shell: State<'_, Shell>,
    deck: Given<Id>,
    replace: Option<bool>,
) -> Outcome<Exported> {
    shell.with(|session| session.write_tabled_files(&deck.0, replace.unwrap_or_default()))
}
