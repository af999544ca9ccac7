//! What is given on a command line, read as what it stands for.

use chrono::NaiveDate;
use jalon_domain::{Bilingual, Cycle, Failure, Id, Lang, Meeting, Plan, PlanDate, Translation, Workplan};

use crate::session::Session;
use crate::stop::Stop;

impl Session<'_> {
    /// A day, if one is given.
    ///
    /// # Errors
    /// It is no day, or one of a year that nobody means.
    pub fn day(&self, name: &str) -> Result<Option<NaiveDate>, Stop> {
        let Some(said) = self.text(name) else { return Ok(None) };
        day(name, said).map(Some).map_err(Stop::Usage)
    }

    /// An identifier, if one is given.
    ///
    /// # Errors
    /// It is none.
    pub fn id(&self, name: &str) -> Result<Option<Id>, Stop> {
        let Some(said) = self.text(name) else { return Ok(None) };
        match Id::parse(said) {
            Some(id) => Ok(Some(id)),
            None => {
                let wrong = Failure::new("failure-usage-id").text("argument", name).text("value", said);
                Err(Stop::Usage(wrong))
            }
        }
    }

    /// A jurisdiction of the plan, if one is given: by its code, abbreviation or name.
    ///
    /// # Errors
    /// It names none, or more than one.
    pub fn jurisdiction(&self, plan: &Plan) -> Result<Option<Id>, Stop> {
        let Some(said) = self.text("jurisdiction") else { return Ok(None) };
        jalon_words::jurisdiction(plan, said).map(Some).map_err(Stop::Usage)
    }

    /// The text of `--en` and `--fr`; of two, that of the language of the words is the
    /// source. `None` where neither is given.
    pub fn pair(&self) -> Option<Bilingual> {
        let side = |lang: Lang| self.text(lang.code()).filter(|text| !text.trim().is_empty());
        let first = self.words.lang();
        let (source, text) = match side(first) {
            Some(text) => (first, text),
            None => (first.other(), side(first.other())?),
        };
        let mut pair = Bilingual::from_source(source, text);
        if let Some(other) = side(source.other()) {
            other.clone_into(pair.side_mut(source.other()));
            pair.state = Translation::Draft;
        }
        Some(pair)
    }

    /// The text of `--en` and `--fr`, of which one is needed.
    ///
    /// # Errors
    /// Neither is given.
    pub fn needed_pair(&self) -> Result<Bilingual, Stop> {
        self.pair().ok_or_else(|| Stop::Usage(Failure::new("failure-usage-needs-text")))
    }

    /// The plan that is meant: the one of that id, else the current one.
    ///
    /// # Errors
    /// There is none.
    pub fn workplan<'p>(&self, plan: &'p Plan) -> Result<&'p Workplan, Stop> {
        match self.text("plan") {
            Some(said) => {
                let unknown = || Failure::new("failure-plan-unknown").text("id", said);
                Ok(plan.workplans.get(said).ok_or_else(unknown)?)
            }
            None => Ok(plan.current_workplan().ok_or_else(|| Failure::new("failure-plan-none"))?),
        }
    }

    /// The cycle that is meant, with its meeting: the one that `said` names, else the one
    /// that is being prepared for `workplan`.
    ///
    /// # Errors
    /// There is none.
    pub fn cycle<'p>(
        &self,
        plan: &'p Plan,
        said: Option<&str>,
        workplan: Option<&Workplan>,
    ) -> Result<(&'p Meeting, &'p Cycle), Stop> {
        let none = || Failure::new("failure-no-cycle");
        let Some(said) = said else {
            let current = plan.current_workplan();
            let workplan = workplan.or(current).ok_or_else(none)?;
            return Ok(plan.current_cycle(&workplan.id).ok_or_else(none)?);
        };
        let unknown = || Failure::new("failure-cycle-unknown").text("id", said);
        let cycle = plan.cycles.get(said).ok_or_else(unknown)?;
        Ok((plan.meetings.get(&cycle.meeting).ok_or_else(unknown)?, cycle))
    }
}

/// A day as plan files write it, given for an option.
///
/// # Errors
/// It is no day, or one of a year that nobody means.
pub fn day(name: &str, said: &str) -> Result<NaiveDate, Failure> {
    let wrong = |code: &str| Failure::new(code).text("argument", name).text("value", said);
    let day: NaiveDate = said.parse().map_err(|_| wrong("failure-usage-day"))?;
    // What plan files take for a day.
    match PlanDate::parse(&day.to_string()) {
        Some(_) => Ok(day),
        None => Err(wrong("failure-usage-year")),
    }
}

/// A text for a reader; the other language, marked, where there is no other.
pub fn readable(text: &Bilingual, session: &Session) -> String {
    session.words.readable(text)
}

/// The abbreviation of a jurisdiction; its code where the plan does not know it.
pub fn abbreviation(plan: &Plan, id: &Id, session: &Session) -> String {
    plan.jurisdictions.get(id).map_or_else(|| id.to_string(), |it| readable(&it.abbreviation, session))
}
