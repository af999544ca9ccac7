//! Translations, the glossary, proofreading.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command};
use jalon_words::{Key, Words, key};

use super::parts::{flag, noun, on_behalf, option, plain, verb};

pub fn commands(words: &'static Words) -> Vec<Command> {
    vec![
        verb("translations", key::CLI_TRANSLATIONS, words)
            .args_conflicts_with_subcommands(true)
            .arg(
                option("state", words, key::CLI_VALUE_CODE, key::CLI_TRANSLATIONS_STATE)
                    .value_parser(PossibleValuesParser::new(["missing", "stale", "draft"])),
            )
            .arg(of_language(option("into", words, key::CLI_VALUE_LANG, key::CLI_TRANSLATIONS_INTO)))
            .subcommand(
                verb("approve", key::CLI_TRANSLATIONS_APPROVE, words)
                    .args(text(words))
                    .args(on_behalf(words)),
            ),
        verb("translate", key::CLI_TRANSLATE, words)
            .args(text(words))
            .arg(option("en", words, key::CLI_VALUE_TEXT, key::CLI_TRANSLATE_EN))
            .arg(option("fr", words, key::CLI_VALUE_TEXT, key::CLI_TRANSLATE_FR))
            .arg(flag("holds", words, key::CLI_TRANSLATE_HOLDS))
            .arg(flag("clear", words, key::CLI_TRANSLATE_CLEAR))
            .args(on_behalf(words)),
        verb("proofread", key::CLI_PROOFREAD, words).arg(of_language(option(
            "in",
            words,
            key::CLI_VALUE_LANG,
            key::CLI_PROOFREAD_IN,
        ))),
        noun("glossary", key::CLI_GLOSSARY, words)
            .subcommand(verb("list", key::CLI_GLOSSARY_LIST, words))
            .subcommand(of_term(verb("add", key::CLI_GLOSSARY_ADD, words), words).arg(option(
                "id",
                words,
                key::CLI_VALUE_ID,
                key::CLI_GLOSSARY_NEW_ID,
            )))
            .subcommand(
                of_term(verb("edit", key::CLI_GLOSSARY_EDIT, words), words)
                    .arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_GLOSSARY_ID).required(true)),
            )
            .subcommand(
                verb("remove", key::CLI_GLOSSARY_REMOVE, words)
                    .arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_GLOSSARY_ID).required(true))
                    .args(on_behalf(words)),
            ),
    ]
}

/// What a term says.
fn of_term(verb: Command, words: &'static Words) -> Command {
    let text = |name, about: Key| option(name, words, key::CLI_VALUE_TEXT, about);
    verb.arg(text("en", key::CLI_GLOSSARY_EN))
        .arg(text("fr", key::CLI_GLOSSARY_FR))
        .arg(text("abbreviation-en", key::CLI_GLOSSARY_ABBREVIATION_EN))
        .arg(text("abbreviation-fr", key::CLI_GLOSSARY_ABBREVIATION_FR))
        .arg(text("forbid-en", key::CLI_GLOSSARY_FORBID_EN).action(ArgAction::Append))
        .arg(text("forbid-fr", key::CLI_GLOSSARY_FORBID_FR).action(ArgAction::Append))
        .arg(text("note", key::CLI_GLOSSARY_NOTE))
        .args(on_behalf(words))
}

/// Which text.
fn text(words: &Words) -> [Arg; 2] {
    [
        plain("id", words, key::CLI_VALUE_ID, key::CLI_TRANSLATE_ID).required(true),
        plain("field", words, key::CLI_VALUE_FIELD, key::CLI_TRANSLATE_FIELD).required(true),
    ]
}

fn of_language(arg: Arg) -> Arg {
    arg.value_parser(PossibleValuesParser::new(["en", "fr"]))
}
