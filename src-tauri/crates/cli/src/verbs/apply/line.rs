//! One line of `jalon apply`: an action, and beside it who acts, for whom and why.

use jalon_domain::action::no_identifier;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Action, Failure};
use jalon_exchange::{ImportFault, What};
use jalon_store::{Context, Store};
use serde_json::{Map, Value};

use crate::actor;

/// Reads a line. What it does not say beside the action is as in `context`.
///
/// # Errors
/// What is wrong with the line, in words.
pub fn read(line: &[u8], store: &Store, context: &Context) -> Result<(Context, Action), Failure> {
    let value = jalon_exchange::read::json(line).map_err(|faults| not_json(&faults))?;
    let Value::Object(mut object) = value else { return Err(Failure::new("failure-line-not-object")) };
    let context = context_of(&mut object, store, context)?;
    Ok((context, Action::from_object(object)?))
}

fn not_json(faults: &[ImportFault]) -> Failure {
    let column = |column: usize| {
        Failure::new("failure-line-not-json").number("column", i64::try_from(column).unwrap_or(i64::MAX))
    };
    match faults.first().map(|fault| (&fault.what, &fault.place)) {
        Some((What::DuplicateKey, place)) => Failure::new("failure-line-duplicate-key").text("place", place),
        Some((What::NotUtf8(_), _)) => Failure::new("failure-line-not-utf8"),
        Some((What::Truncated(_, at) | What::NotJson(_, at) | What::LoneSurrogate(_, at), _)) => column(*at),
        _ => Failure::new("failure-line-too-much"),
    }
}

/// `as`, `on_behalf` and `reason` may stand on a line beside the action.
fn context_of(object: &mut Map<String, Value>, store: &Store, context: &Context) -> Result<Context, Failure> {
    let mut context = context.clone();
    let wrong = |name: &str| Failure::new(format!("failure-line-{name}"));
    if let Some(said) = object.remove("as") {
        let said = said.as_str().ok_or_else(|| wrong("as"))?;
        let plan = store.plan().map_err(|error| error.failure())?;
        context.actor = actor::actor(said, &plan, context.today())?;
    }
    if let Some(said) = object.remove("on_behalf") {
        let principal = serde_json::from_value::<OnBehalf>(said.clone());
        context.on_behalf = Some(principal.map_err(|error| {
            no_identifier("on_behalf.", &said, &error).unwrap_or_else(|| wrong("on-behalf"))
        })?);
    }
    // Reopening a plan has a reason of its own, which is the same thing.
    let own = object.get("action").is_some_and(|action| action == "reopen_plan");
    let said = if own { object.get("reason").cloned() } else { object.remove("reason") };
    if let Some(said) = said {
        context.reason = Some(said.as_str().ok_or_else(|| wrong("reason"))?.to_owned());
    }
    Ok(context)
}
