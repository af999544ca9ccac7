//! What this machine says: the time, where the plan is kept, which language.

use std::path::PathBuf;

use chrono::{DateTime, Local, NaiveDate, NaiveTime, Utc};
use jalon_domain::{Failure, Lang};

/// The present moment: `JALON_NOW` (RFC 3339, or a day) where it is set, for
/// demonstrations and tests; else the system clock.
///
/// # Errors
/// `JALON_NOW` is neither.
pub fn now() -> Result<DateTime<Utc>, Failure> {
    let Some(said) = std::env::var_os("JALON_NOW") else { return Ok(Utc::now()) };
    let said = said.to_string_lossy().into_owned();
    if let Ok(moment) = DateTime::parse_from_rfc3339(&said) {
        return Ok(moment.with_timezone(&Utc));
    }
    said.parse::<NaiveDate>()
        .map(|day| day.and_time(NaiveTime::MIN).and_utc() + chrono::Duration::hours(12))
        .map_err(|_| Failure::new("failure-clock").text("value", said))
}

/// The day that it is where the user is.
pub fn today(now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&Local).date_naive()
}

/// The application's own plan: `plan.jalon` in the platform's application-data
/// folder.
///
/// # Errors
/// The system names no such folder.
pub fn default_store() -> Result<PathBuf, Failure> {
    directories::ProjectDirs::from("", "", "Jalon")
        .map(|folders| folders.data_dir().join("plan.jalon"))
        .ok_or_else(|| Failure::new("failure-no-home"))
}

/// The language that the system speaks: French where its locale is French.
pub fn language() -> Lang {
    let said = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().filter_map(|name| std::env::var(name).ok());
    match said.into_iter().find(|value| !value.is_empty()) {
        Some(locale) if locale.starts_with("fr") => Lang::Fr,
        _ => Lang::En,
    }
}
