//! One open plan and what the window asks of it. No window is needed here: the
//! commands call these functions, and so do the tests.

mod council;
mod cycle;
mod deck;
mod delivery;
mod moments;
mod safety;
mod transfer;
mod translations;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jalon_domain::action::Bases;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Action, Actor, Failure, Id, Lang, Status};
use jalon_store::{Changes, Context, Found, OpenError, Store};
use jalon_words::{Words, key};

pub use translations::Translate;

use crate::clock::Clock;
use crate::failure::{Outcome, Refused};
use crate::view::{self, Facts, FieldHead, History, HistoryRequest, Patch, View};

pub(crate) use safety::user_of;

/// Settings of this machine, by their names in the store.
const LANGUAGE: &str = "language";
const EXPORT_FOLDER: &str = "export_folder";

/// An open plan.
pub struct Session {
    store: Store,
    clock: Clock,
    /// Where decks were last written in this run.
    exported_to: Option<PathBuf>,
    /// What verification found; it is not looked for twice.
    damage: Option<Refused>,
    /// Whether verification has passed, where it does not show in what is allowed.
    checked: bool,
    /// Why the plan can only be looked at.
    notice: Option<Failure>,
}

impl Session {
    pub(crate) fn over(store: Store, clock: Clock) -> Session {
        Session { store, clock, exported_to: None, damage: None, checked: false, notice: None }
    }

    /// Opens the plan at `path` for looking; [`Session::verify`] allows writing.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open(path: &Path, clock: Clock) -> Outcome<Session> {
        Ok(Session::try_open(path, clock)?)
    }

    /// The same, with an error that has its ways out.
    pub(crate) fn try_open(path: &Path, clock: Clock) -> Result<Session, OpenError> {
        Ok(Session::over(Store::open_unverified(path, clock.now())?, clock))
    }

    /// Whether actions are accepted.
    pub(crate) fn is_writable(&self) -> bool {
        self.store.is_writable()
    }

    /// Makes a new plan's file at `path`, and the folders on the way to it.
    ///
    /// # Errors
    /// Why it cannot be made.
    pub fn create(path: &Path, clock: Clock) -> Outcome<Session> {
        Ok(Session::over(Store::create(path, clock.now())?, clock))
    }

    /// Verifies the whole file, unless that is done.
    ///
    /// # Errors
    /// What is damaged; the plan then stays as it is, to be looked at only.
    pub fn verify(&mut self) -> Outcome<()> {
        if let Some(damage) = &self.damage {
            return Err(damage.clone());
        }
        if !self.store.is_writable() && !self.checked {
            let verified = self.store.verify().map_err(Refused::from);
            self.damage = verified.err();
        }
        self.damage.clone().map_or(Ok(()), Err)
    }

    /// Whether the first run is still to be gone through: there is no workplan and
    /// nobody has said who they are.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn is_untouched(&self) -> Outcome<bool> {
        Ok(self.store.is_empty()? && self.identity()?.is_none())
    }

    /// Puts the sample plan in.
    ///
    /// # Errors
    /// When there is a plan already.
    pub fn install_sample(&mut self) -> Outcome<()> {
        self.store.install_sample(&jalon_exchange::sample(), self.clock.now())?;
        Ok(())
    }

    /// Everything that the window shows.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn view(&self) -> Outcome<View> {
        // Heads before the plan: should another process write between the two, a form
        // is taken for stale that is not, and never the other way round.
        let mut heads = self.store.all_heads()?;
        let reader = self.reader()?;
        let plan = self.store.plan_for(&reader)?;
        let hidden = self.store.hidden_from(&reader)?;
        heads.retain(|id, _| !hidden.contains(id));
        let around = self.store.surroundings(self.clock.today())?;
        Ok(view::view(plan, &around, heads, self.facts()?))
    }

    /// Who the user says to be.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn identity(&self) -> Outcome<Option<Actor>> {
        Ok(self.store.identity()?)
    }

    /// Keeps who the user says to be.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_identity(&mut self, identity: &Actor) -> Outcome<()> {
        self.verify()?;
        Ok(self.store.set_identity(identity)?)
    }

    /// The language chosen for the window, if any.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn language(&self) -> Outcome<Option<Lang>> {
        let code = self.store.setting(LANGUAGE)?;
        Ok(Lang::BOTH.into_iter().find(|lang| code.as_deref() == Some(lang.code())))
    }

    /// Keeps the language of the window; a plan that can only be looked at keeps nothing.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn set_language(&mut self, lang: Lang) -> Outcome<()> {
        if self.notice.is_some() {
            return Ok(());
        }
        self.verify()?;
        Ok(self.store.set_setting(LANGUAGE, lang.code())?)
    }

    /// The title of the window: the program and the plan.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn title(&self, lang: Lang) -> Outcome<String> {
        let words = Words::of(lang);
        let plan = self.store.plan()?;
        Ok(match plan.current_workplan() {
            Some(plan) => {
                words.format(key::SHELL_WINDOW_TITLE, &[("plan", plan.title.readable(lang).0.into())])
            }
            None => words.text(key::SHELL_APP_NAME),
        })
    }

    /// Sets a milestone's status; `bases` are the heads that the form showed. `holds`: the
    /// translations of what is reworded still hold.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn set_milestone_status(
        &mut self,
        milestone: Id,
        status: Status,
        bases: Bases,
        holds: bool,
        on_behalf: Option<OnBehalf>,
    ) -> Outcome<Patch> {
        self.act(&Action::SetMilestoneStatus { milestone, status, bases, holds }, on_behalf)
    }

    /// Does any action.
    ///
    /// # Errors
    /// Why it is refused.
    pub fn act(&mut self, action: &Action, on_behalf: Option<OnBehalf>) -> Outcome<Patch> {
        let actor = self.identity()?.ok_or_else(|| Failure::new("failure-shell-nobody"))?;
        self.verify()?;
        let context = Context { on_behalf, ..Context::new(actor, self.clock.now()) };
        let changes = self.store.act(&context, action)?;
        self.patch(changes)
    }

    /// What other processes have written since this was last asked, all of it as one;
    /// `None` when they wrote nothing.
    ///
    /// # Errors
    /// When the file has gone, was replaced or cannot be read.
    pub fn changes_by_others(&mut self) -> Outcome<Option<Patch>> {
        let changes = Changes::together(self.store.changes_since_last_look()?);
        changes.map(|changes| self.patch(changes)).transpose()
    }

    /// History, newest first: of one entity, or of everything.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self, id: Option<&Id>) -> Outcome<History> {
        self.history_page(id, &HistoryRequest::default())
    }

    /// The current values of an entity's fields, with who said so.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn field_heads(&self, id: &Id) -> Outcome<BTreeMap<String, Vec<FieldHead>>> {
        let reader = self.reader()?;
        let entries = self.store.history(Some(id))?.into_iter();
        let entries: Vec<_> = entries.filter_map(|entry| entry.for_reader(&reader)).collect();
        let heads = self.store.heads_for(id, &reader)?;
        Ok(view::field_heads(heads, &entries, &self.store.plan_for(&reader)?))
    }

    /// Texts that hold every word of `text`, as the user may see them.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn search(&self, text: &str) -> Outcome<Found> {
        Ok(self.store.search(text, &self.reader()?)?)
    }

    fn patch(&self, changes: Changes) -> Outcome<Patch> {
        let reader = self.reader()?;
        let plan = self.store.plan_for(&reader)?;
        let hidden = self.store.hidden_from(&reader)?;
        let around = self.store.surroundings(self.clock.today())?;
        Ok(view::patch(view::as_read(changes, &plan, &hidden), &plan, &around, &self.facts()?))
    }

    fn facts(&self) -> Outcome<Facts> {
        let reader = self.reader()?;
        let (undo, redo) = (self.store.undoable(&reader)?, self.store.redoable(&reader)?);
        Ok(Facts { identity: self.identity()?, undo, redo })
    }

    /// Who looks: the user with the roles of the day, or somebody without any role.
    fn reader(&self) -> Outcome<Actor> {
        Ok(self.identity()?.unwrap_or_default().on(self.clock.today()))
    }
}
