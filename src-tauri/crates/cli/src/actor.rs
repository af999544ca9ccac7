//! Who acts: `--as`, `--for`, and what they stand for.

use chrono::NaiveDate;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Actor, Failure, Id, Plan, Role};

use crate::given::day;

/// Reads `--as`: a person's id, with the roles that this person holds on that day, or a
/// role with its jurisdiction.
///
/// # Errors
/// It is neither, or its jurisdiction is not one of the plan's.
pub fn actor(said: &str, plan: &Plan, today: NaiveDate) -> Result<Actor, Failure> {
    if let Some(person) = plan.people.get(said) {
        return Ok(Actor::holding(&person.name, person.roles.clone()).on(today));
    }
    let unknown = || Failure::new("failure-usage-actor").text("actor", said);
    let (role, jurisdiction) = role(said, plan)?.ok_or_else(unknown)?;
    // The secretariat and a reader are of no jurisdiction.
    if matches!(role, Role::Lead | Role::CoChair) != jurisdiction.is_some() {
        return Err(unknown());
    }
    Ok(Actor::new("", role, jurisdiction))
}

/// Reads `--for`, `--how` and `--when`, which go together.
///
/// # Errors
/// One of them is absent or not understood.
pub fn on_behalf(
    principal: Option<&str>,
    how: Option<&str>,
    when: Option<&str>,
    plan: &Plan,
) -> Result<Option<OnBehalf>, Failure> {
    let needs = || Failure::new("failure-usage-for-needs");
    let Some(principal) = principal else {
        return if how.is_some() || when.is_some() { Err(needs()) } else { Ok(None) };
    };
    let unknown = || Failure::new("failure-usage-for").text("value", principal);
    let Some((role @ (Role::Lead | Role::CoChair), Some(jurisdiction))) = role(principal, plan)? else {
        return Err(unknown());
    };
    let when = when.ok_or_else(needs)?;
    let when = day("when", when)?;
    let how = how.filter(|how| !how.trim().is_empty()).ok_or_else(needs)?.to_owned();
    Ok(Some(OnBehalf { role, jurisdiction, how, when }))
}

/// `co-chair:CA-AB` and the like; `None` when it is not a role.
///
/// # Errors
/// It is a role of a jurisdiction that is none of the plan's.
fn role(said: &str, plan: &Plan) -> Result<Option<(Role, Option<Id>)>, Failure> {
    let (role, jurisdiction) = match said.split_once(':') {
        Some((role, jurisdiction)) => (role, Some(jurisdiction)),
        None => (said, None),
    };
    let role = role.trim().to_lowercase().replace('-', "_");
    let Some(role) = Role::ALL.into_iter().find(|known| known.code() == role) else { return Ok(None) };
    // The secretariat and a reader are of no jurisdiction, whichever it is.
    match jurisdiction.filter(|_| matches!(role, Role::Lead | Role::CoChair)) {
        Some(said) => Ok(Some((role, Some(jalon_words::jurisdiction(plan, said)?)))),
        None => Ok(jurisdiction.is_none().then_some((role, None))),
    }
}
