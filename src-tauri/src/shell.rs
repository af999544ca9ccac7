//! What all commands share: the plan's place, and the session once it is open.

mod safety;

use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use jalon_domain::{Actor, Failure, Jurisdiction, Kind, Lang};
use jalon_exchange::host;
use jalon_store::OpenError;

use crate::clock::Clock;
use crate::failure::{Outcome, Refused};
use crate::session::Session;
use crate::view::{Patch, Stage, Start, View};

/// The application's state.
pub struct Shell {
    clock: Clock,
    open: Mutex<Open>,
}

struct Open {
    /// The plan's file, or why there is no place for one.
    place: Result<PathBuf, Failure>,
    session: Option<Session>,
    /// Why it could not be opened.
    error: Option<OpenError>,
    /// The language of the window while no plan keeps it.
    lang: Lang,
    /// Where what can be read of this plan was to go last.
    readable_to: Option<PathBuf>,
}

impl Shell {
    /// A shell over the plan at `place`, which is not opened yet.
    pub fn new(place: Result<PathBuf, Failure>, clock: Clock) -> Shell {
        let open = Open { place, session: None, error: None, lang: host::language(), readable_to: None };
        Shell { clock, open: Mutex::new(open) }
    }

    /// The plan's file.
    ///
    /// # Errors
    /// The system names no folder for it.
    pub fn path(&self) -> Outcome<PathBuf> {
        self.lock().path()
    }

    /// Opens the plan, if there is one and it is not open yet. Called while the web
    /// view starts, and again by [`Shell::start`], which waits for it.
    ///
    /// # Errors
    /// Why it cannot be opened. The file is as it was, and may be tried again.
    pub fn open(&self) -> Outcome<()> {
        self.open_in(&mut self.lock())
    }

    /// Where the window begins.
    pub fn start(&self) -> Start {
        self.start_in(&mut self.lock())
    }

    fn start_in(&self, open: &mut Open) -> Start {
        let begun = self.open_in(open).and_then(|()| begin(open));
        if let (Err(_), Some(session)) = (&begun, &mut open.session) {
            // What cannot be shown may be damaged, which only the check of the whole file
            // says for certain: then there are ways out of it.
            let _ = session.verify();
        }
        let store_path = open.place.as_ref().map(|path| path.to_string_lossy().into_owned());
        let mut start = Start {
            stage: Stage::FirstRun,
            lang: open.lang,
            store_path: store_path.unwrap_or_default(),
            identity: None,
            jurisdictions: jurisdictions(),
            view: None,
            failure: None,
            ways_out: safety::ways_out(open),
            notice: open.session.as_ref().and_then(Session::notice).cloned(),
        };
        match begun {
            Ok(Some(view)) => {
                start.stage = Stage::Ready;
                start.identity = view.identity.clone();
                start.view = Some(view);
            }
            Ok(None) => {}
            Err(refused) => {
                start.stage = Stage::Failed;
                start.failure = Some(refused.failure);
            }
        }
        start
    }

    /// Goes through the first run: makes the file where there is none, puts the sample
    /// in if that is wanted, and keeps who the user is.
    ///
    /// # Errors
    /// Why the file cannot be made or written.
    pub fn create_plan(&self, sample: bool, identity: &Actor, lang: Lang) -> Outcome<View> {
        let mut open = self.lock();
        self.open_in(&mut open)?;
        let path = open.path()?;
        let session = match &mut open.session {
            Some(session) => session,
            none => none.insert(Session::create(&path, self.clock)?),
        };
        session.verify()?;
        if sample {
            session.install_sample()?;
        }
        session.set_language(lang)?;
        session.set_identity(identity)?;
        let view = session.view()?;
        open.lang = lang;
        Ok(view)
    }

    /// Shows another plan in place of the one that is open, which closes.
    ///
    /// # Errors
    /// Why it cannot be opened; the one that is open stays.
    pub fn open_plan(&self, path: &Path) -> Outcome<Start> {
        self.change_to(path, Session::open(path, self.clock)?);
        Ok(self.start())
    }

    /// Makes a new plan's file and shows it in place of the one that is open, which
    /// closes; its first run is still to come.
    ///
    /// # Errors
    /// Why it cannot be made; the one that is open stays.
    pub fn new_plan(&self, path: &Path) -> Outcome<Start> {
        self.change_to(path, Session::create(path, self.clock)?);
        Ok(self.start())
    }

    fn change_to(&self, path: &Path, session: Session) {
        let mut open = self.lock();
        open.place = Ok(path.to_owned());
        open.session = Some(session);
        open.error = None;
        open.readable_to = None;
    }

    /// Keeps that this is the plan to open when none is named.
    ///
    /// # Errors
    /// When that cannot be written; the plan stays open.
    pub fn remember(&self) -> Outcome<()> {
        Ok(host::set_current_store(&self.path()?)?)
    }

    /// Does something with the open plan.
    ///
    /// # Errors
    /// What it refuses, or that no plan is open.
    pub fn with<T>(&self, job: impl FnOnce(&mut Session) -> Outcome<T>) -> Outcome<T> {
        match &mut self.lock().session {
            Some(session) => job(session),
            None => Err(Failure::new("failure-shell-no-plan").into()),
        }
    }

    /// Keeps the language of the window; with the plan once there is one.
    ///
    /// # Errors
    /// When the file cannot be written; the window still speaks it until it closes.
    pub fn set_language(&self, lang: Lang) -> Outcome<()> {
        let mut open = self.lock();
        open.lang = lang;
        open.session.as_mut().map_or(Ok(()), |session| session.set_language(lang))
    }

    /// The language of the window.
    pub fn language(&self) -> Lang {
        self.lock().lang
    }

    /// The title of the window; `None` while there is no plan.
    pub fn title(&self) -> Option<String> {
        let open = self.lock();
        open.session.as_ref().and_then(|session| session.title(open.lang).ok())
    }

    /// Verifies the plan that is open, if one is.
    ///
    /// # Errors
    /// What is damaged.
    pub fn verify(&self) -> Outcome<()> {
        self.lock().session.as_mut().map_or(Ok(()), Session::verify)
    }

    /// What other processes have written to the plan that is open, if one is.
    ///
    /// # Errors
    /// When the file has gone, was replaced or cannot be read.
    pub fn changes_by_others(&self) -> Outcome<Option<Patch>> {
        self.lock().session.as_mut().map_or(Ok(None), Session::changes_by_others)
    }

    fn open_in(&self, open: &mut Open) -> Outcome<()> {
        open.error = None;
        let path = open.path()?;
        if open.session.is_none() {
            match Session::try_open(&path, self.clock) {
                Ok(session) => open.session = Some(session),
                // What is not there, nor anywhere else, is made in the first run. A link to
                // nothing is something.
                Err(OpenError::NotFound(_)) if path.symlink_metadata().is_err() => {}
                Err(error) => {
                    let refused = Refused::from(error.failure());
                    open.error = Some(error);
                    return Err(refused);
                }
            }
        }
        Ok(())
    }

    /// A command that panicked has rolled its transaction back: the session still holds.
    fn lock(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Open {
    fn path(&self) -> Outcome<PathBuf> {
        self.place.clone().map_err(Refused::from)
    }
}

/// What an open plan begins with; `None` when the first run is still to come.
fn begin(open: &mut Open) -> Outcome<Option<View>> {
    let Some(session) = &open.session else { return Ok(None) };
    open.lang = session.language()?.unwrap_or(open.lang);
    if session.is_untouched()? { Ok(None) } else { session.view().map(Some) }
}

/// The built-in jurisdictions, which the sample carries too.
fn jurisdictions() -> Vec<Jurisdiction> {
    let sample = jalon_exchange::sample();
    let all = sample.get(&Kind::Jurisdiction).into_iter().flat_map(|by_id| by_id.values());
    let mut all: Vec<Jurisdiction> =
        all.filter_map(|object| serde_json::from_value(object.clone()).ok()).collect();
    all.sort_by(|a, b| (&a.position, &a.id).cmp(&(&b.position, &b.id)));
    all
}
