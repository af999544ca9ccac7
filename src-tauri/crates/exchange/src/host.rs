//! What the machine says to the command line and to the window alike: the time,
//! where the plan and the decks are kept, which language.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Local, NaiveDate, NaiveTime, TimeDelta, Utc};
use jalon_domain::{Failure, Lang};

use crate::{FileError, write_whole};

/// The present moment: `JALON_NOW` where it is set (for demonstrations and tests),
/// else the system's clock.
///
/// # Errors
/// `JALON_NOW` is neither a moment (RFC 3339) nor a day.
pub fn now() -> Result<DateTime<Utc>, Failure> {
    match std::env::var_os("JALON_NOW") {
        Some(said) => moment(&said.to_string_lossy()),
        None => Ok(Utc::now()),
    }
}

/// A moment as it is said: RFC 3339, or a day, which means its noon.
///
/// # Errors
/// It is neither.
pub fn moment(said: &str) -> Result<DateTime<Utc>, Failure> {
    let noon = |day: NaiveDate| day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::hours(12);
    let moment = DateTime::parse_from_rfc3339(said).map(|moment| moment.with_timezone(&Utc));
    moment.or_else(|_| said.parse().map(noon)).map_err(|_| Failure::new("failure-clock").text("value", said))
}

/// The day of a moment where the user is.
pub fn today(now: DateTime<Utc>) -> NaiveDate {
    now.with_timezone(&Local).date_naive()
}

/// The application's own plan: `plan.jalon` in the platform's application-data folder.
///
/// # Errors
/// The system names no such folder.
pub fn default_store() -> Result<PathBuf, Failure> {
    directories::ProjectDirs::from("", "", "Jalon")
        .map(|folders| folders.data_dir().join("plan.jalon"))
        .ok_or_else(|| Failure::new("failure-no-home"))
}

/// The plan that the application opens when none is named: the one that was chosen or
/// moved last, else its own. Where it was moved away, where it is now.
///
/// # Errors
/// The system names no folder, or a move that was interrupted cannot be finished.
pub fn current_store() -> Result<PathBuf, Failure> {
    let own = default_store()?;
    let chosen = std::fs::read(pointer(&own)).ok().and_then(from_bytes);
    jalon_store::whereabouts(&chosen.unwrap_or(own)).map_err(|error| error.failure())
}

/// Keeps which plan the application opens when none is named.
///
/// # Errors
/// When that cannot be written.
pub fn set_current_store(path: &Path) -> Result<(), Failure> {
    let own = default_store()?;
    if let Some(folder) = own.parent() {
        std::fs::create_dir_all(folder).map_err(|error| FileError::Io(folder.to_owned(), error).failure())?;
    }
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let text = path.as_os_str().as_encoded_bytes();
    write_whole(&pointer(&own), text).map_err(|error| error.failure())
}

/// The small file that names the current plan, beside the application's own.
fn pointer(own: &Path) -> PathBuf {
    own.with_file_name("current")
}

#[cfg(unix)]
fn from_bytes(bytes: Vec<u8>) -> Option<PathBuf> {
    use std::os::unix::ffi::OsStringExt as _;
    Some(std::ffi::OsString::from_vec(bytes).into()).filter(|path: &PathBuf| path.is_absolute())
}

/// A name that is no text is not found again.
#[cfg(not(unix))]
fn from_bytes(bytes: Vec<u8>) -> Option<PathBuf> {
    String::from_utf8(bytes).ok().map(PathBuf::from).filter(|path| path.is_absolute())
}

/// The user's documents, else the home folder.
///
/// # Errors
/// The system names no home folder.
pub fn documents() -> Result<PathBuf, Failure> {
    directories::UserDirs::new()
        .map(|folders| folders.document_dir().unwrap_or_else(|| folders.home_dir()).to_owned())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_can_be_set_to_a_moment_or_a_day_and_to_nothing_else() {
        let check = |said: &str| moment(said).map(|moment| moment.to_rfc3339());
        assert_eq!(check("2019-09-14T08:00:00-04:00"), Ok("2019-09-14T12:00:00+00:00".into()));
        assert_eq!(check("2019-09-14"), Ok("2019-09-14T12:00:00+00:00".into()));
        for wrong in ["", "yesterday", "2019-02-30"] {
            assert_eq!(check(wrong).map_err(|failure| failure.code), Err("failure-clock".into()));
        }
    }
}
