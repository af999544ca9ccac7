//! What stands for a date that was redacted: a date in words that says so. What is shown is
//! not what stood there, so the plan has a problem until somebody writes it anew.

use jalon_domain::{Bilingual, FieldDef, Lang, Translation};
use jalon_words::{Words, key};
use serde_json::{Value, json};

use crate::entity::BASELINE;
use crate::journal::row::Row;

/// The date in words.
pub(super) fn gone() -> Value {
    let [en, fr] = Lang::BOTH.map(|lang| Words::of(lang).text(key::REDACTED_STAND_IN));
    json!({"words": Bilingual { en, fr, source: Lang::En, state: Translation::Draft }})
}

/// Whether a value only says that a date was here.
pub(crate) fn stands_for_a_date(value: &Value) -> bool {
    value.is_object() && *value == gone()
}

/// Whether a date is missing where one stood, or where one is `needed`. Nobody is shown
/// another one in place of the first due date.
pub(super) fn needs_one(def: &FieldDef, row: &Row, stood: &Value, needed: bool) -> bool {
    def.name != BASELINE && row.value(def.name).is_null() && (needed || !stood.is_null())
}
