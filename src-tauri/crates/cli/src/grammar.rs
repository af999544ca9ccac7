//! The commands, their arguments and their help, in the user's language.
//!
//! Built at run time rather than derived, because the words come from the locales.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use jalon_domain::{Completion, Outlook};
use jalon_words::{Key, Words, key};

/// Options that every command has stand after its own.
const AFTER: usize = 90;

/// The whole grammar of `jalon`.
pub fn command(words: &'static Words) -> Command {
    let verb = |name: &'static str, about: Key| dressed(Command::new(name).about(words.text(about)), words);
    let lang = || {
        option("lang", words, key::CLI_VALUE_LANG, key::CLI_OPTION_LANG)
            .value_parser(PossibleValuesParser::new(["en", "fr"]))
            .display_order(AFTER)
    };
    let file = |about: Key| path(plain("file", words, key::CLI_VALUE_FILE, about).required(true));
    let root = dressed(Command::new("jalon").about(words.text(key::CLI_ABOUT)), words)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .args(global(words))
        .arg(lang())
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.text(key::CLI_OPTION_VERSION))
                .display_order(AFTER + 5),
        );
    root.subcommand(verb("init", key::CLI_INIT).arg(flag("sample", words, key::CLI_INIT_SAMPLE)).arg(lang()))
        .subcommand(
            verb("import", key::CLI_IMPORT)
                .arg(file(key::CLI_IMPORT_FILE))
                .arg(flag("dry-run", words, key::CLI_IMPORT_DRY_RUN))
                .arg(lang()),
        )
        .subcommand(
            verb("export", key::CLI_EXPORT)
                .arg(file(key::CLI_EXPORT_FILE))
                .arg(flag("confidential", words, key::CLI_EXPORT_CONFIDENTIAL))
                .arg(lang()),
        )
        .subcommand(
            verb("schema", key::CLI_SCHEMA)
                .arg(
                    plain("what", words, key::CLI_VALUE_WHAT, key::CLI_SCHEMA_WHAT)
                        .value_parser(PossibleValuesParser::new(["plan", "action"]))
                        .default_value("plan"),
                )
                .arg(lang()),
        )
        .subcommand(verb("board", key::CLI_BOARD).arg(lang()))
        .subcommand(
            verb("milestone", key::CLI_MILESTONE)
                .subcommand_required(true)
                .arg(lang())
                .subcommand(milestone_set(verb("set", key::CLI_MILESTONE_SET), words).arg(lang())),
        )
        .subcommand(verb("apply", key::CLI_APPLY).arg(file(key::CLI_APPLY_FILE)).arg(lang()))
        .subcommand(deck(verb("deck", key::CLI_DECK), words))
        .subcommand(
            verb("history", key::CLI_HISTORY)
                .arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_HISTORY_ID))
                .arg(lang()),
        )
        .subcommand(
            verb("search", key::CLI_SEARCH)
                .arg(plain("text", words, key::CLI_VALUE_TEXT, key::CLI_SEARCH_TEXT).required(true))
                .arg(lang()),
        )
        .subcommand(verb("check", key::CLI_CHECK).arg(lang()))
}

/// The options that every command has.
fn global(words: &Words) -> [Arg; 3] {
    [
        path(option("store", words, key::CLI_VALUE_FILE, key::CLI_OPTION_STORE))
            .global(true)
            .display_order(AFTER + 1),
        option("as", words, key::CLI_VALUE_ACTOR, key::CLI_OPTION_AS).global(true).display_order(AFTER + 2),
        flag("json", words, key::CLI_OPTION_JSON).global(true).display_order(AFTER + 3),
    ]
}

fn milestone_set(verb: Command, words: &Words) -> Command {
    let completions = Completion::ALL.map(Completion::code);
    let outlooks = Outlook::ALL.map(Outlook::code);
    let option = |name: &'static str, value: Key, about: Key| option(name, words, value, about);
    verb.arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_MILESTONE_ID).required(true))
        .arg(
            option("completion", key::CLI_VALUE_CODE, key::CLI_MILESTONE_COMPLETION)
                .value_parser(PossibleValuesParser::new(completions)),
        )
        .arg(
            option("outlook", key::CLI_VALUE_CODE, key::CLI_MILESTONE_OUTLOOK)
                .value_parser(PossibleValuesParser::new(outlooks)),
        )
        .arg(option("reason", key::CLI_VALUE_TEXT, key::CLI_MILESTONE_REASON))
        .arg(
            option("evidence", key::CLI_VALUE_ADDRESS, key::CLI_MILESTONE_EVIDENCE).action(ArgAction::Append),
        )
        .arg(option("for", key::CLI_VALUE_ACTOR, key::CLI_OPTION_FOR))
        .arg(option("how", key::CLI_VALUE_TEXT, key::CLI_OPTION_HOW))
        .arg(option("when", key::CLI_VALUE_DAY, key::CLI_OPTION_WHEN))
}

/// `--lang` names the deck's languages here; the language of the words is the
/// option before the verb, or the system's.
fn deck(verb: Command, words: &Words) -> Command {
    verb.arg(
        option("deck-lang", words, key::CLI_VALUE_LANG, key::CLI_DECK_LANG)
            .long("lang")
            .value_parser(PossibleValuesParser::new(["fr", "en", "both"]))
            .required(true),
    )
    .arg(path(option("out", words, key::CLI_VALUE_FOLDER, key::CLI_DECK_OUT)).required(true))
    .arg(
        option("format", words, key::CLI_VALUE_FORMAT, key::CLI_DECK_FORMAT)
            .value_parser(PossibleValuesParser::new(["pptx"]))
            .default_value("pptx"),
    )
    .arg(flag("final", words, key::CLI_DECK_FINAL))
}

/// Headings and help in the user's language in place of clap's English ones.
fn dressed(command: Command, words: &Words) -> Command {
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
fn plain(name: &'static str, words: &Words, value_name: Key, about: Key) -> Arg {
    value(name, words, value_name, about).help_heading(heading(words, key::CLI_ARGUMENTS_HEADING))
}

/// `--name VALUE`.
fn option(name: &'static str, words: &Words, value_name: Key, about: Key) -> Arg {
    value(name, words, value_name, about).long(name)
}

/// A value that is a path, in whatever bytes the system writes it.
fn path(arg: Arg) -> Arg {
    arg.value_parser(value_parser!(PathBuf))
}

fn flag(name: &'static str, words: &Words, about: Key) -> Arg {
    Arg::new(name).help(words.text(about)).long(name).action(ArgAction::SetTrue)
}
