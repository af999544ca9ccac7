//! Texts inside a value: the reason of a status, the label of a link, a date in words.
//! One journal field holds them together with what surrounds them, so how their
//! translations stand is settled when that field is written.

use std::collections::BTreeMap;

use jalon_domain::action::Bases;
use jalon_domain::texts::{pair_in, pointer};
use jalon_domain::{Bilingual, FieldDef, Id, Lang, Mark, Translation};
use serde_json::Value;

use crate::ActError;
use crate::act_error::FieldError;
use crate::fields::canonical;
use crate::journal::row::Row;
use crate::tx::Tx;

/// What a form gives of the texts inside a field: by their paths, one side or both.
pub(crate) type Sides = BTreeMap<String, BTreeMap<Lang, String>>;

/// An edit of texts inside a field that is ready to be written.
pub(crate) struct Edit {
    /// The field.
    pub field: &'static FieldDef,
    /// What it will hold.
    pub value: Value,
    /// Whether nothing but sides that are not the source change.
    pub only_translates: bool,
}

/// Works out what an edit makes of a field whose texts it changes.
pub(crate) fn prepare(
    tx: &mut Tx<'_>,
    id: &Id,
    field: &'static FieldDef,
    given: Sides,
    bases: &Bases,
    holds: bool,
) -> Result<Edit, ActError> {
    let row = tx.row(id)?.clone();
    let mut edit = Edit { field, value: shown(tx, &row, field.name, bases)?, only_translates: true };
    for (path, sides) in given {
        let unknown = || Tx::wrong(row.kind, id, &path, FieldError::NoSuchField);
        let before = pair_in(field, &edit.value, &path).ok_or_else(unknown)?;
        let source = before.source;
        edit.only_translates &= before.state != Translation::Same && !sides.contains_key(&source);
        let mut after = before.clone();
        for (lang, text) in sides {
            *after.side_mut(lang) = text;
        }
        let mark = Mark::of(&before).after_edit(&before, &after, holds);
        put(&mut edit.value, &path, mark.pair(after.en, after.fr)).ok_or_else(unknown)?;
    }
    edit.value = canonical(field.ty, &edit.value);
    let wrong = |fault| Tx::wrong(row.kind, id, field.name, FieldError::Value(fault));
    field.ty.check(&edit.value).map_err(wrong)?;
    Ok(edit)
}

/// What the form showed of a field that is kept whole: what stood when it was opened, or
/// what stands where it names nothing.
pub(crate) fn shown(tx: &mut Tx<'_>, row: &Row, field: &str, bases: &Bases) -> Result<Value, ActError> {
    let base = bases.get(field).and_then(|shown| shown.last());
    let value = match base {
        Some(change) => tx.value_of(change, &row.id, field)?,
        None => None,
    };
    Ok(value.unwrap_or_else(|| row.value(field).clone()))
}

/// Puts a text in the place of the one at a path; `None` when there is no such place.
pub(crate) fn put(value: &mut Value, path: &str, pair: Bilingual) -> Option<()> {
    *value.pointer_mut(&pointer(path))? = serde_json::to_value(pair).ok()?;
    Some(())
}

/// Settles how the texts of a value stand that somebody gives in place of `shown`.
///
/// Whoever rewords a source and leaves its translation makes it stale, unless they say
/// that it still holds. A translation that is new, or reworded too, is a draft. Where
/// neither side changes, things stand as they stood. What comes in as approved, or as the
/// same in both languages, is left for the policy table to judge.
pub(crate) fn settle(value: &mut Value, shown: &Value, holds: bool) {
    let (before, after) = (pairs(shown), pairs(value));
    let gone: Vec<&Bilingual> =
        before.iter().filter(|pair| !after.iter().any(|it| says_the_same(it, pair))).collect();
    for_pairs(value, &mut |pair| {
        let claims = matches!(pair.state, Translation::Approved | Translation::Same);
        if let Some(stood) = before.iter().find(|it| says_the_same(it, pair)) {
            if !claims {
                pair.state = stood.state;
            }
            return;
        }
        let translation = pair.side(pair.source.other());
        let carried = |it: &&Bilingual| it.source == pair.source && it.side(it.source.other()) == translation;
        if translation.is_empty() || pair.state == Translation::Same {
            return;
        }
        if gone.iter().any(carried) {
            pair.state = if holds { Translation::Draft } else { Translation::Stale };
        } else if !claims {
            pair.state = Translation::Draft;
        }
    });
}

/// Makes drafts of the texts inside a value that say that they are approved, or the
/// same in both languages, and did not stand so before.
pub(crate) fn withdraw_approvals(value: &mut Value, stood: &Value) {
    let before = pairs(stood);
    for_pairs(value, &mut |pair| {
        let approved = matches!(pair.state, Translation::Approved | Translation::Same);
        if approved && !before.contains(pair) {
            let other = pair.side(pair.source.other());
            pair.state = if other.is_empty() { Translation::Missing } else { Translation::Draft };
        }
    });
}

fn says_the_same(one: &Bilingual, other: &Bilingual) -> bool {
    (&one.en, &one.fr, one.source) == (&other.en, &other.fr, other.source)
}

fn pairs(value: &Value) -> Vec<Bilingual> {
    let mut found = Vec::new();
    for_pairs(&mut value.clone(), &mut |pair| found.push(pair.clone()));
    found
}

/// Shows every bilingual text inside a value, however deep, and keeps what becomes of it.
fn for_pairs(value: &mut Value, seen: &mut impl FnMut(&mut Bilingual)) {
    if let Ok(mut pair) = serde_json::from_value::<Bilingual>(value.clone()) {
        let before = pair.clone();
        seen(&mut pair);
        if pair != before {
            *value = serde_json::to_value(pair).unwrap_or_default();
        }
        return;
    }
    match value {
        Value::Object(object) => object.values_mut().for_each(|value| for_pairs(value, seen)),
        Value::Array(list) => list.iter_mut().for_each(|value| for_pairs(value, seen)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn label(en: &str, fr: &str, state: &str) -> Value {
        json!({"label": {"en": en, "fr": fr, "source": "en", "state": state}})
    }

    fn check(stood: &[Value], given: &[Value], holds: bool, expected: &[Translation]) {
        let mut value = json!(given);
        settle(&mut value, &json!(stood), holds);
        let states: Vec<_> = pairs(&value).iter().map(|pair| pair.state).collect();
        assert_eq!(states, expected, "{given:?}");
    }

    #[test]
    fn a_reworded_source_leaves_its_translation_stale_wherever_it_stands_then() {
        use Translation::{Approved, Draft, Missing, Stale};
        let site = label("Site", "Site Web", "approved");
        let page = label("Page", "Pièce", "stale");
        let stood = [site.clone(), page.clone()];
        check(&stood, &[label("Web site", "Site Web", "approved")], false, &[Stale]);
        check(&stood, &[label("Web site", "Site Web", "approved")], true, &[Draft]);
        check(&stood, &[label("Web site", "Site", "draft")], false, &[Draft]);
        check(&stood, &[label("Web site", "", "missing")], false, &[Missing]);
        // The first is taken out, and the second, now first, reworded.
        check(&stood, &[label("Sheet", "Pièce", "draft")], false, &[Stale]);
        // What only moves keeps its state, whatever a form says of it.
        check(&stood, &[label("Page", "Pièce", "draft"), site.clone()], false, &[Stale, Approved]);
        // Two links may have the same words.
        check(
            &stood,
            &[site.clone(), page, label("Map", "Site Web", "draft")],
            false,
            &[Approved, Stale, Draft],
        );
        check(&[], &[label("New", "Nouveau", "stale")], false, &[Draft]);
    }
}
