//! Edits of bilingual texts: both sides, and the mark that says how the
//! translation stands.

use std::collections::BTreeMap;

use jalon_domain::action::Bases;
use jalon_domain::registry::FieldFault;
use jalon_domain::registry::check::{Expected, FaultKind};
use jalon_domain::{Bilingual, FieldDef, FieldType, Id, Lang, Mark, Translation};
use serde_json::Value;

use crate::ActError;
use crate::act_error::FieldError;
use crate::fields;
use crate::tx::Tx;

/// What a form gives of a text.
pub(crate) enum Given {
    /// All of it; `None` clears it.
    Whole(Option<Bilingual>),
    /// One side or both.
    Sides(BTreeMap<Lang, String>),
}

/// An edit of a text that is ready to be written.
pub(crate) struct Edit {
    field: &'static FieldDef,
    before: Bilingual,
    after: Bilingual,
    /// `None` when there is no text any more.
    mark: Option<Mark>,
    /// The change of the source text that the form showed.
    source: Option<String>,
}

/// The fault of a text that lacks its source side.
pub(crate) fn fault() -> FieldFault {
    FieldFault { at: String::new(), what: FaultKind::Expected(Expected::BilingualText) }
}

/// Works out what an edit makes of a text. An edit never approves: that names what
/// it approves, and is an action of its own.
pub(crate) fn prepare(
    tx: &mut Tx<'_>,
    id: &Id,
    field: &'static FieldDef,
    given: Given,
    bases: &Bases,
    holds: bool,
) -> Result<Edit, ActError> {
    let row = tx.row(id)?.clone();
    let stood = fields::pair(&row, field.name);
    let before = stood.clone().unwrap_or_default();
    let after = match given {
        Given::Whole(pair) => fields::unread(pair.unwrap_or_default()),
        Given::Sides(sides) => {
            let first = sides.keys().next().copied().unwrap_or(Lang::En);
            let mut pair = stood.clone().unwrap_or_else(|| Bilingual::from_source(first, ""));
            for (lang, text) in sides {
                *pair.side_mut(lang) = text;
            }
            pair
        }
    };
    let source_field = fields::side(field.name, after.source);
    let shown = bases.get(&source_field).cloned().unwrap_or_else(|| row.head_ids(&source_field));
    let source = shown.last().cloned();
    if after.is_empty() {
        return Ok(Edit { field, before, after, mark: None, source });
    }
    let old: Option<Mark> = serde_json::from_value(row.value(&fields::mark(field.name)).clone()).ok();
    let mark = match old.filter(|_| stood.is_some()) {
        Some(old) if old.source == after.source && after.state != Translation::Same => {
            let text_shown = match &source {
                Some(change) => tx.value_of(change, id, &source_field)?,
                None => None,
            };
            let edited = following(&old, &before, &after, text_shown, holds);
            Mark {
                same: edited.same
                    && before.state == Translation::Same
                    && after.side(after.source.other()).is_empty(),
                ..edited
            }
        }
        _ => Mark::of(&fields::unread(after.clone())),
    };
    // "Same in both languages" puts a text into both decks unread, as an approval does.
    let stands = stood.is_some_and(|stood| {
        stood.state == Translation::Same && (&stood.en, &stood.fr) == (&after.en, &after.fr)
    });
    let mark = Mark { same: mark.same && (stands || tx.may_approve()), ..mark };
    let pair = mark.pair(after.en.clone(), after.fr.clone());
    let checked =
        serde_json::to_value(&pair).map_err(|_| fault()).and_then(|pair| FieldType::Bilingual.check(&pair));
    checked.map_err(|fault| Tx::wrong(row.kind, id, field.name, FieldError::Value(fault)))?;
    Ok(Edit { field, before, after, mark: Some(mark), source })
}

/// The mark after an edit. A translation was made from the source text that its
/// form showed, even when that text has changed since: then it is stale.
fn following(old: &Mark, before: &Bilingual, after: &Bilingual, shown: Option<Value>, holds: bool) -> Mark {
    let source = old.source;
    let untouched = before.side(source) == after.side(source);
    match shown.as_ref().and_then(Value::as_str).filter(|_| untouched) {
        Some(shown) => {
            let (mut before, mut after) = (before.clone(), after.clone());
            shown.clone_into(before.side_mut(source));
            shown.clone_into(after.side_mut(source));
            old.after_edit(&before, &after, holds)
        }
        None => old.after_edit(before, after, holds),
    }
}

impl Edit {
    /// Whether it changes nothing but the side that is not the source.
    pub fn only_translates(&self) -> bool {
        let source = self.before.source;
        !self.before.is_empty()
            && self.after.source == source
            && self.mark.as_ref().is_some_and(|mark| !mark.same)
            && self.before.state != Translation::Same
            && self.before.side(source) == self.after.side(source)
    }

    /// Writes it.
    pub fn write(self, tx: &mut Tx<'_>, id: &Id, bases: &Bases) -> Result<(), ActError> {
        for lang in Lang::BOTH {
            let so_far = tx.len();
            let text = fields::text(self.after.side(lang));
            tx.set(id, &fields::side(self.field.name, lang), text, bases)?;
            if tx.len() > so_far && lang != self.after.source {
                tx.translated_from(self.source.clone());
            }
        }
        let mark = self.mark.as_ref().map(fields::mark_value).unwrap_or_default();
        tx.put(id, &fields::mark(self.field.name), mark)
    }
}
