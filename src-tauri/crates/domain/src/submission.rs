//! Who has submitted in a reporting cycle, and who is outstanding.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::entity::Submission;
use crate::id::Id;
use crate::plan::{Plan, in_order};

/// The state of a jurisdiction that nobody has recorded anything for.
pub const OUTSTANDING: &str = "outstanding";

/// Where one jurisdiction stands in a cycle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SubmissionState {
    /// The jurisdiction.
    pub jurisdiction: Id,
    /// Its state as recorded, as a code of the registry; outstanding when nothing is.
    pub state: String,
    /// The submission that records it, when one does.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub submission: Option<Id>,
    /// Achievements and progress points that it has written in this cycle, what was
    /// carried over not counted. Writing is no submission: the recorded state stands.
    pub items: usize,
    /// Whether something is still expected of it.
    pub expected: bool,
    /// Days since submissions were due, while something is still expected of it.
    #[ts(optional, type = "number")]
    #[serde(skip_serializing_if = "Option::is_none", default)]
    pub days_overdue: Option<i64>,
}

/// The identifier of what a jurisdiction submits in a cycle: the same in every store.
pub fn id_of(cycle: &Id, jurisdiction: &Id) -> Id {
    Id::derived("submission", &[cycle, jurisdiction])
}

/// The submission of a jurisdiction in a cycle; the one with the lowest id where a
/// merge has brought several.
pub fn find<'p>(plan: &'p Plan, cycle: &Id, jurisdiction: &Id) -> Option<&'p Submission> {
    plan.submissions.values().find(|it| &it.cycle == cycle && &it.jurisdiction == jurisdiction)
}

/// Every jurisdiction of the working group with where it stands in a cycle on that
/// day, in protocol order.
pub fn submissions(plan: &Plan, cycle: &Id, today: NaiveDate) -> Vec<SubmissionState> {
    let due = plan.cycles.get(cycle).and_then(|cycle| cycle.submissions_due);
    let late = due.map(|due| (today - due).num_days()).filter(|days| *days > 0);
    let standing = |jurisdiction: &Id| {
        let submission = find(plan, cycle, jurisdiction);
        let state = submission.map_or(OUTSTANDING, |it| it.state.as_str());
        let expected = matches!(state, OUTSTANDING | "draft");
        SubmissionState {
            jurisdiction: jurisdiction.clone(),
            state: state.to_owned(),
            submission: submission.map(|it| it.id.clone()),
            items: written(plan, cycle, jurisdiction),
            expected,
            days_overdue: late.filter(|_| expected),
        }
    };
    in_order(plan.jurisdictions.values()).into_iter().map(|it| standing(&it.id)).collect()
}

/// What a jurisdiction has written in a cycle. Challenges are left out: where one came
/// from is not for everybody.
fn written(plan: &Plan, cycle: &Id, jurisdiction: &Id) -> usize {
    let achievements = plan
        .achievements
        .values()
        .filter(|it| &it.cycle == cycle && &it.jurisdiction == jurisdiction && it.carried_from.is_none());
    let progress = plan.progress.values().filter(|it| {
        &it.cycle == cycle && it.jurisdiction.as_ref() == Some(jurisdiction) && it.carried_from.is_none()
    });
    achievements.count() + progress.count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn plan() -> Plan {
        let text = |en: &str| json!({"en": en, "source": "en"});
        let jurisdiction = |id: &str, position: &str| {
            json!({"id": id, "position": position, "level": "provincial", "name": text(id),
                "abbreviation": text(id)})
        };
        let submission = |id: &str, of: &str, state: &str| json!({"id": id, "cycle": "c", "jurisdiction": of, "state": state});
        let achievement = |id: &str, carried: Option<&str>| {
            let mut it =
                json!({"id": id, "cycle": "c", "jurisdiction": "CA-YT", "position": "b", "text": text("A")});
            if let Some(from) = carried {
                it["carried_from"] = json!(from);
            }
            it
        };
        serde_json::from_value(json!({
            "jurisdictions": {
                "CA-ON": jurisdiction("CA-ON", "b"), "CA-AB": jurisdiction("CA-AB", "c"),
                "CA-QC": jurisdiction("CA-QC", "d"), "CA-YT": jurisdiction("CA-YT", "e"),
            },
            "cycles": {"c": {"id": "c", "meeting": "m", "submissions_due": "2019-08-14", "state": "open"}},
            "submissions": {
                "s1": submission("s1", "CA-ON", "submitted"),
                "s2": submission("s2", "CA-AB", "draft"),
                "s3": submission("s3", "CA-QC", "nothing_to_report"),
            },
            "achievements": {"a1": achievement("a1", None), "a2": achievement("a2", Some("a0"))},
        }))
        .unwrap()
    }

    #[test]
    fn everybody_has_a_state_and_only_who_is_expected_can_be_late() {
        let found = |day: (i32, u32, u32)| -> Vec<(String, String, usize, Option<i64>)> {
            let day = NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap();
            let all = submissions(&plan(), &Id::parse("c").unwrap(), day);
            all.into_iter()
                .map(|it| (it.jurisdiction.to_string(), it.state, it.items, it.days_overdue))
                .collect()
        };
        let row = |of: &str, state: &str, items, late| (of.to_owned(), state.to_owned(), items, late);
        let expected = |late| {
            vec![
                row("CA-ON", "submitted", 0, None),
                row("CA-AB", "draft", 0, late),
                row("CA-QC", "nothing_to_report", 0, None),
                row("CA-YT", "outstanding", 1, late),
            ]
        };
        assert_eq!(found((2019, 8, 14)), expected(None), "not late on the day itself");
        assert_eq!(found((2019, 8, 16)), expected(Some(2)));
    }

    #[test]
    fn a_cycle_without_a_date_makes_nobody_late() {
        let mut plan = plan();
        plan.cycles.values_mut().for_each(|cycle| cycle.submissions_due = None);
        let all = submissions(&plan, &Id::parse("c").unwrap(), NaiveDate::MAX);
        assert!(all.iter().all(|it| it.days_overdue.is_none()));
    }
}
