//! Files that were damaged while nobody had them open: bytes flipped, ends cut off,
//! pages zeroed, the write-ahead log gone.

use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::path::Path;
use std::time::{Duration, Instant};

use fastrand::Rng;
use jalon_domain::{Actor, Plan};
use jalon_store::{Backups, Context, OpenError, Store, WayOut, Why};
use jalon_tests::{Outcome, ensure};

use super::chance::{full_size, rounds, seeded};
use super::desk::{Desk, prefix};
use super::script::{self, Script, now};

/// What SQLite and the store look at to tell what kind of file it is.
const HEADER: usize = 100;

/// Damages of one and the same desk, before the next is made.
const FROM_ONE: usize = 20;

/// Within which the newest good backup must be offered. It takes a hundredth of that;
/// only the run at full size judges time at all.
const OFFERED_WITHIN: Duration = Duration::from_secs(5);

#[test]
fn a_damaged_file_is_refused_with_a_backup_or_shows_a_plan_that_once_stood() -> Outcome {
    seeded("damage", |rng| {
        let script = Script::new(rng, 200)?;
        let sample = Desk::sample()?;
        Store::open(&sample.store(), now())?.back_up(Why::ByHand, now())?;
        let mut answers: BTreeMap<usize, Vec<(u64, String)>> = BTreeMap::new();
        let damages = rounds(60, 1000);
        let (mut shown, mut refused, mut slowest) = (0, 0, Duration::ZERO);
        let mut desk = sample.copy()?;
        for n in 0..damages {
            if n.is_multiple_of(FROM_ONE) {
                desk = killed(rng, &sample, &script)?;
            }
            let copy = desk.copy()?;
            let damage = damage(rng, &copy)?;
            let told = |error| format!("damage {n}, {damage:?}: {error}");
            match Store::open(&copy.store(), now()) {
                Ok(store) => {
                    let done = prefix(&store, &script).map_err(|error| told(error.to_string()))?;
                    let answer = (answered(&store)?, format!("damage {n}, {damage:?}"));
                    answers.entry(done).or_default().push(answer);
                    shown += 1;
                }
                Err(error) if damage.may_be_refused_as(&error) => {
                    let begun = Instant::now();
                    let ways = error.ways_out(&copy.store());
                    slowest = slowest.max(begun.elapsed());
                    // To somebody with an older program, a newer file is no damaged one.
                    if !matches!(error, OpenError::Newer { .. }) {
                        let restore = refused % 10 == 0;
                        offered(&ways, &copy, &script.plans[0], restore)
                            .map_err(|error| told(error.to_string()))?;
                    }
                    refused += 1;
                }
                Err(error) => return Err(told(format!("refused in the wrong words: {error}")).into()),
            }
        }
        answered_so(&answers, &script)?;
        ensure!(refused > 0 && shown > 0, "nothing was told apart: {refused} refused, {shown} shown");
        ensure!(!full_size() || slowest < OFFERED_WITHIN, "the backup was offered after {slowest:?}");
        Ok(format!(
            "{damages} damaged files: {refused} refused with the newest good backup offered, the slowest \
             within {} ms, {shown} showed a plan that once stood, 0 others",
            slowest.as_millis()
        ))
    })
}

/// What a store answers that is asked for its history and for some words.
fn answered(store: &Store) -> Outcome<u64> {
    let mut history = store.history(None)?;
    // Which ids a transaction was given is chance.
    history.iter_mut().for_each(|entry| entry.txn.clear());
    let mut answers = vec![serde_json::to_string(&history)?];
    for words in ["données version", "ébauche", "standard", "te", "2.1"] {
        answers.push(serde_json::to_string(&store.search(words, &Actor::secretariat())?)?);
    }
    let mut digest = DefaultHasher::new();
    answers.hash(&mut digest);
    Ok(digest.finish())
}

/// What was answered by stores that held so many actions is what one answers then that
/// nothing befalls.
fn answered_so(answers: &BTreeMap<usize, Vec<(u64, String)>>, script: &Script) -> Outcome {
    let desk = Desk::sample()?;
    let mut store = Store::open(&desk.store(), now())?;
    for done in 0..=script.lines.len() {
        if let Some(answers) = answers.get(&done) {
            let sound = answered(&store)?;
            let other = answers.iter().find(|(answer, _)| *answer != sound);
            ensure!(other.is_none(), "history or search say something else: {other:?}");
        }
        script.lines.get(done).map_or(Ok(()), |line| script::act(&mut store, serde_json::from_str(line)?))?;
    }
    Ok(())
}

/// The first way out is the backup; when it is taken, the plan stands as it was then.
fn offered(ways: &[WayOut], desk: &Desk, plan: &Plan, restore: bool) -> Outcome {
    let Some(WayOut::RestoreBackup { name, .. }) = ways.first() else {
        return Err(format!("no backup is offered: {ways:?}").into());
    };
    if restore {
        let backups = Backups::of(&desk.store());
        backups.restore(&backups.named(Some(name))?, &Context::new(Actor::secretariat(), now()))?;
        let store = Store::open(&desk.store(), now())?;
        ensure!(store.check()?.is_sound() && store.plan()? == *plan, "another plan was restored");
    }
    Ok(())
}

/// A desk that was killed after most of the script, so that much of it stands in the
/// log only.
fn killed(rng: &mut Rng, sample: &Desk, script: &Script) -> Outcome<Desk> {
    let desk = sample.copy()?;
    let mut applying = desk.apply(&script.lines)?;
    applying.until(rng.usize(150..=script.lines.len()))?;
    applying.kill()?;
    Ok(desk)
}

/// What was done to the files.
#[derive(Debug)]
#[expect(dead_code, reason = "some of it is only told when a proof fails")]
enum Damage {
    Flipped { log: bool, at: Vec<usize> },
    Cut { log: bool, to: usize },
    Zeroed { log: bool, from: usize, pages: usize },
    LogGone,
}

impl Damage {
    /// The file is damaged, or can no longer be told for one of ours.
    fn may_be_refused_as(&self, error: &OpenError) -> bool {
        match error {
            OpenError::Damaged { .. } => true,
            OpenError::Foreign(_) | OpenError::Newer { .. } => match self {
                Damage::Flipped { log, at } => !log && at.iter().any(|at| *at < HEADER),
                Damage::Cut { log, to } => !log && *to < HEADER,
                Damage::Zeroed { log, from, .. } => !log && *from < HEADER,
                Damage::LogGone => false,
            },
            _ => false,
        }
    }
}

fn damage(rng: &mut Rng, desk: &Desk) -> Outcome<Damage> {
    let log = rng.bool();
    let path = if log { desk.log() } else { desk.store() };
    Ok(match rng.usize(0..7) {
        0..=2 => Damage::Flipped { log, at: flip(rng, &path)? },
        3 | 4 => Damage::Cut { log, to: cut(rng, &path)? },
        5 => {
            let (from, pages) = zero(rng, &path)?;
            Damage::Zeroed { log, from, pages }
        }
        _ => {
            fs::remove_file(desk.log())?;
            Damage::LogGone
        }
    })
}

fn flip(rng: &mut Rng, path: &Path) -> Outcome<Vec<usize>> {
    let mut bytes = fs::read(path)?;
    // One flip in five hits the first kilobyte, where the headers are.
    let end = if rng.usize(0..5) == 0 { bytes.len().min(1024) } else { bytes.len() };
    let at: Vec<usize> = (0..rng.usize(1..=8)).map(|_| rng.usize(0..end)).collect();
    for at in &at {
        bytes[*at] ^= 1 << rng.u32(0..8);
    }
    fs::write(path, bytes)?;
    Ok(at)
}

fn cut(rng: &mut Rng, path: &Path) -> Outcome<usize> {
    let mut bytes = fs::read(path)?;
    bytes.truncate(rng.usize(0..bytes.len()));
    fs::write(path, &bytes)?;
    Ok(bytes.len())
}

fn zero(rng: &mut Rng, path: &Path) -> Outcome<(usize, usize)> {
    let mut bytes = fs::read(path)?;
    let from = rng.usize(0..bytes.len()) / 4096 * 4096;
    let pages = rng.usize(1..=4);
    let to = (from + 4096 * pages).min(bytes.len());
    bytes[from..to].fill(0);
    fs::write(path, bytes)?;
    Ok((from, pages))
}
