//! The kinds of records: what was agreed to, told and closed, with what stood then.

use super::FieldType::{Bilingual, Count, Day, Files, Ref, Text, Vector};
use super::define::{CYCLE, JURISDICTION, may, need, record};
use super::{Kind, KindDef};

/// A jurisdiction's word that an item may be shown.
pub(super) const CLEARANCE: KindDef = record(
    Kind::Clearance,
    "clearance",
    "clearances",
    Some("item"),
    &[
        need("item", Ref(&[Kind::Progress, Kind::Achievement, Kind::Challenge])),
        need("jurisdiction", JURISDICTION),
        need("content", Text),
    ],
);

/// A co-chair's approval.
pub(super) const APPROVAL: KindDef = record(
    Kind::Approval,
    "approval",
    "approvals",
    Some("cycle"),
    &[need("cycle", CYCLE), need("jurisdiction", JURISDICTION), need("content", Text), need("at", Vector)],
);

/// A deck as it was tabled.
pub(super) const TABLED_DECK: KindDef = record(
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
);

/// That a workplan was closed.
pub(super) const CLOSING: KindDef = record(
    Kind::Closing,
    "closing",
    "closings",
    Some("workplan"),
    &[need("workplan", Ref(&[Kind::Workplan])), need("closed_on", Day), need("at", Vector)],
);

/// That the secretariat issued what others could not see.
pub(super) const ISSUANCE: KindDef =
    record(Kind::Issuance, "issuance", "issuances", None, &[need("at", Vector)]);
