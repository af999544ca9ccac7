//! History as the window shows it: who did what when, and the several values of a
//! field between which somebody must choose.

use std::collections::BTreeMap;

use jalon_domain::{Lang, Plan};
use jalon_store::{Head, HistoryEntry, HistoryTold, Teller, ToldEntry, tell};
use jalon_words::{Key, Words};
use serde::Serialize;
use serde_json::Value;
use ts_rs::TS;

use super::Pair;

/// One transaction, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct HistoryLine {
    /// The transaction.
    pub txn: String,
    /// Its place in the order in which this store learnt of things: where the next page
    /// begins.
    #[ts(type = "number")]
    pub local_n: i64,
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

/// History, or a part of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, TS)]
pub struct History {
    /// One line a transaction, newest first.
    pub lines: Vec<HistoryLine>,
    /// Whom it is told to, where something was done and nothing of it is told to the user.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withheld: Option<Pair>,
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

/// What is told of history, and in words of its kind what is not; the plan says how things
/// are called.
pub(crate) fn history(told: &HistoryTold, plan: &Plan, withheld: Key) -> History {
    let withheld = told.withheld.then(|| Pair::of(|words| words.text(withheld)));
    History { lines: history_lines(&told.entries, plan), withheld }
}

/// Transactions as lines of history; the plan says how things are called.
pub fn history_lines(entries: &[HistoryEntry], plan: &Plan) -> Vec<HistoryLine> {
    let [en, fr] = Lang::BOTH.map(|lang| Teller::new(Words::of(lang), plan));
    entries.iter().map(|entry| line(entry, en.entry(entry), fr.entry(entry))).collect()
}

/// A transaction as a line of history; for many, see [`history_lines`].
pub fn history_line(entry: &HistoryEntry, plan: &Plan) -> HistoryLine {
    let [en, fr] = Lang::BOTH.map(|lang| tell(entry, Words::of(lang), plan));
    line(entry, en, fr)
}

fn line(entry: &HistoryEntry, en: ToldEntry, fr: ToldEntry) -> HistoryLine {
    HistoryLine {
        local_n: entry.local_n,
        when: Pair { en: en.when, fr: fr.when },
        what: Pair { en: en.what.join("; "), fr: fr.what.join("; ") },
        who: Pair { en: en.who, fr: fr.who },
        txn: en.txn,
        reason: entry.reason.clone(),
    }
}

/// The heads of an entity's fields, with who said so and when where history tells:
/// the latest transaction that put that value there.
pub fn field_heads(
    heads: BTreeMap<String, Vec<Head>>,
    history: &[HistoryEntry],
    plan: &Plan,
) -> BTreeMap<String, Vec<FieldHead>> {
    let lines = history_lines(history, plan);
    let said = |field: &str, value: &Value| {
        let wrote = |(entry, _): &(&HistoryEntry, &HistoryLine)| {
            entry.changes.iter().any(|change| change.field == field && change.after == *value)
        };
        history.iter().zip(&lines).find(wrote).map(|(_, line)| line)
    };
    let of_field = |(field, heads): (String, Vec<Head>)| {
        let of_head = |Head { change, value }: Head| {
            let (who, when) = said(&field, &value).map(|line| (line.who.clone(), line.when.clone())).unzip();
            FieldHead { change, value, who, when }
        };
        let heads = heads.into_iter().map(of_head).collect();
        (field, heads)
    };
    heads.into_iter().map(of_field).collect()
}
