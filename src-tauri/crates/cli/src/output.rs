//! Answers: text for people, or JSON.

use std::io::{self, ErrorKind, Write};
use std::path::Path;
use std::process::ExitCode;

use jalon_domain::Failure;
use jalon_words::Words;
use serde_json::{Value, json};

use crate::stop::{Stop, Told};
use crate::ways;

/// Where answers go, and in which form.
#[derive(Clone, Copy)]
pub struct Output<'a> {
    /// The language of the answers.
    pub words: &'static Words,
    json: bool,
    store: Option<&'a Path>,
}

impl<'a> Output<'a> {
    /// Answers in those words, as JSON where it was asked for.
    pub fn new(words: &'static Words, json: bool) -> Self {
        Output { words, json, store: None }
    }

    /// The same about the plan in the file as `--store` named it: the commands that answers
    /// name are for that plan.
    pub fn on<'b>(self, store: Option<&'b Path>) -> Output<'b> {
        Output { words: self.words, json: self.json, store }
    }

    /// Prints an answer, the text or the JSON, and is done.
    ///
    /// # Errors
    /// It cannot be written (a full disk). A reader that has gone away
    /// (`jalon board | head`) is no failure: everything was done by now.
    pub fn answer(
        &self,
        text: impl FnOnce() -> String,
        json: impl FnOnce() -> Value,
    ) -> Result<ExitCode, Stop> {
        let line = if self.json { json().to_string() } else { plain(&text()) };
        match print_line(&mut io::stdout().lock(), &line) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(unwritten(&error).into()),
            _ => Ok(ExitCode::SUCCESS),
        }
    }

    /// Writes a file's bytes to standard output as they are: they are the answer.
    ///
    /// # Errors
    /// As [`Output::answer`].
    pub fn bytes(&self, bytes: &[u8]) -> Result<ExitCode, Stop> {
        let mut out = io::stdout().lock();
        match out.write_all(bytes).and_then(|()| out.flush()) {
            Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(unwritten(&error).into()),
            _ => Ok(ExitCode::SUCCESS),
        }
    }

    /// Says why a verb ended before it was done; as JSON on standard output too.
    pub fn stop(&self, stop: &Stop) -> ExitCode {
        match stop {
            Stop::Refused(failures) => self.refuse(failures, &[], 1),
            Stop::Unopened(told) | Stop::Unwritable(told) => self.unopened(told),
            Stop::Usage(failure) => self.refuse(std::slice::from_ref(failure), &[], 2),
        }
    }

    /// Says what is wrong with the command line, then where its help is.
    pub fn usage(&self, failure: &Failure, help: &Failure) -> ExitCode {
        self.refuse(std::slice::from_ref(failure), std::slice::from_ref(help), 2)
    }

    /// Says something beside the answer that is no reason to stop.
    pub fn warn(&self, failure: &Failure) {
        // Nothing more can be done for somebody who reads neither stream.
        let said = self.words.failure(&self.typed(failure));
        let _ = print_line(&mut io::stderr().lock(), &plain(&said));
    }

    /// A failure with the command that leads out of it, as it is to be typed here.
    fn typed(&self, failure: &Failure) -> Failure {
        failure.clone().typed(|verb| ways::command(self.store, verb))
    }

    /// Says why the plan's file cannot be opened, and the ways out.
    fn unopened(&self, told: &Told) -> ExitCode {
        told.failures.iter().chain(&told.ways).for_each(|failure| self.warn(failure));
        if self.json {
            let [failures, ways] = [&told.failures, &told.ways]
                .map(|list| list.iter().map(|failure| self.told(failure)).collect::<Vec<Value>>());
            let answer = json!({"ok": false, "failures": failures, "ways_out": ways}).to_string();
            let _ = print_line(&mut io::stdout().lock(), &answer);
        }
        ExitCode::from(1)
    }

    fn refuse(&self, failures: &[Failure], hints: &[Failure], exit: u8) -> ExitCode {
        for failure in failures.iter().chain(hints) {
            self.warn(failure);
        }
        if self.json {
            let told: Vec<Value> = failures.iter().map(|failure| self.told(failure)).collect();
            let answer = json!({"ok": false, "failures": told}).to_string();
            let _ = print_line(&mut io::stdout().lock(), &answer);
        }
        ExitCode::from(exit)
    }

    /// A failure as JSON, with its words.
    pub fn told(&self, failure: &Failure) -> Value {
        let failure = self.typed(failure);
        json!({"code": failure.code, "args": failure.args, "message": self.words.failure(&failure)})
    }
}

/// Prints a line and flushes it.
///
/// # Errors
/// What the system says.
pub fn print_line(to: &mut impl Write, line: &str) -> io::Result<()> {
    writeln!(to, "{line}").and_then(|()| to.flush())
}

/// The answer that cannot be written.
pub fn unwritten(error: &io::Error) -> Failure {
    Failure::new("failure-output").text("detail", error.to_string())
}

/// Text that a terminal shows and does not obey: what came in from elsewhere may hold
/// escape sequences.
fn plain(text: &str) -> String {
    let shown = |c: char| if c.is_control() && c != '\n' { '\u{fffd}' } else { c };
    text.chars().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_is_printed_can_steer_a_terminal() {
        assert_eq!(plain("a\u{1b}[31mb\u{9b}c\nd\u{a0}é"), "a\u{fffd}[31mb\u{fffd}c\nd\u{a0}é");
    }
}
