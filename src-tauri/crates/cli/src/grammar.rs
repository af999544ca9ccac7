//! The commands, their arguments and their help, in the user's language.
//!
//! Built at run time rather than derived, because the words come from the locales.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command, value_parser};
use jalon_domain::{Completion, Outlook};
use jalon_words::{Key, Words, key};

/// The whole grammar of `jalon`.
pub fn command(words: &'static Words) -> Command {
    let verb = |name: &'static str, about: Key| dressed(Command::new(name).about(words.text(about)), words);
    let lang = || lang_option(words).value_parser(PossibleValuesParser::new(["en", "fr"]));
    let file = |about: Key| path("file", words, about).required(true);
    let root = dressed(Command::new("jalon").about(words.text(key::CLI_ABOUT)), words)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommand_value_name(words.text(key::CLI_COMMAND_NAME))
        .arg_required_else_help(true)
        .arg(path("store", words, key::CLI_OPTION_STORE).long("store").value_name("FILE").global(true))
        .arg(text("as", words, key::CLI_OPTION_AS).long("as").value_name("ACTOR").global(true))
        .arg(flag("json", words, key::CLI_OPTION_JSON).global(true))
        .arg(lang())
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.text(key::CLI_OPTION_VERSION)),
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
                    text("what", words, key::CLI_SCHEMA_WHAT)
                        .value_parser(PossibleValuesParser::new(["plan", "action"]))
                        .default_value("plan"),
                )
                .arg(lang()),
        )
        .subcommand(verb("board", key::CLI_BOARD).arg(lang()))
        .subcommand(
            verb("milestone", key::CLI_MILESTONE)
                .subcommand_required(true)
                .subcommand(milestone_set(verb("set", key::CLI_MILESTONE_SET), words).arg(lang())),
        )
        .subcommand(verb("apply", key::CLI_APPLY).arg(file(key::CLI_APPLY_FILE)).arg(lang()))
        .subcommand(deck(verb("deck", key::CLI_DECK), words))
        .subcommand(verb("history", key::CLI_HISTORY).arg(text("id", words, key::CLI_HISTORY_ID)).arg(lang()))
        .subcommand(
            verb("search", key::CLI_SEARCH)
                .arg(text("text", words, key::CLI_SEARCH_TEXT).required(true))
                .arg(lang()),
        )
        .subcommand(verb("check", key::CLI_CHECK).arg(lang()))
}

fn milestone_set(verb: Command, words: &Words) -> Command {
    let completions = Completion::ALL.map(Completion::code);
    let outlooks = Outlook::ALL.map(Outlook::code);
    let option = |name: &'static str, value: &'static str, about: Key| {
        text(name, words, about).long(name).value_name(value)
    };
    verb.arg(text("id", words, key::CLI_MILESTONE_ID).required(true))
        .arg(
            option("completion", "CODE", key::CLI_MILESTONE_COMPLETION)
                .value_parser(PossibleValuesParser::new(completions)),
        )
        .arg(
            option("outlook", "CODE", key::CLI_MILESTONE_OUTLOOK)
                .value_parser(PossibleValuesParser::new(outlooks)),
        )
        .arg(option("reason", "TEXT", key::CLI_MILESTONE_REASON))
        .arg(option("evidence", "URL", key::CLI_MILESTONE_EVIDENCE).action(ArgAction::Append))
        .arg(option("for", "ROLE:ID", key::CLI_OPTION_FOR))
        .arg(option("how", "TEXT", key::CLI_OPTION_HOW))
        .arg(option("when", "DATE", key::CLI_OPTION_WHEN))
}

/// `--lang` names the deck's languages here; the language of the words is the
/// option before the verb, or the system's.
fn deck(verb: Command, words: &Words) -> Command {
    verb.arg(
        text("deck-lang", words, key::CLI_DECK_LANG)
            .long("lang")
            .value_name("LANG")
            .value_parser(PossibleValuesParser::new(["fr", "en", "both"]))
            .required(true),
    )
    .arg(path("out", words, key::CLI_DECK_OUT).long("out").value_name("DIR").required(true))
    .arg(
        text("format", words, key::CLI_DECK_FORMAT)
            .long("format")
            .value_name("FORMAT")
            .value_parser(PossibleValuesParser::new(["pptx"]))
            .default_value("pptx"),
    )
    .arg(flag("final", words, key::CLI_DECK_FINAL))
}

/// Headings and help in the user's language in place of clap's English ones.
fn dressed(command: Command, words: &Words) -> Command {
    let heading = |key| words.text(key);
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}{{after-help}}",
        heading(key::CLI_USAGE_HEADING),
    );
    command
        .help_template(template)
        .subcommand_help_heading(heading(key::CLI_COMMANDS_HEADING).trim_end_matches(':').to_owned())
        .next_help_heading(heading(key::CLI_OPTIONS_HEADING).trim_end_matches(':').to_owned())
        .disable_help_flag(true)
        .arg(
            Arg::new("help")
                .short('h')
                .long("help")
                .action(ArgAction::Help)
                .help(words.text(key::CLI_OPTION_HELP)),
        )
}

fn lang_option(words: &Words) -> Arg {
    text("lang", words, key::CLI_OPTION_LANG).long("lang").value_name("LANG")
}

fn text(name: &'static str, words: &Words, about: Key) -> Arg {
    // The words name the values; clap would list them in English.
    Arg::new(name).help(words.text(about)).hide_possible_values(true).hide_default_value(true)
}

fn path(name: &'static str, words: &Words, about: Key) -> Arg {
    text(name, words, about).value_parser(value_parser!(PathBuf))
}

fn flag(name: &'static str, words: &Words, about: Key) -> Arg {
    Arg::new(name).help(words.text(about)).long(name).action(ArgAction::SetTrue)
}
