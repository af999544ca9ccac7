//! How the table of kinds is written.

use super::FieldType::Ref;
use super::{Audience, FieldDef, FieldType, Kind, KindDef};

/// A field that a thing of its kind must have.
pub(super) const fn need(name: &'static str, ty: FieldType) -> FieldDef {
    FieldDef { name, ty, required: true, audience: Audience::All }
}

/// A field that it may have.
pub(super) const fn may(name: &'static str, ty: FieldType) -> FieldDef {
    FieldDef { name, ty, required: false, audience: Audience::All }
}

/// A field that it may have, for the secretariat's eyes.
pub(super) const fn secret(name: &'static str, ty: FieldType) -> FieldDef {
    FieldDef { name, ty, required: false, audience: Audience::Secretariat }
}

/// A kind of thing that people write.
pub(super) const fn kind(
    kind: Kind,
    name: &'static str,
    plural: &'static str,
    parent: Option<&'static str>,
    fields: &'static [FieldDef],
) -> KindDef {
    KindDef { kind, name, plural, parent, fields, record: false }
}

/// A kind of record: written by its verb alone, never by hand.
pub(super) const fn record(
    kind: Kind,
    name: &'static str,
    plural: &'static str,
    parent: Option<&'static str>,
    fields: &'static [FieldDef],
) -> KindDef {
    KindDef { kind, name, plural, parent, fields, record: true }
}

pub(super) const CYCLE: FieldType = Ref(&[Kind::Cycle]);
pub(super) const JURISDICTION: FieldType = Ref(&[Kind::Jurisdiction]);
