//! What keeps a plan safe: backups, moving, what can be read of a damaged file, and
//! removing a value for good.

use clap::{ArgAction, Command};
use jalon_words::{Words, key};

use super::parts::{noun, option, path, plain, replace, verb};

pub fn commands(words: &'static Words) -> Vec<Command> {
    let name = || plain("name", words, key::CLI_VALUE_NAME, key::CLI_BACKUP_NAME);
    vec![
        noun("backup", key::CLI_BACKUP, words)
            .subcommand(verb("make", key::CLI_BACKUP_MAKE, words))
            .subcommand(verb("list", key::CLI_BACKUP_LIST, words))
            .subcommand(verb("verify", key::CLI_BACKUP_VERIFY, words).arg(name()))
            .subcommand(verb("restore", key::CLI_BACKUP_RESTORE, words).arg(name().required(true))),
        verb("move", key::CLI_MOVE, words)
            .arg(path(plain("to", words, key::CLI_VALUE_FILE, key::CLI_MOVE_TO).required(true))),
        verb("salvage", key::CLI_SALVAGE, words)
            .arg(path(plain("folder", words, key::CLI_VALUE_FOLDER, key::CLI_SALVAGE_FOLDER).required(true)))
            .arg(replace(words)),
        verb("redact", key::CLI_REDACT, words)
            .arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_REDACT_ID).required(true))
            .arg(plain("field", words, key::CLI_VALUE_FIELD, key::CLI_REDACT_FIELD).required(true))
            .arg(option("reason", words, key::CLI_VALUE_TEXT, key::CLI_REDACT_REASON).required(true))
            .arg(
                option("change", words, key::CLI_VALUE_ID, key::CLI_REDACT_CHANGE).action(ArgAction::Append),
            ),
    ]
}
