//! Which facts, other than texts, dates, statuses and places, are others in another plan.
//!
//! As with texts, they are compared where they are, and only those that differ are written
//! out.

use serde::Serialize;
use serde_json::Value;

use crate::entity::*;
use crate::id::Id;
use crate::plan::Plan;
use crate::plan::both::both;
use crate::registry::Kind;

/// A fact of an entity that is in two plans, and differs in them.
#[derive(Debug, Clone, PartialEq)]
pub struct OtherFact {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// The field, as plan JSON names it.
    pub field: &'static str,
    /// What it is in the one, as plan JSON writes it; null when there is none.
    pub before: Value,
    /// What it is in the other.
    pub after: Value,
}

/// The facts of each kind, in the order of plan JSON.
macro_rules! facts {
    ($($kind:ident in $list:ident: $($field:ident),*;)*) => {
        impl Plan {
            /// The facts of what is in both plans that differ in `other`, in the order of plan
            /// JSON: numbers, marks, codes, links, roles, names, and what belongs to what.
            pub fn other_facts(&self, other: &Plan) -> Vec<OtherFact> {
                let mut found = Vec::new();
                $(for (id, before, after) in both(&self.$list, &other.$list) {
                    $(if before.$field != after.$field {
                        found.push(OtherFact {
                            kind: Kind::$kind,
                            id: id.clone(),
                            field: stringify!($field),
                            before: written(&before.$field),
                            after: written(&after.$field),
                        });
                    })*
                })*
                found
            }
        }

        /// The names of the fields that are compared.
        #[cfg(test)]
        const FIELDS: &[(Kind, &[&str])] = &[$((Kind::$kind, &[$(stringify!($field)),*])),*];

        // Each list is that of its kind.
        $(const _: fn(&Plan) -> &std::collections::BTreeMap<Id, $kind> = |plan| &plan.$list;)*
    };
}

facts! {
    Jurisdiction in jurisdictions: level;
    Person in people: name, email, roles;
    Workplan in workplans: languages, state;
    Priority in priorities: workplan;
    Milestone in milestones: priority;
    Meeting in meetings: workplan;
    Cycle in cycles: meeting, state;
    Submission in submissions: cycle, jurisdiction, state;
    Progress in progress: priority, cycle, milestone, jurisdiction, done;
    Achievement in achievements: cycle, jurisdiction, links, ongoing;
    Challenge in challenges: cycle, attribution, links, jurisdictions, origins, done;
    Event in events: cycle;
    Figure in figures: event, value, more_than;
    Outcome in outcomes: event;
    Resolution in resolutions: outcome;
    Slide in slides: workplan, role;
    Point in points: owner, links;
    NextStep in next_steps: cycle, parent, done;
    Term in terms: forbidden_en, forbidden_fr;
}

fn written(fact: &impl Serialize) -> Value {
    serde_json::to_value(fact).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lineage;
    use crate::registry::{FieldType, KINDS};
    use serde_json::json;

    #[test]
    fn every_fact_of_the_registry_is_compared() {
        use FieldType::{Bilingual, Date, Day, Leads, Position, Status};
        let declared = KINDS.iter().filter(|def| !def.record).map(|def| {
            // Those are compared, and told, in ways of their own; so is lineage.
            let other = def.fields.iter().filter(|field| {
                !matches!(field.ty, Bilingual | Date | Day | Leads | Position | Status)
                    && !lineage::FIELDS.contains(&field.name)
            });
            (def.kind, other.map(|field| field.name).collect::<Vec<_>>())
        });
        let compared: Vec<_> = FIELDS.iter().map(|(kind, fields)| (*kind, fields.to_vec())).collect();
        assert_eq!(compared, declared.collect::<Vec<_>>());
    }

    #[test]
    fn a_fact_that_only_one_plan_has_is_another() {
        let step = |parent: Value| -> Plan {
            let it = json!({"id": "n", "cycle": "c", "position": "b", "parent": parent,
                "text": {"en": "Meet", "source": "en"}});
            serde_json::from_value(json!({"next_steps": {"n": it}})).unwrap()
        };
        let [fact] = &step(Value::Null).other_facts(&step(json!("o")))[..] else { panic!("one") };
        assert_eq!((fact.field, &fact.before, &fact.after), ("parent", &Value::Null, &json!("o")));
        assert!(step(json!("o")).other_facts(&step(json!("o"))).is_empty());
    }
}
