//! Moments in the window: a past board, what is different since, history by pages.

use jalon_domain::{Failure, Id};
use jalon_store::{HistoryPage, Moment, tell_since};
use jalon_words::{Words, key};

use super::Session;
use crate::failure::Outcome;
use crate::view::{self, History, HistoryRequest, Past, SinceView};

impl Session {
    /// The plan and its board as of a moment that the user names, to be looked at only.
    ///
    /// # Errors
    /// It names no moment, or one by which nothing was recorded, or the file cannot be read.
    pub fn view_as_of(&self, moment: &str) -> Outcome<Past> {
        let moment = self.recorded(moment)?;
        let plan = self.store.plan_as_of_for(&moment.at, &self.reader()?)?;
        let around = self.store.surroundings_at(&moment)?;
        Ok(view::past(&moment, plan, &around))
    }

    /// What is different at one moment from what stood at another: of one workplan and those
    /// that it follows, or of the current one and of whatever else there is.
    ///
    /// # Errors
    /// One of them names no moment, there is no such workplan, or the file cannot be read.
    pub fn since(&self, from: &str, to: Option<&str>, workplan: Option<&Id>) -> Outcome<SinceView> {
        let (from, to) = (self.moment(from)?, self.moment(to.unwrap_or("now"))?);
        workplan.map_or(Ok(()), |workplan| self.knows_workplan(workplan))?;
        let found = self.store.since_of(workplan, &from, &to, &self.reader()?)?;
        Ok(view::since(&from, &to, |words: &Words| tell_since(&found, words)))
    }

    /// A page of history, newest first: of one entity, or of everything.
    ///
    /// # Errors
    /// A moment is none, or the file cannot be read.
    pub fn history_page(&self, id: Option<&Id>, asked: &HistoryRequest) -> Outcome<History> {
        let reader = self.reader()?;
        let named = |said: &Option<String>| said.as_deref().map(|said| self.moment(said)).transpose();
        let (after, until) = (named(&asked.from)?, named(&asked.to)?);
        let told = self.store.history_told(&HistoryPage {
            of: id,
            with_children: asked.with_children,
            after: after.as_ref().map(|moment| &moment.at),
            until: until.as_ref().map(|moment| &moment.at),
            before: asked.before,
            limit: asked.limit,
            reader: Some(&reader),
        })?;
        Ok(view::history(&told, &self.store.plan_for(&reader)?, key::HISTORY_WITHHELD))
    }

    /// What arrived for a closed plan after it was closed, newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn late_changes(&self, workplan: &Id) -> Outcome<History> {
        let reader = self.reader()?;
        let told = self.store.late_changes_told(workplan, &reader)?;
        Ok(view::history(&told, &self.store.plan_for(&reader)?, key::PROBLEM_LATE_CONFIDENTIAL))
    }

    /// What was written for a closed reporting cycle without knowing that it was closed,
    /// newest first.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn late_in_cycle(&self, cycle: &Id) -> Outcome<History> {
        let reader = self.reader()?;
        let told = self.store.late_in_cycle_told(cycle, &reader)?;
        Ok(view::history(&told, &self.store.plan_for(&reader)?, key::PROBLEM_LATE_CONFIDENTIAL))
    }

    /// Whether there is such a workplan.
    pub(super) fn knows_workplan(&self, workplan: &Id) -> Outcome<()> {
        let unknown = || Failure::new("failure-plan-unknown").text("id", workplan.as_str());
        let known = self.store.plan()?.workplans.contains_key(workplan);
        if known { Ok(()) } else { Err(unknown().into()) }
    }

    /// The moment that somebody names.
    pub(super) fn moment(&self, said: &str) -> Outcome<Moment> {
        Ok(self.store.moment(said, self.clock.now())?)
    }

    /// The same, of which there is a record: nothing is written out of a time before it.
    pub(super) fn recorded(&self, said: &str) -> Outcome<Moment> {
        Ok(self.store.recorded(self.moment(said)?)?)
    }
}
