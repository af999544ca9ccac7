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

use crate::output::Output;
use crate::session::Session;
use crate::stop::Stop;

/// What a verb ends with: an exit code, or why it was not done.
pub type Outcome = Result<ExitCode, Stop>;

/// Runs the verb that was asked for.
pub fn run(matches: &ArgMatches, output: Output) -> ExitCode {
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
    Session::new(arguments, output)
        .and_then(|session| verb(&session))
        .unwrap_or_else(|stop| output.stop(&stop))
}
