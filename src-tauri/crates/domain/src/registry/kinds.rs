//! The table of kinds. A new field is one line here, one in its struct in
//! `entity`, and a migration that rebuilds the projection.

use super::FieldType::{
    Bilingual, Count, Date, Day, Files, Flag, Langs, Leads, Links, OneOf, Position, Ref, Refs, Roles, Text,
    Texts, Vector,
};
use super::{Audience, FieldDef, FieldType, Kind, KindDef};

const fn need(name: &'static str, ty: FieldType) -> FieldDef {
    FieldDef { name, ty, required: true, audience: Audience::All }
}

const fn may(name: &'static str, ty: FieldType) -> FieldDef {
    FieldDef { name, ty, required: false, audience: Audience::All }
}

const fn secret(name: &'static str, ty: FieldType) -> FieldDef {
    FieldDef { name, ty, required: false, audience: Audience::Secretariat }
}

const fn kind(
    kind: Kind,
    name: &'static str,
    plural: &'static str,
    parent: Option<&'static str>,
    fields: &'static [FieldDef],
) -> KindDef {
    KindDef { kind, name, plural, parent, fields, record: false }
}

const fn record(
    kind: Kind,
    name: &'static str,
    plural: &'static str,
    parent: Option<&'static str>,
    fields: &'static [FieldDef],
) -> KindDef {
    KindDef { kind, name, plural, parent, fields, record: true }
}

const CYCLE: FieldType = Ref(&[Kind::Cycle]);
const JURISDICTION: FieldType = Ref(&[Kind::Jurisdiction]);

/// Every kind, in the order of plan JSON; parents stand before their children, records
/// after everything that they are about.
pub const KINDS: &[KindDef] = &[
    kind(
        Kind::Jurisdiction,
        "jurisdiction",
        "jurisdictions",
        None,
        &[
            need("position", Position),
            need("level", OneOf(&["federal", "provincial", "territorial", "municipal"])),
            need("name", Bilingual),
            need("abbreviation", Bilingual),
        ],
    ),
    kind(
        Kind::Person,
        "person",
        "people",
        None,
        &[need("name", Text), may("title", Bilingual), may("email", Text), may("roles", Roles)],
    ),
    kind(
        Kind::Workplan,
        "workplan",
        "workplans",
        None,
        &[
            need("position", Position),
            need("title", Bilingual),
            need("group", Bilingual),
            need("group_abbreviation", Bilingual),
            need("languages", Langs),
            may("starts", Day),
            may("ends", Day),
            need("state", OneOf(&["open", "closed"])),
            may("note", Bilingual),
            may("carried_from", Ref(&[Kind::Workplan])),
        ],
    ),
    kind(
        Kind::Priority,
        "priority",
        "priorities",
        Some("workplan"),
        &[
            need("workplan", Ref(&[Kind::Workplan])),
            need("position", Position),
            need("title", Bilingual),
            may("leads", Leads),
            may("lessons", Bilingual),
            may("carried_from", Ref(&[Kind::Priority])),
        ],
    ),
    kind(
        Kind::Milestone,
        "milestone",
        "milestones",
        Some("priority"),
        &[
            need("priority", Ref(&[Kind::Priority])),
            need("position", Position),
            need("title", Bilingual),
            may("description", Bilingual),
            need("status", FieldType::Status),
            may("baseline_due", Date),
            may("due", Date),
            may("carried_from", Ref(&[Kind::Milestone])),
        ],
    ),
    kind(
        Kind::Meeting,
        "meeting",
        "meetings",
        Some("workplan"),
        &[
            need("workplan", Ref(&[Kind::Workplan])),
            need("name", Bilingual),
            need("date", Day),
            may("place", Bilingual),
        ],
    ),
    kind(
        Kind::Cycle,
        "cycle",
        "cycles",
        Some("meeting"),
        &[
            need("meeting", Ref(&[Kind::Meeting])),
            may("opens", Day),
            may("submissions_due", Day),
            may("approvals_due", Day),
            need("state", OneOf(&["open", "closed"])),
        ],
    ),
    kind(
        Kind::Submission,
        "submission",
        "submissions",
        Some("cycle"),
        &[
            need("cycle", CYCLE),
            need("jurisdiction", JURISDICTION),
            need("state", OneOf(&["outstanding", "draft", "submitted", "nothing_to_report"])),
        ],
    ),
    kind(
        Kind::Progress,
        "progress",
        "progress",
        Some("priority"),
        &[
            need("priority", Ref(&[Kind::Priority])),
            need("cycle", CYCLE),
            may("milestone", Ref(&[Kind::Milestone])),
            may("jurisdiction", JURISDICTION),
            need("position", Position),
            need("text", Bilingual),
            may("done", Flag),
            may("carried_from", Ref(&[Kind::Progress])),
        ],
    ),
    kind(
        Kind::Achievement,
        "achievement",
        "achievements",
        Some("cycle"),
        &[
            need("cycle", CYCLE),
            need("jurisdiction", JURISDICTION),
            need("position", Position),
            need("text", Bilingual),
            may("links", Links),
            may("ongoing", Flag),
            may("carried_from", Ref(&[Kind::Achievement])),
        ],
    ),
    kind(
        Kind::Challenge,
        "challenge",
        "challenges",
        Some("cycle"),
        &[
            need("cycle", CYCLE),
            need("position", Position),
            need("text", Bilingual),
            need("attribution", OneOf(&["named", "anonymous", "internal"])),
            may("links", Links),
            may("jurisdictions", Refs(Kind::Jurisdiction)),
            secret("origins", Refs(Kind::Jurisdiction)),
            may("merged_from", Refs(Kind::Challenge)),
            may("done", Flag),
            may("carried_from", Ref(&[Kind::Challenge])),
        ],
    ),
    kind(
        Kind::Event,
        "event",
        "events",
        Some("cycle"),
        &[
            need("cycle", CYCLE),
            need("position", Position),
            need("title", Bilingual),
            may("place", Bilingual),
            may("starts", Date),
            may("ends", Date),
            may("points_heading", Bilingual),
            may("outcomes_title", Bilingual),
        ],
    ),
    kind(
        Kind::Figure,
        "figure",
        "figures",
        Some("event"),
        &[
            need("event", Ref(&[Kind::Event])),
            need("position", Position),
            need("value", Count),
            may("more_than", Flag),
            need("label", Bilingual),
        ],
    ),
    kind(
        Kind::Outcome,
        "outcome",
        "outcomes",
        Some("event"),
        &[need("event", Ref(&[Kind::Event])), need("position", Position), need("title", Bilingual)],
    ),
    kind(
        Kind::Resolution,
        "resolution",
        "resolutions",
        Some("outcome"),
        &[need("outcome", Ref(&[Kind::Outcome])), need("position", Position), need("title", Bilingual)],
    ),
    kind(
        Kind::Slide,
        "slide",
        "slides",
        Some("workplan"),
        &[
            need("workplan", Ref(&[Kind::Workplan])),
            need("position", Position),
            need("role", OneOf(&["purpose", "context", "about", "other"])),
            need("title", Bilingual),
            may("lead_in", Bilingual),
        ],
    ),
    kind(
        Kind::Point,
        "point",
        "points",
        Some("owner"),
        &[
            need("owner", Ref(&[Kind::Event, Kind::Outcome, Kind::Slide])),
            need("position", Position),
            need("text", Bilingual),
            may("links", Links),
        ],
    ),
    kind(
        Kind::NextStep,
        "next_step",
        "next_steps",
        Some("cycle"),
        &[
            need("cycle", CYCLE),
            may("parent", Ref(&[Kind::NextStep])),
            need("position", Position),
            need("text", Bilingual),
            may("when", Date),
            may("done", Flag),
            may("carried_from", Ref(&[Kind::NextStep])),
        ],
    ),
    kind(
        Kind::Term,
        "term",
        "terms",
        None,
        &[
            need("term", Bilingual),
            may("abbreviation", Bilingual),
            may("forbidden_en", Texts),
            may("forbidden_fr", Texts),
            may("note", Bilingual),
        ],
    ),
    record(
        Kind::Clearance,
        "clearance",
        "clearances",
        Some("item"),
        &[
            need("item", Ref(&[Kind::Progress, Kind::Achievement, Kind::Challenge])),
            need("jurisdiction", JURISDICTION),
            need("content", Text),
        ],
    ),
    record(
        Kind::Approval,
        "approval",
        "approvals",
        Some("cycle"),
        &[
            need("cycle", CYCLE),
            need("jurisdiction", JURISDICTION),
            need("content", Text),
            need("at", Vector),
        ],
    ),
    record(
        Kind::TabledDeck,
        "tabled_deck",
        "tabled_decks",
        Some("cycle"),
        &[
            need("cycle", CYCLE),
            need("version", Count),
            need("tabled_on", Day),
            need("content", Text),
            need("at", Vector),
            need("files", Files),
            may("erratum_of", Ref(&[Kind::TabledDeck])),
            may("note", Bilingual),
        ],
    ),
    record(
        Kind::Closing,
        "closing",
        "closings",
        Some("workplan"),
        &[need("workplan", Ref(&[Kind::Workplan])), need("closed_on", Day), need("at", Vector)],
    ),
    record(Kind::Issuance, "issuance", "issuances", None, &[need("at", Vector)]),
];
