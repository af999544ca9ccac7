//! Times of day, and how far one day is from another.

use chrono::{Datelike, NaiveDate, NaiveTime, Timelike};
use jalon_domain::Lang;

use crate::Words;
use crate::keys::key;

/// Up to so many days are counted in days; longer spans in whole months.
const MOST_DAYS: i64 = 60;
/// Up to so many months are counted in months; longer spans in whole years.
const MOST_MONTHS: i64 = 23;

impl Words {
    /// A time of day: `2:05 p.m.`, `14 h 05`; `9:00 a.m.`, `9 h`.
    ///
    /// ```
    /// use chrono::NaiveTime;
    /// use jalon_domain::Lang;
    /// use jalon_words::Words;
    ///
    /// let time = NaiveTime::from_hms_opt(14, 5, 0).unwrap();
    /// assert_eq!(Words::of(Lang::En).time(time), "2:05 p.m.");
    /// assert_eq!(Words::of(Lang::Fr).time(time), "14\u{a0}h\u{a0}05");
    /// ```
    pub fn time(&self, time: NaiveTime) -> String {
        let (afternoon, twelve) = time.hour12();
        let hour = match self.lang() {
            Lang::En => twelve.to_string(),
            Lang::Fr => time.hour().to_string(),
        };
        let minute = format!("{:02}", time.minute());
        match (afternoon, time.minute()) {
            (false, 0) => self.format(key::TIME_MORNING_WHOLE, &[("hour", hour.into())]),
            (true, 0) => self.format(key::TIME_AFTERNOON_WHOLE, &[("hour", hour.into())]),
            (false, _) => self.format(key::TIME_MORNING, &[("hour", hour.into()), ("minute", minute.into())]),
            (true, _) => {
                self.format(key::TIME_AFTERNOON, &[("hour", hour.into()), ("minute", minute.into())])
            }
        }
    }

    /// How far a day is from today: `today`, `yesterday`, `12 days ago`, `in 3 days`,
    /// `more than 2 months ago`. Months and years are whole ones that have passed;
    /// what is over them is said, not rounded away.
    pub fn relative(&self, day: NaiveDate, today: NaiveDate) -> String {
        match (day - today).num_days() {
            0 => self.text(key::RELATIVE_TODAY),
            -1 => self.text(key::RELATIVE_YESTERDAY),
            1 => self.text(key::RELATIVE_TOMORROW),
            days => {
                let key = if days < 0 { key::RELATIVE_AGO } else { key::RELATIVE_IN };
                self.format(key, &[("span", self.span(day, today).into())])
            }
        }
    }

    /// How late something is whose time ended `days` days (at least one) before
    /// today: `Overdue by 12 days`, `En retard de plus de 3 mois`.
    pub fn overdue(&self, days: i64, today: NaiveDate) -> String {
        let since = today.checked_sub_signed(chrono::Duration::try_days(days).unwrap_or_default());
        self.format(key::RELATIVE_OVERDUE, &[("span", self.span(since.unwrap_or(today), today).into())])
    }

    /// The time between two days, in either order, in days, whole months or whole years.
    fn span(&self, one: NaiveDate, other: NaiveDate) -> String {
        let (from, to) = (one.min(other), one.max(other));
        let days = (to - from).num_days();
        let months = whole_months(from, to);
        let (key, count, exact) = if days <= MOST_DAYS {
            (key::SPAN_DAYS, days, true)
        } else if months <= MOST_MONTHS {
            (key::SPAN_MONTHS, months, from.day() == to.day())
        } else {
            (key::SPAN_YEARS, months / 12, months % 12 == 0 && from.day() == to.day())
        };
        let span = self.format(key, &[("count", count.into())]);
        if exact { span } else { self.format(key::SPAN_MORE_THAN, &[("span", span.into())]) }
    }
}

/// Whole months that have passed from one day to a later one.
fn whole_months(from: NaiveDate, to: NaiveDate) -> i64 {
    let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month0());
    month(to) - month(from) - i64::from(to.day() < from.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect(text)
    }

    #[test]
    fn times_are_counted_to_12_in_english_and_to_24_in_french() {
        let cases = [
            ((14, 5), "2:05 p.m.", "14~h~05"),
            ((0, 30), "12:30 a.m.", "0~h~30"),
            ((12, 0), "12:00 p.m.", "12~h"),
            ((9, 0), "9:00 a.m.", "9~h"),
        ];
        for ((hour, minute), english, french) in cases {
            let time = NaiveTime::from_hms_opt(hour, minute, 0).expect("a time");
            assert_eq!(Words::of(Lang::En).time(time), english);
            assert_eq!(Words::of(Lang::Fr).time(time), french.replace('~', "\u{a0}"));
        }
    }

    #[test]
    fn far_days_are_told_in_whole_months_and_years_and_what_is_over_is_said() {
        let today = day("2019-09-25");
        let cases = [
            ("2019-09-25", "today", "aujourd’hui"),
            ("2019-09-24", "yesterday", "hier"),
            ("2019-09-26", "tomorrow", "demain"),
            ("2019-09-13", "12 days ago", "il y a 12~jours"),
            ("2019-10-25", "in 30 days", "dans 30~jours"),
            ("2019-07-25", "2 months ago", "il y a 2~mois"),
            ("2019-07-20", "more than 2 months ago", "il y a plus de 2~mois"),
            ("2017-09-25", "2 years ago", "il y a 2~ans"),
            ("2016-10-01", "more than 2 years ago", "il y a plus de 2~ans"),
            ("2022-01-01", "in more than 2 years", "dans plus de 2~ans"),
        ];
        for (other, english, french) in cases {
            assert_eq!(Words::of(Lang::En).relative(day(other), today), english, "{other}");
            let french = french.replace('~', "\u{a0}");
            assert_eq!(Words::of(Lang::Fr).relative(day(other), today), french, "{other}");
        }
    }

    #[test]
    fn lateness_is_told_like_other_spans() {
        let today = day("2019-09-25");
        let both = |days| Lang::BOTH.map(|lang| Words::of(lang).overdue(days, today).replace('\u{a0}', " "));
        assert_eq!(both(1), ["Overdue by 1 day", "En retard de 1 jour"]);
        assert_eq!(both(60), ["Overdue by 60 days", "En retard de 60 jours"]);
        assert_eq!(both(178), ["Overdue by more than 5 months", "En retard de plus de 5 mois"]);
        assert_eq!(both(i64::MAX), ["Overdue by 0 days", "En retard de 0 jour"], "no panic on nonsense");
    }
}
