//! Who did what, when and why.

mod page;
#[cfg(test)]
mod tests;
mod withheld;

use chrono::{DateTime, Local, Utc};
use jalon_domain::action::ActionName;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Actor, Audience, Bilingual, Id, Kind, Vector};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use ts_rs::TS;

use crate::confidential::{Author, Nameless};
use crate::{Store, Trouble, confidential};

pub(crate) use page::of_change;
pub use withheld::HistoryTold;

/// One transaction, for people.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryEntry {
    /// The transaction.
    pub txn: String,
    /// Its place in the order in which this store learnt of things, from 1.
    #[ts(type = "number")]
    pub local_n: i64,
    /// When it was made, by the clock of whoever made it.
    pub made_at: DateTime<Utc>,
    /// Whether of that moment only the day is meant.
    #[ts(optional, as = "Option<bool>")]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub day_only: bool,
    /// Who; absent when that would tell where a challenge that names nobody came from.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actor: Option<Actor>,
    /// For whom.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_behalf: Option<OnBehalf>,
    /// Why, in the actor's words.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<String>,
    /// What was done.
    pub action: ActionName,
    /// What an undo took back or a redo did again.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undoes: Option<ActionName>,
    /// Who may see it.
    pub audience: Audience,
    /// What changed, in the order of the journal.
    pub changes: Vec<HistoryChange>,
    /// The challenges it touched that do not, or did not always, name anybody, and the
    /// clearances of those.
    #[serde(skip)]
    #[ts(skip)]
    pub(crate) nameless: Nameless,
    /// By whom it was written, and of an undo or redo what it takes back, too.
    #[serde(skip)]
    pub(crate) authors: Vec<Author>,
}

/// One change, for people.
#[derive(Debug, Clone, PartialEq, Serialize, TS)]
pub struct HistoryChange {
    /// Kind of the entity.
    pub kind: Kind,
    /// The entity.
    pub id: Id,
    /// What the entity is called now.
    #[ts(optional)]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Bilingual>,
    /// The journal field: `status`, `title.fr`, `$create`, `$deleted`.
    pub field: String,
    /// What it held before; null when it held nothing.
    pub before: Value,
    /// What it held afterwards; null when it was emptied or redacted.
    pub after: Value,
    /// Whether what it held afterwards was destroyed since.
    #[ts(optional, as = "Option<bool>")]
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub redacted: bool,
}

impl HistoryEntry {
    /// Without what `reader` may not see: the origins of challenges, that a nameless one was
    /// cleared, and what was written to a challenge that does not, or did not always, name
    /// anybody by somebody of whom the reader may not know: its time, its place among other
    /// entries and what it was done with would tell who, also where the name is not told.
    /// `None` when nothing of it is left.
    #[must_use]
    pub fn for_reader(mut self, reader: &Actor) -> Option<HistoryEntry> {
        let touched_nothing = self.changes.is_empty();
        self.leave_what_is_seen(reader);
        if !self.nameless.is_empty() && !self.is_known_to(reader) {
            // Nobody but the secretariat redacts, and for nobody else.
            let redacted = self.action == ActionName::Redact;
            if !redacted && self.authors.iter().any(Author::says_whose) {
                self.changes.retain(|change| !self.nameless.contains(&change.id));
                (self.audience, self.reason) = (Audience::All, None);
            } else {
                (self.actor, self.on_behalf, self.reason) = (None, None, None);
            }
        }
        (touched_nothing || !self.changes.is_empty()).then_some(self)
    }

    /// One of several versions of a field, without what `reader` may not see. That a version
    /// of a nameless challenge stands there is told to whoever has to choose, and of what
    /// would tell whose it is only the day. `None` when nothing of it is left.
    pub(crate) fn into_version(mut self, reader: &Actor) -> Option<HistoryEntry> {
        self.leave_what_is_seen(reader);
        if !self.nameless.is_empty() && !self.is_known_to(reader) {
            (self.actor, self.on_behalf, self.reason) = (None, None, None);
            // Noon there is the same day everywhere where the program may be read next.
            let noon = self.made_at.with_timezone(&Local).date_naive().and_hms_opt(12, 0, 0);
            let noon = noon.and_then(|noon| noon.and_local_timezone(Local).earliest());
            self.made_at = noon.map_or(DateTime::UNIX_EPOCH, |noon| noon.to_utc());
            (self.day_only, self.local_n, self.undoes) = (true, 0, None);
        }
        (!self.changes.is_empty()).then_some(self)
    }

    /// Leaves of what changed only what `reader` may see, whoever did it.
    fn leave_what_is_seen(&mut self, reader: &Actor) {
        let nameless = &self.nameless;
        // Whoever may know all sees that a choice was made that leaves things as shown.
        let all = confidential::reads_all(reader);
        self.changes.retain_mut(|change| {
            if nameless.hides(&change.id, reader) {
                return false;
            }
            if !confidential::tells_origin(change.kind, &change.field, nameless.contains(&change.id)) {
                return true;
            }
            let [before, after] =
                [&change.before, &change.after].map(|list| confidential::left_for(reader, list));
            let any = |list: &Value| list.as_array().is_some_and(|list| !list.is_empty());
            let seen = (all || before != after) && (any(&before) || any(&after));
            (change.before, change.after) = (before, after);
            seen
        });
    }

    /// Whether `reader` may learn who wrote it. What was issued says of nobody but the
    /// secretariat that it wrote it.
    fn is_known_to(&self, reader: &Actor) -> bool {
        self.action == ActionName::IssueChallenges
            || self.authors.iter().all(|author| author.is_known_to(reader))
    }
}

/// What `reader` may see of changes that are not in the journal yet.
pub(crate) fn seen_by(reader: &Actor, nameless: Nameless, changes: Vec<HistoryChange>) -> Vec<HistoryChange> {
    let mut entry = HistoryEntry {
        txn: String::new(),
        local_n: 0,
        made_at: DateTime::UNIX_EPOCH,
        day_only: true,
        actor: None,
        on_behalf: None,
        reason: None,
        action: ActionName::Import,
        undoes: None,
        audience: Audience::All,
        changes,
        nameless,
        authors: Vec::new(),
    };
    entry.leave_what_is_seen(reader);
    entry.changes
}

/// Which part of history is wanted; all of it by default.
#[derive(Debug, Clone, Copy, Default)]
pub struct HistoryPage<'a> {
    /// Only what was done to this entity.
    pub of: Option<&'a Id>,
    /// And to whatever stands below it.
    pub with_children: bool,
    /// Only what is not inside this moment yet.
    pub after: Option<&'a Vector>,
    /// Only what is inside this moment.
    pub until: Option<&'a Vector>,
    /// Only what arrived before the entry with this [`HistoryEntry::local_n`]: the last
    /// one of the page before.
    pub before: Option<i64>,
    /// At most so many entries.
    pub limit: Option<usize>,
    /// As this reader may see it; see [`HistoryEntry::for_reader`].
    pub reader: Option<&'a Actor>,
}

impl Store {
    /// History, newest first: of one entity (only what concerns it), or of everything.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history(&self, id: Option<&Id>) -> Result<Vec<HistoryEntry>, Trouble> {
        self.history_page(&HistoryPage { of: id, ..HistoryPage::default() })
    }

    /// A part of history, newest first. It takes as long as the part is long, not as
    /// history is.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub fn history_page(&self, page: &HistoryPage<'_>) -> Result<Vec<HistoryEntry>, Trouble> {
        self.reading(|sql| page::read(sql, page))
    }
}

/// Who acted; of a role that only a newer version knows, nothing but the name is told.
pub(crate) fn actor(text: &str) -> Option<Actor> {
    let actor: Value = typed(text)?;
    let role = |role: &Value| serde_json::from_value(role.clone()).ok();
    let roles = actor["roles"].as_array().into_iter().flatten().filter_map(role).collect();
    Some(Actor::holding(actor["name"].as_str().unwrap_or_default(), roles))
}

fn typed<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_str(text).ok()
}
