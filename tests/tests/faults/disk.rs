//! A disk that loses power: what was synced is there; of the rest each sector and each
//! name may be there or not, in whatever order they were written.

use std::fs;
use std::path::Path;

use fastrand::Rng;
use jalon_tests::{Outcome, ensure};

use super::names::{Names, Node, parent};
use super::trace::Step;

/// What a disk writes whole or not at all.
const SECTOR: usize = 512;

/// A folder on the disk, and what is in it.
#[derive(Default)]
pub struct Disk {
    names: Names,
    files: Vec<File>,
    /// Lines of answers so far.
    pub answers: usize,
}

#[derive(Default)]
struct File {
    /// As the program sees it.
    now: Vec<u8>,
    durable: Vec<u8>,
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
        disk.read(folder, "")?;
        Ok(disk)
    }

    fn read(&mut self, folder: &Path, above: &str) -> Outcome {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let name = format!("{above}{}", entry.file_name().to_string_lossy());
            if entry.file_type()?.is_dir() {
                self.read(&entry.path(), &format!("{name}/"))?;
                self.names.put(name, Node::Folder);
            } else {
                let bytes = fs::read(entry.path())?;
                self.names.put(name, Node::File(self.files.len()));
                self.files.push(File { now: bytes.clone(), durable: bytes, pending: Vec::new() });
            }
        }
        Ok(())
    }

    /// Takes a step of the writer.
    pub fn step(&mut self, step: &Step) -> Outcome {
        match step {
            Step::Create(name) if self.names.get(name).is_some() => {}
            Step::Create(name) => {
                self.names.give(name, Node::File(self.files.len()));
                self.files.push(File::default());
            }
            Step::Folder(name) => self.names.give(name, Node::Folder),
            Step::Write(name, at, bytes) => self.file(name)?.write(*at, bytes),
            Step::Copy { from: (from, start), to: (to, at), length } => {
                let from = &self.file(from)?.now;
                let bytes = from.get(*start..start + length).ok_or("a copy beyond the end")?.to_vec();
                self.file(to)?.write(*at, &bytes);
            }
            Step::Cut(name, to) => self.file(name)?.change(Change::Cut(*to)),
            Step::Sync(name) if name.is_empty() || self.names.get(name) == Some(Node::Folder) => {
                self.names.sync(name);
            }
            Step::Sync(name) => {
                let file = self.file(name)?;
                for change in std::mem::take(&mut file.pending) {
                    change.apply(&mut file.durable);
                }
            }
            Step::Remove(name) => self.names.take(name),
            Step::Link(from, to) => {
                let node = self.node(from)?;
                self.names.give(to, node);
            }
            Step::Rename(from, to) => {
                ensure!(parent(from) == parent(to), "{from} goes into another folder: {to}");
                let node = self.node(from)?;
                ensure!(node != Node::Folder, "a folder gets another name: {from}");
                self.names.rename(from, to, node);
            }
            Step::Answer(lines) => self.answers += lines,
        }
        Ok(())
    }

    fn node(&self, name: &str) -> Outcome<Node> {
        Ok(self.names.get(name).ok_or_else(|| format!("a step on {name}, which is not there"))?)
    }

    fn file(&mut self, name: &str) -> Outcome<&mut File> {
        match self.node(name)? {
            Node::File(number) => Ok(&mut self.files[number]),
            Node::Folder => Err(format!("{name} is a folder").into()),
        }
    }

    /// Writes into an empty `folder` what the disk may hold if the power goes now.
    pub fn cut_power(&self, rng: &mut Rng, folder: &Path) -> Outcome {
        // Sometimes nothing more has reached the disk, sometimes all, mostly some.
        let kept = [0.0, 0.1, 0.5, 0.9, 1.0];
        let (names, bytes) = (kept[rng.usize(0..5)], kept[rng.usize(0..5)]);
        // A folder stands before what is in it.
        for (name, node) in self.names.survivors(rng, names) {
            match node {
                Node::Folder => fs::create_dir(folder.join(name))?,
                Node::File(number) => {
                    fs::write(folder.join(name), self.files[number].survivor(rng, bytes))?;
                }
            }
        }
        Ok(())
    }
}

impl File {
    fn write(&mut self, at: usize, bytes: &[u8]) {
        for sector in sectors(at, bytes) {
            self.change(sector);
        }
    }

    fn change(&mut self, change: Change) {
        change.apply(&mut self.now);
        self.pending.push(change);
    }

    /// Its bytes if the power goes now and about the share `kept` of what is not synced
    /// has reached the disk.
    fn survivor(&self, rng: &mut Rng, kept: f64) -> Vec<u8> {
        let mut bytes = self.durable.clone();
        let mut survivors: Vec<&Change> = self.pending.iter().filter(|_| rng.f64() < kept).collect();
        if rng.bool() {
            rng.shuffle(&mut survivors);
        }
        for change in survivors {
            change.apply(&mut bytes);
        }
        bytes
    }
}

impl Change {
    fn apply(&self, file: &mut Vec<u8>) {
        match self {
            Change::Cut(to) => file.resize(*to, 0),
            Change::Sector(at, bytes) => {
                let end = at + bytes.len();
                if file.len() < end {
                    file.resize(end, 0);
                }
                file[*at..end].copy_from_slice(bytes);
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
