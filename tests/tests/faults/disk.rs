//! A disk that loses power: what was synced is there; of the rest each sector may be
//! there or not, in whatever order it was written.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fastrand::Rng;
use jalon_tests::Outcome;

use super::trace::Step;

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// A folder on the disk.
#[derive(Default)]
pub struct Disk {
    files: BTreeMap<String, File>,
    /// Names that were taken away, while the folder was not synced yet.
    leaving: BTreeSet<String>,
    /// Lines of answers so far.
    pub answers: usize,
}

#[derive(Default)]
struct File {
    durable: Vec<u8>,
    /// Whether its name is on the disk.
    named: bool,
    pending: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Sector(usize, Vec<u8>),
    Cut(usize),
}

impl Disk {
    /// What is in the folder now, all of it synced.
    pub fn of(folder: &Path) -> Outcome<Disk> {
        let mut disk = Disk::default();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let file = File { durable: fs::read(entry.path())?, named: true, pending: Vec::new() };
            disk.files.insert(name, file);
        }
        Ok(disk)
    }

    /// Takes a step of the writer.
    pub fn step(&mut self, step: &Step) {
        match step {
            // The folder itself, or a file that is perhaps new.
            Step::Open(name) if name.is_empty() => {}
            Step::Open(name) => {
                self.files.entry(name.clone()).or_default();
            }
            Step::Write(name, at, bytes) => self.pending(name).extend(sectors(*at, bytes)),
            Step::Cut(name, to) => self.pending(name).push(Change::Cut(*to)),
            Step::Sync(name) if name.is_empty() => {
                for file in self.files.values_mut() {
                    file.named = true;
                }
                for name in std::mem::take(&mut self.leaving) {
                    self.files.remove(&name);
                }
            }
            Step::Sync(name) => {
                let file = self.files.entry(name.clone()).or_default();
                for change in std::mem::take(&mut file.pending) {
                    change.apply(&mut file.durable);
                }
            }
            Step::Unlink(name) => {
                self.leaving.insert(name.clone());
            }
            Step::Answer(lines) => self.answers += lines,
        }
    }

    fn pending(&mut self, name: &str) -> &mut Vec<Change> {
        &mut self.files.entry(name.to_owned()).or_default().pending
    }

    /// Writes into `folder` what the disk may hold if the power goes now.
    pub fn cut_power(&self, rng: &mut Rng, folder: &Path) -> Outcome {
        // Sometimes nothing more has reached the disk, sometimes all, mostly some.
        let kept = [0.0, 0.1, 0.5, 0.9, 1.0][rng.usize(0..5)];
        for (name, file) in &self.files {
            let named = file.named || rng.bool();
            if !named || self.leaving.contains(name) && rng.bool() {
                continue;
            }
            let mut bytes = file.durable.clone();
            let mut survivors: Vec<&Change> = file.pending.iter().filter(|_| rng.f64() < kept).collect();
            if rng.bool() {
                rng.shuffle(&mut survivors);
            }
            for change in survivors {
                change.clone().apply(&mut bytes);
            }
            fs::write(folder.join(name), bytes)?;
        }
        Ok(())
    }
}

impl Change {
    fn apply(self, file: &mut Vec<u8>) {
        match self {
            Change::Cut(to) => file.resize(to, 0),
            Change::Sector(at, bytes) => {
                let end = at + bytes.len();
                if file.len() < end {
                    file.resize(end, 0);
                }
                file[at..end].copy_from_slice(&bytes);
            }
        }
    }
}

/// A write, torn at the sectors of the disk.
fn sectors(at: usize, bytes: &[u8]) -> Vec<Change> {
    let mut changes = Vec::new();
    let (mut at, mut rest) = (at, bytes);
    while !rest.is_empty() {
        let (sector, after) = rest.split_at(rest.len().min(SECTOR - at % SECTOR));
        changes.push(Change::Sector(at, sector.to_vec()));
        at += sector.len();
        rest = after;
    }
    changes
}
