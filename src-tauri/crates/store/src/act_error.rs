//! Why an action is refused.

use jalon_domain::action::ActionName;
use jalon_domain::leads::LeadsFault;
use jalon_domain::link::LinkFault;
use jalon_domain::policy::Denied;
use jalon_domain::registry::check::{Expected, FaultKind, FieldFault};
use jalon_domain::status::StatusFault;
use jalon_domain::{Failure, Id, Kind};

use crate::Trouble;

/// Why an action is refused. The store is then as it was before.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// See [`Trouble`].
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// Nothing would change, so nothing was written.
    #[error("nothing would change")]
    NothingChanges,
    /// The policy table says no.
    #[error("not allowed: {0:?}")]
    Denied(Denied),
    /// It was not said how the one answered on whose behalf this is done.
    #[error("on behalf of somebody, without saying how they answered")]
    BehalfWithoutHow,
    /// There is no such entity.
    #[error("unknown entity: {0}")]
    Unknown(Id),
    /// The entity is deleted.
    #[error("deleted entity: {0}")]
    Deleted(Id),
    /// There is, or was, an entity of that id already.
    #[error("the id is taken: {0}")]
    Taken(Id),
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
    /// It would stand, over others, under itself.
    Loop,
    /// The action does not say which heads its form showed.
    BasesMissing,
    /// It names a change that is none of this field.
    BasesUnknown(String),
    /// The field has several heads, and changes only when somebody resolves them.
    Conflict,
    /// The field does not have several heads, or other ones than were shown.
    OtherHeads,
    /// The text is not the one that was shown.
    TextChanged,
    /// There is no translation to approve.
    NoTranslation,
}

impl From<rusqlite::Error> for ActError {
    fn from(error: rusqlite::Error) -> Self {
        ActError::Trouble(error.into())
    }
}

impl ActError {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        let about = |code: &str, id: &Id| Failure::new(code).text("id", id.as_str());
        match self {
            ActError::Trouble(trouble) => trouble.failure(),
            ActError::NothingChanges => Failure::new("failure-store-nothing-changes"),
            ActError::Denied(denied) => Failure::new(match denied {
                Denied::Role => "failure-store-denied-role",
                Denied::NotOwn => "failure-store-denied-not-own",
                Denied::NeedsOnBehalf => "failure-store-denied-needs-on-behalf",
                Denied::MayNotActForOthers => "failure-store-denied-for-others",
                Denied::PrincipalMayNot => "failure-store-denied-principal",
            }),
            ActError::BehalfWithoutHow => Failure::new("failure-store-behalf-without-how"),
            ActError::Unknown(id) => about("failure-store-unknown", id),
            ActError::Deleted(id) => about("failure-store-deleted", id),
            ActError::Taken(id) => about("failure-store-taken", id),
            ActError::Field { kind, id, field, what } => {
                field_failure(*kind, field, what).text("id", id.as_str())
            }
            ActError::Referred { id, kind, by } => {
                about("failure-store-referred", id).message("kind", kind_key(*kind)).text("by", by.as_str())
            }
            ActError::NothingToUndo => Failure::new("failure-store-nothing-to-undo"),
            ActError::NothingToRedo => Failure::new("failure-store-nothing-to-redo"),
            ActError::CannotBeUndone(action) => {
                Failure::new("failure-store-cannot-be-undone").message("done", action_key(*action))
            }
            ActError::ChangedSince { id, field, action, actor } => about("failure-store-changed-since", id)
                .message("field", field_key(field))
                .message("done", action_key(*action))
                .text("actor", actor),
            ActError::NotEmpty => Failure::new("failure-store-not-empty"),
            ActError::SampleBefore => Failure::new("failure-store-sample-before"),
        }
    }
}

/// Key of the words for a kind.
pub(crate) fn kind_key(kind: Kind) -> String {
    format!("kind-{}", kind.def().name.replace('_', "-"))
}

/// Key of the words for what was done.
pub(crate) fn action_key(action: ActionName) -> String {
    format!("store-done-{}", action.code().replace('_', "-"))
}

/// Key of the words for a journal field.
pub fn field_key(journal: &str) -> String {
    match journal {
        "$create" => "store-field-create".to_owned(),
        "$deleted" => "store-field-deleted".to_owned(),
        _ => format!("field-{}", journal.split('.').next().unwrap_or(journal).replace('_', "-")),
    }
}

fn field_failure(kind: Kind, field: &str, what: &FieldError) -> Failure {
    let about = |code: &str| Failure::new(code).message("field", field_key(field));
    match what {
        FieldError::NoSuchField => {
            Failure::new("failure-store-no-such-field").text("field", field).message("kind", kind_key(kind))
        }
        FieldError::Missing => about("failure-store-field-missing"),
        FieldError::Value(fault) => {
            let failure = about("failure-store-value")
                .message("what", fault_key(&fault.what))
                .text("place", format!("{field}{}", fault.at));
            match &fault.what {
                FaultKind::Expected(Expected::Code(codes)) => failure.text("codes", codes.join(", ")),
                _ => failure.text("codes", ""),
            }
        }
        FieldError::Dangling(at, id) => {
            about("failure-store-dangling").text("place", format!("{field}{at}")).text("target", id.as_str())
        }
        FieldError::Loop => about("failure-store-loop"),
        FieldError::BasesMissing => about("failure-store-bases-missing"),
        FieldError::BasesUnknown(change) => about("failure-store-bases-unknown").text("change", change),
        FieldError::Conflict => about("failure-store-conflict"),
        FieldError::OtherHeads => about("failure-store-other-heads"),
        FieldError::TextChanged => about("failure-store-text-changed"),
        FieldError::NoTranslation => about("failure-store-no-translation"),
    }
}

/// Key of the words for what is wrong with a value.
pub fn fault_key(fault: &FaultKind) -> &'static str {
    match fault {
        FaultKind::Expected(expected) => match expected {
            Expected::Text => "store-fault-text",
            Expected::BilingualText => "store-fault-bilingual-text",
            Expected::Code(_) => "store-fault-code",
            Expected::Count => "store-fault-count",
            Expected::Flag => "store-fault-flag",
            Expected::Day => "store-fault-day",
            Expected::Date => "store-fault-date",
            Expected::Position => "store-fault-position",
            Expected::Id => "store-fault-id",
            Expected::Ids => "store-fault-ids",
            Expected::Status => "store-fault-status",
            Expected::Leads => "store-fault-leads",
            Expected::Links => "store-fault-links",
            Expected::Roles => "store-fault-roles",
            Expected::Langs => "store-fault-langs",
        },
        FaultKind::Status(fault) => match fault {
            StatusFault::NeedsEvidence => "store-fault-needs-evidence",
            StatusFault::NeedsReason => "store-fault-needs-reason",
            StatusFault::NeedsOutlook => "store-fault-needs-outlook",
            StatusFault::HasOutlook => "store-fault-has-outlook",
            StatusFault::RegressionNeedsReason => "store-fault-regression",
        },
        FaultKind::Leads(fault) => match fault {
            LeadsFault::Twice(_) => "store-fault-lead-twice",
            LeadsFault::FromAfterTo(_) => "store-fault-from-after-to",
        },
        FaultKind::Link(fault) => match fault {
            LinkFault::NoAddress => "store-fault-no-address",
            LinkFault::Malformed => "store-fault-malformed-address",
            LinkFault::Scheme => "store-fault-address-scheme",
            LinkFault::UserInfo => "store-fault-address-user",
            LinkFault::Disguise => "store-fault-address-disguise",
        },
    }
}
