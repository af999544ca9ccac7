//! Looking back and finding.

use clap::Command;
use jalon_words::{Words, key};

use super::parts::{flag, option, plain, verb, whole};

pub fn commands(words: &'static Words) -> Vec<Command> {
    vec![
        history(words),
        verb("lineage", key::CLI_LINEAGE, words)
            .arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_LINEAGE_ID).required(true)),
        verb("since", key::CLI_SINCE, words)
            .arg(plain("from", words, key::CLI_VALUE_MOMENT, key::CLI_SINCE_FROM).required(true))
            .arg(plain("to", words, key::CLI_VALUE_MOMENT, key::CLI_SINCE_TO))
            .arg(option("plan", words, key::CLI_VALUE_ID, key::CLI_SINCE_PLAN)),
        verb("search", key::CLI_SEARCH, words)
            .arg(plain("text", words, key::CLI_VALUE_TEXT, key::CLI_SEARCH_TEXT).required(true)),
    ]
}

fn history(words: &'static Words) -> Command {
    let count = option("limit", words, key::CLI_VALUE_COUNT, key::CLI_HISTORY_LIMIT);
    verb("history", key::CLI_HISTORY, words)
        .arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_HISTORY_ID))
        .arg(flag("with-children", words, key::CLI_HISTORY_CHILDREN))
        .arg(option("from", words, key::CLI_VALUE_MOMENT, key::CLI_HISTORY_FROM))
        .arg(option("to", words, key::CLI_VALUE_MOMENT, key::CLI_HISTORY_TO))
        .arg(whole(count))
}
