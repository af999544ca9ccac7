//! What is wrong with a command line, in the user's language.

use std::ffi::OsString;
use std::io;
use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Command, Error};
use jalon_domain::Failure;

use crate::grammar::MOST;
use crate::output::{Output, print_line};

/// The command that a command line had come to.
pub struct Place {
    /// Its name with those above it: `jalon milestone set`.
    name: String,
    /// The commands below it.
    commands: Vec<String>,
}

impl Place {
    /// Follows the names of commands as far as they are known.
    pub fn of(grammar: &Command, plain: &[String]) -> Place {
        let (mut command, mut name) = (grammar, grammar.get_name().to_owned());
        for said in plain {
            let Some(below) = command.find_subcommand(said) else { break };
            command = below;
            name = format!("{name} {said}");
        }
        Place { name, commands: command.get_subcommands().map(|it| it.get_name().to_owned()).collect() }
    }

    fn help(&self) -> Failure {
        Failure::new("failure-usage-help").text("command", &self.name)
    }
}

/// Prints help where it was asked for (exit 0), or what is not understood (exit 2).
pub fn explain(error: &Error, place: &Place, arguments: &[OsString], output: &Output<'_>) -> ExitCode {
    let help = || error.render().to_string().trim_end().to_owned();
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            // A reader that has gone away needs no help.
            let _ = print_line(&mut io::stdout().lock(), &help());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            let _ = print_line(&mut io::stderr().lock(), &help());
            ExitCode::from(2)
        }
        _ => output.usage(&failure(error, place, arguments), &place.help()),
    }
}

fn failure(error: &Error, place: &Place, arguments: &[OsString]) -> Failure {
    let said = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let about = |code: &str| Failure::new(code).text("argument", said(ContextKind::InvalidArg));
    let commands = |failure: Failure| failure.text("commands", place.commands.join(", "));
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            let said = said(ContextKind::InvalidSubcommand);
            commands(Failure::new("failure-usage-command").text("argument", said))
        }
        ErrorKind::MissingSubcommand => commands(Failure::new("failure-usage-no-command")),
        ErrorKind::UnknownArgument => about("failure-usage-unknown"),
        ErrorKind::MissingRequiredArgument => about("failure-usage-missing"),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => match said(ContextKind::InvalidValue) {
            nothing if nothing.is_empty() => about("failure-usage-no-value"),
            // What has no list of values and can be wrong is a number.
            value => match said(ContextKind::ValidValue) {
                none if none.is_empty() => {
                    about("failure-usage-number").text("value", value).number("most", MOST)
                }
                allowed => about("failure-usage-value").text("value", value).text("allowed", allowed),
            },
        },
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            about("failure-usage-no-value")
        }
        ErrorKind::TooManyValues => about("failure-usage-takes-no-value"),
        ErrorKind::ArgumentConflict => {
            let (argument, other) = (said(ContextKind::InvalidArg), said(ContextKind::PriorArg));
            // An option that is given again is in conflict with itself.
            match other.is_empty() || other == argument {
                true => about("failure-usage-twice"),
                false => about("failure-usage-together").text("other", other),
            }
        }
        ErrorKind::InvalidUtf8 => {
            let unreadable = arguments.iter().find(|argument| argument.to_str().is_none());
            let shown = unreadable.map(|argument| argument.to_string_lossy().into_owned());
            Failure::new("failure-usage-not-utf8").text("argument", shown.unwrap_or_default())
        }
        _ => Failure::new("failure-usage-other"),
    }
}
