//! `kill -9` at random moments.

use std::thread::sleep;
use std::time::Duration;

use jalon_tests::{Outcome, ensure};

use super::chance::{rounds, seeded};
use super::desk::Desk;
use super::script::Script;

#[test]
fn a_kill_loses_nothing_acknowledged_and_leaves_nothing_half_applied() -> Outcome {
    seeded("kill -9", |rng| {
        let script = Script::new(rng, 200)?;
        let sample = Desk::sample()?;
        let kills = rounds(20, 1000);
        let (mut acknowledged, mut beyond) = (0, 0);
        let (mut desk, mut at) = (sample.copy()?, 0);
        for n in 1..=kills {
            if at >= 150 {
                (desk, at) = (sample.copy()?, 0);
            }
            let mut applying = desk.apply(&script.lines[at..])?;
            let answered = rng.usize(0..30);
            // Before the first answer it opens and verifies, which takes longer than an action.
            let longest = if answered == 0 { 60_000 } else { 3_000 };
            applying.until(answered)?;
            sleep(Duration::from_micros(rng.u64(0..longest)));
            let answers = applying.kill()?;

            let done = desk.prefix(&script).map_err(|error| format!("kill {n}: {error}"))?;
            let least = at + answers.len();
            ensure!(done >= least, "kill {n}: {least} actions were acknowledged, {done} are there");
            ensure!(done <= least + 1, "kill {n}: {done} actions are there, {least} were acknowledged");
            let transactions = desk.transactions()?;
            let first = script.before + at;
            ensure!(
                transactions.get(first..first + answers.len()) == Some(&answers[..]),
                "kill {n}: other transactions are there than those that were acknowledged"
            );
            acknowledged += answers.len();
            beyond += done - least;
            at = done;
        }
        Ok(format!(
            "{kills} kills, {acknowledged} actions acknowledged, 0 lost; {beyond} more were whole and unanswered"
        ))
    })
}
