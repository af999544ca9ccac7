//! `jalon`: the same verbs without a window.
//!
//! A verb unpacks its arguments, calls the same functions as the window, and
//! prints what they return; it decides nothing. Exit codes: 0 done, 1 refused in
//! words, 2 usage.

mod actor;
mod grammar;
mod output;
mod session;
mod usage;
mod verbs;

use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<OsString> = std::env::args_os().collect();
    let words = session::words_asked_for(&arguments);
    match grammar::command(words).try_get_matches_from(&arguments) {
        Ok(matches) => verbs::run(&matches, words),
        Err(error) => usage::explain(&error, words),
    }
}
