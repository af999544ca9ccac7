//! An action out of a JSON object that somebody wrote.

use serde_json::{Map, Value};

use super::Action;
use crate::failure::Failure;
use crate::id;

impl Action {
    /// Reads an action out of the object that `jalon schema action` describes.
    ///
    /// # Errors
    /// What is wrong with it; where it is an identifier, with its place.
    pub fn from_object(object: Map<String, Value>) -> Result<Action, Failure> {
        let Some(name) = object.get("action").and_then(Value::as_str).map(str::to_owned) else {
            return Err(Failure::new("failure-line-no-action"));
        };
        if !Action::is_name(&name) {
            return Err(Failure::new("failure-line-unknown-action").text("name", name));
        }
        let beside = object.keys().find(|key| *key != "action").cloned();
        let object = Value::Object(object);
        let action = serde_json::from_value(object.clone()).map_err(|error| {
            no_identifier("", &object, &error).unwrap_or_else(|| unshaped(&name, &error.to_string()))
        })?;
        match (&action, beside) {
            // The parser passes over what stands beside an action that has no fields; but
            // somebody who wrote it meant something by it.
            (Action::Undo | Action::Redo | Action::IssueChallenges, Some(field)) => {
                Err(Failure::new("failure-line-unknown-field").text("name", name).text("field", field))
            }
            _ => Ok(action),
        }
    }
}

/// Where in `object` the text stands that the parser refused because it is no identifier;
/// `None` when it refused something else. `within` is the way to the object.
pub fn no_identifier(within: &str, object: &Value, error: &serde_json::Error) -> Option<Failure> {
    let said = error.to_string();
    let text = said.strip_prefix(id::NOT_ONE)?.strip_prefix('`')?.strip_suffix('`')?;
    let is = |value: &Value| value.as_str() == Some(text);
    let place = object.as_object()?.iter().find_map(|(key, value)| match value {
        Value::Array(list) => list.iter().position(is).map(|n| format!("{within}{key}[{n}]")),
        value => is(value).then(|| format!("{within}{key}")),
    })?;
    Some(Failure::new("failure-value").text("place", place).message("what", "expected-id"))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::failure::Arg;
    use serde_json::json;

    #[test]
    fn what_is_no_identifier_is_named_with_its_place() {
        let check = |object: Value, place: &str| {
            let Value::Object(object) = object else { panic!("an object") };
            let failure = Action::from_object(object).unwrap_err();
            assert_eq!(failure.code, "failure-value", "{place}");
            assert_eq!(failure.args["place"], Arg::Text(place.to_owned()));
        };
        let too_long = "a".repeat(65);
        for odd in ["défi 1", "", "-a", "a/b", "a:b", "`", "a\"b", "\n", &too_long] {
            check(json!({"action": "create", "kind": "point", "id": odd, "fields": {}}), "id");
            let merge = json!({"action": "merge_challenges", "challenges": ["a", odd],
                "text": {"en": "Text", "source": "en"}, "attribution": "anonymous"});
            check(merge, "challenges[1]");
            check(json!({"action": "carry_over", "from": "a", "to": odd}), "to");
            check(json!({"action": "open_cycle", "meeting": odd}), "meeting");
        }
    }
}
