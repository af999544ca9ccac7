//! The dates of a reporting cycle.

use chrono::{Days, NaiveDate};

use crate::entity::Cycle;

/// The dates of a cycle that nobody has set otherwise, by the working group's own
/// rhythm: eight weeks before the meeting it opens, six weeks before submissions are
/// due, two weeks before the co-chairs' approvals are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    /// When the cycle opens.
    pub opens: NaiveDate,
    /// When submissions are due.
    pub submissions_due: NaiveDate,
    /// When approvals are due.
    pub approvals_due: NaiveDate,
}

impl Rhythm {
    /// The rhythm towards a meeting on that day.
    pub fn towards(meeting: NaiveDate) -> Rhythm {
        let weeks = |weeks: u64| meeting.checked_sub_days(Days::new(7 * weeks)).unwrap_or(NaiveDate::MIN);
        Rhythm { opens: weeks(8), submissions_due: weeks(6), approvals_due: weeks(2) }
    }
}

/// The first date of a cycle that comes before one that it must follow: opening,
/// submissions, approvals, meeting, each on the same day or later. The field as plan
/// JSON names it; `date` stands for the meeting's day.
pub fn out_of_order(cycle: &Cycle, meeting: Option<NaiveDate>) -> Option<&'static str> {
    let dates = [
        ("opens", cycle.opens),
        ("submissions_due", cycle.submissions_due),
        ("approvals_due", cycle.approvals_due),
        ("date", meeting),
    ];
    let known: Vec<_> = dates.into_iter().filter_map(|(name, day)| Some((name, day?))).collect();
    known.windows(2).find(|pair| pair[0].1 > pair[1].1).map(|pair| pair[1].0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_rhythm_is_that_of_the_september_councils() {
        let rhythm = Rhythm::towards(day("2019-09-25"));
        assert_eq!(rhythm.opens, day("2019-07-31"));
        assert_eq!(rhythm.submissions_due, day("2019-08-14"));
        assert_eq!(rhythm.approvals_due, day("2019-09-11"));
    }

    #[test]
    fn dates_follow_each_other_where_they_are_known() {
        let check = |dates: [&str; 4], expected: Option<&str>| {
            let [opens, submissions_due, approvals_due, meeting] =
                dates.map(|text| (!text.is_empty()).then(|| day(text)));
            let cycle = json!({"id": "c", "meeting": "m", "state": "open", "opens": opens,
                "submissions_due": submissions_due, "approvals_due": approvals_due});
            assert_eq!(out_of_order(&serde_json::from_value(cycle).unwrap(), meeting), expected, "{dates:?}");
        };
        check(["2019-07-31", "2019-08-14", "2019-09-11", "2019-09-25"], None);
        check(["2019-07-31", "2019-07-31", "2019-07-31", "2019-07-31"], None);
        check(["2019-07-31", "2019-07-30", "", ""], Some("submissions_due"));
        check(["2019-07-31", "", "2019-07-30", ""], Some("approvals_due"));
        check(["", "", "2019-09-26", "2019-09-25"], Some("date"));
        check(["", "", "", "2019-09-25"], None);
    }
}
