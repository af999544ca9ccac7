//! What refers to something that was deleted. A plan holds nothing that is deleted, so that
//! it cannot tell what never was from what is no longer; its journal can.

use super::{Problem, ProblemKind, problems};
use crate::id::Id;
use crate::lineage;
use crate::plan::Plan;
use crate::registry::{FieldDef, Kind, KindDef};
use crate::text::Bilingual;

/// What was deleted, and something refers to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gone {
    /// Its id.
    pub id: Id,
    /// What it was called.
    pub title: Option<Bilingual>,
    /// What refers to it is called.
    pub by: Option<Bilingual>,
}

/// Whether a field only says what was once. A record says what was attested, also of what has
/// gone since; but what the councils were told is found under its cycle. Lineage says where
/// something came from, which nobody can mend where that is hidden, or was never received;
/// nothing that is shown depends on it.
pub fn is_history(def: &KindDef, field: &FieldDef) -> bool {
    let told = def.kind == Kind::TabledDeck && field.name == "cycle";
    def.record && !told || lineage::FIELDS.contains(&field.name)
}

/// Everything that is wrong with a plan, each thing once: what it shows by itself, as far as
/// `hidden`, what only its journal knows, does not say more of the same, and that.
pub fn with_hidden(plan: &Plan, hidden: Vec<Problem>) -> Vec<Problem> {
    let mut found = problems(plan);
    found.retain(|it| !hidden.iter().any(|more| more.explains(it)));
    found.extend(hidden);
    found
}

impl Problem {
    /// Whether this says what became of that to which `other` says that something refers.
    fn explains(&self, other: &Problem) -> bool {
        match (&self.what, &other.what) {
            (ProblemKind::Deleted(gone), ProblemKind::Dangling(_, id)) => {
                gone.id == *id && self.id == other.id && self.field == other.field
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::slice::from_ref;

    #[test]
    fn what_was_deleted_is_told_in_place_of_what_is_not_there() {
        let milestone = |priority: &str| {
            json!({"id": "m", "priority": priority, "position": "b",
            "title": {"en": "T", "source": "en"}, "status": {"completion": "NS", "outlook": "on_track"}})
        };
        let plan: Plan = serde_json::from_value(json!({"milestones": {"m": milestone("p")}})).unwrap();
        let [dangling] = &problems(&plan)[..] else { panic!() };
        let gone = Gone { id: Id::parse("p").unwrap(), title: None, by: None };
        let deleted = Problem { what: ProblemKind::Deleted(Box::new(gone)), ..dangling.clone() };
        assert_eq!(with_hidden(&plan, vec![]), from_ref(dangling));
        assert_eq!(with_hidden(&plan, vec![deleted.clone()]), from_ref(&deleted));
        let elsewhere = Problem { id: Id::parse("n").unwrap(), ..deleted };
        assert_eq!(with_hidden(&plan, vec![elsewhere.clone()]), [dangling.clone(), elsewhere]);
    }
}
