//! The board and its milestones.

use clap::{ArgAction, Command};
use jalon_words::{Words, key};

use super::parts::{as_of, flag, noun, on_behalf, option, plain, verb};

pub fn commands(words: &'static Words) -> Vec<Command> {
    vec![
        verb("board", key::CLI_BOARD, words)
            .arg(option("plan", words, key::CLI_VALUE_ID, key::CLI_OPTION_PLAN))
            .arg(as_of(words)),
        noun("milestone", key::CLI_MILESTONE, words).subcommand(set(words)),
    ]
}

fn set(words: &'static Words) -> Command {
    verb("set", key::CLI_MILESTONE_SET, words)
        .arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_MILESTONE_ID).required(true))
        .arg(option("completion", words, key::CLI_VALUE_CODE, key::CLI_MILESTONE_COMPLETION))
        .arg(option("outlook", words, key::CLI_VALUE_CODE, key::CLI_MILESTONE_OUTLOOK))
        .arg(option("reason", words, key::CLI_VALUE_TEXT, key::CLI_MILESTONE_REASON))
        .arg(
            option("evidence", words, key::CLI_VALUE_ADDRESS, key::CLI_MILESTONE_EVIDENCE)
                .action(ArgAction::Append),
        )
        .arg(flag("holds", words, key::CLI_TRANSLATE_HOLDS))
        .args(on_behalf(words))
        .after_help(words.text(key::CLI_MILESTONE_CODES))
}
