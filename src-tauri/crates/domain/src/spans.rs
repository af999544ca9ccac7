//! Spans of days: what ends does not end before it begins, and who leads does so within the
//! plan's days.

use chrono::NaiveDate;
use serde_json::Value;

use crate::date::PlanDate;
use crate::leads::Lead;
use crate::registry::Kind;

/// Whether a plan or an event, as plan JSON writes it, ends before it begins. What is known
/// to the month or in words only may still lie right.
pub fn ends_first(kind: Kind, object: &Value) -> bool {
    let date = |field: &str| object.get(field).and_then(Value::as_str).and_then(PlanDate::parse);
    let first = date("starts").and_then(|date| date.begins_on());
    let last = date("ends").and_then(|date| date.ends_on());
    matches!(kind, Kind::Workplan | Kind::Event)
        && matches!((first, last), (Some(first), Some(last)) if first > last)
}

/// The first lead, by its place in the list from 0, all of whose days lie before a plan
/// begins or after it ends.
pub fn outside(leads: &[Lead], starts: Option<NaiveDate>, ends: Option<NaiveDate>) -> Option<(usize, &Lead)> {
    let after = |a: Option<NaiveDate>, b: Option<NaiveDate>| matches!((a, b), (Some(a), Some(b)) if a > b);
    leads.iter().enumerate().find(|(_, lead)| after(starts, lead.to) || after(lead.from, ends))
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_ends_before_it_begins_is_found_and_what_may_lie_right_is_not() {
        let check = |starts: &str, ends: &str, expected: bool| {
            let object = json!({"starts": starts, "ends": ends});
            for kind in [Kind::Workplan, Kind::Event] {
                assert_eq!(ends_first(kind, &object), expected, "{starts} {ends}");
            }
            assert!(!ends_first(Kind::Meeting, &object));
        };
        check("2021-04-01", "2020-03-31", true);
        check("2020-03-31", "2020-03-31", false);
        check("2020-04", "2020-03", true);
        check("2020-03", "2020-03-01", false);
        check("2020-03-01", "2020", false);
        check("", "2020-03-31", false);
        assert!(!ends_first(Kind::Event, &json!({"starts": {"words": {}}, "ends": "2020"})));
    }

    #[test]
    fn who_leads_on_none_of_a_plans_days_is_found() {
        let day = |text: &str| text.parse::<NaiveDate>().ok();
        let lead = |from: &str, to: &str| -> Lead {
            serde_json::from_value(json!({"jurisdiction": "CA-ON", "from": day(from), "to": day(to)}))
                .unwrap()
        };
        let check = |from: &str, to: &str, expected: Option<usize>| {
            let leads = [lead("", ""), lead(from, to)];
            let found = outside(&leads, day("2018-09-04"), day("2020-03-31"));
            assert_eq!(found, expected.map(|place: usize| (place, &leads[place])), "{from} {to}");
            assert_eq!(outside(&leads, None, None), None);
        };
        check("", "1990-01-01", Some(1));
        check("", "2018-09-03", Some(1));
        check("", "2018-09-04", None);
        check("2020-03-31", "", None);
        check("2020-04-01", "", Some(1));
        check("2018-01-01", "2021-01-01", None);
    }
}
