//! The council deck.

use clap::Command;
use clap::builder::PossibleValuesParser;
use jalon_words::{Words, key};

use super::parts::{as_of, dressed, flag, option, path, replace};

pub fn commands(words: &'static Words) -> Vec<Command> {
    vec![deck(words)]
}

/// `--lang` names the deck's languages here; the language of the words is the
/// option before the verb, or the system's.
fn deck(words: &'static Words) -> Command {
    dressed(Command::new("deck").about(words.text(key::CLI_DECK)), words)
        .arg(
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
        .arg(option("cycle", words, key::CLI_VALUE_ID, key::CLI_COUNCIL_CYCLE))
        .arg(replace(words))
        .arg(as_of(words))
}
