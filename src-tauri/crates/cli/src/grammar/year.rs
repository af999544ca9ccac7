//! A plan's year: several plans, closing and following one, and leads within the year.

use clap::{ArgAction, Command};
use jalon_words::{Words, key};

use super::parts::{noun, on_behalf, option, plain, verb};

pub fn commands(words: &'static Words) -> Vec<Command> {
    vec![
        noun("plan", key::CLI_PLAN, words)
            .subcommand(verb("list", key::CLI_PLAN_LIST, words))
            .subcommand(
                verb("close", key::CLI_PLAN_CLOSE, words)
                    .arg(plain("plan", words, key::CLI_VALUE_ID, key::CLI_OPTION_PLAN))
                    .arg(
                        option("lesson", words, key::CLI_VALUE_LESSON, key::CLI_PLAN_LESSON)
                            .action(ArgAction::Append),
                    )
                    .args(on_behalf(words)),
            )
            .subcommand(
                verb("reopen", key::CLI_PLAN_REOPEN, words)
                    .arg(plain("plan", words, key::CLI_VALUE_ID, key::CLI_PLAN_CLOSED).required(true))
                    .arg(option("reason", words, key::CLI_VALUE_TEXT, key::CLI_PLAN_REASON).required(true))
                    .args(on_behalf(words)),
            )
            .subcommand(clone(words))
            .subcommand(verb("late", key::CLI_PLAN_LATE, words).arg(plain(
                "plan",
                words,
                key::CLI_VALUE_ID,
                key::CLI_PLAN_LATE_PLAN,
            ))),
        noun("lead", key::CLI_LEAD, words).subcommand(add(words)).subcommand(end(words)),
    ]
}

fn clone(words: &'static Words) -> Command {
    verb("clone", key::CLI_PLAN_CLONE, words)
        .arg(plain("plan", words, key::CLI_VALUE_ID, key::CLI_OPTION_PLAN))
        .arg(option("en", words, key::CLI_VALUE_TEXT, key::CLI_PLAN_EN))
        .arg(option("fr", words, key::CLI_VALUE_TEXT, key::CLI_PLAN_FR))
        .arg(option("starts", words, key::CLI_VALUE_DAY, key::CLI_PLAN_STARTS))
        .arg(option("ends", words, key::CLI_VALUE_DAY, key::CLI_PLAN_ENDS))
        .arg(option("id", words, key::CLI_VALUE_ID, key::CLI_PLAN_NEW_ID))
        .args(on_behalf(words))
}

fn add(words: &'static Words) -> Command {
    verb("add", key::CLI_LEAD_ADD, words)
        .arg(plain("priority", words, key::CLI_VALUE_PRIORITY, key::CLI_LEAD_PRIORITY).required(true))
        .arg(plain("jurisdiction", words, key::CLI_VALUE_JURISDICTION, key::CLI_JURISDICTION).required(true))
        .arg(option("from", words, key::CLI_VALUE_DAY, key::CLI_LEAD_FROM))
        .arg(option("place", words, key::CLI_VALUE_NUMBER, key::CLI_LEAD_PLACE))
        .args(on_behalf(words))
}

fn end(words: &'static Words) -> Command {
    verb("end", key::CLI_LEAD_END, words)
        .arg(plain("priority", words, key::CLI_VALUE_PRIORITY, key::CLI_LEAD_PRIORITY).required(true))
        .arg(plain("jurisdiction", words, key::CLI_VALUE_JURISDICTION, key::CLI_JURISDICTION).required(true))
        .arg(option("to", words, key::CLI_VALUE_DAY, key::CLI_LEAD_TO).required(true))
        .args(on_behalf(words))
}
