//! Why an action is refused.

mod field;

use jalon_domain::action::ActionName;
use jalon_domain::policy::Denied;
use jalon_domain::registry::FieldFault;
use jalon_domain::texts::field_of;
use jalon_domain::{Failure, Id, Kind};
use jalon_words::faults;

use crate::council::CouncilError;
use crate::journal::{CREATE, DELETED};
use crate::{CycleError, Term, Trouble, backup};
use field::field_failure;

/// Why an action is refused. The store is then as it was before.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// See [`Trouble`].
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// The backup that goes before it could not be made.
    #[error("no backup: {0}")]
    NoBackup(#[source] Trouble),
    /// See [`CycleError`].
    #[error(transparent)]
    Cycle(#[from] CycleError),
    /// Nothing would change, so nothing was written.
    #[error("nothing would change")]
    NothingChanges,
    /// The policy table says no.
    #[error("not allowed: {0:?}")]
    Denied(Denied),
    /// One of many things is not allowed: which it is.
    #[error("denied: {denied:?}: {id}")]
    DeniedFor {
        /// Its kind.
        kind: Kind,
        /// Its id.
        id: Id,
        /// Why.
        denied: Denied,
    },
    /// It was not said how the one answered on whose behalf this is done.
    #[error("on behalf of somebody, without saying how they answered")]
    BehalfWithoutHow,
    /// The one on whose behalf this is done would answer only after today.
    #[error("on behalf of somebody who answers after today")]
    BehalfInFuture,
    /// The plan knows its co-chairs, and this jurisdiction has none of them.
    #[error("on behalf of a co-chair of {0}, which has none")]
    BehalfNotCoChair(Id),
    /// Nobody held that role for the jurisdiction on the day of the answer.
    #[error("on behalf of {0}, out of its term: {1:?}")]
    BehalfOutOfTerm(Id, Term),
    /// Such a thing comes about by a verb of its own, never by writing its fields.
    #[error("{0:?} is a record")]
    Record(Kind),
    /// There is no such entity.
    #[error("unknown entity: {0}")]
    Unknown(Id),
    /// The entity is deleted.
    #[error("deleted entity: {0}")]
    Deleted(Id),
    /// There is, or was, an entity of that id already.
    #[error("the id is taken: {0}")]
    Taken(Id),
    /// Only what the program itself makes goes by an id of this form.
    #[error("the id is reserved: {0}")]
    Reserved(Id),
    /// Something is wrong with a field.
    #[error("{kind:?} {id}: {field}: {what:?}")]
    Field {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// The field, as it was named.
        field: String,
        /// What is wrong.
        what: FieldError,
    },
    /// Something that is not deleted refers to what would be deleted.
    #[error("{kind:?} {by} still refers to {id}")]
    Referred {
        /// What would be deleted.
        id: Id,
        /// Kind of what refers to it.
        kind: Kind,
        /// What refers to it.
        by: Id,
    },
    /// It was not said why a value is destroyed.
    #[error("redaction without a reason")]
    RedactionWithoutReason,
    /// A deck cannot be approved or tabled.
    #[error(transparent)]
    Council(#[from] CouncilError),
    /// There is nothing of one's own to take back.
    #[error("nothing to undo")]
    NothingToUndo,
    /// There is nothing that was taken back last.
    #[error("nothing to redo")]
    NothingToRedo,
    /// One's own latest action is of a kind that cannot be taken back.
    #[error("cannot be undone: {0:?}")]
    CannotBeUndone(ActionName),
    /// Another transaction has touched what it would take back.
    #[error("{field} of {id} was changed since, by {action:?} of {actor}")]
    ChangedSince {
        /// The entity.
        id: Id,
        /// The journal field.
        field: String,
        /// What was done since.
        action: ActionName,
        /// By whom.
        actor: String,
        /// Whether it was to be done again, and not to be taken back.
        redo: bool,
    },
    /// There is a workplan already; the sample goes into an empty store only.
    #[error("there is a workplan already")]
    NotEmpty,
    /// The sample was installed before; its installation can be done again by redo.
    #[error("the sample was installed before")]
    SampleBefore,
}

/// What is wrong with a field of an action.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldError {
    /// The kind has no such field.
    NoSuchField,
    /// It is required.
    Missing,
    /// The value breaks a rule.
    Value(FieldFault),
    /// It refers to what is not there or is deleted: place below the field, and the id.
    Dangling(String, Id),
    /// What it held was redacted, and nobody has written it anew.
    Redacted,
    /// It would stand, over others, under itself.
    Loop,
    /// A challenge that is not marked as named would name jurisdictions.
    Named,
    /// A date would come before one that it must follow.
    Order,
    /// The last day would come before the first one.
    EndsFirst,
    /// The lead in that place, from 0, which is that jurisdiction, would lead on none of the
    /// plan's days.
    LeadOutside(usize, Id),
    /// It changes by an action of its own.
    ByVerb,
    /// The action does not say which heads its form showed.
    BasesMissing,
    /// It names a change that is none of this field.
    BasesUnknown(String),
    /// The field has several heads, and changes only when somebody resolves them.
    Conflict,
    /// The field has several heads, and something is to be made that is like it.
    ConflictToCopy,
    /// The field has other heads than were shown.
    OtherHeads,
    /// There is nothing to choose in the field.
    NoConflict,
    /// The text is not the one that was shown.
    TextChanged,
    /// There is no translation to approve.
    NoTranslation,
    /// One action gives the text as a whole and one of its sides alone.
    WholeAndSide,
    /// It holds nothing that anybody has written: a code, a number, a place.
    NotRedactable,
    /// Nothing can stand for the day that it holds, and it cannot be missing.
    DayNeeded,
    /// The glossary has the term already: as which.
    TermThere(Id),
    /// A term of the glossary forbids what it asks for itself.
    TermForbidsItself,
    /// A term of the glossary forbids what this one asks for, or the other way round.
    TermForbidden(Id),
    /// No order key is left after that of the last sibling.
    NoRoom,
}

impl From<rusqlite::Error> for ActError {
    fn from(error: rusqlite::Error) -> Self {
        ActError::Trouble(error.into())
    }
}

impl ActError {
    /// Where it was not allowed, the same with what it is about.
    #[must_use]
    pub(crate) fn about(self, kind: Kind, id: &Id) -> ActError {
        match self {
            ActError::Denied(denied) => ActError::DeniedFor { kind, id: id.clone(), denied },
            other => other,
        }
    }

    /// The trouble that it is, where nobody's doing can be refused.
    pub(crate) fn into_trouble(self) -> Trouble {
        match self {
            ActError::Trouble(trouble) => trouble,
            other => Trouble::Damaged(other.to_string()),
        }
    }

    /// What the user is told.
    pub fn failure(&self) -> Failure {
        let about = |code: &str, id: &Id| Failure::new(code).text("id", id.as_str());
        match self {
            ActError::Trouble(trouble) => trouble.failure(),
            ActError::NoBackup(trouble) => backup::not_made(trouble),
            ActError::Cycle(error) => error.failure(),
            ActError::NothingChanges => Failure::new("failure-store-nothing-changes"),
            ActError::Denied(denied) | ActError::DeniedFor { denied, .. } => faults::denied(*denied),
            ActError::BehalfWithoutHow => Failure::new("failure-store-behalf-without-how"),
            ActError::BehalfInFuture => Failure::new("failure-store-behalf-in-future"),
            ActError::BehalfNotCoChair(id) => about("failure-store-behalf-not-co-chair", id),
            ActError::BehalfOutOfTerm(id, term) => term.failure(id),
            ActError::Record(kind) => Failure::new("failure-store-record").message("kind", kind_key(*kind)),
            ActError::Unknown(id) => about("failure-store-unknown", id),
            ActError::Deleted(id) => about("failure-store-deleted", id),
            ActError::Taken(id) => about("failure-store-taken", id),
            ActError::Reserved(id) => about("failure-store-reserved", id),
            ActError::Field { kind, id, field, what } => field_failure(*kind, id, field, what),
            ActError::Referred { id, kind: Kind::TabledDeck, by } => {
                about("failure-store-tabled", id).text("deck", by.as_str())
            }
            ActError::Referred { id, kind, by } => {
                about("failure-store-referred", id).message("kind", kind_key(*kind)).text("by", by.as_str())
            }
            ActError::RedactionWithoutReason => Failure::new("failure-store-redaction-without-reason"),
            ActError::Council(error) => error.failure(),
            ActError::NothingToUndo => Failure::new("failure-store-nothing-to-undo"),
            ActError::NothingToRedo => Failure::new("failure-store-nothing-to-redo"),
            ActError::CannotBeUndone(action) => Failure::new("failure-store-cannot-be-undone")
                .message("done", format!("action-{}", action.code())),
            ActError::ChangedSince { id, field, action, actor, redo } => {
                about("failure-store-changed-since", id)
                    .message("field", field_key(field))
                    .message("done", format!("action-{}", action.code()))
                    .text("actor", actor)
                    .text("by", if actor.is_empty() { "nobody" } else { "somebody" })
                    .text("way", if *redo { "redo" } else { "undo" })
            }
            ActError::NotEmpty => Failure::new("failure-store-not-empty"),
            ActError::SampleBefore => Failure::new("failure-store-sample-before"),
        }
    }
}

/// Key of the words for a kind.
pub(crate) fn kind_key(kind: Kind) -> String {
    format!("kind-{}", kind.def().name)
}

/// Key of the words for a journal field.
fn field_key(journal: &str) -> String {
    match journal {
        CREATE => "field-created".to_owned(),
        DELETED => "field-deleted".to_owned(),
        _ => format!("field-{}", field_of(journal)),
    }
}
