//! Power loss: the writer's own system calls, replayed onto a disk that keeps what
//! was synced and drops, tears and reorders the rest. A kill never tests a sync.

use std::path::Path;
use std::process::Stdio;

use fastrand::Rng;
use jalon_tests::programs::program;
use jalon_tests::{Outcome, ensure};
use rusqlite::Connection;

use super::chance::{rounds, seeded};
use super::desk::{Applying, Desk};
use super::disk::Disk;
use super::script::Script;
use super::trace::{Step, read, strace};

#[test]
fn a_power_cut_loses_nothing_acknowledged_and_corrupts_nothing() -> Outcome {
    seeded("power loss", |rng| {
        let script = Script::new(rng, 200)?;
        let desk = Desk::sample()?;
        let disk = Disk::of(desk.folder())?;
        let notes = tempfile::tempdir()?;
        let trace = notes.path().join("trace");
        let jalon = program("JALON_CLI", "jalon")?;
        let applying = Applying::start(strace(jalon.as_os_str(), &trace), &desk.store(), &script.lines)?;
        applying.end(script.lines.len())?;
        let steps = read(&trace, desk.folder())?;
        let images = rounds(60, 5000);
        cut(rng, disk, &steps, images, |n, answers, desk| {
            let done = desk.prefix(&script).map_err(|error| format!("image {n}: {error}"))?;
            ensure!(done >= answers, "image {n}: {answers} actions were acknowledged, {done} are there");
            ensure!(done <= answers + 1, "image {n}: {done} actions are there, {answers} were acknowledged");
            Ok(())
        })?;
        Ok(format!("{images} images of {} calls, 0 lost, 0 corrupt", steps.len()))
    })
}

/// The same disk under a bare SQLite: what it is told to sync, it keeps; what it is
/// not told to sync, it loses, or the proof above would prove nothing.
#[test]
fn the_same_power_cuts_are_survived_with_full_and_lose_writes_with_normal() -> Outcome {
    seeded("power loss, bare SQLite", |rng| {
        let images = rounds(60, 1000);
        let full = bare(rng, "FULL", images)?;
        let normal = bare(rng, "NORMAL", images)?;
        ensure!(full == 0, "with synchronous=FULL {full} of {images} images lost what was acknowledged");
        ensure!(
            normal > images / 10,
            "with synchronous=NORMAL only {normal} of {images} images lost something"
        );
        Ok(format!("of {images} images each, lost something: FULL {full}, NORMAL {normal}"))
    })
}

/// How many images lost a row that was acknowledged.
fn bare(rng: &mut Rng, synchronous: &str, images: usize) -> Outcome<usize> {
    let desk = Desk::empty()?;
    Connection::open(desk.store())?.execute_batch(
        "PRAGMA journal_mode = WAL; CREATE TABLE row (n INTEGER PRIMARY KEY, value TEXT NOT NULL) STRICT",
    )?;
    let disk = Disk::of(desk.folder())?;
    let notes = tempfile::tempdir()?;
    let trace = notes.path().join("trace");
    let mut writer = strace(env!("CARGO_BIN_EXE_bare_writer").as_ref(), &trace);
    let status = writer.arg(desk.store()).arg(synchronous).stdout(Stdio::null()).status()?;
    ensure!(status.success(), "the bare writer ended with {status}");
    let steps = read(&trace, desk.folder())?;
    let mut lost = 0;
    cut(rng, disk, &steps, images, |n, answers, desk| {
        let rows = rows(&desk.store()).map_err(|error| format!("{synchronous}, image {n}: {error}"))?;
        lost += usize::from(rows < answers);
        Ok(())
    })?;
    Ok(lost)
}

fn rows(path: &Path) -> Outcome<usize> {
    let file = Connection::open(path)?;
    let check: String = file.query_row("PRAGMA integrity_check", [], |row| row.get(0))?;
    ensure!(check == "ok", "corrupt: {check}");
    let count: u32 = file.query_row("SELECT count(*) FROM row", [], |row| row.get(0))?;
    Ok(count.try_into()?)
}

/// Cuts the power at random steps; `judge` gets the number of the image, how many
/// answers had been given by then, and the image.
fn cut(
    rng: &mut Rng,
    mut disk: Disk,
    steps: &[Step],
    images: usize,
    mut judge: impl FnMut(usize, usize, &Desk) -> Outcome,
) -> Outcome {
    let mut moments: Vec<usize> = (0..images).map(|_| rng.usize(0..=steps.len())).collect();
    moments.sort_unstable();
    let mut taken = 0;
    for (n, moment) in moments.into_iter().enumerate() {
        for step in &steps[taken..moment] {
            disk.step(step);
        }
        taken = moment;
        let image = Desk::empty()?;
        disk.cut_power(rng, image.folder())?;
        judge(n, disk.answers, &image)?;
    }
    Ok(())
}
