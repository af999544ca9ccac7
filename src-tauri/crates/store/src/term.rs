//! The terms of those on whose behalf something is recorded.

use chrono::NaiveDate;
use jalon_domain::{Failure, Id, Lang};
use jalon_words::Words;

/// Why a role was not held on the day of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Term {
    /// It had ended on that day.
    Ended(NaiveDate),
    /// It begins only then.
    Begins(NaiveDate),
}

impl Term {
    /// What the user is told, of the role of a jurisdiction.
    pub(crate) fn failure(self, id: &Id) -> Failure {
        let (code, day) = match self {
            Term::Ended(day) => ("failure-store-behalf-ended", day),
            Term::Begins(day) => ("failure-store-behalf-not-yet", day),
        };
        Failure::new(code)
            .text("id", id.as_str())
            .pair("day", Lang::BOTH.map(|lang| Words::of(lang).day(day)))
    }
}
