//! Approvals of the council deck, and what was tabled.

use std::path::{Path, PathBuf};

use jalon_domain::{Failure, Id, TabledDeck};
use jalon_exchange::{Over, TableRequest, TabledNow, table_files, table_final, write_tabled};
use jalon_store::{Context, Store, TabledDifference};

use super::Session;
use crate::failure::Outcome;
use crate::view::{self, DeckApprovals, Exported, Pair, Tabled, TabledDiff, TabledVersionLine};

impl Session {
    /// What the deck of a cycle shows, and which chairs have approved it; of the cycle
    /// that is being prepared where none is named. `None` when there is no such cycle.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn deck_approvals(&self, cycle: Option<&Id>) -> Outcome<Option<DeckApprovals>> {
        let reader = self.reader()?;
        let found = self.store.approvals(cycle, self.clock.today(), &reader)?;
        let (plan, unissued) = (self.store.plan_for(&reader)?, self.store.unissued(&reader)?);
        Ok(found.map(|found| view::deck_approvals(found, unissued, &plan)))
    }

    /// Every version that was tabled, of all cycles or of one, with who recorded it and
    /// the others under its number.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn tabled_versions(&self, cycle: Option<&Id>) -> Outcome<Vec<TabledVersionLine>> {
        let versions = self.store.tabled_versions(cycle)?;
        Ok(versions.into_iter().map(view::tabled_version).collect())
    }

    /// Makes the final decks and tables them.
    ///
    /// # Errors
    /// Why it is refused; nothing is tabled then.
    pub fn table_deck(&mut self, request: TableRequest) -> Outcome<Tabled> {
        self.table(&request, table_final)
    }

    /// Tables files as they are.
    ///
    /// # Errors
    /// Why it is refused; nothing is tabled then.
    pub fn table_files(&mut self, paths: &[PathBuf], request: TableRequest) -> Outcome<Tabled> {
        self.table(&request, |store, context, request| table_files(store, context, request, paths))
    }

    fn table(
        &mut self,
        request: &TableRequest,
        table: impl FnOnce(&mut Store, &Context, &TableRequest) -> Result<TabledNow, jalon_exchange::TableError>,
    ) -> Outcome<Tabled> {
        let actor = self.identity()?.ok_or_else(|| Failure::new("failure-shell-nobody"))?;
        self.verify()?;
        let context = Context::new(actor, self.clock.now());
        let tabled = table(&mut self.store, &context, request)?;
        let remarks = tabled.remarks.iter().map(|remark| remark.failure()).collect();
        Ok(Tabled { deck: tabled.deck.id, remarks, patch: self.patch(tabled.changes)? })
    }

    /// What differs between two tabled versions.
    ///
    /// # Errors
    /// When one of them is not there, or the file cannot be read.
    pub fn tabled_diff(&self, before: &Id, after: &Id) -> Outcome<TabledDiff> {
        let (before, after) = (self.tabled(before)?, self.tabled(after)?);
        let reader = self.reader()?;
        let TabledDifference { words, files } = self.store.tabled_difference(&before, &after, &reader)?;
        let plan = self.store.plan_for(&reader)?;
        let words = words.iter().map(|change| Pair::of(|words| words.word_change(change, &plan)));
        Ok(TabledDiff { words: words.collect(), files })
    }

    /// Writes the files of a tabled version, as they came, into the folder for decks; `replace`:
    /// other files that stand there may go.
    ///
    /// # Errors
    /// When the version or its bytes are not here, or they cannot be written.
    pub fn write_tabled_files(&mut self, deck: &Id, replace: bool) -> Outcome<Exported> {
        let (deck, folder) = (self.tabled(deck)?, self.export_folder()?);
        let written = write_tabled(&self.store, &deck, &folder, Over::replacing(replace))?;
        let name = |path: &PathBuf| path.file_name().map_or_else(String::new, shown);
        let exported = Exported {
            files: written.iter().map(name).collect(),
            folder: shown(folder.as_os_str()),
            remarks: Vec::new(),
        };
        self.exported_to = Some(folder);
        Ok(exported)
    }

    fn tabled(&self, id: &Id) -> Outcome<TabledDeck> {
        let found = self.store.tabled_decks(None)?.into_iter().find(|deck| &deck.id == id);
        let unknown = || Failure::new("failure-store-unknown").text("id", id.as_str());
        found.ok_or_else(|| unknown().into())
    }
}

fn shown(name: &std::ffi::OsStr) -> String {
    Path::new(name).to_string_lossy().into_owned()
}
