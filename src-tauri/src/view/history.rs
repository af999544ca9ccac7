//! History as the window shows it: who did what when, and the several values of a
//! field between which somebody must choose.

use std::collections::BTreeMap;

use chrono::Local;
use jalon_domain::Id;
use jalon_domain::text::Bilingual;
use jalon_store::{Head, HistoryEntry};
use jalon_words::{Words, key};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::Pair;

/// One transaction, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryLine {
    /// The transaction.
    pub txn: String,
    /// When, by the clock of whoever made it.
    pub when: Pair,
    /// Who, and for whom.
    pub who: Pair,
    /// What was done, to what.
    pub what: Pair,
    /// Why, in the actor's words.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
}

/// One of several current values of a field.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct FieldHead {
    /// The change that says so.
    pub change: String,
    /// What it says the field holds.
    #[ts(type = "unknown")]
    pub value: Value,
    /// Who said so.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<Pair>,
    /// When.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<Pair>,
}

/// A transaction as a line of history.
pub fn history_line(entry: HistoryEntry) -> HistoryLine {
    HistoryLine {
        when: when(&entry),
        who: who(&entry),
        what: Pair::of(|words| what(&entry, words)),
        txn: entry.txn,
        reason: entry.reason,
    }
}

/// The heads of an entity's fields, with who said so and when where history tells:
/// the latest transaction that put that value there.
pub fn field_heads(
    heads: BTreeMap<String, Vec<Head>>,
    history: &[HistoryEntry],
) -> BTreeMap<String, Vec<FieldHead>> {
    let said = |field: &str, value: &Value| {
        let wrote = |entry: &&HistoryEntry| {
            entry.changes.iter().any(|change| change.field == field && change.after == *value)
        };
        history.iter().find(wrote)
    };
    let of_field = |(field, heads): (String, Vec<Head>)| {
        let of_head = |Head { change, value }: Head| {
            let entry = said(&field, &value);
            FieldHead { who: entry.map(who), when: entry.map(when), change, value }
        };
        let heads = heads.into_iter().map(of_head).collect();
        (field, heads)
    };
    heads.into_iter().map(of_field).collect()
}

fn when(entry: &HistoryEntry) -> Pair {
    let moment = entry.made_at.with_timezone(&Local).naive_local();
    Pair::of(|words| {
        let args = [("day", words.day(moment.date()).into()), ("time", words.time(moment.time()).into())];
        words.format(key::SHELL_MOMENT, &args)
    })
}

fn who(entry: &HistoryEntry) -> Pair {
    Pair::of(|words| {
        let actor = words.actor(&entry.actor);
        let Some(principal) = &entry.on_behalf else { return actor };
        let args = [
            ("actor", actor.into()),
            ("role", words.role(principal.role).into()),
            ("jurisdiction", principal.jurisdiction.as_str().into()),
            ("how", principal.how.as_str().into()),
            ("day", words.day(principal.when).into()),
        ];
        words.format(key::SHELL_ON_BEHALF, &args)
    })
}

fn what(entry: &HistoryEntry, words: &Words) -> String {
    let action = match entry.undoes {
        Some(undone) => {
            let args = [("action", words.action(entry.action).into()), ("of", words.action(undone).into())];
            words.format(key::SHELL_ACTION_OF, &args)
        }
        None => words.action(entry.action),
    };
    let mut entities: Vec<(&Id, Option<&Bilingual>)> = Vec::new();
    for change in &entry.changes {
        if !entities.iter().any(|(id, _)| **id == change.id) {
            entities.push((&change.id, change.title.as_ref()));
        }
    }
    let count = entities.len();
    match entities.as_slice() {
        [] => action,
        [(id, title)] => {
            let title = title.map_or(id.as_str(), |title| title.readable(words.lang()).0);
            let args = [("action", action.into()), ("title", title.into())];
            words.format(key::SHELL_ACTION_ON, &args)
        }
        _ => {
            let args = [("action", action.into()), ("count", count.into())];
            words.format(key::SHELL_ACTION_ON_MANY, &args)
        }
    }
}
