//! The commands, their arguments and their help, in the user's language: a file a
//! noun, each with its commands.
//!
//! Built at run time rather than derived, because the words come from the locales.

mod council;
mod cycle;
mod deck;
mod delivery;
mod look;
mod milestone;
mod parts;
mod plan;
mod safety;
mod translations;
mod year;

use clap::{Arg, ArgAction, Command};
use jalon_words::{Words, key};

pub use parts::MOST;
use parts::{AFTER, dressed, flag, lang, option, path};

/// The whole grammar of `jalon`.
pub fn command(words: &'static Words) -> Command {
    let root = dressed(Command::new("jalon").about(words.text(key::CLI_ABOUT)), words)
        .version(env!("CARGO_PKG_VERSION"))
        .disable_version_flag(true)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .args(global(words))
        .arg(lang(words))
        .arg(
            Arg::new("version")
                .short('V')
                .long("version")
                .action(ArgAction::Version)
                .help(words.text(key::CLI_OPTION_VERSION))
                .display_order(AFTER + 5),
        );
    let root = root
        .subcommands(plan::commands(words))
        .subcommands(milestone::commands(words))
        .subcommands(cycle::commands(words))
        .subcommands(year::commands(words))
        .subcommands(deck::commands(words))
        .subcommands(council::commands(words))
        .subcommands(look::commands(words))
        .subcommands(delivery::commands(words))
        .subcommands(safety::commands(words))
        .subcommands(translations::commands(words));
    in_order(root)
}

/// Lists the values that stand by themselves as they are given: clap sorts those that have
/// a heading of their own by their names.
fn in_order(command: Command) -> Command {
    let mut place = 0;
    let command = command.mut_args(|arg| {
        if !arg.is_positional() {
            return arg;
        }
        place += 1;
        arg.display_order(place)
    });
    command.mut_subcommands(in_order)
}

/// The names of all options, of any command, whose value is the next argument.
pub fn options_with_values(command: &Command) -> Vec<String> {
    let own = command.get_arguments().filter(|arg| arg.get_action().takes_values());
    let mut names: Vec<String> = own.filter_map(|arg| Some(format!("--{}", arg.get_long()?))).collect();
    names.extend(command.get_subcommands().flat_map(options_with_values));
    names
}

/// The options that every command has.
fn global(words: &Words) -> [Arg; 4] {
    [
        path(option("store", words, key::CLI_VALUE_FILE, key::CLI_OPTION_STORE))
            .global(true)
            .display_order(AFTER + 1),
        option("as", words, key::CLI_VALUE_ACTOR, key::CLI_OPTION_AS).global(true).display_order(AFTER + 2),
        flag("json", words, key::CLI_OPTION_JSON).global(true).display_order(AFTER + 3),
        flag("read-only", words, key::CLI_OPTION_READ_ONLY).global(true).display_order(AFTER + 3),
    ]
}

#[cfg(test)]
mod tests {
    use std::any::TypeId;
    use std::path::PathBuf;

    use jalon_domain::Lang;

    use super::*;

    fn wrong(command: &Command, found: &mut Vec<String>) {
        for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
            let parser = arg.get_value_parser();
            let never_wrong = [TypeId::of::<String>(), TypeId::of::<PathBuf>()];
            let whole = parser.type_id() == TypeId::of::<i64>() && arg.is_allow_negative_numbers_set();
            if !whole && !never_wrong.iter().any(|known| parser.type_id() == *known) {
                found.push(format!("{} {arg}", command.get_name()));
            }
        }
        command.get_subcommands().for_each(|below| wrong(below, found));
    }

    /// The names of the values that stand by themselves, as help lists them.
    fn listed(command: &mut Command, heading: &str) -> Vec<String> {
        let help = command.render_help().to_string();
        let below = help.lines().skip_while(|line| *line != heading).skip(1);
        let listed =
            below.take_while(|line| !line.is_empty()).filter_map(|line| line.split_whitespace().next());
        listed.map(|name| name.trim_end_matches("...").to_owned()).collect()
    }

    fn check_order(command: &mut Command, heading: &str) {
        let usage = command.render_usage().to_string();
        let said: Vec<&str> = usage.split_whitespace().collect();
        let mut used = Vec::new();
        for pair in said.windows(2) {
            let of_option = pair.iter().any(|word| word.contains("--"));
            if pair[1].starts_with(['<', '[']) && !of_option {
                used.push(pair[1].trim_end_matches("..."));
            }
        }
        let grammar = ["[OPTIONS]", "<COMMAND>", "<COMMANDE>", "[COMMAND]", "[COMMANDE]"];
        used.retain(|word| !grammar.contains(word));
        let mut names = listed(command, heading);
        assert_eq!(names, used, "{}", command.get_name());
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), used.len(), "{}: two values of one name", command.get_name());
        command.get_subcommands_mut().for_each(|below| check_order(below, heading));
    }

    #[test]
    fn help_lists_values_in_the_order_of_the_usage_by_names_that_differ() {
        for words in Lang::BOTH.map(Words::of) {
            check_order(&mut command(words), &words.text(key::CLI_ARGUMENTS_HEADING));
        }
    }

    /// What is said of a wrong value names what is allowed: a list, or whole numbers.
    #[test]
    fn a_value_that_can_be_wrong_has_a_list_or_is_a_whole_number() {
        let mut found = Vec::new();
        wrong(&command(Words::of(Lang::En)), &mut found);
        assert_eq!(found, Vec::<String>::new());
    }
}
