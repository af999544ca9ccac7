//! Approves the translation of one text as it stands.

use jalon_domain::action::Bases;
use jalon_domain::policy::Verb;
use jalon_domain::{FieldType, Id, Lang, Mark, Translation};

use crate::act_error::FieldError;
use crate::tx::Tx;
use crate::{ActError, fields};

/// Approves the translation of `field`. The form must have shown both sides as they
/// are: nobody approves words that they have not seen.
pub(crate) fn approve(tx: &mut Tx<'_>, id: &Id, field: &str, bases: &Bases) -> Result<(), ActError> {
    let row = tx.live(id)?.clone();
    let wrong = |what| Tx::wrong(row.kind, id, field, what);
    let def = row.kind.def().field(field).filter(|def| def.ty == FieldType::Bilingual);
    let def = def.ok_or_else(|| wrong(FieldError::NoSuchField))?;
    tx.ask(Verb::ApproveTranslation, &[])?;
    for lang in Lang::BOTH {
        let side = fields::side(def.name, lang);
        let heads = row.head_ids(&side);
        if row.is_disputed(&side) {
            return Err(wrong(FieldError::Conflict));
        }
        let shown = match bases.get(&side) {
            Some(shown) => shown,
            None if heads.is_empty() => &heads,
            None => return Err(wrong(FieldError::BasesMissing)),
        };
        if *shown != heads {
            return Err(wrong(FieldError::TextChanged));
        }
    }
    let pair = fields::pair(&row, def.name).ok_or_else(|| wrong(FieldError::NoTranslation))?;
    match pair.state {
        Translation::Missing | Translation::Same => Err(wrong(FieldError::NoTranslation)),
        Translation::Approved => Err(ActError::NothingChanges),
        Translation::Draft | Translation::Stale => {
            let mut pair = pair;
            pair.state = Translation::Approved;
            tx.put(id, &fields::mark(def.name), fields::mark_value(&Mark::of(&pair)))
        }
    }
}
