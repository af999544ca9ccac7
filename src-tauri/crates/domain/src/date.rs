//! Plain dates with a precision. No time zone moves them.

use std::fmt;

use chrono::{Datelike, Days, Months, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::text::Bilingual;

/// A date as precise as people know it. In files: `"2019-05-29"`, `"2019-05"`,
/// `"2019-Q4"`, `"2019-fall"`, `"2019"`, or `{"words": {…}}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema, TS)]
#[serde(try_from = "Written", into = "Written")]
#[ts(as = "Written")]
pub enum PlanDate {
    /// One day.
    Day(NaiveDate),
    /// A month, 1 to 12.
    Month(i32, u32),
    /// A quarter of the calendar year, 1 to 4.
    Quarter(i32, u32),
    /// A season; winter is the one that the year begins with.
    Season(i32, Season),
    /// A calendar year.
    Year(i32),
    /// Words ("late fall or early winter"); never overdue.
    Words(Bilingual),
}

/// A season of the year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Season {
    /// January to March.
    Winter,
    /// April to June.
    Spring,
    /// July to September.
    Summer,
    /// October to December.
    Fall,
}

impl Season {
    /// All, as a year runs through them.
    pub const ALL: [Season; 4] = [Season::Winter, Season::Spring, Season::Summer, Season::Fall];

    /// The code used in files.
    pub fn code(self) -> &'static str {
        match self {
            Season::Winter => "winter",
            Season::Spring => "spring",
            Season::Summer => "summer",
            Season::Fall => "fall",
        }
    }
}

impl PlanDate {
    /// Reads the form used in files; `None` when it is not one, or is not a real
    /// date. Years run from 1900 to 2199: what lies outside is a slip of the key.
    pub fn parse(text: &str) -> Option<PlanDate> {
        let digits = |s: &str, n: usize| {
            (s.len() == n && s.bytes().all(|b| b.is_ascii_digit())).then(|| s.parse::<u32>().ok())?
        };
        let (year, rest) = match text.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (text, None),
        };
        let year = i32::try_from(digits(year, 4)?).ok()?;
        if !(1900..2200).contains(&year) {
            return None;
        }
        let Some(rest) = rest else { return Some(PlanDate::Year(year)) };
        if let Some(quarter) = rest.strip_prefix('Q') {
            return digits(quarter, 1).filter(|q| (1..=4).contains(q)).map(|q| PlanDate::Quarter(year, q));
        }
        if let Some(season) = Season::ALL.into_iter().find(|season| season.code() == rest) {
            return Some(PlanDate::Season(year, season));
        }
        match rest.split_once('-') {
            None => digits(rest, 2).filter(|m| (1..=12).contains(m)).map(|m| PlanDate::Month(year, m)),
            Some((month, day)) => {
                NaiveDate::from_ymd_opt(year, digits(month, 2)?, digits(day, 2)?).map(PlanDate::Day)
            }
        }
    }

    /// The first day that it covers; `None` for words.
    pub fn begins_on(&self) -> Option<NaiveDate> {
        let month = |year, month| NaiveDate::from_ymd_opt(year, month, 1);
        match self {
            PlanDate::Day(day) => Some(*day),
            PlanDate::Month(year, m) => month(*year, *m),
            PlanDate::Quarter(year, quarter) => month(*year, quarter * 3 - 2),
            PlanDate::Season(year, season) => month(*year, *season as u32 * 3 + 1),
            PlanDate::Year(year) => month(*year, 1),
            PlanDate::Words(_) => None,
        }
    }

    /// The last day that it covers; `None` for words.
    pub fn ends_on(&self) -> Option<NaiveDate> {
        let months = match self {
            PlanDate::Day(day) => return Some(*day),
            PlanDate::Month(..) => 1,
            PlanDate::Quarter(..) | PlanDate::Season(..) => 3,
            PlanDate::Year(_) => 12,
            PlanDate::Words(_) => return None,
        };
        self.begins_on()?.checked_add_months(Months::new(months))?.checked_sub_days(Days::new(1))
    }

    /// Days since the period ended, when it has ended before `today`.
    pub fn days_overdue(&self, today: NaiveDate) -> Option<i64> {
        let late = (today - self.ends_on()?).num_days();
        (late > 0).then_some(late)
    }
}

impl fmt::Display for PlanDate {
    /// The form used in files; empty for words.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            PlanDate::Day(day) => write!(f, "{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
            PlanDate::Month(year, month) => write!(f, "{year:04}-{month:02}"),
            PlanDate::Quarter(year, quarter) => write!(f, "{year:04}-Q{quarter}"),
            PlanDate::Season(year, season) => write!(f, "{year:04}-{}", season.code()),
            PlanDate::Year(year) => write!(f, "{year:04}"),
            PlanDate::Words(_) => Ok(()),
        }
    }
}

/// How a date stands in files.
#[derive(Clone, Serialize, Deserialize, JsonSchema, TS)]
#[serde(untagged)]
pub enum Written {
    /// `2019-05-29`, `2019-05`, `2019-Q4`, `2019-fall`, `2019`.
    Text(String),
    /// In words.
    Words {
        /// Both languages.
        words: Bilingual,
    },
}

/// A text that is not a date.
#[derive(Debug, thiserror::Error)]
#[error("not a date: {0}")]
pub struct NotADate(pub String);

impl TryFrom<Written> for PlanDate {
    type Error = NotADate;

    fn try_from(written: Written) -> Result<Self, NotADate> {
        match written {
            Written::Words { words } => Ok(PlanDate::Words(words)),
            Written::Text(text) => PlanDate::parse(&text).ok_or(NotADate(text)),
        }
    }
}

impl From<PlanDate> for Written {
    fn from(date: PlanDate) -> Self {
        match date {
            PlanDate::Words(words) => Written::Words { words },
            date => Written::Text(date.to_string()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_precision_reads_back_as_it_is_written_and_ends_when_its_period_ends() {
        let cases = [
            ("2019-05-29", "2019-05-29"),
            ("2020-02", "2020-02-29"),
            ("2019-Q4", "2019-12-31"),
            ("2020-winter", "2020-03-31"),
            ("2019-fall", "2019-12-31"),
            ("2019", "2019-12-31"),
        ];
        for (written, end) in cases {
            let date = PlanDate::parse(written).expect(written);
            assert_eq!(date.to_string(), written);
            assert_eq!(date.ends_on().unwrap().to_string(), end, "{written}");
        }
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for text in
            ["", "2019-13", "2019-02-30", "2019-Q5", "19", "2019-5-1", "+019", "0000", "9999", "2019-autumn"]
        {
            assert_eq!(PlanDate::parse(text), None, "{text}");
        }
    }

    #[test]
    fn overdue_only_after_the_period_has_ended() {
        let day = |text: &str| PlanDate::parse(text).unwrap().ends_on().unwrap();
        let quarter = PlanDate::parse("2019-Q3").unwrap();
        assert_eq!(quarter.days_overdue(day("2019-09-30")), None);
        assert_eq!(quarter.days_overdue(day("2019-10-01")), Some(1));
    }
}
