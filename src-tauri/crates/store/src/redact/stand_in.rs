//! What stands in a field once what it held is destroyed.

use std::collections::{BTreeMap, BTreeSet};

use jalon_domain::{Bilingual, FieldDef, FieldType, Id, Lang, Mark, Status, Translation};
use jalon_words::{Words, key};
use serde_json::{Value, json};

use super::{dates, figures};
use crate::entity::BASELINE;
use crate::journal::row::Row;
use crate::tx::Tx;
use crate::{ActError, fields};

/// What was destroyed of a field.
pub(super) struct Gone<'a> {
    /// The changes.
    pub changes: &'a BTreeSet<String>,
    /// Of those of them that set a status, the figures.
    pub figures: &'a BTreeMap<String, Status>,
    /// What the field showed before.
    pub stood: Value,
}

/// Puts something in the place of what was destroyed and still stood, where nothing cannot
/// stand: a status without its words, a mark for the side of a text that is left, a word
/// that says that something was here (where it is `needed`; else the text is empty).
///
/// Where several versions stand, each that was destroyed gets something of its own, which
/// takes the place of that version alone: a redaction chooses for nobody. What is deleted
/// gets it too, so that it can be shown when it is brought back.
pub(super) fn stand_in(
    tx: &mut Tx<'_>,
    id: &Id,
    def: &FieldDef,
    gone: Gone<'_>,
    needed: bool,
) -> Result<(), ActError> {
    let row = tx.row(id)?.clone();
    let destroyed = |field: &str| -> Vec<String> {
        row.head_ids(field).into_iter().filter(|head| gone.changes.contains(head)).collect()
    };
    let mut put = |head: &String, value: Value| tx.put_for(id, def.name, Some(head), value);
    match def.ty {
        FieldType::Bilingual => text(tx, &row, def, gone, needed)?,
        FieldType::Text if needed => {
            let said = words().join(" / ");
            destroyed(def.name).iter().try_for_each(|head| put(head, said.as_str().into()))?;
        }
        // Empty, it would look as if it never had a date. Nobody is shown another one in
        // place of the first due date.
        FieldType::Date if def.name != BASELINE => {
            destroyed(def.name).iter().try_for_each(|head| put(head, dates::gone()))?;
        }
        FieldType::Status => {
            for head in destroyed(def.name) {
                if let Some(status) = gone.figures.get(&head) {
                    put(&head, json!(figures::without_words(status.clone())))?;
                }
            }
        }
        _ => {}
    }
    tx.put_by_redaction(id);
    Ok(())
}

/// The words that say that something was here, in both languages.
fn words() -> [String; 2] {
    Lang::BOTH.map(|lang| Words::of(lang).text(key::REDACTED_STAND_IN))
}

fn text(tx: &mut Tx<'_>, row: &Row, def: &FieldDef, gone: Gone<'_>, needed: bool) -> Result<(), ActError> {
    let id = &row.id;
    let holds = |lang| {
        let heads = row.heads.get(&fields::side(def.name, lang)).into_iter().flatten();
        heads.map(|head| head.value.as_str().is_some_and(|text| !text.is_empty())).collect::<Vec<bool>>()
    };
    let (any, all) = (
        |lang| holds(lang).contains(&true),
        |lang: Lang| !holds(lang).is_empty() && !holds(lang).contains(&false),
    );
    let nothing_left = Lang::BOTH.iter().all(|lang| !any(*lang));
    for (lang, said) in Lang::BOTH.into_iter().zip(words()).filter(|_| needed) {
        let field = fields::side(def.name, lang);
        let heads = row.head_ids(&field);
        if nothing_left && heads.is_empty() {
            tx.put_for(id, &field, None, said.as_str().into())?;
        }
        // A version that leaves nothing on either side could not be chosen.
        for head in heads {
            if nothing_left || !all(lang.other()) && gone.changes.contains(&head) {
                tx.put_for(id, &field, Some(&head), said.as_str().into())?;
            }
        }
    }
    let row = tx.row(id)?.clone();
    let side = |lang| row.value(&fields::side(def.name, lang)).as_str().unwrap_or_default().to_owned();
    let [en, fr] = Lang::BOTH.map(side);
    if en.is_empty() && fr.is_empty() {
        return tx.put(id, &fields::mark(def.name), Value::Null);
    }
    let before: Bilingual = serde_json::from_value(gone.stood).unwrap_or_default();
    let source = match before.source {
        _ if nothing_left => Lang::En,
        source if side(source).is_empty() => source.other(),
        source => source,
    };
    let state = match (&before.en, &before.fr) == (&en, &fr) {
        true => before.state,
        false if en.is_empty() || fr.is_empty() => Translation::Missing,
        false => Translation::Draft,
    };
    let mark = Mark::of(&Bilingual { en, fr, source, state });
    tx.put(id, &fields::mark(def.name), fields::mark_value(&mark))
}
