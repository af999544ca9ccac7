//! History in words: "Alberta co-chair: Milestone 2.1 “Common template” from Limited
//! progress to Substantial progress: draft standard circulated".

mod record;
mod texts;
mod thing;
mod value;

use std::collections::BTreeMap;

use chrono::Local;
use jalon_domain::action::ActionName;
use jalon_domain::actor::RoleHeld;
use jalon_domain::{Actor, Id, Plan};
use jalon_words::{Key, Words, key};
use serde::Serialize;
use ts_rs::TS;

use crate::history::HistoryEntry;

pub(crate) use texts::source;
pub(crate) use thing::because;

/// One transaction, told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct ToldEntry {
    /// The transaction.
    pub txn: String,
    /// The day and, where it is told, the time of day, where the reader is.
    pub when: String,
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
        let args = [
            ("when", (&self.when).into()),
            ("who", (&self.who).into()),
            ("what", self.sentence(words).lines().map(str::trim).collect::<Vec<_>>().join(" ").into()),
        ];
        words.format(key::HISTORY_LINE, &args)
    }

    /// What it did and why.
    pub fn sentence(&self, words: &Words) -> String {
        let what = self.what.join("; ");
        if self.why.is_empty() {
            return what;
        }
        words.format(key::HISTORY_WHY, &[("what", what.into()), ("why", (&self.why).into())])
    }
}

/// Tells what was done, in one language. The plan says how jurisdictions are called
/// and by which numbers its board shows things.
pub struct Teller<'a> {
    words: &'a Words,
    plan: &'a Plan,
    numbers: BTreeMap<&'a Id, String>,
}

/// Tells one transaction; for many, a [`Teller`] is made once.
pub fn tell(entry: &HistoryEntry, words: &Words, plan: &Plan) -> ToldEntry {
    Teller::new(words, plan).entry(entry)
}

impl<'a> Teller<'a> {
    /// A teller over a plan.
    pub fn new(words: &'a Words, plan: &'a Plan) -> Teller<'a> {
        let numbers = plan.current_workplan().map(|workplan| plan.numbers(&workplan.id)).unwrap_or_default();
        Teller { words, plan, numbers }
    }

    /// Tells one transaction.
    pub fn entry(&self, entry: &HistoryEntry) -> ToldEntry {
        let words = self.words;
        let local = entry.made_at.with_timezone(&Local);
        let day = words.day(local.date_naive());
        let mut action = words.action(entry.action);
        if let Some(undone) = entry.undoes {
            let args = [("action", action.into()), ("undone", words.action(undone).into())];
            action = words.format(key::HISTORY_UNDOES, &args);
        }
        // Which backup it was is what was done, rather than why.
        let backup = entry.reason.as_deref().filter(|_| entry.action == ActionName::Restore);
        let why = entry.reason.clone().filter(|_| backup.is_none()).unwrap_or_default();
        ToldEntry {
            txn: entry.txn.clone(),
            when: match entry.day_only {
                true => day,
                false => words.format(
                    key::SHELL_MOMENT,
                    &[("day", day.into()), ("time", words.time(local.time()).into())],
                ),
            },
            who: self.who(entry),
            what: match backup {
                Some(name) => vec![words.format(key::HISTORY_FROM_BACKUP, &[("name", name.into())])],
                None => self.what(entry, &action, &why),
            },
            action,
            why,
        }
    }

    fn who(&self, entry: &HistoryEntry) -> String {
        let words = self.words;
        let Some(by) = &entry.actor else { return words.text(key::HISTORY_SOMEBODY) };
        let actor = self.actor(by);
        let Some(principal) = &entry.on_behalf else { return actor };
        let office = self.office(&RoleHeld::new(principal.role, Some(principal.jurisdiction.clone())));
        let args = [
            ("actor", actor.into()),
            ("principal", office.into()),
            ("how", (&principal.how).into()),
            ("when", words.day(principal.when).into()),
        ];
        words.format(key::HISTORY_ON_BEHALF, &args)
    }

    /// `Ada Lee (Alberta co-chair)`: somebody with every role held.
    pub fn actor(&self, by: &Actor) -> String {
        let words = self.words;
        if by.name.is_empty() && by.roles.is_empty() {
            return words.text(key::HISTORY_BUILT_IN);
        }
        let roles: Vec<String> = by.roles.iter().map(|held| self.office(held)).collect();
        match (by.name.is_empty(), roles.is_empty()) {
            (true, _) => words.list(&roles),
            (false, true) => by.name.clone(),
            (false, false) => {
                let args = [("name", (&by.name).into()), ("roles", words.list(&roles).into())];
                words.format(key::HISTORY_WHO, &args)
            }
        }
    }

    /// `Alberta co-chair`.
    fn office(&self, held: &RoleHeld) -> String {
        let office = Key::named(&format!("office-{}", held.role.code()));
        let (Some(office), Some(jurisdiction)) = (office, &held.jurisdiction) else {
            return self.words.role_held(held);
        };
        let office = self.words.format(office, &[("jurisdiction", self.jurisdiction(jurisdiction).into())]);
        match held.alternate {
            true => self.words.format(key::ROLE_ALTERNATE, &[("role", office.into())]),
            false => office,
        }
    }

    /// `Alberta`; the code of a jurisdiction that is no longer in the plan.
    fn jurisdiction(&self, id: &Id) -> String {
        let known = self.plan.jurisdictions.get(id).filter(|known| !known.name.is_empty());
        known.map_or_else(|| id.to_string(), |known| self.words.readable(&known.name))
    }
}

#[cfg(test)]
mod tests;
