//! Plan files out of a store and into it.

use jalon_domain::policy::{self, Denied, Verb};
use jalon_domain::problem::objects;
use jalon_domain::{Actor, Failure, Vector};
use jalon_store::{ActError, Context, Import, Store, Trouble};
use jalon_words::faults;

use crate::decks::anybody;
use crate::fault::{ImportFault, What};
use crate::{read, write};

/// Why a plan file was not brought in. The store is as it was.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// Something is wrong with the file.
    #[error("{} faults in the file", .0.len())]
    Faults(Vec<ImportFault>),
    /// The store refuses it: it is not allowed, or a rule over what stands there says no.
    #[error(transparent)]
    Refused(#[from] ActError),
    /// The store cannot be read.
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl ImportError {
    /// For the user: every fault, in the file's order.
    pub fn failures(&self) -> Vec<Failure> {
        match self {
            ImportError::Faults(faults) => faults.iter().map(ImportFault::failure).collect(),
            ImportError::Refused(error) => vec![error.failure()],
            ImportError::Trouble(trouble) => vec![trouble.failure()],
        }
    }
}

impl From<ImportError> for Vec<Failure> {
    fn from(error: ImportError) -> Self {
        error.failures()
    }
}

/// The store's plan as a file; see [`write()`]. Unless it is `confidential`, it says no more
/// than everybody may know.
///
/// # Errors
/// When the store cannot be read.
pub fn export_plan(store: &Store, confidential: bool) -> Result<Vec<u8>, Failure> {
    let plan = if confidential { store.plan() } else { store.plan_for(&anybody()) };
    Ok(write(&plan.map_err(|trouble| trouble.failure())?, confidential))
}

/// The plan as of a moment as a file; see [`export_plan`].
///
/// # Errors
/// When the store cannot be read.
pub fn export_plan_as_of(store: &Store, at: &Vector, confidential: bool) -> Result<Vec<u8>, Failure> {
    let plan = if confidential { store.plan_as_of(at) } else { store.plan_as_of_for(at, &anybody()) };
    Ok(write(&plan.map_err(|trouble| trouble.failure())?, confidential))
}

/// The plan as a file for `actor` to take out: as it stands, or as of a moment. With the
/// origins of challenges for the secretariat alone; see [`export_plan`].
///
/// # Errors
/// When `actor` may not take the origins out, or the store cannot be read.
pub fn export_plan_by(
    store: &Store,
    actor: &Actor,
    at: Option<&Vector>,
    confidential: bool,
) -> Result<Vec<u8>, Failure> {
    if confidential {
        policy::may(Verb::ReadOrigins, actor, None, &[]).map_err(|denied| match denied {
            Denied::Ended(..) | Denied::NotYet(..) => faults::denied(denied),
            _ => Failure::new("failure-origins"),
        })?;
    }
    match at {
        Some(at) => export_plan_as_of(store, at, confidential),
        None => export_plan(store, confidential),
    }
}

/// Brings a plan file into a store: creates and edits by id, never deletes; all or
/// nothing, as an action that can be undone, or two; see [`Store::import`]. A dry run only
/// tells what would change.
///
/// # Errors
/// Everything that is wrong with the file, or why the store refuses it.
pub fn import_plan(
    store: &mut Store,
    context: &Context,
    bytes: &[u8],
    dry_run: bool,
) -> Result<Import, ImportError> {
    let existing = objects(&store.plan()?);
    let coming = read(bytes, &existing).map_err(ImportError::Faults)?;
    store.import(context, &coming, dry_run).map_err(|error| match error {
        ActError::DeniedFor { kind, id, denied } => match read::place_in(bytes, kind, &id) {
            Some(place) => ImportError::Faults(vec![ImportFault::at(place, What::Denied(denied))]),
            None => ActError::DeniedFor { kind, id, denied }.into(),
        },
        other => other.into(),
    })
}
