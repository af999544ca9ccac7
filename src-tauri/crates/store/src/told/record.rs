//! What was attested, approved, cleared, tabled or issued, in words instead of the values
//! by which programs compare it.

use jalon_domain::Kind;
use jalon_words::key;
use serde_json::Value;

use super::Teller;
use crate::history::HistoryChange;
use crate::journal::DELETED;

/// How much of a hash people need to tell two apart.
const SHORT: usize = 8;

impl Teller<'_> {
    /// What was done to a record, in one sentence; `None` for anything else.
    pub(super) fn record(&self, changes: &[&HistoryChange]) -> Option<String> {
        let first = changes[0];
        let name = ("name", self.name(first.kind, &first.id, first.title.as_ref()).into());
        let field = |name: &str| changes.iter().find(|change| change.field == name).map(|it| &it.after);
        if first.kind.def().record && field(DELETED) == Some(&Value::Bool(true)) {
            return Some(self.words.format(key::HISTORY_WITHDRAWN, &[name]));
        }
        let content = field("content").and_then(Value::as_str);
        if content.is_none() && field(DELETED) == Some(&Value::Bool(false)) {
            // The same content again, after it was taken back.
            return Some(self.words.format(key::HISTORY_RESTORED, &[name]));
        }
        let content = content.unwrap_or_default().chars().take(SHORT).collect::<String>();
        let content = ("content", content.into());
        let key = match first.kind {
            Kind::Approval => key::HISTORY_APPROVED,
            Kind::Clearance => key::HISTORY_CLEARED_ITEM,
            Kind::TabledDeck => {
                let version = field("version").and_then(Value::as_i64).unwrap_or_default();
                let args = [name, ("version", version.into()), content];
                return Some(self.words.format(key::HISTORY_TABLED, &args));
            }
            Kind::Issuance => return Some(self.words.text(key::HISTORY_ALL_ISSUED)),
            _ => return None,
        };
        Some(self.words.format(key, &[name, content]))
    }

    /// What was issued: its words are in the history of whoever saw them before.
    pub(super) fn issued(&self, changes: &[&HistoryChange]) -> String {
        let first = changes[0];
        if let Some(told) = self.record(changes) {
            return told;
        }
        let name = self.name(first.kind, &first.id, first.title.as_ref());
        self.words.format(key::HISTORY_ISSUED, &[("name", name.into())])
    }
}
