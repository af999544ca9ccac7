//! `jalon`: the same verbs without a window.
//!
//! A verb unpacks its arguments, calls the same functions as the window, and
//! prints what they return; it decides nothing. Exit codes: 0 done, 1 refused in
//! words, 2 usage.

mod actor;
mod asked;
mod find;
mod given;
mod grammar;
mod output;
mod session;
mod stop;
mod usage;
mod verbs;
mod ways;

use std::ffi::OsString;
use std::process::ExitCode;

use asked::Asked;
use output::Output;

fn main() -> ExitCode {
    let mut arguments: Vec<OsString> = std::env::args_os().collect();
    let mut asked = Asked::of(&arguments);
    asked.turn_help_into_an_option(&mut arguments);
    let output = Output::new(asked.words, asked.json);
    let grammar = grammar::command(asked.words);
    match grammar.clone().try_get_matches_from(&arguments) {
        Ok(matches) => verbs::run(&matches, output),
        Err(error) => usage::explain(&error, &usage::Place::of(&grammar, &asked.plain), &arguments, &output),
    }
}
