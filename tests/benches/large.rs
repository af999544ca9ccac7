//! A store of 50,000 changes and 2,000 milestones: opening it with all its
//! verification, the plan as of a moment, what is different since, searching, and the
//! memory of the process, each against the floor of it, which is SQLite doing only
//! what cannot be left out.
//!
//! What is compared takes turns, so that a machine that changes its mind changes it
//! for both.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use chrono::TimeDelta;
use jalon_domain::Actor;
use jalon_store::Store;
use jalon_tests::large;
use jalon_tests::measure::{Samples, report, report_bytes, say};
use jalon_tests::programs::{program, waiting_peak};
use jalon_tests::rows::{all_rows, open, rows_of};
use jalon_tests::{Outcome, ensure};

const ROUNDS: usize = 15;

fn main() -> Outcome {
    let folder = tempfile::tempdir()?;
    let begun = Instant::now();
    let path = large::make(folder.path())?;
    let store = Store::open(&path, large::end())?;
    let held = store.check()?;
    say(&format!(
        "a store of {} changes in {} transactions, {} entities, {:.1} MB, made in {:.0} s",
        held.changes,
        held.transactions,
        held.entities,
        std::fs::metadata(&path)?.len() as f64 / 1e6,
        begun.elapsed().as_secs_f64()
    ));
    opening(&path)?;
    looking_back(&store, &path)?;
    searching(&store, &path)?;
    memory(&path)
}

/// Open, verify all of it and load the plan; against `quick_check` and reading the
/// same rows.
fn opening(path: &Path) -> Outcome {
    let (mut ours, mut bare) = (Samples::default(), Samples::default());
    for _ in 0..ROUNDS {
        ours.add(timed(|| {
            let store = Store::open(path, large::end())?;
            ensure!(store.plan()?.milestones.len() == large::MILESTONES, "another plan");
            store.surroundings(large::end().date_naive())?;
            Ok(())
        })?);
        bare.add(timed(|| {
            let sql = open(path)?;
            let sound: String = sql.query_row("PRAGMA quick_check", [], |row| row.get(0))?;
            ensure!(sound == "ok" && all_rows(&sql)? > large::CHANGES, "not sound");
            Ok(())
        })?);
    }
    report("open, verify and load", &ours, "a bare quick_check and reading the same rows", &bare);
    Ok(())
}

/// The plan as of moments of its two years, and what `jalon since` tells of, from the
/// name of the moment on; against reading the plan as it stands, and against a bare
/// reading of all changes.
fn looking_back(store: &Store, path: &Path) -> Outcome {
    let sql = open(path)?;
    let now = store.plan()?;
    for (name, back) in [("a week", 7), ("half a year", 182), ("a year and a half", 547)] {
        let time = large::end() - TimeDelta::days(back);
        let (then, named) = (store.vector_at(time)?, time.to_rfc3339());
        let [mut as_of, mut compared, mut today, mut bare] = [(); 4].map(|()| Samples::default());
        for _ in 0..ROUNDS {
            as_of.add(timed(|| {
                ensure!(store.plan_as_of(&then)? != now, "nothing was different {name} ago");
                Ok(())
            })?);
            compared.add(timed(|| {
                let (from, to) = (store.moment(&named, large::end())?, store.moment_now(large::end())?);
                let since = store.since(&from, &to, &Actor::secretariat())?;
                ensure!(!since.differences.is_empty(), "nothing is different since {name} ago");
                Ok(())
            })?);
            today.add(timed(|| {
                ensure!(store.plan()? == now, "another plan");
                Ok(())
            })?);
            bare.add(timed(|| {
                ensure!(rows_of(&sql, "change")? >= large::CHANGES, "changes are missing");
                Ok(())
            })?);
        }
        report(&format!("the plan as of {name} ago"), &as_of, "the plan as it stands", &today);
        report(
            &format!("what is different since {name} ago"),
            &compared,
            "a bare reading of all changes",
            &bare,
        );
    }
    Ok(())
}

/// What somebody types, and what it shall find; against the bare query of the index.
fn searching(store: &Store, path: &Path) -> Outcome {
    let sql = open(path)?;
    let mut query = sql.prepare(
        "SELECT entity, place, lang FROM search WHERE search MATCH ?1 ORDER BY rank, rowid LIMIT 100",
    )?;
    for (text, bare_text) in [
        ("litteratie", "\"litteratie\"*"),
        ("oeuvre norme", "\"oeuvre\"* \"norme\"*"),
        ("d", "\"d\"*"),
        ("1234", "\"1234\"*"),
    ] {
        let (mut ours, mut bare) = (Samples::default(), Samples::default());
        for _ in 0..ROUNDS {
            ours.add(timed(|| {
                ensure!(!store.search(text, &Actor::secretariat())?.hits.is_empty(), "nothing found");
                Ok(())
            })?);
            bare.add(timed(|| {
                let mut rows = query.query([bare_text])?;
                while rows.next()?.is_some() {}
                Ok(())
            })?);
        }
        report(&format!("search for “{text}”"), &ours, "the bare query of the index", &bare);
    }
    Ok(())
}

/// `jalon board`, against a process that reads every row and keeps none.
fn memory(path: &Path) -> Outcome {
    let mut board = Command::new(program("JALON_CLI", "jalon")?);
    board.arg("--store").arg(path).arg("board").env("JALON_NOW", "2020-04-01");
    let mut reader = Command::new(env!("CARGO_BIN_EXE_bare_reader"));
    reader.arg(path);
    let peak = |command: &mut Command| waiting_peak(command.stdin(Stdio::piped()).stdout(Stdio::piped()));
    report_bytes(
        "peak memory of `jalon board`",
        peak(&mut board)?,
        "of a bare process that reads the same rows",
        peak(&mut reader)?,
    );
    Ok(())
}

fn timed(work: impl FnOnce() -> Outcome) -> Outcome<Duration> {
    let begun = Instant::now();
    work()?;
    Ok(begun.elapsed())
}
