//! One file a verb.

mod apply;
mod board;
mod check;
mod conflicts;
mod deck;
mod device;
mod export;
mod history;
mod import;
mod init;
mod milestone_set;
mod package;
mod schema;
mod search;
mod waiting;

use std::process::ExitCode;

use clap::ArgMatches;

use crate::output::Output;
use crate::session::Session;
use crate::stop::Stop;

/// What a verb ends with: an exit code, or why it was not done.
pub type Outcome = Result<ExitCode, Stop>;

/// What a command does.
type Verb = fn(&Session) -> Outcome;

/// Every command of the grammar that does something, with those above it.
const VERBS: &[(&str, Verb)] = &[
    ("init", init::init),
    ("import", import::import),
    ("export", export::export),
    ("schema", schema::schema),
    ("apply", apply::apply),
    ("check", check::check),
    ("board", board::board),
    ("milestone set", milestone_set::milestone_set),
    ("deck", deck::deck),
    ("history", history::history),
    ("search", search::search),
    ("package write", package::write),
    ("package read", package::read),
    ("waiting", waiting::waiting),
    ("conflicts", conflicts::conflicts),
    ("resolve", conflicts::resolve),
    ("device renew", device::renew),
];

/// Runs the verb that was asked for.
pub fn run(matches: &ArgMatches, output: Output) -> ExitCode {
    let Some((name, arguments)) = matches.subcommand() else { return ExitCode::from(2) };
    let (name, arguments) = match arguments.subcommand() {
        Some((nested, arguments)) => (format!("{name} {nested}"), arguments),
        None => (name.to_owned(), arguments),
    };
    let Some((_, verb)) = VERBS.iter().find(|(known, _)| *known == name) else { return ExitCode::from(2) };
    Session::new(arguments, output)
        .and_then(|session| verb(&session))
        .unwrap_or_else(|stop| output.stop(&stop))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jalon_domain::Lang;
    use jalon_words::Words;

    #[test]
    fn every_command_of_the_grammar_does_something() {
        let grammar = crate::grammar::command(Words::of(Lang::En));
        let mut commands = Vec::new();
        for command in grammar.get_subcommands() {
            let below = command.get_subcommands();
            commands.extend(below.map(|it| format!("{} {}", command.get_name(), it.get_name())));
            if !command.has_subcommands() {
                commands.push(command.get_name().to_owned());
            }
        }
        let mut verbs: Vec<&str> = VERBS.iter().map(|(name, _)| *name).collect();
        commands.sort();
        verbs.sort_unstable();
        assert_eq!(commands, verbs);
    }
}
