//! What is wrong with a field of an action, in words.

use jalon_domain::problem::{Problem, ProblemKind};
use jalon_domain::texts::field_of;
use jalon_domain::{Failure, Id, Kind};
use jalon_words::faults;

use super::{FieldError, field_key, kind_key};

/// What the user is told of a field of an action.
pub(super) fn field_failure(kind: Kind, id: &Id, field: &str, what: &FieldError) -> Failure {
    let about = |code: &str| Failure::new(code).message("field", field_key(field)).text("id", id.as_str());
    let problem = |what: ProblemKind| match kind.def().field(field) {
        Some(def) => faults::problem(&Problem { kind, id: id.clone(), field: def.name, what }),
        None => about("failure-store-no-such-field"),
    };
    match what {
        FieldError::NoSuchField => {
            Failure::new("failure-store-no-such-field").text("field", field).message("kind", kind_key(kind))
        }
        FieldError::Value(fault) => faults::field_fault(field_of(field), fault),
        FieldError::Missing => problem(ProblemKind::Missing),
        FieldError::Dangling(at, id) => problem(ProblemKind::Dangling(at.clone(), id.clone())),
        FieldError::Redacted => problem(ProblemKind::Redacted),
        FieldError::Loop => problem(ProblemKind::Loop),
        FieldError::Named => problem(ProblemKind::Named),
        FieldError::Order => problem(ProblemKind::Order),
        FieldError::EndsFirst => problem(ProblemKind::EndsFirst),
        FieldError::LeadOutside(place, whose) => problem(ProblemKind::LeadOutside(*place, whose.clone())),
        FieldError::ByVerb => about("failure-store-by-verb"),
        FieldError::BasesMissing => about("failure-store-bases-missing"),
        FieldError::BasesUnknown(change) => about("failure-store-bases-unknown").text("change", change),
        FieldError::Conflict => about("failure-store-conflict"),
        FieldError::ConflictToCopy => about("failure-store-conflict-to-copy").message("kind", kind_key(kind)),
        FieldError::OtherHeads => about("failure-store-other-heads"),
        FieldError::NoConflict => about("failure-store-no-conflict"),
        FieldError::TextChanged => about("failure-store-text-changed"),
        FieldError::NoTranslation => about("failure-store-no-translation"),
        FieldError::WholeAndSide => about("failure-store-whole-and-side"),
        FieldError::NotRedactable => about("failure-store-not-redactable"),
        FieldError::DayNeeded => about("failure-store-day-needed"),
        FieldError::TermThere(other) => about("failure-store-term-there").text("other", other.as_str()),
        FieldError::TermForbidsItself => about("failure-store-term-forbids-itself"),
        FieldError::TermForbidden(other) => {
            about("failure-store-term-forbidden").text("other", other.as_str())
        }
        FieldError::NoRoom => about("failure-store-no-room"),
    }
}
