//! Reporting cycles: submissions, clearances, merging and carrying over.

use clap::builder::PossibleValuesParser;
use clap::{ArgAction, Command};
use jalon_words::{Words, key};

use super::parts::{flag, noun, on_behalf, option, plain, verb};

pub fn commands(words: &'static Words) -> Vec<Command> {
    vec![
        noun("cycle", key::CLI_CYCLE, words)
            .subcommand(verb("list", key::CLI_CYCLE_LIST, words).arg(option(
                "plan",
                words,
                key::CLI_VALUE_ID,
                key::CLI_OPTION_PLAN,
            )))
            .subcommand(
                verb("status", key::CLI_CYCLE_STATUS, words)
                    .arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_CYCLE_ID))
                    .arg(option("plan", words, key::CLI_VALUE_ID, key::CLI_OPTION_PLAN)),
            )
            .subcommand(open(words))
            .subcommand(
                verb("close", key::CLI_CYCLE_CLOSE, words)
                    .arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_CYCLE_ID))
                    .args(on_behalf(words)),
            )
            .subcommand(
                verb("reopen", key::CLI_CYCLE_REOPEN, words)
                    .arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_CYCLE_REOPEN_ID).required(true))
                    .args(on_behalf(words)),
            )
            .subcommand(verb("late", key::CLI_CYCLE_LATE, words).arg(plain(
                "id",
                words,
                key::CLI_VALUE_ID,
                key::CLI_CYCLE_LATE_ID,
            )))
            .subcommand(
                verb("carry-over", key::CLI_CYCLE_CARRY, words)
                    .arg(plain("from", words, key::CLI_VALUE_FROM, key::CLI_CYCLE_FROM).required(true))
                    .arg(plain("to", words, key::CLI_VALUE_TO, key::CLI_CYCLE_TO).required(true))
                    .args(on_behalf(words)),
            ),
        noun("submission", key::CLI_SUBMISSION, words).subcommand(submission(words)),
        clear(words),
        noun("challenge", key::CLI_CHALLENGE, words).subcommand(merge(words)).subcommand(verb(
            "issue",
            key::CLI_CHALLENGE_ISSUE,
            words,
        )),
    ]
}

fn open(words: &'static Words) -> Command {
    let day = |name, about| option(name, words, key::CLI_VALUE_DAY, about);
    verb("open", key::CLI_CYCLE_OPEN, words)
        .arg(option("meeting", words, key::CLI_VALUE_ID, key::CLI_CYCLE_MEETING))
        .arg(option("plan", words, key::CLI_VALUE_ID, key::CLI_OPTION_PLAN))
        .arg(option("en", words, key::CLI_VALUE_TEXT, key::CLI_CYCLE_EN))
        .arg(option("fr", words, key::CLI_VALUE_TEXT, key::CLI_CYCLE_FR))
        .arg(day("date", key::CLI_CYCLE_DATE))
        .arg(option("place", words, key::CLI_VALUE_TEXT, key::CLI_CYCLE_PLACE))
        .arg(day("opens", key::CLI_CYCLE_OPENS))
        .arg(day("submissions-due", key::CLI_CYCLE_SUBMISSIONS_DUE))
        .arg(day("approvals-due", key::CLI_CYCLE_APPROVALS_DUE))
        .arg(option("id", words, key::CLI_VALUE_ID, key::CLI_CYCLE_NEW_ID))
        .args(on_behalf(words))
}

fn submission(words: &'static Words) -> Command {
    verb("set", key::CLI_SUBMISSION_SET, words)
        .arg(plain("jurisdiction", words, key::CLI_VALUE_JURISDICTION, key::CLI_JURISDICTION).required(true))
        .arg(
            plain("state", words, key::CLI_VALUE_STATE, key::CLI_SUBMISSION_STATE)
                .value_parser(PossibleValuesParser::new([
                    "outstanding",
                    "draft",
                    "submitted",
                    "nothing_to_report",
                ]))
                .required(true),
        )
        .arg(option("cycle", words, key::CLI_VALUE_ID, key::CLI_OPTION_CYCLE))
        .args(on_behalf(words))
}

fn clear(words: &'static Words) -> Command {
    verb("clear", key::CLI_CLEAR, words)
        .arg(plain("item", words, key::CLI_VALUE_ID, key::CLI_CLEAR_ITEM))
        .arg(option("jurisdiction", words, key::CLI_VALUE_JURISDICTION, key::CLI_CLEAR_JURISDICTION))
        .arg(option("content", words, key::CLI_VALUE_CODE, key::CLI_CLEAR_CONTENT))
        .arg(flag("withdraw", words, key::CLI_CLEAR_WITHDRAW).conflicts_with("content").requires("item"))
        .arg(option("cycle", words, key::CLI_VALUE_ID, key::CLI_OPTION_CYCLE))
        .args(on_behalf(words))
}

fn merge(words: &'static Words) -> Command {
    verb("merge", key::CLI_CHALLENGE_MERGE, words)
        .arg(
            plain("ids", words, key::CLI_VALUE_ID, key::CLI_CHALLENGE_IDS)
                .action(ArgAction::Append)
                .num_args(1..)
                .required(true),
        )
        .arg(option("en", words, key::CLI_VALUE_TEXT, key::CLI_CHALLENGE_EN))
        .arg(option("fr", words, key::CLI_VALUE_TEXT, key::CLI_CHALLENGE_FR))
        .arg(
            option("attribution", words, key::CLI_VALUE_CODE, key::CLI_CHALLENGE_ATTRIBUTION)
                .value_parser(PossibleValuesParser::new(["named", "anonymous", "internal"]))
                .required(true),
        )
        .arg(option("id", words, key::CLI_VALUE_ID, key::CLI_CHALLENGE_NEW_ID))
        .args(on_behalf(words))
}
