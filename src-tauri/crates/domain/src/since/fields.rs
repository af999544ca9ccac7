//! Dates, texts and facts of whatever is in both plans, or was carried over.

use chrono::NaiveDate;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::Difference;
use super::descent::Descent;
use crate::content;
use crate::date::PlanDate;
use crate::id::Id;
use crate::lang::Lang;
use crate::link::Link;
use crate::plan::reworded::reads_otherwise;
use crate::plan::{OtherFact, Plan, Reworded};
use crate::registry::{FieldDef, FieldType, Kind};

/// Other dates, then texts that read otherwise, then other facts; each in the order of
/// plan JSON, what was carried over after the rest.
pub(super) fn differing(before: &Plan, after: &Plan, descent: &Descent<'_>) -> Vec<Difference> {
    let carried = carried_into(before, after, descent);
    // Thousands may differ, and are written out only where a date may be what differs.
    let dated = |kind| dated(kind).next().is_some();
    let both = [before, &carried].map(|stood| stood.differing(after, dated));
    let mut found: Vec<Difference> = both.iter().flatten().flat_map(dates).collect();
    found.extend(before.reworded(after).into_iter().map(text));
    let lessons = |it: &Reworded| it.field == "lessons";
    found.extend(carried.reworded(after).into_iter().filter(|it| !lessons(it)).map(text));
    found.extend([before, &carried].into_iter().flat_map(|stood| reasons(stood, after)));
    let stayed = before.other_facts(after).into_iter().filter(|it| !told_as_moved(it));
    found.extend(stayed.flat_map(fact));
    let others = carried.other_facts(after).into_iter();
    found.extend(others.filter(|it| !told_as_moved(it) && !goes_along(it, descent)).flat_map(fact));
    found
}

/// What was carried over, as that stood which it was carried over from.
fn carried_into(before: &Plan, after: &Plan, descent: &Descent<'_>) -> Plan {
    let mut stood = Plan::default();
    macro_rules! carried {
        ($($list:ident),*) => {
            $(for id in after.$list.keys().filter(|id| !before.$list.contains_key(*id)) {
                if let Some(old) = descent.stood(id, |id| before.$list.get(id)) {
                    let mut old = old.clone();
                    old.id = id.clone();
                    stood.$list.insert(id.clone(), old);
                }
            })*
        };
    }
    carried!(priorities, milestones, progress, achievements, challenges, next_steps, slides, points);
    stood
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
        (Some(PlanDate::Words(was)), Some(PlanDate::Words(is))) => was.reads_as(is),
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

/// The reasons of milestones that stand where they stood. Of the others a reason is told
/// with where they stand.
fn reasons(before: &Plan, after: &Plan) -> Vec<Difference> {
    let others = after.milestones.values().filter_map(|milestone| {
        let (was, is) = (&before.milestones.get(&milestone.id)?.status, &milestone.status);
        let stands = (was.completion, was.outlook) == (is.completion, is.outlook);
        let told = stands && reads_otherwise(was.reason.as_ref(), is.reason.as_ref());
        told.then(|| Difference::Translation {
            kind: Kind::Milestone,
            id: milestone.id.clone(),
            field: "status.reason".to_owned(),
            before: was.reason.clone().unwrap_or_default(),
            after: is.reason.clone().unwrap_or_default(),
        })
    });
    others.collect()
}

/// Milestones are told as standing under another priority.
fn told_as_moved(it: &OtherFact) -> bool {
    it.kind == Kind::Milestone
}

/// Whether a fact is another only because its entity was carried over: it belongs to the
/// next cycle or plan, and to what was carried over with it, or to nothing where that was not.
fn goes_along(it: &OtherFact, descent: &Descent<'_>) -> bool {
    let id = |value: &Value| value.as_str().and_then(Id::parse);
    let refers = matches!(it.kind.def().field(it.field).map(|def| def.ty), Some(FieldType::Ref(_)));
    let follows = || match (id(&it.before), id(&it.after)) {
        (Some(before), Some(after)) => descent.is_or_follows(&after, &before),
        (_, after) => after.is_none(),
    };
    matches!(it.field, "cycle" | "workplan") || refers && follows()
}

/// A fact that differs; of links, what each deck shows of them.
fn fact(it: OtherFact) -> Vec<Difference> {
    let OtherFact { kind, id, field, before, after } = it;
    let told = |lang, before, after| Difference::Otherwise {
        kind,
        id: id.clone(),
        field: field.to_owned(),
        lang,
        before,
        after,
    };
    if kind.def().field(field).map(|def| def.ty) != Some(FieldType::Links) {
        return vec![told(None, before, after)];
    }
    let shown = |value: &Value| content::links(&read::<Vec<Link>>(value).unwrap_or_default());
    let sides = Lang::BOTH.into_iter().zip(shown(&before)).zip(shown(&after));
    let others = sides.filter(|((_, before), after)| before != after);
    others.map(|((lang, before), after)| told(Some(lang), before, after)).collect()
}

fn read<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}
