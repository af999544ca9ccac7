//! Dates and texts of whatever is in both plans.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Difference;
use crate::date::PlanDate;
use crate::id::Id;
use crate::plan::Plan;
use crate::registry::{FieldType, Kind};
use crate::text::Bilingual;

/// Other dates, then texts that read otherwise; each in the order of plan JSON.
pub(super) fn differing(before: &Plan, after: &Plan) -> Vec<Difference> {
    let both = before.differing(after);
    both.iter().flat_map(dates).chain(both.iter().flat_map(texts)).collect()
}

/// Whether two dates read the same. That the translation of one in words was approved
/// moves nothing.
pub(super) fn same_date(before: &Option<PlanDate>, after: &Option<PlanDate>) -> bool {
    match (before, after) {
        (Some(PlanDate::Words(was)), Some(PlanDate::Words(is))) => (&was.en, &was.fr) == (&is.en, &is.fr),
        _ => before == after,
    }
}

/// An entity that is in both plans, as it was and as it is.
type Both = (Kind, Id, Value, Value);

fn dates((kind, id, was, is): &Both) -> Vec<Difference> {
    // When a milestone is due is told as slipping or the like.
    let fields = kind.def().fields.iter().filter(|_| *kind != Kind::Milestone);
    let moved = fields.filter_map(|field| {
        let date = |value: &Value| match field.ty {
            FieldType::Day => read::<NaiveDate>(value).map(PlanDate::Day),
            FieldType::Date => read(value),
            _ => None,
        };
        let [before, after] = [was, is].map(|entity| date(&entity[field.name]));
        let told = !same_date(&before, &after);
        let (kind, id, field) = (*kind, id.clone(), field.name.to_owned());
        told.then_some(Difference::Date { kind, id, field, before, after })
    });
    moved.collect()
}

fn texts((kind, id, was, is): &Both) -> Vec<Difference> {
    let mut found = Vec::new();
    for field in kind.def().fields.iter().filter(|field| field.ty == FieldType::Bilingual) {
        // Most of what differs differs elsewhere: only what reads otherwise is taken apart.
        if ["en", "fr"].iter().any(|lang| side(&was[field.name], lang) != side(&is[field.name], lang)) {
            let [before, after] = [was, is].map(|entity| pair(&entity[field.name]));
            let (kind, id, field) = (*kind, id.clone(), field.name.to_owned());
            found.push(Difference::Translation { kind, id, field, before, after });
        }
    }
    found
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

fn side<'v>(pair: &'v Value, lang: &str) -> &'v str {
    pair[lang].as_str().unwrap_or_default()
}

fn pair(value: &Value) -> Bilingual {
    read(value).unwrap_or_default()
}
