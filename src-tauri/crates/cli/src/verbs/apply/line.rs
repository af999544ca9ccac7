//! One line of `jalon apply`: an action, and beside it who acts, for whom and why.

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
    Ok((context, action(object)?))
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
        context.actor = actor::actor(said, &store.plan().map_err(|error| error.failure())?)?;
    }
    if let Some(said) = object.remove("on_behalf") {
        let principal: OnBehalf = serde_json::from_value(said).map_err(|_| wrong("on-behalf"))?;
        context.on_behalf = Some(principal);
    }
    // Reopening a plan has a reason of its own, which is the same thing.
    let own = object.get("action").is_some_and(|action| action == "reopen_plan");
    let said = if own { object.get("reason").cloned() } else { object.remove("reason") };
    if let Some(said) = said {
        context.reason = Some(said.as_str().ok_or_else(|| wrong("reason"))?.to_owned());
    }
    Ok(context)
}

fn action(object: Map<String, Value>) -> Result<Action, Failure> {
    let Some(name) = object.get("action").and_then(Value::as_str).map(str::to_owned) else {
        return Err(Failure::new("failure-line-no-action"));
    };
    if !Action::is_name(&name) {
        return Err(Failure::new("failure-line-unknown-action").text("name", name));
    }
    let beside = object.keys().find(|key| *key != "action").cloned();
    let action =
        serde_json::from_value(Value::Object(object)).map_err(|error| unshaped(&name, &error.to_string()))?;
    match (&action, beside) {
        // The parser passes over what stands beside an action that has no fields; but
        // somebody who wrote it meant something by it.
        (Action::Undo | Action::Redo | Action::IssueChallenges, Some(field)) => {
            Err(Failure::new("failure-line-unknown-field").text("name", name).text("field", field))
        }
        _ => Ok(action),
    }
}

/// Which field is missing or unknown, as far as the parser names it; its own words
/// are English and do not reach the user.
fn unshaped(name: &str, said: &str) -> Failure {
    let code = match said {
        said if said.starts_with("missing field `") => "failure-line-missing-field",
        said if said.starts_with("unknown field `") => "failure-line-unknown-field",
        _ => "failure-line-not-action",
    };
    let field = said.split('`').nth(1).unwrap_or_default();
    Failure::new(code).text("name", name).text("field", field)
}
