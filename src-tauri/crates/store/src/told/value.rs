//! Values as people read them.

use jalon_domain::{FieldType, Id, Kind, Lead, Link, PlanDate, Status};
use jalon_words::key;
use serde_json::Value;

use super::Teller;

impl Teller<'_> {
    /// What a journal field holds, in words.
    pub(super) fn value(&self, kind: Kind, field: &str, value: &Value) -> String {
        let words = self.words;
        let def = kind.def().field(field.split('.').next().unwrap_or_default());
        let text = || match value {
            Value::String(text) => text.clone(),
            value => value.to_string(),
        };
        let typed = match def.map(|def| def.ty) {
            Some(FieldType::Bilingual | FieldType::Text) => Some(self.quoted(&text())),
            Some(FieldType::Date | FieldType::Day) => {
                serde_json::from_value(value.clone()).ok().map(|date: PlanDate| words.date(&date))
            }
            Some(FieldType::OneOf(_)) => Some(words.field_code(kind, field, &text())),
            Some(FieldType::Leads) => {
                serde_json::from_value(value.clone()).ok().map(|leads: Vec<Lead>| self.leads(&leads))
            }
            Some(FieldType::Refs(Kind::Jurisdiction)) => {
                let ids = value.as_array().into_iter().flatten().filter_map(|id| Id::parse(id.as_str()?));
                Some(ids.map(|id| self.abbreviation(&id)).collect::<Vec<_>>().join(", "))
            }
            Some(FieldType::Ref([Kind::Jurisdiction])) => Id::parse(&text()).map(|id| self.abbreviation(&id)),
            Some(FieldType::Ref(_)) => {
                let number = Id::parse(&text()).and_then(|id| self.numbers.get(&id).cloned());
                Some(number.unwrap_or_else(|| words.fact(kind, field, value, self.plan)))
            }
            Some(FieldType::Refs(_) | FieldType::Roles | FieldType::Langs | FieldType::Texts) => {
                Some(words.fact(kind, field, value, self.plan))
            }
            Some(FieldType::Links) => serde_json::from_value(value.clone()).ok().map(|links: Vec<Link>| {
                let addresses = links.iter().flat_map(|link| [&link.en, &link.fr]).flatten();
                addresses.map(String::as_str).collect::<Vec<_>>().join(" · ")
            }),
            Some(FieldType::Status) => {
                serde_json::from_value(value.clone()).ok().map(|status: Status| self.standing(&status, true))
            }
            Some(FieldType::Flag) => {
                let key = if value == &Value::Bool(true) { key::HISTORY_YES } else { key::HISTORY_NO };
                Some(words.text(key))
            }
            _ => None,
        };
        typed.unwrap_or_else(text)
    }

    /// Which addresses of what shows a status came and went.
    pub(crate) fn evidence(&self, name: &str, before: &Status, after: &Status) -> Vec<String> {
        let keys = [key::HISTORY_EVIDENCE_ADDED, key::HISTORY_EVIDENCE_REMOVED];
        let told =
            keys.into_iter().zip(after.evidence_since(before)).filter(|(_, addresses)| !addresses.is_empty());
        let line = |(key, addresses): (_, Vec<&str>)| {
            let args = [
                ("name", name.to_owned().into()),
                ("count", addresses.len().into()),
                ("addresses", addresses.join(" · ").into()),
            ];
            self.words.format(key, &args)
        };
        told.map(line).collect()
    }

    /// A text between the quotation marks of the language.
    pub(crate) fn quoted(&self, text: &str) -> String {
        self.words.format(key::HISTORY_QUOTED, &[("text", text.into())])
    }

    /// `Alta.`; the code of a jurisdiction that is no longer in the plan.
    pub(crate) fn abbreviation(&self, id: &Id) -> String {
        let known = self.plan.jurisdictions.get(id).filter(|known| !known.abbreviation.is_empty());
        known.map_or_else(|| id.to_string(), |known| self.words.readable(&known.abbreviation))
    }

    /// Those who lead, in the group's own order, with their days where they have any:
    /// `Ont., Que. (from July 1, 2019)`.
    pub(crate) fn leads(&self, leads: &[Lead]) -> String {
        let lead = |lead: &Lead| self.words.lead(self.abbreviation(&lead.jurisdiction), lead.from, lead.to);
        leads.iter().map(lead).collect::<Vec<_>>().join(", ")
    }
}
