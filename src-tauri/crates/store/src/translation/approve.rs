//! Approves the translation of one text as it stands.

use jalon_domain::action::Bases;
use jalon_domain::policy::Verb;
use jalon_domain::texts::{field_of, pair_in};
use jalon_domain::{Bilingual, FieldDef, FieldType, Id, Lang, Mark, Translation};

use crate::act_error::FieldError;
use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, fields, nested};

/// Approves the translation at `path`: a bilingual field (`title`), or a text inside
/// another one (`status.reason`, `links[0].label`, `due.words`). The form must have shown
/// both sides as they are: nobody approves words that they have not seen.
pub(crate) fn approve(tx: &mut Tx<'_>, id: &Id, path: &str, bases: &Bases) -> Result<(), ActError> {
    let row = tx.live(id)?.clone();
    Tx::no_record(row.kind)?;
    let wrong = |what| Tx::wrong(row.kind, id, path, what);
    let def = row.kind.def().field(field_of(path)).ok_or_else(|| wrong(FieldError::NoSuchField))?;
    tx.ask(Verb::ApproveTranslation, &[])?;
    if def.ty != FieldType::Bilingual {
        return approve_inside(tx, &row, def, path, bases);
    }
    if path != def.name {
        return Err(wrong(FieldError::NoSuchField));
    }
    for lang in Lang::BOTH {
        was_shown(&row, path, &fields::side(def.name, lang), bases)?;
    }
    let pair = fields::pair(&row, def.name).ok_or_else(|| wrong(FieldError::NoTranslation))?;
    let pair = approved(pair, wrong)?;
    tx.put(id, &fields::mark(def.name), fields::mark_value(&Mark::of(&pair)))
}

/// The same for a text inside the value of a field, which the form showed whole.
fn approve_inside(
    tx: &mut Tx<'_>,
    row: &Row,
    def: &FieldDef,
    path: &str,
    bases: &Bases,
) -> Result<(), ActError> {
    let wrong = |what| Tx::wrong(row.kind, &row.id, path, what);
    let mut value = row.value(def.name).clone();
    let pair = pair_in(def, &value, path).ok_or_else(|| wrong(FieldError::NoSuchField))?;
    was_shown(row, path, def.name, bases)?;
    let pair = approved(pair, wrong)?;
    nested::put(&mut value, path, pair).ok_or_else(|| wrong(FieldError::NoSuchField))?;
    tx.put(&row.id, def.name, value)
}

/// Whether the form showed a journal field as it stands.
fn was_shown(row: &Row, path: &str, journal: &str, bases: &Bases) -> Result<(), ActError> {
    let wrong = |what| Err(Tx::wrong(row.kind, &row.id, path, what));
    let heads = row.head_ids(journal);
    if row.is_disputed(journal) {
        return wrong(FieldError::Conflict);
    }
    match bases.get(journal) {
        Some(shown) if *shown == heads => Ok(()),
        Some(_) => wrong(FieldError::TextChanged),
        None if heads.is_empty() => Ok(()),
        None => wrong(FieldError::BasesMissing),
    }
}

/// The text with its translation approved.
fn approved(pair: Bilingual, wrong: impl Fn(FieldError) -> ActError) -> Result<Bilingual, ActError> {
    match pair.state {
        Translation::Missing | Translation::Same => Err(wrong(FieldError::NoTranslation)),
        Translation::Approved => Err(ActError::NothingChanges),
        Translation::Draft | Translation::Stale => Ok(Bilingual { state: Translation::Approved, ..pair }),
    }
}
