//! The domain's broken rules as failures, so that every layer says the same about
//! the same fault.

use chrono::NaiveDate;
use jalon_domain::failure::Failure;
use jalon_domain::leads::LeadsFault;
use jalon_domain::link::LinkFault;
use jalon_domain::policy::Denied;
use jalon_domain::problem::{Gone, Problem, ProblemKind};
use jalon_domain::registry::check::FaultKind;
use jalon_domain::registry::{Expected, FieldFault};
use jalon_domain::status::StatusFault;
use jalon_domain::{Bilingual, FieldType, Id, Kind, Lang, Role};

use crate::Words;

/// Not allowed, and why.
pub fn denied(denied: Denied) -> Failure {
    let term = |code: &str, role: Role, day: NaiveDate| {
        let day = Lang::BOTH.map(|lang| Words::of(lang).day(day));
        Failure::new(code).message("role", format!("role-{}", role.code())).pair("day", day)
    };
    Failure::new(match denied {
        Denied::Ended(role, day) => return term("failure-denied-ended", role, day),
        Denied::NotYet(role, day) => return term("failure-denied-not-yet", role, day),
        Denied::Role => "failure-denied-role",
        Denied::NotOwn => "failure-denied-not-own",
        Denied::NeedsOnBehalf => "failure-denied-needs-on-behalf",
        Denied::MayNotActForOthers => "failure-denied-may-not-act-for-others",
        Denied::PrincipalMayNot => "failure-denied-principal-may-not",
    })
}

/// A status that breaks a rule: a sentence of its own.
pub fn status_fault(fault: StatusFault) -> Failure {
    Failure::new(match fault {
        StatusFault::NeedsEvidence => "failure-status-needs-evidence",
        StatusFault::NeedsReason => "failure-status-needs-reason",
        StatusFault::NeedsOutlook => "failure-status-needs-outlook",
        StatusFault::HasOutlook => "failure-status-has-outlook",
        StatusFault::RegressionNeedsReason => "failure-status-regression-needs-reason",
    })
}

/// A list of leads that breaks a rule; leads are counted from 1.
pub fn leads_fault(fault: &LeadsFault) -> Failure {
    match fault {
        LeadsFault::Twice(n, whose) => lead("failure-leads-twice", *n, whose),
        LeadsFault::FromAfterTo(n, whose) => lead("failure-leads-from-after-to", *n, whose),
    }
}

/// Says something of the lead in a place of a list, from 0.
fn lead(code: &str, place: usize, jurisdiction: &Id) -> Failure {
    let number = i64::try_from(place).unwrap_or(i64::MAX).saturating_add(1);
    Failure::new(code).number("number", number).text("jurisdiction", jurisdiction.as_str())
}

/// An address that may not be opened.
pub fn link_fault(fault: LinkFault) -> Failure {
    Failure::new(match fault {
        LinkFault::NoAddress => "failure-link-no-address",
        LinkFault::Malformed => "failure-link-malformed",
        LinkFault::Scheme => "failure-link-scheme",
        LinkFault::UserInfo => "failure-link-user-info",
        LinkFault::Disguise => "failure-link-disguise",
    })
}

/// What is wrong with a value in a form, after the name of its field:
/// `Title: a text is needed.` A rule of status, leads or links is a sentence that
/// needs no place.
pub fn field_fault(field: &str, fault: &FieldFault) -> Failure {
    let what = fault_kind(&fault.what);
    if what.code.starts_with("failure-") {
        what
    } else {
        wrap("failure-value", what).message("place", format!("field-{field}"))
    }
}

/// What is wrong with a value in a file. `place` leads to the field
/// (`priorities[2].leads`); the fault's own place below it is added.
///
/// ```
/// use jalon_domain::{FieldType, Lang};
/// use jalon_words::{Words, faults};
/// use serde_json::json;
///
/// let fault = FieldType::Count.check(&json!(-1)).unwrap_err();
/// let failure = faults::fault_at("figures[0].value", &fault);
/// assert_eq!(Words::of(Lang::En).failure(&failure), "figures[0].value: a whole number from 0 is needed.");
/// ```
pub fn fault_at(place: &str, fault: &FieldFault) -> Failure {
    wrap("failure-value", fault_kind(&fault.what)).text("place", format!("{place}{}", fault.at))
}

/// What is wrong with an entity of a file. `place` leads to the entity
/// (`priorities[2]`); field and place below are added: `priorities[2].leads[0]`.
pub fn problem_at(place: &str, problem: &Problem) -> Failure {
    let below = match &problem.what {
        ProblemKind::Value(fault) => fault.at.as_str(),
        ProblemKind::Dangling(at, _) => at.as_str(),
        _ => "",
    };
    wrap("failure-value", problem_kind(problem)).text("place", format!("{place}.{}{below}", problem.field))
}

/// What is wrong with an entity of the plan:
/// `Milestone milestone-2-1, Title: it is needed, and missing.`
pub fn problem(problem: &Problem) -> Failure {
    if let ProblemKind::NoIdentifier(said) = &problem.what {
        // No field of it can be looked at.
        let kind = format!("kind-{}", problem.kind.def().name);
        return Failure::new("failure-no-identifier").message("kind", kind).text("id", said);
    }
    wrap("failure-problem", problem_kind(problem))
        .message("kind", format!("kind-{}", problem.kind.def().name))
        .text("id", problem.id.as_str())
        .message("field", format!("field-{}", problem.field))
}

/// A failure that says `what` after a place; the arguments of `what` come along.
fn wrap(code: &str, what: Failure) -> Failure {
    Failure { code: code.to_owned(), args: what.args }.message("what", what.code)
}

fn fault_kind(fault: &FaultKind) -> Failure {
    match fault {
        FaultKind::Expected(expected) => self::expected(*expected),
        FaultKind::Status(fault) => status_fault(*fault),
        FaultKind::Leads(fault) => leads_fault(fault),
        FaultKind::Link(fault) => link_fault(*fault),
        FaultKind::Character { character, index } => character_fault(*character, *index),
    }
}

/// A character that no text may hold, by its code point; it is counted from 1.
fn character_fault(character: char, index: usize) -> Failure {
    let number = i64::try_from(index).unwrap_or(i64::MAX).saturating_add(1);
    let code_point = format!("U+{:04X}", u32::from(character));
    Failure::new("value-character").number("number", number).text("character", code_point)
}

fn expected(expected: Expected) -> Failure {
    Failure::new(match expected {
        Expected::Text => "expected-text",
        Expected::BilingualText => "expected-bilingual",
        Expected::Code(codes) => return Failure::new("expected-code").text("codes", codes.join(", ")),
        Expected::Count => "expected-count",
        Expected::Flag => "expected-flag",
        Expected::Day => "expected-day",
        Expected::Date => "expected-date",
        Expected::Position => "expected-position",
        Expected::Id => "expected-id",
        Expected::Ids => "expected-ids",
        Expected::Status => "expected-status",
        Expected::Leads => "expected-leads",
        Expected::Links => "expected-links",
        Expected::Roles => "expected-roles",
        Expected::Langs => "expected-langs",
        Expected::Texts => "expected-texts",
        Expected::Vector => "expected-vector",
        Expected::Files => "expected-files",
    })
}

fn problem_kind(problem: &Problem) -> Failure {
    match &problem.what {
        ProblemKind::Missing => Failure::new("problem-missing"),
        ProblemKind::Loop => Failure::new("problem-loop"),
        ProblemKind::Named => Failure::new("problem-named"),
        ProblemKind::Order => Failure::new("problem-order"),
        ProblemKind::EndsFirst => Failure::new("problem-ends-first"),
        ProblemKind::LeadOutside(place, whose) => lead("problem-lead-outside", *place, whose),
        ProblemKind::CarriedTwice => Failure::new("problem-carried-twice"),
        ProblemKind::MergedTwice => Failure::new("problem-merged-twice"),
        ProblemKind::SubmittedTwice(other) => {
            Failure::new("problem-submitted-twice").text("other", other.as_str())
        }
        ProblemKind::CycleTwice(other) => Failure::new("problem-cycle-twice").text("other", other.as_str()),
        ProblemKind::MeetingTwice(other, _) => {
            Failure::new("problem-meeting-twice").text("other", other.as_str())
        }
        ProblemKind::TabledTwice(others) => {
            let others: Vec<&str> = others.iter().map(|id| id.as_str()).collect();
            Failure::new("problem-tabled-twice").text("others", others.join(", "))
        }
        ProblemKind::Redacted => Failure::new("problem-redacted"),
        ProblemKind::Unreadable => Failure::new("problem-unreadable"),
        ProblemKind::NoIdentifier(_) => Failure::new("expected-id"),
        ProblemKind::Late(count) => {
            let code = if problem.kind == Kind::Cycle { "problem-late-cycle" } else { "problem-late" };
            Failure::new(code).number("count", i64::try_from(*count).unwrap_or(i64::MAX))
        }
        ProblemKind::LateUntold => Failure::new("problem-late-confidential"),
        ProblemKind::FileToCome(name) => Failure::new("problem-file-to-come").text("name", name),
        ProblemKind::Value(fault) => fault_kind(&fault.what),
        ProblemKind::Deleted(gone) => deleted(problem, gone),
        ProblemKind::Dangling(_, id) => Failure::new("problem-dangling")
            .text("target", target(problem).map_or("", |kind| kind.def().name))
            .text("missing", id.as_str()),
    }
}

/// What to do about something that refers to what was deleted: what belongs to that is shown
/// nowhere any longer, and a record stays as it is.
fn deleted(problem: &Problem, gone: &Gone) -> Failure {
    let def = problem.kind.def();
    let code = match def.parent == Some(problem.field) {
        _ if def.record => "problem-deleted-record",
        true => "problem-deleted-above",
        false => "problem-deleted",
    };
    let called = |title: &Option<Bilingual>, id: &Id| {
        let title = title.as_ref().filter(|title| !title.is_empty());
        Lang::BOTH.map(|lang| title.map_or_else(|| id.to_string(), |title| Words::of(lang).readable(title)))
    };
    Failure::new(code)
        .pair("name", called(&gone.title, &gone.id))
        .text("missing", gone.id.as_str())
        .pair("title", called(&gone.by, &problem.id))
}

/// The kind of entity that a field refers to; `None` where it may be one of several.
fn target(problem: &Problem) -> Option<Kind> {
    match problem.kind.def().field(problem.field)?.ty {
        FieldType::Ref([kind]) => Some(*kind),
        FieldType::Refs(kind) => Some(kind),
        FieldType::Leads | FieldType::Roles => Some(Kind::Jurisdiction),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
