//! What the page gives for an argument of a command that holds identifiers: what is none is
//! refused in the words of the user's language, as everything else is, and not in the
//! parser's.

use jalon_domain::Failure;
use jalon_domain::action::no_identifier;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tauri::Runtime;
use tauri::ipc::{CommandArg, CommandItem, InvokeError};

use crate::failure::{Outcome, Refused};

/// An argument; an absent one is null.
pub(crate) struct Given<T>(pub T);

impl<'de, R: Runtime, T: DeserializeOwned> CommandArg<'de, R> for Given<T> {
    fn from_command(command: CommandItem<'de, R>) -> Result<Self, InvokeError> {
        let (name, key) = (command.name, command.key);
        let given = Option::<Value>::deserialize(command).map(Option::unwrap_or_default);
        let wrong = |error| InvokeError::from(tauri::Error::InvalidArgs(name, key, error));
        let given = given.map_err(wrong)?;
        serde_json::from_value(given.clone()).map(Given).map_err(|error| match refused(key, &given, &error) {
            Some(failure) => InvokeError(json!(Refused::from(failure))),
            None => wrong(error),
        })
    }
}

/// All arguments of a command as one.
///
/// # Errors
/// One of them is no identifier, or they are malformed in another way.
pub(crate) fn whole<T: DeserializeOwned>(given: &Value) -> Outcome<T> {
    serde_json::from_value(given.clone()).map_err(|error| match no_identifier("", given, &error) {
        Some(failure) => failure.into(),
        None => Refused::by_the_system(error),
    })
}

/// Which identifier of an argument is none, by its place; `None` where the argument is
/// malformed in another way, which no doing of a user brings about.
fn refused(key: &str, given: &Value, error: &serde_json::Error) -> Option<Failure> {
    match given {
        Value::Object(_) => no_identifier(&format!("{key}."), given, error),
        _ => no_identifier("", &json!({key: given}), error),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::view::ExportRequest;
    use jalon_domain::actor::OnBehalf;
    use jalon_domain::failure::Arg;
    use jalon_domain::{Id, Lang};
    use jalon_words::Words;

    #[test]
    fn what_is_no_identifier_is_named_in_both_languages() {
        fn told<T: DeserializeOwned>(key: &str, given: Value) -> Option<[String; 2]> {
            let error = serde_json::from_value::<T>(given.clone()).err().expect("no identifier");
            let failure = refused(key, &given, &error)?;
            Some(Lang::BOTH.map(|lang| Words::of(lang).failure(&failure)))
        }
        let [en, fr] = told::<Id>("cycle", json!("défi 1")).expect("words");
        assert!(en.starts_with("cycle: an identifier is needed"), "{en}");
        assert!(fr.starts_with("cycle\u{a0}: il faut un identifiant"), "{fr}");
        assert_eq!(told::<Option<Id>>("cycle", json!("défi 1")), Some([en, fr]));
        let principal =
            json!({"role": "lead", "jurisdiction": "no/where", "how": "e-mail", "when": "2019-09-14"});
        let [en, _] = told::<Option<OnBehalf>>("on_behalf", principal).expect("words");
        assert!(en.starts_with("on_behalf.jurisdiction: an identifier"), "{en}");
        assert_eq!(told::<Id>("cycle", json!(5)), None);
        let deck = whole::<ExportRequest>(&json!({"langs": ["fr"], "final_": false, "cycle": "défi 1"}));
        let refused = deck.unwrap_err().failure;
        let place = Arg::Text("cycle".to_owned());
        assert_eq!((refused.code.as_str(), &refused.args["place"]), ("failure-value", &place));
        let deck = json!({"langs": ["fr"], "final_": false, "cycle": "c"});
        assert_eq!(whole::<ExportRequest>(&deck).unwrap().cycle, Id::parse("c"));
    }
}
