//! Looking back and finding.

use clap::Command;
use jalon_words::{Words, key};

use super::parts::{plain, verb};

pub fn commands(words: &'static Words) -> Vec<Command> {
    vec![
        verb("history", key::CLI_HISTORY, words).arg(plain(
            "id",
            words,
            key::CLI_VALUE_ID,
            key::CLI_HISTORY_ID,
        )),
        verb("search", key::CLI_SEARCH, words)
            .arg(plain("text", words, key::CLI_VALUE_TEXT, key::CLI_SEARCH_TEXT).required(true)),
    ]
}
