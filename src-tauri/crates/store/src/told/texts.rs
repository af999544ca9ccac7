//! The texts inside a value (the reason of a status, the label of a link, a date in
//! words) and what somebody chose of several versions.

use std::collections::BTreeMap;

use jalon_domain::texts::{Text, in_field};
use jalon_domain::{Bilingual, FieldDef, Kind, Lang};
use jalon_words::key;
use serde_json::Value;

use super::Teller;
use crate::history::HistoryChange;
use crate::journal::{DELETED, REDACTED};

impl Teller<'_> {
    /// What a change did to the texts inside a value, a sentence for each side that reads
    /// otherwise; for a text that reads as before, that its translation was reviewed.
    pub(super) fn texts(&self, name: &str, change: &HistoryChange) -> Vec<String> {
        let def = change.kind.def().field(&change.field);
        let [before, after] =
            [&change.before, &change.after].map(|value| def.map(|def| pairs(def, value)).unwrap_or_default());
        let mut told = Vec::new();
        for path in before.keys().chain(after.keys().filter(|path| !before.contains_key(*path))) {
            let [was, is] = [&before, &after].map(|pairs| pairs.get(path).cloned().unwrap_or_default());
            let sides = Lang::BOTH.into_iter().filter(|lang| was.side(*lang) != is.side(*lang));
            let sides: Vec<String> =
                sides.map(|lang| self.side(name, path, lang, was.side(lang), is.side(lang))).collect();
            if sides.is_empty() && was != is {
                told.push(self.reviewed(name, path));
            }
            told.extend(sides);
        }
        if told.is_empty() {
            told.push(self.reviewed(name, &change.field));
        }
        told
    }

    fn side(&self, name: &str, path: &str, lang: Lang, was: &str, is: &str) -> String {
        let field = self.words.field(&format!("{path}.{}", lang.code()));
        let mut args = vec![("name", name.into()), ("field", field.into())];
        let key = match (was, is) {
            (_, "") => return self.words.format(key::HISTORY_CLEARED, &args),
            ("", _) => key::HISTORY_SET,
            _ => {
                args.push(("before", self.quoted(was).into()));
                key::HISTORY_CHANGED
            }
        };
        args.push(("after", self.quoted(is).into()));
        self.words.format(key, &args)
    }

    /// That somebody said of a text that its translation holds, or approved it.
    pub(super) fn reviewed(&self, name: &str, path: &str) -> String {
        let field = self.words.field(&format!("{}.translation", path.trim_end_matches(".translation")));
        self.words.format(key::HISTORY_TRANSLATION, &[("name", name.into()), ("field", field.into())])
    }

    /// A value with both languages of the texts inside it: what somebody who chooses
    /// between versions must see. `None` where it holds no such texts.
    pub fn with_texts(&self, kind: Kind, field: &str, value: &Value) -> Option<String> {
        let found = pairs(kind.def().field(field)?, value);
        if found.is_empty() {
            return None;
        }
        let mut told = Vec::new();
        if value.get("words").is_none() {
            told.push(self.value(kind, field, value));
        }
        for (path, pair) in &found {
            for lang in Lang::BOTH.into_iter().filter(|lang| !pair.side(*lang).is_empty()) {
                let field = self.words.field(&format!("{path}.{}", lang.code()));
                let args = [("field", field.into()), ("text", self.quoted(pair.side(lang)).into())];
                told.push(self.words.format(key::HISTORY_TEXT, &args));
            }
        }
        Some(told.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; "))
    }

    /// That somebody chose between versions, and what.
    pub(super) fn chosen(&self, changes: &[&HistoryChange], why: &str) -> Vec<String> {
        let texts = changes.iter().any(|change| !change.field.ends_with(".translation"));
        let shown = changes.iter().filter(|change| !texts || !change.field.ends_with(".translation"));
        shown.map(|change| self.choice(change, why)).collect()
    }

    fn choice(&self, change: &HistoryChange, why: &str) -> String {
        if change.redacted || change.field == REDACTED {
            return self.field(change, why).join("; ");
        }
        let name = ("name", self.name(change.kind, &change.id, change.title.as_ref()).into());
        if change.field == DELETED {
            let deleted = change.after == Value::Bool(true);
            let key = if deleted { key::HISTORY_CHOSEN_DELETED } else { key::HISTORY_CHOSEN_KEPT };
            return self.words.format(key, &[name]);
        }
        let after = match &change.after {
            Value::Null => self.words.text(key::SINCE_NO_TEXT),
            value => {
                let whole = self.with_texts(change.kind, &change.field, value);
                whole.unwrap_or_else(|| self.value(change.kind, &change.field, value))
            }
        };
        let field = ("field", self.words.field(&change.field).into());
        self.words.format(key::HISTORY_CHOSEN, &[name, field, ("after", after.into())])
    }
}

/// The bilingual texts inside a value, by where they stand.
fn pairs(def: &FieldDef, value: &Value) -> BTreeMap<String, Bilingual> {
    let found = in_field(def, value).into_iter().filter_map(|at| match at.text {
        Text::Pair(pair) => Some((at.path, pair)),
        Text::Plain(_) => None,
    });
    found.collect()
}

/// What a text says, whatever becomes of its translation.
pub(crate) fn source(text: Option<&Bilingual>) -> Option<(Lang, &str)> {
    text.filter(|text| !text.is_empty()).map(|text| (text.source, text.side(text.source)))
}
