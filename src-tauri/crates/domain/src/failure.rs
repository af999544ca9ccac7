//! What went wrong, as data: a code that is the key of its words, and what those
//! words are about. Every layer's errors end up as this; the window and the CLI
//! put it into the user's language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Something that words are about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Arg {
    /// Shown as it is (a path, an id, a title).
    Text(String),
    /// A number, written as the language writes it.
    Number(#[ts(type = "number")] i64),
    /// Something that each language writes in its own way (a date).
    Pair {
        /// In English.
        en: String,
        /// In French.
        fr: String,
    },
    /// Another message, by its key (the name of a field or of a role, what is wrong
    /// with a value). Its own variables are the texts and numbers of the failure.
    Message(String),
}

/// A failure that a user is told about.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Failure {
    /// Key of the message: `failure-` and what happened.
    pub code: String,
    /// What the message is about.
    pub args: BTreeMap<String, Arg>,
}

impl Failure {
    /// A failure without arguments.
    pub fn new(code: impl Into<String>) -> Self {
        Failure { code: code.into(), args: BTreeMap::new() }
    }

    /// Adds a text.
    #[must_use]
    pub fn text(mut self, name: &str, text: impl Into<String>) -> Self {
        self.args.insert(name.to_owned(), Arg::Text(text.into()));
        self
    }

    /// Adds a number.
    #[must_use]
    pub fn number(mut self, name: &str, number: i64) -> Self {
        self.args.insert(name.to_owned(), Arg::Number(number));
        self
    }

    /// Adds what each language writes in its own way.
    #[must_use]
    pub fn pair(mut self, name: &str, [en, fr]: [String; 2]) -> Self {
        self.args.insert(name.to_owned(), Arg::Pair { en, fr });
        self
    }

    /// Says which verb leads out of it, with its arguments. Whoever tells it knows of which plan:
    /// words for a terminal name the whole command ([`Failure::typed`]), others the place.
    #[must_use]
    pub fn way_out(self, verb: impl Into<String>) -> Self {
        let verb = verb.into();
        self.text("command", format!("jalon {verb}")).text("verb", verb).text("at", "window")
    }

    /// The same for a terminal, where `command` is made of a verb. Nothing changes in one that
    /// names no verb.
    #[must_use]
    pub fn typed(self, command: impl FnOnce(&str) -> String) -> Self {
        match self.args.get("verb") {
            Some(Arg::Text(verb)) => {
                let command = command(verb);
                self.text("command", command).text("at", "terminal")
            }
            _ => self,
        }
    }

    /// Adds another message by its key.
    #[must_use]
    pub fn message(mut self, name: &str, key: impl Into<String>) -> Self {
        self.args.insert(name.to_owned(), Arg::Message(key.into()));
        self
    }
}
