//! Decks out of the open plan.

use std::fs;
use std::path::{Path, PathBuf};

use jalon_deck::blockers::{Blocker, final_blockers};
use jalon_deck::differences;
use jalon_domain::{Failure, Id, Lang};
use jalon_exchange::{DeckRequest, Over, export_decks, export_drafts_as_of, host, prepared};
use jalon_words::{council, faults};

use super::{EXPORT_FOLDER, Session};
use crate::failure::{Outcome, Refused};
use crate::view::{ExportRequest, Exported};

impl Session {
    /// Writes the decks that are asked for, all or none. Nobody was asked where they go: other
    /// files stay, unless it is said that they may be replaced.
    ///
    /// # Errors
    /// What blocks a final deck, or why the files cannot be written.
    pub fn export_deck(&mut self, request: &ExportRequest) -> Outcome<Exported> {
        let folder = match &request.folder {
            Some(folder) => PathBuf::from(folder),
            None => self.export_folder()?,
        };
        let asked = DeckRequest {
            langs: &request.langs,
            folder: &folder,
            is_final: request.final_,
            day: self.clock.today(),
            over: Over::replacing(request.replace),
            cycle: request.cycle.as_ref(),
        };
        let written = match &request.as_of {
            Some(_) if request.final_ => return Err(Failure::new("failure-shell-final-as-of").into()),
            Some(said) => export_drafts_as_of(&self.store, &self.recorded(said)?, &asked)?,
            None => export_decks(&self.store, &self.reader()?, &asked)?,
        };
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let exported = Exported {
            files: written.iter().map(|deck| name(&deck.path)).collect(),
            folder: folder.to_string_lossy().into_owned(),
            remarks: written.iter().flat_map(|deck| &deck.remarks).map(|remark| remark.failure()).collect(),
        };
        self.exported_to = Some(folder);
        Ok(exported)
    }

    /// What keeps the decks of a cycle in these languages from going final, each thing once;
    /// of the one that is being prepared where none is named.
    ///
    /// # Errors
    /// There is no such cycle, or the file cannot be read.
    pub fn deck_blockers(&self, langs: &[Lang], cycle: Option<&Id>) -> Outcome<Vec<Failure>> {
        let reader = self.reader()?;
        let (plan, day) = (prepared(self.store.plan_for(&reader)?, cycle)?, self.clock.today());
        let unread = self.store.hidden_from(&reader)?;
        let mut conflicted = self.store.surroundings(day)?.conflicted;
        conflicted.retain(|id| !unread.contains(id));
        let mut hidden = self.store.hidden_problems_for(&reader)?;
        hidden.retain(|problem| !unread.contains(&problem.id));
        let unissued = self.store.unissued(&reader)?;
        let mut found: Vec<Failure> =
            unissued.iter().map(|it| council::unissued(it.kind, &it.id, it.in_conflict, &plan)).collect();
        for &lang in langs {
            for blocker in final_blockers(&plan, lang, day, &conflicted, &hidden) {
                if let Blocker::Clearance { id, jurisdiction, .. } = &blocker
                    && !self.store.knows_word(id, jurisdiction, &reader)?
                {
                    continue;
                }
                let failure = blocker.failure(&plan);
                if !found.contains(&failure) {
                    found.push(failure);
                }
            }
        }
        if found.is_empty() {
            // What the export itself would refuse last.
            let differences = differences(&plan, langs, day);
            found.extend(differences.iter().map(|difference| difference.failure()));
        }
        Ok(found)
    }

    /// What is wrong with the plan and keeps no deck of a cycle from going final, but must be
    /// known by whoever makes one.
    ///
    /// # Errors
    /// There is no such cycle, or the file cannot be read.
    pub fn deck_warnings(&self, cycle: Option<&Id>) -> Outcome<Vec<Failure>> {
        let reader = self.reader()?;
        let hidden = self.store.hidden_problems_for(&reader)?;
        let plan = prepared(self.store.plan_for(&reader)?, cycle)?;
        let workplan = plan.current_workplan().map(|it| &it.id);
        let cycle = workplan.and_then(|workplan| plan.current_cycle(workplan)).map(|(_, cycle)| &cycle.id);
        let passed = hidden.iter().filter(|it| workplan.is_some_and(|workplan| !it.blocks(workplan, cycle)));
        Ok(passed.map(faults::problem).collect())
    }

    /// Where decks go: the folder chosen last, else the user's documents.
    ///
    /// # Errors
    /// When the system names no such folder, or it cannot be made.
    pub fn export_folder(&self) -> Outcome<PathBuf> {
        if let Some(chosen) = self.store.setting(EXPORT_FOLDER)? {
            return Ok(chosen.into());
        }
        let documents = host::documents().map_err(|_| Failure::new("failure-shell-no-home"))?;
        fs::create_dir_all(&documents).map_err(Refused::by_the_system)?;
        Ok(documents)
    }

    /// Keeps where decks go.
    ///
    /// # Errors
    /// When the folder's name is not text, or the setting cannot be written.
    pub fn set_export_folder(&mut self, folder: &Path) -> Outcome<()> {
        let unreadable =
            || Failure::new("failure-shell-folder-name").text("folder", folder.to_string_lossy());
        let name = folder.to_str().ok_or_else(unreadable)?;
        self.verify()?;
        Ok(self.store.set_setting(EXPORT_FOLDER, name)?)
    }

    /// The folder that decks were last written to, if that is the one meant.
    ///
    /// # Errors
    /// When it is another one: the page opens no folder of its own choice.
    pub fn exported_folder(&self, said: &str) -> Outcome<PathBuf> {
        let exported = self.exported_to.clone().filter(|folder| folder.to_string_lossy() == said);
        let other = || Failure::new("failure-shell-folder-unknown").text("folder", said);
        Ok(exported.ok_or_else(other)?)
    }
}
