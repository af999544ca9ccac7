//! Any error of the layers below, as the one form that the window is told:
//! a code, which is the key of its words, and what those words are about.

use std::fmt::Display;

use jalon_domain::Failure;
use jalon_exchange::{ExportError, ImportError, TableError};
use jalon_store::{ActError, BackupError, MomentError, OpenError, RenewError, Trouble};
use serde::Serialize;
use ts_rs::TS;

/// Why a command was refused: a [`Failure`], and what it consists of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, TS)]
pub struct Refused {
    /// What happened, in one sentence.
    #[serde(flatten)]
    pub failure: Failure,
    /// What that sentence counts, one by one.
    #[ts(optional, as = "Option<Vec<Failure>>")]
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Failure>,
}

/// What a command gives back.
pub type Outcome<T> = Result<T, Refused>;

impl Refused {
    /// The system did not do what the window needed; `detail` is in its own words.
    pub fn by_the_system(detail: impl Display) -> Self {
        Failure::new("failure-shell-system").text("detail", detail.to_string()).into()
    }

    /// What a layer below tells: what happened, then what it consists of. `error` is said
    /// of one that tells nothing.
    fn of(failures: Vec<Failure>, error: &impl Display) -> Self {
        let mut failures = failures.into_iter();
        let unknown = || Failure::new("failure-unknown").text("code", error.to_string());
        let failure = failures.next().unwrap_or_else(unknown);
        Refused { details: failures.collect(), ..Refused::from(failure) }
    }
}

impl From<Failure> for Refused {
    fn from(mut failure: Failure) -> Self {
        // The window asks whether what is there may go; the other words name an argument of
        // the command line.
        if failure.code == "failure-file-taken" {
            failure.code = "failure-shell-file-taken".to_owned();
        }
        Refused { failure, details: Vec::new() }
    }
}

macro_rules! refused {
    ($($error:ty),* $(,)?) => {
        $(impl From<$error> for Refused {
            fn from(error: $error) -> Self {
                error.failure().into()
            }
        })*
    };
}

refused!(ActError, BackupError, MomentError, OpenError, RenewError, Trouble);

macro_rules! refused_with_details {
    ($($error:ty),* $(,)?) => {
        $(impl From<$error> for Refused {
            fn from(error: $error) -> Self {
                Refused::of(error.failures(), &error)
            }
        })*
    };
}

refused_with_details!(ExportError, ImportError, TableError);
