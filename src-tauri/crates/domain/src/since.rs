//! What is different between two moments of a plan.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use crate::date::PlanDate;
use crate::entity::Milestone;
use crate::id::Id;
use crate::plan::Plan;
use crate::registry::{FieldType, KINDS, Kind};
use crate::status::Completion;
use crate::text::Bilingual;

/// One difference. A milestone may have several: it may slip and regress at once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "difference", rename_all = "snake_case")]
pub enum Difference {
    /// It is complete and was not.
    Completed {
        /// The milestone.
        milestone: Id,
    },
    /// It is due later than it was.
    Slipped {
        /// The milestone.
        milestone: Id,
        /// When it was due.
        before: PlanDate,
        /// When it is due.
        after: PlanDate,
    },
    /// Its completion went down. From complete, anything else is down.
    Regressed {
        /// The milestone.
        milestone: Id,
        /// Where it stood.
        before: Completion,
        /// Where it stands.
        after: Completion,
    },
    /// It was not there before.
    New {
        /// The milestone.
        milestone: Id,
    },
    /// It is no longer in the workplan, or no longer pursued.
    Dropped {
        /// The milestone.
        milestone: Id,
    },
    /// It is open, and nothing of its status is different.
    Silent {
        /// The milestone.
        milestone: Id,
    },
    /// A bilingual text of anything in the plan that was there before: a side of it
    /// reads differently.
    Translation {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// The field, as plan JSON names it.
        field: String,
        /// How it read; both sides empty when there was none.
        before: Bilingual,
        /// How it reads; both sides empty when there is none.
        after: Bilingual,
    },
}

/// What is different in `after`: the milestones of its current workplan in the order
/// of the board, then those that have gone from it, then texts in the order of plan
/// JSON. Where `after` has no workplan, all of those of `before` have gone.
pub fn since(before: &Plan, after: &Plan) -> Vec<Difference> {
    let workplan = after.current_workplan().or_else(|| before.current_workplan());
    let Some(workplan) = workplan.map(|it| &it.id) else { return texts(before, after) };
    let mut found = Vec::new();
    let now = milestones(after, workplan);
    for milestone in &now {
        match before.milestones.get(&milestone.id) {
            Some(old) => compare(old, milestone, &mut found),
            None => found.push(Difference::New { milestone: milestone.id.clone() }),
        }
    }
    let gone = milestones(before, workplan).into_iter().filter(|old| now.iter().all(|it| it.id != old.id));
    found.extend(gone.map(|old| Difference::Dropped { milestone: old.id.clone() }));
    found.extend(texts(before, after));
    found
}

fn milestones<'p>(plan: &'p Plan, workplan: &Id) -> Vec<&'p Milestone> {
    let priorities = plan.priorities_of(workplan);
    priorities.iter().flat_map(|priority| plan.milestones_of(&priority.id)).collect()
}

fn compare(old: &Milestone, new: &Milestone, found: &mut Vec<Difference>) {
    let milestone = || new.id.clone();
    let (before, after) = (old.status.completion, new.status.completion);
    if after != before {
        if after == Completion::Complete {
            found.push(Difference::Completed { milestone: milestone() });
        }
        // What was given up and is taken up again has not gone back.
        let down = after < before && before != Completion::NotPursued;
        if down || before == Completion::Complete {
            found.push(Difference::Regressed { milestone: milestone(), before, after });
        }
        if after == Completion::NotPursued {
            found.push(Difference::Dropped { milestone: milestone() });
        }
    }
    if let (Some(was), Some(is)) = (due(old), due(new))
        // Words are neither earlier nor later than anything.
        && let (Some(was_end), Some(is_end)) = (was.ends_on(), is.ends_on())
        && is_end > was_end
    {
        found.push(Difference::Slipped { milestone: milestone(), before: was.clone(), after: is.clone() });
    }
    if after.is_open() && old.status == new.status {
        found.push(Difference::Silent { milestone: milestone() });
    }
}

/// When it is due, as the board has it: the first date stands until there is another.
fn due(milestone: &Milestone) -> Option<&PlanDate> {
    milestone.due.as_ref().or(milestone.baseline_due.as_ref())
}

fn texts(before: &Plan, after: &Plan) -> Vec<Difference> {
    let [before, after] = [before, after].map(|plan| serde_json::to_value(plan).unwrap_or_default());
    let mut found = Vec::new();
    for def in KINDS {
        let entities = |plan: &Value| -> BTreeMap<String, Value> {
            plan[def.plural]
                .as_object()
                .into_iter()
                .flatten()
                .map(|(id, it)| (id.clone(), it.clone()))
                .collect()
        };
        let (old, new) = (entities(&before), entities(&after));
        for (id, (was, is)) in new.iter().filter_map(|(id, is)| Some((id, (old.get(id)?, is)))) {
            for field in def.fields.iter().filter(|field| field.ty == FieldType::Bilingual) {
                let [before, after] = [was, is].map(|entity| pair(&entity[field.name]));
                if let Some(id) = Id::parse(id).filter(|_| (&before.en, &before.fr) != (&after.en, &after.fr))
                {
                    let field = field.name.to_owned();
                    found.push(Difference::Translation { kind: def.kind, id, field, before, after });
                }
            }
        }
    }
    found
}

fn pair(value: &Value) -> Bilingual {
    serde_json::from_value(value.clone()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn plan(milestones: &[Value]) -> Plan {
        let text = json!({"en": "Plan", "source": "en"});
        let mut plan = json!({
            "workplans": {"w": {"id": "w", "position": "b", "title": text, "group": text,
                "group_abbreviation": text, "languages": ["en"], "state": "open"}},
            "priorities": {"p": {"id": "p", "workplan": "w", "position": "b", "title": text}},
            "milestones": {},
        });
        for milestone in milestones {
            plan["milestones"][milestone["id"].as_str().unwrap()] = milestone.clone();
        }
        serde_json::from_value(plan).unwrap()
    }

    fn milestone(completion: &str, due: &str) -> Value {
        let mut milestone = json!({"id": "m", "priority": "p", "position": "b",
            "title": {"en": "Draft", "source": "en"}, "status": {"completion": completion}});
        if !due.is_empty() {
            milestone["due"] = json!(due);
        }
        milestone
    }

    fn found(before: &Plan, after: &Plan) -> Vec<String> {
        let name =
            |it: &Difference| serde_json::to_value(it).unwrap()["difference"].as_str().unwrap().to_owned();
        since(before, after).iter().map(name).collect()
    }

    #[test]
    fn each_difference_of_a_milestone_is_told() {
        type At = (&'static str, &'static str);
        let cases: [(At, At, &[&str]); 15] = [
            (("LP", ""), ("LP", ""), &["silent"]),
            (("C", ""), ("C", ""), &[]),
            (("NP", ""), ("NP", ""), &[]),
            (("NS", ""), ("LP", ""), &[]),
            (("SP", ""), ("C", ""), &["completed"]),
            (("NP", ""), ("C", ""), &["completed"]),
            (("SP", ""), ("LP", ""), &["regressed"]),
            (("C", ""), ("SP", ""), &["regressed"]),
            (("C", ""), ("NP", ""), &["regressed", "dropped"]),
            (("LP", ""), ("NP", ""), &["dropped"]),
            (("NP", ""), ("NS", ""), &[]),
            (("NS", "2019-Q3"), ("LP", "2019-Q4"), &["slipped"]),
            (("NS", "2019-12-31"), ("LP", "2019-Q4"), &[]),
            (("NS", "2019-Q4"), ("NS", "2019-Q3"), &["silent"]),
            (("SP", "2019"), ("LP", "2020"), &["regressed", "slipped"]),
        ];
        for (before, after, expected) in cases {
            let [old, new] = [before, after].map(|(completion, due)| plan(&[milestone(completion, due)]));
            assert_eq!(found(&old, &new), expected, "{before:?} {after:?}");
        }
    }

    #[test]
    fn what_comes_is_new_and_what_goes_is_dropped() {
        let (none, one) = (plan(&[]), plan(&[milestone("C", "")]));
        assert_eq!(found(&none, &one), ["new"]);
        assert_eq!(found(&one, &none), ["dropped"]);
        assert_eq!(found(&one, &Plan::default()), ["dropped"]);
        assert_eq!(found(&Plan::default(), &one), ["new"]);
        assert!(found(&Plan::default(), &Plan::default()).is_empty());
    }

    #[test]
    fn a_text_of_which_a_side_reads_differently_is_told_once() {
        let old = plan(&[milestone("C", "")]);
        let mut after = milestone("C", "");
        after["title"] = json!({"en": "Draft", "fr": "Projet", "source": "en", "state": "draft"});
        after["description"] = json!({"en": "Words", "source": "en"});
        let told = since(&old, &plan(&[after.clone()]));
        let fields: Vec<&str> = told
            .iter()
            .map(|it| match it {
                Difference::Translation { field, .. } => field.as_str(),
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(fields, ["title", "description"]);
        // The state alone is no difference of words.
        let new = plan(&[after.clone()]);
        after["title"]["state"] = json!("approved");
        assert!(since(&new, &plan(&[after])).is_empty());
    }

    #[test]
    fn every_kind_stands_in_a_plan_under_the_name_of_its_list() {
        let plan = serde_json::to_value(Plan::default()).unwrap();
        for def in KINDS {
            assert!(plan[def.plural].is_object(), "{}", def.name);
        }
    }
}
