//! `jalon apply FILE|-`: one JSON action a line in, one JSON result a line out.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read as _};
use std::path::Path;
use std::process::ExitCode;

use jalon_domain::actor::OnBehalf;
use jalon_domain::{Action, Failure};
use jalon_exchange::LoadError;
use jalon_store::{Context, Store};
use serde_json::{Map, Value, json};

use super::{Outcome, refused};
use crate::actor;
use crate::output::print_line;
use crate::session::Session;

/// A line longer than this is refused, and read past.
const LINE_LIMIT: u64 = 16 * 1024 * 1024;

/// Carries out the actions in order. A result is printed only once the action is
/// durable; a refused line says why, and the rest go on.
pub fn apply(session: &Session) -> Outcome {
    let path = session.path("file").map(|path| path.as_path()).unwrap_or(Path::new("-"));
    let mut lines: Box<dyn BufRead> = if path == Path::new("-") {
        Box::new(io::stdin().lock())
    } else {
        let file = File::open(path).map_err(|error| refused(LoadError::from_io(path, error).failure()))?;
        Box::new(BufReader::new(file))
    };
    let mut store = session.store().map_err(refused)?;
    let context = session.context(&store, None).map_err(refused)?;
    let mut exit = ExitCode::SUCCESS;
    for number in 1.. {
        let Some(line) =
            next_line(&mut lines).map_err(|error| refused(LoadError::from_io(path, error).failure()))?
        else {
            break;
        };
        if line.as_ref().is_ok_and(|line| line.trim_ascii().is_empty()) {
            continue;
        }
        let result = line.and_then(|line| act(&mut store, &context, &line));
        let answer = match result {
            Ok((txn, conflicts)) => json!({"line": number, "ok": true, "txn": txn, "conflicts": conflicts}),
            Err(failure) => {
                exit = ExitCode::from(1);
                json!({"line": number, "ok": false, "failure": session.output.told(&failure)})
            }
        };
        print_line(&mut io::stdout().lock(), &answer.to_string());
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

/// The transaction, and the fields that it left with several heads.
type Done = (String, Vec<(jalon_domain::Id, String)>);

fn act(store: &mut Store, context: &Context, line: &[u8]) -> Result<Done, Failure> {
    let text = std::str::from_utf8(line).map_err(|_| Failure::new("failure-line-not-utf8"))?;
    let not_json = |column: usize| {
        Failure::new("failure-line-not-json").number("column", i64::try_from(column).unwrap_or(i64::MAX))
    };
    let mut object: Map<String, Value> =
        serde_json::from_str(text.trim_end()).map_err(|error| not_json(error.column()))?;
    let context = context_of(&mut object, store, context)?;
    let mut action = action(object)?;
    if action.bases().is_some_and(|bases| bases.is_empty()) {
        // There is no form here that could be stale: what stands now is what is meant.
        let heads = store.bases_for(&action).map_err(|error| error.failure())?;
        action.set_bases(heads);
    }
    let changes = store.act(&context, &action).map_err(|error| error.failure())?;
    Ok((changes.txn, changes.conflicts))
}

/// `as`, `on_behalf` and `reason` may stand on a line beside the action.
fn context_of(object: &mut Map<String, Value>, store: &Store, context: &Context) -> Result<Context, Failure> {
    let mut context = context.clone();
    let not_action = || Failure::new("failure-line-not-action").text("name", "as, on_behalf, reason");
    if let Some(said) = object.remove("as") {
        let said = said.as_str().ok_or_else(not_action)?;
        context.actor = actor::actor(said, &store.plan().map_err(|error| error.failure())?)?;
    }
    if let Some(said) = object.remove("on_behalf") {
        let principal: OnBehalf = serde_json::from_value(said).map_err(|_| not_action())?;
        context.on_behalf = Some(principal);
    }
    if let Some(said) = object.remove("reason") {
        context.reason = Some(said.as_str().ok_or_else(not_action)?.to_owned());
    }
    Ok(context)
}

fn action(object: Map<String, Value>) -> Result<Action, Failure> {
    let name = object.get("action").and_then(Value::as_str).unwrap_or_default().to_owned();
    serde_json::from_value(Value::Object(object)).map_err(|_| {
        let code =
            if Action::is_name(&name) { "failure-line-not-action" } else { "failure-line-unknown-action" };
        Failure::new(code).text("name", name)
    })
}
