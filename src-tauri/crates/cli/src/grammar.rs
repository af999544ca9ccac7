//! The commands, their arguments and their help, in the user's language: a file a
//! noun, each with its commands.
//!
//! Built at run time rather than derived, because the words come from the locales.

mod council;
mod cycle;
mod deck;
mod delivery;
mod look;
mod milestone;
mod parts;
mod plan;
mod safety;
mod translations;
mod year;

use clap::{Arg, ArgAction, Command};
use jalon_words::{Words, key};

use parts::{AFTER, dressed, flag, lang, option, path};

/// The whole grammar of `jalon`.
pub fn command(words: &'static Words) -> Command {
    let root = dressed(Command::new("jalon").about(words.text(key::CLI_ABOUT)), words)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .args(global(words))
        .arg(lang(words))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.text(key::CLI_OPTION_VERSION))
                .display_order(AFTER + 5),
        );
    root.subcommands(plan::commands(words))
        .subcommands(milestone::commands(words))
        .subcommands(cycle::commands(words))
        .subcommands(year::commands(words))
        .subcommands(deck::commands(words))
        .subcommands(council::commands(words))
        .subcommands(look::commands(words))
        .subcommands(delivery::commands(words))
        .subcommands(safety::commands(words))
        .subcommands(translations::commands(words))
}

/// The names of all options, of any command, whose value is the next argument.
pub fn options_with_values(command: &Command) -> Vec<String> {
    let own = command.get_arguments().filter(|arg| arg.get_action().takes_values());
    let mut names: Vec<String> = own.filter_map(|arg| Some(format!("--{}", arg.get_long()?))).collect();
    names.extend(command.get_subcommands().flat_map(options_with_values));
    names
}

/// The options that every command has.
fn global(words: &Words) -> [Arg; 4] {
    [
        path(option("store", words, key::CLI_VALUE_FILE, key::CLI_OPTION_STORE))
            .global(true)
            .display_order(AFTER + 1),
        option("as", words, key::CLI_VALUE_ACTOR, key::CLI_OPTION_AS).global(true).display_order(AFTER + 2),
        flag("json", words, key::CLI_OPTION_JSON).global(true).display_order(AFTER + 3),
        flag("read-only", words, key::CLI_OPTION_READ_ONLY).global(true).display_order(AFTER + 3),
    ]
}
