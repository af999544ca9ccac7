//! Three stores over the small plan, and what must hold when they have met.

#![allow(dead_code, reason = "each test binary uses some of these")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jalon_domain::problem::{Problem, problems};
use jalon_domain::{Actor, Id, Plan, Vector};
use jalon_store::{Dispute, Item, Received, Receiver, Store};
use proptest::sample::Index;
use serde_json::Value;
use tempfile::TempDir;

use super::common::{Desk, now};

/// Three stores, each of its own device, that hold the same small plan.
pub struct Three {
    folder: TempDir,
    stores: Vec<Option<Store>>,
    begun: Vector,
}

/// What stores that have met hold in common.
#[derive(Debug, Clone, PartialEq)]
pub struct End {
    /// The plan.
    pub plan: Plan,
    /// The heads of every field.
    pub heads: BTreeMap<Id, BTreeMap<String, Vec<String>>>,
    /// What is wrong with the plan.
    pub problems: Vec<Problem>,
    /// What somebody must choose between.
    pub disputes: Vec<Dispute>,
    /// What was written for each closed plan and cycle without knowing that it was closed.
    pub late: BTreeMap<Id, BTreeSet<String>>,
    /// The places whose content is nowhere, and was not issued.
    pub unseen: usize,
    /// The plan as of each moment that a closing, an approval or a tabled deck pins.
    pub pinned: BTreeMap<Id, Plan>,
}

impl End {
    /// The fields that are disputed.
    pub fn disputed(&self) -> Vec<String> {
        self.disputes.iter().map(|dispute| format!("{} {}", dispute.id, dispute.field)).collect()
    }
}

/// Three files to begin from; made once, since making one takes longer than a test.
static BEGINNING: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a folder");
    let desk = Desk::new();
    for n in 0..3 {
        let mut store = Store::create(&file(folder.path(), n), now()).expect("a new store");
        let received = store.receive(now(), everything(&desk.store), false).expect("received");
        assert!(received.waiting.is_empty() && received.refused.is_empty());
    }
    folder
});

fn file(folder: &Path, n: usize) -> PathBuf {
    folder.join(format!("{n}.jalon"))
}

fn open(path: &Path) -> Store {
    Store::open(path, now()).expect("a sound store")
}

fn everything(store: &Store) -> Vec<Item> {
    after(store, &Vector::default())
}

fn after(store: &Store, vector: &Vector) -> Vec<Item> {
    store.outgoing(vector, Receiver::Secretariat, &Actor::secretariat()).expect("readable")
}

impl Three {
    pub fn new() -> Three {
        let folder = tempfile::tempdir().expect("a folder");
        let place = |n| {
            fs::copy(file(BEGINNING.path(), n), file(folder.path(), n)).expect("copied");
            Some(open(&file(folder.path(), n)))
        };
        let stores: Vec<Option<Store>> = (0..3).map(place).collect();
        let begun = everything(stores[0].as_ref().expect("open"));
        let begun = begun.iter().map(|item| (item.device(), item.seq())).collect();
        Three { folder, stores, begun }
    }

    /// One of the stores.
    pub fn store(&mut self, n: usize) -> &mut Store {
        self.stores[n].as_mut().expect("open")
    }

    /// Closes a store and opens it again.
    pub fn reopen(&mut self, n: usize) {
        self.stores[n] = None;
        self.stores[n] = Some(open(&file(self.folder.path(), n)));
    }

    /// The file of a store takes the place of another's, as a person copies one.
    pub fn copy(&mut self, from: usize, to: usize) {
        (self.stores[from], self.stores[to]) = (None, None);
        fs::copy(file(self.folder.path(), from), file(self.folder.path(), to)).expect("copied");
        [from, to].into_iter().for_each(|n| self.reopen(n));
    }

    /// Everything in a store reaches another one, and has left it.
    pub fn deliver(&mut self, from: usize, to: usize) -> Received {
        let items = everything(self.store(from));
        self.store(from).mark_sent(&items).expect("marked");
        let received = self.store(to).receive(now(), items, false).expect("received");
        assert!(received.refused.is_empty() && received.waiting.is_empty(), "{received:?}");
        received
    }

    /// One transaction of a store reaches another, or itself.
    pub fn deliver_one(&mut self, from: usize, to: usize, which: Index) {
        let items = everything(self.store(from));
        let item = items[which.index(items.len())].clone();
        self.store(from).mark_sent(std::slice::from_ref(&item)).expect("marked");
        let received = self.store(to).receive(now(), vec![item], false).expect("received");
        assert!(received.refused.is_empty(), "{:?}", received.refused);
    }

    /// All transactions reach all stores.
    pub fn meet(&mut self) {
        for (from, to) in [(0, 1), (1, 2), (2, 0), (2, 1), (1, 0)] {
            let items = everything(self.store(from));
            let received = self.store(to).receive(now(), items, false).expect("received");
            assert!(received.refused.is_empty(), "{:?}", received.refused);
        }
        let met: Vec<(String, i64)> =
            everything(self.store(0)).iter().map(|item| (item.device().to_owned(), item.seq())).collect();
        self.begun = met.into_iter().collect();
    }

    /// What all three hold, which is the same, with nothing lost.
    pub fn end(&mut self) -> End {
        let ends: Vec<End> = (0..3).map(|n| end(self.store(n))).collect();
        assert_eq!(ends[0], ends[1]);
        assert_eq!(ends[1], ends[2]);
        ends[0].clone()
    }

    /// Brings to each store what the others did since they last met, in every order,
    /// each thing twice; all must end as one.
    pub fn every_interleaving(mut self) -> End {
        let begun = self.begun.clone();
        let news: Vec<Vec<Item>> = (0..3).map(|n| after(self.store(n), &begun)).collect();
        let mut ends: Vec<End> = Vec::new();
        for to in 0..3 {
            self.stores[to] = None;
            let others = (0..3).filter(|from| *from != to);
            let coming: Vec<&Item> = others.flat_map(|from| &news[from]).collect();
            for (n, order) in orders(coming.len()).into_iter().enumerate() {
                let copy = self.folder.path().join(format!("{to}-{n}.jalon"));
                fs::copy(file(self.folder.path(), to), &copy).expect("copied");
                let mut store = open(&copy);
                for at in order {
                    for _ in 0..2 {
                        let received =
                            store.receive(now(), vec![coming[at].clone()], false).expect("received");
                        assert!(received.refused.is_empty(), "{:?}", received.refused);
                    }
                }
                let again = coming.iter().map(|item| (*item).clone()).collect();
                let received = store.receive(now(), again, false).expect("received");
                assert_eq!((received.applied, received.known), (0, coming.len()));
                ends.push(end(&store));
            }
        }
        for other in &ends[1..] {
            assert_eq!(ends[0], *other);
        }
        ends.swap_remove(0)
    }
}

/// Every order of so many things.
fn orders(count: usize) -> Vec<Vec<usize>> {
    let mut orders = vec![Vec::new()];
    for n in 0..count {
        let insert = |order: &Vec<usize>| {
            let at = |place| {
                let mut longer = order.clone();
                longer.insert(place, n);
                longer
            };
            (0..=order.len()).map(at).collect::<Vec<_>>()
        };
        orders = orders.iter().flat_map(insert).collect();
    }
    orders
}

/// What a store holds; it is sound, nothing in it waits, and its heads are what the
/// transactions say that are in it.
fn end(store: &Store) -> End {
    let report = store.check().expect("readable");
    assert!(report.is_sound(), "{:?}", report.damage);
    assert_eq!(store.waiting().expect("readable"), []);
    let plan = store.plan().expect("readable");
    let heads = store.all_heads().expect("readable");
    let said: BTreeSet<(String, String, String)> = heads
        .iter()
        .flat_map(|(id, fields)| fields.iter().map(move |(field, changes)| (id, field, changes)))
        .flat_map(|(id, field, changes)| {
            changes.iter().map(move |it| (id.to_string(), field.clone(), it.clone()))
        })
        .collect();
    assert_eq!(said, unreplaced(store));
    let problems = problems(&plan);
    let mut disputes = store.disputes(&Actor::secretariat()).expect("readable");
    for version in disputes.iter_mut().flat_map(|dispute| &mut dispute.versions) {
        // The order in which things arrived is each store's own.
        version.entry.local_n = 0;
    }
    let unseen = store.unseen().expect("readable");
    End { heads, problems, disputes, late: late(store, &plan), unseen, pinned: pinned(store, &plan), plan }
}

fn late(store: &Store, plan: &Plan) -> BTreeMap<Id, BTreeSet<String>> {
    let reader = Actor::secretariat();
    let plans = plan.workplans.keys().map(|id| (id, store.late_changes(id, &reader)));
    let cycles = plan.cycles.keys().map(|id| (id, store.late_in_cycle(id, &reader)));
    let txns = |late: Vec<jalon_store::HistoryEntry>| late.into_iter().map(|entry| entry.txn).collect();
    plans.chain(cycles).map(|(id, late)| (id.clone(), txns(late.expect("readable")))).collect()
}

fn pinned(store: &Store, plan: &Plan) -> BTreeMap<Id, Plan> {
    let closings = plan.closings.values().map(|it| (&it.id, &it.at));
    let approvals = plan.approvals.values().map(|it| (&it.id, &it.at));
    let decks = plan.tabled_decks.values().map(|it| (&it.id, &it.at));
    let all = closings.chain(approvals).chain(decks);
    all.map(|(id, at)| (id.clone(), store.plan_as_of(at).expect("readable"))).collect()
}

/// The changes that no other one says it replaces, by what the store would send.
fn unreplaced(store: &Store) -> BTreeSet<(String, String, String)> {
    let lines = everything(store).into_iter().map(|item| item.to_line());
    let txns = lines.map(|line| serde_json::from_str::<Value>(&line).expect("JSON"));
    let changes: Vec<Value> =
        txns.flat_map(|line| line["txn"]["changes"].as_array().cloned().unwrap_or_default()).collect();
    let text = |change: &Value, part: &str| change[part].as_str().expect("a text").to_owned();
    let of = |change: &Value, id: String| (text(change, "entity"), text(change, "field"), id);
    let mut left: BTreeSet<_> = changes.iter().map(|change| of(change, text(change, "id"))).collect();
    for change in &changes {
        let bases: Vec<String> = serde_json::from_str(&text(change, "bases")).expect("ids");
        for base in bases {
            left.remove(&of(change, base));
        }
    }
    left
}
