//! Why a verb ends before it is done.

use jalon_domain::Failure;
use jalon_exchange::{ExportError, FileError, ImportError, LoadError, PackageError, TableError};
use jalon_store::{ActError, BackupError, OpenError, RenewError, Trouble};

/// Why a verb ends before it is done.
#[derive(Debug)]
pub enum Stop {
    /// Refused, in words; exit code 1.
    Refused(Vec<Failure>),
    /// The plan's file cannot be opened; exit code 1.
    Unopened(Told),
    /// The same, because it may not be written to.
    Unwritable(Told),
    /// The command line is not what the verb needs; exit code 2.
    Usage(Failure),
}

/// Why a file cannot be opened, and what can be done about it.
#[derive(Debug)]
pub struct Told {
    /// Why.
    pub failures: Vec<Failure>,
    /// What can be done, each in words with its command.
    pub ways: Vec<Failure>,
}

impl From<Failure> for Stop {
    fn from(failure: Failure) -> Self {
        Stop::Refused(vec![failure])
    }
}

impl From<OpenError> for Stop {
    /// A damaged file is told with each damage.
    fn from(error: OpenError) -> Self {
        let mut failures = vec![error.failure()];
        if let OpenError::Damaged { damage, .. } = error {
            failures.extend(damage);
        }
        Stop::Refused(failures)
    }
}

impl From<BackupError> for Stop {
    /// A damaged backup is told with each damage.
    fn from(error: BackupError) -> Self {
        let mut failures = vec![error.failure()];
        if let BackupError::Damaged { damage, .. } = error {
            failures.extend(damage);
        }
        Stop::Refused(failures)
    }
}

impl From<Trouble> for Stop {
    fn from(trouble: Trouble) -> Self {
        trouble.failure().into()
    }
}

impl From<ActError> for Stop {
    fn from(error: ActError) -> Self {
        error.failure().into()
    }
}

impl From<RenewError> for Stop {
    fn from(error: RenewError) -> Self {
        error.failure().into()
    }
}

impl From<LoadError> for Stop {
    fn from(error: LoadError) -> Self {
        error.failure().into()
    }
}

impl From<FileError> for Stop {
    fn from(error: FileError) -> Self {
        error.failure().into()
    }
}

impl From<ImportError> for Stop {
    fn from(error: ImportError) -> Self {
        Stop::Refused(error.failures())
    }
}

impl From<ExportError> for Stop {
    fn from(error: ExportError) -> Self {
        Stop::Refused(error.failures())
    }
}

impl From<PackageError> for Stop {
    fn from(error: PackageError) -> Self {
        error.failure().into()
    }
}

impl From<TableError> for Stop {
    fn from(error: TableError) -> Self {
        Stop::Refused(error.failures())
    }
}
