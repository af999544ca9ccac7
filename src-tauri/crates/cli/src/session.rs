//! What every verb starts from: the words, the store, who acts, and when.

use std::path::{Path, PathBuf};

use chrono::{DateTime, NaiveDate, Utc};
use clap::ArgMatches;
use jalon_domain::actor::OnBehalf;
use jalon_domain::{Actor, Failure, Plan};
use jalon_exchange::{Over, host};
use jalon_store::{Backups, Context, Moment, MomentError, OpenError, Scrubbed, Store, Trouble};
use jalon_words::Words;

use crate::output::Output;
use crate::stop::{Stop, Told};
use crate::{actor, ways};

/// What a verb works with.
pub struct Session<'a> {
    /// The arguments of the verb.
    pub arguments: &'a ArgMatches,
    /// The language of the answers.
    pub words: &'static Words,
    /// Where answers go.
    pub output: Output<'a>,
    /// The present moment.
    pub now: DateTime<Utc>,
}

impl<'a> Session<'a> {
    /// Reads what all verbs have in common.
    ///
    /// # Errors
    /// The clock that was given is not one.
    pub fn new(arguments: &'a ArgMatches, output: Output<'a>) -> Result<Self, Stop> {
        let now = host::now().map_err(Stop::Usage)?;
        Ok(Session { arguments, words: output.words, output, now })
    }

    /// The day where the user is.
    pub fn today(&self) -> NaiveDate {
        host::today(self.now)
    }

    /// An argument that is text.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.arguments.get_one::<String>(name).map(String::as_str)
    }

    /// An argument that is a path.
    pub fn path(&self, name: &str) -> Option<&Path> {
        self.arguments.get_one::<PathBuf>(name).map(PathBuf::as_path)
    }

    /// The plan's file: `--store`, else the one that the application has.
    ///
    /// # Errors
    /// The system names no folder for application data.
    pub fn store_path(&self) -> Result<PathBuf, Failure> {
        match self.path("store") {
            Some(path) => Ok(path.to_owned()),
            None => host::current_store(),
        }
    }

    /// What files may be written over: only the same, unless it was said otherwise.
    pub fn over(&self) -> Over {
        if self.arguments.get_flag("replace") { Over::Anything } else { Over::TheSame }
    }

    /// Opens the plan's file, and makes the backup of the day if it is due.
    ///
    /// # Errors
    /// It cannot be opened; in words.
    pub fn store(&self) -> Result<Store, Stop> {
        let store = self.store_as_it_is()?;
        self.keep_safe(&store);
        Ok(store)
    }

    /// Says what a backup holds and the plan's file has lost; else makes the backup of the
    /// day, if it is due. One made now would hide what is lost.
    pub fn keep_safe(&self, store: &Store) {
        let backups = Backups::of(store.path());
        let trouble = match backups.lost() {
            Ok(Some(lost)) => Some(lost.failure()),
            _ if store.is_writable() => backups.make_if_due(self.now).err().map(|error| error.daily()),
            _ => None,
        };
        if let Some(trouble) = trouble {
            self.output.warn(&trouble);
        }
    }

    /// Opens the plan's file and does nothing else.
    ///
    /// # Errors
    /// It cannot be opened; in words.
    pub fn store_as_it_is(&self) -> Result<Store, Stop> {
        let path = self.store_path()?;
        let opened = match self.arguments.get_flag("read-only") {
            true => self.looked_at(&path),
            false => Store::open(&path, self.now),
        };
        let mut store = opened.map_err(|error| self.unopened(&error, &path))?;
        let cleaned = store.cleaned_on_opening();
        cleaned.iter().flat_map(Scrubbed::told).for_each(|left| self.output.warn(&left));
        Ok(store)
    }

    /// Refuses what puts another file in the plan's place, or it in another place, where
    /// only looking was asked for.
    ///
    /// # Errors
    /// `--read-only` was given; in words.
    pub fn not_only_looking(&self) -> Result<(), Stop> {
        if self.arguments.get_flag("read-only") { Err(Trouble::ReadOnly.failure().into()) } else { Ok(()) }
    }

    /// Opens the plan's file to look at it: one that may not be written to will do.
    ///
    /// # Errors
    /// It cannot be opened, or `--as` names nobody; in words.
    pub fn store_to_read(&self) -> Result<Store, Stop> {
        let store = self.store_to_check()?;
        self.keep_safe(&store);
        Ok(store)
    }

    /// The same, and says nothing of what backups hold.
    ///
    /// # Errors
    /// As [`Session::store_to_read`].
    pub fn store_to_check(&self) -> Result<Store, Stop> {
        let path = self.store_path()?;
        let store = match self.store_as_it_is() {
            Err(Stop::Unwritable(_)) => {
                self.looked_at(&path).map_err(|error| self.unopened(&error, &path))?
            }
            opened => opened?,
        };
        // Somebody whom nobody knows is refused even where it does not matter who looks.
        self.actor(&store)?;
        Ok(store)
    }

    /// The plan for looking only; of a damaged file, what can be read.
    fn looked_at(&self, path: &Path) -> Result<Store, OpenError> {
        match Store::open_read_only(path) {
            Err(damaged @ OpenError::Damaged { .. }) => {
                let found = Store::salvage(path).map_err(|_| damaged)?;
                self.output.warn(&found.failure());
                Ok(found.store)
            }
            opened => opened,
        }
    }

    /// Why the file cannot be opened, and what can be done about it.
    fn unopened(&self, error: &OpenError, path: &Path) -> Stop {
        let mut failures = vec![error.failure()];
        if let OpenError::Damaged { damage, .. } = error {
            failures.extend(damage.clone());
        }
        let ways = ways::told(&error.ways_out(path), self.path("store"), self.words);
        match error {
            OpenError::Trouble(Trouble::Unwritable(_)) => Stop::Unwritable(Told { failures, ways }),
            _ => Stop::Unopened(Told { failures, ways }),
        }
    }

    /// The moment that an argument names; `None` where it was not given.
    ///
    /// # Errors
    /// It names none, or one that has not come yet.
    pub fn moment(&self, store: &Store, name: &str) -> Result<Option<Moment>, Stop> {
        let Some(said) = self.text(name) else { return Ok(None) };
        store.moment(said, self.now).map(Some).map_err(|error| match error {
            MomentError::Unknown(_) => Stop::Usage(error.failure()),
            error => error.failure().into(),
        })
    }

    /// The same, of a moment by which something was recorded here.
    ///
    /// # Errors
    /// As [`Session::moment`], or nothing was recorded by then.
    pub fn recorded(&self, store: &Store, name: &str) -> Result<Option<Moment>, Stop> {
        let Some(moment) = self.moment(store, name)? else { return Ok(None) };
        Ok(Some(store.recorded(moment).map_err(|error| error.failure())?))
    }

    /// Who acts, with the roles of the day: `--as`, else who the store says I am, else the
    /// secretariat.
    ///
    /// # Errors
    /// `--as` names nobody.
    pub fn actor(&self, store: &Store) -> Result<Actor, Stop> {
        match self.text("as") {
            Some(said) => actor::actor(said, &store.plan()?, self.today()).map_err(Stop::Usage),
            None => Ok(store.identity()?.unwrap_or_else(Actor::secretariat).on(self.today())),
        }
    }

    /// For whom it is done: `--for`, `--how` and `--when`.
    ///
    /// # Errors
    /// What was given does not say it all.
    pub fn on_behalf(&self, plan: &Plan) -> Result<Option<OnBehalf>, Stop> {
        actor::on_behalf(self.text("for"), self.text("how"), self.text("when"), plan).map_err(Stop::Usage)
    }

    /// The context of an action by whoever acts.
    ///
    /// # Errors
    /// `--as` names nobody.
    pub fn context(&self, store: &Store, on_behalf: Option<OnBehalf>) -> Result<Context, Stop> {
        Ok(Context { actor: self.actor(store)?, on_behalf, reason: None, now: self.now })
    }
}
