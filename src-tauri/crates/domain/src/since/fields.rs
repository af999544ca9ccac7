//! Dates and texts of whatever is in both plans.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Difference;
use crate::date::PlanDate;
use crate::id::Id;
use crate::plan::{Plan, Reworded};
use crate::registry::{FieldDef, FieldType, Kind};

/// Other dates, then texts that read otherwise; each in the order of plan JSON.
pub(super) fn differing(before: &Plan, after: &Plan) -> Vec<Difference> {
    // Thousands may differ, and are written out only where a date may be what differs.
    let both = before.differing(after, |kind| dated(kind).next().is_some());
    both.iter().flat_map(dates).chain(before.reworded(after).into_iter().map(text)).collect()
}

/// The fields of a kind that are told as dates. When a milestone is due is told as slipping
/// or the like.
fn dated(kind: Kind) -> impl Iterator<Item = &'static FieldDef> {
    let fields = kind.def().fields.iter().filter(move |_| kind != Kind::Milestone);
    fields.filter(|field| matches!(field.ty, FieldType::Day | FieldType::Date))
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
    let moved = dated(*kind).filter_map(|field| {
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

fn text(it: Reworded) -> Difference {
    let Reworded { kind, id, field, before, after } = it;
    Difference::Translation { kind, id, field: field.to_owned(), before, after }
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}
