//! Answers: text for people, or JSON.

use std::io::{self, Write};
use std::process::ExitCode;

use jalon_domain::Failure;
use jalon_words::Words;
use serde_json::{Value, json};

/// Where answers go, and in which form.
pub struct Output {
    words: &'static Words,
    json: bool,
}

impl Output {
    /// Answers in those words, as JSON where it was asked for.
    pub fn new(words: &'static Words, json: bool) -> Self {
        Output { words, json }
    }

    /// Prints an answer: the text, or the JSON. A reader that has gone away
    /// (`jalon board | head`) is no failure.
    pub fn answer(&self, text: impl FnOnce() -> String, json: impl FnOnce() -> Value) {
        let line = if self.json { json().to_string() } else { text() };
        print_line(&mut io::stdout().lock(), &line);
    }

    /// Says in words what was refused; as JSON on standard output too.
    pub fn refuse(&self, failures: &[Failure]) -> ExitCode {
        for failure in failures {
            print_line(&mut io::stderr().lock(), &self.words.failure(failure));
        }
        if self.json {
            let told: Vec<Value> = failures.iter().map(|failure| self.told(failure)).collect();
            print_line(&mut io::stdout().lock(), &json!({"ok": false, "failures": told}).to_string());
        }
        ExitCode::from(1)
    }

    /// A failure as JSON, with its words.
    pub fn told(&self, failure: &Failure) -> Value {
        json!({"code": failure.code, "args": failure.args, "message": self.words.failure(failure)})
    }
}

/// Prints a line and flushes it.
pub fn print_line(to: &mut impl Write, line: &str) {
    // A closed pipe cannot be told about anything; everything else was done by now.
    let _ = writeln!(to, "{line}").and_then(|()| to.flush());
}
