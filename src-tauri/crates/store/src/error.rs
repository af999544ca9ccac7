//! Errors, each with the key of its words.

use jalon_domain::Failure;

/// The file or the disk did not do what was asked of it.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// Anything that SQLite reports and that has no name here.
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
}

impl Trouble {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        Failure::new("failure-store-sqlite").text("detail", self.to_string())
    }
}

/// Why a store cannot be opened or created.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// See [`Trouble`].
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl OpenError {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        match self {
            OpenError::Trouble(trouble) => trouble.failure(),
        }
    }
}

/// Why an action is refused. The store is then as it was before.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// See [`Trouble`].
    #[error(transparent)]
    Trouble(#[from] Trouble),
    /// Nothing would change, so nothing was written.
    #[error("nothing would change")]
    NothingChanges,
}

impl ActError {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        match self {
            ActError::Trouble(trouble) => trouble.failure(),
            ActError::NothingChanges => Failure::new("failure-store-nothing-changes"),
        }
    }
}
