//! What every verb starts from: the words, the store, who acts, and when.

use std::ffi::OsString;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use clap::ArgMatches;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Actor, Failure, Lang};
use jalon_store::{Context, Store};
use jalon_words::Words;

use crate::output::Output;
use jalon_exchange::host;

use crate::actor;

/// The words asked for: `--lang` (which means the deck's languages once `deck` has
/// been said), else the system's language. Looked up before the command line is
/// parsed, because help and usage are in these words already.
pub fn words_asked_for(arguments: &[OsString]) -> &'static Words {
    let mut arguments = arguments.iter().skip(1).map(|argument| argument.to_string_lossy());
    let mut asked = None;
    while let Some(argument) = arguments.next() {
        match argument.as_ref() {
            "deck" | "--" => break,
            "--lang" => asked = arguments.next().and_then(|code| lang(&code)),
            other => asked = other.strip_prefix("--lang=").and_then(lang).or(asked),
        }
    }
    Words::of(asked.unwrap_or_else(host::language))
}

fn lang(code: &str) -> Option<Lang> {
    Lang::BOTH.into_iter().find(|lang| lang.code() == code)
}

/// What a verb works with.
pub struct Session<'a> {
    /// The arguments of the verb.
    pub arguments: &'a ArgMatches,
    /// The language of the answers.
    pub words: &'static Words,
    /// Where answers go.
    pub output: Output,
    /// The present moment.
    pub now: DateTime<Utc>,
}

impl<'a> Session<'a> {
    /// Reads what all verbs have in common.
    ///
    /// # Errors
    /// The clock that was given is not one.
    pub fn new(arguments: &'a ArgMatches, words: &'static Words) -> Result<Self, Failure> {
        let output = Output::new(words, arguments.get_flag("json"));
        Ok(Session { arguments, words, output, now: host::now()? })
    }

    /// An argument that is text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.arguments.get_one::<String>(name).map(String::as_str)
    }

    /// An argument that is a path.
    pub fn path(&self, name: &str) -> Option<&PathBuf> {
        self.arguments.get_one::<PathBuf>(name)
    }

    /// The plan's file: `--store`, else the application's own.
    ///
    /// # Errors
    /// The system names no folder for application data.
    pub fn store_path(&self) -> Result<PathBuf, Failure> {
        match self.path("store") {
            Some(path) => Ok(path.clone()),
            None => host::default_store(),
        }
    }

    /// Opens the plan's file.
    ///
    /// # Errors
    /// It cannot be opened; in words.
    pub fn store(&self) -> Result<Store, Failure> {
        Store::open(&self.store_path()?, self.now).map_err(|error| error.failure())
    }

    /// Who acts: `--as`, else who the store says I am, else the secretariat.
    ///
    /// # Errors
    /// `--as` names nobody.
    pub fn actor(&self, store: &Store) -> Result<Actor, Failure> {
        match self.text("as") {
            Some(said) => actor::actor(said, &store.plan().map_err(|error| error.failure())?),
            None => {
                let known = store.identity().map_err(|error| error.failure())?;
                Ok(known.unwrap_or_else(Actor::secretariat))
            }
        }
    }

    /// The context of an action by whoever acts.
    ///
    /// # Errors
    /// `--as` names nobody.
    pub fn context(&self, store: &Store, on_behalf: Option<OnBehalf>) -> Result<Context, Failure> {
        Ok(Context { actor: self.actor(store)?, on_behalf, reason: None, now: self.now })
    }
}
