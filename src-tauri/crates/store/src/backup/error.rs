//! What can be wrong with a backup.

use jalon_domain::Failure;

use crate::{OpenError, Trouble};

/// What is wrong with a backup, or with making one.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    /// There is none of that name; when the name is empty, none at all.
    #[error("no such backup: {0}")]
    NoSuch(String),
    /// It is not what was once written.
    #[error("damaged backup {name}: {damage:?}")]
    Damaged {
        /// Its name.
        name: String,
        /// What a check found.
        damage: Vec<Failure>,
    },
    /// What stands in the store's place could not be kept, so it was left there.
    #[error("what stands there was not kept: {0}")]
    First(#[source] Trouble),
    /// It cannot be opened at all.
    #[error(transparent)]
    Open(#[from] OpenError),
    /// See [`Trouble`].
    #[error(transparent)]
    Trouble(#[from] Trouble),
}

impl BackupError {
    /// What the user is told.
    pub fn failure(&self) -> Failure {
        match self {
            BackupError::NoSuch(name) if name.is_empty() => Failure::new("failure-backup-none"),
            BackupError::NoSuch(name) => Failure::new("failure-backup-no-such").text("name", name),
            BackupError::Damaged { name, damage } => Failure::new("failure-backup-damaged")
                .text("name", name)
                .number("count", i64::try_from(damage.len()).unwrap_or(i64::MAX)),
            BackupError::First(trouble) => not_made(trouble),
            BackupError::Open(error) => error.failure(),
            BackupError::Trouble(trouble) => trouble.failure(),
        }
    }
}

impl BackupError {
    /// The same about the backup of the day, which stops nobody from working.
    pub fn daily(&self) -> Failure {
        wrapped("failure-backup-daily", self.failure())
    }
}

fn wrapped(code: &str, why: Failure) -> Failure {
    let mut failure = Failure::new(code).message("why", why.code);
    failure.args.extend(why.args);
    failure
}

/// Why something was not begun: the backup that goes before it could not be made.
pub(crate) fn not_made(trouble: &Trouble) -> Failure {
    wrapped("failure-backup-first", trouble.failure())
}
