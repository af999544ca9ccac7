//! What was done to each thing, a sentence each.

use std::collections::BTreeMap;

use jalon_domain::action::ActionName;
use jalon_domain::{Bilingual, FieldType, Id, Kind, Status};
use jalon_words::{Words, key};
use serde_json::Value;

use super::Teller;
use super::texts::source;
use crate::history::{HistoryChange, HistoryEntry};
use crate::journal::REDACTED;

/// A transaction that touches more things than this is summed up after them.
const MOST_THINGS: usize = 8;

impl Teller<'_> {
    /// A sentence for each thing touched; before them the action's name where it touched
    /// many, or takes something back, does it again or brings it in from a file. What
    /// is said as the whole action's reason is not said of each thing again.
    pub(super) fn what(&self, entry: &HistoryEntry, action: &str, why: &str) -> Vec<String> {
        let mut things: Vec<Vec<&HistoryChange>> = Vec::new();
        let mut places: BTreeMap<&Id, usize> = BTreeMap::new();
        for change in &entry.changes {
            let place = *places.entry(&change.id).or_insert(things.len());
            if place == things.len() {
                things.push(Vec::new());
            }
            things[place].push(change);
        }
        if entry.action == ActionName::IssueChallenges {
            things
                .retain(|changes| changes[0].kind != Kind::Issuance || entry.changes.len() == changes.len());
        }
        let shown = things.iter().take(MOST_THINGS);
        let mut told: Vec<String> = match entry.action {
            ActionName::IssueChallenges => shown.map(|changes| self.issued(changes)).collect(),
            ActionName::Resolve => shown.flat_map(|changes| self.chosen(changes, why)).collect(),
            _ => shown.flat_map(|changes| self.thing(changes, why)).collect(),
        };
        let many = things.len().saturating_sub(MOST_THINGS);
        // What was taken back reads as if it were done, and what came from a file as if it
        // were typed.
        let tells_itself = !matches!(entry.action, ActionName::Undo | ActionName::Redo | ActionName::Import);
        if many > 0 || told.is_empty() || !tells_itself {
            told.insert(0, action.to_owned());
        }
        if many > 0 {
            told.push(self.words.format(key::HISTORY_MORE, &[("count", many.into())]));
        }
        told
    }

    /// What was or would be done to one thing, a sentence each.
    pub fn changes(&self, changes: &[&HistoryChange]) -> Vec<String> {
        if changes.is_empty() { Vec::new() } else { self.thing(changes, "") }
    }

    fn thing(&self, changes: &[&HistoryChange], why: &str) -> Vec<String> {
        let first = changes[0];
        let name = [("name", self.name(first.kind, &first.id, first.title.as_ref()).into())];
        if let Some(told) = self.record(changes) {
            return vec![told];
        }
        if changes.iter().any(|change| change.field == "$create" && change.after == Value::Bool(true)) {
            // That a submission is recorded says nothing; what it says does.
            let state = changes.iter().find(|it| it.kind == Kind::Submission && it.field == "state");
            return match state {
                Some(state) => self.field(state, why),
                None => vec![self.words.format(key::HISTORY_CREATED, &name)],
            };
        }
        if let Some(change) = changes.iter().find(|change| change.field == "$deleted") {
            let deleted = change.after == Value::Bool(true);
            let key = if deleted { key::HISTORY_DELETED } else { key::HISTORY_RESTORED };
            return vec![self.words.format(key, &name)];
        }
        // What stands in for what was redacted goes without saying.
        let redactions = changes.iter().filter(|change| change.field == REDACTED);
        let redactions: Vec<String> = redactions.flat_map(|change| self.field(change, why)).collect();
        if !redactions.is_empty() {
            return redactions;
        }
        // The mark beside a text moves with it; alone, it is an approval or the like.
        let texts = changes.iter().any(|change| !change.field.ends_with(".translation"));
        changes
            .iter()
            .filter(|change| !texts || !change.field.ends_with(".translation"))
            .flat_map(|change| self.field(change, why))
            .collect()
    }

    /// `Milestone 2.1 “Common template”`.
    pub(crate) fn name(&self, kind: Kind, id: &Id, title: Option<&Bilingual>) -> String {
        let kind = self.words.kind(kind);
        let title = title.filter(|title| !title.is_empty()).map(|title| self.words.readable(title));
        let args = |title: &str| vec![("kind", kind.clone().into()), ("title", title.to_owned().into())];
        match (title, self.numbers.get(id)) {
            (Some(title), Some(number)) => {
                let args = [args(&title), vec![("number", number.into())]].concat();
                self.words.format(key::HISTORY_NUMBERED, &args)
            }
            (Some(title), None) => self.words.format(key::HISTORY_NAMED, &args(&title)),
            (None, number) => format!("{kind} {}", number.map_or(id.as_str(), String::as_str)),
        }
    }

    /// `2.1 Common template`; without its number where the board shows none.
    pub(crate) fn milestone(&self, id: &Id, title: &Bilingual) -> String {
        let title = self.words.readable(title);
        match self.numbers.get(id) {
            Some(number) => format!("{number} {title}"),
            None => title,
        }
    }

    /// The same as [`Teller::name`] of something in the plan.
    pub(crate) fn name_of(&self, kind: Kind, id: &Id) -> String {
        self.name(kind, id, self.plan.title(kind, id).as_ref())
    }

    /// What a change did to a field; several sentences where it wrote several texts inside it.
    pub(super) fn field(&self, change: &HistoryChange, why: &str) -> Vec<String> {
        let words = self.words;
        let name = self.name(change.kind, &change.id, change.title.as_ref());
        if change.field == REDACTED {
            let field = words.field(change.after["field"].as_str().unwrap_or_default());
            let again = change.after["again"] == Value::Bool(true);
            let key = if again { key::HISTORY_REDACTED_AGAIN } else { key::HISTORY_REDACTED };
            return vec![words.format(key, &[("name", name.into()), ("field", field.into())])];
        }
        let field = words.field(&change.field);
        if change.field.ends_with(".translation") {
            return vec![self.reviewed(&name, &change.field)];
        }
        if change.redacted {
            let args = [("name", name.into()), ("field", field.into())];
            return vec![words.format(key::HISTORY_REDACTED_VALUE, &args)];
        }
        let ty = change.kind.def().field(&change.field).map(|def| def.ty);
        if ty == Some(FieldType::Position) && !change.before.is_null() {
            return vec![words.format(key::HISTORY_MOVED, &[("name", name.into())])];
        }
        if ty == Some(FieldType::Status)
            && let Ok(after) = serde_json::from_value(change.after.clone())
        {
            let before: Option<Status> = serde_json::from_value(change.before.clone()).ok();
            if before.as_ref().is_some_and(|before| before.says_the_same(&after)) {
                return self.texts(&name, change);
            }
            let links =
                before.as_ref().map(|before| self.evidence(&name, before, &after)).unwrap_or_default();
            // Where nothing else is new, that it still stands so is none either.
            let same = before.clone().is_some_and(|before| {
                after.says_the_same(&Status { evidence: after.evidence.clone(), ..before })
            });
            let told = (!same || links.is_empty()).then(|| self.status(&name, before.as_ref(), &after, why));
            return told.into_iter().chain(links).collect();
        }
        let shown = |value: &Value| self.value(change.kind, &change.field, value);
        let mut args = vec![("name", name.clone().into()), ("field", field.into())];
        // A list of which this reader may see nothing holds nothing for them.
        let empty = |value: &Value| value.is_null() || value.as_array().is_some_and(Vec::is_empty);
        let key = match (empty(&change.before), empty(&change.after)) {
            (_, true) => key::HISTORY_CLEARED,
            (true, false) => {
                args.push(("after", shown(&change.after).into()));
                key::HISTORY_SET
            }
            (false, false) => {
                let (before, after) = (shown(&change.before), shown(&change.after));
                if before == after {
                    return self.texts(&name, change);
                }
                args.push(("before", before.into()));
                args.push(("after", after.into()));
                key::HISTORY_CHANGED
            }
        };
        vec![words.format(key, &args)]
    }

    /// `Limited progress, At risk`; without the outlook where that goes without saying.
    pub(crate) fn standing(&self, status: &Status, outlook: bool) -> String {
        let mut parts = vec![self.words.completion(status.completion)];
        parts.extend(status.outlook.filter(|_| outlook).map(|outlook| self.words.outlook(outlook)));
        parts.join(", ")
    }

    /// `Milestone 2.1 “Common template” from Limited progress to Substantial progress:
    /// draft standard circulated`.
    fn status(&self, name: &str, before: Option<&Status>, after: &Status, why: &str) -> String {
        let words = self.words;
        let told = |status: &Status, outlook: bool| self.standing(status, outlook);
        let mut args = vec![("name", name.into())];
        let key = match before {
            Some(before) if told(before, true) != told(after, true) => {
                let outlook = after.outlook_is_news(before);
                args.push(("before", told(before, outlook).into()));
                args.push(("after", told(after, outlook).into()));
                key::HISTORY_FROM_TO
            }
            Some(_) => {
                args.push(("status", told(after, true).into()));
                key::HISTORY_STILL
            }
            None => {
                args.push(("status", told(after, true).into()));
                key::HISTORY_IS
            }
        };
        // A reason that stood before was given for what stood before.
        let stood = before.and_then(|before| source(before.reason.as_ref()));
        let given = after.reason.as_ref().filter(|reason| source(Some(reason)) != stood);
        because(words, words.format(key, &args), given, why)
    }
}

/// A sentence with its reason at the end, unless there is none, or it is said anyway.
pub(crate) fn because(words: &Words, told: String, reason: Option<&Bilingual>, said: &str) -> String {
    let reason = reason.map(|reason| reason.meant(words.lang()));
    match reason.filter(|(reason, _)| !reason.is_empty() && *reason != said) {
        Some(reason) => {
            let why = words.marked(reason);
            words.format(key::HISTORY_WHY, &[("what", told.into()), ("why", why.into())])
        }
        None => told,
    }
}
