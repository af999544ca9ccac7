//! What the grammars of all commands are made of.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use jalon_words::{Key, Words, key};

/// Options that every command has stand after its own.
pub const AFTER: usize = 90;

/// A command that does something.
pub fn verb(name: &'static str, about: Key, words: &'static Words) -> Command {
    dressed(Command::new(name).about(words.text(about)), words).arg(lang(words))
}

/// A command that only holds others.
pub fn noun(name: &'static str, about: Key, words: &'static Words) -> Command {
    verb(name, about, words).subcommand_required(true)
}

/// The language of the answers.
pub fn lang(words: &Words) -> Arg {
    option("lang", words, key::CLI_VALUE_LANG, key::CLI_OPTION_LANG)
        .value_parser(PossibleValuesParser::new(["en", "fr"]))
        .display_order(AFTER)
}

/// For whom something is recorded, and how and when they answered.
pub fn on_behalf(words: &Words) -> [Arg; 3] {
    [
        option("for", words, key::CLI_VALUE_ACTOR, key::CLI_OPTION_FOR),
        option("how", words, key::CLI_VALUE_TEXT, key::CLI_OPTION_HOW),
        option("when", words, key::CLI_VALUE_DAY, key::CLI_OPTION_WHEN),
    ]
}

/// The moment that is looked at.
pub fn as_of(words: &Words) -> Arg {
    option("as-of", words, key::CLI_VALUE_MOMENT, key::CLI_OPTION_AS_OF)
}

/// A file that must be named.
pub fn file(words: &Words, about: Key) -> Arg {
    path(plain("file", words, key::CLI_VALUE_FILE, about).required(true))
}

/// Headings and help in the user's language in place of clap's English ones.
pub fn dressed(command: Command, words: &Words) -> Command {
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        words.text(key::CLI_USAGE_HEADING),
    );
    command
        .help_template(template)
        .subcommand_help_heading(heading(words, key::CLI_COMMANDS_HEADING))
        .subcommand_value_name(words.text(key::CLI_COMMAND_NAME))
        .next_help_heading(heading(words, key::CLI_OPTIONS_HEADING))
        .disable_help_flag(true)
        .disable_help_subcommand(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(words.text(key::CLI_OPTION_HELP))
                .display_order(AFTER + 4),
        )
}

/// A heading without its colon, which clap adds.
fn heading(words: &Words, key: Key) -> String {
    words.text(key).trim_end_matches(':').to_owned()
}

/// A value with a name in the user's language.
fn value(name: &'static str, words: &Words, value: Key, about: Key) -> Arg {
    // The words name the values that are possible; clap would list them in English.
    let arg = Arg::new(name).value_name(words.text(value)).help(words.text(about));
    arg.hide_possible_values(true).hide_default_value(true)
}

/// A value that stands by itself.
pub fn plain(name: &'static str, words: &Words, value_name: Key, about: Key) -> Arg {
    value(name, words, value_name, about).help_heading(heading(words, key::CLI_ARGUMENTS_HEADING))
}

/// `--name VALUE`.
pub fn option(name: &'static str, words: &Words, value_name: Key, about: Key) -> Arg {
    value(name, words, value_name, about).long(name)
}

/// A value that is a path, in whatever bytes the system writes it.
pub fn path(arg: Arg) -> Arg {
    arg.value_parser(value_parser!(PathBuf))
}

/// The most that a whole number on a command line may be.
pub const MOST: i64 = 1_000_000_000;

/// A value that is a whole number, from 1 to [`MOST`]; below it, too, it is taken for the
/// value, so that it is told what is allowed.
pub fn whole(arg: Arg) -> Arg {
    arg.value_parser(value_parser!(i64).range(1..=MOST)).allow_negative_numbers(true)
}

/// That files which stand there may go.
pub fn replace(words: &Words) -> Arg {
    flag("replace", words, key::CLI_OPTION_REPLACE)
}

pub fn flag(name: &'static str, words: &Words, about: Key) -> Arg {
    Arg::new(name).help(words.text(about)).long(name).action(ArgAction::SetTrue)
}
