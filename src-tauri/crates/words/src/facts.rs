//! Facts as people read them: what fields hold that are no texts.

use jalon_domain::{Completion, FieldType, Id, Kind, Lang, Outlook, Plan, PlanDate, RoleHeld};
use serde_json::Value;

use crate::Words;
use crate::keys::{Key, key};

impl Words {
    /// A text or a fact as people read it: what a field holds as a content says it, or as
    /// plan JSON writes it. The plan says how what it refers to is called.
    pub fn fact(&self, kind: Kind, field: &str, value: &Value, plan: &Plan) -> String {
        let plain = || value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        let list = || value.as_array().map(Vec::as_slice).unwrap_or_default();
        let codes = || list().iter().filter_map(Value::as_str);
        let ty = kind.def().field(field).map(|def| def.ty);
        match (field, value) {
            ("status", Value::Array(codes)) => {
                let codes = codes.iter().filter_map(Value::as_str);
                codes.map(|code| self.standing(code)).collect::<Vec<_>>().join(", ")
            }
            (_, Value::Array(all)) if all.is_empty() => self.text(key::COUNCIL_NOTHING),
            ("leads" | "jurisdictions" | "origins", Value::Array(_)) => {
                self.list(&codes().map(|id| self.jurisdiction(id, plan)).collect::<Vec<_>>())
            }
            ("roles", Value::Array(_)) => {
                let roles: Vec<RoleHeld> = serde_json::from_value(value.clone()).unwrap_or_default();
                self.list(&roles.iter().map(|held| self.office(held, plan)).collect::<Vec<_>>())
            }
            ("languages", Value::Array(_)) => {
                let langs: Vec<Lang> = serde_json::from_value(value.clone()).unwrap_or_default();
                self.list(&langs.into_iter().map(|lang| self.language(lang)).collect::<Vec<_>>())
            }
            ("jurisdiction", Value::String(id)) => self.jurisdiction(id, plan),
            ("links", Value::Array(_)) => list().iter().map(link).collect::<Vec<_>>().join(" · "),
            (_, Value::String(code)) if matches!(ty, Some(FieldType::OneOf(_))) => {
                self.field_code(kind, field, code)
            }
            ("date" | "starts" | "ends" | "due" | "when", Value::String(text)) => {
                PlanDate::parse(text).map_or_else(plain, |date| self.date(&date))
            }
            (_, Value::Bool(yes)) => self.text(if *yes { key::HISTORY_YES } else { key::HISTORY_NO }),
            (_, Value::Number(number)) => number.as_i64().map_or_else(plain, |number| self.number(number)),
            (_, Value::String(id)) if matches!(ty, Some(FieldType::Ref(_))) => {
                self.other(kind, field, id, plan)
            }
            (_, Value::Array(_)) if matches!(ty, Some(FieldType::Refs(_))) => {
                self.list(&codes().map(|id| self.other(kind, field, id, plan)).collect::<Vec<_>>())
            }
            (_, Value::String(text)) => self.quoted(text),
            (_, Value::Array(_)) if ty == Some(FieldType::Texts) => {
                self.list(&codes().map(|text| self.quoted(text)).collect::<Vec<_>>())
            }
            _ => plain(),
        }
    }

    /// What a field refers to, by its name; by its id where it is no longer in the plan.
    fn other(&self, kind: Kind, field: &str, id: &str, plan: &Plan) -> String {
        let kinds = match kind.def().field(field).map(|def| def.ty) {
            Some(FieldType::Ref(kinds)) => kinds,
            Some(FieldType::Refs(kind)) => std::slice::from_ref(&kind.def().kind),
            _ => &[],
        };
        let named = kinds.iter().find_map(|kind| Some((*kind, plan.title(*kind, &Id::parse(id)?)?)));
        match (named, Id::parse(id)) {
            (Some((kind, title)), Some(id)) => self.thing(kind, &id, &title),
            _ => id.to_owned(),
        }
    }

    fn standing(&self, code: &str) -> String {
        let completion = Completion::ALL.into_iter().find(|it| it.code() == code);
        let outlook = Outlook::ALL.into_iter().find(|it| it.code() == code);
        let completion = completion.map(|it| self.completion(it));
        completion.or(outlook.map(|it| self.outlook(it))).unwrap_or_else(|| code.to_owned())
    }

    fn jurisdiction(&self, id: &str, plan: &Plan) -> String {
        let known = plan.jurisdictions.get(id).filter(|known| !known.abbreviation.is_empty());
        known.map_or_else(|| id.to_owned(), |known| self.readable(&known.abbreviation))
    }

    /// `Alta. co-chair (from July 1, 2019)`.
    fn office(&self, held: &RoleHeld, plan: &Plan) -> String {
        let named = Key::named(&format!("office-{}", held.role.code())).zip(held.jurisdiction.as_ref());
        let office = match named {
            Some((office, id)) => {
                let jurisdiction = self.jurisdiction(id.as_str(), plan);
                let office = self.format(office, &[("jurisdiction", jurisdiction.into())]);
                match held.alternate {
                    true => self.format(key::ROLE_ALTERNATE, &[("role", office.into())]),
                    false => office,
                }
            }
            None => self.role_held(held),
        };
        self.lead(office, held.from, held.to)
    }

    fn quoted(&self, text: &str) -> String {
        self.format(key::HISTORY_QUOTED, &[("text", text.into())])
    }
}

/// The label of a link with its address, or the address alone.
fn link(link: &Value) -> String {
    let part = |n: usize| link.get(n).and_then(Value::as_str).unwrap_or_default();
    match part(1) {
        "" => part(2).to_owned(),
        label => format!("{label} ({})", part(2)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn facts_are_told_in_both_languages() {
        let plan: Plan = serde_json::from_value(json!({"jurisdictions": {"QC": {
            "id": "QC", "position": "b", "level": "provincial", "name": {"en": "Quebec", "source": "en"},
            "abbreviation": {"en": "Que.", "fr": "Qc", "source": "en", "state": "approved"},
        }}}))
        .unwrap();
        let check = |kind: Kind, field: &str, value: Value, expected: [&str; 2]| {
            let told = Lang::BOTH.map(|lang| Words::of(lang).fact(kind, field, &value, &plan));
            assert_eq!(told.map(|text| text.replace('\u{a0}', " ")), expected, "{field}");
        };
        let chair = json!([{"role": "co_chair", "jurisdiction": "QC", "alternate": true, "to": "2019-06-30"},
            {"role": "secretariat"}]);
        check(
            Kind::Person,
            "roles",
            chair,
            [
                "Que. co-chair (alternate) (until June 30, 2019) and Secretariat",
                "Coprésidence, Qc (suppléance) (jusqu’au 30 juin 2019) et Secrétariat",
            ],
        );
        check(Kind::Person, "roles", json!([]), ["nothing", "rien"]);
        check(
            Kind::Workplan,
            "languages",
            json!(["en", "fr"]),
            ["English and French", "anglais et français"],
        );
        check(Kind::Workplan, "state", json!("closed"), ["Closed", "Fermé"]);
        check(Kind::NextStep, "done", json!(false), ["no", "non"]);
        check(Kind::Figure, "value", json!(2600), ["2,600", "2 600"]);
        check(Kind::Term, "forbidden_en", json!(["a", "b"]), ["“a” and “b”", "« a » et « b »"]);
        check(Kind::Challenge, "origins", json!(["QC", "gone"]), ["Que. and gone", "Qc et gone"]);
        check(Kind::Progress, "jurisdiction", json!("QC"), ["Que.", "Qc"]);
        check(Kind::Progress, "milestone", json!("gone"), ["gone", "gone"]);
    }
}
