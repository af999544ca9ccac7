//! Between stores: packages, what waits, conflicts, and the file's device.

use clap::builder::PossibleValuesParser;
use clap::{ArgGroup, Command};
use jalon_words::{Words, key};

use super::parts::{file, flag, noun, on_behalf, option, path, plain, replace, verb, whole};

pub fn commands(words: &'static Words) -> Vec<Command> {
    vec![
        noun("package", key::CLI_PACKAGE, words).subcommand(write(words)).subcommand(
            verb("read", key::CLI_PACKAGE_READ, words)
                .arg(file(words, key::CLI_PACKAGE_READ_FILE))
                .arg(flag("dry-run", words, key::CLI_IMPORT_DRY_RUN)),
        ),
        verb("waiting", key::CLI_WAITING, words),
        verb("conflicts", key::CLI_CONFLICTS, words),
        resolve(words),
        noun("device", key::CLI_DEVICE, words).subcommand(renew(words)),
    ]
}

fn write(words: &'static Words) -> Command {
    verb("write", key::CLI_PACKAGE_WRITE, words)
        .arg(file(words, key::CLI_PACKAGE_WRITE_FILE))
        .arg(replace(words))
        .arg(
            option("for", words, key::CLI_VALUE_WHO, key::CLI_PACKAGE_FOR)
                .value_parser(PossibleValuesParser::new(["everybody", "secretariat"]))
                .default_value("everybody"),
        )
        .arg(path(option("after", words, key::CLI_VALUE_FILE, key::CLI_PACKAGE_AFTER)))
}

fn renew(words: &'static Words) -> Command {
    let from = option("from", words, key::CLI_VALUE_PLACE, key::CLI_DEVICE_RENEW_FROM);
    let device = option("device", words, key::CLI_VALUE_DEVICE, key::CLI_DEVICE_RENEW_DEVICE);
    verb("renew", key::CLI_DEVICE_RENEW, words)
        .arg(whole(from))
        .arg(device.requires("from"))
        .arg(flag("pinned", words, key::CLI_DEVICE_RENEW_PINNED).requires("from"))
}

fn resolve(words: &'static Words) -> Command {
    verb("resolve", key::CLI_RESOLVE, words)
        .arg(plain("id", words, key::CLI_VALUE_ID, key::CLI_RESOLVE_ID).required(true))
        .arg(plain("field", words, key::CLI_VALUE_FIELD, key::CLI_RESOLVE_FIELD).required(true))
        .arg(option("choose", words, key::CLI_VALUE_ID, key::CLI_RESOLVE_CHOOSE))
        .arg(option("value", words, key::CLI_VALUE_JSON, key::CLI_RESOLVE_VALUE))
        .group(ArgGroup::new("choice").args(["choose", "value"]).required(true))
        .args(on_behalf(words))
}
