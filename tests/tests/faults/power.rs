//! Power loss: the writer's own system calls, replayed onto a disk that keeps what
//! was synced and drops, tears and reorders the rest. A kill never tests a sync.

use std::path::Path;
use std::process::{Command, Stdio};

use fastrand::Rng;
use jalon_store::Store;
use jalon_tests::programs::program;
use jalon_tests::released::{Released, VERSIONS};
use jalon_tests::{Outcome, ensure};
use rusqlite::Connection;

use super::chance::{rounds, seeded};
use super::desk::{Applying, Desk};
use super::disk::Disk;
use super::script::{Script, now};
use super::trace::{Step, read, strace};

#[test]
fn a_power_cut_loses_nothing_acknowledged_and_corrupts_nothing() -> Outcome {
    seeded("power loss", |rng| {
        let applied = Applied::traced(rng)?;
        let images = rounds(60, 5000);
        let lost = applied.lost(rng, &applied.steps, images)?;
        ensure!(lost == 0, "{lost} of {images} images lost what was acknowledged");
        Ok(format!("{images} images of {} calls, 0 lost, 0 corrupt", applied.steps.len()))
    })
}

/// The store's own writes, without the syncs by which `FULL` differs from `NORMAL`: or
/// the proof above would prove nothing.
#[test]
fn the_same_cuts_lose_what_was_acknowledged_when_commits_are_not_synced() -> Outcome {
    seeded("power loss, commits not synced", |rng| {
        let applied = Applied::traced(rng)?;
        let images = rounds(60, 1000);
        let normal = applied.as_with_normal();
        let lost = applied.lost(rng, &normal, images)?;
        ensure!(lost > images / 10, "only {lost} of {images} images lost something");
        Ok(format!("{lost} of {images} images lost what was acknowledged, 0 corrupt"))
    })
}

#[test]
fn a_power_cut_in_a_migration_leaves_the_old_file_or_the_new_one() -> Outcome {
    seeded("power loss in a migration", |rng| {
        let images = rounds(20, 500);
        for version in VERSIONS {
            let desk = Desk::with(&Released::unpack(version)?.store())?;
            let disk = Disk::of(desk.folder())?;
            let steps = traced(&desk, |mut jalon| {
                jalon.arg("--store").arg(desk.store()).arg("check").env("JALON_NOW", "2019-09-14");
                let status = jalon.stdout(Stdio::null()).status()?;
                ensure!(status.success(), "version {version} is not migrated: {status}");
                Ok(())
            })?;
            let expected = Store::open(&desk.store(), now())?.plan()?;
            cut(rng, disk, &steps, images, &desk, |n, _| {
                let told = |error: String| format!("version {version}, image {n}: {error}");
                let store = Store::open(&desk.store(), now()).map_err(|error| told(error.to_string()))?;
                ensure!(store.plan()? == expected, "{}", told("another plan".into()));
                Ok(())
            })?;
        }
        Ok(format!("{images} images of each released version: the old file or the new one, whole"))
    })
}

/// A script that `jalon apply` has carried out, call by call.
struct Applied {
    script: Script,
    desk: Desk,
    /// The desk before.
    before: Desk,
    steps: Vec<Step>,
}

impl Applied {
    fn traced(rng: &mut Rng) -> Outcome<Applied> {
        let script = Script::new(rng, 200)?;
        let desk = Desk::sample()?;
        let before = desk.copy()?;
        let steps = traced(&desk, |jalon| {
            Applying::start(jalon, &desk.store(), &script.lines)?.end(script.lines.len())
        })?;
        Ok(Applied { script, desk, before, steps })
    }

    /// The calls that it would have made with `synchronous=NORMAL`: the log is synced
    /// only before what it holds is moved into the file.
    fn as_with_normal(&self) -> Vec<Step> {
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        let (store, log) = (name(&self.desk.store()), name(&self.desk.log()));
        let kept = |(n, step): (usize, &Step)| {
            let moves =
                matches!(self.steps.get(n + 1), Some(Step::Write(file, ..)) if Some(file) == store.as_ref());
            let commit = matches!(step, Step::Sync(file) if Some(file) == log.as_ref()) && !moves;
            (!commit).then(|| step.clone())
        };
        self.steps.iter().enumerate().filter_map(kept).collect()
    }

    /// How many images, of the power cut somewhere in these steps, have lost an action
    /// that was acknowledged. What they hold is whole in any case.
    fn lost(&self, rng: &mut Rng, steps: &[Step], images: usize) -> Outcome<usize> {
        let mut lost = 0;
        cut(rng, Disk::of(self.before.folder())?, steps, images, &self.desk, |n, answers| {
            let done = self.desk.prefix(&self.script).map_err(|error| format!("image {n}: {error}"))?;
            ensure!(done <= answers + 1, "image {n}: {done} actions are there, {answers} were acknowledged");
            lost += usize::from(done < answers);
            Ok(())
        })?;
        Ok(lost)
    }
}

/// Runs `jalon` on a desk, with what it asks of the system written down.
pub fn traced(desk: &Desk, run: impl FnOnce(Command) -> Outcome) -> Outcome<Vec<Step>> {
    let notes = tempfile::tempdir()?;
    let trace = notes.path().join("trace");
    run(strace(program("JALON_CLI", "jalon")?.as_os_str(), &trace))?;
    read(&trace, desk.folder())
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
    cut(rng, disk, &steps, images, &desk, |n, answers| {
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

/// Cuts the power at random steps, every other time just after one that something hangs
/// on: a sync, a name, an answer. What the disk then holds stands where it stood, on
/// the desk, for `judge`, which gets the number of the image and how many answers had
/// been given by then.
pub fn cut(
    rng: &mut Rng,
    mut disk: Disk,
    steps: &[Step],
    images: usize,
    desk: &Desk,
    mut judge: impl FnMut(usize, usize) -> Outcome,
) -> Outcome {
    let writes = |step: &Step| matches!(step, Step::Create(_) | Step::Write(..) | Step::Cut(..));
    let counts: Vec<usize> = (0..steps.len()).filter(|n| !writes(&steps[*n])).collect();
    let moment = |n: usize| match counts.get(rng.usize(0..=counts.len())) {
        Some(step) if n.is_multiple_of(2) => step + 1,
        _ => rng.usize(0..=steps.len()),
    };
    let mut moments: Vec<usize> = (0..images).map(moment).collect();
    moments.sort_unstable();
    let mut taken = 0;
    for (n, moment) in moments.into_iter().enumerate() {
        for step in &steps[taken..moment] {
            disk.step(step)?;
        }
        taken = moment;
        desk.clear()?;
        disk.cut_power(rng, desk.folder())?;
        judge(n, disk.answers)?;
    }
    Ok(())
}
