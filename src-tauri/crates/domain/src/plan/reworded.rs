//! Which bilingual texts read otherwise in another plan.
//!
//! Thousands of entities differ between two moments that lie far apart. Their texts are
//! compared where they are: writing each entity out as plan JSON to look at them takes many
//! times as long.

use crate::entity::*;
use crate::id::Id;
use crate::plan::Plan;
use crate::plan::both::both;
use crate::registry::Kind;
use crate::text::Bilingual;

/// A bilingual text of an entity that is in two plans, and reads otherwise in them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reworded {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// The field, as plan JSON names it.
    pub field: &'static str,
    /// How it reads in the one; both sides empty when there is none.
    pub before: Bilingual,
    /// How it reads in the other; both sides empty when there is none.
    pub after: Bilingual,
}

/// A bilingual field, whether it has to be there or not.
trait Pair {
    fn pair(&self) -> Option<&Bilingual>;
}

impl Pair for Bilingual {
    fn pair(&self) -> Option<&Bilingual> {
        Some(self)
    }
}

impl Pair for Option<Bilingual> {
    fn pair(&self) -> Option<&Bilingual> {
        self.as_ref()
    }
}

/// The bilingual fields of each kind, in the order of plan JSON.
macro_rules! pairs {
    ($($kind:ident in $list:ident: $($field:ident),*;)*) => {
        impl Plan {
            /// The bilingual texts of what is in both plans that read otherwise in `other`; in
            /// the order of plan JSON.
            pub fn reworded(&self, other: &Plan) -> Vec<Reworded> {
                let mut found = Vec::new();
                $(for (id, before, after) in both(&self.$list, &other.$list) {
                    $(if reads_otherwise(before.$field.pair(), after.$field.pair()) {
                        let [before, after] = [before.$field.pair(), after.$field.pair()]
                            .map(|pair| pair.cloned().unwrap_or_default());
                        let field = stringify!($field);
                        found.push(Reworded { kind: Kind::$kind, id: id.clone(), field, before, after });
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

pairs! {
    Jurisdiction in jurisdictions: name, abbreviation;
    Person in people: title;
    Workplan in workplans: title, group, group_abbreviation, note;
    Priority in priorities: title, lessons;
    Milestone in milestones: title, description;
    Meeting in meetings: name, place;
    Progress in progress: text;
    Achievement in achievements: text;
    Challenge in challenges: text;
    Event in events: title, place, points_heading, outcomes_title;
    Figure in figures: label;
    Outcome in outcomes: title;
    Resolution in resolutions: title;
    Slide in slides: title, lead_in;
    Point in points: text;
    NextStep in next_steps: text;
    Term in terms: term, abbreviation, note;
    TabledDeck in tabled_decks: note;
}

/// Whether either language is shown other words. How the translation stands is no other
/// reading, unless that the two are marked the same is what fills a side.
pub(crate) fn reads_otherwise(before: Option<&Bilingual>, after: Option<&Bilingual>) -> bool {
    match (before, after) {
        (Some(before), Some(after)) => !before.reads_as(after),
        (None, Some(text)) | (Some(text), None) => !text.is_empty(),
        (None, None) => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registry::{FieldType, KINDS};

    #[test]
    fn every_bilingual_field_of_the_registry_is_compared() {
        let declared = KINDS.iter().map(|def| {
            let fields = def.fields.iter().filter(|field| field.ty == FieldType::Bilingual);
            (def.kind, fields.map(|field| field.name).collect::<Vec<_>>())
        });
        let declared: Vec<_> = declared.filter(|(_, fields)| !fields.is_empty()).collect();
        let compared: Vec<_> = FIELDS.iter().map(|(kind, fields)| (*kind, fields.to_vec())).collect();
        assert_eq!(compared, declared);
    }

    #[test]
    fn a_text_that_only_one_plan_has_reads_otherwise_and_a_state_alone_does_not() {
        let milestone = |description: Option<&str>, state: &str| -> Plan {
            let pair = |en: &str| serde_json::json!({"en": en, "fr": "x", "source": "en", "state": state});
            let mut object = serde_json::json!({"id": "m", "priority": "p", "position": "b",
                "title": pair("Title"), "status": {"completion": "NS"}});
            if let Some(text) = description {
                object["description"] = pair(text);
            }
            serde_json::from_value(serde_json::json!({"milestones": {"m": object}})).unwrap()
        };
        let [without, with, approved] = [(None, "draft"), (Some("Why"), "draft"), (Some("Why"), "approved")]
            .map(|(d, s)| milestone(d, s));
        let found = without.reworded(&with);
        assert_eq!(found.len(), 1);
        assert_eq!(
            (found[0].field, found[0].before.en.as_str(), found[0].after.en.as_str()),
            ("description", "", "Why")
        );
        assert!(with.reworded(&approved).is_empty() && with.reworded(&with).is_empty());
    }
}
