//! The plan as a whole: making it, files in and out, actions, checking.

use clap::Command;
use clap::builder::PossibleValuesParser;
use jalon_words::{Words, key};

use super::parts::{as_of, file, flag, noun, on_behalf, option, plain, replace, verb};

pub fn commands(words: &'static Words) -> Vec<Command> {
    vec![
        verb("init", key::CLI_INIT, words).arg(flag("sample", words, key::CLI_INIT_SAMPLE)),
        verb("import", key::CLI_IMPORT, words)
            .arg(file(words, key::CLI_IMPORT_FILE))
            .arg(flag("dry-run", words, key::CLI_IMPORT_DRY_RUN))
            .args(on_behalf(words)),
        verb("export", key::CLI_EXPORT, words)
            .arg(file(words, key::CLI_EXPORT_FILE))
            .arg(flag("confidential", words, key::CLI_EXPORT_CONFIDENTIAL))
            .arg(replace(words))
            .arg(as_of(words)),
        verb("schema", key::CLI_SCHEMA, words).arg(
            plain("what", words, key::CLI_VALUE_WHAT, key::CLI_SCHEMA_WHAT)
                .value_parser(PossibleValuesParser::new(["plan", "action"]))
                .default_value("plan"),
        ),
        verb("apply", key::CLI_APPLY, words)
            .arg(file(words, key::CLI_APPLY_FILE))
            .after_help(words.text(key::CLI_APPLY_BESIDE)),
        verb("undo", key::CLI_UNDO, words),
        verb("redo", key::CLI_REDO, words),
        verb("check", key::CLI_CHECK, words),
        verb("whoami", key::CLI_WHOAMI, words),
        noun("identity", key::CLI_IDENTITY, words).subcommand(
            verb("set", key::CLI_IDENTITY_SET, words)
                .arg(plain("who", words, key::CLI_VALUE_ACTOR, key::CLI_IDENTITY_WHO).required(true))
                .arg(option("name", words, key::CLI_VALUE_TEXT, key::CLI_IDENTITY_NAME)),
        ),
    ]
}
