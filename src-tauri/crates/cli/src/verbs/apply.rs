//! `jalon apply FILE|-`: one JSON action a line in, one JSON result a line out.

mod line;

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;
use std::process::ExitCode;

use jalon_domain::Failure;
use jalon_exchange::LoadError;
use jalon_store::{Changes, Context, Store};
use serde_json::{Value, json};

use super::Outcome;
use crate::output::{print_line, unwritten};
use crate::session::Session;
use crate::stop::Stop;

/// A line longer than this is refused, and read past.
const LINE_LIMIT: u64 = 16 * 1024 * 1024;

/// Carries out the actions in order. A result is printed only once the action is
/// durable; a refused line says why, and the rest go on. Where no result can be
/// printed any more, nothing further is done.
pub fn apply(session: &Session) -> Outcome {
    let path = session.path("file").unwrap_or(Path::new("-"));
    let mut lines: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        Box::new(BufReader::new(File::open(path).map_err(|error| LoadError::from_io(path, error))?))
    };
    let mut store = session.store()?;
    let context = session.context(&store, None)?;
    let mut exit = ExitCode::SUCCESS;
    for number in 1_i64.. {
        let next = next_line(&mut lines).map_err(|error| LoadError::from_io(path, error))?;
        let Some(line) = next else { break };
        if line.as_ref().is_ok_and(|line| line.trim_ascii().is_empty()) {
            continue;
        }
        let answer = match line.and_then(|line| act(&mut store, &context, &line)) {
            Ok(changes) => answer(number, &changes),
            Err(failure) => {
                exit = ExitCode::from(1);
                json!({"line": number, "ok": false, "failure": session.output.told(&failure)})
            }
        };
        if let Err(error) = print_line(&mut io::stdout().lock(), &answer.to_string()) {
            let stopped = Failure::new("failure-apply-stopped").number("line", number);
            return Err(Stop::Refused(vec![unwritten(&error), stopped]));
        }
    }
    Ok(exit)
}

/// The next line without its end, or why it cannot be taken; `None` at the end.
fn next_line(lines: &mut dyn BufRead) -> io::Result<Option<Result<Vec<u8>, Failure>>> {
    let mut line = Vec::new();
    if (&mut *lines).take(LINE_LIMIT).read_until(b'\n', &mut line)? == 0 {
        return Ok(None);
    }
    if line.len() as u64 == LINE_LIMIT && !line.ends_with(b"\n") {
        skip_line(lines)?;
        let limit = i64::try_from(LINE_LIMIT).unwrap_or(i64::MAX);
        return Ok(Some(Err(Failure::new("failure-line-too-long").number("limit", limit))));
    }
    Ok(Some(Ok(line)))
}

fn skip_line(lines: &mut dyn BufRead) -> io::Result<()> {
    loop {
        let seen = lines.fill_buf()?;
        let (used, ended) = match seen.iter().position(|byte| *byte == b'\n') {
            Some(end) => (end + 1, true),
            None => (seen.len(), seen.is_empty()),
        };
        lines.consume(used);
        if ended {
            return Ok(());
        }
    }
}

/// The transaction, the fields that it left with several heads, and, of a redaction, what became
/// of the files around the plan.
fn answer(number: i64, changes: &Changes) -> Value {
    let mut answer = json!({"line": number, "ok": true, "txn": changes.txn, "conflicts": changes.conflicts});
    if let Some(scrubbed) = &changes.scrubbed {
        answer["scrubbed"] = json!(scrubbed);
    }
    answer
}

fn act(store: &mut Store, context: &Context, line: &[u8]) -> Result<Changes, Failure> {
    let (context, action) = line::read(line, store, context)?;
    let changes = if action.bases().is_some_and(|bases| bases.is_empty()) {
        // There is no form here that could be stale: what stands now is what is meant.
        store.act_as_it_stands(&context, &action)
    } else {
        store.act(&context, &action)
    };
    changes.map_err(|error| error.failure())
}
