//! Where the present moment comes from.

use chrono::{DateTime, NaiveDate, Utc};
use jalon_domain::Failure;
use jalon_exchange::host;

/// A clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// The system's.
    System,
    /// One moment, for demonstrations and tests.
    Fixed(DateTime<Utc>),
}

impl Clock {
    /// What the environment asks for: `JALON_NOW`, else the system's clock.
    ///
    /// # Errors
    /// `JALON_NOW` is no moment.
    pub fn of_environment() -> Result<Clock, Failure> {
        let is_set = std::env::var_os("JALON_NOW").is_some();
        if is_set { host::now().map(Clock::Fixed) } else { Ok(Clock::System) }
    }

    /// The present moment.
    pub fn now(self) -> DateTime<Utc> {
        match self {
            Clock::System => Utc::now(),
            Clock::Fixed(moment) => moment,
        }
    }

    /// The day that it is where the user is.
    pub fn today(self) -> NaiveDate {
        host::today(self.now())
    }
}
