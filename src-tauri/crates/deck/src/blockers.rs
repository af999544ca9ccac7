//! What keeps a deck from going final: texts that are not approved in its language,
//! problems of the plan, fields with several heads, no meeting to report to, items that
//! a jurisdiction which they name has not cleared, and chairs that have not approved.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use jalon_domain::approvals::{Standing, approvals};
use jalon_domain::clearance::{Clearing, clearances};
use jalon_domain::problem::{Problem, with_hidden};
use jalon_domain::registry::KINDS;
use jalon_domain::{Failure, Id, Kind, Lang, Plan, Translation};
use jalon_words::{council, faults};

use crate::compose::{ComposeOptions, compose_all};

/// One thing that blocks a final deck.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Blocker {
    /// There is no workplan.
    NoWorkplan,
    /// There is no meeting with a cycle to report on.
    NoMeeting,
    /// The plan is not kept in the deck's language.
    Language(Lang),
    /// A text that the deck shows is missing, or not approved in its language.
    Text {
        /// Kind of the entity.
        kind: Kind,
        /// The entity.
        id: Id,
        /// The field, as plan JSON names it.
        field: &'static str,
        /// The deck's language.
        lang: Lang,
        /// How the text stands: missing, draft or stale.
        state: Translation,
    },
    /// An address that cannot be opened: kind and id of its entity, the address.
    Link(Kind, Id, String),
    /// Something is wrong with the plan as a whole.
    Problem(Problem),
    /// A field of this entity has several heads.
    Conflict(Id),
    /// Other governments do not have this as it stands here, until it is issued; whether
    /// somebody has to choose between versions of it first.
    Unissued(Kind, Id, bool),
    /// An item names a jurisdiction that has not cleared it, or not as it reads now.
    Clearance {
        /// Kind of the item.
        kind: Kind,
        /// The item.
        id: Id,
        /// Whom it names.
        jurisdiction: Id,
        /// Whether its word is missing or outdated.
        state: Clearing,
    },
    /// The plan records no co-chair, so nobody has approved.
    NoChair,
    /// This chair has not approved what the deck shows.
    NotApproved(Id),
    /// This chair approved, and the deck shows something else now.
    ApprovalVoid(Id),
}

impl Blocker {
    /// The same as data, for words; the plan says what things are called.
    pub fn failure(&self, plan: &Plan) -> Failure {
        let of = |code: &str, kind: &Kind, id: &Id| council::of_thing(code, *kind, id, plan);
        let chair = |code: &str, id: &Id| {
            Failure::new(code).pair("jurisdiction", council::jurisdiction(id, plan)).text("id", id.as_str())
        };
        match self {
            Blocker::NoWorkplan => Failure::new("failure-deck-no-workplan"),
            Blocker::NoMeeting => Failure::new("failure-deck-no-meeting"),
            Blocker::Language(lang) => Failure::new("failure-deck-language").text("language", lang.code()),
            Blocker::Text { kind, id, field, lang, state } => {
                let code = match state {
                    Translation::Stale => "failure-deck-text-stale",
                    Translation::Draft => "failure-deck-text-draft",
                    _ => "failure-deck-text-missing",
                };
                of(code, kind, id).message("field", format!("field-{field}")).text("language", lang.code())
            }
            Blocker::Link(kind, id, address) => of("failure-deck-link", kind, id).text("address", address),
            Blocker::Problem(problem) => faults::problem(problem),
            Blocker::Conflict(id) => {
                match KINDS.iter().map(|def| def.kind).find(|kind| plan.object(*kind, id).is_some()) {
                    Some(kind) => of("failure-deck-conflict", &kind, id),
                    // What somebody deleted may be what there is to choose about.
                    None => Failure::new("failure-deck-conflict-gone").text("id", id.as_str()),
                }
            }
            Blocker::Unissued(kind, id, in_conflict) => council::unissued(*kind, id, *in_conflict, plan),
            Blocker::Clearance { kind, id, jurisdiction, state } => {
                let code = match state {
                    Clearing::Outdated => "failure-deck-clearance-outdated",
                    _ => "failure-deck-clearance-missing",
                };
                of(code, kind, id).pair("jurisdiction", council::jurisdiction(jurisdiction, plan))
            }
            Blocker::NoChair => Failure::new("failure-deck-no-chair"),
            Blocker::NotApproved(id) => chair("failure-deck-approval-missing", id),
            Blocker::ApprovalVoid(id) => chair("failure-deck-approval-void", id),
        }
    }
}

/// Everything that keeps the deck in `lang` from going final, the plan's own
/// problems first, then the texts in the order in which slides and notes show them, and
/// last what others have to say of it. `day` is today, `conflicted` are the entities with
/// a field that has several heads, `hidden` is what is wrong of which the plan itself shows
/// nothing.
pub fn final_blockers(
    plan: &Plan,
    lang: Lang,
    day: NaiveDate,
    conflicted: &BTreeSet<Id>,
    hidden: &[Problem],
) -> Vec<Blocker> {
    let Some(workplan) = plan.current_workplan() else { return vec![Blocker::NoWorkplan] };
    let mut found = Vec::new();
    if !workplan.languages.contains(&lang) {
        found.push(Blocker::Language(lang));
    }
    let cycle = plan.current_cycle(&workplan.id).map(|(_, cycle)| &cycle.id);
    if cycle.is_none() {
        found.push(Blocker::NoMeeting);
    }
    let wrong = with_hidden(plan, hidden.to_vec()).into_iter();
    found.extend(wrong.filter(|problem| problem.blocks(&workplan.id, cycle)).map(Blocker::Problem));
    found.extend(conflicted.iter().cloned().map(Blocker::Conflict));
    let composed = compose_all(plan, lang, &ComposeOptions { day, draft: false });
    let text = |shown: crate::compose::Shown| {
        let state = shown.not_final?;
        Some(Blocker::Text { kind: shown.kind, id: shown.id, field: shown.field, lang, state })
    };
    found.extend(composed.shown.into_iter().filter_map(text));
    found.extend(composed.bad_links.into_iter().map(|(kind, id, address)| Blocker::Link(kind, id, address)));
    found.extend(cycle.into_iter().flat_map(|cycle| said_by_others(plan, cycle, day)));
    found
}

/// What the jurisdictions that the deck of a cycle names, and the chairs, have not said.
fn said_by_others(plan: &Plan, cycle: &Id, today: NaiveDate) -> Vec<Blocker> {
    let open = clearances(plan, cycle).into_iter().filter(|it| it.state != Clearing::Cleared);
    let mut found: Vec<Blocker> = open
        .map(|it| Blocker::Clearance {
            kind: it.kind,
            id: it.item,
            jurisdiction: it.jurisdiction,
            state: it.state,
        })
        .collect();
    let asked = approvals(plan, cycle, today);
    if asked.is_empty() {
        found.push(Blocker::NoChair);
    }
    found.extend(asked.into_iter().filter_map(|it| match it.standing {
        Standing::Approved => None,
        Standing::Missing => Some(Blocker::NotApproved(it.chair.jurisdiction)),
        Standing::Void => Some(Blocker::ApprovalVoid(it.chair.jurisdiction)),
    }));
    found
}
