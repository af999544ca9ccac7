//! Approving the council deck, and tabling it.

use clap::{ArgAction, Command};
use jalon_words::{Words, key};

use super::parts::{flag, noun, on_behalf, option, path, plain, replace, verb};

pub fn commands(words: &'static Words) -> Vec<Command> {
    vec![
        verb("approvals", key::CLI_APPROVALS, words).arg(cycle(words)),
        verb("approve", key::CLI_APPROVE, words)
            .arg(cycle(words))
            .arg(option("content", words, key::CLI_VALUE_HASH, key::CLI_APPROVE_CONTENT))
            .arg(flag("withdraw", words, key::CLI_APPROVE_WITHDRAW).conflicts_with("content"))
            .args(on_behalf(words)),
        handed_over(verb("table", key::CLI_TABLE, words), words),
        handed_over(verb("erratum", key::CLI_ERRATUM, words), words)
            .arg(option("note", words, key::CLI_VALUE_TEXT, key::CLI_ERRATUM_NOTE).required(true))
            .arg(option("of", words, key::CLI_VALUE_VERSION, key::CLI_ERRATUM_OF)),
        noun("tabled", key::CLI_TABLED, words).subcommands([
            verb("list", key::CLI_TABLED_LIST, words).arg(option(
                "cycle",
                words,
                key::CLI_VALUE_ID,
                key::CLI_TABLED_LIST_CYCLE,
            )),
            verb("show", key::CLI_TABLED_SHOW, words).arg(version(words)).arg(tabled_cycle(words)),
            verb("files", key::CLI_TABLED_FILES, words)
                .arg(version(words))
                .arg(path(option("out", words, key::CLI_VALUE_FOLDER, key::CLI_TABLED_OUT)).required(true))
                .arg(replace(words))
                .arg(tabled_cycle(words)),
            verb("diff", key::CLI_TABLED_DIFF, words)
                .arg(plain("before", words, key::CLI_VALUE_EARLIER, key::CLI_TABLED_BEFORE))
                .arg(plain("after", words, key::CLI_VALUE_LATER, key::CLI_TABLED_AFTER))
                .arg(tabled_cycle(words)),
        ]),
    ]
}

/// What is handed over: files, or the final decks made on the spot.
fn handed_over(verb: Command, words: &'static Words) -> Command {
    let file = plain("file", words, key::CLI_VALUE_FILE, key::CLI_TABLE_FILE);
    verb.arg(path(file).action(ArgAction::Append).num_args(0..))
        .arg(flag("final", words, key::CLI_TABLE_FINAL).conflicts_with("file"))
        .arg(option("on", words, key::CLI_VALUE_DAY, key::CLI_TABLE_ON))
        .arg(cycle(words))
}

fn cycle(words: &'static Words) -> clap::Arg {
    option("cycle", words, key::CLI_VALUE_ID, key::CLI_COUNCIL_CYCLE)
}

fn tabled_cycle(words: &'static Words) -> clap::Arg {
    option("cycle", words, key::CLI_VALUE_ID, key::CLI_TABLED_CYCLE)
}

fn version(words: &'static Words) -> clap::Arg {
    plain("version", words, key::CLI_VALUE_VERSION, key::CLI_TABLED_VERSION)
}
