//! What is wrong with a command line, in the user's language.

use std::io;
use std::process::ExitCode;

use clap::Error;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use jalon_domain::Failure;
use jalon_words::Words;

use crate::output::print_line;

/// Prints help where it was asked for (exit 0), or what is not understood (exit 2).
pub fn explain(error: &Error, words: &'static Words) -> ExitCode {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            print_line(&mut io::stdout().lock(), error.render().to_string().trim_end());
            ExitCode::SUCCESS
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            print_line(&mut io::stderr().lock(), error.render().to_string().trim_end());
            ExitCode::from(2)
        }
        _ => tell(&failure(error), words),
    }
}

/// Prints a usage failure; exit 2.
pub fn tell(failure: &Failure, words: &'static Words) -> ExitCode {
    let mut to = io::stderr().lock();
    print_line(&mut to, &words.failure(failure));
    print_line(&mut to, &words.failure(&Failure::new("failure-usage-help")));
    ExitCode::from(2)
}

fn failure(error: &Error) -> Failure {
    let said = |kind: ContextKind| match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    };
    let argument = || said(ContextKind::InvalidArg);
    match error.kind() {
        ErrorKind::InvalidSubcommand => {
            Failure::new("failure-usage-unknown").text("argument", said(ContextKind::InvalidSubcommand))
        }
        ErrorKind::UnknownArgument => Failure::new("failure-usage-unknown").text("argument", argument()),
        ErrorKind::MissingRequiredArgument | ErrorKind::MissingSubcommand => {
            Failure::new("failure-usage-missing").text("argument", argument())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation
            if said(ContextKind::InvalidValue).is_empty() =>
        {
            Failure::new("failure-usage-no-value").text("argument", argument())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => Failure::new("failure-usage-value")
            .text("argument", argument())
            .text("value", said(ContextKind::InvalidValue)),
        ErrorKind::NoEquals | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            Failure::new("failure-usage-no-value").text("argument", argument())
        }
        ErrorKind::ArgumentConflict | ErrorKind::TooManyValues => {
            Failure::new("failure-usage-twice").text("argument", argument())
        }
        ErrorKind::InvalidUtf8 => Failure::new("failure-usage-not-utf8").text("argument", argument()),
        _ => Failure::new("failure-usage-other"),
    }
}
