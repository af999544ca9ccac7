//! Any error of the layers below, as the one form that the window is told:
//! a code, which is the key of its words, and what those words are about.

use std::fmt::Display;

use jalon_domain::Failure;
use jalon_exchange::{ExportError, TableError};
use jalon_store::{ActError, BackupError, MomentError, OpenError, RenewError, Trouble};
use serde::Serialize;

/// Why a command was refused. Serialised, it is a [`Failure`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Refused(pub Failure);

/// What a command gives back.
pub type Outcome<T> = Result<T, Refused>;

impl Refused {
    /// The system did not do what the window needed; `detail` is in its own words.
    pub fn by_the_system(detail: impl Display) -> Self {
        Refused(Failure::new("failure-shell-system").text("detail", detail.to_string()))
    }
}

impl From<Failure> for Refused {
    fn from(failure: Failure) -> Self {
        Refused(failure)
    }
}

macro_rules! refused {
    ($($error:ty),* $(,)?) => {
        $(impl From<$error> for Refused {
            fn from(error: $error) -> Self {
                Refused(error.failure())
            }
        })*
    };
}

refused!(ActError, BackupError, MomentError, OpenError, RenewError, Trouble);

impl From<ExportError> for Refused {
    /// What happened; what it consists of is asked for beforehand, as what blocks a
    /// final deck.
    fn from(error: ExportError) -> Self {
        let first = error.failures().into_iter().next();
        Refused(first.unwrap_or_else(|| Failure::new("failure-unknown").text("code", error.to_string())))
    }
}

impl From<TableError> for Refused {
    /// What happened, as for [`ExportError`].
    fn from(error: TableError) -> Self {
        let first = error.failures().into_iter().next();
        Refused(first.unwrap_or_else(|| Failure::new("failure-unknown").text("code", error.to_string())))
    }
}
