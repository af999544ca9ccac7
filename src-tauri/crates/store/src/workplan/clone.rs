//! Begins the next plan.

use chrono::NaiveDate;
use jalon_domain::policy::Verb;
use jalon_domain::{Bilingual, Id, Kind, carry};
use serde_json::{Map, Value, json};

use crate::act_error::FieldError;
use crate::projection::read;
use crate::title::same_name;
use crate::tx::Tx;
use crate::{ActError, CycleError, copy, entity, fields, redact};

/// Begins a plan that follows another: its priorities, those who still lead, its
/// narrative slides, and its open milestones. What is finished or given up stays behind,
/// and so do the remark and the lessons, which are about the year that is over.
pub(crate) fn clone(
    tx: &mut Tx<'_>,
    workplan: &Id,
    id: Option<&Id>,
    title: &Bilingual,
    (starts, ends): (Option<NaiveDate>, Option<NaiveDate>),
) -> Result<(), ActError> {
    const KEPT: [&str; 3] = ["group", "group_abbreviation", "languages"];
    let source = tx.live_of(Kind::Workplan, workplan)?.clone();
    tx.ask(Verb::ClosePlan, &[])?;
    let followed = read::plan(tx.sql)?;
    let mut others = followed.workplans.values().filter(|it| it.carried_from.as_ref() == Some(workplan));
    if let Some(other) = others.find(|it| same_name(&it.title, title)) {
        return Err(CycleError::PlanFollowed(other.id.clone()).into());
    }
    let mut given: Map<String, Value> = Kind::Workplan
        .def()
        .fields
        .iter()
        .filter(|field| KEPT.contains(&field.name))
        .map(|field| (field.name.to_owned(), fields::plan_value(&source, field)))
        .collect();
    given.insert("title".into(), json!(title));
    given.insert("starts".into(), json!(starts));
    given.insert("ends".into(), json!(ends));
    given.insert("state".into(), Value::from("open"));
    given.insert("carried_from".into(), json!(workplan));
    let id = id.cloned().unwrap_or_else(|| tx.fresh_id());
    entity::create(tx, Kind::Workplan, Some(&id), &given)?;
    let day = starts.unwrap_or_else(|| tx.context.today());
    let plan = read::plan(tx.sql)?;
    for priority in plan.priorities_of(workplan) {
        // The next plan would say that nobody leads, and that nothing is to be written anew.
        let row = tx.row(&priority.id)?.clone();
        if redact::is_gap(tx.sql, &row, "leads")? {
            return Err(Tx::wrong(row.kind, &row.id, "leads", FieldError::Redacted));
        }
    }
    copy::write_all(tx, &carry::into_next_plan(&plan, workplan, &id, day))
}
