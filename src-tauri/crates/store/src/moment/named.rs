//! How people name a moment: a day, a time, `now`, a transaction, a tabled deck.

use std::collections::BTreeSet;

use chrono::{DateTime, Days, Local, NaiveDate, NaiveTime, TimeDelta, Utc};
use jalon_domain::{Bilingual, Failure, Id, Lang, Plan, TabledDeck, Vector};
use jalon_words::{Words, key};
use rusqlite::OptionalExtension as _;

use crate::{CouncilError, Store, Trouble};

/// A moment that somebody named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moment {
    /// What it means.
    pub at: Vector,
    /// Its day, where the user is: what was overdue then, and who led.
    pub day: NaiveDate,
    /// How it was named.
    pub name: MomentName,
    /// The tabled deck that shows it, where one was named.
    pub deck: Option<TabledDeck>,
}

/// How a moment was named.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MomentName {
    /// The present.
    Now,
    /// The end of a day.
    Day(NaiveDate),
    /// A time; for a transaction, when it arrived here.
    Time(DateTime<Utc>),
    /// A tabled deck: its day, the meeting it was for, and its version.
    Tabled(NaiveDate, Option<Bilingual>, u32),
    /// The closing of a workplan.
    Closed(NaiveDate),
}

/// Why a name means no moment.
#[derive(Debug, thiserror::Error)]
pub enum MomentError {
    /// It names nothing that is known.
    #[error("no moment: {0}")]
    Unknown(String),
    /// It has not come yet.
    #[error("not yet: {0}")]
    Future(String),
    /// No deck has been tabled for the current workplan.
    #[error("nothing tabled")]
    NothingTabled,
    /// Unlike decks were tabled last, under one number.
    #[error(transparent)]
    Several(CouncilError),
    /// Nothing had arrived in this store by then: the moment, and when its record begins.
    #[error("nothing was recorded by {}", .0.day)]
    Unrecorded(Box<Moment>, DateTime<Utc>),
    /// Of two moments the second comes before the first.
    #[error("the second moment is the earlier one")]
    Reversed,
    /// The file cannot be read.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl MomentError {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        match self {
            MomentError::Unknown(said) => Failure::new("failure-moment-unknown").text("value", said),
            MomentError::Future(said) => Failure::new("failure-moment-future").text("value", said),
            MomentError::NothingTabled => Failure::new("failure-moment-nothing-tabled"),
            MomentError::Several(error) => error.failure(),
            MomentError::Unrecorded(moment, begins) => Failure::new("failure-moment-unrecorded")
                .pair("moment", Lang::BOTH.map(|lang| moment.told(Words::of(lang))))
                .pair("begins", Lang::BOTH.map(|lang| told_time(*begins, Words::of(lang)))),
            MomentError::Reversed => Failure::new("failure-moment-reversed"),
            MomentError::Trouble(trouble) => trouble.failure(),
        }
    }
}

impl Moment {
    /// Whether it comes before another moment; of two between which nothing was learnt, by
    /// their days.
    pub(crate) fn is_before(&self, other: &Moment) -> bool {
        let within = self.at.is_within(&other.at);
        within && (!other.at.is_within(&self.at) || self.day < other.day)
    }

    /// Its name in words: `now`, `September 25, 2019`, `the deck tabled on …`.
    pub fn told(&self, words: &Words) -> String {
        match &self.name {
            MomentName::Now => words.text(key::MOMENT_NOW),
            MomentName::Day(day) => words.day(*day),
            MomentName::Time(time) => told_time(*time, words),
            MomentName::Tabled(day, meeting, version) => {
                let meeting = meeting.as_ref().map(|name| words.readable(name)).unwrap_or_default();
                let args = [
                    ("day", words.day(*day).into()),
                    ("meeting", meeting.into()),
                    ("version", i64::from(*version).into()),
                ];
                words.format(key::MOMENT_TABLED, &args)
            }
            MomentName::Closed(day) => words.format(key::MOMENT_CLOSED, &[("day", words.day(*day).into())]),
        }
    }
}

/// `September 14, 2019, 2:05 p.m.`, where the user is.
fn told_time(time: DateTime<Utc>, words: &Words) -> String {
    let local = time.with_timezone(&Local);
    let (day, time) = (words.day(local.date_naive()), words.time(local.time()));
    words.format(key::MOMENT_TIME, &[("day", day.into()), ("time", time.into())])
}

impl Store {
    /// A moment by which something was recorded here. What stood at an earlier one nobody
    /// knows, and showing it as an empty plan would say that there was none.
    ///
    /// # Errors
    /// Nothing had arrived in this store by then.
    pub fn recorded(&self, moment: Moment) -> Result<Moment, MomentError> {
        if moment.at != Vector::default() {
            return Ok(moment);
        }
        match self.record_begins()? {
            Some(begins) => Err(MomentError::Unrecorded(Box::new(moment), begins)),
            None => Ok(moment),
        }
    }

    /// When the first of what stands in this store arrived in it.
    fn record_begins(&self) -> Result<Option<DateTime<Utc>>, Trouble> {
        let first = "SELECT txn FROM arrival ORDER BY local_n LIMIT 1";
        let txn: Option<String> =
            self.reading(|sql| Ok(sql.query_row(first, [], |row| row.get(0)).optional()?))?;
        Ok(txn.map(|txn| self.arrived(&txn)).transpose()?.flatten())
    }

    /// The moment that somebody names: `now`; `tabled`, the deck tabled last for the
    /// current workplan, or the one that it follows; a day (`2019-09-14`), which means its end where the user is; a
    /// time (RFC 3339); or the id of a tabled deck, of a closing or of a transaction.
    ///
    /// # Errors
    /// It names none, or one that has not come by `now`.
    pub fn moment(&self, said: &str, now: DateTime<Utc>) -> Result<Moment, MomentError> {
        let said = said.trim();
        match said {
            "now" => return Ok(self.moment_now(now)?),
            "tabled" => return latest_tabled(&self.plan()?),
            _ => {}
        }
        if let Ok(day) = said.parse::<NaiveDate>() {
            if day > on(now) {
                return Err(MomentError::Future(said.to_owned()));
            }
            return Ok(Moment {
                at: self.vector_at(end_of(day))?,
                day,
                name: MomentName::Day(day),
                deck: None,
            });
        }
        if let Ok(time) = DateTime::parse_from_rfc3339(said).map(|time| time.with_timezone(&Utc)) {
            if time > now {
                return Err(MomentError::Future(said.to_owned()));
            }
            return Ok(Moment {
                at: self.vector_at(time)?,
                day: on(time),
                name: MomentName::Time(time),
                deck: None,
            });
        }
        if let Some(id) = Id::parse(said)
            && let Some(moment) = pinned(&self.plan()?, &id)
        {
            return Ok(moment);
        }
        match (self.vector_of(said)?, self.arrived(said)?) {
            (Some(at), Some(time)) => {
                Ok(Moment { at, day: on(time), name: MomentName::Time(time), deck: None })
            }
            _ => Err(MomentError::Unknown(said.to_owned())),
        }
    }

    /// The present as a moment.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn moment_now(&self, now: DateTime<Utc>) -> Result<Moment, Trouble> {
        Ok(Moment { at: self.vector()?, day: on(now), name: MomentName::Now, deck: None })
    }

    fn arrived(&self, txn: &str) -> Result<Option<DateTime<Utc>>, Trouble> {
        let arrived: Option<String> = self.reading(|sql| {
            let mut query = sql.prepare_cached("SELECT arrived_at FROM arrival WHERE txn = ?1")?;
            Ok(query.query_row([txn], |row| row.get(0)).optional()?)
        })?;
        let damaged = |text: &str| Trouble::Damaged(format!("arrived_at: {text}"));
        arrived.map(|text| text.parse().map_err(|_| damaged(&text))).transpose()
    }
}

/// The moment of the deck that was tabled last for the current workplan; as long as none
/// was, for the one that it follows.
fn latest_tabled(plan: &Plan) -> Result<Moment, MomentError> {
    let mut workplan = plan.current_workplan().ok_or(MomentError::NothingTabled)?;
    let mut been = BTreeSet::new();
    while plan.latest_tabled(&workplan.id).is_empty() && been.insert(&workplan.id) {
        let before = workplan.carried_from.as_ref().and_then(|id| plan.workplans.get(id));
        workplan = before.ok_or(MomentError::NothingTabled)?;
    }
    match plan.latest_tabled(&workplan.id).as_slice() {
        [] => Err(MomentError::NothingTabled),
        [deck] => pinned(plan, &deck.id).ok_or(MomentError::NothingTabled),
        decks => Err(MomentError::Several(CouncilError::several(decks.iter().copied()))),
    }
}

/// The moment that a record pins.
fn pinned(plan: &Plan, id: &Id) -> Option<Moment> {
    if let Some(deck) = plan.tabled_decks.get(id) {
        let meeting = plan.meeting_of(deck).map(|meeting| meeting.name.clone());
        let name = MomentName::Tabled(deck.tabled_on, meeting, deck.version);
        return Some(Moment { at: deck.at.clone(), day: deck.tabled_on, name, deck: Some(deck.clone()) });
    }
    let closing = plan.closings.get(id)?;
    let day = closing.closed_on;
    Some(Moment { at: closing.at.clone(), day, name: MomentName::Closed(day), deck: None })
}

/// The day of a time where the user is.
fn on(time: DateTime<Utc>) -> NaiveDate {
    time.with_timezone(&Local).date_naive()
}

/// The last millisecond of a day where the user is; times of arrival are kept in
/// milliseconds.
fn end_of(day: NaiveDate) -> DateTime<Utc> {
    let midnight = day.checked_add_days(Days::new(1)).unwrap_or(day).and_time(NaiveTime::MIN);
    // Where clocks are put forward at midnight, the day begins later.
    let local = |hours| (midnight + TimeDelta::hours(hours)).and_local_timezone(Local).earliest();
    let next = (0..4).find_map(local).map_or(midnight.and_utc(), |time| time.with_timezone(&Utc));
    next - TimeDelta::milliseconds(1)
}
