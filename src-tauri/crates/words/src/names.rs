//! Names of what the domain knows by a code: statuses, roles, kinds, fields, actions.
//!
//! Codes may come from a newer version; one without words is shown as it is.

use chrono::NaiveDate;
use jalon_domain::action::ActionName;
use jalon_domain::texts::field_of;
use jalon_domain::{Actor, Bilingual, Completion, Kind, Lang, Outlook, Role, RoleHeld, Translation};

use crate::Words;
use crate::keys::{Key, Value, key};

impl Words {
    /// `Not started`, `Non commencé`: the federal tracker's own words.
    pub fn completion(&self, completion: Completion) -> String {
        self.code("completion", completion.code())
    }

    /// `On track`, `En bonne voie`.
    pub fn outlook(&self, outlook: Outlook) -> String {
        self.code("outlook", outlook.code())
    }

    /// The state of a translation: `Missing`, `Manquante`.
    pub fn translation(&self, state: Translation) -> String {
        self.text(match state {
            Translation::Missing => key::TRANSLATION_MISSING,
            Translation::Draft => key::TRANSLATION_DRAFT,
            Translation::Stale => key::TRANSLATION_STALE,
            Translation::Approved => key::TRANSLATION_APPROVED,
            Translation::Same => key::TRANSLATION_SAME,
        })
    }

    /// A text for a reader of these words; the other language, marked, where there is no
    /// other: `[fr] Projet`.
    pub fn readable(&self, text: &Bilingual) -> String {
        self.marked(text.readable(self.lang()))
    }

    /// A text, marked where it is in the other language.
    pub fn marked(&self, (text, lang): (&str, Lang)) -> String {
        if lang == self.lang() || text.is_empty() {
            text.to_owned()
        } else {
            format!("[{}] {text}", lang.code())
        }
    }

    /// The name of a language, in this one: `French`, `français`.
    pub fn language(&self, lang: Lang) -> String {
        self.code("language", lang.code())
    }

    /// `Co-chair`, `Coprésidence`.
    pub fn role(&self, role: Role) -> String {
        self.code("role", role.code())
    }

    /// A role as somebody holds it: an alternate is named as one.
    pub fn role_held(&self, held: &RoleHeld) -> String {
        let role = self.role(held.role);
        if held.alternate { self.format(key::ROLE_ALTERNATE, &[("role", role.into())]) } else { role }
    }

    /// Who did something: the name, or the roles of an office without a name.
    pub fn actor(&self, actor: &Actor) -> String {
        if actor.name.is_empty() {
            let roles: Vec<_> = actor.roles.iter().map(|held| self.role_held(held)).collect();
            self.list(&roles)
        } else {
            actor.name.clone()
        }
    }

    /// Who leads, and when: `Ont. (until September 30, 2019)`.
    pub fn lead(&self, name: String, from: Option<NaiveDate>, to: Option<NaiveDate>) -> String {
        let day = |name, day| (name, Value::from(self.day(day)));
        match (from, to) {
            (None, None) => name,
            (Some(from), None) => self.format(key::LEAD_SINCE, &[("name", name.into()), day("from", from)]),
            (None, Some(to)) => self.format(key::LEAD_UNTIL, &[("name", name.into()), day("to", to)]),
            (Some(from), Some(to)) => {
                self.format(key::LEAD_BETWEEN, &[("name", name.into()), day("from", from), day("to", to)])
            }
        }
    }

    /// `Milestone`, `Jalon`.
    pub fn kind(&self, kind: Kind) -> String {
        self.code("kind", kind.def().name)
    }

    /// `Milestones`, `Jalons`: the name of a list of them.
    pub fn kinds(&self, kind: Kind) -> String {
        let name = format!("kind-{}-plural", kind.def().name);
        Key::named(&name).map_or_else(|| kind.def().plural.to_owned(), |key| self.text(key))
    }

    /// A field by its name in plan JSON or in the journal: `title`, `title.fr`,
    /// `title.translation`, `$deleted`; or a text by its place within a field:
    /// `status.reason`, `links[0].label`.
    ///
    /// ```
    /// use jalon_domain::Lang;
    /// use jalon_words::Words;
    ///
    /// assert_eq!(Words::of(Lang::En).field("title.fr"), "Title (French)");
    /// assert_eq!(Words::of(Lang::Fr).field("title.translation"), "Titre (traduction)");
    /// assert_eq!(Words::of(Lang::Fr).field("status.evidence[0].label"), "Preuves");
    /// ```
    pub fn field(&self, name: &str) -> String {
        match name {
            "$create" => return self.text(key::FIELD_CREATED),
            "$deleted" => return self.text(key::FIELD_DELETED),
            _ => {}
        }
        // What is said of a text stands after the way to it: `status.reason.fr`.
        let (whole, last) = name.rsplit_once('.').unwrap_or((name, ""));
        let lang = Lang::BOTH.into_iter().find(|lang| last == lang.code());
        let way = if lang.is_some() || last == "translation" { whole } else { name };
        let field = field_of(way);
        let part = &way[field.len()..];
        let field = match part {
            ".reason" => self.text(key::STATUS_REASON),
            part if part.starts_with(".evidence") => self.text(key::STATUS_EVIDENCE),
            _ => self.code("field", field),
        };
        if let Some(lang) = lang {
            let args = [("field", field.into()), ("language", self.language(lang).into())];
            self.format(key::FIELD_SIDE, &args)
        } else if last == "translation" {
            self.format(key::FIELD_TRANSLATION, &[("field", field.into())])
        } else {
            field
        }
    }

    /// What a field of that kind holds when its value is one of a few codes:
    /// a jurisdiction's level, a challenge's attribution, a submission's state.
    pub fn field_code(&self, kind: Kind, field: &str, code: &str) -> String {
        let family = match (kind, field) {
            (Kind::Submission, "state") => "submission",
            (Kind::Slide, "role") => "slide-role",
            (_, field) => field,
        };
        self.code(family, code)
    }

    /// An action, as history and undo name it: `Milestone status`.
    pub fn action(&self, action: ActionName) -> String {
        self.code("action", action.code())
    }

    /// The words of `family-code`, or the code itself where there are none.
    pub fn code(&self, family: &str, code: &str) -> String {
        let key = Key::named(&format!("{family}-{code}")).filter(|key| key.variables().next().is_none());
        key.map_or_else(|| code.to_owned(), |key| self.text(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_domain::registry::KINDS;
    use jalon_domain::{FieldType, date::Season};

    fn has_words(name: String) {
        let key = Key::named(&name).unwrap_or_else(|| panic!("no words for {name}"));
        for lang in Lang::BOTH {
            assert_ne!(Words::of(lang).text(key), "", "{name}");
        }
    }

    #[test]
    fn everything_with_a_code_has_words() {
        Completion::ALL.iter().for_each(|c| has_words(format!("completion-{}", c.code())));
        Outlook::ALL.iter().for_each(|o| has_words(format!("outlook-{}", o.code())));
        Role::ALL.iter().for_each(|r| has_words(format!("role-{}", r.code())));
        Season::ALL.iter().for_each(|s| has_words(format!("season-{}", s.code())));
        Lang::BOTH.iter().for_each(|l| has_words(format!("language-{}", l.code())));
        ActionName::ALL.iter().for_each(|a| has_words(format!("action-{}", a.code())));
    }

    #[test]
    fn every_kind_field_and_code_of_the_registry_has_words() {
        for def in KINDS {
            has_words(format!("kind-{}", def.name));
            has_words(format!("kind-{}-plural", def.name));
            for field in def.fields {
                has_words(format!("field-{}", field.name));
                let FieldType::OneOf(codes) = field.ty else { continue };
                for code in codes {
                    let words = Lang::BOTH.map(|lang| Words::of(lang).field_code(def.kind, field.name, code));
                    assert!(!words.contains(&(*code).to_owned()), "{}.{} = {code}", def.name, field.name);
                }
            }
        }
    }

    #[test]
    fn the_official_vocabulary_is_exact() {
        let both = |key| Lang::BOTH.map(|lang| Words::of(lang).text(key));
        assert_eq!(both(key::COMPLETION_LP), ["Limited progress", "Progrès limité"]);
        assert_eq!(both(key::COMPLETION_SP), ["Substantial progress", "Progrès important"]);
        assert_eq!(both(key::COMPLETION_C), ["Complete", "Réalisé"]);
        assert_eq!(both(key::COMPLETION_NP), ["Not being pursued", "Abandonné"]);
        assert_eq!(both(key::OUTLOOK_AT_RISK), ["At risk", "À risque"]);
        assert_eq!(both(key::OUTLOOK_OFF_TRACK), ["Off track", "Compromis"]);
        assert_eq!(both(key::OUTLOOK_ON_HOLD), ["On hold", "En suspens"]);
        assert_eq!(both(key::COMPUTED_OVERDUE), ["Overdue", "En retard"]);
    }

    #[test]
    fn what_a_newer_version_knows_is_shown_by_its_code() {
        assert_eq!(Words::of(Lang::En).field("mascot.fr"), "mascot (French)");
        assert_eq!(Words::of(Lang::Fr).code("level", "galactic"), "galactic");
    }

    #[test]
    fn an_office_without_a_name_is_shown_by_its_role() {
        assert_eq!(Words::of(Lang::Fr).actor(&Actor::secretariat()), "Secrétariat");
        assert_eq!(Words::of(Lang::Fr).actor(&Actor::new("R. Roy", Role::Lead, None)), "R. Roy");
        let alternate = RoleHeld { alternate: true, ..RoleHeld::new(Role::CoChair, None) };
        assert_eq!(Words::of(Lang::En).role_held(&alternate), "Co-chair (alternate)");
    }
}
