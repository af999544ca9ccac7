//! What stands for a date that was redacted: a date in words that says so. What is shown is
//! not what stood there, so the plan has a problem until somebody writes it anew.

use std::collections::BTreeSet;

use jalon_domain::{Bilingual, FieldDef, FieldType, Lang, Translation};
use jalon_words::{Words, key};
use serde_json::{Value, json};

use crate::ActError;
use crate::act_error::FieldError;
use crate::journal::row::Row;
use crate::tx::Tx;

/// The date in words.
pub(super) fn gone() -> Value {
    let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).text(key::REDACTED_STAND_IN));
    json!({"words": Bilingual { en, fr, source: Lang::En, state: Translation::Draft }})
}

/// Whether a value only says that a date was here.
pub(crate) fn stands_for_a_date(value: &Value) -> bool {
    value.is_object() && *value == gone()
}

/// Leaves the day that stands where nothing can be shown without one: no words can stand for
/// it, and its meeting would vanish with all that is reported for it. Whoever wants it gone
/// writes another first.
pub(super) fn keep_the_day(
    row: &Row,
    def: &FieldDef,
    named: &[String],
    chosen: &mut BTreeSet<String>,
) -> Result<(), ActError> {
    if !def.required || def.ty != FieldType::Day || !row.is_live() {
        return Ok(());
    }
    let stands = row.head_ids(def.name);
    if named.is_empty() {
        chosen.retain(|change| !stands.contains(change));
    }
    if chosen.is_empty() || stands.iter().any(|head| chosen.contains(head)) {
        return Err(Tx::wrong(row.kind, &row.id, def.name, FieldError::DayNeeded));
    }
    Ok(())
}
