//! History in words: "Alberta co-chair: milestone “Common template”, from Limited
//! progress to Substantial progress: draft standard circulated".

use chrono::Local;
use jalon_domain::action::ActionName;
use jalon_domain::{Bilingual, FieldType, Id, Kind, Lead, Link, Plan, PlanDate, Status};
use jalon_words::{Words, key};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use crate::history::{HistoryChange, HistoryEntry};
use crate::journal::REDACTED;

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

/// Tells a transaction in one language. The plan says how jurisdictions are called.
pub fn tell(entry: &HistoryEntry, words: &Words, plan: &Plan) -> ToldEntry {
    let local = entry.made_at.with_timezone(&Local);
    let mut action = words.action(entry.action);
    if let Some(undone) = entry.undoes {
        let args = [("action", action.into()), ("undone", words.action(undone).into())];
        action = words.format(key::HISTORY_UNDOES, &args);
    }
    // Which backup it was is what was done, rather than why.
    let backup = entry.reason.as_deref().filter(|_| entry.action == ActionName::Restore);
    ToldEntry {
        txn: entry.txn.clone(),
        day: words.day(local.date_naive()),
        time: words.time(local.time()),
        who: who(entry, words, plan),
        what: match backup {
            Some(name) => vec![words.format(key::HISTORY_FROM_BACKUP, &[("name", name.into())])],
            None => what(entry, &action, words, plan),
        },
        action,
        why: entry.reason.clone().filter(|_| backup.is_none()).unwrap_or_default(),
    }
}

fn who(entry: &HistoryEntry, words: &Words, plan: &Plan) -> String {
    let Some(by) = &entry.actor else { return words.text(key::HISTORY_SOMEBODY) };
    if by.name.is_empty() && by.roles.is_empty() {
        return words.text(key::HISTORY_BUILT_IN);
    }
    let actor = words.actor(by);
    let roles: Vec<String> = by
        .roles
        .iter()
        .map(|held| match &held.jurisdiction {
            Some(id) => role_of(words.role_held(held), id, words, plan),
            None => words.role_held(held),
        })
        .collect();
    let named = !by.name.is_empty();
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
        ("principal", role_of(words.role(principal.role), &principal.jurisdiction, words, plan).into()),
        ("how", (&principal.how).into()),
        ("when", words.day(principal.when).into()),
    ];
    words.format(key::HISTORY_ON_BEHALF, &args)
}

/// `Co-chair, Alta.`
fn role_of(role: String, jurisdiction: &Id, words: &Words, plan: &Plan) -> String {
    let args = [("role", role.into()), ("jurisdiction", abbreviation(jurisdiction, words, plan).into())];
    words.format(key::HISTORY_ROLE, &args)
}

/// `Alta.`; the code of a jurisdiction that is no longer in the plan.
fn abbreviation(id: &Id, words: &Words, plan: &Plan) -> String {
    let known = plan.jurisdictions.get(id).filter(|known| !known.abbreviation.is_empty());
    known.map_or_else(|| id.to_string(), |known| known.abbreviation.readable(words.lang()).0.to_owned())
}

/// A sentence for each thing touched; the action's name where it touched many.
fn what(entry: &HistoryEntry, action: &str, words: &Words, plan: &Plan) -> Vec<String> {
    let mut things: Vec<Vec<&HistoryChange>> = Vec::new();
    for change in &entry.changes {
        match things.iter_mut().find(|thing| thing[0].id == change.id) {
            Some(thing) => thing.push(change),
            None => things.push(vec![change]),
        }
    }
    let mut told: Vec<String> =
        things.iter().take(MOST_THINGS).flat_map(|changes| thing(changes, words, plan)).collect();
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

fn thing(changes: &[&HistoryChange], words: &Words, plan: &Plan) -> Vec<String> {
    let first = changes[0];
    let name = [("name", name(first, words).into())];
    if changes.iter().any(|change| change.field == "$create" && change.after == Value::Bool(true)) {
        // That a submission is recorded says nothing; what it says does.
        let state = changes.iter().find(|it| it.kind == Kind::Submission && it.field == "state");
        if let Some(state) = state {
            return vec![field(state, words, plan)];
        }
        return vec![words.format(key::HISTORY_CREATED, &name)];
    }
    if let Some(change) = changes.iter().find(|change| change.field == "$deleted") {
        let deleted = change.after == Value::Bool(true);
        let key = if deleted { key::HISTORY_DELETED } else { key::HISTORY_RESTORED };
        return vec![words.format(key, &name)];
    }
    // What stands in for what was redacted goes without saying.
    let redactions: Vec<String> = changes
        .iter()
        .filter(|change| change.field == REDACTED)
        .map(|change| field(change, words, plan))
        .collect();
    if !redactions.is_empty() {
        return redactions;
    }
    // The mark beside a text moves with it; alone, it is an approval or the like.
    let texts = changes.iter().any(|change| !change.field.ends_with(".translation"));
    changes
        .iter()
        .filter(|change| !texts || !change.field.ends_with(".translation"))
        .map(|change| field(change, words, plan))
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

fn field(change: &HistoryChange, words: &Words, plan: &Plan) -> String {
    let name = name(change, words);
    if change.field == REDACTED {
        let field = words.field(change.after["field"].as_str().unwrap_or_default());
        return words.format(key::HISTORY_REDACTED, &[("name", name.into()), ("field", field.into())]);
    }
    let field = words.field(&change.field);
    if change.field.ends_with(".translation") {
        return words.format(key::HISTORY_TRANSLATION, &[("name", name.into()), ("field", field.into())]);
    }
    let shown = |value: &Value| shown(change, value, words, plan);
    let mut args = vec![("name", name.into()), ("field", field.into())];
    if change.redacted {
        return words.format(key::HISTORY_REDACTED_VALUE, &args);
    }
    match (change.before.is_null(), change.after.is_null()) {
        (_, true) => return words.format(key::HISTORY_CLEARED, &args),
        (true, false) => args.push(("after", shown(&change.after).into())),
        (false, false) => {
            let (before, after) = (shown(&change.before), shown(&change.after));
            if before == after {
                // What changed of it is in the other language, or that it was approved.
                let field = words.field(&format!("{}.translation", change.field));
                args[1] = ("field", field.into());
                return words.format(key::HISTORY_TRANSLATION, &args);
            }
            args.push(("before", before.into()));
            args.push(("after", after.into()));
            return words.format(key::HISTORY_CHANGED, &args);
        }
    }
    words.format(key::HISTORY_SET, &args)
}

/// A value as people read it.
fn shown(change: &HistoryChange, value: &Value, words: &Words, plan: &Plan) -> String {
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
        Some(FieldType::Leads) => {
            let leads: Option<Vec<Lead>> = serde_json::from_value(value.clone()).ok();
            leads.map(|leads| leads.iter().map(|it| lead(it, words, plan)).collect::<Vec<_>>().join(", "))
        }
        Some(FieldType::Refs(Kind::Jurisdiction)) => {
            Some(abbreviations(value.as_array().into_iter().flatten(), words, plan))
        }
        Some(FieldType::Ref([Kind::Jurisdiction])) => {
            Id::parse(&text()).map(|id| abbreviation(&id, words, plan))
        }
        Some(FieldType::Links) => serde_json::from_value(value.clone()).ok().map(|links: Vec<Link>| {
            let addresses = links.iter().flat_map(|link| [&link.en, &link.fr]).flatten();
            addresses.map(String::as_str).collect::<Vec<_>>().join(" · ")
        }),
        Some(FieldType::Flag) => {
            let key = if value == &Value::Bool(true) { key::HISTORY_YES } else { key::HISTORY_NO };
            Some(words.text(key))
        }
        _ => None,
    };
    typed.unwrap_or_else(text)
}

/// `Ont. (until September 30, 2019)`.
fn lead(lead: &Lead, words: &Words, plan: &Plan) -> String {
    words.lead(abbreviation(&lead.jurisdiction, words, plan), lead.from, lead.to)
}

fn abbreviations<'v>(ids: impl Iterator<Item = &'v Value>, words: &Words, plan: &Plan) -> String {
    let ids = ids.filter_map(|id| Id::parse(id.as_str()?));
    ids.map(|id| abbreviation(&id, words, plan)).collect::<Vec<_>>().join(", ")
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
mod tests;
