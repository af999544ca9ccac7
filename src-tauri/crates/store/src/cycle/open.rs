//! Opens the reporting cycle of a council meeting.

use chrono::NaiveDate;
use jalon_domain::action::OpenCycle;
use jalon_domain::policy::Verb;
use jalon_domain::reporting::{Rhythm, out_of_order};
use jalon_domain::{Bilingual, Cycle, Id, Kind, Plan};
use serde_json::{Map, json};

use crate::projection::read;
use crate::title::same_name;
use crate::tx::Tx;
use crate::{ActError, CycleError, entity};

/// Opens a cycle, for a meeting that is there or for a new one. Dates that are not given
/// follow the working group's rhythm.
pub(crate) fn open(tx: &mut Tx<'_>, asked: &OpenCycle) -> Result<(), ActError> {
    tx.ask(Verb::EditAround, &[])?;
    let (meeting, date) = match (&asked.meeting, new_meeting(asked)) {
        (Some(meeting), None) if asked.workplan.is_none() => known_meeting(tx, meeting)?,
        (None, Some((workplan, name, date))) => {
            let id = tx.fresh_id();
            let mut fields = Map::new();
            fields.insert("workplan".into(), json!(workplan));
            fields.insert("name".into(), json!(name));
            fields.insert("date".into(), json!(date));
            fields.insert("place".into(), json!(asked.place));
            let plan = read::plan(tx.sql)?;
            tx.live_of(Kind::Workplan, workplan)?;
            is_new(&plan, workplan, name, date)?;
            entity::create(tx, Kind::Meeting, Some(&id), &fields)?;
            (id, date)
        }
        (None, None) => return Err(CycleError::NoMeeting.into()),
        (Some(_), _) => return Err(CycleError::TwoMeetings.into()),
    };
    let rhythm = Rhythm::towards(date);
    let cycle = Cycle {
        id: asked.id.clone().unwrap_or_else(|| tx.fresh_id()),
        meeting,
        opens: Some(asked.opens.unwrap_or(rhythm.opens)),
        submissions_due: Some(asked.submissions_due.unwrap_or(rhythm.submissions_due)),
        approvals_due: Some(asked.approvals_due.unwrap_or(rhythm.approvals_due)),
        state: "open".into(),
    };
    // Refused later, it would go by an id that nobody has given and nobody keeps.
    if let Some(field) = out_of_order(&cycle, Some(date)) {
        return Err(CycleError::OutOfOrder(field).into());
    }
    let mut fields = json!(cycle).as_object().cloned().unwrap_or_default();
    fields.remove("id");
    entity::create(tx, Kind::Cycle, Some(&cycle.id), &fields)
}

/// What a new meeting needs, where all of it is given.
fn new_meeting(asked: &OpenCycle) -> Option<(&Id, &Bilingual, NaiveDate)> {
    Some((asked.workplan.as_ref()?, asked.name.as_ref()?, asked.date?))
}

/// Refuses a meeting that the plan has already, by its name and day, and one that would
/// come before the plan begins. Councils that meet on one day bear names that differ.
fn is_new(plan: &Plan, workplan: &Id, name: &Bilingual, date: NaiveDate) -> Result<(), CycleError> {
    let known = plan
        .meetings
        .values()
        .find(|it| it.workplan == *workplan && it.date == date && same_name(&it.name, name));
    if let Some(known) = known {
        let cycle = plan.cycles.values().find(|cycle| cycle.meeting == known.id);
        return Err(match cycle {
            Some(cycle) => CycleError::MeetingThere(date, cycle.id.clone()),
            None => CycleError::MeetingWithoutCycle(date, known.id.clone()),
        });
    }
    match plan.workplans.get(workplan).and_then(|it| it.starts) {
        Some(starts) if date < starts => Err(CycleError::MeetingBeforePlan(starts)),
        _ => Ok(()),
    }
}

/// A meeting that has no cycle yet, and its day.
fn known_meeting(tx: &mut Tx<'_>, meeting: &Id) -> Result<(Id, NaiveDate), ActError> {
    let date = tx.live_of(Kind::Meeting, meeting)?.value("date").clone();
    let mut cycle = tx.sql.prepare_cached("SELECT 1 FROM cycle WHERE meeting = ?1 AND deleted = 0")?;
    if cycle.exists([meeting.as_str()])? {
        return Err(CycleError::MeetingHasCycle(meeting.clone()).into());
    }
    let date = serde_json::from_value(date).map_err(|_| CycleError::NoMeeting)?;
    Ok((meeting.clone(), date))
}
