//! `jalon-app [--store FILE]`: Jalon in its window.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

use jalon_exchange::host;
use jalon_shell::arguments;
use jalon_words::Words;

fn main() -> ExitCode {
    match arguments::read(std::env::args_os().skip(1)) {
        Ok(arguments) => match jalon_shell::run(arguments) {
            Ok(()) => ExitCode::SUCCESS,
            Err(failure) => say(&failure, 1),
        },
        Err(failure) => say(&failure, 2),
    }
}

/// Where there is no window to say it in, standard error is the only place left.
#[expect(clippy::print_stderr, reason = "without a window there is no other place to say why")]
fn say(failure: &jalon_domain::Failure, code: u8) -> ExitCode {
    eprintln!("{}", Words::of(host::language()).failure(failure));
    ExitCode::from(code)
}
