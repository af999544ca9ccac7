//! Which names lead to which files on a disk that loses power. A name that was given,
//! taken away or changed while its folder was not synced since may be so or not, each
//! for itself; a file is found only where every folder on the way to it is.

use std::collections::BTreeMap;
use std::path::Path;

use fastrand::Rng;

/// What bears a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Node {
    Folder,
    /// By its number.
    File(usize),
}

/// By path, the names as they stand and those that would be found.
#[derive(Default)]
pub struct Names {
    now: BTreeMap<String, Node>,
    durable: BTreeMap<String, Node>,
    pending: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Given(String, Node),
    Taken(String),
    /// One name for another, within a folder: never both, never neither.
    Moved(String, String, Node),
}

impl Names {
    /// A name that is on the disk already.
    pub fn put(&mut self, name: String, node: Node) {
        self.durable.insert(name.clone(), node);
        self.now.insert(name, node);
    }

    /// What bears a name now.
    pub fn get(&self, name: &str) -> Option<Node> {
        self.now.get(name).copied()
    }

    /// Gives a name.
    pub fn give(&mut self, name: &str, node: Node) {
        self.change(Change::Given(name.to_owned(), node));
    }

    /// Takes a name away.
    pub fn take(&mut self, name: &str) {
        self.change(Change::Taken(name.to_owned()));
    }

    /// Gives what bears a name another one, of the same folder.
    pub fn rename(&mut self, from: &str, to: &str, node: Node) {
        self.change(Change::Moved(from.to_owned(), to.to_owned(), node));
    }

    /// Makes the names in a folder last.
    pub fn sync(&mut self, folder: &str) {
        let of = |change: &Change| parent(change.name()) == folder;
        for change in self.pending.extract_if(.., |change| of(change)) {
            change.apply(&mut self.durable);
        }
    }

    /// The names that may be found if the power goes now; of what is not synced, about
    /// the share `kept` has reached the disk.
    pub fn survivors(&self, rng: &mut Rng, kept: f64) -> BTreeMap<String, Node> {
        let mut names = self.durable.clone();
        for change in self.pending.iter().filter(|_| rng.f64() < kept) {
            change.clone().apply(&mut names);
        }
        let found = |name: &str| {
            let above = Path::new(name).ancestors().skip(1).filter_map(Path::to_str);
            above.filter(|above| !above.is_empty()).all(|above| names.get(above) == Some(&Node::Folder))
        };
        names.iter().filter(|(name, _)| found(name)).map(|(name, node)| (name.clone(), *node)).collect()
    }

    fn change(&mut self, change: Change) {
        change.clone().apply(&mut self.now);
        self.pending.push(change);
    }
}

impl Change {
    fn name(&self) -> &str {
        match self {
            Change::Given(name, _) | Change::Taken(name) | Change::Moved(_, name, _) => name,
        }
    }

    fn apply(self, names: &mut BTreeMap<String, Node>) {
        match self {
            Change::Given(name, node) => {
                names.insert(name, node);
            }
            Change::Taken(name) => {
                names.remove(&name);
            }
            Change::Moved(from, to, node) => {
                if names.get(&from) == Some(&node) {
                    names.remove(&from);
                }
                names.insert(to, node);
            }
        }
    }
}

/// The folder that a name is in; empty for the folder that is looked at.
pub fn parent(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| folder)
}
