//! A package for the secretariat, written as an answer, holds what was kept back before.

use std::fs;
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use jalon_domain::{Actor, Id, Role};
use jalon_exchange::{Over, Reached, WrittenPackage, package_through, read_package, sample, write_package};
use jalon_store::{Context, Received, Receiver, Store};
use serde_json::{Value, json};

fn now() -> DateTime<Utc> {
    "2019-09-10T14:05:00Z".parse().unwrap()
}

/// Stores with the sample, in one folder.
struct Desks {
    folder: tempfile::TempDir,
    stores: Vec<Store>,
}

impl Desks {
    fn new(count: usize) -> Desks {
        let folder = tempfile::tempdir().unwrap();
        let make = |n: usize| {
            let mut store = Store::create(&folder.path().join(format!("{n}.jalon")), now()).unwrap();
            store.install_sample(&sample(), now()).unwrap();
            store
        };
        Desks { stores: (0..count).map(make).collect(), folder }
    }

    fn act(&mut self, n: usize, actor: &Actor, action: Value) {
        let context = Context::new(actor.clone(), now());
        self.stores[n].act_as_it_stands(&context, &serde_json::from_value(action).unwrap()).unwrap();
    }

    fn package(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn write(
        &mut self,
        n: usize,
        (actor, receiver): (&Actor, Receiver),
        name: &str,
        after: Option<&str>,
    ) -> WrittenPackage {
        let path = self.package(name);
        let after = after.map(|after| package_through(&self.package(after)).unwrap());
        let after = after.unwrap_or_default();
        write_package(&mut self.stores[n], actor, (&path, Over::Anything), &after, receiver).unwrap()
    }

    fn read(&mut self, n: usize, name: &str) -> Received {
        let path = self.package(name);
        let received = read_package(&mut self.stores[n], now(), &path, false).unwrap();
        assert!(received.refused.is_empty(), "{received:?}");
        received
    }

    /// A package as an earlier version wrote it.
    fn by_an_earlier_version(&self, name: &str) {
        let text = fs::read_to_string(self.package(name)).unwrap();
        let (header, rest) = text.split_once('\n').unwrap();
        let mut header: Value = serde_json::from_str(header).unwrap();
        assert!(header.as_object_mut().unwrap().remove("lacking").is_some());
        fs::write(self.package(name), format!("{header}\n{rest}")).unwrap();
    }
}

fn yukon() -> Actor {
    Actor::new("L", Role::Lead, Id::parse("CA-YT"))
}

const EVERYBODY: Receiver = Receiver::Everybody;
const SECRETARIAT: Receiver = Receiver::Secretariat;

fn challenge(origin: &str) -> Value {
    json!({"action": "create", "kind": "challenge", "id": "h1", "fields": {"cycle": "cycle-2019-09",
        "text": {"en": "Bandwidth", "source": "en", "state": "missing"}, "attribution": "anonymous",
        "origins": [origin]}})
}

#[test]
fn what_came_as_a_place_comes_whole_in_the_answer_to_the_secretariat() {
    for earlier in [false, true] {
        let mut desks = Desks::new(2);
        let secretariat = Actor::secretariat();
        desks.act(1, &yukon(), challenge("CA-YT"));
        // For everybody, by mistake.
        desks.write(1, (&yukon(), EVERYBODY), "mistake", None);
        assert_eq!(desks.read(0, "mistake").stubs, 1);
        desks.write(0, (&secretariat, SECRETARIAT), "s", None);
        if earlier {
            desks.by_an_earlier_version("s");
        }
        let written = desks.write(1, (&yukon(), SECRETARIAT), "l", Some("s"));
        assert_eq!(written.stubs, 0);
        assert_eq!(desks.read(0, "l").applied, 1);
        assert!(desks.stores[0].plan().unwrap().challenges.contains_key("h1"));
        assert_eq!(desks.stores[0].unseen().unwrap(), 0);
        // Then there is nothing more to say, and to everybody there never was.
        desks.write(0, (&secretariat, SECRETARIAT), "s", None);
        assert_eq!(desks.write(1, (&yukon(), SECRETARIAT), "l", Some("s")).transactions, 0);
        assert_eq!(desks.write(1, (&yukon(), EVERYBODY), "l", Some("s")).transactions, 0);
    }
}

#[test]
fn origins_that_were_kept_back_come_in_the_answer_to_the_secretariat() {
    for earlier in [false, true] {
        let mut desks = Desks::new(2);
        let secretariat = Actor::secretariat();
        desks.act(0, &secretariat, challenge("CA-NU"));
        desks.write(0, (&secretariat, EVERYBODY), "mistake", None);
        desks.read(1, "mistake");
        let origins = |desks: &Desks| desks.stores[1].plan().unwrap().challenges["h1"].origins.len();
        assert_eq!(origins(&desks), 0);
        desks.write(1, (&secretariat, EVERYBODY), "b", None);
        if earlier {
            desks.by_an_earlier_version("b");
        }
        assert_eq!(desks.write(0, (&secretariat, EVERYBODY), "c", Some("b")).transactions, 0);
        assert_eq!(desks.write(0, (&secretariat, SECRETARIAT), "c", Some("b")).transactions, 1);
        assert_eq!(desks.read(1, "c").completed, 1);
        assert_eq!(origins(&desks), 1);
    }
}

#[test]
fn what_builds_on_what_was_kept_back_does_not_wait_at_another_secretariat() {
    let mut desks = Desks::new(3);
    let secretariat = Actor::secretariat();
    desks.act(1, &yukon(), challenge("CA-YT"));
    desks.write(1, (&yukon(), EVERYBODY), "for-all", None);
    desks.write(1, (&yukon(), SECRETARIAT), "for-us", None);
    desks.read(0, "for-us");
    assert_eq!(desks.read(2, "for-all").stubs, 1);
    desks.act(0, &secretariat, json!({"action": "edit", "id": "h1", "fields": {"text.en": "Networks"}}));
    let step = json!({"action": "create", "kind": "next_step", "fields": {"cycle": "cycle-2019-09",
        "text": {"en": "Meet again", "source": "en", "state": "missing"}}});
    desks.act(0, &secretariat, step);
    desks.write(2, (&secretariat, SECRETARIAT), "b", None);
    desks.write(0, (&secretariat, SECRETARIAT), "c", Some("b"));
    let received = desks.read(2, "c");
    assert_eq!((received.applied, received.waiting), (3, vec![]));
    assert_eq!(desks.stores[2].plan().unwrap(), desks.stores[0].plan().unwrap());
}

#[test]
fn where_nothing_is_said_of_it_nothing_is_taken_as_received() {
    assert_eq!(Reached::default(), serde_json::from_value(json!({"through": {}})).unwrap());
}
