//! A disk that is full at one step of one action: each call of the program that takes
//! room gets its turn.

use std::io::{BufRead as _, BufReader, Write as _};
use std::process::{Command, Stdio};

use fastrand::Rng;
use jalon_domain::{Failure, Lang};
use jalon_tests::{Outcome, ensure};
use jalon_words::Words;
use serde_json::Value;

use super::chance::{full_size, rounds, seeded};
use super::desk::{Desk, ready};
use super::script::Script;
use super::struck::{Call, Fault, mostly_struck, struck, watched};

/// Steps of one action that get their turn at the small size.
const STEPS: usize = 2;

#[test]
fn a_full_disk_refuses_in_words_keeps_what_was_and_lets_go_on_once_there_is_room() -> Outcome {
    seeded("full disk", |rng| {
        let actions = rounds(8, 200);
        let script = Script::new(rng, actions)?;
        let mut desk = Desk::sample()?;
        let mut seen = Seen::default();
        for (n, line) in script.lines.iter().enumerate() {
            let (calls, after, answers) = watched(&desk, |jalon, desk| apply(jalon, desk, line, 1))?;
            ensure!(answers.iter().all(is_done), "action {n}, with room: {answers:?}");
            let mut steps: Vec<Call> = calls.into_iter().filter(Call::takes_room).collect();
            if !full_size() {
                rng.shuffle(&mut steps);
                steps.truncate(STEPS);
            }
            for call in &steps {
                let told = step(rng, &desk, &script, n, call, &mut seen);
                told.map_err(|error| format!("action {n}, full at {call:?}: {error}"))?;
            }
            // Sometimes the file is whole when the next one begins, mostly its log has grown.
            desk = if rng.u8(0..40) == 0 { after } else { killed_after(&desk, line)? };
        }
        let Seen { refused, unsure, done, missed } = seen;
        mostly_struck(refused + unsure + done, missed)?;
        ensure!(refused > 0 && done > 0, "nothing was told apart: {refused} refused, {done} done");
        Ok(format!(
            "{actions} actions, the disk full at {} steps of them: {refused} refused in words with the \
             state before whole, {unsure} said to be unsure, {done} done before the step; 0 others; \
             each went on once there was room",
            refused + unsure + done
        ))
    })
}

#[derive(Default)]
struct Seen {
    refused: usize,
    unsure: usize,
    done: usize,
    /// Steps that did not come again.
    missed: usize,
}

/// Has the disk full at one step of action `n`, and then gives it room.
fn step(rng: &mut Rng, desk: &Desk, script: &Script, n: usize, call: &Call, seen: &mut Seen) -> Outcome {
    let line = &script.lines[n];
    // SQLite does not say why a file cannot be made; the store tries for itself then, so
    // that there must be no room a moment later either.
    let once = rng.bool() && call.name != "openat";
    let (fault, tries) = if once { (Fault::FullForOnce, 2) } else { (Fault::FullFromHere, 1) };
    let struck = struck(desk, fault, call, |jalon, desk| apply(jalon, desk, line, tries))?;
    let Some((desk, answers)) = struck else {
        seen.missed += 1;
        return Ok(());
    };
    let first = answers.first().ok_or("it said nothing")?;
    match refusal(first) {
        None => seen.done += 1,
        Some("failure-store-full") => {
            let words = Words::of(Lang::En).failure(&Failure::new("failure-store-full"));
            ensure!(first.to_string().contains(&words), "refused in other words: {first}");
            seen.refused += 1;
        }
        // The system took all of it and then did not say that it is on the disk.
        Some("failure-store-unsure") if call.name == "fsync" => seen.unsure += 1,
        Some(_) => return Err(format!("refused as something else: {first}").into()),
    }
    // Only an action that was refused was tried again; where the file could not even be
    // opened, there was nobody who could.
    let done = answers.last().is_some_and(is_done);
    let tried = refusal(first).is_some() && first.get("failures").is_none();
    ensure!(done || !once || !tried, "with room again: {answers:?}");
    let stands = desk.prefix(script)?;
    let unsure = !done && refusal(first) == Some("failure-store-unsure");
    ensure!(stands == n + usize::from(done) || unsure && stands == n + 1, "{stands} actions are there");
    if stands == n {
        let answers = apply(ready()?, &desk, line, 1)?;
        ensure!(answers.iter().all(is_done), "with room: {answers:?}");
        ensure!(desk.prefix(script)? == n + 1, "with room it said that it was done, and it is not");
    }
    Ok(())
}

/// Has `jalon apply` do one action, and again when it was refused, so many times in
/// all: its answers.
fn apply(mut jalon: Command, desk: &Desk, line: &str, tries: usize) -> Outcome<Vec<Value>> {
    jalon.arg("--store").arg(desk.store()).args(["--as", "co-chair:CA-AB", "--lang", "en", "--json"]);
    jalon.args(["apply", "-"]).env("JALON_NOW", "2019-09-14");
    let mut child = jalon.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()?;
    let mut pipe = child.stdin.take().ok_or("a pipe")?;
    let mut lines = BufReader::new(child.stdout.take().ok_or("a pipe")?).lines();
    let mut answers: Vec<Value> = Vec::new();
    while answers.len() < tries && !answers.last().is_some_and(is_done) {
        // It may have been refused already, and ended; then it says so.
        let _ = writeln!(pipe, "{line}");
        let Some(answer) = lines.next() else { break };
        answers.push(serde_json::from_str(&answer?)?);
    }
    drop(pipe);
    let status = child.wait()?;
    let code = usize::from(answers.iter().any(|answer| !is_done(answer)));
    ensure!(status.code() == i32::try_from(code).ok(), "it ended with {status} after {answers:?}");
    Ok(answers)
}

fn is_done(answer: &Value) -> bool {
    answer["ok"] == true
}

/// The code of a refusal, of a line or of the whole program.
fn refusal(answer: &Value) -> Option<&str> {
    answer["failure"]["code"].as_str().or_else(|| answer["failures"][0]["code"].as_str())
}

/// The desk after an action, with the program killed as soon as it had answered.
fn killed_after(desk: &Desk, line: &String) -> Outcome<Desk> {
    let desk = desk.copy()?;
    desk.killed_after(std::slice::from_ref(line))?;
    Ok(desk)
}
