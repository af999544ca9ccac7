//! Makes both drafts of a plan JSON file, to be looked at (a file holds no approvals, so
//! nothing in it is final): `cargo run -p jalon-deck --example decks -- plan.json FOLDER
//! [YYYY-MM-DD]`.

#[path = "../tests/support/mod.rs"]
mod support;

use std::path::Path;
use std::process::ExitCode;

use jalon_deck::{Options, make_all};
use jalon_domain::Lang;
use jalon_words::Words;

fn main() -> ExitCode {
    let args: Vec<String> = std::env::args().skip(1).collect();
    match run(&args) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            report(&error.to_string());
            ExitCode::FAILURE
        }
    }
}

fn run(args: &[String]) -> Result<(), Box<dyn std::error::Error>> {
    let [file, folder, rest @ ..] = args else { return Err("plan.json FOLDER [YYYY-MM-DD]".into()) };
    let day = rest.first().map_or("2019-09-25", String::as_str).parse()?;
    let plan = support::read(&std::fs::read(file)?)?;
    let options = Options { day, ..Options::default() };
    let words = Words::of(Lang::En);
    let made = match make_all(&plan, &Lang::BOTH, &options) {
        Ok(made) => made,
        Err(error) => {
            let all: Vec<String> = error.details().iter().map(|detail| words.failure(detail)).collect();
            return Err(format!("{}\n{}", words.failure(&error.failure()), all.join("\n")).into());
        }
    };
    for (lang, made) in Lang::BOTH.into_iter().zip(made) {
        made.remarks.iter().for_each(|remark| report(&words.failure(&remark.failure())));
        std::fs::write(Path::new(folder).join(format!("deck-{}.pptx", lang.code())), made.bytes)?;
    }
    Ok(())
}

#[expect(clippy::print_stderr, reason = "an example speaks to whoever runs it")]
fn report(text: &str) {
    eprintln!("{text}");
}
