//! Three governments' stores that hand each other packages.

#![allow(dead_code, reason = "each test binary uses some of these")]

use jalon_domain::content::content;
use jalon_domain::{Actor, Vector};
use jalon_store::{Receiver, Store};
use serde_json::{Value, json};

use crate::common::*;

/// The secretariat's store, the store of a lead, and the one of another government's
/// co-chair.
pub struct Stores {
    pub secretariat: Desk,
    pub ontario: Desk,
    pub alberta: Desk,
}

pub fn empty() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::create(&folder.path().join("plan.jalon"), now()).unwrap();
    Desk { folder, store }
}

pub fn send(from: &Desk, to: &mut Desk, receiver: Receiver, sender: &Actor) {
    let items = from.store.outgoing(&Vector::default(), receiver, sender).unwrap();
    let received = to.store.receive(now(), items, false).unwrap();
    assert!(received.refused.is_empty() && received.waiting.is_empty(), "{received:?}");
    assert!(to.store.check().unwrap().is_sound());
}

pub fn hash(desk: &Desk) -> String {
    content(&desk.store.plan().unwrap(), &id("cy")).unwrap().hash()
}

pub fn unissued(desk: &Desk) -> Vec<String> {
    let open = desk.store.unissued(&Actor::secretariat()).unwrap();
    open.into_iter().map(|it| it.id.to_string()).collect()
}

pub fn issue() -> Value {
    json!({"action": "issue_challenges"})
}

impl Stores {
    pub fn new() -> Stores {
        let mut all = Stores { secretariat: Desk::new(), ontario: empty(), alberta: empty() };
        all.round();
        all
    }

    /// Everybody reads what the others have: the leads' packages reach everybody, too.
    pub fn round(&mut self) {
        let Stores { secretariat, ontario, alberta } = self;
        for _ in 0..2 {
            send(ontario, secretariat, Receiver::Secretariat, &lead("CA-ON").actor);
            send(ontario, alberta, Receiver::Everybody, &lead("CA-ON").actor);
            send(alberta, secretariat, Receiver::Secretariat, &co_chair().actor);
            send(secretariat, ontario, Receiver::Everybody, &Actor::secretariat());
            send(secretariat, alberta, Receiver::Everybody, &Actor::secretariat());
            send(alberta, ontario, Receiver::Everybody, &co_chair().actor);
        }
    }

    /// The lead does something, and everybody reads what it wrote.
    pub fn lead_does(&mut self, action: Value) {
        self.ontario.act(&lead("CA-ON"), action).unwrap();
        self.round();
    }

    /// The secretariat issues, and everybody reads it; all end with the same deck.
    pub fn issued(&mut self) {
        self.secretariat.act(&secretariat(), issue()).unwrap();
        self.agree();
        assert_eq!(code(self.secretariat.act(&secretariat(), issue())), "failure-store-nothing-changes");
    }

    /// Everybody reads everything and holds the same, with nothing to choose.
    pub fn agree(&mut self) {
        self.round();
        assert_eq!(unissued(&self.secretariat), Vec::<String>::new());
        for desk in [&self.secretariat, &self.ontario, &self.alberta] {
            assert_eq!(desk.store.disputes(&Actor::secretariat()).unwrap(), []);
            assert_eq!(hash(desk), hash(&self.secretariat));
            assert_eq!(desk.store.unseen().unwrap(), 0);
        }
        let challenges = |desk: &Desk| {
            let mut all = desk.store.plan().unwrap().challenges;
            all.values_mut().for_each(|it| it.origins.clear());
            all
        };
        assert_eq!(challenges(&self.alberta)["ch2"], challenges(&self.secretariat)["ch2"]);
        assert_eq!(challenges(&self.ontario)["ch2"], challenges(&self.secretariat)["ch2"]);
    }
}
