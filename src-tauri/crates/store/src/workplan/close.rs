//! Closes a plan.

use std::collections::BTreeMap;

use jalon_domain::action::Bases;
use jalon_domain::policy::Verb;
use jalon_domain::{Bilingual, Id, Kind};
use serde_json::{Value, json};

use crate::entity::write_exactly;
use crate::projection::read;
use crate::tx::Tx;
use crate::{ActError, CycleError, fields, references};

/// Closes a plan, from a form that showed `bases`, with lessons for priorities that have
/// none yet. Each priority needs some. The moment is kept: what arrives for the plan
/// later came after it was closed.
pub(crate) fn close(
    tx: &mut Tx<'_>,
    workplan: &Id,
    lessons: &BTreeMap<Id, Bilingual>,
    bases: &Bases,
) -> Result<(), ActError> {
    let state = tx.live_of(Kind::Workplan, workplan)?.value("state").clone();
    tx.ask(Verb::ClosePlan, &[])?;
    if state == "closed" {
        return Err(CycleError::PlanClosed(workplan.clone()).into());
    }
    for (priority, lessons) in lessons {
        learn(tx, workplan, priority, lessons)?;
    }
    let plan = read::plan(tx.sql)?;
    let mut without = Vec::new();
    for (number, priority) in (1..).zip(plan.priorities_of(workplan)) {
        if fields::pair(tx.row(&priority.id)?, "lessons").is_none() {
            without.push(number);
        }
    }
    if !without.is_empty() {
        return Err(CycleError::NoLessons(without).into());
    }
    tx.set(workplan, "state", Value::from("closed"), bases)?;
    let id = tx.fresh_id();
    let today = tx.context.today();
    let at = tx.moment()?;
    tx.make(Kind::Closing, &id)?;
    tx.put(&id, "workplan", json!(workplan))?;
    tx.put(&id, "closed_on", json!(today))?;
    tx.put(&id, "at", json!(at))?;
    references::check(tx)
}

/// Writes the lessons of a priority that has none yet.
fn learn(tx: &mut Tx<'_>, workplan: &Id, priority: &Id, lessons: &Bilingual) -> Result<(), ActError> {
    let row = tx.live_of(Kind::Priority, priority)?.clone();
    if row.value("workplan").as_str() != Some(workplan.as_str()) {
        return Err(CycleError::OtherPlan(priority.clone()).into());
    }
    match fields::pair(&row, "lessons") {
        Some(standing) if standing != *lessons => Err(CycleError::LessonsThere(priority.clone()).into()),
        Some(_) => Ok(()),
        None => match Kind::Priority.def().field("lessons") {
            Some(field) => write_exactly(tx, priority, field, &json!(lessons)),
            None => Ok(()),
        },
    }
}
