//! What stands in a field once what it held is destroyed.

use jalon_domain::{Bilingual, FieldDef, FieldType, Id, Lang, Mark, Status, Translation};
use jalon_words::{Words, key};
use serde_json::{Value, json};

use super::{dates, figures};
use crate::tx::Tx;
use crate::{ActError, fields};

/// What stands in the field now, where nothing cannot: a status without its words, a
/// mark for the side of a text that is left, a word that says that something was here
/// (where `needed`; else the text is empty).
pub(super) fn stand_in(
    tx: &mut Tx<'_>,
    id: &Id,
    def: &FieldDef,
    stood: Value,
    needed: bool,
) -> Result<(), ActError> {
    let row = tx.row(id)?.clone();
    let gone = Lang::BOTH.map(|lang| Words::of(lang).text(key::REDACTED_STAND_IN));
    match def.ty {
        FieldType::Bilingual => {
            let side =
                |lang| row.value(&fields::side(def.name, lang)).as_str().unwrap_or_default().to_owned();
            let [mut en, mut fr] = Lang::BOTH.map(side);
            let before: Bilingual = serde_json::from_value(stood).unwrap_or_default();
            let mut state =
                if (&before.en, &before.fr) == (&en, &fr) { before.state } else { Translation::Missing };
            let mut source =
                if side(before.source).is_empty() { before.source.other() } else { before.source };
            if en.is_empty() && fr.is_empty() {
                if !needed {
                    return tx.put(id, &fields::mark(def.name), Value::Null);
                }
                [en, fr] = gone;
                (source, state) = (Lang::En, Translation::Draft);
                tx.put(id, &fields::side(def.name, Lang::En), en.clone().into())?;
                tx.put(id, &fields::side(def.name, Lang::Fr), fr.clone().into())?;
            }
            let mark = Mark::of(&Bilingual { en, fr, source, state });
            tx.put(id, &fields::mark(def.name), fields::mark_value(&mark))
        }
        FieldType::Text if needed && row.value(def.name).is_null() => {
            tx.put(id, def.name, gone.join(" / ").into())
        }
        // Empty, it would look as if it never had a date.
        FieldType::Date if dates::needs_one(def, &row, &stood, needed) => tx.put(id, def.name, dates::gone()),
        FieldType::Status if row.value(def.name).is_null() => {
            let Ok(status) = serde_json::from_value::<Status>(stood) else { return Ok(()) };
            tx.put(id, def.name, json!(figures::without_words(status)))
        }
        _ => Ok(()),
    }
}
