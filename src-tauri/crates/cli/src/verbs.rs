//! One file a verb.

mod apply;
mod board;
mod check;
mod deck;
mod export;
mod history;
mod import;
mod init;
mod milestone_set;
mod schema;
mod search;

use std::process::ExitCode;

use clap::ArgMatches;
use jalon_domain::Failure;
use jalon_words::Words;

use crate::output::Output;
use crate::session::Session;

/// What a verb ends with: an exit code, or why it was refused.
pub type Outcome = Result<ExitCode, Vec<Failure>>;

/// Runs the verb that was asked for.
pub fn run(matches: &ArgMatches, words: &'static Words) -> ExitCode {
    let Some((name, arguments)) = matches.subcommand() else { return ExitCode::from(2) };
    let (name, arguments) = match arguments.subcommand() {
        Some((_, nested)) => (name, nested),
        None => (name, arguments),
    };
    let verb: fn(&Session) -> Outcome = match name {
        "init" => init::init,
        "import" => import::import,
        "export" => export::export,
        "schema" => schema::schema,
        "board" => board::board,
        "milestone" => milestone_set::milestone_set,
        "apply" => apply::apply,
        "deck" => deck::deck,
        "history" => history::history,
        "search" => search::search,
        _ => check::check,
    };
    let session = match Session::new(arguments, words) {
        Ok(session) => session,
        Err(failure) => return Output::new(words, false).refuse(&[failure]),
    };
    verb(&session).unwrap_or_else(|failures| session.output.refuse(&failures))
}

/// One failure as an outcome.
fn refused(failure: Failure) -> Vec<Failure> {
    vec![failure]
}
