//! Days, plan dates and ranges, as each language writes them.

use chrono::{Datelike, NaiveDate};
use jalon_domain::{Lang, PlanDate};

use crate::Words;
use crate::keys::{Key, key};

const MONTHS: [Key; 12] = [
    key::MONTH_1,
    key::MONTH_2,
    key::MONTH_3,
    key::MONTH_4,
    key::MONTH_5,
    key::MONTH_6,
    key::MONTH_7,
    key::MONTH_8,
    key::MONTH_9,
    key::MONTH_10,
    key::MONTH_11,
    key::MONTH_12,
];

const SHORT_MONTHS: [Key; 12] = [
    key::MONTH_SHORT_1,
    key::MONTH_SHORT_2,
    key::MONTH_SHORT_3,
    key::MONTH_SHORT_4,
    key::MONTH_SHORT_5,
    key::MONTH_SHORT_6,
    key::MONTH_SHORT_7,
    key::MONTH_SHORT_8,
    key::MONTH_SHORT_9,
    key::MONTH_SHORT_10,
    key::MONTH_SHORT_11,
    key::MONTH_SHORT_12,
];

impl Words {
    /// A day in full: `May 29, 2019`, `29 mai 2019`, `1er mai 2019`.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use jalon_domain::Lang;
    /// use jalon_words::Words;
    ///
    /// let first = NaiveDate::from_ymd_opt(2019, 5, 1).unwrap();
    /// assert_eq!(Words::of(Lang::En).day(first), "May 1, 2019");
    /// assert_eq!(Words::of(Lang::Fr).day(first), "1er\u{a0}mai 2019");
    /// ```
    pub fn day(&self, day: NaiveDate) -> String {
        self.full_day(day, self.month(&MONTHS, day.month()))
    }

    /// A day with its month in short: `Sept. 25, 2019`, `25 sept. 2019`.
    pub fn short_day(&self, day: NaiveDate) -> String {
        self.full_day(day, self.month(&SHORT_MONTHS, day.month()))
    }

    /// A day without its year: `May 29`, `29 mai`.
    pub fn day_of_month(&self, day: NaiveDate) -> String {
        let args = [("month", self.month(&MONTHS, day.month()).into()), ("day", self.day_number(day).into())];
        self.format(key::DATE_DAY_MONTH, &args)
    }

    /// A date in its precision: `May 29, 2019`, `May 2019`, `2nd quarter of 2019`,
    /// `fall 2019`, `2019`, or its own words. Words that this language lacks are
    /// shown in the other; whoever must not fall back (a final deck) asks first.
    ///
    /// ```
    /// use jalon_domain::{Lang, PlanDate};
    /// use jalon_words::Words;
    ///
    /// let quarter = PlanDate::parse("2019-Q1").unwrap();
    /// assert_eq!(Words::of(Lang::En).date(&quarter), "1st quarter of 2019");
    /// assert_eq!(Words::of(Lang::Fr).date(&quarter), "1er trimestre de 2019");
    /// ```
    pub fn date(&self, date: &PlanDate) -> String {
        match date {
            PlanDate::Day(day) => self.day(*day),
            PlanDate::Month(year, month) => {
                let month = self.month(&MONTHS, *month);
                self.format(key::DATE_MONTH, &[("month", month.into()), ("year", year.to_string().into())])
            }
            PlanDate::Quarter(year, quarter) => {
                let quarter = self.ordinal(i64::from(*quarter)).to_string();
                let args = [("quarter", quarter.into()), ("year", year.to_string().into())];
                self.format(key::DATE_QUARTER, &args)
            }
            PlanDate::Season(year, season) => {
                let args = [
                    ("season", self.code("season", season.code()).into()),
                    ("year", year.to_string().into()),
                ];
                self.format(key::DATE_SEASON, &args)
            }
            PlanDate::Year(year) => year.to_string(),
            PlanDate::Words(words) => words.readable(self.lang()).0.to_owned(),
        }
    }

    /// From a first day to a last one, both included: `May 29 to 31, 2019`, `du 29 au
    /// 31 mai 2019`; one day where both are the same. Days in the wrong order are
    /// put right: which is which is not for words to judge.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use jalon_domain::Lang;
    /// use jalon_words::Words;
    ///
    /// let day = |d| NaiveDate::from_ymd_opt(2019, 5, d).unwrap();
    /// assert_eq!(Words::of(Lang::En).day_range(day(29), day(31)), "May 29 to 31, 2019");
    /// assert_eq!(Words::of(Lang::Fr).day_range(day(29), day(31)), "du 29 au 31\u{a0}mai 2019");
    /// ```
    pub fn day_range(&self, one: NaiveDate, other: NaiveDate) -> String {
        let (from, to) = (one.min(other), one.max(other));
        let year = to.year().to_string();
        if from == to {
            self.day(from)
        } else if (from.year(), from.month()) == (to.year(), to.month()) {
            let args = [
                ("month", self.month(&MONTHS, to.month()).into()),
                ("from", self.day_number(from).into()),
                ("to", self.day_number(to).into()),
                ("year", year.into()),
            ];
            self.format(key::RANGE_IN_MONTH, &args)
        } else if from.year() == to.year() {
            let days = [("from", self.day_of_month(from).into()), ("to", self.day_of_month(to).into())];
            self.format(key::RANGE_IN_YEAR, &[&days[..], &[("year", year.into())]].concat())
        } else {
            let args = [("from", self.day(from).into()), ("to", self.day(to).into())];
            self.format(key::RANGE_ACROSS_YEARS, &args)
        }
    }

    /// When something begins and ends, either of which may be unknown: a range of
    /// days, or `May 2019 – fall 2019`, or the one date that there is.
    pub fn dates(&self, starts: Option<&PlanDate>, ends: Option<&PlanDate>) -> Option<String> {
        match (starts, ends) {
            (Some(PlanDate::Day(from)), Some(PlanDate::Day(to))) => Some(self.day_range(*from, *to)),
            (Some(from), Some(to)) if from != to => {
                let args = [("from", self.date(from).into()), ("to", self.date(to).into())];
                Some(self.format(key::RANGE_OF_DATES, &args))
            }
            (one, other) => one.or(other).map(|date| self.date(date)),
        }
    }

    fn full_day(&self, day: NaiveDate, month: String) -> String {
        let args = [
            ("month", month.into()),
            ("day", self.day_number(day).into()),
            ("year", day.year().to_string().into()),
        ];
        self.format(key::DATE_DAY, &args)
    }

    /// The day of the month; in French the first alone is an ordinal.
    fn day_number(&self, day: NaiveDate) -> String {
        match (self.lang(), day.day()) {
            (Lang::Fr, 1) => self.ordinal(1).to_string(),
            (_, number) => number.to_string(),
        }
    }

    fn month(&self, names: &[Key; 12], month: u32) -> String {
        let index = usize::try_from(month).unwrap_or_default().clamp(1, 12) - 1;
        self.text(names[index])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_domain::Bilingual;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect(text)
    }

    /// A tilde stands for a no-break space.
    fn check(english: String, french: String, expected: (&str, &str)) {
        assert_eq!((english.as_str(), french.as_str()), (expected.0, &*expected.1.replace('~', "\u{a0}")));
    }

    #[test]
    fn a_date_of_each_precision() {
        let cases = [
            ("2019-05-29", "May 29, 2019", "29~mai 2019"),
            ("2019-04-01", "April 1, 2019", "1er~avril 2019"),
            ("2019-08", "August 2019", "août 2019"),
            ("2019-Q4", "4th quarter of 2019", "4e trimestre de 2019"),
            ("2019-fall", "fall 2019", "automne 2019"),
            ("2020-winter", "winter 2020", "hiver 2020"),
            ("2019", "2019", "2019"),
        ];
        for (written, english, french) in cases {
            let date = PlanDate::parse(written).expect(written);
            let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).date(&date));
            check(en, fr, (english, french));
        }
        let words = PlanDate::Words(Bilingual::from_source(Lang::Fr, "fin de l’automne"));
        assert_eq!(Words::of(Lang::Fr).date(&words), "fin de l’automne");
        assert_eq!(Words::of(Lang::En).date(&words), "fin de l’automne", "better than nothing on a screen");
    }

    #[test]
    fn a_range_says_once_what_its_two_days_share() {
        let cases = [
            ("2019-05-29", "2019-05-31", "May 29 to 31, 2019", "du 29 au 31~mai 2019"),
            ("2019-05-31", "2019-05-29", "May 29 to 31, 2019", "du 29 au 31~mai 2019"),
            ("2019-05-01", "2019-05-03", "May 1 to 3, 2019", "du 1er au 3~mai 2019"),
            ("2019-05-29", "2019-06-02", "May 29 to June 2, 2019", "du 29~mai au 2~juin 2019"),
            (
                "2019-12-30",
                "2020-01-01",
                "December 30, 2019 to January 1, 2020",
                "du 30~décembre 2019 au 1er~janvier 2020",
            ),
            ("2019-05-29", "2019-05-29", "May 29, 2019", "29~mai 2019"),
        ];
        for (from, to, english, french) in cases {
            let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).day_range(day(from), day(to)));
            check(en, fr, (english, french));
        }
    }

    #[test]
    fn dates_of_different_precision_are_joined_and_one_alone_stands_alone() {
        let (month, season) = (PlanDate::parse("2019-05"), PlanDate::parse("2019-fall"));
        let both = |from: &Option<PlanDate>, to: &Option<PlanDate>| {
            Lang::BOTH.map(|lang| Words::of(lang).dates(from.as_ref(), to.as_ref()).unwrap_or_default())
        };
        assert_eq!(both(&month, &season), ["May 2019 – fall 2019", "mai 2019 – automne 2019"]);
        assert_eq!(both(&month, &month), ["May 2019", "mai 2019"]);
        assert_eq!(both(&None, &season), ["fall 2019", "automne 2019"]);
        assert_eq!(both(&None, &None), ["", ""]);
    }

    #[test]
    fn short_days_abbreviate_long_months() {
        let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).short_day(day("2019-09-25")));
        check(en, fr, ("Sept. 25, 2019", "25~sept. 2019"));
        let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).day_of_month(day("2019-02-01")));
        check(en, fr, ("February 1", "1er~février"));
    }
}
