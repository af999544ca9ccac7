//! Everything a developer runs: `cargo start`, `cargo verify`, `cargo xtask …`.
//!
//! One module a noun; the commands are `start`, `verify`, `bench`, `torture` and `lint`. Nothing here is
//! shipped, so its words are for developers and in English only. Failures are sentences
//! (`Result<_, String>`): nobody acts on their kind, somebody reads them.

#![expect(
    clippy::print_stdout,
    clippy::print_stderr,
    reason = "a developer's tool talks to the terminal that started it"
)]

mod bench;
mod decks;
mod demo;
mod display;
mod lint;
mod place;
mod process;
mod python;
mod stamp;
mod start;
mod steps;
mod suite;
mod system;
mod toolchain;
mod torture;
mod ui;
mod verify;
mod version;

use std::process::ExitCode;

/// What went wrong, as a sentence for the developer at the terminal.
type Result<T = ()> = std::result::Result<T, String>;

const USAGE: &str = "\
usage: cargo xtask COMMAND

  start [ARGUMENTS]  set up what is missing, build Jalon and open it (also: cargo start);
                     without a display: the same as demo
  demo               run the app on a virtual display; leave a picture of the board
                     and the two decks in target/demo
  verify             set up what tests need and run every check (also: cargo verify)
  lint               only the checks that read files: words, rules of the house, licences
  decks              only the deck checks: audit and render both decks of the sample
  bench [NAME]       build for release and run the benches of tests/benches
  torture            build the command line for release and run the proofs under faults at
                     full size (kills, power cuts, damaged files); JALON_SEED=N repeats a seed
";

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let command = arguments.next();
    let rest: Vec<String> = arguments.collect();
    let outcome = match (command.as_deref(), rest.as_slice()) {
        (Some("start"), _) => start::start(&rest),
        (Some("demo"), []) => start::demo(),
        (Some("verify"), []) => verify::verify(),
        (Some("lint"), []) => lint::only(),
        (Some("decks"), []) => decks::only(),
        (Some("bench"), [] | [_]) => bench::bench(rest.first().map(String::as_str)),
        (Some("torture"), []) => torture::torture(),
        (Some("help" | "-h" | "--help"), _) => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        _ => {
            eprint!("{USAGE}");
            return ExitCode::from(2);
        }
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("\nerror: {sentence}");
            ExitCode::FAILURE
        }
    }
}
