//! History in words: "Alberta co-chair: milestone “Common template”, from Limited
//! progress to Substantial progress: draft standard circulated".

use chrono::Local;
use jalon_domain::{Bilingual, FieldType, PlanDate, Status};
use jalon_words::{Words, key};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::history::{HistoryChange, HistoryEntry};

/// A transaction that touches more things than this is summed up after them.
const MOST_THINGS: usize = 8;

/// One transaction, told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ToldEntry {
    /// The transaction.
    pub txn: String,
    /// The day, where the reader is.
    pub day: String,
    /// The time of day, where the reader is.
    pub time: String,
    /// Who, and on whose behalf.
    pub who: String,
    /// The action's name.
    pub action: String,
    /// What it did, a sentence each.
    pub what: Vec<String>,
    /// Why, in the actor's words; empty when none was given.
    pub why: String,
}

impl ToldEntry {
    /// The whole on one line.
    pub fn line(&self, words: &Words) -> String {
        let mut what = self.what.join("; ");
        if !self.why.is_empty() {
            what = words.format(key::HISTORY_WHY, &[("what", what.into()), ("why", (&self.why).into())]);
        }
        let args = [
            ("day", (&self.day).into()),
            ("time", (&self.time).into()),
            ("who", (&self.who).into()),
            ("what", what.into()),
        ];
        words.format(key::HISTORY_LINE, &args)
    }
}

/// Tells a transaction in one language.
pub fn tell(entry: &HistoryEntry, words: &Words) -> ToldEntry {
    let local = entry.made_at.with_timezone(&Local);
    let mut action = words.action(entry.action);
    if let Some(undone) = entry.undoes {
        let args = [("action", action.into()), ("undone", words.action(undone).into())];
        action = words.format(key::HISTORY_UNDOES, &args);
    }
    ToldEntry {
        txn: entry.txn.clone(),
        day: words.day(local.date_naive()),
        time: words.time(local.time()),
        who: who(entry, words),
        what: what(entry, &action, words),
        action,
        why: entry.reason.clone().unwrap_or_default(),
    }
}

fn who(entry: &HistoryEntry, words: &Words) -> String {
    if entry.actor.name.is_empty() && entry.actor.roles.is_empty() {
        return words.text(key::HISTORY_BUILT_IN);
    }
    let actor = words.actor(&entry.actor);
    let roles: Vec<String> = entry
        .actor
        .roles
        .iter()
        .map(|held| match &held.jurisdiction {
            Some(id) => format!("{} {id}", words.role_held(held)),
            None => words.role_held(held),
        })
        .collect();
    let named = !entry.actor.name.is_empty();
    let actor = if named && !roles.is_empty() {
        words.format(key::HISTORY_WHO, &[("name", actor.into()), ("roles", words.list(&roles).into())])
    } else if named {
        actor
    } else {
        words.list(&roles)
    };
    let Some(principal) = &entry.on_behalf else { return actor };
    let args = [
        ("actor", actor.into()),
        ("principal", format!("{} {}", words.role(principal.role), principal.jurisdiction).into()),
        ("how", (&principal.how).into()),
        ("when", words.day(principal.when).into()),
    ];
    words.format(key::HISTORY_ON_BEHALF, &args)
}

/// A sentence for each thing touched; the action's name where it touched many.
fn what(entry: &HistoryEntry, action: &str, words: &Words) -> Vec<String> {
    let mut things: Vec<Vec<&HistoryChange>> = Vec::new();
    for change in &entry.changes {
        match things.iter_mut().find(|thing| thing[0].id == change.id) {
            Some(thing) => thing.push(change),
            None => things.push(vec![change]),
        }
    }
    let mut told: Vec<String> =
        things.iter().take(MOST_THINGS).flat_map(|changes| thing(changes, words)).collect();
    if things.len() > MOST_THINGS {
        let more = [("count", (things.len() - MOST_THINGS).into())];
        told.insert(0, action.to_owned());
        told.push(words.format(key::HISTORY_MORE, &more));
    }
    if told.is_empty() {
        told.push(action.to_owned());
    }
    told
}

fn thing(changes: &[&HistoryChange], words: &Words) -> Vec<String> {
    let first = changes[0];
    let name = [("name", name(first, words).into())];
    if changes.iter().any(|change| change.field == "$create" && change.after == Value::Bool(true)) {
        return vec![words.format(key::HISTORY_CREATED, &name)];
    }
    if let Some(change) = changes.iter().find(|change| change.field == "$deleted") {
        let deleted = change.after == Value::Bool(true);
        let key = if deleted { key::HISTORY_DELETED } else { key::HISTORY_RESTORED };
        return vec![words.format(key, &name)];
    }
    // The mark beside a text moves with it; alone, it is an approval or the like.
    let texts = changes.iter().any(|change| !change.field.ends_with(".translation"));
    changes
        .iter()
        .filter(|change| !texts || !change.field.ends_with(".translation"))
        .map(|change| field(change, words))
        .collect()
}

/// `Milestone “Common template”`.
fn name(change: &HistoryChange, words: &Words) -> String {
    let kind = words.kind(change.kind);
    match &change.title {
        Some(title) if !title.is_empty() => {
            let title = title.readable(words.lang()).0;
            words.format(key::HISTORY_NAMED, &[("kind", kind.into()), ("title", title.into())])
        }
        _ => format!("{kind} {}", change.id),
    }
}

fn field(change: &HistoryChange, words: &Words) -> String {
    let name = name(change, words);
    let field = words.field(&change.field);
    if change.field.ends_with(".translation") {
        return words.format(key::HISTORY_TRANSLATION, &[("name", name.into()), ("field", field.into())]);
    }
    let shown = |value: &Value| shown(change, value, words);
    let mut args = vec![("name", name.into()), ("field", field.into())];
    match (change.before.is_null(), change.after.is_null()) {
        (_, true) => return words.format(key::HISTORY_CLEARED, &args),
        (true, false) => args.push(("after", shown(&change.after).into())),
        (false, false) => {
            args.push(("before", shown(&change.before).into()));
            args.push(("after", shown(&change.after).into()));
            return words.format(key::HISTORY_CHANGED, &args);
        }
    }
    words.format(key::HISTORY_SET, &args)
}

/// A value as people read it.
fn shown(change: &HistoryChange, value: &Value, words: &Words) -> String {
    let def = change.kind.def().field(change.field.split('.').next().unwrap_or_default());
    let text = || match value {
        Value::String(text) => text.clone(),
        value => value.to_string(),
    };
    let typed = match def.map(|def| def.ty) {
        Some(FieldType::Status) => {
            serde_json::from_value(value.clone()).ok().map(|status: Status| told_status(&status, words))
        }
        Some(FieldType::Bilingual | FieldType::Text) => {
            Some(words.format(key::HISTORY_QUOTED, &[("text", text().into())]))
        }
        Some(FieldType::Date | FieldType::Day) => {
            serde_json::from_value(value.clone()).ok().map(|date: PlanDate| words.date(&date))
        }
        Some(FieldType::OneOf(_)) => Some(words.field_code(change.kind, &change.field, &text())),
        Some(FieldType::Leads) => value.as_array().map(|leads| {
            let ids = leads.iter().filter_map(|lead| lead.get("jurisdiction")?.as_str());
            ids.collect::<Vec<_>>().join(", ")
        }),
        Some(FieldType::Flag) => {
            let key = if value == &Value::Bool(true) { key::HISTORY_YES } else { key::HISTORY_NO };
            Some(words.text(key))
        }
        _ => None,
    };
    typed.unwrap_or_else(text)
}

fn told_status(status: &Status, words: &Words) -> String {
    let mut parts = vec![words.completion(status.completion)];
    parts.extend(status.outlook.map(|outlook| words.outlook(outlook)));
    let told = parts.join(", ");
    let reason = |reason: &Bilingual| reason.readable(words.lang()).0.to_owned();
    match &status.reason {
        Some(why) if !why.is_empty() => words
            .format(key::HISTORY_STATUS_REASON, &[("status", told.into()), ("reason", reason(why).into())]),
        _ => told,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_domain::{Kind, Lang};
    use serde_json::json;

    fn change(field: &str, before: Value, after: Value) -> HistoryChange {
        let title =
            Bilingual { en: "Common template".into(), fr: "Modèle commun".into(), ..Bilingual::default() };
        let id = jalon_domain::Id::parse("milestone-2-2").unwrap();
        HistoryChange { kind: Kind::Milestone, id, title: Some(title), field: field.into(), before, after }
    }

    #[test]
    fn a_status_change_is_told_with_what_it_was_and_why() {
        let before = json!({"completion": "LP", "outlook": "on_track"});
        let reason = json!({"en": "Draft circulated", "source": "en"});
        let after = json!({"completion": "SP", "outlook": "on_track", "reason": reason});
        let told = field(&change("status", before, after), Words::of(Lang::En));
        for part in ["Common template", "Limited progress", "Substantial progress", "Draft circulated"] {
            assert!(told.contains(part), "{told}");
        }
    }

    #[test]
    fn a_text_is_quoted_in_the_readers_way() {
        let told = field(&change("title.fr", json!("Modèle"), json!("Modèle commun")), Words::of(Lang::Fr));
        assert!(told.contains("«\u{a0}Modèle commun\u{a0}»"), "{told}");
    }
}
