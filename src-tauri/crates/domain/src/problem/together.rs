//! What is wrong between several entities, each of which is right by itself: dates that
//! do not follow each other, the same thing carried over or merged twice.

use std::collections::{BTreeMap, BTreeSet};

use super::{Problem, ProblemKind, meetings};
use crate::entity::Cycle;
use crate::id::Id;
use crate::lineage;
use crate::plan::Plan;
use crate::registry::Kind;
use crate::reporting;
use crate::spans;

/// Everything of this sort that is wrong with a plan.
pub(super) fn problems(plan: &Plan) -> Vec<Problem> {
    let found = [
        dates(plan),
        leads(plan),
        submitted_twice(plan),
        carried_twice(plan),
        merged_twice(plan),
        merged_in_circles(plan),
        meetings::twice(plan),
    ];
    found.concat()
}

/// Cycles whose dates do not follow each other.
fn dates(plan: &Plan) -> Vec<Problem> {
    let wrong = |cycle: &Cycle| {
        let meeting = plan.meetings.get(&cycle.meeting);
        let field = reporting::out_of_order(cycle, meeting.map(|meeting| meeting.date))?;
        let (kind, id) = match meeting.filter(|_| field == "date") {
            Some(meeting) => (Kind::Meeting, &meeting.id),
            None => (Kind::Cycle, &cycle.id),
        };
        Some(Problem { kind, id: id.clone(), field, what: ProblemKind::Order })
    };
    plan.cycles.values().filter_map(wrong).collect()
}

/// Priorities with somebody who leads on none of their plan's days.
fn leads(plan: &Plan) -> Vec<Problem> {
    let wrong = plan.priorities.values().filter_map(|it| {
        let workplan = plan.workplans.get(&it.workplan)?;
        let (place, lead) = spans::outside(&it.leads, workplan.starts, workplan.ends)?;
        let what = ProblemKind::LeadOutside(place, lead.jurisdiction.clone());
        Some(Problem { kind: Kind::Priority, id: it.id.clone(), field: "leads", what })
    });
    wrong.collect()
}

/// Submissions of a jurisdiction that has one with a lower id in the same cycle: it
/// answered in two stores at once.
fn submitted_twice(plan: &Plan) -> Vec<Problem> {
    let mut first = BTreeMap::new();
    let again = plan.submissions.values().filter_map(|it| {
        let before = *first.entry((&it.cycle, &it.jurisdiction)).or_insert(&it.id);
        (before != &it.id).then(|| Problem {
            kind: Kind::Submission,
            id: it.id.clone(),
            field: "jurisdiction",
            what: ProblemKind::SubmittedTwice(before.clone()),
        })
    });
    again.collect()
}

/// What was carried over from the same thing to the same place as another one with a
/// lower id.
fn carried_twice(plan: &Plan) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let again =
        copies(plan).into_iter().filter(|(kind, _, from, place)| !seen.insert((*kind, *from, *place)));
    let problem = |(kind, id, ..): CopyIn<'_>| Problem {
        kind,
        id: id.clone(),
        field: "carried_from",
        what: ProblemKind::CarriedTwice,
    };
    again.map(problem).collect()
}

/// A copy: its kind and id, what it was carried over from, and the cycle or plan that it
/// stands in.
type CopyIn<'p> = (Kind, &'p Id, &'p Id, &'p Id);

fn copies(plan: &Plan) -> Vec<CopyIn<'_>> {
    let mut all: Vec<CopyIn<'_>> = Vec::new();
    all.extend(
        plan.priorities
            .values()
            .filter_map(|it| Some((Kind::Priority, &it.id, it.carried_from.as_ref()?, &it.workplan))),
    );
    all.extend(plan.milestones.values().filter_map(|it| {
        let place = &plan.priorities.get(&it.priority)?.workplan;
        Some((Kind::Milestone, &it.id, it.carried_from.as_ref()?, place))
    }));
    macro_rules! in_cycles {
        ($($kind:ident in $list:ident),*) => {
            $(all.extend(plan.$list.values().filter_map(|it| {
                Some((Kind::$kind, &it.id, it.carried_from.as_ref()?, &it.cycle))
            }));)*
        };
    }
    in_cycles!(Progress in progress, Achievement in achievements, Challenge in challenges, NextStep in next_steps);
    all
}

/// Challenges that were merged into another one than an earlier merge had put them into;
/// and those of one cycle that were carried over in part from the same ones as another, where
/// either comes from a merge: they tell the same twice.
fn merged_twice(plan: &Plan) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let mut told: BTreeMap<(&Id, &Id), bool> = BTreeMap::new();
    let gone = lineage::merged(plan);
    let again = plan.challenges.values().filter(|it| {
        // All of them are entered, also after the first that was there already.
        let mut twice = it.merged_from.iter().filter(|from| !seen.insert(*from)).count() > 0;
        if !gone.contains(&it.id) {
            let (stems, merged) = lineage::stems(plan, &it.id);
            for stem in stems {
                let before = told.get(&(&it.cycle, stem)).copied();
                twice |= before.is_some_and(|before| before || merged);
                *told.entry((&it.cycle, stem)).or_default() |= merged;
            }
        }
        twice
    });
    again
        .map(|it| match it.merged_from.is_empty() {
            true => Problem { field: "carried_from", ..merged(&it.id, ProblemKind::MergedTwice) },
            false => merged(&it.id, ProblemKind::MergedTwice),
        })
        .collect()
}

/// Challenges that were merged, over others, into themselves.
fn merged_in_circles(plan: &Plan) -> Vec<Problem> {
    let circle = plan.challenges.values().filter(|it| lineage::merges_itself(plan, &it.id));
    circle.map(|it| merged(&it.id, ProblemKind::Loop)).collect()
}

fn merged(id: &Id, what: ProblemKind) -> Problem {
    Problem { kind: Kind::Challenge, id: id.clone(), field: "merged_from", what }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Map, Value, json};

    fn challenge(id: &str, carried_from: Value, merged_from: &[&str]) -> (String, Value) {
        let it = json!({"id": id, "cycle": "c", "position": "b", "text": {"en": id, "source": "en"},
            "attribution": "anonymous", "carried_from": carried_from, "merged_from": merged_from});
        (id.to_owned(), it)
    }

    fn found(challenges: &[(String, Value)]) -> Vec<(String, ProblemKind)> {
        let challenges: Map<_, _> = challenges.iter().cloned().collect();
        let plan: Plan = serde_json::from_value(json!({"challenges": challenges})).unwrap();
        problems(&plan).into_iter().map(|problem| (problem.id.to_string(), problem.what)).collect()
    }

    #[test]
    fn what_stands_twice_is_told_of_the_one_that_came_second() {
        let none = || Value::Null;
        let carried =
            [challenge("b", json!("a"), &[]), challenge("c", json!("a"), &[]), challenge("a", none(), &[])];
        assert_eq!(found(&carried), [("c".to_owned(), ProblemKind::CarriedTwice)]);
        let sources = [challenge("a", none(), &[]), challenge("b", none(), &[]), challenge("c", none(), &[])];
        let merged = [challenge("m", none(), &["a", "b"]), challenge("n", none(), &["b", "c"])];
        assert_eq!(found(&[&sources[..], &merged].concat()), [("n".to_owned(), ProblemKind::MergedTwice)]);
        // Both were carried over before the two merges met.
        let mut copies = [challenge("m2", json!("m"), &[]), challenge("n2", json!("n"), &[])];
        copies.iter_mut().for_each(|(_, copy)| copy["cycle"] = json!("c2"));
        let all = [&sources[..], &merged, &copies].concat();
        let twice = |id: &str| (id.to_owned(), ProblemKind::MergedTwice);
        assert_eq!(found(&all), [twice("n"), twice("n2")]);
        let mended = [&sources[..], &merged[..1], &copies[..1]].concat();
        assert_eq!(found(&mended), []);
        // One store merged, and the other carried over what it did not know to be merged.
        let mut apart = [challenge("a2", json!("a"), &[]), challenge("m2", json!("m"), &[])];
        apart.iter_mut().for_each(|(_, copy)| copy["cycle"] = json!("c2"));
        let all = [&sources[..], &merged[..1], &apart].concat();
        assert_eq!(found(&all), [twice("m2")]);
        let plan: Map<_, _> = all.iter().cloned().collect();
        let plan: Plan = serde_json::from_value(json!({"challenges": plan})).unwrap();
        assert_eq!(problems(&plan)[0].field, "carried_from", "it was merged of nothing itself");
        // Another copy, made by way of a cycle between, is told as well.
        let mut between = [challenge("a3", json!("a"), &[]), challenge("z", json!("a3"), &[])];
        between[0].1["cycle"] = json!("c3");
        between[1].1["cycle"] = json!("c2");
        assert_eq!(found(&[&all[..], &between].concat()), [twice("m2"), twice("z")]);
        // The merged one may come first.
        let mut first = challenge("a1", json!("m"), &[]);
        first.1["cycle"] = json!("c2");
        let all = [&sources[..], &merged[..1], &apart[..1], &[first], &between].concat();
        assert_eq!(found(&all), [twice("a2"), twice("z")]);
        // Its copy took the place of those of its sources, and was merged further.
        let mut joined = [challenge("a2", json!("a"), &[]), challenge("m2", json!("m"), &["a2"])];
        joined.iter_mut().for_each(|(_, copy)| copy["cycle"] = json!("c2"));
        assert_eq!(found(&[&sources[..], &merged[..1], &joined].concat()), []);
    }

    #[test]
    fn a_government_that_answered_twice_in_a_cycle_is_told_of_with_its_other_answer() {
        let submission = |id: &str, cycle: &str, jurisdiction: &str| {
            (
                id.to_owned(),
                json!({"id": id, "cycle": cycle, "jurisdiction": jurisdiction, "state": "submitted"}),
            )
        };
        let all =
            [submission("a", "c", "CA-QC"), submission("b", "c", "CA-QC"), submission("d", "e", "CA-QC")];
        let all: Map<_, _> = all.into_iter().collect();
        let plan: Plan = serde_json::from_value(json!({"submissions": all})).unwrap();
        let [problem] = problems(&plan).try_into().unwrap();
        assert_eq!(problem.id.as_str(), "b");
        assert_eq!(problem.what, ProblemKind::SubmittedTwice(Id::parse("a").unwrap()));
    }

    #[test]
    fn a_circle_of_merges_is_told_of_everybody_in_it() {
        let circle = [
            challenge("a", Value::Null, &["b"]),
            challenge("b", Value::Null, &["a"]),
            challenge("c", Value::Null, &["a"]),
        ];
        let loops: Vec<_> =
            found(&circle).into_iter().filter(|(_, what)| *what == ProblemKind::Loop).collect();
        assert_eq!(loops, ["a", "b"].map(|id| (id.to_owned(), ProblemKind::Loop)));
    }

    #[test]
    fn dates_that_do_not_follow_each_other_are_told_where_they_stand() {
        let plan = |approvals: &str| -> Plan {
            serde_json::from_value(json!({
                "meetings": {"m": {"id": "m", "workplan": "w", "name": {"en": "M", "source": "en"}, "date": "2019-09-25"}},
                "cycles": {"c": {"id": "c", "meeting": "m", "state": "open", "opens": "2019-07-31",
                    "approvals_due": approvals}},
            }))
            .unwrap()
        };
        let told = |approvals| -> Vec<(Kind, &'static str)> {
            problems(&plan(approvals)).into_iter().map(|problem| (problem.kind, problem.field)).collect()
        };
        assert!(told("2019-09-11").is_empty());
        assert_eq!(told("2019-07-01"), [(Kind::Cycle, "approvals_due")]);
        assert_eq!(told("2019-10-01"), [(Kind::Meeting, "date")]);
    }
}
